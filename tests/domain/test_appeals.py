"""Appeals against refusals: once, by the maker; decided once, by a reviewer without a part in it."""

import msgspec
import pytest

from domain.consent import ThemeReading
from domain.decisions.clips import PublishClip
from domain.decisions.jobs import StartGeneration
from domain.decisions.remixes import RemixClip
from domain.errors import (
    AllowanceSpent,
    AppealDecidedAlready,
    AppealUnknown,
    ClipWithdrawnAlready,
    ConsentMissing,
    OwnCase,
    RefusalAppealedAlready,
    RefusalNotOverturnable,
    RefusalUnknown,
    RoleMissing,
    TextEmpty,
    TextTooLong,
)
from domain.events import (
    AppealDecided,
    CameoGranted,
    Caps,
    CapsSet,
    Casting,
    ClipPublished,
    ConsentRevoked,
    Event,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    PersonErased,
    RoleGiven,
    Terms,
)
from domain.gate import wishes_of
from domain.ids import GrantId, JobId
from domain.limits import APPEAL_CHARS_MAX
from tests.cases import (
    AGAIN,
    APPEAL_IT,
    APPEALED,
    CONSENT,
    GRANTED,
    OPEN,
    OVERTURN,
    OVERTURNED,
    READ,
    REFUSED,
    REQUEST,
    REVIEWER,
    UPHELD,
    UPHOLD,
    overturn,
    refused,
)  # fmt: skip
from tests.cast import (
    ANA,
    APPEAL,
    BEN,
    CAMEO,
    CLEO,
    CLIP,
    ERASURE,
    GRANT,
    LINK,
    NOON,
    REFUSAL,
    REMIX,
    REVOCATION,
    completed,
    withdrawn,
)
from tests.gwt import but, given

# --- appealing ----------------------------------------------------------------------------------


def test_a_maker_appeals_a_refusal_of_their_own_once() -> None:
    given(REFUSED).when(APPEAL_IT).then(APPEALED)
    given(REFUSED, APPEALED).when(APPEAL_IT).refused(RefusalAppealedAlready)
    given(REFUSED).when(but(APPEAL_IT, maker_id=ANA)).refused(RefusalUnknown)
    given().when(APPEAL_IT).refused(RefusalUnknown)


def test_an_appeal_says_something_and_not_too_much() -> None:
    given(REFUSED).when(but(APPEAL_IT, words=" ")).refused(TextEmpty)
    given(REFUSED).when(but(APPEAL_IT, words="a" * (APPEAL_CHARS_MAX + 1))).refused(TextTooLong)


# --- deciding -----------------------------------------------------------------------------------


def test_a_refusal_is_upheld_with_a_reason() -> None:
    given(REFUSED, APPEALED, REVIEWER).when(UPHOLD).then(UPHELD)
    given(REFUSED, APPEALED, REVIEWER).when(but(UPHOLD, reason="")).refused(TextEmpty)


def test_only_a_reviewer_decides_and_only_once() -> None:
    given(REFUSED, APPEALED).when(UPHOLD).refused(RoleMissing)
    given(REFUSED, APPEALED, REVIEWER, UPHELD).when(UPHOLD).refused(AppealDecidedAlready)
    given(*OPEN, UPHELD).when(OVERTURN).refused(AppealDecidedAlready)


def test_there_is_no_decision_without_an_appeal() -> None:
    given(REFUSED, REVIEWER).when(UPHOLD).refused(AppealUnknown)
    given(REVIEWER).when(UPHOLD).refused(AppealUnknown)
    given(REFUSED, APPEALED, REVIEWER).when(but(UPHOLD, maker_id=ANA)).refused(AppealUnknown)


@pytest.mark.parametrize("party", [ANA, BEN])
def test_neither_the_maker_nor_who_is_cast_decides(party: str) -> None:
    history = (REFUSED, APPEALED, RoleGiven(party, "reviewer"))
    given(*history).when(but(UPHOLD, reviewer_id=party)).refused(OwnCase)


def test_nothing_is_decided_for_those_who_left() -> None:
    erased = PersonErased(ERASURE, BEN)
    given(REFUSED, APPEALED, REVIEWER, erased).when(UPHOLD).refused(AppealUnknown)
    given(*OPEN, erased).when(OVERTURN).refused(AppealUnknown)
    with pytest.raises(AppealUnknown):
        overturn(but(REFUSED, wish=None)).boundary()


# --- overturning --------------------------------------------------------------------------------


def test_an_overturned_refusal_is_asked_for_again_as_it_was() -> None:
    decided, requested = given(*OPEN).when(OVERTURN).decided()
    assert decided == OVERTURNED
    wish = msgspec.json.decode(REFUSED.wish, type=GenerationRequested)
    assert requested == but(
        wish,
        job_id=AGAIN.job_id,
        clip_id=AGAIN.clip_id,
        cast=(Casting(CAMEO, ANA, ("appear",), (GRANT,)),),
        cast_wishes=requested.cast_wishes,
        appeal_id=APPEAL,
    )
    given(*OPEN).when(OVERTURN).then(decided, requested)


def test_later_stages_agree_with_the_reviewer() -> None:
    _, requested = given(*OPEN).when(OVERTURN).decided()
    (wish,) = wishes_of(requested)
    assert wish.readings == (ThemeReading("war", False, "reviewer"),)
    start = StartGeneration(
        AGAIN.job_id, maker_id=BEN, refusal_id=REFUSAL, at=NOON, cast=(wish,), backend="physics"
    )
    (started,) = given(*CONSENT, requested).when(start).decided()
    assert started.attempt == 1


def test_it_draws_on_no_allowance_and_no_cap() -> None:
    _, requested = given(*OPEN).when(OVERTURN).decided()
    uncast = but(REQUEST, job_id=JobId("job-other"), cast=())
    assert given(requested).when(uncast).decided()
    capped = CapsSet(LINK, BEN, CLEO, Caps(clips_made_max=0))
    assert given(*OPEN, capped).when(OVERTURN).decided()


def test_its_failure_gives_nothing_back_that_was_not_taken() -> None:
    _, again = given(*OPEN).when(OVERTURN).decided()
    drawn = but(again, job_id=JobId("job-drawn"), appeal_id=None, cast=(), cameo_ids=())
    failed = GenerationFailed(again.job_id, again.clip_id, again.allowance_id, "worker_lost")
    uncast = but(REQUEST, job_id=JobId("job-other"), cast=())
    given(drawn, but(again, cast=(), cameo_ids=()), failed).when(uncast).refused(AllowanceSpent)


def test_a_real_name_that_is_none_can_be_overturned() -> None:
    (named,) = given().when(but(REQUEST, cast=(), named=("Battle",))).decided()
    assert named.rule == "person_named"
    decided = given(named, APPEALED, REVIEWER).when(overturn(named, reviewed=())).decided()
    assert [type(event) for event in decided] == [AppealDecided, GenerationRequested]


def test_want_of_consent_cannot_be_overturned() -> None:
    ungranted = refused(REQUEST, *CONSENT[:2])
    assert ungranted.rule == "not_permitted"
    history = (*CONSENT[:2], ungranted, APPEALED, REVIEWER)
    given(*history).when(overturn(ungranted)).refused(RefusalNotOverturnable)


def test_consent_is_judged_anew() -> None:
    given(*OPEN, ConsentRevoked(REVOCATION, CAMEO, ANA, ANA, GRANT)).when(OVERTURN).refused(ConsentMissing)
    given(*OPEN).when(but(OVERTURN, reviewed=())).refused(ConsentMissing)
    other = CameoGranted(GrantId("grant-2"), CAMEO, ANA, BEN, Terms(uses=("appear",)), '{"barred":["guns"]}')
    only = (*CONSENT[:2], other, REFUSED, APPEALED, REVIEWER)
    given(*only).when(OVERTURN).refused(ConsentMissing)  # nobody read that theme


def test_a_refusal_that_was_looked_up_wrongly_is_found_out() -> None:
    given(*OPEN).when(overturn(but(REFUSED, evidence="else"))).refused(AppealUnknown)


# --- remixes, publication -----------------------------------------------------------------------


def test_an_overturned_remix_keeps_its_lineage_and_its_sources_grants() -> None:
    source = ClipPublished(CLIP, CLEO, cameo_ids=(CAMEO,), cast=(Casting(CAMEO, ANA, ("appear",), ("g",)),))
    wish = but(READ, uses=("appear", "remix"))
    fields = {**msgspec.structs.asdict(REQUEST), "clip_id": REMIX, "cast": (wish,)}
    remix = RemixClip(**fields, source_id=CLIP, source_maker_id=CLEO)
    event = refused(remix, *CONSENT, source)
    reviewer = RoleGiven("person-dora", "reviewer")
    command = overturn(event, again=but(AGAIN, source_maker_id=CLEO), reviewer_id="person-dora")
    history = (*CONSENT, source, event, APPEALED, reviewer)
    _, requested = given(*history).when(command).decided()
    assert requested.remix_of == CLIP
    assert requested.cast == (Casting(CAMEO, ANA, ("appear", "remix"), ("g", GRANT)),)
    given(*history, withdrawn(CLIP, CLEO)).when(command).refused(ClipWithdrawnAlready)


def test_at_publication_overturning_publishes_the_draft_under_its_caption() -> None:
    wish = but(READ, readings=())
    made = given(*CONSENT[:2], but(GRANTED, themes="{}")).when(but(REQUEST, cast=(wish,))).decided()[0]
    draft: tuple[Event, ...] = (made, but(completed(maker_id=BEN), cameo_ids=(CAMEO,)))
    assert isinstance(draft[1], GenerationCompleted)
    publish = PublishClip(CLIP, BEN, refusal_id=REFUSAL, at=NOON, caption="so close", cast=wishes_of(made))
    tightened = but(GRANTED, grant_id=GRANT)
    consent = (*CONSENT[:2], tightened)
    (event,) = given(*consent, *draft).when(publish).decided()
    assert (event.stage, event.rule) == ("publish", "theme_unread")
    published = ClipPublished(CLIP, BEN, "so close", None, (CAMEO,), made.cast)
    given(*consent, *draft, event, APPEALED, REVIEWER).when(overturn(event)).then(OVERTURNED, published)
