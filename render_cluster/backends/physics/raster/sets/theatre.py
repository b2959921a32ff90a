"""A theatre's stage: boards, red curtains, footlights, and beams of spotlights in the dark."""

import functools

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.effects.beams import Beam, Beams
from render_cluster.backends.physics.raster.mesh import Colour, merged
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import rooms
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.living_room import wooden_floor
from render_cluster.backends.physics.raster.sets.paint import Ground
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_VELVET: Colour = (0.55, 0.06, 0.07)
_GOLD: Colour = (0.80, 0.60, 0.26)
_SEED = 44


def dress(_scene: Scene, stage: Stage, _rng: np.random.Generator, _lit: bool) -> Dressing:
    """The backcloth hangs at the wall that the camera looks at, legs and borders frame it."""
    room = rooms.Room.of("stage", stage, 1.2)
    side, back, high = room.half_x_m, room.half_y_m, room.high_m
    parts = room.walls((0.07, 0.06, 0.07), (0.04, 0.04, 0.045), (0.05, 0.05, 0.05))
    cloth = rooms.drape(2 * side, high - 0.6, 30).moved(0, 0, high / 2 - 0.28).painted(_VELVET, 0.95)
    parts += room.put([Part(cloth, outlined=False, casts=False)], 0.0, back - 0.35)
    hem = shapes.box(2 * side, 0.06, 0.12).moved(0, 0, 0.10).painted(_GOLD, 0.5)
    parts += room.put([Part(hem, outlined=False, casts=False)], 0.0, back - 0.72)
    dark: Colour = tuple(c * 0.6 for c in _VELVET)
    for y in (back - 2.0, back - 4.2):
        for aside in (-1.0, 1.0):
            if room.free(aside * (side - 0.9), y, 0.6):
                leg = rooms.drape(1.7, high - 0.5, 6).moved(0, 0, high / 2 - 0.2).painted(dark, 0.95)
                parts += room.put([Part(leg, outlined=False, casts=False)], aside * (side - 0.75), y)
        border = rooms.drape(2 * side, 1.1, 26).moved(0, 0, high - 0.5).painted(dark, 0.95)
        parts += room.put([Part(border, outlined=False, casts=False)], 0.0, y)
    parts += room.put(_rig(side), 0.0, back - 2.6, 0.0, high - 1.25)
    beams = []
    for index, x in enumerate((-3.9, -1.5, 1.5, 3.9)):
        top = np.array([*room.world(x, back - 2.6), high - 1.4])
        foot = np.array([*room.world(x * 0.35, 0.3 + 0.5 * (index % 2)), 0.0])
        colour = ((1.0, 0.72, 0.42), (0.95, 0.90, 0.80), (0.95, 0.90, 0.80), (0.62, 0.66, 1.0))[index]
        beams.append(Beam((top + foot) / 2, (foot - top) / 2, 0.62, colour, 0.17))
    x, y = room.world(-2.8, back - 2.0)
    u, v = room.world(2.8, back - 2.0)
    lamps = (Lamp((x, y, 4.4), (15.0, 8.0, 4.5)), Lamp((u, v, 4.4), (5.0, 6.5, 15.0)))
    ground = _boards()
    return Dressing(parts, ground.layers, ground.side_m, lamps, effects=(Beams(beams),))


def _rig(side: float) -> list[Part]:
    """A bar of spotlights."""
    bar = [shapes.rod((-side, 0, 0.25), (side, 0, 0.25), 0.03)]
    cans, lenses = [], []
    for x in (-3.9, -2.6, -1.5, 0.0, 1.5, 2.6, 3.9):
        cans.append(shapes.rod((x, 0.12, 0.10), (x * 0.96, -0.12, -0.14), 0.13, 0.15, 14))
        lenses.append(shapes.sphere(12, 8).scaled(0.10).moved(x * 0.96, -0.13, -0.15))
    return [
        Part(merged(bar + cans).painted((0.06, 0.06, 0.065), 0.6), outlined=False, casts=False),
        Part(merged(lenses).painted((1.0, 0.92, 0.78), 0.3, glow=7.0), outlined=False, casts=False),
    ]


@functools.lru_cache(maxsize=1)
def _boards() -> Ground:
    return wooden_floor(_SEED, (0.42, 0.29, 0.19), 0.2, 8.0, 0.33)
