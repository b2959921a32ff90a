"""Turns requests in the log into renders, and their ends into commands; what it forgets, the log knows."""

import asyncio
import contextlib
import logging
import shutil
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from domain.consent import CastWish
from domain.decider import Command
from domain.decisions.jobs import JOB_EVENTS, CompleteGeneration, FailGeneration, StartGeneration
from domain.errors import Refused
from domain.events import (
    ClipFile,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
)
from domain.ids import JobId, PersonId, RefusalId
from domain.ledger import Ledger, Wish
from domain.limits import GENERATION_ATTEMPTS_MAX
from render_cluster.artifacts import ArtifactStore, StoreFull
from render_cluster.backends.backend import CastLikeness, Spec
from render_cluster.backlog import Backlog, OpenJob
from render_cluster.driver_messages import Health
from render_cluster.job import (
    Failed,
    JobFailed,
    JobOutcome,
    JobSpec,
    Preview,
    Progress,
    Rendered,
    at_stage,
    job_spec,
)
from render_cluster.progress_board import ProgressBoard
from render_cluster.render import MEDIA_TYPES
from render_cluster.renderer import RendererLost

ACTOR = "dispatcher"
SCAN_EVENTS_MAX = 1_000
_USUAL_SIZE_PX2 = 640 * 360

log = logging.getLogger("castmates.dispatcher")


class Clearance(NamedTuple):
    """What the gate asks of each step of a job: in whose name, when, and who is cast."""

    maker_id: PersonId
    refusal_id: RefusalId
    at: datetime
    cast: tuple[CastWish, ...]


class RendersJobs(Protocol):
    """What the dispatcher needs of the cluster."""

    @property
    def health(self) -> Health:
        """How the cluster is."""

    def render(self, job: JobSpec) -> AsyncIterator[Progress | Preview | JobOutcome]:
        """Progress and previews, then the outcome. Raises RendererLost."""

    def report_queue(self, jobs_count: int) -> None:
        """Shows how many jobs wait."""


class SealsClip(Protocol):
    """What gives a finished clip its consent receipt."""

    def __call__(self, job: OpenJob, rendered: Rendered) -> Path:
        """Puts the receipt into the video, in place; the path of the same beside it. Raises JobFailed."""


class DispatcherSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How many jobs run at once, how often the log is looked at unasked, and how long things may take."""

    jobs_count_max: int = 2
    poll_s: float = 0.5
    pause_s: float = 2.0
    wall_s: float = 120.0
    wall_s_a_clip_second: float = 60.0


class Dispatcher:
    """Follows the log on one event loop; `run` it as a task and cancel that task to stop.

    Several may follow one log: a job is then drawn more than once, but the domain takes one completion.
    """

    def __init__(
        self,
        ledger: Ledger,
        renderer: RendersJobs,
        store: ArtifactStore,
        board: ProgressBoard,
        clear: Callable[[GenerationRequested], Clearance],
        settings: DispatcherSettings | None = None,
        seal: SealsClip | None = None,
        likenesses: Callable[[GenerationRequested], tuple[CastLikeness, ...]] = lambda _: (),
    ) -> None:
        self._ledger, self._renderer, self._store, self._board = ledger, renderer, store, board
        self._clear, self._seal, self._likenesses = clear, seal, likenesses
        self._settings = settings or DispatcherSettings()
        self._backlog = Backlog()
        self._running: dict[JobId, asyncio.Task[None]] = {}
        self._drawing: set[JobId] = set()
        self._paused_until_s: dict[JobId, float] = {}
        self._awake = asyncio.Event()

    def wake(self) -> None:
        """Says that the log may have news; without it the dispatcher looks by itself a little later."""
        self._awake.set()

    async def run(self) -> None:
        """Dispatches until cancelled; jobs that are under way are then called off and stay in the log."""
        try:
            while True:
                self._awake.clear()
                try:
                    await self._read_on()
                    self._call_off_ended()
                    self._take_up()
                except Exception as error:
                    log.error("the log could not be followed: %s", type(error).__name__)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._awake.wait(), self._settings.poll_s)
        finally:
            tasks = list(self._running.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _read_on(self) -> None:
        """Takes in what the log says since the last look."""
        while True:
            after = self._backlog.position
            batch = await asyncio.to_thread(self._ledger.scan, JOB_EVENTS, after, SCAN_EVENTS_MAX)
            for recorded in batch:
                self._backlog.take(recorded)
                self._show_end(recorded.event)
            if len(batch) < SCAN_EVENTS_MAX:
                return

    def _show_end(self, event: Event) -> None:
        """Lets those go who watch a job that ended, here or elsewhere."""
        ended = isinstance(event, GenerationCompleted | GenerationFailed | GenerationCancelled)
        if not ended or event.job_id not in self._board:
            return
        if isinstance(event, GenerationCompleted):
            self._board.post(event.job_id, at_stage("done"))
        self._board.end(event.job_id)

    def _call_off_ended(self) -> None:
        """Stops work on jobs that the log says are over, by the maker's wish or another dispatcher's work."""
        for job_id in self._drawing:
            if self._backlog.get(job_id) is None:
                self._running[job_id].cancel()

    def _take_up(self) -> None:
        """Starts as many waiting jobs as there is room for, oldest request first."""
        waiting = [job for job in self._backlog if job.requested.job_id not in self._running]
        room = self._settings.jobs_count_max - len(self._running)
        for job in waiting:
            job_id = job.requested.job_id
            if self._board.newest(job_id) is None:
                self._board.post(job_id, at_stage("queued"))
            if room > 0 and self._renderer.health.state == "up" and not self._paused(job_id):
                room -= 1
                task = self._running[job_id] = asyncio.create_task(self._attend(job))
                task.add_done_callback(lambda _, job_id=job_id: self._attended(job_id))
        self._renderer.report_queue(sum(job.requested.job_id not in self._running for job in waiting))

    def _paused(self, job_id: JobId) -> bool:
        return self._paused_until_s.get(job_id, 0.0) > time.monotonic()

    def _attended(self, job_id: JobId) -> None:
        del self._running[job_id]
        self.wake()

    async def _attend(self, job: OpenJob) -> None:
        """One attempt at one job. Whatever goes wrong on our side leaves it in the backlog, after a pause."""
        job_id = job.requested.job_id
        self._paused_until_s.pop(job_id, None)
        try:
            await self._attempt(job)
        except Refused:
            log.info("%s ended meanwhile", job_id)
        except RendererLost:
            self._pause(job_id)
        except Exception as error:
            log.error("%s could not be attended to: %s", job_id, type(error).__name__)
            self._pause(job_id)

    def _pause(self, job_id: JobId) -> None:
        self._board.post(job_id, at_stage("queued"))
        self._paused_until_s[job_id] = time.monotonic() + self._settings.pause_s

    async def _attempt(self, job: OpenJob) -> None:
        try:
            spec = job_spec(job.requested)
            if job.attempts_count >= GENERATION_ATTEMPTS_MAX:
                raise JobFailed("worker_lost")
            backend = self._renderer.health.backend or "unknown"
            clearance = await self._clearance(job)
            start = StartGeneration(job_id=spec.job_id, backend=backend, **clearance._asdict())
            if not any(isinstance(event, GenerationStarted) for event in await self._handle(job, start)):
                return  # somebody in the cast consents no longer
            if job.requested.cameo_ids:  # opened once the gate was passed, and never written down
                spec = job_spec(job.requested, await asyncio.to_thread(self._likenesses, job.requested))
            end: Command = await self._completion(job, await self._rendered(spec))
        except JobFailed as failure:
            end = FailGeneration(job_id=job.requested.job_id, reason=failure.code)
        await self._handle(job, end)

    def _wall_s(self, spec: Spec) -> float:
        """How long a clip may take: more for a longer one, and for a larger picture."""
        share = max(1.0, spec.width_px * spec.height_px / _USUAL_SIZE_PX2)
        return self._settings.wall_s + self._settings.wall_s_a_clip_second * spec.duration_s * share

    async def _rendered(self, job: JobSpec) -> Rendered:
        """The rendered files. Raises JobFailed, RendererLost."""
        self._drawing.add(job.job_id)
        wall_s = self._wall_s(job.spec)
        try:
            async with asyncio.timeout(wall_s), contextlib.aclosing(self._renderer.render(job)) as steps:
                async for step in steps:
                    if isinstance(step, Rendered):
                        return step
                    if isinstance(step, Failed):
                        raise RendererLost if step.code == "worker_lost" else JobFailed(step.code)
                    if isinstance(step, Preview):
                        self._board.show(job.job_id, step)
                    else:
                        self._board.post(job.job_id, step)
        except TimeoutError as error:
            raise JobFailed("timed_out") from error
        finally:
            self._drawing.discard(job.job_id)
        raise RendererLost

    async def _clearance(self, job: OpenJob) -> Clearance:
        return await asyncio.to_thread(self._clear, job.requested)

    async def _completion(self, job: OpenJob, rendered: Rendered) -> CompleteGeneration:
        """Seals the clip and moves the files into the store. Raises JobFailed where either cannot be done.

        The store names files by content, so those of a job that ended meanwhile may be another's too:
        they are left to the collection of what no event names.
        """
        try:
            consent_path = self._seal and await asyncio.to_thread(self._seal, job, rendered)
            files = {
                "consent": consent_path and await self._stored(str(consent_path)),
                "video": await self._stored(rendered.video_path),
                "poster": await self._stored(rendered.poster_path),
                "receipt": await self._stored(rendered.receipt_path),
                "captions": rendered.captions_path and await self._stored(rendered.captions_path),
            }
            clearance = await self._clearance(job)
            return CompleteGeneration(
                job_id=job.requested.job_id, facts=rendered.facts, **files, **clearance._asdict()
            )
        except StoreFull as error:
            raise JobFailed("storage_full") from error
        finally:
            shutil.rmtree(Path(rendered.video_path).parent, ignore_errors=True)

    async def _stored(self, path: str) -> ClipFile:
        media_type = MEDIA_TYPES[Path(path).name]
        artifact = await asyncio.to_thread(self._store.put, Path(path), media_type)
        return ClipFile(artifact.digest, media_type, artifact.size_bytes)

    async def _handle(self, job: OpenJob, command: Command) -> tuple[Event, ...]:
        wish = Wish(actor=ACTOR, correlation=job.correlation, causation=job.requested.job_id)
        return (await self._ledger.handle(command, wish)).events
