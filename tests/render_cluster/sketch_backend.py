"""A real backend of few lines: coloured frames that count, a sine, and switches thrown by the prompt."""

import hashlib
import os
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ, Draft, Piece, Spec
from render_cluster.storyboard import Coverage, Shot, Storyboard, Subject, WordFate


class SketchBackend:
    """Prompts: `slow` sleeps at each frame, `broken` raises, `hung` never yields, `die PATH` exits once."""

    name = "sketch"
    version = "1"
    simulates_apart = False

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def draft(self, spec: Spec) -> Draft:
        """One shot; a storyboard that came along must have exactly one too."""
        if spec.storyboard is not None and len(spec.storyboard.shots) != 1:
            raise ValueError("one shot, please")
        shot = Shot(spec.duration_s, "court", subjects=(Subject("sketch", "sketch"),))
        storyboard = spec.storyboard or Storyboard((shot,), spec.style or "realistic", spec.seed)
        return Draft(storyboard, Coverage((WordFate("sketch", "realised"),)))

    def simulate(
        self, spec: Spec, draft: Draft, shots: range | None = None
    ) -> Generator[float, None, dict[str, np.ndarray]]:
        """A brightness a frame."""
        yield 0.5
        return {"levels": np.random.default_rng(draft.storyboard.seed).integers(0, 255, spec.frames_count)}

    def pieces(self, spec: Spec, draft: Draft, plan: Any) -> tuple[Piece, ...]:
        """One piece a second, kept by all that it shows; `spec.prompt` throws switches, so it counts too."""
        shown = (spec.prompt, spec.width_px, spec.height_px, draft.storyboard.seed, plan["levels"].tolist())
        starts = range(0, spec.frames_count, spec.fps)
        return tuple(
            Piece(
                min(spec.fps, spec.frames_count - start),
                hashlib.sha256(repr((shown, start)).encode()).hexdigest(),
            )
            for start in starts
        )

    def frames(self, spec: Spec, draft: Draft, plan: Any, first: int, last: int) -> Iterator[np.ndarray]:
        """Plain frames of a brightness, with the frame's number as a bar."""
        assert threading.get_ident() == self._thread, "a graphics context would have left its thread"
        for index in range(first, last):
            self._throw_switch(spec.prompt, index)
            frame = np.full((spec.height_px, spec.width_px, 3), plan["levels"][index], np.uint8)
            frame[: 1 + index] = draft.storyboard.seed % 255
            yield frame

    def sound(self, spec: Spec, draft: Draft, plan: Any) -> np.ndarray:
        """A quiet A on both sides."""
        times_s = np.arange(round(spec.frames_count * SAMPLE_RATE_HZ / spec.fps)) / SAMPLE_RATE_HZ
        return np.tile(0.1 * np.sin(2 * np.pi * 440 * times_s), (2, 1)).astype(np.float32)

    def account(self, spec: Spec, draft: Draft, plan: Any) -> dict[str, Any]:
        """The number of levels, and one onset."""
        return {"levels_count": len(plan["levels"]), "onsets": [{"time_s": 0.5, "level_db": -9.0}]}

    def _throw_switch(self, prompt: str, index: int) -> None:
        switch, _, rest = prompt.partition(" ")
        if switch == "slow":
            time.sleep(0.05)
        if switch == "broken" and index == 5:
            raise RuntimeError("the brush broke")
        if switch == "hung" and index == 5:
            time.sleep(3600)
        if switch == "die" and index == 5 and not Path(rest).exists():
            Path(rest).touch()
            os._exit(1)
