"""A real log, a real store, and one Ray head for all tests that need one."""

import asyncio
import contextlib
import os
import uuid
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import psutil
import pytest

from domain.codec import Codec
from domain.decisions.generations import RequestGeneration
from domain.decisions.jobs import JOB_EVENTS, CancelGeneration
from domain.events import GenerationRequested
from domain.group_commit import GroupCommit
from domain.ids import ClipId, JobId, PersonId, RefusalId, RequestId
from domain.keys import KeyRing
from domain.ledger import Ledger, Wish
from domain.store_sqlite import SQLiteRecorder
from render_cluster.artifacts import ArtifactStore, FolderStore
from render_cluster.cluster_settings import ClusterSettings
from render_cluster.dispatcher import Clearance, Dispatcher, DispatcherSettings, RendersJobs
from render_cluster.head import read_head
from render_cluster.progress_board import ProgressBoard
from render_cluster.renderer import Renderer

SKETCH = "tests.render_cluster.sketch_backend:SketchBackend"
MAKER = PersonId("person-maker")
ALLOWANCE_PER_DAY = 50
WAIT_S = 60.0


def cleared_as(maker_id: PersonId) -> dict[str, object]:
    """What a step of a job without a cast brings to the gate."""
    return Clearance(maker_id, RefusalId(f"refusal-{uuid.uuid4().hex}"), datetime.now(UTC), ())._asdict()


def cleared(requested: GenerationRequested) -> Clearance:
    """The same for a request in the log."""
    return Clearance(**cleared_as(requested.maker_id))


class World:
    """One log with its store, and as many dispatchers on it as a test wants."""

    def __init__(self, folder: Path) -> None:
        keys = KeyRing(folder / "keys")
        keys.create(MAKER)
        recorder = SQLiteRecorder(folder / "log.sqlite")
        self._writer = GroupCommit(recorder)
        self.ledger = Ledger(recorder, self._writer, Codec(keys), lambda: datetime.now(UTC))
        self.store: ArtifactStore = FolderStore(folder / "media")
        self.board = ProgressBoard()
        self.keys = keys

    def close(self) -> None:
        """Ends the log's writer."""
        self._writer.close()

    def ask(self, prompt: str, **changes: object) -> JobId:
        """Asks for a small clip."""
        unique = uuid.uuid4().hex
        request = RequestGeneration(
            job_id=JobId(f"job-{unique}"),
            clip_id=ClipId(f"clip-{unique}"),
            refusal_id=RefusalId(f"refusal-{unique}"),
            maker_id=MAKER,
            prompt=prompt,
            duration_s=1.0,
            width_px=640,
            height_px=360,
            style=None,
            seed=7,
            storyboard=None,
            allowance_per_day=ALLOWANCE_PER_DAY,
            at=datetime.now(UTC),
        )
        self.ledger.handle_now(msgspec.structs.replace(request, **changes), self._wish())
        return request.job_id

    def cancel(self, job_id: JobId) -> None:
        """The maker calls the job off."""
        self.ledger.handle_now(CancelGeneration(job_id=job_id, maker_id=MAKER), self._wish())

    def story(self, job_id: JobId) -> list[str]:
        """What the log says of a job, as the middle words of its event names."""
        return [row.event.name.split(".")[1] for row in self.events(job_id)]

    def events(self, job_id: JobId) -> list:
        """The job's events."""
        return [row for row in self.ledger.scan(JOB_EVENTS) if row.event.job_id == job_id]

    async def until(self, job_id: JobId, word: str) -> None:
        """Waits until the job's story has a word in it."""
        async with asyncio.timeout(WAIT_S):
            while word not in self.story(job_id):
                await asyncio.sleep(0.05)

    async def until_frame(self, job_id: JobId, count: int) -> None:
        """Waits until so many frames of the job are in its file."""
        async with asyncio.timeout(WAIT_S):
            async for step in self.board.follow(job_id):
                if step.progress.frames_done >= count:
                    return

    @contextlib.asynccontextmanager
    async def dispatching(self, renderer: RendersJobs, **settings: float) -> AsyncIterator[Dispatcher]:
        """A dispatcher at work on the log."""
        chosen = DispatcherSettings(**{"poll_s": 0.05, "pause_s": 0.1, **settings})
        dispatcher = Dispatcher(self.ledger, renderer, self.store, self.board, cleared, chosen)
        task = asyncio.create_task(dispatcher.run())
        try:
            yield dispatcher
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def _wish(self) -> Wish:
        return Wish(MAKER, "test", "test", RequestId(f"request-{uuid.uuid4().hex}"))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    world.close()


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="session")
def ray_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ray")


@pytest.fixture(scope="session")
def renderer(runner: asyncio.Runner, ray_folder: Path) -> Iterator[Renderer]:
    """Two workers on a head of our own; when all is done nothing of it may be left."""
    settings = ClusterSettings(folder=str(ray_folder), backend=SKETCH, workers_count=2)
    renderer = Renderer(settings)

    async def bring_up() -> None:
        renderer.start()
        async with asyncio.timeout(2 * WAIT_S):
            await renderer.wait_up()

    runner.run(bring_up())
    yield renderer
    runner.run(renderer.stop())
    assert processes_that_mention(str(ray_folder)) == []
    assert not settings.temp_folder.exists()


def processes_that_mention(text: str) -> list[int]:
    """Processes other than this one with a text in their command or working folder."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid != os.getpid() and text in " ".join([*process.cmdline(), process.cwd()]):
                found.append(process.pid)
    return found


def worker_pids(folder: Path) -> list[int]:
    """The processes of the workers of a folder's head; Ray titles them with what they do."""
    session, found = read_head(folder).session, []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            title = " ".join(process.cmdline())
            if os.getsid(process.pid) == session and title.startswith(("ray::RenderWorker", "ray::render ")):
                found.append(process.pid)
    return found
