"""A piste between snowy pines, with marker poles, and white ranges behind."""

import functools

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import growth, ridges, rocks, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import relief
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.sets.terrain import even, grown, land
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_SNOW: tuple[Colour, Colour] = ((0.86, 0.89, 0.93), (0.76, 0.81, 0.89))
_SEED = 27


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """Level where things happen; the hill climbs to one side and falls to the other."""
    swell = Swell(rng, 46.0)
    right = np.array([stage.ahead[1], -stage.ahead[0]])

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        dx, dy = x - stage.centre_m[0], y - stage.centre_m[1]
        away = np.hypot(dx, dy)
        across = dx * right[0] + dy * right[1]
        along = dx * stage.ahead[0] + dy * stage.ahead[1]
        hill = -0.24 * across * smooth_step(4.0, 30.0, np.abs(across)) + 0.11 * np.maximum(along, 0.0)
        return np.clip(hill, -22.0, 34.0) + (0.5 + 0.7 * swell.at(x, y)) * smooth_step(6.0, 30.0, away)

    def conifer() -> list[Part]:
        return trees.pine(rng, float(rng.uniform(5.0, 10.5)), (0.15, 0.27, 0.20), 0.55, 130)

    def far_conifer() -> list[Part]:
        return trees.pine(rng, float(rng.uniform(7.0, 12.0)), (0.15, 0.27, 0.20), 0.5, 46)

    def stone() -> list[Part]:
        return [rocks.rock(rng, float(rng.uniform(0.5, 1.5)), (0.40, 0.40, 0.42), (0.92, 0.94, 0.97), 11)]

    parts = [
        ridges.range_around(
            rng, stage, ridges.Range(260.0, 150.0, 0.85, (0.72, 0.77, 0.85), (0.48, 0.50, 0.55), 0.20)
        ),
        ridges.range_around(
            rng, stage, ridges.Range(170.0, 42.0, 0.4, (0.30, 0.38, 0.40), (0.70, 0.75, 0.82), 0.45)
        ),
    ]
    for count, near, far, margin, grow in (
        (26, 11.0, 34.0, 2.2, conifer), (90, 38.0, 90.0, 3.0, far_conifer), (8, 7.0, 20.0, 1.0, stone),
    ):  # fmt: skip
        places = growth.scattered(stage, rng, count, near, far, margin)
        parts += growth.planted(stage, rng, places, grow, heights)
    for index, (along, aside) in enumerate(
        ((9.0, -5.5), (9.0, 5.5), (17.0, -6.5), (17.0, 6.5), (2.0, -7.0), (2.0, 7.5))
    ):
        x, y = stage.beside(along, aside)
        if stage.clear(x, y, 0.2):
            z = float(grown(stage, heights, np.array([x]), np.array([y]))[0])
            colour: Colour = (0.85, 0.16, 0.12) if index % 2 else (0.10, 0.30, 0.70)
            pole = shapes.rod((0, 0, z - 0.2), (0, 0, z + 1.7), 0.022).painted(colour, 0.5)
            flag = shapes.box(0.42, 0.012, 0.26).moved(0.22, 0, z + 1.5).painted(colour, 0.7)
            parts += facing_stage([Part(pole), Part(flag)], stage, along, aside)
    return Dressing(parts, _cover(), 4.0, relief=True, land=land(stage, heights, even(*_SNOW), 0.0, 8.0))


@functools.lru_cache(maxsize=1)
def _cover() -> np.ndarray:
    return relief(np.random.default_rng(_SEED), 512, 1.5, 0.8, 0.0015)
