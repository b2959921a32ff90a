"""The making of a clip that was asked for."""

import pytest

from domain.decisions.jobs import CancelGeneration, CompleteGeneration, FailGeneration, StartGeneration
from domain.errors import JobEnded, JobUnknown
from domain.events import Event, GenerationCancelled, GenerationFailed
from domain.ids import allowance_id
from tests.cast import (
    ANA,
    BEN,
    CAPTIONS,
    CLIP,
    FACTS,
    JOB,
    NOON,
    POSTER,
    RECEIPT,
    REFUSAL,
    TODAY,
    VIDEO,
    completed,
    requested,
    started,
)
from tests.gwt import but, given

TODAYS = allowance_id(ANA, TODAY)
CLEARED = {"maker_id": ANA, "refusal_id": REFUSAL, "at": NOON}
START, FAIL, CANCEL = (
    StartGeneration(JOB, backend="physics", **CLEARED),
    FailGeneration(JOB, "worker_lost"),
    CancelGeneration(JOB, ANA),
)
COMPLETE = CompleteGeneration(
    JOB, video=VIDEO, poster=POSTER, receipt=RECEIPT, facts=FACTS, captions=CAPTIONS, **CLEARED
)
FAILED = GenerationFailed(JOB, CLIP, TODAYS, "worker_lost", ANA)
CANCELLED_BEFORE = GenerationCancelled(JOB, CLIP, TODAYS, refunded=True, maker_id=ANA)
CANCELLED_AFTER = GenerationCancelled(JOB, CLIP, TODAYS, refunded=False, maker_id=ANA)
ENDS = (completed(), FAILED, CANCELLED_AFTER)


@pytest.mark.parametrize("command", [START, COMPLETE, FAIL, CANCEL])
def test_a_job_that_never_was_is_unknown(command: StartGeneration) -> None:
    given().when(command).refused(JobUnknown)


@pytest.mark.parametrize("command", [START, COMPLETE, FAIL])
@pytest.mark.parametrize("end", ENDS)
def test_nothing_more_comes_of_a_job_that_ended(command: StartGeneration, end: Event) -> None:
    given(requested(), started(), end).when(command).refused(JobEnded)


def test_a_start_counts_its_attempt() -> None:
    given(requested()).when(START).then(started(1))


def test_a_start_after_a_lost_worker_counts_on() -> None:
    given(requested(), started(1)).when(START).then(started(2))
    given(requested(), started(1), started(2)).when(START).then(started(3))


def test_a_job_completes_once_whichever_attempt_was_first() -> None:
    given(requested(), started(1), started(2)).when(COMPLETE).then(completed())
    given(requested(), started(1), started(2), completed()).when(COMPLETE).refused(JobEnded)


def test_a_job_that_completes_after_a_cancel_is_refused() -> None:
    given(requested(), started(), CANCELLED_AFTER).when(COMPLETE).refused(JobEnded)
    given(requested(), CANCELLED_BEFORE).when(COMPLETE).refused(JobEnded)


def test_a_job_may_fail_before_it_starts_and_after() -> None:
    given(requested()).when(FAIL).then(FAILED)
    given(requested(), started()).when(FAIL).then(FAILED)


def test_a_cancelled_job_cannot_fail_and_give_back_twice() -> None:
    given(requested(), CANCELLED_BEFORE).when(FAIL).refused(JobEnded)


def test_the_maker_cancels_once_and_gets_back_what_was_not_begun() -> None:
    given(requested()).when(CANCEL).then(CANCELLED_BEFORE)
    given(requested(), started()).when(CANCEL).then(CANCELLED_AFTER)
    given(requested(), CANCELLED_BEFORE).when(CANCEL).then()


@pytest.mark.parametrize("end", [completed(), FAILED])
def test_what_came_to_its_end_is_not_cancelled(end: Event) -> None:
    given(requested(), started(), end).when(CANCEL).refused(JobEnded)


def test_only_the_maker_cancels() -> None:
    given(requested()).when(but(CANCEL, maker_id=BEN)).refused(JobUnknown)
