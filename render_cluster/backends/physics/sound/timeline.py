"""Where each shot lies in the clip, in seconds and in samples: frames are the clock, for they cut the picture."""

import zlib
from collections.abc import Iterator

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene

BLOCK_S = 4

Shots = list[tuple[Scene, Motion]]


def start_s(shots: Shots, index: int) -> float:
    """When a shot starts in the clip, in seconds of film."""
    return sum(motion.frames_count / motion.fps for _, motion in shots[:index])


def span(shots: Shots, index: int, samples: int) -> tuple[int, int]:
    """First and last sample (exclusive) of a shot; the last shot reaches to the end of the clip."""
    first = round(start_s(shots, index) * SAMPLE_RATE_HZ)
    last = samples if index == len(shots) - 1 else round(start_s(shots, index + 1) * SAMPLE_RATE_HZ)
    return min(first, samples), min(last, samples)


def blocks(samples: int) -> Iterator[tuple[int, int]]:
    """First and last sample (exclusive) of runs of BLOCK_S: what is made run by run never fills a clip's length."""
    step = BLOCK_S * SAMPLE_RATE_HZ
    for first in range(0, samples, step):
        yield first, min(first + step, samples)


def stays(shots: Shots) -> list[tuple[int, int]]:
    """First and last shot of each unbroken stay in one setting at one time of day in one weather."""
    found: list[tuple[int, int]] = []
    for index, (scene, _) in enumerate(shots):
        before = shots[index - 1][0] if index else None
        if before and _air(before) == _air(scene):
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return found


def chance(seed: int, purpose: str, *numbers: int) -> np.random.Generator:
    """Chance of its own for each purpose, so that one more contact does not reshuffle the rest."""
    return np.random.default_rng([seed & 0xFFFFFFFF, zlib.crc32(purpose.encode()), *numbers])


def _air(scene: Scene) -> tuple[str, str, str]:
    return scene.setting, scene.time_of_day, scene.weather
