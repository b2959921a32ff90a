"""Requests in the log become clips once, whatever happens on the way."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.decisions.jobs import StartGeneration
from domain.events import GenerationCompleted
from domain.ledger import Wish
from render_cluster.artifacts import Artifact, StoreFull, verify
from render_cluster.backends.backend import Spec
from render_cluster.crew import LocalCrew
from render_cluster.driver_messages import Health
from render_cluster.job import JobOutcome, JobSpec, Preview, Progress, Rendered
from render_cluster.receipt import read_receipt
from render_cluster.render import render
from render_cluster.renderer import Renderer
from tests.render_cluster.conftest import ALLOWANCE_PER_DAY, MAKER, World, cleared_as, worker_pids
from tests.render_cluster.sketch_backend import SketchBackend


class Absent:
    """A cluster that never comes up."""

    health = Health("absent", "no_answer")

    def render(self, job: JobSpec) -> AsyncIterator[Progress | Preview | JobOutcome]:
        raise AssertionError(f"nobody may be asked to render {job.job_id} here")

    def report_queue(self, jobs_count: int) -> None:
        self.waiting_count = jobs_count


class FullStore:
    """A store without room."""

    def put(self, source: Path | bytes, media_type: str) -> Artifact:
        raise StoreFull(f"no room for {media_type} of {source!r}")


def completed(world: World, job_id: str) -> GenerationCompleted:
    return world.events(job_id)[-1].event


def test_a_request_becomes_a_clip(
    world: World, renderer: Renderer, runner: asyncio.Runner, tmp_path: Path
) -> None:
    async def road() -> tuple[str, list[Progress]]:
        job_id = world.ask("a ball")
        async with world.dispatching(renderer):
            return job_id, [step.progress async for step in world.board.follow(job_id)]

    job_id, steps = runner.run(road())
    assert world.story(job_id) == ["requested", "started", "completed"]
    assert [step.fraction for step in steps] == sorted(step.fraction for step in steps)
    assert steps[-1].stage == "done"

    made = completed(world, job_id)
    for file in (made.video, made.poster, made.receipt):
        verify(world.store, file.digest)
    receipt = read_receipt(b"".join(world.store.open(made.receipt.digest)))
    assert (receipt.video_sha256, receipt.backend) == (made.video.digest, "sketch")

    # One process with one backend makes the same bytes as workers that share the frames.
    *_, alone = render(Spec("a ball", duration_s=1.0, seed=7), LocalCrew(SketchBackend()), tmp_path / "alone")
    assert isinstance(alone, Rendered)
    assert Path(alone.video_path).read_bytes() == b"".join(world.store.open(made.video.digest))


def test_the_first_frame_hangs_out_while_the_rest_is_drawn_and_comes_down_with_the_end(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> tuple[bytes, bool]:
        job_id = world.ask("slow")
        seen = b""
        async with world.dispatching(renderer):
            async for step in world.board.follow(job_id):
                if step.progress.stage == "frames":
                    seen = seen or world.board.preview(job_id).webp
        return seen, world.board.preview(job_id) is None

    seen, is_gone = runner.run(road())
    assert seen[8:12] == b"WEBP"
    assert is_gone


def test_a_cancelled_job_stops_in_mid_render(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> tuple[str, str, int]:
        slow = world.ask("slow", duration_s=20.0)
        async with world.dispatching(renderer, jobs_count_max=1):
            await world.until_frame(slow, 5)
            world.cancel(slow)
            frames = [step.progress.frames_done async for step in world.board.follow(slow)]
            after = world.ask("the next")
            await world.until(after, "completed")
        return slow, after, frames[-1]

    slow, after, frames_done = runner.run(road())
    assert world.story(slow) == ["requested", "started", "cancelled"]
    assert frames_done < 480
    assert world.story(after) == ["requested", "started", "completed"]


def test_a_job_that_is_cancelled_while_it_waits_is_never_started(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> str:
        first, second = world.ask("slow"), world.ask("slow")
        async with world.dispatching(renderer, jobs_count_max=1):
            await world.until_frame(first, 1)
            world.cancel(second)
            await world.until(first, "completed")
            await asyncio.sleep(0.2)
        return second

    assert world.story(runner.run(road())) == ["requested", "cancelled"]


def test_a_killed_worker_costs_an_attempt_and_not_the_clip(
    world: World, renderer: Renderer, runner: asyncio.Runner, ray_folder: Path
) -> None:
    async def road() -> str:
        job_id = world.ask("slow", duration_s=4.0)
        async with world.dispatching(renderer):
            await world.until_frame(job_id, 2)
            for pid in worker_pids(ray_folder):
                os.kill(pid, signal.SIGKILL)
            await world.until(job_id, "completed")
        return job_id

    job_id = runner.run(road())
    assert world.story(job_id) == ["requested", "started", "started", "completed"]


def test_a_job_that_was_lost_too_often_fails(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> str:
        job_id = world.ask("a ball")
        for _ in range(3):
            start = StartGeneration(job_id=job_id, backend="sketch 1", **cleared_as(MAKER))
            world.ledger.handle_now(start, Wish("dispatcher", "test", job_id))
        async with world.dispatching(renderer):
            await world.until(job_id, "failed")
        return job_id

    job_id = runner.run(road())
    assert world.events(job_id)[-1].event.code == "worker_lost"


def test_a_broken_backend_fails_the_job_and_gives_the_allowance_back(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> str:
        job_id = world.ask("broken", allowance_per_day=1)
        async with world.dispatching(renderer):
            await world.until(job_id, "failed")
        return job_id

    job_id = runner.run(road())
    assert world.story(job_id) == ["requested", "started", "failed"]
    assert world.events(job_id)[-1].event.code == "backend_failed"
    world.ask("again", allowance_per_day=1)


@pytest.mark.slow
def test_a_job_past_its_wall_limit_fails_and_frees_its_worker(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> tuple[str, str]:
        hung = world.ask("hung")
        async with world.dispatching(renderer, wall_s=1.0, wall_s_a_clip_second=0.0, jobs_count_max=1):
            await world.until(hung, "failed")
        after = world.ask("a ball")
        async with world.dispatching(renderer):
            await world.until(after, "completed")
        return hung, after

    hung, _ = runner.run(road())
    assert world.events(hung)[-1].event.code == "timed_out"


def test_a_new_dispatcher_takes_up_what_the_old_one_left(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> str:
        job_id = world.ask("slow")
        async with world.dispatching(renderer):
            await world.until_frame(job_id, 3)
        assert world.story(job_id) == ["requested", "started"]
        async with world.dispatching(renderer):
            await world.until(job_id, "completed")
        return job_id

    assert world.story(runner.run(road())) == ["requested", "started", "started", "completed"]


def test_two_dispatchers_on_one_log_complete_a_job_once(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> list[str]:
        job_ids = [world.ask(f"ball {number}") for number in range(2)]
        async with world.dispatching(renderer), world.dispatching(renderer):
            for job_id in job_ids:
                await world.until(job_id, "completed")
            await asyncio.sleep(0.5)
        return job_ids

    for job_id in runner.run(road()):
        story = world.story(job_id)
        assert story.count("completed") == 1
        assert "failed" not in story


def test_a_full_store_fails_the_job(world: World, renderer: Renderer, runner: asyncio.Runner) -> None:
    async def road() -> str:
        world.store = FullStore()
        job_id = world.ask("a ball")
        async with world.dispatching(renderer):
            await world.until(job_id, "failed")
        return job_id

    assert world.events(runner.run(road()))[-1].event.code == "storage_full"


def test_a_job_whose_maker_was_erased_fails(world: World, renderer: Renderer, runner: asyncio.Runner) -> None:
    async def road() -> str:
        job_id = world.ask("a ball")
        world.keys.destroy(MAKER)
        async with world.dispatching(renderer):
            await world.until(job_id, "failed")
        return job_id

    job_id = runner.run(road())
    assert world.story(job_id) == ["requested", "failed"]
    assert world.events(job_id)[-1].event.code == "prompt_erased"


def test_without_a_cluster_requests_wait_in_the_log(world: World) -> None:
    absent = Absent()

    async def road() -> str:
        job_id = world.ask("a ball")
        async with world.dispatching(absent):
            async for step in world.board.follow(job_id):
                assert step.progress.stage == "queued"
                break
            await asyncio.sleep(0.2)
        return job_id

    assert world.story(asyncio.run(road())) == ["requested"]
    assert absent.waiting_count == 1


@pytest.mark.slow
def test_many_jobs_come_out_in_the_order_of_asking(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def road() -> list[str]:
        job_ids = [world.ask(f"ball {number}") for number in range(min(8, ALLOWANCE_PER_DAY))]
        async with world.dispatching(renderer, jobs_count_max=1):
            for job_id in job_ids:
                await world.until(job_id, "completed")
        return job_ids

    job_ids = runner.run(road())
    ends = [world.events(job_id)[-1].position for job_id in job_ids]
    assert ends == sorted(ends)
