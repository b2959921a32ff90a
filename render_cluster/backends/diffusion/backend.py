"""The diffusion backend: what the model imagines, and an honest word on how little is known of it."""

import queue
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib.metadata import version
from typing import Any

import msgspec
import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ, Draft, LikenessUnsupported, Piece, Spec
from render_cluster.backends.diffusion.fitting import filled, fitted_sound
from render_cluster.backends.diffusion.pipeline import Film, load_pipeline, make_film
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.storyboard import Coverage, Shot, Storyboard, WordFate

IMAGINED = "imagined"
_LISTEN_S = 0.1


class CalledOff(Exception):
    """Nobody wants the film any more."""


class Model(msgspec.Struct, frozen=True):
    """Which pipeline: a folder or a model id; where it runs ("cuda", "cpu") and in how many steps."""

    place: str
    device: str = "cuda"
    steps_count: int = 30


class DiffusionBackend:
    """Has a text-to-video pipeline imagine clips; one instance holds one pipeline on one device."""

    name = "diffusion"
    version = "1"
    resource = "gen_gpu"
    simulates_apart = False

    def __init__(self, model: Model) -> None:
        """Loads the pipeline. NotVideo for another kind of one, OSError where there is none."""
        self._model = model
        self._pipeline = load_pipeline(model.place, model.device)

    def draft(self, spec: Spec) -> Draft:
        """The whole prompt as one shot; what a model makes of its words nobody can promise.

        Raises LikenessUnsupported where somebody is cast: it would draw another who bears the name.
        """
        if handles_in(spec.storyboard or spec.prompt):
            raise LikenessUnsupported
        storyboard = spec.storyboard or Storyboard(
            shots=(Shot(duration_s=spec.duration_s, setting=IMAGINED),),
            style=spec.style or "realistic",
            seed=spec.seed,
        )
        fate = WordFate(
            spec.prompt.strip(), "approximated", f"what {self._model.place} makes of it, unchecked"
        )
        return Draft(storyboard, Coverage((fate,)), music_follows=False)

    def simulate(self, spec: Spec, draft: Draft, shots: range | None = None) -> Generator[float, None, Film]:
        """The whole film; yields the share of steps that are done. Closing it calls the pipeline off."""
        shares: queue.SimpleQueue[float] = queue.SimpleQueue()
        called_off = threading.Event()

        def report(share: float) -> None:
            if called_off.is_set():
                raise CalledOff
            shares.put(share)

        size_px = (spec.width_px, spec.height_px)
        made = (self._pipeline, _told(spec, draft), size_px, spec.frames_count, spec.fps, spec.seed)
        # A pipeline does not come back before it is done, so it runs beside the one who listens to it.
        with ThreadPoolExecutor(1) as pool:
            film = pool.submit(make_film, *made, self._model.steps_count, report)
            try:
                while not film.done() or not shares.empty():
                    with suppress(queue.Empty):
                        yield shares.get(timeout=_LISTEN_S)
            finally:
                called_off.set()
        return film.result()

    def pieces(self, spec: Spec, draft: Draft, plan: Film) -> tuple[Piece, ...]:
        """One piece that is never kept: to make it again is to make the film again."""
        return (Piece(spec.frames_count, None),)

    def frames(self, spec: Spec, draft: Draft, plan: Film, first: int, last: int) -> Iterator[np.ndarray]:
        """Frames `first` to `last` (exclusive), fitted to the asked size and length."""
        size_px = (spec.width_px, spec.height_px)
        chosen = np.linspace(0, len(plan.frames) - 1, spec.frames_count).round().astype(int)
        return (filled(plan.frames[index], size_px) for index in chosen[first:last])

    def sound(self, spec: Spec, draft: Draft, plan: Film) -> np.ndarray:
        """The model's own sound, or silence: float32 (2, samples)."""
        samples_count = round(spec.frames_count * SAMPLE_RATE_HZ / spec.fps)
        return fitted_sound(plan.sound, plan.sound_rate_hz, samples_count)

    def account(self, spec: Spec, draft: Draft, plan: Film) -> dict[str, Any]:
        """What can be said: which pipeline, how many steps. No contact, no energy, no onset is known."""
        return {
            "backend": self.name,
            "version": self.version,
            "seed": spec.seed,
            "model": self._model.place,
            "pipeline": type(self._pipeline).__name__,
            "steps_count": self._model.steps_count,
            "frames_made": len(plan.frames),
            "sound_made": plan.sound is not None,
            "simulated": False,
            "versions": {package: version(package) for package in ("diffusers", "torch", "transformers")},
        }


def _told(spec: Spec, draft: Draft) -> str:
    """The prompt with the style that was chosen beside it."""
    return f"{spec.prompt.strip()}, {draft.storyboard.style.replace('_', ' ')} style"
