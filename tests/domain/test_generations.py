"""Asking for clips within a day's allowance."""

import math

import pytest

from domain.decisions.generations import RequestGeneration
from domain.errors import AllowanceSpent, ClipSettingsInvalid, PromptEmpty, PromptTooLong
from domain.events import Event, GenerationCancelled, GenerationFailed
from domain.ids import ClipId, JobId, allowance_id
from domain.limits import CLIP_SEED_MAX, CLIP_SIZES_PX, CLIP_STYLES, PROMPT_CHARS_MAX, STORYBOARD_BYTES_MAX
from tests.cast import ANA, BEN, CLIP, JOB, NOON, REFUSAL, TODAY, TOMORROW, requested
from tests.gwt import Stray, but, given

TODAYS = allowance_id(ANA, TODAY)
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
FAILED = GenerationFailed(JOB, CLIP, TODAYS, "worker_lost", ANA)
CANCELLED_BEFORE = GenerationCancelled(JOB, CLIP, TODAYS, refunded=True, maker_id=ANA)
CANCELLED_AFTER = GenerationCancelled(JOB, CLIP, TODAYS, refunded=False, maker_id=ANA)


def earlier(number: int) -> Event:
    """Another request of the same day."""
    return requested(JobId(f"job-earlier-{number}"), ClipId(f"clip-earlier-{number}"))


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


def test_a_day_may_begin_by_another_clock() -> None:
    given().when(but(REQUEST, utc_offset_min=14 * 60)).then(requested(day=TOMORROW.date()))


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
