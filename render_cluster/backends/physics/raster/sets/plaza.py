"""A paved square with trees in planters: the place of every scene without a setting of its own."""

import functools

import numpy as np

from render_cluster.backends.physics.paving import JOINT_SPACING_M
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import furniture, surroundings, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import Ground, nearest_joint
from render_cluster.backends.physics.raster.sets.place import facing_stage, placed
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_WEATHER_SEED = 3


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """Warm paving, benches, planters, trees and houses."""
    ground = _paved()
    parts: list[Part] = []
    for right in (-9.0, -3.0, 3.5, 9.5):
        if stage.clear(*stage.beside(10.0, right), 1.6):
            low = [
                *furniture.planter(3.0),
                *placed(trees.hedge(rng, 2.6, 0.7, (0.34, 0.52, 0.24)), 0, 0, 0, 0.4),
            ]
            parts += facing_stage(low, stage, 10.0, right)
            parts += facing_stage(furniture.bench(), stage, 8.9, right)
    parts += surroundings.ring_of_trees(stage, rng, 13, 14.0, 22.0)
    parts += surroundings.houses(stage, rng, lit, 29.0)
    lamps = []
    for right in (-6.0, 6.5):
        parts += facing_stage(furniture.street_lamp(4.6, lit), stage, 9.6, right)
        x, y = stage.beside(8.6, right)
        lamps.append(Lamp((x, y, 4.4), (13.0, 10.0, 6.5)))
    return Dressing(parts, ground.layers, ground.side_m, tuple(lamps) if lit else ())


@functools.lru_cache(maxsize=1)  # painting takes longer than filming three frames
def _paved() -> Ground:
    ground = Ground(40.0, 1024, (0.62, 0.57, 0.50), 0.8)
    ground.weather(np.random.default_rng(_WEATHER_SEED), 0.05, 0.9)
    joint_m = JOINT_SPACING_M["plaza"]
    ground.line(nearest_joint(ground.x_m, joint_m), 0.016, (0.44, 0.40, 0.35), 0.7)
    ground.line(nearest_joint(ground.y_m, joint_m), 0.016, (0.44, 0.40, 0.35), 0.7)
    return ground
