"""The Ray actor that draws: one backend on one thread, warm from its start to its end."""

import importlib
import itertools
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import ray
from ray.util.metrics import Counter, Gauge

from render_cluster.backends.backend import Backend, Draft, Piece, Spec
from render_cluster.crew import LocalCrew

FRAMES_A_BLOCK = 4
WARM_SPEC = Spec("a ball bounces", duration_s=1.0)


def load_backend(path: str) -> Backend:
    """An instance of the class that `module:Class` names."""
    module, _, name = path.partition(":")
    return getattr(importlib.import_module(module), name)()


@ray.remote(num_cpus=0, max_restarts=-1, max_task_retries=0)
class RenderWorker:
    """Does parts of clips, one at a time, so that a graphics context never leaves its thread.

    A plan comes in the parts in which it was made, each an argument of its own, for Ray to fetch.

    Ray brings it back after a crash. What was lost in the crash is asked for again by the dispatcher, from
    the log, and not by Ray.
    """

    def __init__(self, name: str, backend: str) -> None:
        self._name = name
        self._backend = load_backend(backend)
        self._warm()
        self._frames_drawn = Counter("castmates_frames", "Frames drawn.", tag_keys=("worker",))
        self._speed = Gauge("castmates_frames_per_second", "Speed of the newest chunk.", tag_keys=("worker",))

    def __repr__(self) -> str:
        return self._name

    def introduce(self) -> tuple[str, str]:
        """Name and version of the backend, once it is warm."""
        return self._backend.name, self._backend.version

    def simulates_apart(self) -> bool:
        """Whether several workers may simulate the shots of one clip."""
        return self._backend.simulates_apart

    def draft(self, spec: Spec) -> Draft:
        """The storyboard."""
        return self._backend.draft(spec)

    @ray.method(num_returns="streaming")
    def simulate(self, spec: Spec, draft: Draft, shots: range | None) -> Iterator[Any]:
        """Shares that are done, and last the plan, which stays in the object store for all workers to read."""
        plan = yield from self._backend.simulate(spec, draft, shots)
        yield plan

    def pieces(self, spec: Spec, draft: Draft, *plan: Any) -> tuple[Piece, ...]:
        """The runs of frames that the clip consists of."""
        return self._backend.pieces(spec, draft, _whole(plan))

    def account(self, spec: Spec, draft: Draft, *plan: Any) -> dict[str, Any]:
        """What the receipt says of the backend's work."""
        return self._backend.account(spec, draft, _whole(plan))

    def sound(self, spec: Spec, draft: Draft, *plan: Any) -> np.ndarray:
        """The whole soundtrack."""
        return self._backend.sound(spec, draft, _whole(plan))

    @ray.method(num_returns="streaming")
    def frames(self, spec: Spec, draft: Draft, first: int, last: int, *plan: Any) -> Iterator[np.ndarray]:
        """Frames `first` to `last` in blocks, uint8 (frames, height_px, width_px, 3)."""
        began_s = time.perf_counter()
        block = []
        for frame in self._backend.frames(spec, draft, _whole(plan), first, last):
            block.append(frame)
            if len(block) == FRAMES_A_BLOCK:
                yield np.stack(block)
                block = []
        if block:
            yield np.stack(block)
        self._measure(last - first, time.perf_counter() - began_s)

    def _warm(self) -> None:
        """Draws one frame, so that the first clip finds libraries, context and shaders ready, and a fault shows."""
        crew = LocalCrew(self._backend)
        crew.draft(WARM_SPEC)
        for _ in crew.simulate():
            pass
        next(crew.frames([range(1)]))

    def _measure(self, frames_count: int, took_s: float) -> None:
        tags = {"worker": self._name}
        self._frames_drawn.inc(frames_count, tags)
        self._speed.set(frames_count / max(took_s, 1e-9), tags)


def _whole(parts: tuple[Any, ...]) -> Any:
    """The plan, of which several workers may have made parts."""
    return parts[0] if len(parts) == 1 else tuple(itertools.chain(*parts))
