"""A skate park of pale concrete among trees, with ledges and a bank beside the way."""

import functools

import numpy as np

from render_cluster.backends.physics.paving import JOINT_SPACING_M
from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import furniture, surroundings
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import Ground, nearest_joint
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_CONCRETE = (0.58, 0.57, 0.545)
_WEATHER_SEED = 2


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """Jointed slabs, ledges, a quarter pipe, trees, a hedge and houses behind."""
    ground = _slabs()
    parts: list[Part] = []
    for along, right, long in ((7.5, -4.0, 3.2), (9.0, 3.0, 4.0), (11.5, -9.0, 3.0), (10.5, 10.0, 3.0)):
        if stage.clear(*stage.beside(along, right), long / 2):
            parts += facing_stage(_ledge(long, rng), stage, along, right)
    for right in (-6.0, 6.5):
        parts += facing_stage(_quarter_pipe(6.0), stage, 15.5, right)
    parts += surroundings.hedge_row(stage, rng, 18.5, 54.0)
    parts += surroundings.ring_of_trees(stage, rng, 15, 20.0, 28.0)
    parts += surroundings.houses(stage, rng, lit, 38.0)
    lamps = []
    for right in (-7.0, 7.0):
        parts += facing_stage(furniture.street_lamp(5.2, lit), stage, 14.0, right)
        x, y = stage.beside(13.0, right)
        lamps.append(Lamp((x, y, 5.0), (17.0, 13.0, 8.5)))
    return Dressing(parts, ground.layers, ground.side_m, tuple(lamps) if lit else ())


@functools.lru_cache(maxsize=1)  # painting takes longer than filming three frames
def _slabs() -> Ground:
    ground = Ground(48.0, 1024, _CONCRETE, 0.72)
    ground.weather(np.random.default_rng(_WEATHER_SEED), 0.05, 1.6)
    for steps in (ground.x_m, ground.y_m):
        ground.line(nearest_joint(steps, JOINT_SPACING_M["skate_park"]), 0.022, (0.42, 0.41, 0.39), 0.7)
    return ground


def _ledge(long_m: float, rng: np.random.Generator) -> list[Part]:
    colours = ((0.62, 0.61, 0.59), (0.30, 0.48, 0.52), (0.78, 0.48, 0.32))
    colour = colours[int(rng.integers(len(colours)))]
    block = shapes.box(long_m, 0.7, 0.42, 0.02).moved(0, 0, 0.21).painted(colour, 0.75)
    edge = shapes.box(long_m * 1.002, 0.05, 0.05).moved(0, -0.33, 0.40).painted((0.55, 0.56, 0.58), 0.3, 0.8)
    return [Part(block), Part(edge, outlined=False)]


def _quarter_pipe(wide_m: float) -> list[Part]:
    """A curved bank that rises away from -y, with steel coping on its lip."""

    def curve(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        angle = v * 1.15
        return np.stack([(u - 0.5) * wide_m, 2.0 * np.sin(angle) - 2.0, 2.0 * (1 - np.cos(angle))], -1)

    bank = shapes.surface(curve, 1, 12).painted((0.66, 0.65, 0.62), 0.6)
    top = 2.0 * (1 - np.cos(1.15))
    back = 2.0 * np.sin(1.15) - 2.0
    deck = shapes.box(wide_m, 1.4, top).moved(0, back + 0.71, top / 2).painted((0.60, 0.59, 0.57), 0.8)
    coping = shapes.rod((-wide_m / 2, back, top), (wide_m / 2, back, top), 0.04).painted(
        (0.6, 0.6, 0.62), 0.3, 0.8
    )
    return [Part(mesh, outlined=False) for mesh in (bank, deck, coping)]
