"""A city park: mown grass, a path, old trees, benches and a line of wood behind."""

import functools

import numpy as np

from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import furniture, growth, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import relief
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.sets.terrain import land, mixed
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_LEAVES: tuple[Colour, ...] = ((0.36, 0.52, 0.20), (0.28, 0.46, 0.20), (0.47, 0.56, 0.22), (0.24, 0.42, 0.22))
_GRASS: tuple[Colour, Colour] = ((0.40, 0.48, 0.23), (0.25, 0.33, 0.15))
_GRAVEL: tuple[Colour, Colour] = ((0.74, 0.67, 0.55), (0.56, 0.49, 0.39))
_SEED = 21


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """Lawns that roll a little, with a gravel path across the view at mid distance."""
    swell = Swell(rng, 70.0)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        away = np.hypot(x - stage.centre_m[0], y - stage.centre_m[1])
        return (0.9 + 0.8 * swell.at(x, y)) * smooth_step(10.0, 60.0, away) * 1.6

    def shades(x: np.ndarray, y: np.ndarray, _z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        dx, dy = x - stage.centre_m[0], y - stage.centre_m[1]
        along, right = dx * stage.ahead[0] + dy * stage.ahead[1], dx * stage.ahead[1] - dy * stage.ahead[0]
        off_path = np.abs(along - 10.5 - 1.4 * np.sin(right * 0.14)) - 1.3
        path = smooth_step(0.5, -0.5, off_path)
        light, dark = (
            mixed(np.tile(linear(grass), (len(x), 1)), np.tile(linear(stone), (len(x), 1)), path)
            for grass, stone in zip(_GRASS, _GRAVEL, strict=True)
        )
        return light, dark

    def grown_tree() -> list[Part]:
        leaf = _LEAVES[int(rng.integers(len(_LEAVES)))]
        return trees.tree(rng, float(rng.uniform(6.0, 9.5)), leaf, 300)

    def far_tree() -> list[Part]:
        return trees.tree(rng, float(rng.uniform(8.0, 13.0)), _LEAVES[int(rng.integers(len(_LEAVES)))], 80)

    def shrub() -> list[Part]:
        return trees.bush(rng, float(rng.uniform(1.2, 2.2)), _LEAVES[int(rng.integers(len(_LEAVES)))])

    parts = growth.planted(stage, rng, growth.scattered(stage, rng, 13, 14.0, 34.0, 3.2), grown_tree, heights)
    parts += growth.planted(stage, rng, growth.scattered(stage, rng, 16, 12.5, 30.0, 1.5), shrub, heights)
    parts += growth.tree_line(stage, rng, 62.0, 44, far_tree, heights)
    parts.append(growth.grass_near(stage, rng, 2600, 0.07, (_GRASS[1], (0.47, 0.54, 0.27))))
    lamps = []
    for right in (-7.5, 6.0):
        if stage.clear(*stage.beside(9.0, right), 0.8):
            parts += facing_stage(furniture.bench(), stage, 8.6, right)
            parts += facing_stage(furniture.street_lamp(4.2, lit), stage, 9.0, right + 2.0)
            x, y = stage.beside(8.1, right + 2.0)
            lamps.append(Lamp((x, y, 4.0), (15.0, 11.5, 7.0)))
    ground = _lawn()
    return Dressing(
        parts, ground, 3.0, tuple(lamps) if lit else (), relief=True, land=land(stage, heights, shades)
    )


@functools.lru_cache(maxsize=1)  # painting takes longer than filming three frames
def _lawn() -> np.ndarray:
    return relief(np.random.default_rng(_SEED), 512, 0.75, 1.1)
