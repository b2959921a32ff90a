"""The workers of a Ray cluster, and the crew that they form for one clip."""

import threading
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
import ray
from ray.actor import ActorHandle
from ray.exceptions import RayActorError, RayTaskError, TaskCancelledError
from ray.util.metrics import Gauge, Histogram

from domain.ids import JobId
from render_cluster.backends.backend import Draft, Piece, Spec
from render_cluster.cluster_settings import (
    AHEAD_FRAMES_A_WORKER,
    CHUNKS_A_WORKER,
    ClusterSettings,
)
from render_cluster.schedule import chunks_of, shots_apart
from render_cluster.worker import RenderWorker

WARM_S_MAX = 120.0
SETTLE_S_MAX = 5.0
_POLL_S = 0.2
_STREAMED = ("frames", "simulate")
_CLIP_S_BOUNDS = [1, 2, 4, 8, 15, 30, 60, 120, 300]


class ClusterUnusable(Exception):
    """The cluster has no room for a worker, or its workers do not come up; the argument is a stable code."""


class Stopped(Exception):
    """The job was called off while its crew waited."""


class WorkerLost(Exception):
    """A worker died in the middle of a clip."""


class Cluster:
    """Workers on a Ray cluster, from attaching to letting go; one a process, as Ray has it."""

    def __init__(self, address: str, settings: ClusterSettings) -> None:
        """Attaches and brings the workers up. Raises ClusterUnusable."""
        ray.init(address=address, log_to_driver=False, configure_logging=False, logging_level="ERROR")
        room = int(ray.cluster_resources().get(settings.resource, 0))
        count = min(settings.workers_count_wanted, room)
        if count == 0:
            raise ClusterUnusable(f"no_{settings.resource}")
        names = [f"castmates-worker-{number}" for number in range(1, count + 1)]
        needs = {"resources": {settings.resource: 1}, "num_gpus": int(settings.resource == "gen_gpu")}
        self._workers = [
            RenderWorker.options(name=name, **needs).remote(name, settings.backend) for name in names
        ]
        self.backend = self._introduced()
        self._desk = _Desk(self._workers, ray.get(self._workers[0].simulates_apart.remote()))
        self._queue = Gauge("castmates_queue_depth", "Jobs that wait for a worker.")
        self._clip_s = Histogram("castmates_clip_seconds", "Seconds from start to file.", _CLIP_S_BOUNDS)

    @property
    def workers_count(self) -> int:
        """How many workers there are."""
        return len(self._workers)

    def crew(self, job_id: JobId, stop: threading.Event) -> "WorkerCrew":
        """All workers, for one clip; setting `stop` calls them off."""
        return WorkerCrew(job_id, self._desk, self.backend, stop)

    def await_workers(self) -> None:
        """Waits until all workers answer again after one died, or for as long as warming may take."""
        deadline = time.monotonic() + WARM_S_MAX
        while time.monotonic() < deadline:
            try:
                ray.get([worker.introduce.remote() for worker in self._workers], timeout=WARM_S_MAX)
                return
            except (RayActorError, ray.exceptions.GetTimeoutError):
                time.sleep(_POLL_S)

    def measure_queue(self, jobs_count: int) -> None:
        """Shows how many jobs wait."""
        self._queue.set(jobs_count)

    def measure_clip(self, took_s: float) -> None:
        """Shows how long a clip took."""
        self._clip_s.observe(took_s)

    def close(self) -> None:
        """Lets the workers go and detaches."""
        ray.shutdown()

    def _introduced(self) -> tuple[str, str]:
        calls = [worker.introduce.remote() for worker in self._workers]
        try:
            return ray.get(calls, timeout=WARM_S_MAX)[0]
        except ray.exceptions.GetTimeoutError as error:
            raise ClusterUnusable("workers_not_warm") from error
        except (RayActorError, RayTaskError) as error:
            raise ClusterUnusable("backend_not_loaded") from error


class _Call(msgspec.Struct, frozen=True):
    """A piece of work given out: `result` is what to wait for, `ended` when its worker is free again."""

    worker: int
    result: Any
    ended: Any


class _Desk:
    """Gives each piece of work to the worker with the least to do, whichever clip it is for."""

    def __init__(self, workers: list[ActorHandle], simulates_apart: bool) -> None:
        self.simulates_apart = simulates_apart
        self._workers = workers
        self._calls: list[_Call] = []
        self._lock = threading.Lock()

    @property
    def workers_count(self) -> int:
        """How many workers there are."""
        return len(self._workers)

    def give(self, part: str, name: str, *arguments: Any) -> _Call:
        """Queues a method of a worker under a name that the dashboard shows."""
        with self._lock:
            self._calls = unfinished(self._calls)
            busy = [call.worker for call in self._calls]
            worker = min(range(len(self._workers)), key=busy.count)
            result = getattr(self._workers[worker], part).options(name=name).remote(*arguments)
            call = _Call(worker, result, result.completed() if part in _STREAMED else result)
            self._calls.append(call)
            return call

    def restart(self, worker: int) -> None:
        """Kills a worker that does not let go; Ray brings it back fresh."""
        ray.kill(self._workers[worker], no_restart=False)


def unfinished(calls: list[_Call]) -> list[_Call]:
    """Those of the calls that still hold or await their worker."""
    if not calls:
        return []
    ended = [call.ended for call in calls]
    _, running = ray.wait(ended, num_returns=len(ended), timeout=0, fetch_local=False)
    return [call for call in calls if call.ended in running]


class WorkerCrew:
    """A crew of workers: each simulates some of the shots; while one makes the sound, others begin the frames."""

    def __init__(self, job_id: JobId, desk: _Desk, backend: tuple[str, str], stop: threading.Event) -> None:
        self.backend = backend
        self._job_id, self._desk, self._stop = job_id, desk, stop
        self._spec: Spec
        self._draft: Draft
        self._plan: list[ray.ObjectRef]
        self._account: _Call
        self._sound: _Call
        self._chunks: deque[range] = deque()
        self._ahead: deque[tuple[range, _Call]] = deque()
        self._calls: list[_Call] = []

    def draft(self, spec: Spec) -> Draft:
        """See Crew."""
        self._spec = spec
        self._draft = self._get(self._give("draft", spec).result)
        return self._draft

    def simulate(self) -> Iterator[float]:
        """See Crew; what was found stays in the cluster."""
        parts: list[range | None] = [None]
        if self._desk.simulates_apart:
            durations_s = [shot.duration_s for shot in self._draft.storyboard.shots]
            parts = [*shots_apart(durations_s, self._desk.workers_count)]
        streams = [self._give("simulate", self._spec, self._draft, part).result for part in parts]
        self._plan = yield from self._side_by_side(streams)
        # The plan shows them from here on: they need not go round with every chunk of frames.
        self._spec = msgspec.structs.replace(self._spec, likenesses=())
        self._account = self._give("account", self._spec, self._draft, *self._plan)
        self._sound = self._give("sound", self._spec, self._draft, *self._plan)

    def account(self) -> dict[str, Any]:
        """See Crew."""
        return self._get(self._account.result)

    def sound(self) -> np.ndarray:
        """See Crew; it was begun when the plan stood."""
        return self._get(self._sound.result)

    def pieces(self) -> tuple[Piece, ...]:
        """See Crew."""
        return self._get(self._give("pieces", self._spec, self._draft, *self._plan).result)

    def frames(self, wanted: Sequence[range]) -> Iterator[np.ndarray]:
        """See Crew; a few chunks are drawn ahead, so that memory stays bounded however long the clip."""
        self._chunks.extend(chunks_of(wanted, self._desk.workers_count))
        self._draw_ahead()
        while self._ahead:
            for block in self._references(self._ahead[0][1].result):
                yield from self._get(block)
                self._draw_ahead()
            self._ahead.popleft()
            self._draw_ahead()

    def close(self) -> None:
        """Calls off what still runs; a worker that does not let go in time is killed and comes back fresh."""
        for call in unfinished(self._calls):
            ray.cancel(call.result)
        deadline = time.monotonic() + SETTLE_S_MAX
        while (held := unfinished(self._calls)) and time.monotonic() < deadline:
            time.sleep(_POLL_S)
        for worker in {call.worker for call in held}:
            self._desk.restart(worker)

    def _draw_ahead(self) -> None:
        """Gives out chunks until every worker has its number of them, or enough frames wait to be encoded.

        Whoever is done early gets the next one, though the chunk that is encoded now is still being drawn.
        """
        workers_count = self._desk.workers_count
        frames_count = sum(len(chunk) for chunk, _ in self._ahead)
        room = CHUNKS_A_WORKER * workers_count - len(unfinished([call for _, call in self._ahead]))
        while self._chunks and room > 0:
            frames_count += len(self._chunks[0])
            if self._ahead and frames_count > AHEAD_FRAMES_A_WORKER * workers_count:
                return
            chunk, room = self._chunks.popleft(), room - 1
            arguments = (self._spec, self._draft, chunk.start, chunk.stop, *self._plan)
            self._ahead.append((chunk, self._give("frames", *arguments)))

    def _give(self, part: str, *arguments: Any) -> _Call:
        frames = f" {arguments[2]}-{arguments[3]}" if part == "frames" else ""
        call = self._desk.give(part, f"render {self._job_id} {part}{frames}", *arguments)
        self._calls.append(call)
        return call

    def _side_by_side(self, streams: list[Any]) -> Generator[float, None, list[ray.ObjectRef]]:
        """Yields the mean share of what all streams have done, as each comes on; returns their last references."""
        shares = [0.0] * len(streams)
        newest: list[ray.ObjectRef | None] = [None] * len(streams)
        running = dict(enumerate(streams))
        while running:
            ready = self._ready(list(running.values()))
            number = next(number for number, stream in running.items() if stream is ready)
            try:
                reference = next(ready)
            except StopIteration:
                del running[number]
                shares[number] = 1.0
                continue
            if newest[number] is not None:
                shares[number] = self._get(newest[number])
                yield sum(shares) / len(shares)
            newest[number] = reference
        return newest

    def _references(self, stream: Any) -> Iterator[ray.ObjectRef]:
        """The references that a streaming call gives, as they come."""
        while True:
            self._wait(stream)
            try:
                yield next(stream)
            except StopIteration:
                return

    def _wait(self, reference: Any) -> None:
        self._ready([reference])

    def _ready(self, references: list[Any]) -> Any:
        """The first of the references that has something to give. Raises Stopped."""
        while not (ready := ray.wait(references, timeout=_POLL_S, fetch_local=False)[0]):
            if self._stop.is_set():
                raise Stopped
        return ready[0]

    def _get(self, reference: ray.ObjectRef) -> Any:
        """The value; a backend's own error comes out as if it had been raised here."""
        self._wait(reference)
        try:
            return ray.get(reference)
        except RayTaskError as error:
            raise error.cause from error
        except TaskCancelledError as error:
            raise Stopped from error
        except (RayActorError, ray.exceptions.ObjectLostError) as error:
            raise WorkerLost from error
