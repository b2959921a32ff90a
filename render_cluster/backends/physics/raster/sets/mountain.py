"""High in the mountains: stony turf, boulders, a drop, and snow-capped ranges one behind another."""

import functools

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import growth, ridges, rocks, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import relief
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.sets.terrain import land, mixed
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_STONE: tuple[Colour, Colour] = ((0.60, 0.57, 0.53), (0.40, 0.38, 0.36))
_TURF: tuple[Colour, Colour] = ((0.48, 0.48, 0.27), (0.30, 0.33, 0.18))
_ROCK: Colour = (0.50, 0.48, 0.46)
_SEED = 26


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """A ledge: the ground falls away beyond it, and the peaks stand across the valley."""
    swell, patches = Swell(rng, 40.0), Swell(rng, 9.0)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        dx, dy = x - stage.centre_m[0], y - stage.centre_m[1]
        away = np.hypot(dx, dy)
        ahead = (dx * stage.ahead[0] + dy * stage.ahead[1]) / np.maximum(away, 1e-6)
        drop = -26.0 * smooth_step(14.0, 90.0, away) * smooth_step(-0.7, 0.3, ahead)
        climb = 16.0 * smooth_step(12.0, 80.0, away) * smooth_step(0.0, -0.9, ahead)
        return drop + climb + 0.9 * swell.at(x, y) * smooth_step(5.0, 26.0, away)

    def shades(x: np.ndarray, y: np.ndarray, _z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        turf = smooth_step(-0.2, 0.7, patches.at(x, y))
        light, dark = (
            mixed(np.tile(linear(stone), (len(x), 1)), np.tile(linear(green), (len(x), 1)), turf)
            for stone, green in zip(_STONE, _TURF, strict=True)
        )
        return light, dark

    def boulder() -> list[Part]:
        return [rocks.rock(rng, float(rng.uniform(0.5, 2.6)), _ROCK, (0.46, 0.46, 0.34), 13)]

    def pebble() -> list[Part]:
        return [rocks.rock(rng, float(rng.uniform(0.12, 0.4)), _ROCK, detail=8)]

    def conifer() -> list[Part]:
        return trees.pine(rng, float(rng.uniform(3.5, 7.5)), (0.17, 0.29, 0.20), cards_count=90)

    white, forested = (0.50, 0.49, 0.50), (0.27, 0.34, 0.27)
    parts = [
        ridges.range_around(
            rng, stage, ridges.Range(300.0, 210.0, 0.9, (0.36, 0.40, 0.38), white, 0.42), -30.0
        ),
        ridges.range_around(rng, stage, ridges.Range(150.0, 78.0, 0.75, forested, _ROCK, 0.75), -30.0),
        ridges.range_around(
            rng, stage, ridges.Range(95.0, 20.0, 0.4, (0.22, 0.31, 0.22), (0.36, 0.38, 0.32)), -28.0
        ),
    ]
    for count, near, far, margin, grow in (
        (34, 6.5, 30.0, 1.6, boulder), (60, 5.0, 18.0, 0.3, pebble), (26, 13.0, 46.0, 2.0, conifer),
    ):  # fmt: skip
        places = growth.scattered(stage, rng, count, near, far, margin)
        parts += growth.planted(stage, rng, places, grow, heights)
    parts.append(growth.grass_near(stage, rng, 1100, 0.09, (_TURF[1], (0.60, 0.58, 0.34)), heights))
    return Dressing(parts, _ground(), 3.0, relief=True, land=land(stage, heights, shades, 0.0, 7.0))


@functools.lru_cache(maxsize=1)
def _ground() -> np.ndarray:
    return relief(np.random.default_rng(_SEED), 512, 0.85, 2.0)
