"""A challenge serves once and not for long, and a person has one cameo."""

from datetime import timedelta

import pytest

from domain.errors import (
    CameoEnrolledAlready,
    EnrolmentDecided,
    EnrolmentOpenAlready,
    EnrolmentSpent,
    EnrolmentsSpent,
    EnrolmentStale,
    EnrolmentUnknown,
    OwnCase,
    PersonUnknown,
    RoleMissing,
    SelfReference,
)
from domain.events import EnrolmentOpened, EnrolmentRefused, PersonErased, RoleGiven, RoleTaken
from domain.ids import EnrolmentId, ErasureId
from tests.cast import ANA, CLEO, NOON, joined
from tests.gwt import but, given
from tests.likenesses import (
    ENROL,
    HOLD,
    NEXT_TRY,
    OPEN,
    PASS,
    REFUSE,
    REVIEWER,
    SOON,
    SUBMIT,
    enrolled,
    erased,
    held,
    opened,
    refused,
    submitted,
)

VERDICTS = (REFUSE, HOLD, ENROL)
HERE = joined(ANA)


def test_a_member_is_given_a_challenge() -> None:
    given(HERE).when(OPEN).then(opened(NEXT_TRY))


def test_nobody_else_is() -> None:
    given().when(OPEN).refused(PersonUnknown)
    given(HERE, PersonErased(ErasureId("erasure-1"), ANA)).when(OPEN).refused(PersonUnknown)


@pytest.mark.parametrize("history", [(), (submitted(),), (submitted(), held("twin"))])
def test_one_try_stands_at_a_time(history: tuple) -> None:
    given(HERE, opened(), *history).when(OPEN).refused(EnrolmentOpenAlready)


def test_a_stale_or_refused_try_makes_room_for_the_next() -> None:
    late = but(OPEN, at=SOON, expires_at=SOON + timedelta(minutes=5))
    given(HERE, opened()).when(late).then(but(opened(NEXT_TRY), expires_at=late.expires_at))
    given(HERE, opened(), submitted(), refused("turns_wrong")).when(OPEN).then(opened(NEXT_TRY))


def test_a_few_tries_a_day_and_no_more() -> None:
    tries = [opened(EnrolmentId(f"enrolment-early-{number}")) for number in range(3)]
    history = [event for each in tries for event in (each, submitted(each.enrolment_id), _no(each))]
    given(HERE, *history).when(OPEN).refused(EnrolmentsSpent)
    tomorrow = NOON + timedelta(days=1, minutes=6)
    given(HERE, *history).when(but(OPEN, at=tomorrow)).then(opened(NEXT_TRY))


def _no(each: EnrolmentOpened) -> EnrolmentRefused:
    return refused("voice", enrolment_id=each.enrolment_id)


def test_one_cameo_a_person_and_another_after_erasing() -> None:
    has_one = (HERE, opened(), submitted(), enrolled())
    given(*has_one).when(OPEN).refused(CameoEnrolledAlready)
    given(*has_one, erased()).when(OPEN).then(opened(NEXT_TRY))


def test_a_challenge_is_answered_once_and_in_time() -> None:
    given(HERE, opened()).when(SUBMIT).then(submitted())
    given(HERE, opened(), submitted()).when(SUBMIT).refused(EnrolmentSpent)
    given(HERE, opened()).when(but(SUBMIT, at=SOON)).refused(EnrolmentStale)


def test_another_persons_challenge_is_unknown() -> None:
    given(joined(CLEO)).when(but(SUBMIT, person_id=CLEO)).refused(EnrolmentUnknown)


def test_the_checks_refuse_hold_or_enrol() -> None:
    given(HERE, opened(), submitted()).when(REFUSE).then(refused("turns_wrong"))
    given(HERE, opened(), submitted()).when(HOLD).then(held("twin"))
    given(HERE, opened(), submitted()).when(ENROL).then(enrolled())


@pytest.mark.parametrize("verdict", VERDICTS, ids=lambda verdict: type(verdict).__name__)
def test_there_is_one_verdict_and_none_before_the_recording(verdict: object) -> None:
    given(HERE, opened()).when(verdict).refused(EnrolmentDecided)
    for end in (refused("voice"), held("twin"), enrolled()):
        given(HERE, opened(), submitted(), end).when(verdict).refused(EnrolmentDecided)


@pytest.mark.parametrize("verdict", VERDICTS, ids=lambda verdict: type(verdict).__name__)
def test_nothing_is_decided_about_somebody_who_left(verdict: object) -> None:
    left = PersonErased(ErasureId("erasure-1"), ANA)
    given(HERE, opened(), submitted(), left).when(verdict).refused(EnrolmentUnknown)


def test_a_reviewer_decides_on_what_is_held() -> None:
    waiting = (HERE, REVIEWER, opened(), submitted(), held("twin"))
    given(*waiting).when(PASS).then(but(enrolled(), reviewer_id=CLEO))
    given(*waiting).when(but(PASS, template=None)).then(but(refused("reviewer"), reviewer_id=CLEO))
    given(*waiting[:-1]).when(PASS).refused(EnrolmentDecided)


def test_only_a_reviewer_does_and_never_on_themselves() -> None:
    waiting = (HERE, opened(), submitted(), held("twin"))
    given(*waiting).when(PASS).refused(RoleMissing)
    given(RoleGiven(CLEO, "auditor"), *waiting).when(PASS).refused(RoleMissing)
    given(REVIEWER, RoleTaken(CLEO, "reviewer"), *waiting).when(PASS).refused(RoleMissing)
    given(*waiting, REVIEWER).when(but(PASS, twin_id=CLEO)).refused(OwnCase)
    own = but(PASS, reviewer_id=ANA)
    given(RoleGiven(ANA, "reviewer"), *waiting).when(own).refused(SelfReference)
