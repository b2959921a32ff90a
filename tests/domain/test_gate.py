"""Who may be cast: the gate at acceptance, start, completion and publication."""

from datetime import timedelta

import msgspec
import pytest

from domain.consent import CastWish, ThemeReading
from domain.decisions.clips import PublishClip
from domain.decisions.generations import RequestGeneration
from domain.decisions.jobs import CompleteGeneration, StartGeneration
from domain.decisions.remixes import RemixClip
from domain.errors import CastIncomplete, CastTooLarge, JobUnknown, MakeCapReached, RefusalsSpent
from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    Caps,
    CapsSet,
    Casting,
    ClipPublished,
    ConsentRevoked,
    Event,
    GenerationCancelled,
    GenerationFailed,
    GenerationRefused,
    GenerationRequested,
    GenerationStarted,
    GrantApproved,
    GuardianLinked,
    GuardianUnlinked,
    Level,
    PersonBlocked,
    PersonErased,
    PersonFollowed,
    Terms,
    Use,
)
from domain.gate import wishes_of
from domain.ids import CameoId, ClipId, GrantId, JobId, RefusalId, allowance_id
from domain.limits import REFUSALS_PER_DAY_MAX
from tests.cast import (
    ANA,
    BEN,
    CAMEO,
    CLEO,
    CLIP,
    ENROLMENT,
    FACTS,
    GRANT,
    JOB,
    LINK,
    NOON,
    POSTER,
    RECEIPT,
    REFUSAL,
    REMIX,
    REMIX_JOB,
    REVOCATION,
    TODAY,
    TOMORROW,
    VIDEO,
    completed,
    joined,
)
from tests.gwt import When, but, given

WISH = CastWish(CAMEO, ANA, ("appear",))
OPEN = Terms(uses=("appear", "voice", "remix"))
NO_THEMES = "{}"
ENROLLED = CameoEnrolled(CAMEO, ANA, ENROLMENT, "AAAA")
ADULT = (joined(ANA), ENROLLED)
TEEN = (joined(ANA, age_band="teen"), ENROLLED)
REVOKED = ConsentRevoked(REVOCATION, CAMEO, ANA, ANA, GRANT)
REVOKED_ALL = ConsentRevoked(REVOCATION, CAMEO, ANA, ANA)
MUTUALS = (PersonFollowed(ANA, BEN), PersonFollowed(BEN, ANA))
BENS_DAY = allowance_id(BEN, TODAY)
REQUEST = RequestGeneration(
    job_id=JOB,
    clip_id=CLIP,
    refusal_id=REFUSAL,
    maker_id=BEN,
    prompt="@ana shoots a free throw",
    duration_s=4.0,
    width_px=640,
    height_px=360,
    style=None,
    seed=7,
    storyboard=None,
    allowance_per_day=5,
    at=NOON,
    cast=(WISH,),
)
CLEARED = {"maker_id": BEN, "refusal_id": REFUSAL, "at": NOON, "cast": (WISH,)}
START = StartGeneration(JOB, backend="physics", **CLEARED)
COMPLETE = CompleteGeneration(JOB, video=VIDEO, poster=POSTER, receipt=RECEIPT, facts=FACTS, **CLEARED)
PUBLISH = PublishClip(CLIP, **CLEARED)


def granted(terms: Terms = OPEN, themes: str | None = NO_THEMES, grant_id: GrantId = GRANT) -> CameoGranted:
    """Ana lets Ben cast her."""
    return CameoGranted(grant_id, CAMEO, ANA, BEN, terms, themes)


def ruled(level: Level, terms: Terms = OPEN) -> CameoRuleSet:
    """Ana says who may cast her without a grant."""
    return CameoRuleSet(CAMEO, ANA, level, terms, NO_THEMES)


def cast_request(*grant_ids: GrantId, uses: tuple[Use, ...] = ("appear",)) -> GenerationRequested:
    """Ben's request with Ana in it, as the gate lets it through."""
    (event,) = given(*ADULT, granted()).when(but(REQUEST, cast=(but(WISH, uses=uses),))).decided()
    return but(event, cast=(Casting(CAMEO, ANA, uses, grant_ids),))


def refused_for(when: When, rule: str) -> None:
    """Fails unless the command left the fact of a refusal for this reason, and nothing that was wished."""
    refusal, *others = when.decided()
    assert isinstance(refusal, GenerationRefused)
    assert refusal.rule == rule
    assert all(isinstance(event, GenerationFailed) for event in others)


# --- who is let through --------------------------------------------------------------------------


def test_nobody_is_cast_by_default() -> None:
    refused_for(given(*ADULT).when(REQUEST), "not_permitted")
    refused_for(given().when(REQUEST), "cameo_unknown")


def test_the_owner_casts_themselves_without_a_grant() -> None:
    own = but(REQUEST, maker_id=ANA)
    (event,) = given(*ADULT).when(own).decided()
    assert event.cast == (Casting(CAMEO, ANA, ("appear",)),)
    (event,) = given(*TEEN).when(own).decided()
    assert event.cameo_ids == (CAMEO,)


def test_a_grant_lets_its_grantee_through_and_is_named_in_the_cast() -> None:
    (event,) = given(*ADULT, granted()).when(REQUEST).decided()
    assert event.cast == (Casting(CAMEO, ANA, ("appear",), (GRANT,)),)
    assert wishes_of(event) == (WISH,)


@pytest.mark.parametrize(
    ("level", "between", "is_open"),
    [
        ("nobody", MUTUALS, False),
        ("approved", MUTUALS, False),
        ("mutuals", MUTUALS, True),
        ("mutuals", MUTUALS[:1], False),
        ("everyone", (), True),
    ],
)
def test_a_level_opens_the_cameo_to_those_it_says(
    level: Level, between: tuple[Event, ...], is_open: bool
) -> None:
    when = given(*ADULT, *between, ruled(level)).when(REQUEST)
    if is_open:
        assert when.decided()[0].cast == (Casting(CAMEO, ANA, ("appear",)),)
    else:
        refused_for(when, "not_permitted")


def test_a_block_in_either_direction_closes_the_cameo_and_does_not_say_so() -> None:
    for block in (PersonBlocked(ANA, BEN), PersonBlocked(BEN, ANA)):
        refused_for(given(*ADULT, granted(), block).when(REQUEST), "not_permitted")


def test_a_revoked_grant_an_erased_cameo_and_an_erased_owner_let_nobody_through() -> None:
    refused_for(given(*ADULT, granted(), REVOKED).when(REQUEST), "not_permitted")
    refused_for(given(*ADULT, granted(), ruled("everyone"), REVOKED_ALL).when(REQUEST), "not_permitted")
    refused_for(given(*ADULT, granted(), CameoErased(REVOCATION, CAMEO, ANA)).when(REQUEST), "cameo_unknown")
    refused_for(given(*ADULT, granted(), PersonErased("erasure-1", ANA)).when(REQUEST), "cameo_unknown")


def test_revoking_one_grant_leaves_the_other() -> None:
    other = GrantId("grant-other")
    (event,) = given(*ADULT, granted(), granted(grant_id=other), REVOKED).when(REQUEST).decided()
    assert event.cast[0].grant_ids == (other,)


def test_a_wrong_owner_in_the_wish_is_no_consent() -> None:
    wrong = but(REQUEST, cast=(but(WISH, owner_id=CLEO),))
    refused_for(given(ENROLLED, joined(CLEO)).when(wrong), "cameo_unknown")


# --- terms ---------------------------------------------------------------------------------------


def test_a_grant_ends_at_its_hour() -> None:
    until = granted(Terms(uses=("appear",), expires_at=TOMORROW))
    just_before = but(REQUEST, at=TOMORROW - timedelta(seconds=1))
    assert given(*ADULT, until).when(just_before).decided()[0].cast
    refused_for(given(*ADULT, until).when(but(REQUEST, at=TOMORROW)), "grant_expired")


def test_a_grant_is_spent_by_standing_requests_alone() -> None:
    once = granted(Terms(uses=("appear",), clips_count_max=1))
    earlier = but(cast_request(GRANT), job_id=JobId("job-earlier"))
    failed = GenerationFailed(earlier.job_id, CLIP, BENS_DAY, "timed_out", BEN, (CAMEO,))
    cancelled = GenerationCancelled(earlier.job_id, CLIP, BENS_DAY, True, BEN, "maker", (CAMEO,))
    refused_for(given(*ADULT, once, earlier).when(REQUEST), "grant_spent")
    for ended in (failed, cancelled):
        assert given(*ADULT, once, earlier, ended).when(REQUEST).decided()[0].cast


def test_a_use_that_is_not_granted_is_refused_by_name() -> None:
    speaking = but(REQUEST, cast=(but(WISH, uses=("appear", "voice")),))
    when = given(*ADULT, granted(Terms(uses=("appear",)))).when(speaking)
    refused_for(when, "use_not_granted")
    assert when.decided()[0].evidence == "voice"


def reading(theme: str, found: bool) -> CastWish:
    """A wish whose text was read for one theme."""
    return but(WISH, readings=(ThemeReading(theme, found, "sword"),))


def test_a_barred_theme_is_refused_and_shows_its_evidence() -> None:
    barred = granted(themes='{"barred":["war"]}')
    when = given(*ADULT, barred).when(but(REQUEST, cast=(reading("war", True),)))
    refused_for(when, "theme_barred")
    assert when.decided()[0].evidence == "war: sword"
    assert given(*ADULT, barred).when(but(REQUEST, cast=(reading("war", False),))).decided()[0].cast


def test_where_themes_are_allowed_nothing_else_is() -> None:
    sport = granted(themes='{"allowed":["sport"]}')
    refused_for(given(*ADULT, sport).when(but(REQUEST, cast=(reading("sport", False),))), "theme_outside")
    assert given(*ADULT, sport).when(but(REQUEST, cast=(reading("sport", True),))).decided()[0].cast


def test_a_theme_that_nobody_read_or_that_cannot_be_read_is_a_no() -> None:
    refused_for(given(*ADULT, granted(themes='{"barred":["war"]}')).when(REQUEST), "theme_unread")
    refused_for(given(*ADULT, granted(themes=None)).when(REQUEST), "theme_unread")


def captioned(caption: str | None, **found: bool) -> PublishClip:
    """Ben's wish to publish; his prompt shows sport and no war, and his caption was read for these themes."""
    asked = (ThemeReading("sport", True), ThemeReading("war", False))
    read = tuple(ThemeReading(theme, is_found, "caption") for theme, is_found in found.items())
    wish = but(WISH, readings=asked, captioned=read if caption else None)
    return but(PUBLISH, caption=caption, cast=(wish,))


def test_a_caption_breaks_a_bar_as_a_prompt_does() -> None:
    past = (*ADULT, granted(themes='{"barred":["war"]}'), cast_request(GRANT), completed(JOB, CLIP, BEN))
    refused_for(given(*past).when(captioned("to war", war=True)), "theme_barred")
    refused_for(given(*past).when(captioned("to war")), "theme_unread")
    assert isinstance(given(*past).when(captioned("hooray", war=False)).decided()[0], ClipPublished)
    assert isinstance(given(*past).when(captioned(None)).decided()[0], ClipPublished)


def test_a_caption_fulfils_no_theme_and_needs_none() -> None:
    past = (*ADULT, granted(themes='{"allowed":["sport"]}'), cast_request(GRANT), completed(JOB, CLIP, BEN))
    assert isinstance(given(*past).when(captioned("hooray")).decided()[0], ClipPublished)
    other = but(captioned("sport", sport=True), cast=(but(WISH, readings=(ThemeReading("sport", False),)),))
    refused_for(given(*past).when(other), "theme_outside")


def test_a_caption_that_names_a_real_person_is_refused_and_stays_sealed_with_the_refusal() -> None:
    past = (*ADULT, granted(), cast_request(GRANT), completed(JOB, CLIP, BEN))
    when = given(*past).when(but(captioned("like Serena Williams"), named=("Serena Williams",)))
    refused_for(when, "person_named")
    (refused,) = when.decided()
    assert (refused.stage, refused.cameo_ids, refused.caption) == ("publish", (), "like Serena Williams")


# --- teens ---------------------------------------------------------------------------------------


def test_a_teen_is_cast_by_a_grant_that_a_standing_guardian_approved() -> None:
    linked = GuardianLinked(LINK, ANA, CLEO)
    approved = GrantApproved(GRANT, CAMEO, LINK, CLEO)
    unlinked = GuardianUnlinked(LINK, ANA, CLEO, ANA)
    refused_for(given(*TEEN, linked, granted()).when(REQUEST), "guardian_approval_missing")
    assert given(*TEEN, linked, granted(), approved).when(REQUEST).decided()[0].cast
    refused_for(
        given(*TEEN, linked, granted(), approved, unlinked).when(REQUEST), "guardian_approval_missing"
    )


def test_no_level_opens_a_teens_cameo() -> None:
    refused_for(given(*TEEN, *MUTUALS, ruled("everyone")).when(REQUEST), "not_permitted")


# --- requests ------------------------------------------------------------------------------------


def test_a_real_persons_name_is_refused() -> None:
    refused_for(given().when(but(REQUEST, cast=(), named=("Somebody Famous",))), "person_named")


def test_a_refusal_keeps_the_whole_wish_for_an_appeal() -> None:
    (refusal,) = given(*ADULT).when(REQUEST).decided()
    wish = msgspec.json.decode(refusal.wish, type=GenerationRequested)
    assert (wish.prompt, wish.cast_wishes is not None) == (REQUEST.prompt, True)


def test_refusals_of_a_day_are_bounded() -> None:
    (refusal,) = given(*ADULT).when(REQUEST).decided()
    many = [but(refusal, refusal_id=RefusalId(f"refusal-{each}")) for each in range(REFUSALS_PER_DAY_MAX)]
    given(*ADULT, *many).when(REQUEST).refused(RefusalsSpent)


def test_a_cast_is_bounded_and_holds_nobody_twice() -> None:
    given().when(but(REQUEST, cast=(WISH, WISH))).refused(CastTooLarge)
    crowd = tuple(but(WISH, cameo_id=CameoId(f"cameo-{each}")) for each in range(5))
    given().when(but(REQUEST, cast=crowd)).refused(CastTooLarge)


def test_a_guardians_cap_bounds_the_days_requests() -> None:
    capped = CapsSet(LINK, BEN, CLEO, Caps(clips_made_max=0))
    plain = but(REQUEST, cast=())
    assert given(capped, GuardianUnlinked(LINK, BEN, CLEO, BEN)).when(plain).decided()
    given(capped).when(plain).refused(MakeCapReached)


# --- later stages --------------------------------------------------------------------------------

LATER = (START, COMPLETE)


def stood(*more: Event) -> tuple[Event, ...]:
    """An accepted request of Ben's with Ana in it, and what came after."""
    return (*ADULT, granted(), cast_request(GRANT), *more)


def test_each_stage_goes_on_while_consent_stands() -> None:
    assert isinstance(given(*stood()).when(START).decided()[0], GenerationStarted)
    assert given(*stood()).when(COMPLETE).decided()[0].cameo_ids == (CAMEO,)
    (published,) = given(*stood(completed(JOB, CLIP, BEN))).when(PUBLISH).decided()
    assert published.cast == (Casting(CAMEO, ANA, ("appear",), (GRANT,)),)


@pytest.mark.parametrize("command", LATER)
def test_a_job_whose_cast_consents_no_longer_ends_and_gives_the_allowance_back(
    command: StartGeneration,
) -> None:
    refusal, failed = given(*stood(REVOKED)).when(command).decided()
    assert (refusal.stage, refusal.rule) == (
        "start" if command is START else "complete",
        "not_permitted",
    )
    assert failed == GenerationFailed(JOB, CLIP, BENS_DAY, "consent_lapsed", BEN, (CAMEO,))


def test_a_draft_whose_cast_consents_no_longer_is_not_published() -> None:
    draft = (*stood(completed(JOB, CLIP, BEN)), REVOKED)
    refused_for(given(*draft).when(PUBLISH), "not_permitted")
    late = but(PUBLISH, at=TOMORROW)
    until = granted(Terms(uses=("appear",), expires_at=TOMORROW))
    refused_for(
        given(*ADULT, until, cast_request(GRANT), completed(JOB, CLIP, BEN)).when(late), "grant_expired"
    )


def test_a_request_does_not_stand_in_its_own_way() -> None:
    once = granted(Terms(uses=("appear",), clips_count_max=1))
    assert isinstance(given(*ADULT, once, cast_request(GRANT)).when(START).decided()[0], GenerationStarted)


@pytest.mark.parametrize("command", LATER)
def test_consent_must_be_asked_of_those_who_are_cast(command: StartGeneration) -> None:
    given(cast_request(GRANT)).when(but(command, cast=())).refused(JobUnknown)


# --- remixes -------------------------------------------------------------------------------------

SOURCE = ClipPublished(CLIP, BEN, None, None, (CAMEO,), (Casting(CAMEO, ANA, ("appear",), (GRANT,)),))
REMIXING = RemixClip(
    **(
        msgspec.structs.asdict(REQUEST)
        | {"job_id": REMIX_JOB, "clip_id": REMIX, "maker_id": CLEO}
        | {"cast": (but(WISH, uses=("appear", "remix")),)}
    ),
    source_id=CLIP,
    source_maker_id=BEN,
)


def test_a_remix_needs_leave_to_remix_whoever_is_in_its_source() -> None:
    refused_for(given(*ADULT, SOURCE).when(REMIXING), "not_permitted")
    narrow = CameoGranted(GrantId("grant-cleo"), CAMEO, ANA, CLEO, Terms(uses=("appear",)), NO_THEMES)
    refused_for(given(*ADULT, SOURCE, narrow).when(REMIXING), "use_not_granted")


def test_a_remix_stands_and_falls_with_the_grants_of_its_source_too() -> None:
    own = GrantId("grant-cleo")
    (event,) = (
        given(*ADULT, SOURCE, CameoGranted(own, CAMEO, ANA, CLEO, OPEN, NO_THEMES)).when(REMIXING).decided()
    )
    assert event.remix_of == CLIP
    assert event.cast == (Casting(CAMEO, ANA, ("appear", "remix"), (GRANT, own)),)


def test_remixes_under_a_rule_count_against_it_though_they_carry_the_grants_of_their_source() -> None:
    once = CameoRuleSet(CAMEO, ANA, "everyone", but(OPEN, clips_count_max=1), NO_THEMES)
    (remix,) = given(*ADULT, SOURCE, once).when(REMIXING).decided()
    assert remix.cast[0].grant_ids == (GRANT,)
    again = but(REMIXING, job_id=JobId("job-again"), clip_id=ClipId("clip-again"), allowance_per_day=9)
    refused_for(given(*ADULT, SOURCE, once, remix).when(again), "grant_spent")


def test_a_remix_leaves_nobody_of_its_source_out() -> None:
    given(SOURCE).when(but(REMIXING, cast=())).refused(CastIncomplete)
    lesser = but(REMIXING, cast=(but(WISH, uses=("remix",)),))
    given(SOURCE).when(lesser).refused(CastIncomplete)
