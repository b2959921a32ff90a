"""Seconds a second of clip takes on a cluster of one worker and of two, for each style and some sizes.

The value is wall-clock time from the spec to the finished files, by two workers that are warm: what a person
waits for each second of clip. The floor is half of what one worker takes, which two could only reach if they
shared everything and the rest took no time; the ratio is floor / value, and twice the ratio is the scaling
from one worker to two. It means something only where two processors are idle.

Without --full it makes one short clip for each style and size, in the order of their weight, and begins no
further one when the time is up; what it could not come to keeps its older figures. A line on standard error
tells of every clip.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

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
_WARM_S = 1.0

Job = tuple[Style, tuple[int, int]]


class Course(msgspec.Struct, frozen=True):
    """What is filmed: seconds a clip, the prompts, and for how long clips may be begun on a cluster."""

    clip_s: float
    prompts: tuple[str, ...]
    begin_s_max: float


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=2.0, help="seconds a clip")
    parser.add_argument("--prompts", type=int, default=1, help="how many of the prompts")
    parser.add_argument("--styles", nargs="*", default=STYLES, help="which styles")
    parser.add_argument("--minutes", type=float, default=3.0, help="for how long clips are begun, in all")
    parser.add_argument("--full", action="store_true", help="4 s of every prompt, however long it takes")
    asked = parser.parse_args()
    course = Course(asked.seconds, PROMPTS[: asked.prompts], asked.minutes * 30.0)
    if asked.full:
        course = Course(4.0, PROMPTS, float("inf"))
    # One style in all sizes, then every style in the usual size.
    jobs: list[Job] = [("cinematic", size_px) for size_px in SIZES_PX if "cinematic" in asked.styles]
    jobs += [(style, SIZES_PX[0]) for style in asked.styles if style != "cinematic"]
    alone = asyncio.run(measure(1, jobs, course))
    # What one worker came to takes two no longer.
    both = asyncio.run(measure(2, list(alone), msgspec.structs.replace(course, begin_s_max=float("inf"))))
    for (style, (width_px, height_px)), two_s in both.items():
        one_s = alone[style, (width_px, height_px)]
        name = f"workers_{style}_{width_px}x{height_px}"
        print(f"{name}: one worker {one_s:.2f}, two {two_s:.2f} {UNIT}: {one_s / two_s:.2f} times as fast")
        floor = one_s / 2.0
        record(name, Measurement(round(two_s, 3), round(floor, 3), round(floor / two_s, 3), UNIT))


async def measure(workers_count: int, jobs: list[Job], course: Course) -> dict[Job, float]:
    """Seconds a second of clip by this many workers, for as many of the jobs as there is time to begin."""
    took_s: dict[Job, float] = {}
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        renderer = Renderer(ClusterSettings(folder=folder, workers_count=workers_count))
        renderer.start()
        try:
            await asyncio.wait_for(renderer.wait_up(), _UP_S_MAX)
            began_s = time.perf_counter()
            for job in jobs:
                if took_s and time.perf_counter() - began_s > course.begin_s_max:
                    break
                took_s[job] = await _measured(renderer, job, course)
                _tell(
                    f"{workers_count} worker(s), {job[0]} {job[1][0]}x{job[1][1]}: {took_s[job]:.2f} {UNIT}"
                )
        finally:
            await renderer.stop()
    return took_s


async def _measured(renderer: Renderer, job: Job, course: Course) -> float:
    style, (width_px, height_px) = job
    warm = Spec("", _WARM_S, width_px, height_px, style=style, seed=2)
    measured = msgspec.structs.replace(warm, duration_s=course.clip_s, seed=1)
    await _film(renderer, warm, course.prompts)
    return await _film(renderer, measured, course.prompts) / (course.clip_s * len(course.prompts))


async def _film(renderer: Renderer, clip: Spec, prompts: tuple[str, ...]) -> float:
    """Seconds that a clip of each prompt takes; no two of one run are equal, so that each is drawn anew."""
    began_s = time.perf_counter()
    for number, prompt in enumerate(prompts):
        await filmed(renderer, msgspec.structs.replace(clip, prompt=prompt), f"{clip.seed}-{number}")
    return time.perf_counter() - began_s


async def filmed(renderer: Renderer, spec: Spec, name: str) -> Path:
    """The file of one clip; SystemExit where it was not rendered."""
    *_, outcome = [step async for step in renderer.render(JobSpec(JobId(f"job-{name}"), spec))]
    if not isinstance(outcome, Rendered):
        raise SystemExit(f"{spec.prompt!r} in {spec.style} was not rendered: {outcome}")
    return Path(outcome.video_path)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
