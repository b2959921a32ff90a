"""Seconds a second of clip takes on a cluster of one worker and of two, for each style and some sizes.

The value is wall-clock time from the spec to the finished files, by two workers that are warm: what a person
waits for each second of clip. The floor is half of what one worker takes, which two could only reach if they
shared everything and the rest took no time; the ratio is floor / value, and twice the ratio is the scaling
from one worker to two. It means something only where two processors are idle.
"""

import argparse
import asyncio
import tempfile
import time

import msgspec

from benchmarks.clip import PROMPTS
from benchmarks.record import Measurement, record
from domain.ids import JobId
from render_cluster.backends.backend import Spec
from render_cluster.cluster_settings import ClusterSettings
from render_cluster.job import JobSpec, Rendered
from render_cluster.renderer import Renderer
from render_cluster.storyboard import STYLES, Style

UNIT = "s/clip-s"
SIZES_PX = ((640, 360), (360, 640), (1280, 720))
_UP_S_MAX = 180.0

Job = tuple[Style, tuple[int, int]]


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0, help="seconds a clip")
    parser.add_argument("--prompts", type=int, default=len(PROMPTS), help="how many of the prompts")
    parser.add_argument("--styles", nargs="*", default=STYLES, help="which styles")
    asked = parser.parse_args()
    # Every style in the usual size, and one style in all sizes.
    jobs: list[Job] = [(style, SIZES_PX[0]) for style in asked.styles]
    jobs += [("cinematic", size_px) for size_px in SIZES_PX[1:] if "cinematic" in asked.styles]
    prompts = PROMPTS[: asked.prompts]
    alone, both = (asyncio.run(measure(count, jobs, prompts, asked.seconds)) for count in (1, 2))
    for job in jobs:
        style, (width_px, height_px) = job
        floor = alone[job] / 2.0
        found = Measurement(round(both[job], 3), round(floor, 3), round(floor / both[job], 3), UNIT)
        record(f"workers_{style}_{width_px}x{height_px}", found)


async def measure(
    workers_count: int, jobs: list[Job], prompts: tuple[str, ...], clip_s: float
) -> dict[Job, float]:
    """Seconds a second of clip by this many workers."""
    took_s = {}
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        renderer = Renderer(ClusterSettings(folder=folder, workers_count=workers_count))
        renderer.start()
        try:
            await asyncio.wait_for(renderer.wait_up(), _UP_S_MAX)
            for style, (width_px, height_px) in jobs:
                clip = Spec("", clip_s, width_px, height_px, style=style)
                await _film(renderer, clip, prompts, seed=2)
                spent_s = await _film(renderer, clip, prompts, seed=1)
                took_s[style, (width_px, height_px)] = spent_s / (clip_s * len(prompts))
        finally:
            await renderer.stop()
    return took_s


async def _film(renderer: Renderer, clip: Spec, prompts: tuple[str, ...], seed: int) -> float:
    """Seconds that a clip of each prompt takes, drawn anew as its seed is."""
    began_s = time.perf_counter()
    for number, prompt in enumerate(prompts):
        spec = msgspec.structs.replace(clip, prompt=prompt, seed=seed)
        job = JobSpec(JobId(f"job-{seed}-{number}"), spec)
        *_, outcome = [step async for step in renderer.render(job)]
        if not isinstance(outcome, Rendered):
            raise SystemExit(f"{prompt!r} in {clip.style} was not rendered: {outcome}")
    return time.perf_counter() - began_s


if __name__ == "__main__":
    main()
