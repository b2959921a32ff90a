"""Appeals against a reviewer's withdrawal: what was taken down comes back only with everybody's consent."""

from datetime import timedelta

import msgspec
import pytest

from domain.decisions.appeals import AppealRefusal, DecideAppeal, OverturnRefusal
from domain.decisions.clips import PublishClip, WithdrawClip
from domain.decisions.moderation import DecideReport
from domain.decisions.revocations import RevokeConsent, WithdrawAsSubject
from domain.errors import (
    AppealUnknown,
    ClipPublishedAlready,
    ClipWithdrawnAlready,
    ConsentMissing,
    OwnCase,
    RoleMissing,
)
from domain.events import (
    AppealDecided,
    CameoErased,
    CameoGranted,
    ClipDisowned,
    ClipPublished,
    ClipReported,
    ClipWithdrawn,
    ConsentRevoked,
    Event,
    GenerationCompleted,
    GenerationRefused,
    GenerationRequested,
    PersonBlocked,
    PersonErased,
    RefusalAppealed,
    RoleGiven,
    Terms,
)
from domain.ids import GrantId, PersonId
from domain.reach import Works
from domain.shown_clip import ShownClip
from tests.cases import AGAIN, CONSENT, GRANTED, NO_WAR, READ, REQUEST
from tests.cast import (
    ANA,
    APPEAL,
    BEN,
    CAMEO,
    CLEO,
    CLIP,
    ERASURE,
    FACTS,
    GRANT,
    JOB,
    NOON,
    POSTER,
    RECEIPT,
    REFUSAL,
    REPORT,
    REVOCATION,
    VIDEO,
)
from tests.gwt import but, given

DORA = PersonId("dora")
PEACEFUL = but(READ, readings=(but(READ.readings[0], found=False),))
(ASKED,) = given(*CONSENT).when(but(REQUEST, cast=(PEACEFUL,))).decided()
assert isinstance(ASKED, GenerationRequested)
MADE = GenerationCompleted(JOB, CLIP, BEN, VIDEO, POSTER, RECEIPT, FACTS, cameo_ids=(CAMEO,))
SHOWN = ClipPublished(CLIP, BEN, None, cameo_ids=(CAMEO,), cast=ASKED.cast)
EVE = PersonId("eve")
REPORTED = ClipReported(REPORT, CLIP, EVE, "violence", None)
REVIEWER = RoleGiven(DORA, "reviewer")
STOOD = (*CONSENT, ASKED, MADE, SHOWN)
TAKE_DOWN = DecideReport(REPORT, CLIP, CLEO, withdraw=True, refusal_id=REFUSAL)
_, GONE, REFUSED = given(RoleGiven(CLEO, "reviewer"), ASKED, SHOWN, REPORTED).when(TAKE_DOWN).decided()
assert isinstance(GONE, ClipWithdrawn)
assert isinstance(REFUSED, GenerationRefused)
APPEALED = RefusalAppealed(APPEAL, REFUSAL, BEN, "it is a dance")
CASE = (REVIEWER, REPORTED, REFUSED, APPEALED)
OPEN = (*STOOD, GONE, *CASE)
UPHOLD = DecideAppeal(APPEAL, REFUSAL, DORA, BEN, CLIP, "it is a fight")
OVERTURN = OverturnRefusal(
    APPEAL, REFUSAL, DORA, BEN, CLIP, "a dance it is", refused=REFUSED, again=AGAIN, reviewed=NO_WAR, at=NOON
)
OVERTURNED = AppealDecided(APPEAL, REFUSAL, BEN, DORA, overturned=True, reason="a dance it is")


def test_the_maker_appeals_a_withdrawal_like_any_refusal() -> None:
    given(REFUSED).when(AppealRefusal(APPEAL, REFUSAL, BEN, "it is a dance")).then(APPEALED)


def test_upheld_it_stays_down_and_overturned_it_is_published_again() -> None:
    upheld = AppealDecided(APPEAL, REFUSAL, BEN, DORA, overturned=False, reason="it is a fight")
    given(*CASE).when(UPHOLD).then(upheld)
    given(*OPEN).when(OVERTURN).then(OVERTURNED, SHOWN)


@pytest.mark.parametrize("partial", [CLEO, EVE, BEN, ANA])
def test_neither_who_took_it_down_nor_reported_it_nor_made_it_nor_is_in_it_decides(partial: PersonId) -> None:
    role = RoleGiven(partial, "reviewer")
    given(role, *CASE[1:]).when(but(UPHOLD, reviewer_id=partial)).refused(OwnCase)
    given(*STOOD, GONE, role, *CASE[1:]).when(but(OVERTURN, reviewer_id=partial)).refused(OwnCase)
    given(*CASE[1:]).when(UPHOLD).refused(RoleMissing)


ANEW = CameoGranted(GrantId("grant-anew"), CAMEO, ANA, BEN, Terms(("appear", "remix")), GRANTED.themes)
REVOKED = ConsentRevoked(REVOCATION, CAMEO, ANA, ANA, GRANT)
BLOCKED = PersonBlocked(ANA, BEN)


DISOWNED = ClipDisowned(REVOCATION, CAMEO, ANA, ANA, CLIP)


@pytest.mark.parametrize("ends", [CameoErased(REVOCATION, CAMEO, ANA), PersonErased(ERASURE, ANA), BLOCKED])
def test_it_stays_down_once_anybodys_consent_ended(ends: Event) -> None:
    given(*OPEN, ends).when(OVERTURN).refused(ConsentMissing)


@pytest.mark.parametrize("root", [REVOKED, but(REVOKED, grant_id=None), DISOWNED])
def test_what_ends_consent_reaches_it_while_it_is_down_and_no_later_grant_brings_it_back(root: Event) -> None:
    enrolled = CONSENT[1:]
    command = (
        WithdrawAsSubject(revocation_id=REVOCATION, cameo_id=CAMEO, revoker_id=ANA, clip_id=CLIP)
        if isinstance(root, ClipDisowned)
        else RevokeConsent(revocation_id=REVOCATION, cameo_id=CAMEO, revoker_id=ANA, grant_id=root.grant_id)
    )
    decided = given(*enrolled, ASKED, MADE, SHOWN, GONE).when(command).decided()
    cause = "subject" if isinstance(root, ClipDisowned) else "revoked"
    assert decided[:2] == (root, but(GONE, cause=cause, revocation_id=REVOCATION))
    ended = [event for event in decided[:2] if not isinstance(event, ClipDisowned)]
    given(*OPEN, *ended, ANEW).when(OVERTURN).refused(ClipWithdrawnAlready)


def test_its_maker_can_take_it_down_for_good_while_an_appeal_waits() -> None:
    given(ASKED, MADE, SHOWN, GONE).when(WithdrawClip(CLIP, BEN)).then(but(GONE, cause="maker"))
    given(*OPEN, but(GONE, cause="maker")).when(OVERTURN).refused(ClipWithdrawnAlready)
    given(ASKED, MADE, SHOWN, GONE, but(GONE, cause="maker")).when(WithdrawClip(CLIP, BEN)).then()


def test_consent_that_ran_out_is_not_in_force() -> None:
    brief = but(GRANTED, terms=but(GRANTED.terms, expires_at=NOON + timedelta(hours=1)))
    history = tuple(brief if event == GRANTED else event for event in OPEN)
    given(*history).when(OVERTURN).then(OVERTURNED, SHOWN)
    given(*history).when(but(OVERTURN, at=NOON + timedelta(hours=2))).refused(ConsentMissing)


def test_a_theme_that_the_reviewer_finds_or_does_not_judge_keeps_it_down() -> None:
    given(*OPEN).when(but(OVERTURN, reviewed=(but(NO_WAR[0], found=True),))).refused(ConsentMissing)


def test_only_what_a_reviewer_took_down_is_put_back_and_only_while_it_is_down() -> None:
    given(*OPEN, but(GONE, cause="revoked")).when(OVERTURN).refused(ClipWithdrawnAlready)
    given(*OPEN, SHOWN).when(OVERTURN).refused(ClipPublishedAlready)
    given(*OPEN, PersonErased(ERASURE, BEN)).when(OVERTURN).refused(AppealUnknown)


def test_the_maker_cannot_put_it_back_themselves() -> None:
    publish = PublishClip(clip_id=CLIP, maker_id=BEN, refusal_id=REFUSAL, at=NOON, cast=(PEACEFUL,))
    given(*STOOD, GONE).when(publish).refused(ClipWithdrawnAlready)


def test_put_back_it_can_be_taken_down_and_reached_again() -> None:
    given(ASKED, MADE, SHOWN, GONE, SHOWN).when(WithdrawClip(CLIP, BEN)).then(but(GONE, cause="maker"))
    works = Works()
    for event in (ASKED, MADE, SHOWN, GONE):
        works.take(event)
    assert [work.status for work in works.standing()] == ["held"]
    works.take(SHOWN)
    assert [work.status for work in works.standing()] == ["made"]


def test_put_back_it_can_be_used_again() -> None:
    shown = ShownClip(CLIP, BEN, DORA)
    for event in (SHOWN, GONE, SHOWN):
        shown = shown.evolve(event)
    shown.check()


def test_the_refusal_keeps_the_wish_and_names_who_took_it_down() -> None:
    assert (REFUSED.stage, REFUSED.rule, REFUSED.evidence) == ("review", "moderated", "violence")
    assert REFUSED.reviewer_id == CLEO
    assert EVE not in msgspec.json.encode(REFUSED).decode()  # proofs of the clip are shown to others
    assert msgspec.json.decode(REFUSED.wish, type=GenerationRequested) == ASKED
