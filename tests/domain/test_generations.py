"""Asking for clips within a day's allowance, and making them."""

import math

import pytest

from domain.decisions.generations import (
    CancelGeneration,
    CompleteGeneration,
    FailGeneration,
    RequestGeneration,
    StartGeneration,
)
from domain.errors import (
    AllowanceSpent,
    ClipSettingsInvalid,
    JobEnded,
    JobUnknown,
    PromptEmpty,
    PromptTooLong,
)
from domain.events import Event, GenerationCancelled, GenerationFailed
from domain.ids import ClipId, JobId, allowance_id
from domain.limits import (
    CLIP_SEED_MAX,
    CLIP_SIZES_PX,
    CLIP_STYLES,
    PROMPT_CHARS_MAX,
    STORYBOARD_BYTES_MAX,
)
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
    TOMORROW,
    VIDEO,
    completed,
    requested,
    started,
)
from tests.gwt import Stray, but, given

TODAYS = allowance_id(ANA, TODAY)
CLEARED = {"maker_id": ANA, "refusal_id": REFUSAL, "at": NOON}
REQUEST = RequestGeneration(
    job_id=JOB,
    clip_id=CLIP,
    refusal_id=REFUSAL,
    maker_id=ANA,
    prompt="a basketball bounces off the rim",
    duration_s=4.0,
    width_px=640,
    height_px=360,
    style="cinematic",
    seed=7,
    storyboard=None,
    allowance_per_day=2,
    at=NOON,
)
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


def earlier(number: int) -> Event:
    """Another request of the same day."""
    return requested(JobId(f"job-earlier-{number}"), ClipId(f"clip-earlier-{number}"))


# --- asking ------------------------------------------------------------------------------------


def test_a_request_draws_on_the_days_allowance() -> None:
    given().when(REQUEST).then(requested())
    given(earlier(1)).when(REQUEST).then(requested())
    given(earlier(1), earlier(2)).when(REQUEST).refused(AllowanceSpent)


def test_an_allowance_of_none_allows_none() -> None:
    given().when(but(REQUEST, allowance_per_day=0)).refused(AllowanceSpent)


def test_a_failure_gives_the_allowance_back() -> None:
    given(earlier(1), requested(), FAILED).when(REQUEST).then(requested())


def test_a_cancellation_before_the_start_gives_the_allowance_back() -> None:
    given(earlier(1), requested(), CANCELLED_BEFORE).when(REQUEST).then(requested())


def test_a_cancellation_after_the_start_does_not() -> None:
    given(earlier(1), requested(), CANCELLED_AFTER).when(REQUEST).refused(AllowanceSpent)


def test_the_next_day_has_an_allowance_of_its_own() -> None:
    tomorrow = but(REQUEST, at=TOMORROW)
    given().when(tomorrow).then(requested(day=TOMORROW.date()))
    with pytest.raises(Stray):
        given(requested()).when(tomorrow)


def test_a_late_failure_gives_back_to_the_day_of_the_request() -> None:
    with pytest.raises(Stray):
        given(FAILED).when(but(REQUEST, at=TOMORROW))


def test_nobody_draws_on_anothers_allowance() -> None:
    with pytest.raises(Stray):
        given(requested(maker_id=BEN)).when(REQUEST)


def test_a_prompt_is_trimmed() -> None:
    given().when(but(REQUEST, prompt=f"  {REQUEST.prompt}\n")).then(requested())


@pytest.mark.parametrize("prompt", ["", " \n\t"])
def test_a_prompt_says_something(prompt: str) -> None:
    given().when(but(REQUEST, prompt=prompt)).refused(PromptEmpty)


def test_a_prompt_has_an_end() -> None:
    assert given().when(but(REQUEST, prompt="x" * PROMPT_CHARS_MAX)).decided()
    given().when(but(REQUEST, prompt="x" * (PROMPT_CHARS_MAX + 1))).refused(PromptTooLong)


@pytest.mark.parametrize(
    "settings",
    [
        {"duration_s": 0.99},
        {"duration_s": 60.01},
        {"duration_s": math.nan},
        {"duration_s": math.inf},
        {"width_px": 641},
        {"width_px": 360},  # known on its own, not with this height
        {"style": "oil_painting"},
        {"style": ""},
        {"seed": -1},
        {"seed": CLIP_SEED_MAX + 1},
        {"storyboard": "ä" * (STORYBOARD_BYTES_MAX // 2 + 1)},  # bytes count, not characters
    ],
)
def test_settings_outside_what_is_made_here_are_refused(settings: dict[str, object]) -> None:
    given().when(but(REQUEST, **settings)).refused(ClipSettingsInvalid)


@pytest.mark.parametrize("size_px", CLIP_SIZES_PX)
@pytest.mark.parametrize("style", [None, *CLIP_STYLES])
def test_what_is_made_here_may_be_asked_for(size_px: tuple[int, int], style: str | None) -> None:
    width_px, height_px = size_px
    settings = {"width_px": width_px, "height_px": height_px, "style": style, "seed": CLIP_SEED_MAX}
    assert given().when(but(REQUEST, duration_s=60.0, storyboard="{}", **settings)).decided()


# --- making ------------------------------------------------------------------------------------


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
