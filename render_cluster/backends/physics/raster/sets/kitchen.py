"""A kitchen: worktop with sink and hob under a window, cupboards, a fridge, tiles, a lamp over a table."""

import functools

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour, merged
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import rooms
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import Ground, nearest_joint
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_FRONT: Colour = (0.34, 0.46, 0.46)
_WORKTOP: Colour = (0.66, 0.50, 0.34)
_STEEL: Colour = (0.66, 0.67, 0.68)
_WHITE: Colour = (0.90, 0.89, 0.86)
_SEED = 41


def dress(scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """The long worktop stands at the wall that the camera looks at; shelves and a door at the sides."""
    room = rooms.Room.of("kitchen", stage)
    parts = room.walls((0.88, 0.84, 0.76), (0.93, 0.92, 0.90), _WHITE)
    back, side = room.half_y_m, room.half_x_m
    units = round((2 * side - 1.7) / 0.6)
    for index in range(units):
        x = -side + 1.6 + 0.6 * (index + 0.5)
        hob = index == units - 2
        parts += room.put(_base_unit(drawers=index % 3 == 1, oven=hob), x, back - 0.31)
        if abs(x) > 1.05:
            parts += room.put(_hood() if hob else _wall_unit(), x, back - 0.18)
    long = 0.6 * units
    middle = -side + 1.6 + long / 2
    top = shapes.box(long + 0.04, 0.64, 0.045, 0.008).moved(0, 0, 0.90).painted(_WORKTOP, 0.45)
    splash = shapes.box(long, 0.02, 0.55).moved(0, 0.30, 1.2).painted((0.94, 0.94, 0.91), 0.2)
    parts += room.put([Part(top), Part(splash, outlined=False), *_joints(long)], middle, back - 0.32)
    parts += room.put(rooms.window(1.5, 1.15, scene.time_of_day), 0.0, back, 0.0, 1.22)
    parts += room.put(_sink(), 0.0, back - 0.32)
    parts += room.put(_fridge(), -side + 0.85, back - 0.36)
    parts += room.put(_worktop_things(rng), middle, back - 0.32, 0.0, 0.922)
    for x, turn in ((-side + 0.16, np.pi / 2), (side - 0.16, -np.pi / 2)):
        parts += room.put(_shelves(rng), x, 0.9, turn)
    if room.free(-side + 0.9, -0.4, 0.5):
        parts += room.put(_table(), -side + 0.75, -0.4)
    pendant = (1.25, back - 1.7)
    parts += room.put(_pendant(room.high_m, lit), *pendant)
    x, y = room.world(*pendant)
    lamps = [Lamp((x, y, 2.0), (5.5, 4.1, 2.5) if lit else (0.8, 0.7, 0.5))]
    if not lit:
        wx, wy = room.world(0.0, back - 0.5)
        lamps.append(Lamp((wx, wy, 1.9), (3.0, 3.1, 3.2)))
    ground = _tiles()
    return Dressing(parts, ground.layers, ground.side_m, tuple(lamps))


def _base_unit(drawers: bool, oven: bool) -> list[Part]:
    body = shapes.box(0.6, 0.58, 0.80).moved(0, 0.0, 0.48).painted(_FRONT, 0.5)
    plinth = shapes.box(0.6, 0.50, 0.09).moved(0, 0.03, 0.045).painted((0.16, 0.16, 0.16), 0.6)
    if oven:
        glass = shapes.box(0.52, 0.02, 0.42, 0.01).moved(0, -0.30, 0.44).painted((0.05, 0.05, 0.06), 0.12)
        panel = shapes.box(0.58, 0.02, 0.12).moved(0, -0.295, 0.80).painted(_STEEL, 0.35, 0.8)
        hob = shapes.box(0.56, 0.50, 0.012).moved(0, 0.0, 0.928).painted((0.04, 0.04, 0.045), 0.1)
        bar = shapes.rod((-0.22, -0.33, 0.69), (0.22, -0.33, 0.69), 0.012).painted(_STEEL, 0.3, 0.9)
        return [
            Part(body),
            Part(plinth, outlined=False),
            *(Part(m, outlined=False) for m in (glass, panel, hob, bar)),
        ]
    rows = ((0.26, 0.15), (0.22, 0.40), (0.30, 0.69)) if drawers else ((0.74, 0.48),)
    fronts = [shapes.box(0.57, 0.025, high, 0.008).moved(0, -0.295, z) for high, z in rows]
    grips = [
        shapes.rod((-0.10, -0.33, z + high / 2 - 0.06), (0.10, -0.33, z + high / 2 - 0.06), 0.009)
        for high, z in rows
    ]
    lighter: Colour = tuple(min(1.0, c * 1.10) for c in _FRONT)
    return [
        Part(body),
        Part(plinth, outlined=False),
        Part(merged(fronts).painted(lighter, 0.45), outlined=False),
        Part(merged(grips).painted(_STEEL, 0.3, 0.9), outlined=False),
    ]


def _wall_unit() -> list[Part]:
    body = shapes.box(0.6, 0.34, 0.72).moved(0, 0, 1.86).painted(_FRONT, 0.5)
    front = (
        shapes.box(0.57, 0.02, 0.69, 0.008)
        .moved(0, -0.18, 1.86)
        .painted(tuple(c * 1.1 for c in _FRONT), 0.45)
    )
    grip = shapes.rod((0.22, -0.21, 1.56), (0.22, -0.21, 1.72), 0.009).painted(_STEEL, 0.3, 0.9)
    return [Part(body), Part(front, outlined=False), Part(grip, outlined=False)]


def _hood() -> list[Part]:
    cone = shapes.cylinder(0.42, 0.28, 0.18, 4).rotated(_EIGHTH).moved(0, 0, 1.66).painted(_STEEL, 0.35, 0.8)
    flue = shapes.box(0.24, 0.24, 0.9).moved(0, 0.02, 2.2).painted(_STEEL, 0.35, 0.8)
    return [Part(cone), Part(flue)]


_EIGHTH = np.array([[np.sqrt(0.5), -np.sqrt(0.5), 0], [np.sqrt(0.5), np.sqrt(0.5), 0], [0, 0, 1]])


def _joints(long_m: float) -> list[Part]:
    """The joints of the wall's tiles, as thin proud lines."""
    lines = [shapes.box(long_m, 0.004, 0.006).moved(0, 0.288, z) for z in (1.06, 1.2, 1.34)]
    lines += [
        shapes.box(0.006, 0.004, 0.55).moved(x, 0.288, 1.2) for x in np.arange(-long_m / 2, long_m / 2, 0.28)
    ]
    return [Part(merged(lines).painted((0.74, 0.74, 0.72), 0.8), outlined=False, casts=False)]


def _sink() -> list[Part]:
    bowl = shapes.box(0.58, 0.42, 0.02).moved(0, 0, 0.925).painted((0.42, 0.43, 0.44), 0.25, 0.9)
    rim = shapes.box(0.66, 0.50, 0.014).moved(0, 0, 0.922).painted(_STEEL, 0.3, 0.9)
    neck = [
        shapes.rod((0, 0.2, 0.92), (0, 0.2, 1.2), 0.016),
        shapes.rod((0, 0.2, 1.2), (0, 0.04, 1.24), 0.014),
        shapes.rod((0, 0.04, 1.24), (0, 0.03, 1.17), 0.013),
    ]
    return [
        Part(rim, outlined=False),
        Part(bowl, outlined=False),
        Part(merged(neck).painted(_STEEL, 0.2, 0.95), outlined=False),
    ]


def _fridge() -> list[Part]:
    body = shapes.box(0.80, 0.70, 1.86, 0.02).moved(0, 0, 0.95).painted((0.86, 0.87, 0.87), 0.3, 0.2)
    gap = shapes.box(0.79, 0.02, 0.012).moved(0, -0.352, 1.28).painted((0.2, 0.2, 0.2), 0.8)
    grips = [shapes.rod((0.30, -0.39, z - 0.18), (0.30, -0.39, z + 0.18), 0.014) for z in (1.02, 1.54)]
    return [
        Part(body),
        Part(gap, outlined=False),
        Part(merged(grips).painted(_STEEL, 0.3, 0.9), outlined=False),
    ]


def _worktop_things(rng: np.random.Generator) -> list[Part]:
    """A kettle, jars, a board, a plant and a bowl of fruit."""
    kettle = shapes.turned_profile(
        [(0.0, 0.0), (0.10, 0.0), (0.085, 0.17), (0.03, 0.21), (0.0, 0.22)], 18
    ).moved(1.35, 0.05, 0)
    jars = [shapes.cylinder(0.05, 0.16, sides=14).moved(-1.35 + 0.13 * i, 0.18, 0.08) for i in range(4)]
    lids = [shapes.cylinder(0.052, 0.02, sides=14).moved(-1.35 + 0.13 * i, 0.18, 0.17) for i in range(4)]
    board = shapes.box(0.36, 0.03, 0.26, 0.01).moved(-0.75, 0.25, 0.14).painted((0.74, 0.56, 0.36), 0.7)
    bowl = shapes.turned_profile(
        [(0.0, 0.0), (0.07, 0.0), (0.15, 0.09), (0.14, 0.09), (0.0, 0.04)], 20
    ).moved(0.75, 0.05, 0)
    fruit = []
    for i, colour in enumerate(
        ((0.86, 0.52, 0.10), (0.78, 0.16, 0.12), (0.86, 0.74, 0.16), (0.42, 0.60, 0.16))
    ):
        x, y = 0.06 * np.cos(i * 1.7), 0.06 * np.sin(i * 1.7)
        fruit.append(
            Part(shapes.sphere(12, 8).scaled(0.042).moved(0.75 + x, 0.05 + y, 0.09).painted(colour, 0.5))
        )
    hue: Colour = tuple(float(c) for c in rng.uniform(0.5, 0.85, 3))
    return [
        Part(kettle.painted((0.76, 0.20, 0.16), 0.25)),
        Part(merged(jars).painted(hue, 0.2)),
        Part(merged(lids).painted((0.60, 0.46, 0.30), 0.7), outlined=False),
        Part(board),
        Part(bowl.painted((0.90, 0.90, 0.88), 0.3)),
        *fruit,
    ]


def _shelves(rng: np.random.Generator) -> list[Part]:
    """Two open shelves with crockery, facing -y."""
    boards = [shapes.box(1.5, 0.24, 0.03).moved(0, 0, z).painted(_WORKTOP, 0.6) for z in (1.35, 1.75)]
    parts = [Part(board) for board in boards]
    for z in (1.365, 1.765):
        for i in range(7):
            colour: Colour = tuple(float(c) for c in linear(rng.uniform(0.7, 0.98, 3)))
            high = float(rng.uniform(0.08, 0.20))
            cup = shapes.cylinder(0.045, high, 0.055, 14).moved(-0.62 + 0.2 * i, 0, z + high / 2)
            parts.append(Part(cup.painted(colour, 0.3), outlined=False))
    return parts


def _table() -> list[Part]:
    top = shapes.box(0.8, 1.2, 0.04, 0.01).moved(0, 0, 0.74).painted((0.72, 0.54, 0.36), 0.5)
    legs = [shapes.rod((x, y, 0), (x, y, 0.72), 0.03) for x in (-0.34, 0.34) for y in (-0.52, 0.52)]
    return [Part(top), Part(merged(legs).painted((0.62, 0.46, 0.30), 0.6))]


def _pendant(high_m: float, lit: bool) -> list[Part]:
    cord = shapes.rod((0, 0, 2.25), (0, 0, high_m), 0.008, sides=6).painted((0.1, 0.1, 0.1), 0.7)
    shade = shapes.turned_profile([(0.20, 2.08), (0.17, 2.16), (0.05, 2.26), (0.0, 2.27)], 22).painted(
        (0.80, 0.42, 0.16), 0.4
    )
    bulb = (
        shapes.sphere(12, 8)
        .scaled(0.05)
        .moved(0, 0, 2.10)
        .painted((1.0, 0.86, 0.62), 0.4, glow=6.0 if lit else 0.4)
    )
    return [Part(mesh, outlined=False, casts=False) for mesh in (cord, shade, bulb)]


@functools.lru_cache(maxsize=1)
def _tiles() -> Ground:
    """Large pale tiles, every other one a little darker."""
    ground = Ground(8.0, 1024, (0.70, 0.66, 0.60), 0.32)
    odd = (np.floor(ground.x_m / 0.5) + np.floor(ground.y_m / 0.5)) % 2
    ground.layers[..., :3] *= (1.0 - 0.22 * odd)[..., None].astype(np.float32)
    ground.weather(np.random.default_rng(_SEED), 0.03, 0.5)
    for steps in (ground.x_m, ground.y_m):
        ground.line(nearest_joint(steps, 0.5), 0.014, (0.48, 0.46, 0.43), 0.8)
    return ground
