"""A sports hall: sprung floor with court lines, wall bars, high windows, hoops, benches and mats."""

import functools

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.mesh import Colour, merged
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import rooms
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.living_room import wooden_floor
from render_cluster.backends.physics.raster.sets.paint import Ground, box_distance
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_PINE: Colour = (0.76, 0.58, 0.36)
_BLUE: Colour = (0.14, 0.26, 0.52)
_SEED = 43


def dress(scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """Bars and a hoop at the wall that the camera looks at, windows above them."""
    room = rooms.Room.of("gym", stage, 1.0)
    side, back = room.half_x_m, room.half_y_m
    parts = room.walls((0.84, 0.83, 0.79), (0.70, 0.71, 0.72), _BLUE)
    for turn, half, away in (
        (0.0, side, back),
        (np.pi, side, back),
        (np.pi / 2, back, side),
        (-np.pi / 2, back, side),
    ):
        band = shapes.box(2 * half, 0.04, 1.5).moved(0, 0, 0.75).painted((0.30, 0.46, 0.56), 0.7)
        x, y = (0.0, away) if turn in (0.0, np.pi) else ((-away if turn > 0 else away), 0.0)
        if turn == np.pi:
            y = -away
        if room.free(x, y, 0.2) or turn == 0.0:
            parts += room.put([Part(band, outlined=False, casts=False)], x, y, turn)
    for x in np.arange(-side + 1.6, side - 1.0, 3.1):
        parts += room.put(rooms.window(2.2, 1.5, scene.time_of_day), float(x), back, 0.0, 4.6)
    for x in (-5.6, -4.5, 4.5, 5.6):
        parts += room.put(_wall_bars(), x, back - 0.14)
    parts += room.put(_hoop(), 0.0, back - 0.05)
    for x in (-2.6, 2.6):
        parts += room.put(_bench(), x, back - 0.45)
    parts += room.put(_mats(rng), -side + 1.2, back - 1.0)
    beams = [
        shapes.box(0.22, 2 * back, 0.45).moved(x, 0, room.high_m - 0.25)
        for x in np.arange(-side + 2, side, 4.0)
    ]
    parts += room.put(
        [Part(merged(beams).painted((0.50, 0.36, 0.24), 0.8), outlined=False, casts=False)], 0, 0
    )
    tubes = [
        shapes.box(0.25, 1.6, 0.08).moved(x, y, room.high_m - 0.6)
        for x in np.arange(-side + 4, side - 2, 4.0)
        for y in (-3.0, 2.0)
    ]
    shine = merged(tubes).painted((1.0, 0.97, 0.90), 0.4, glow=3.0 if lit else 1.2)
    parts += room.put([Part(shine, outlined=False, casts=False)], 0, 0)
    x, y = room.world(0.0, back - 2.5)
    ground = _floor()
    lamps = (Lamp((x, y, 5.5), (22.0, 20.5, 18.0) if lit else (12.0, 11.5, 10.5)),)
    return Dressing(parts, ground.layers, ground.side_m, lamps)


def _wall_bars() -> list[Part]:
    posts = [shapes.box(0.06, 0.14, 2.6).moved(x, 0, 1.3) for x in (-0.5, 0.5)]
    bars = [shapes.rod((-0.5, -0.05, z), (0.5, -0.05, z), 0.02) for z in np.arange(0.2, 2.6, 0.17)]
    return [Part(merged([*posts, *bars]).painted(_PINE, 0.5), outlined=False)]


def _hoop() -> list[Part]:
    board = shapes.box(1.8, 0.05, 1.05, 0.01).moved(0, -0.9, 3.42).painted((0.93, 0.94, 0.95), 0.2)
    lines = [
        shapes.box(w, 0.012, h).moved(x, -0.93, z)
        for x, z, w, h in (
            (0, 3.5, 0.62, 0.05),
            (0, 3.05, 0.62, 0.05),
            (-0.29, 3.27, 0.05, 0.45),
            (0.29, 3.27, 0.05, 0.45),
        )
    ]
    rim = shapes.torus(0.225, 0.012, 32, 8).moved(0, -1.3, 3.05).painted((0.90, 0.33, 0.08), 0.35, 0.3)
    arms = [shapes.rod((x, 0, 3.4), (x, -0.9, 3.4), 0.05) for x in (-0.5, 0.5)]
    return [
        Part(board),
        Part(merged(lines).painted((0.80, 0.16, 0.10), 0.4), outlined=False),
        Part(rim),
        Part(merged(arms).painted((0.3, 0.32, 0.35), 0.5), outlined=False),
    ]


def _bench() -> list[Part]:
    top = shapes.box(2.6, 0.30, 0.05, 0.01).moved(0, 0, 0.38).painted(_PINE, 0.45)
    legs = [shapes.box(0.06, 0.28, 0.36).moved(x, 0, 0.18) for x in (-1.1, 1.1)]
    return [Part(top), Part(merged(legs).painted((0.3, 0.3, 0.32), 0.5))]


def _mats(rng: np.random.Generator) -> list[Part]:
    parts = []
    for layer in range(4):
        x, y = rng.uniform(-0.06, 0.06, 2)
        mat = shapes.box(2.0, 1.2, 0.16, 0.03).moved(float(x), float(y), 0.09 + 0.17 * layer)
        parts.append(Part(mat.painted(_BLUE if layer % 2 else (0.72, 0.16, 0.14), 0.7)))
    return parts


@functools.lru_cache(maxsize=1)
def _floor() -> Ground:
    """A court's lines over narrow boards; the painted square is larger than the hall."""
    ground = wooden_floor(_SEED, (0.74, 0.54, 0.33), 0.25, 24.0, 0.28)
    white, red = (0.95, 0.95, 0.92), (0.72, 0.18, 0.14)
    ground.line(box_distance(ground.x_m, ground.y_m, 7.4, 5.4), 0.06, white)
    ground.line(np.where(np.abs(ground.y_m) < 5.4, ground.x_m, 9.0), 0.06, white)
    circle = np.hypot(ground.x_m, ground.y_m) - 1.8
    ground.fill(circle, (0.20, 0.34, 0.56), 0.3, 0.85)
    ground.line(circle, 0.06, white)
    for side in (-1.0, 1.0):
        ground.fill(box_distance(ground.x_m - side * 5.0, ground.y_m, 2.4, 1.8), (0.20, 0.34, 0.56), 0.3, 0.6)
        ground.line(box_distance(ground.x_m - side * 5.0, ground.y_m, 2.4, 1.8), 0.06, white)
    ground.line(box_distance(ground.x_m, ground.y_m, 6.6, 3.0), 0.045, red)
    return ground
