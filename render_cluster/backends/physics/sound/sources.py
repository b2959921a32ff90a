"""Fires that crackle, steam that hisses, bubbles that rise: what a scene's sources sound like."""

from collections.abc import Callable

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene, Source
from render_cluster.backends.physics.sound.noise import band, coloured, grains, swell
from render_cluster.backends.physics.sound.space import gains_along
from render_cluster.backends.physics.sound.whereabouts import add_moving, path_of

EASE_S = 0.08
SMALLEST_M = 0.05


def _fire(size_m: float, samples: int, rng: np.random.Generator) -> np.ndarray:
    """A soft roar and crackles; a candle only flutters."""
    roar = coloured(samples, band(60, 500, slope=0.5), rng)[0] * swell(samples, 3.0, 0.5, 1.0, rng)
    if size_m < 0.15:
        return 0.004 * roar
    crackles = grains(samples, 26.0, 0.0025, (900.0, 5200.0), rng).sum(axis=0)
    pops = grains(samples, 2.5, 0.008, (250.0, 900.0), rng).sum(axis=0)
    return min(size_m, 2.0) ** 0.5 * (0.05 * roar + 0.07 * crackles + 0.09 * pops)


def _hiss(size_m: float, samples: int, rng: np.random.Generator) -> np.ndarray:
    return 0.02 * min(size_m, 2.0) ** 0.5 * coloured(samples, band(2500, 9000, slope=0.1), rng)[0]


def _sparks(size_m: float, samples: int, rng: np.random.Generator) -> np.ndarray:
    return 0.06 * min(size_m, 2.0) ** 0.5 * grains(samples, 120.0, 0.001, (3000.0, 9000.0), rng).sum(axis=0)


def _bubbles(size_m: float, samples: int, rng: np.random.Generator) -> np.ndarray:
    return 0.05 * min(size_m, 2.0) ** 0.5 * grains(samples, 18.0, 0.014, (400.0, 1700.0), rng).sum(axis=0)


def _spray(size_m: float, samples: int, rng: np.random.Generator) -> np.ndarray:
    rush = coloured(samples, band(500, 6000, slope=0.3), rng)[0]
    return min(size_m, 3.0) ** 0.5 * (0.04 * rush + _bubbles(1.0, samples, rng))


SOURCES: dict[str, Callable[[float, int, np.random.Generator], np.ndarray]] = {
    "fire": _fire,
    "steam": _hiss,
    "sparks": _sparks,
    "bubbles": _bubbles,
    "spray": _spray,
    "fountain": _spray,
}
"""By kind of source; smoke, confetti and the like are silent."""


def sources(scene: Scene, motion: Motion, samples: int, rng: np.random.Generator) -> np.ndarray:
    """All sources of a shot while they last; float32 (2, samples)."""
    sound = np.zeros((2, samples), np.float32)
    for source in scene.sources:
        make = SOURCES.get(source.kind)
        if make is None:
            continue
        voice = make(max(source.size_m, SMALLEST_M), samples, rng) * _lasting(source, scene.pace, samples)
        sides = gains_along(scene, motion, _path_m(source, scene, motion))
        add_moving(sound, voice, sides, motion.fps)
    return sound


def _lasting(source: Source, pace: float, samples: int) -> np.ndarray:
    """1 while the source is on, with soft edges; its times are the world's."""
    film_s = np.arange(samples) / SAMPLE_RATE_HZ
    inside_s = np.minimum(film_s - source.from_s / pace, source.to_s / pace - film_s)
    return np.clip(inside_s / EASE_S + (source.from_s <= 0.0), 0.0, 1.0)


def _path_m(source: Source, scene: Scene, motion: Motion) -> np.ndarray:
    carrier = path_of(scene, motion, source.body) if source.body else None
    if carrier is None:
        return np.tile(np.array(source.position_m, np.float64), (motion.frames_count, 1))
    return carrier + np.array(source.position_m)
