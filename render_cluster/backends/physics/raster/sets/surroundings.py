"""The backdrop that land settings share: a row of houses, trees before it, lamps when it is dark."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import buildings, trees
from render_cluster.backends.physics.raster.sets.place import facing_stage, placed
from render_cluster.backends.physics.raster.stage import Stage

_LEAVES: tuple[Colour, ...] = ((0.36, 0.56, 0.22), (0.30, 0.50, 0.24), (0.46, 0.60, 0.24), (0.26, 0.46, 0.26))


def houses(stage: Stage, rng: np.random.Generator, lit: bool, along_m: float = 34.0) -> list[Part]:
    """A street of houses across the view."""
    parts = []
    for right, house in buildings.skyline(rng, 6, 78.0, lit):
        parts += facing_stage(house, stage, along_m + float(rng.uniform(-1.5, 1.5)), right)
    return parts


def ring_of_trees(
    stage: Stage, rng: np.random.Generator, count: int, near_m: float, far_m: float
) -> list[Part]:
    """Trees around the stage, most of them ahead of the camera, none in its way."""
    parts = []
    for index in range(count):
        right = (index + 0.5) / count * 2.0 - 1.0
        along = float(rng.uniform(near_m, far_m)) * (1.0 - 0.45 * abs(right))
        x, y = stage.beside(along, right * far_m * 1.15 + float(rng.uniform(-1.0, 1.0)))
        height, angle = float(rng.uniform(4.6, 7.4)), float(rng.uniform(0, 6.28))
        grown = trees.tree(rng, height, _LEAVES[index % len(_LEAVES)])
        if stage.clear(x, y, 1.5):
            parts += placed(grown, x, y, angle)
    return parts


def hedge_row(stage: Stage, rng: np.random.Generator, along_m: float, wide_m: float) -> list[Part]:
    """A low hedge across the view, left out where it would stand in the way."""
    parts = []
    for right in np.arange(-wide_m / 2, wide_m / 2, 3.0):
        grown = trees.hedge(rng, 3.0, 0.9, _LEAVES[1])
        if stage.clear(*stage.beside(along_m, float(right)), 2.0):
            parts += facing_stage(grown, stage, along_m, float(right))
    return parts
