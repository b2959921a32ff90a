"""A living room: sofa under pictures, a window with curtains, shelves of books, a lamp, a plant, a rug."""

import functools

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.mesh import Colour, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import rooms, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import Ground, box_distance
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_WOOD: Colour = (0.46, 0.32, 0.21)
_SOFA: Colour = (0.24, 0.36, 0.44)
_CUSHIONS: tuple[Colour, ...] = ((0.84, 0.56, 0.20), (0.86, 0.80, 0.68), (0.66, 0.26, 0.20))
_BOOKS: tuple[Colour, ...] = (
    (0.62, 0.20, 0.16),
    (0.18, 0.30, 0.44),
    (0.80, 0.72, 0.54),
    (0.22, 0.38, 0.28),
    (0.76, 0.50, 0.20),
    (0.30, 0.24, 0.34),
    (0.86, 0.84, 0.78),
)
_SEED = 42


def dress(scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """The window and the sofa stand at the wall that the camera looks at."""
    room = rooms.Room.of("living_room", stage)
    side, back = room.half_x_m, room.half_y_m
    parts = room.walls((0.74, 0.76, 0.70), (0.94, 0.93, 0.91), (0.93, 0.92, 0.89))
    parts += room.put(rooms.window(1.9, 1.5, scene.time_of_day, (0.78, 0.66, 0.50)), 1.9, back, 0.0, 0.85)
    parts += room.put(_sofa(), -1.35, back - 0.50)
    for x, wide, high in ((-2.15, 0.55, 0.75), (-1.3, 0.8, 0.6), (-0.5, 0.45, 0.6)):
        parts += room.put(rooms.picture(wide, high, rng), x, back, 0.0, 1.75)
    parts += room.put(_bookcase(rng), side - 0.18, 0.9, -np.pi / 2)
    parts += room.put(_bookcase(rng), -side + 0.18, 0.6, np.pi / 2)
    parts += room.put(_plant(rng), side - 0.5, back - 0.5)
    parts += room.put(rooms.picture(1.2, 0.8, rng), -side, -1.6, np.pi / 2, 1.65)
    parts += room.put(rooms.picture(0.9, 1.1, rng), side, -1.5, -np.pi / 2, 1.65)
    stand = (-side + 0.5, back - 0.5)
    parts += room.put(_floor_lamp(lit), *stand)
    if room.free(0.55, back - 0.55, 0.3):
        parts += room.put(_side_table(), 0.25, back - 0.5)
    x, y = room.world(*stand)
    lamps = [Lamp((x + 0.0, y, 1.6), (5.0, 3.5, 1.9) if lit else (0.6, 0.5, 0.35))]
    if not lit:
        wx, wy = room.world(1.9, back - 0.6)
        lamps.append(Lamp((wx, wy, 1.7), (3.4, 3.4, 3.3)))
    ground = _floor()
    return Dressing(parts, ground.layers, ground.side_m, tuple(lamps))


def _sofa() -> list[Part]:
    dark: Colour = tuple(c * 0.85 for c in _SOFA)
    base = shapes.box(2.2, 0.86, 0.30, 0.05).moved(0, 0, 0.27).painted(dark, 0.9)
    seats = [shapes.box(0.90, 0.66, 0.17, 0.06).moved(x, -0.08, 0.48) for x in (-0.46, 0.46)]
    backs = [shapes.box(0.90, 0.22, 0.46, 0.09).moved(x, 0.29, 0.74) for x in (-0.46, 0.46)]
    arms = [shapes.box(0.22, 0.88, 0.60, 0.08).moved(x, 0, 0.35) for x in (-1.06, 1.06)]
    feet = [shapes.rod((x, y, 0), (x, y, 0.13), 0.025) for x in (-0.98, 0.98) for y in (-0.34, 0.34)]
    cushions = [
        Part(shapes.sphere(16, 10).scaled(0.24, 0.09, 0.21).moved(x, 0.10, 0.72).painted(colour, 0.9))
        for x, colour in zip((-0.72, 0.40, 0.74), _CUSHIONS, strict=True)
    ]
    soft = merged([*seats, *backs, *arms]).painted(_SOFA, 0.95)
    return [Part(base), Part(soft), Part(merged(feet).painted(_WOOD, 0.5)), *cushions]


def _bookcase(rng: np.random.Generator) -> list[Part]:
    """Five shelves of books that face -y."""
    wide, high, deep = 1.3, 2.0, 0.32
    boards = [shapes.box(wide, deep, 0.03).moved(0, 0, z) for z in np.linspace(0.04, high, 6)]
    boards += [shapes.box(0.03, deep, high).moved(x, 0, high / 2) for x in (-wide / 2, wide / 2)]
    boards.append(shapes.box(wide, 0.02, high).moved(0, deep / 2, high / 2))
    parts = [Part(merged(boards).painted(_WOOD, 0.6))]
    for z in np.linspace(0.04, high, 6)[:-1]:
        x = -wide / 2 + 0.05
        while x < wide / 2 - 0.12:
            thick, tall = float(rng.uniform(0.025, 0.055)), float(rng.uniform(0.20, 0.31))
            if rng.random() < 0.86:
                colour = _BOOKS[int(rng.integers(len(_BOOKS)))]
                book = shapes.box(thick * 0.92, 0.2, tall).moved(
                    x + thick / 2, -0.03, float(z) + 0.015 + tall / 2
                )
                parts.append(Part(book.painted(colour, 0.7), outlined=False))
            x += thick if rng.random() < 0.93 else 0.14
    return parts


def _plant(rng: np.random.Generator) -> list[Part]:
    pot = shapes.turned_profile([(0.0, 0.0), (0.16, 0.0), (0.22, 0.36), (0.19, 0.36), (0.0, 0.32)], 20)
    leaves = trees.palm(rng, 1.35, (0.22, 0.42, 0.18), 11)
    lifted = [Part(part.mesh.moved(0, 0, 0.25), part.material, outlined=False) for part in leaves]
    return [Part(pot.painted((0.78, 0.74, 0.68), 0.7)), *lifted]


def _floor_lamp(lit: bool) -> list[Part]:
    foot = shapes.cylinder(0.15, 0.03, sides=20).moved(0, 0, 0.015)
    pole = shapes.rod((0, 0, 0.02), (0, 0, 1.5), 0.014)
    shade = shapes.turned_profile([(0.24, 1.42), (0.16, 1.76)], 24)
    shade = shade.painted((0.96, 0.84, 0.62), 0.9, glow=0.9 if lit else 0.05)
    return [
        Part(merged([foot, pole]).painted((0.16, 0.14, 0.12), 0.4, 0.6)),
        Part(shade, Material.FOLIAGE, outlined=False, casts=False),
    ]


def _side_table() -> list[Part]:
    top = shapes.cylinder(0.26, 0.03, sides=24).moved(0, 0, 0.52).painted(_WOOD, 0.4)
    legs = [
        shapes.rod((0.18 * np.cos(a), 0.18 * np.sin(a), 0), (0.08 * np.cos(a), 0.08 * np.sin(a), 0.51), 0.015)
        for a in (0.5, 2.6, 4.7)
    ]
    mug = shapes.cylinder(0.04, 0.09, sides=16).moved(0.06, -0.04, 0.58).painted((0.84, 0.34, 0.24), 0.3)
    return [Part(top), Part(merged(legs).painted(_WOOD, 0.5)), Part(mug)]


@functools.lru_cache(maxsize=1)
def _floor() -> Ground:
    """Boards along x with a rug in the middle."""
    ground = wooden_floor(_SEED, (0.58, 0.42, 0.28))
    rug = box_distance(ground.x_m, ground.y_m, 2.1, 1.5)
    ground.fill(rug, (0.62, 0.24, 0.20), 0.95)
    ground.fill(rug + 0.14, (0.84, 0.76, 0.62), 0.95)
    ground.fill(rug + 0.20, (0.56, 0.20, 0.18), 0.95)
    for step in np.arange(-1.5, 1.6, 0.75):
        diamond = np.abs(ground.x_m - step) + np.abs(ground.y_m) - 0.30
        ground.fill(diamond, (0.84, 0.72, 0.50), 0.95)
        ground.fill(diamond + 0.09, (0.26, 0.32, 0.42), 0.95)
    ground.weather(np.random.default_rng(_SEED), 0.03, 0.3)
    return ground


def wooden_floor(
    seed: int, colour: Colour, board_m: float = 0.16, side_m: float = 8.0, roughness: float = 0.38
) -> Ground:
    """Boards along x, each of its own shade, with staggered butts."""
    rng = np.random.default_rng(seed)
    ground = Ground(side_m, 1024, colour, roughness)
    rows = round(side_m / board_m)
    row = np.floor((ground.y_m + side_m / 2) / side_m * rows).astype(int) % rows
    starts = rng.uniform(0, 2.0, rows)
    piece = np.floor((ground.x_m + side_m / 2 + starts[row]) / 2.0).astype(int)
    shade = rng.normal(1.0, 0.09, (rows, 8))[row, piece % 8]
    grain = rng.normal(0, 1, (1024, 128)).repeat(8, axis=1)
    ground.layers[..., :3] *= np.clip(shade + 0.025 * grain, 0.7, 1.3)[..., None].astype(np.float32)
    across = (ground.y_m + side_m / 2) / side_m * rows
    seam = np.abs(across - np.round(across)) * side_m / rows
    ground.line(seam, 0.010, tuple(c * 0.55 for c in colour), 0.7)
    return ground
