"""Whatever dies, the server lives on, the cluster comes back, and nothing is left behind in the end."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from domain.ids import JobId
from render_cluster.backends.backend import Spec
from render_cluster.cluster_settings import ClusterSettings
from render_cluster.crew import LocalCrew
from render_cluster.head import read_head
from render_cluster.job import JobSpec, Rendered
from render_cluster.render import render
from render_cluster.renderer import Renderer, RendererLost
from tests.render_cluster.conftest import SKETCH, WAIT_S, World, processes_that_mention
from tests.render_cluster.sketch_backend import SketchBackend

SERVER = """
import asyncio, sys
from render_cluster.cluster_settings import ClusterSettings
from render_cluster.renderer import Renderer

async def serve():
    renderer = Renderer(ClusterSettings(folder=sys.argv[1], backend=sys.argv[2], workers_count=1))
    renderer.start()
    await renderer.wait_up()
    print("up", flush=True)
    await asyncio.sleep(600)

asyncio.run(serve())
"""


@contextlib.asynccontextmanager
async def rendering(folder: Path, workers_count: int = 1) -> AsyncIterator[Renderer]:
    renderer = Renderer(ClusterSettings(folder=str(folder), backend=SKETCH, workers_count=workers_count))
    renderer.start()
    try:
        async with asyncio.timeout(2 * WAIT_S):
            await renderer.wait_up()
        yield renderer
    finally:
        await renderer.stop()


def serving(folder: Path) -> subprocess.Popen[bytes]:
    """A server process with its cluster up."""
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(folder), SKETCH], stdout=subprocess.PIPE, cwd=os.getcwd()
    )
    assert server.stdout.readline() == b"up\n"
    return server


def drivers(parent: int) -> list[psutil.Process]:
    """The driver processes of a server."""
    found = []
    for child in psutil.Process(parent).children():
        with contextlib.suppress(psutil.ZombieProcess):
            if "render_cluster.driver" in child.cmdline():
                found.append(child)
    return found


def wait_gone(text: str) -> list[int]:
    deadline = time.monotonic() + WAIT_S
    while (found := processes_that_mention(text)) and time.monotonic() < deadline:
        time.sleep(0.2)
    return found


def test_a_driver_that_dies_costs_an_attempt_and_not_the_head(
    world: World, renderer: Renderer, runner: asyncio.Runner
) -> None:
    address = renderer.health.address

    async def road() -> str:
        job_id = world.ask("slow")
        async with world.dispatching(renderer):
            await world.until_frame(job_id, 2)
            for driver in drivers(os.getpid()):
                driver.kill()
            await world.until(job_id, "completed")
        return job_id

    assert world.story(runner.run(road())) == ["requested", "started", "started", "completed"]
    assert renderer.health.address == address


def test_nobody_renders_before_the_cluster_is_up(tmp_path: Path) -> None:
    async def too_early() -> None:
        await anext(
            Renderer(ClusterSettings(folder=str(tmp_path))).render(JobSpec(JobId("job-1"), Spec("x")))
        )

    with pytest.raises(RendererLost):
        asyncio.run(too_early())


def test_an_address_where_nobody_answers_is_told_as_such(tmp_path: Path) -> None:
    async def reason() -> str | None:
        renderer = Renderer(ClusterSettings(folder=str(tmp_path), address="127.0.0.1:9", backend=SKETCH))
        renderer.start()
        async with asyncio.timeout(WAIT_S):
            while renderer.health.state != "absent" or renderer.health.reason == "not_started":
                await asyncio.sleep(0.05)
        heard = renderer.health.reason
        await renderer.stop()
        return heard

    assert asyncio.run(reason()) == "no_answer"


@pytest.mark.slow
def test_the_head_is_brought_back_when_it_dies(tmp_path: Path) -> None:
    async def road() -> tuple[str | None, str | None, str]:
        async with rendering(tmp_path) as renderer:
            first = renderer.health.address
            os.kill(read_head(tmp_path).session, signal.SIGKILL)
            async with asyncio.timeout(2 * WAIT_S):
                while renderer.health.state == "up":
                    await asyncio.sleep(0.05)
                await renderer.wait_up()
            *_, rendered = [step async for step in renderer.render(JobSpec(JobId("job-1"), Spec("x", 1.0)))]
            return first, renderer.health.address, type(rendered).__name__

    first, second, outcome = asyncio.run(road())
    assert first != second
    assert outcome == "Rendered"
    assert wait_gone(str(tmp_path)) == []


@pytest.mark.slow
def test_a_server_that_is_killed_leaves_nothing(tmp_path: Path) -> None:
    server = serving(tmp_path)
    assert processes_that_mention(str(tmp_path))
    server.kill()
    server.wait()
    assert wait_gone(str(tmp_path)) == []


@pytest.mark.slow
def test_a_head_that_outlived_its_server_is_taken_over(tmp_path: Path) -> None:
    server = serving(tmp_path)
    for process in [*drivers(server.pid), server]:
        process.kill()
    server.wait()
    address = read_head(tmp_path).address

    async def road() -> str | None:
        async with rendering(tmp_path) as renderer:
            return renderer.health.address

    assert asyncio.run(road()) == address
    assert wait_gone(str(tmp_path)) == []


@pytest.mark.slow
def test_the_number_of_workers_does_not_show_in_the_clip(
    tmp_path: Path, renderer: Renderer, runner: asyncio.Runner
) -> None:
    async def clip(by: Renderer) -> bytes:
        async for step in by.render(JobSpec(JobId("job-1"), Spec("x", 4.0, seed=3))):
            if isinstance(step, Rendered):
                return Path(step.video_path).read_bytes()
        raise AssertionError("no clip")

    async def by_one() -> bytes:
        async with rendering(tmp_path / "one") as renderer:
            return await clip(renderer)

    *_, alone = render(Spec("x", 4.0, seed=3), LocalCrew(SketchBackend()), tmp_path / "alone")
    assert runner.run(clip(renderer)) == asyncio.run(by_one()) == Path(alone.video_path).read_bytes()
