"""What became of each generation that was asked for."""

import pytest

from domain.events import Event, GenerationCancelled, GenerationFailed, GenerationStarted
from projections.views.job_status import JOB_STATUS, get, of_maker, queued_count, unfinished
from tests.projections.given import LATEST, completed, given, requested, time_of

REQUESTED = requested("clip-1", "ada")
COMPLETED = completed("clip-1", "ada")
FAILED = GenerationFailed(
    job_id="job-of-clip-1", clip_id="clip-1", allowance_id="allowance-1", code="render.failed"
)
CANCELLED = GenerationCancelled(
    job_id="job-of-clip-1", clip_id="clip-1", allowance_id="allowance-1", refunded=True
)


def started(attempt: int) -> GenerationStarted:
    return GenerationStarted(job_id="job-of-clip-1", clip_id="clip-1", attempt=attempt, backend="physics")


@pytest.mark.parametrize(
    ("events", "status", "attempt", "error_code"),
    [
        ((), "queued", 0, None),
        ((started(1),), "started", 1, None),
        ((started(1), started(2)), "started", 2, None),
        ((started(1), COMPLETED), "completed", 1, None),
        ((started(1), FAILED), "failed", 1, "render.failed"),
        ((CANCELLED,), "cancelled", 0, None),
    ],
)
def test_the_newest_event_says_how_it_stands(
    events: tuple[Event, ...], status: str, attempt: int, error_code: str | None
) -> None:
    jobs = given(JOB_STATUS, REQUESTED, *events)
    job = get(jobs, "job-of-clip-1")
    assert (job.status, job.attempt, job.error_code) == (status, attempt, error_code)
    assert (job.changed_position, job.changed_at) == (1 + len(events), time_of(1 + len(events)))
    assert len(unfinished(jobs, 10)) == (status in ("queued", "started"))
    assert queued_count(jobs) == (status == "queued")


def test_a_job_keeps_what_was_asked_for() -> None:
    job = get(given(JOB_STATUS, requested("clip-2", "ben", remix_of="clip-1")), "job-of-clip-2")
    assert (job.clip_id, job.maker_id, job.remix_of, job.prompt) == ("clip-2", "ben", "clip-1", "a ball")
    assert (job.duration_s, job.width_px, job.height_px) == (4.0, 640, 360)
    assert (job.style, job.seed, job.storyboard) == ("cinematic", 7, None)
    assert (job.requested_at, job.requested_position) == (time_of(1), 1)


def test_a_maker_pages_through_their_own_jobs() -> None:
    jobs = given(JOB_STATUS, *(requested(f"clip-{n}", "ada" if n < 4 else "ben") for n in range(1, 6)))
    assert [job.clip_id for job in of_maker(jobs, "ada", 2, LATEST)] == ["clip-3", "clip-2"]
    assert [job.clip_id for job in of_maker(jobs, "ada", 2, before_position=2)] == ["clip-1"]


def test_unfinished_jobs_come_in_the_order_they_were_asked_for() -> None:
    jobs = given(JOB_STATUS, REQUESTED, requested("clip-2", "ben"), started(1), requested("clip-3", "ben"))
    assert [job.clip_id for job in unfinished(jobs, 10)] == ["clip-1", "clip-2", "clip-3"]
    assert [job.clip_id for job in unfinished(jobs, 1)] == ["clip-1"]


def test_an_erased_makers_job_has_no_prompt() -> None:
    job = get(given(JOB_STATUS, requested("clip-1", "ada", prompt=None)), "job-of-clip-1")
    assert (job.prompt, job.status) == (None, "queued")
