"""Models of buildings that people live and work in."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    BRICK,
    CREAM,
    GRAPHITE,
    OAK,
    PANE,
    PINE,
    RED,
    STEEL,
    STONE,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    block,
    both,
    drum,
    prism,
    turn,
)  # fmt: skip
from render_cluster.backends.physics.raster.things.street_parts import (
    DOOR,
    SLATE,
    TILES,
    gable,
    gable_roof,
    sloped,
)


def _house(main: Colour = (0.90, 0.85, 0.74)) -> list[Piece]:
    """Walls in the main colour, a tiled gable roof, a chimney, a porch step and bushes."""
    wall = Paint(main, 0.9)
    body = [block(wall, (7.2, 6.2, 3.6), (0, 0, 0), 0.02), gable(wall, 7.2, 6.2, 3.6, 2.2)]
    roof = gable_roof(TILES, 8.0, 7.0, 3.45, 2.45, 0.22)
    front = -3.1
    openings = [_pane(x, front, z, 1.1, 1.3) for x, z in ((-2.2, 1.1), (2.2, 1.1))] + [
        _pane(0.0, front, 3.75, 0.9, 0.95)
    ]
    sides = [[turn(piece, "z", 90) for piece in _pane(x, -3.6, 1.1, 1.1, 1.3)] for x in (-1.3, 1.3)]
    door = [
        block(WHITE, (1.25, 0.12, 2.25), (0, front, 0.15)),
        block(DOOR, (1.0, 0.16, 2.1), (0, front, 0.15)),
        ball(BRASS, 0.06, (0.36, front - 0.10, 1.15), 10),
        block(STONE, (1.8, 0.9, 0.16), (0, front - 0.3, 0)),
    ]
    canopy = [
        *gable_roof(TILES, 1.9, 1.1, 2.55, 0.5, 0.10, at_y=front - 0.3),
        *both(bar(WHITE, (0.8, front - 0.7, 0.1), (0.8, front - 0.7, 2.6), 0.06)),
    ]
    chimney = [
        block(BRICK, (0.75, 0.75, 2.3), (2.2, 1.0, 3.9)),
        block(STONE, (0.9, 0.9, 0.14), (2.2, 1.0, 6.06)),
    ]
    return [
        *body,
        *roof,
        *_flat(openings),
        *_flat(sides),
        *door,
        *canopy,
        *chimney,
        block(STONE, (7.3, 6.3, 0.25)),
    ]


def _barn(main: Colour = (0.60, 0.13, 0.10)) -> list[Piece]:
    wall = Paint(main, 0.85)
    line = [(-4.2, 0), (4.2, 0), (4.2, 4.2), (2.7, 6.3), (0, 7.3), (-2.7, 6.3), (-4.2, 4.2)]
    body = prism(wall, line, 10.2, "y")
    roof = [
        sloped(SLATE, a, b, 11.0, 0.2)
        for a, b in (
            ((4.5, 3.9), (2.75, 6.45)),
            ((2.75, 6.4), (0, 7.45)),
            ((-4.5, 3.9), (-2.75, 6.45)),
            ((-2.75, 6.4), (0, 7.45)),
        )
    ]
    planks = [
        block(Paint(tuple(c * 0.8 for c in main), 0.9), (0.05, 0.04, 4.1), (x, -5.11, 0), 0)
        for x in np.arange(-4.0, 4.1, 0.5)
    ]
    door = [
        block(Paint(main, 0.8), (3.2, 0.08, 3.3), (0, -5.14, 0)),
        *[
            block(WHITE, s, p)
            for s, p in (
                ((3.4, 0.12, 0.2), (0, -5.16, 3.25)),
                ((0.2, 0.12, 3.3), (-1.6, -5.16, 0)),
                ((0.2, 0.12, 3.3), (1.6, -5.16, 0)),
                ((0.16, 0.12, 3.3), (0, -5.16, 0)),
            )
        ],
    ]
    crosses = [
        bar(WHITE, (s * 0.1, -5.2, z0), (s * 1.55, -5.2, z1), 0.07)
        for s in (-1, 1)
        for z0, z1 in ((0.1, 3.2), (3.2, 0.1))
    ]
    loft = [block(WHITE, (1.5, 0.12, 1.5), (0, -5.12, 4.6)), block(BLACK, (1.2, 0.14, 1.2), (0, -5.13, 4.75))]
    return [body, *roof, *planks, *door, *crosses, *loft]


def _building(main: Colour = (0.72, 0.50, 0.38)) -> list[Piece]:
    return _tower(Paint(main, 0.9), 13.6, 9.6, 11.5, 4, 5)


def _skyscraper(main: Colour = (0.30, 0.42, 0.52)) -> list[Piece]:
    """Glass between mullions, set back twice, with a mast."""
    glass, line = Paint(main, 0.10, 0.3), Paint((0.78, 0.80, 0.83), 0.4)
    pieces: list[Piece] = []
    for wide, low, high in ((22.0, 0.0, 48.0), (18.0, 48.0, 70.0), (13.0, 70.0, 82.0)):
        pieces.append(block(glass, (wide - 0.4, wide - 0.4, high - low), (0, 0, low), 0.1))
        pieces += [block(line, (wide, wide, 0.45), (0, 0, z), 0.05) for z in np.arange(low + 3.0, high, 3.4)]
        for t in np.linspace(-0.5, 0.5, 9):
            pieces += [
                block(line, (0.35, wide, high - low), (t * (wide - 0.35), 0, low), 0.02),
                block(line, (wide, 0.35, high - low), (0, t * (wide - 0.35), low), 0.02),
            ]
    return [
        *(Part(piece, Material.FAR) for piece in pieces),
        bar(STEEL, (0, 0, 82), (0, 0, 90), 0.4, 0.1),
        block(PANE, (9, 0.5, 4), (0, -10.9, 0)),
    ]


def _phone_booth(main: Colour = (0.76, 0.07, 0.07)) -> list[Piece]:
    red = Paint(main, 0.3)
    glass = block(Paint((0.55, 0.68, 0.74), 0.08), (0.80, 0.80, 1.75), (0, 0, 0.35))
    posts = [block(red, (0.10, 0.10, 2.1), (x, y, 0.1)) for x in (-0.40, 0.40) for y in (-0.40, 0.40)]
    bars_ = [block(red, (0.84, 0.84, 0.022), (0, 0, z), 0) for z in np.arange(0.55, 2.0, 0.24)]
    mullions = [
        block(red, s, (x, y, 0.35), 0)
        for s, x, y in (
            ((0.02, 0.84, 1.75), -0.2, 0),
            ((0.02, 0.84, 1.75), 0.2, 0),
            ((0.84, 0.02, 1.75), 0, -0.2),
            ((0.84, 0.02, 1.75), 0, 0.2),
        )
    ]
    signs = [
        block(CREAM, s, (x, y, 2.12), 0.005)
        for s, x, y in (
            ((0.66, 0.02, 0.12), 0, -0.455),
            ((0.66, 0.02, 0.12), 0, 0.455),
            ((0.02, 0.66, 0.12), -0.455, 0),
            ((0.02, 0.66, 0.12), 0.455, 0),
        )
    ]
    roof = [block(red, (0.95, 0.95, 0.10), (0, 0, 2.25), 0.03), ball(red, (0.44, 0.44, 0.17), (0, 0, 2.33))]
    return [
        glass,
        *posts,
        *bars_,
        *mullions,
        block(red, (0.90, 0.90, 0.36)),
        block(red, (0.90, 0.90, 0.18), (0, 0, 2.08)),
        *signs,
        *roof,
    ]


def _stall(main: Colour = (0.82, 0.16, 0.12)) -> list[Piece]:
    """A market stall: striped awning, crates of fruit on a counter."""
    counter = [
        block(PINE, (2.3, 0.75, 0.06), (0, -0.35, 0.88)),
        *[block(OAK, (0.18, 0.03, 0.84), (x, -0.70, 0.03), 0.004) for x in np.arange(-1.02, 1.05, 0.204)],
    ]
    posts = [
        block(OAK, (0.07, 0.07, h), (x, y, 0)) for x in (-1.12, 1.12) for y, h in ((-0.70, 2.1), (0.70, 2.45))
    ]
    stripes = [
        turn(block(Paint(main, 0.8) if i % 2 else CREAM, (0.24, 1.7, 0.03)), "x", 13).moved(
            -1.08 + 0.24 * i, 0, 2.25
        )
        for i in range(10)
    ]
    drops = [
        turn(drum(Paint(main, 0.8) if i % 2 else CREAM, 0.12, 0.02, sides=16), "x", 90).moved(
            -1.08 + 0.24 * i, -0.80, 2.06
        )
        for i in range(10)
    ]
    fruit: list[Piece] = []
    for x, colour in (
        (-0.85, (0.80, 0.10, 0.08)),
        (-0.28, (0.95, 0.52, 0.08)),
        (0.28, (0.45, 0.66, 0.16)),
        (0.85, (0.95, 0.80, 0.16)),
    ):
        fruit.append(block(OAK, (0.50, 0.5, 0.12), (x, -0.38, 0.94)))
        fruit += [
            ball(Paint(colour, 0.35), 0.055, (x - 0.17 + 0.115 * (i % 4), -0.54 + 0.11 * (i // 4), 1.08), 10)
            for i in range(16)
        ]
    return [*counter, *posts, *stripes, *drops, *fruit]


def _flat(groups: list[list[Mesh]]) -> list[Mesh]:
    return [piece for group in groups for piece in group]


def _pane(x: float, y: float, z: float, wide: float, high: float) -> list[Mesh]:
    """A white-framed window on a wall that looks to -y."""
    return [
        block(WHITE, (wide + 0.2, 0.10, high + 0.2), (x, y, z - 0.1), 0.01),
        block(PANE, (wide, 0.14, high), (x, y, z), 0.01),
        block(WHITE, (0.06, 0.17, high), (x, y, z), 0),
        block(WHITE, (wide, 0.17, 0.06), (x, y, z + high / 2), 0),
        block(STONE, (wide + 0.35, 0.26, 0.08), (x, y, z - 0.16)),
    ]


def _tower(wall: Paint, wide: float, deep: float, high: float, floors: int, bays: int) -> list[Piece]:
    """A block of flats with a shop front below."""
    pieces: list[Piece] = [
        block(wall, (wide, deep, high), bevel=0.05),
        block(STONE, (wide + 0.4, deep + 0.4, 0.35), (0, 0, high)),
        block(STONE, (wide + 0.2, deep + 0.2, 0.2), (0, 0, 2.9)),
    ]
    each = (high - 3.2) / (floors - 1)
    for floor in range(floors - 1):
        for bay in range(bays):
            pieces += _pane((bay - (bays - 1) / 2) * wide / bays, -deep / 2, 3.6 + floor * each, 1.2, 1.5)
    for bay in range(3):
        for s in (-90, 90):
            pieces += [
                turn(piece, "z", s)
                for floor in range(floors - 1)
                for piece in _pane((bay - 1) * deep / 3, -wide / 2, 3.6 + floor * each, 1.1, 1.5)
            ]
    shop = [block(PANE, (3.6, 0.16, 1.9), (x, -deep / 2, 0.5), 0.02) for x in (-4.3, 4.3)] + [
        block(DOOR, (1.5, 0.2, 2.4), (0, -deep / 2, 0))
    ]
    awnings = [
        turn(block(RED if i % 2 else CREAM, (0.45, 0.9, 0.04)), "x", 25).moved(
            x + 0.45 * (i - 4), -deep / 2 - 0.35, 2.5
        )
        for x in (-4.3, 4.3)
        for i in range(9)
    ]
    return [*pieces, *shop, *awnings, block(GRAPHITE, (2.2, 2.0, 0.8), (2.5, 1.5, high))]


MODELS: dict[str, Model] = {
    "barn": _barn, "building": _building, "house": _house, "phone_booth": _phone_booth, "skyscraper":
    _skyscraper, "stall": _stall,
}  # fmt: skip
