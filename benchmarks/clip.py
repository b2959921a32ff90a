"""CPU seconds of work a second of clip for each style over the three scenes, by one warm worker in this process.

The value is all that a worker does for a clip of 640x360 at 24 fps: storyboard, dynamics, sound, frames,
encoding, poster and receipt. The floor is what no maker of clips can do without: the same frames and silence
through the same muxer. Both are costs, so less is better, and the ratio is floor / value: 1 would be clips
that cost nothing but their encoding. Warm means imports done, shaders compiled and each setting's ground
painted; every clip has a seed of its own and dresses its own set. The aim is a value of at most 3.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.record import Measurement, record
from render_cluster.backends.backend import SAMPLE_RATE_HZ, Spec
from render_cluster.backends.physics.backend import PhysicsBackend
from render_cluster.crew import LocalCrew
from render_cluster.muxer import ClipFormat, mux
from render_cluster.render import render
from render_cluster.storyboard import STYLES, Style

PROMPTS = (
    "a basketball bounces off the rim at sunset",
    "a paddleboard tips and sinks",
    "a skater wobbles, nearly falls and recovers",
)
UNIT = "CPU-s/clip-s"
_WARM_S = 1.0


class WatchedCrew(LocalCrew):
    """A crew that keeps what it drew, for the floor to encode again."""

    def frames(self, wanted: Sequence[range]) -> Iterator[np.ndarray]:
        """See Crew."""
        self.drawn = list(super().frames(wanted))
        return iter(self.drawn)


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0, help="seconds a clip")
    parser.add_argument("--seed", type=int, default=1, help="seed of the measured clips")
    asked = parser.parse_args()
    # Drawing on this thread alone: workers are many, and threads that wait would count as work.
    os.environ["LP_NUM_THREADS"] = "0"
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        for style in STYLES:
            record(f"clip_{style}", measure(Path(folder), style, asked.seconds, asked.seed))


def measure(folder: Path, style: Style, duration_s: float, seed: int) -> Measurement:
    """Cost of a second of clip and of its floor, over one clip of each scene."""
    backend = PhysicsBackend()
    spent_s = least_s = 0.0
    for prompt in PROMPTS:
        _clip(backend, Spec(prompt, _WARM_S, style=style, seed=seed + 1), folder)
    for prompt in PROMPTS:
        clip_s, floor_s = _clip(backend, Spec(prompt, duration_s, style=style, seed=seed), folder)
        spent_s, least_s = spent_s + clip_s, least_s + floor_s
    backend.close()
    clips_s = duration_s * len(PROMPTS)
    return Measurement(
        value=round(spent_s / clips_s, 3),
        floor=round(least_s / clips_s, 3),
        ratio=round(least_s / spent_s, 3),
        unit=UNIT,
    )


def _clip(backend: PhysicsBackend, spec: Spec, folder: Path) -> tuple[float, float]:
    """CPU seconds of a whole clip, and of encoding its frames and silence."""
    crew = WatchedCrew(backend)
    spent_s = _cpu_s(lambda: list(render(spec, crew, folder / "clip")))
    form = ClipFormat(spec.width_px, spec.height_px, spec.fps, spec.frames_count)
    silence = np.zeros((2, round(spec.frames_count * SAMPLE_RATE_HZ / spec.fps)), np.float32)
    return spent_s, _cpu_s(lambda: mux(folder / "floor.mp4", form, crew.drawn, silence))


def _cpu_s(work: Callable[[], object]) -> float:
    before_s = time.process_time()
    work()
    return time.process_time() - before_s


if __name__ == "__main__":
    main()
