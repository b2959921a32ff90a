"""Requests in the log become clips once, whatever happens on the way."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.decisions.generations import StartGeneration
from domain.errors import AllowanceSpent
from domain.ledger import Wish
from render_cluster.backends.backend import Spec
from render_cluster.crew import LocalCrew
from render_cluster.driver_messages import Health
from render_cluster.job import JobOutcome, JobSpec, Progress
from render_cluster.render import render
from tests.render_cluster.conftest import MAKER, WAIT_S, World, worker_pids
from tests.render_cluster.sketch_backend import SketchBackend

SECONDS = 2.0


class Absent:
    """A cluster that never comes up."""

    health = Health("absent", "no_answer")

    def render(self, job: JobSpec) -> AsyncIterator[Progress | JobOutcome]:
        raise AssertionError("nobody may be asked to render here")

    def report_queue(self, jobs_count: int) -> None:
        self.waiting_count = jobs_count


def test_a_request_becomes_a_clip_on_the_cluster(world: World, renderer, runner, tmp_path: Path) -> None:
    async def road() -> list[Progress]:
        job_id = world.ask("a ball")
        async with world.dispatching(renderer):
            return [step.progress async for step in world.board.follow(job_id)]

    steps = runner.run(road())
    (job_id,) = {row.event.job_id for row in world.ledger.scan([StartedOrEnded])} if False else {None}
    assert [step.fraction for step in steps] == sorted(step.fraction for step in steps)
    assert steps[-1].stage == "done"
