"""Models of tables, seats, beds, shelves, lamps and kitchen machines."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CHROME,
    CREAM,
    IRON,
    LAMP,
    OAK,
    PANE,
    STONE,
    WALNUT,
    WHITE,
    Model,
    Paint,
    Piece,
    around,
    ball,
    bar,
    bars,
    block,
    both,
    circle,
    drum,
    hull,
    lathe,
    loft,
    oval,
    plate,
    prism,
    ring,
    sheet,
    tube,
    turn,
)  # fmt: skip


def _table(main: Colour = (0.58, 0.38, 0.21)) -> list[Piece]:
    return _four_legged(Paint(main, 0.45), (1.5, 0.85, 0.75), 0.035, 0.075)


def _coffee_table(main: Colour = (0.66, 0.46, 0.28)) -> list[Piece]:
    shelf = block(Paint(main, 0.5), (0.95, 0.46, 0.02), (0, 0, 0.12))
    return [*_four_legged(Paint(main, 0.4), (1.1, 0.6, 0.42), 0.035, 0.06), shelf]


def _desk(main: Colour = (0.55, 0.36, 0.20)) -> list[Piece]:
    wood = Paint(main, 0.45)
    top = block(wood, (1.4, 0.7, 0.04), (0, 0, 0.71))
    chest = block(Paint(_dark(main), 0.5), (0.38, 0.62, 0.71), (0.48, 0, 0))
    fronts = [block(wood, (0.34, 0.03, 0.2), (0.48, -0.315, z)) for z in (0.04, 0.26, 0.48)]
    knobs = [ball(BRASS, 0.015, (0.48, -0.335, z)) for z in (0.14, 0.36, 0.58)]
    side = block(Paint(_dark(main), 0.5), (0.05, 0.62, 0.71), (-0.64, 0, 0))
    back = block(Paint(_dark(main), 0.5), (0.95, 0.03, 0.4), (-0.18, 0.28, 0.31))
    return [top, chest, *fronts, *knobs, side, back]


def _chair(main: Colour = (0.62, 0.41, 0.22)) -> list[Piece]:
    """A kitchen chair with splayed legs and a slatted back."""
    wood = Paint(main, 0.45)
    seat = block(wood, (0.45, 0.44, 0.035), (0, -0.03, 0.44), 0.014)
    legs = [bar(wood, (0.19 * x, -0.21, 0.45), (0.21 * x, -0.24, 0), 0.02, 0.015) for x in (-1, 1)]
    legs += [bar(wood, (0.21 * x, 0.23, 0), (0.19 * x, 0.17, 0.46), 0.016, 0.02) for x in (-1, 1)]
    posts = [bar(wood, (0.19 * x, 0.17, 0.45), (0.20 * x, 0.24, 0.88), 0.02, 0.015) for x in (-1, 1)]
    rungs = bars(
        wood,
        0.011,
        ((-0.2, -0.22, 0.2), (-0.2, 0.2, 0.2)),
        ((0.2, -0.22, 0.2), (0.2, 0.2, 0.2)),
        ((-0.2, 0, 0.2), (0.2, 0, 0.2)),
    )
    slats = [
        block(wood, (0.40, 0.022, h), (0, y, z))
        for y, z, h in ((0.205, 0.60, 0.05), (0.222, 0.70, 0.05), (0.237, 0.80, 0.10))
    ]
    return [seat, *legs, *posts, *rungs, *slats]


def _stool(main: Colour = (0.62, 0.41, 0.22)) -> list[Piece]:
    wood = Paint(main, 0.45)
    seat = lathe(wood, [(0.0, 0.61), (0.17, 0.61), (0.19, 0.625), (0.18, 0.65), (0.0, 0.645)])
    legs = [
        bar(wood, (p[0], p[1], 0.62), (1.5 * p[0], 1.5 * p[1], 0), 0.018, 0.014)
        for p in circle(4, 0.12, from_deg=45)
    ]
    rungs = [
        bar(wood, p, q, 0.010)
        for p, q in zip(circle(4, 0.155, 0.22, 45), circle(4, 0.155, 0.22, 135), strict=True)
    ]
    return [seat, *legs, *rungs]


def _armchair(main: Colour = (0.24, 0.42, 0.46)) -> list[Piece]:
    return _upholstered(Paint(main, 0.9), 0.90, 0.90, 0.95, 1)


def _sofa(main: Colour = (0.46, 0.47, 0.50)) -> list[Piece]:
    return _upholstered(Paint(main, 0.9), 2.0, 0.90, 0.85, 3)


def _bed(main: Colour = (0.30, 0.45, 0.66)) -> list[Piece]:
    """A wooden bed whose blanket is the main colour; its head is at the back."""
    frame = [
        block(WALNUT, (1.6, 0.07, 0.95), (0, 1.01, 0)),
        block(WALNUT, (1.6, 0.05, 0.45), (0, -1.02, 0)),
        *both(block(WALNUT, (0.05, 2.0, 0.18), (0.775, 0, 0.17))),
    ]
    mattress = block(WHITE, (1.52, 1.96, 0.24), (0, 0, 0.26), 0.05)
    blanket = block(Paint(main, 0.95), (1.60, 1.34, 0.20), (0, -0.32, 0.34), 0.06)
    fold = block(WHITE, (1.60, 0.24, 0.05), (0, 0.34, 0.51), 0.02)
    pillows = both(ball(CREAM, (0.34, 0.21, 0.09), (0.38, 0.72, 0.57)))
    return [*frame, mattress, Part(blanket, Material.CLOTH), fold, *pillows]


def _pillow(main: Colour = (0.90, 0.90, 0.88)) -> list[Piece]:
    outline = oval(1.0, 1.0, 4.5, 48)
    rings = [
        np.column_stack([outline * scale * (0.30, 0.20), np.full(48, z)])
        for scale, z in (
            (0.55, -0.075),
            (0.85, -0.055),
            (0.97, -0.02),
            (1.0, 0.0),
            (0.97, 0.02),
            (0.85, 0.055),
            (0.55, 0.075),
        )
    ]
    return [Part(loft(Paint(main, 0.9), np.array(rings)), Material.CLOTH)]


def _lamp(main: Colour = (0.20, 0.46, 0.48)) -> list[Piece]:
    """A table lamp: glazed foot and a lit shade."""
    foot = lathe(
        Paint(main, 0.15),
        [
            (0.0, 0.0),
            (0.075, 0.0),
            (0.075, 0.0),
            (0.08, 0.015),
            (0.05, 0.04),
            (0.085, 0.12),
            (0.075, 0.2),
            (0.02, 0.27),
            (0.0, 0.28),
        ],
    )
    neck = drum(BRASS, 0.012, 0.10, (0, 0, 0.26))
    return [foot, neck, *_shade(0.16, 0.10, 0.23, 0.32)]


def _floor_lamp(main: Colour = (0.14, 0.14, 0.15)) -> list[Piece]:
    foot = lathe(
        Paint(main, 0.4), [(0.0, 0.0), (0.16, 0.0), (0.16, 0.0), (0.16, 0.02), (0.03, 0.04), (0.0, 0.04)]
    )
    return [
        foot,
        bar(Paint(main, 0.4, 0.4), (0, 0, 0.02), (0, 0, 1.4), 0.013),
        *_shade(0.225, 0.15, 0.32, 1.28),
    ]


def _chandelier(main: Colour = (0.85, 0.65, 0.25)) -> list[Piece]:
    metal = Paint(main, 0.25, 0.9)
    core = lathe(
        metal,
        [
            (0.0, 0.05),
            (0.05, 0.10),
            (0.03, 0.18),
            (0.08, 0.25),
            (0.03, 0.33),
            (0.012, 0.4),
            (0.012, 0.8),
            (0.0, 0.8),
        ],
    )
    arm = tube(metal, [(0.03, 0, 0.22), (0.20, 0, 0.08), (0.36, 0, 0.10), (0.42, 0, 0.24)], 0.011)
    pieces = around(arm, 8)
    for x, y, z in circle(8, 0.42, 0.24):
        pieces += [
            drum(metal, 0.03, 0.015, (x, y, z)),
            drum(WHITE, 0.012, 0.09, (x, y, z)),
            ball(LAMP, (0.016, 0.016, 0.032), (x, y, z + 0.12), 10),
        ]
        pieces.append(
            ball(Paint((0.85, 0.92, 0.97), 0.05), (0.012, 0.012, 0.026), (0.7 * x, 0.7 * y, 0.04), 8)
        )
    return [core, *pieces]


def _bookshelf(main: Colour = (0.45, 0.29, 0.17)) -> list[Piece]:
    """Shelves with books of many colours, some leaning."""
    wood = Paint(main, 0.5)
    pieces: list[Piece] = [
        *both(block(wood, (0.03, 0.3, 1.9), (0.435, 0, 0))),
        block(Paint(_dark(main), 0.6), (0.86, 0.02, 1.9), (0, 0.14, 0)),
    ]
    pieces += [block(wood, (0.86, 0.29, 0.03), (0, 0, z)) for z in (0.05, 0.51, 0.97, 1.43, 1.87)]
    rng = np.random.default_rng(4)
    colours = (
        (0.62, 0.14, 0.12),
        (0.12, 0.27, 0.45),
        (0.82, 0.72, 0.50),
        (0.17, 0.38, 0.25),
        (0.75, 0.45, 0.15),
        (0.35, 0.16, 0.35),
        (0.85, 0.84, 0.80),
    )
    for z in (0.08, 0.54, 1.0, 1.46):
        x = -0.41
        while x < 0.36:
            wide, high = rng.uniform(0.022, 0.05), rng.uniform(0.24, 0.36)
            if rng.uniform() < 0.88:
                book = block(
                    Paint(colours[int(rng.integers(len(colours)))], 0.6),
                    (wide, 0.2, high),
                    (x + wide / 2, -0.01, z),
                    0.003,
                )
                pieces.append(Part(book, outlined=False))
            x += wide + 0.002
    return pieces


def _cabinet(main: Colour = (0.58, 0.38, 0.21)) -> list[Piece]:
    pieces: list[Piece] = [
        block(Paint(_dark(main), 0.5), (0.96, 0.42, 0.80), (0, 0.01, 0.07)),
        block(Paint(main, 0.4), (1.0, 0.45, 0.03), (0, 0, 0.87)),
    ]
    pieces += [block(Paint(main, 0.45), (0.90, 0.03, 0.22), (0, -0.205, z)) for z in (0.10, 0.35, 0.60)]
    pieces += [ball(BRASS, 0.018, (x, -0.228, z)) for x in (-0.22, 0.22) for z in (0.21, 0.46, 0.71)]
    return [
        *pieces,
        *(block(WALNUT, (0.05, 0.05, 0.08), (x, y, 0)) for x in (-0.44, 0.44) for y in (-0.17, 0.17)),
    ]


def _wardrobe(main: Colour = (0.52, 0.34, 0.19)) -> list[Piece]:
    doors = both(block(Paint(main, 0.45), (0.52, 0.03, 1.80), (0.268, -0.285, 0.10)))
    panels = both(
        block(Paint(_dark(main), 0.5), (0.38, 0.012, 0.75), (0.268, -0.297, 0.98)),
        block(Paint(_dark(main), 0.5), (0.38, 0.012, 0.70), (0.268, -0.297, 0.18)),
    )
    return [
        block(Paint(_dark(main), 0.5), (1.08, 0.56, 1.92), (0, 0.01, 0.02)),
        block(Paint(main, 0.45), (1.1, 0.6, 0.06), (0, 0, 1.94)),
        *doors,
        *panels,
        *both(bar(BRASS, (0.03, -0.32, 0.9), (0.03, -0.32, 1.1), 0.01)),
    ]


def _door(main: Colour = (0.42, 0.20, 0.12)) -> list[Piece]:
    frame = [
        *both(block(WHITE, (0.07, 0.12, 2.1), (0.44, 0, 0))),
        block(WHITE, (0.95, 0.12, 0.07), (0, 0, 2.03)),
    ]
    leaf = block(Paint(main, 0.45), (0.80, 0.05, 2.03))
    panels = [
        block(Paint(_dark(main), 0.5), (0.27, 0.062, h), (x, 0, z))
        for x in (-0.19, 0.19)
        for z, h in ((0.15, 0.75), (1.08, 0.75))
    ]
    return [
        *frame,
        leaf,
        *panels,
        ball(BRASS, 0.032, (0.33, -0.05, 1.0)),
        ball(BRASS, 0.032, (0.33, 0.05, 1.0)),
    ]


def _window(main: Colour = (0.93, 0.93, 0.91)) -> list[Piece]:
    frame = Paint(main, 0.4)
    pane = block(Paint((0.45, 0.62, 0.74), 0.05), (1.12, 0.02, 1.18), (0, 0, 0.08))
    rails = [block(frame, (1.2, 0.08, 0.07), (0, 0, z)) for z in (0.0, 0.64, 1.23)]
    return [
        pane,
        *rails,
        *both(block(frame, (0.07, 0.08, 1.3), (0.565, 0, 0))),
        block(frame, (0.05, 0.07, 1.25), (0, 0, 0.03)),
        block(frame, (1.2, 0.12, 0.03), (0, 0, 0.0)),
    ]


def _mirror(main: Colour = (0.83, 0.66, 0.22)) -> list[Piece]:
    frame = turn(ring(Paint(main, 0.3, 0.7), 1.0, 0.055, sides=48).scaled(0.33, 0.66, 0.5), "x", 90)
    glass = turn(plate(Paint((0.72, 0.80, 0.86), 0.03, 0.6), oval(0.33, 0.66), 0.02), "x", 90)
    return [piece.moved(0, 0, 0.7) for piece in (frame, glass)]


def _picture(main: Colour = (0.72, 0.53, 0.22)) -> list[Piece]:
    """A framed landscape: sky, sun, hills, meadow."""

    def flat(paint: Paint, outline: list[tuple[float, float]], thick: float) -> Mesh:
        return prism(paint, outline, thick, "y").moved(0, -0.004, 0)

    sky = block(Paint((0.55, 0.75, 0.92), 0.7), (0.70, 0.012, 0.50), (0, 0, -0.25))
    sun = flat(
        Paint((1.0, 0.85, 0.40), 0.7),
        [(0.18 + 0.05 * math.cos(a), 0.13 + 0.05 * math.sin(a)) for a in np.linspace(0, 6, 16)],
        0.014,
    )
    hills = flat(
        Paint((0.30, 0.42, 0.55), 0.7),
        [(-0.35, -0.05), (-0.2, 0.12), (-0.05, 0.0), (0.1, 0.08), (0.35, -0.04), (0.35, -0.2), (-0.35, -0.2)],
        0.016,
    )
    meadow = flat(
        Paint((0.35, 0.56, 0.22), 0.7),
        [(-0.35, -0.1), (0.0, -0.03), (0.35, -0.09), (0.35, -0.25), (-0.35, -0.25)],
        0.019,
    )
    gold = Paint(main, 0.35, 0.6)
    frame = [block(gold, (0.8, 0.05, 0.06), (0, 0, z)) for z in (-0.30, 0.24)] + both(
        block(gold, (0.06, 0.05, 0.6), (0.37, 0, -0.30))
    )
    return [sky, sun, hills, meadow, *frame]


def _rug(main: Colour = (0.60, 0.14, 0.14)) -> list[Piece]:
    field = [
        block(Paint(main, 0.98), (1.92, 1.3, 0.018)),
        block(CREAM, (1.70, 1.08, 0.020)),
        block(Paint((0.14, 0.20, 0.36), 0.98), (1.62, 1.0, 0.0215)),
        block(Paint(main, 0.98), (1.34, 0.72, 0.023)),
    ]
    middle = plate(CREAM, np.array([(0.34, 0), (0, 0.24), (-0.34, 0), (0, -0.24)]), 0.025)
    fringe = both(*(block(CREAM, (0.05, 0.012, 0.008), (0.98, y, 0)) for y in np.linspace(-0.62, 0.62, 32)))
    return [Part(one, Material.CLOTH) for one in (*field, middle)] + [
        Part(one, outlined=False) for one in fringe
    ]


def _curtain(main: Colour = (0.62, 0.12, 0.14)) -> list[Piece]:
    def folds(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        return np.stack([(u - 0.5) * 1.55, 0.07 * np.sin(u * 50.0) * (0.5 + 0.5 * (1 - v)), 2.14 * v], -1)

    rod = bar(BRASS, (-0.78, 0, 2.17), (0.78, 0, 2.17), 0.02)
    return [
        Part(sheet(Paint(main, 0.9), folds, 72), Material.CLOTH),
        rod,
        *both(ball(BRASS, 0.035, (0.77, 0, 2.165))),
    ]


def _bathtub(main: Colour = (0.94, 0.94, 0.93)) -> list[Piece]:
    """A free-standing tub on brass feet, with a tap at the back."""
    line = [
        (0.0, 0.10),
        (0.60, 0.10),
        (0.84, 0.20),
        (0.93, 0.42),
        (1.0, 0.60),
        (1.0, 0.60),
        (0.94, 0.60),
        (0.94, 0.60),
        (0.86, 0.40),
        (0.72, 0.20),
        (0.0, 0.17),
    ]
    shell = lathe(Paint(main, 0.1), line, sides=40).scaled(0.40, 0.85, 1.0)
    water = (
        drum(Paint((0.55, 0.78, 0.85), 0.06), 1.0, 0.01, (0, 0, 0)).scaled(0.36, 0.76, 1).moved(0, 0, 0.44)
    )
    feet = [ball(BRASS, (0.05, 0.06, 0.07), (x, y, 0.07)) for x in (-0.22, 0.22) for y in (-0.5, 0.5)]
    tap = tube(CHROME, [(0, 0.80, 0.58), (0, 0.80, 0.78), (0, 0.70, 0.82), (0, 0.62, 0.76)], 0.02)
    return [shell, water, *feet, tap]


def _toilet(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    """Bowl with a raised seat's ring, lid up against the cistern."""
    glaze = Paint(main, 0.1)
    foot = (
        lathe(
            glaze,
            [
                (0.0, 0.0),
                (0.15, 0.0),
                (0.15, 0.0),
                (0.13, 0.08),
                (0.12, 0.2),
                (0.17, 0.34),
                (0.2, 0.40),
                (0.0, 0.40),
            ],
        )
        .scaled(1, 1.25, 1)
        .moved(0, -0.08, 0)
    )
    seat = ring(Paint(main, 0.2), 1.0, 0.2, sides=36).scaled(0.165, 0.205, 0.12).moved(0, -0.09, 0.415)
    bowl = drum(Paint((0.60, 0.72, 0.78), 0.1), 1.0, 0.01).scaled(0.14, 0.18, 1).moved(0, -0.09, 0.405)
    lid = turn(plate(Paint(main, 0.2), oval(0.19, 0.23, 2.5), 0.025), "x", 84).moved(0, 0.16, 0.64)
    tank = block(glaze, (0.40, 0.19, 0.36), (0, 0.245, 0.40), 0.03)
    top = block(glaze, (0.42, 0.21, 0.04), (0, 0.245, 0.76), 0.012)
    return [
        foot,
        seat,
        bowl,
        lid,
        tank,
        top,
        drum(CHROME, 0.03, 0.015, (0, 0.245, 0.80)),
        block(glaze, (0.24, 0.22, 0.38), (0, 0.2, 0.02), 0.04),
    ]


def _sink(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    line = [
        (0.0, 0.66),
        (0.55, 0.67),
        (0.85, 0.74),
        (1.0, 0.82),
        (1.0, 0.82),
        (1.0, 0.85),
        (1.0, 0.85),
        (0.84, 0.85),
        (0.84, 0.85),
        (0.70, 0.76),
        (0.0, 0.72),
    ]
    basin = lathe(Paint(main, 0.1), line, sides=40).scaled(0.30, 0.23, 1.0)
    deck = block(Paint(main, 0.1), (0.5, 0.14, 0.04), (0, 0.175, 0.81))
    stand = lathe(
        Paint(main, 0.12),
        [(0.0, 0.0), (0.12, 0.0), (0.12, 0.0), (0.09, 0.1), (0.08, 0.5), (0.12, 0.7), (0.0, 0.7)],
    ).moved(0, 0.06, 0)
    tap = tube(CHROME, [(0, 0.18, 0.84), (0, 0.18, 0.95), (0, 0.11, 0.965), (0, 0.05, 0.92)], 0.014)
    return [basin, deck, stand, tap, *both(drum(CHROME, 0.02, 0.05, (0.10, 0.18, 0.85)))]


def _refrigerator(main: Colour = (0.80, 0.82, 0.84)) -> list[Piece]:
    shell = block(Paint(_dark(main, 0.75), 0.4), (0.75, 0.60, 1.78), (0, 0.05, 0.02))
    doors = [
        block(Paint(main, 0.3, 0.35), (0.74, 0.07, h), (0, -0.29, z), 0.02)
        for z, h in ((0.06, 1.08), (1.17, 0.62))
    ]
    handles = bars(
        CHROME,
        0.014,
        ((0.30, -0.345, 0.70), (0.30, -0.345, 1.10)),
        ((0.30, -0.345, 1.21), (0.30, -0.345, 1.50)),
    )
    notes = [
        block(Paint(c, 0.6), (0.09, 0.004, 0.10), (x, -0.327, z), 0)
        for c, x, z in (((0.95, 0.85, 0.3), -0.15, 1.50), ((0.9, 0.4, 0.35), 0.02, 1.42))
    ]
    return [shell, *doors, *handles, *notes]


def _oven(main: Colour = (0.90, 0.90, 0.89)) -> list[Piece]:
    body = block(Paint(main, 0.3), (0.60, 0.58, 0.88), (0, 0.02, 0.0))
    top = block(BLACK, (0.58, 0.56, 0.02), (0, 0.02, 0.88))
    plates = [
        ring(IRON, r, 0.008, (x, y, 0.905))
        for x, y, r in ((-0.14, -0.12, 0.09), (0.14, -0.12, 0.07), (-0.14, 0.15, 0.07), (0.14, 0.15, 0.09))
    ]
    glass = block(Paint((0.09, 0.09, 0.10), 0.1), (0.44, 0.03, 0.32), (0, -0.27, 0.26))
    glow = block(Paint((1.0, 0.55, 0.2), 0.5, 0, 0.5), (0.34, 0.034, 0.18), (0, -0.27, 0.33), 0)
    handle = bar(CHROME, (-0.22, -0.305, 0.66), (0.22, -0.305, 0.66), 0.013)
    knobs = [
        turn(drum(BLACK, 0.022, 0.03), "x", 90).moved(x, -0.265, 0.79) for x in np.linspace(-0.22, 0.22, 5)
    ]
    back = block(Paint(main, 0.3), (0.60, 0.05, 0.07), (0, 0.285, 0.88))
    return [body, top, *plates, glass, glow, handle, *knobs, back]


def _microwave(main: Colour = (0.86, 0.87, 0.88)) -> list[Piece]:
    body = block(Paint(main, 0.3, 0.2), (0.50, 0.36, 0.28), (0, 0.01, 0.01), 0.012)
    front = block(Paint((0.10, 0.10, 0.11), 0.2), (0.36, 0.02, 0.23), (-0.06, -0.17, 0.035))
    pane = block(Paint((0.25, 0.22, 0.16), 0.1, 0, 0.25), (0.27, 0.022, 0.15), (-0.08, -0.171, 0.075))
    panel = block(Paint((0.16, 0.16, 0.17), 0.3), (0.10, 0.02, 0.23), (0.185, -0.17, 0.035))
    clock = block(Paint((0.2, 0.95, 0.55), 0.5, 0, 1.5), (0.07, 0.022, 0.025), (0.185, -0.171, 0.22), 0)
    keys = [
        block(Paint((0.75, 0.75, 0.76), 0.4), (0.018, 0.024, 0.016), (x, -0.171, z), 0.002)
        for x in (0.16, 0.185, 0.21)
        for z in (0.08, 0.115, 0.15, 0.185)
    ]
    feet = [drum(_RUBBER_FOOT, 0.015, 0.012, (x, y, 0)) for x in (-0.2, 0.2) for y in (-0.13, 0.14)]
    return [
        body,
        front,
        pane,
        panel,
        clock,
        *keys,
        bar(CHROME, (0.105, -0.19, 0.06), (0.105, -0.19, 0.24), 0.008),
        *feet,
    ]


def _washing_machine(main: Colour = (0.94, 0.94, 0.94)) -> list[Piece]:
    body = block(Paint(main, 0.3), (0.60, 0.56, 0.84), (0, 0.02, 0.01), 0.015)
    porthole = [
        turn(piece, "x", 90).moved(0, -0.265, 0.40)
        for piece in (
            ring(CHROME, 0.19, 0.025),
            drum(PANE, 0.18, 0.02),
            ball(Paint((0.22, 0.34, 0.45), 0.05), (0.14, 0.14, 0.05), (0, 0, 0.01)),
        )
    ]
    panel = block(Paint((0.80, 0.81, 0.82), 0.4), (0.58, 0.012, 0.11), (0, -0.262, 0.71))
    knob = turn(drum(CHROME, 0.035, 0.03), "x", 90).moved(0.05, -0.268, 0.765)
    drawer = block(Paint(main, 0.3), (0.18, 0.02, 0.08), (-0.18, -0.266, 0.725))
    screen = block(Paint((0.1, 0.3, 0.5), 0.3, 0, 1.0), (0.12, 0.018, 0.04), (0.2, -0.262, 0.745), 0)
    return [body, *porthole, panel, knob, drawer, screen]


def _toaster(main: Colour = (0.80, 0.14, 0.12)) -> list[Piece]:
    body = hull(
        Paint(main, 0.15),
        [
            (-0.085, 0.135, 0.01, 0.165),
            (-0.06, 0.14, 0.01, 0.175),
            (0.06, 0.14, 0.01, 0.175),
            (0.085, 0.135, 0.01, 0.165),
        ],
        5,
    )
    slots = [block(BLACK, (0.21, 0.026, 0.02), (0, y, 0.16), 0.002) for y in (-0.035, 0.035)]
    toast = [
        block(Paint((0.80, 0.55, 0.28), 0.9), (0.12, 0.016, 0.07), (0, y, 0.13), 0.008)
        for y in (-0.035, 0.035)
    ]
    lever = [
        block(BLACK, (0.02, 0.04, 0.02), (0.15, 0, 0.11)),
        block(CHROME, (0.004, 0.012, 0.10), (0.139, 0, 0.05)),
    ]
    base = block(BLACK, (0.27, 0.16, 0.015))
    return [body, *slots, *toast, *lever, base]


def _fireplace(main: Colour = (0.60, 0.27, 0.19)) -> list[Piece]:
    brick = Paint(main, 0.9)
    pieces: list[Piece] = [
        *both(block(brick, (0.36, 0.5, 1.1), (0.57, 0.05, 0))),
        block(brick, (0.80, 0.5, 0.36), (0, 0.05, 0.74)),
        block(Paint((0.05, 0.045, 0.04), 0.95), (0.8, 0.05, 0.76), (0, 0.27, 0)),
        block(OAK, (1.5, 0.6, 0.09), (0, 0, 1.11)),
    ]
    mortar = Paint((0.75, 0.72, 0.68), 0.95)
    pieces += [
        Part(m, outlined=False)
        for z in np.arange(0.1, 1.1, 0.1)
        for m in both(block(mortar, (0.364, 0.504, 0.008), (0.57, 0.05, z), 0))
    ]
    logs = [
        turn(drum(_LOG, 0.06, 0.6, (0, 0, -0.3), sides=12), "y", 90).moved(0, y, z)
        for y, z in ((-0.02, 0.08), (0.14, 0.08), (0.06, 0.18))
    ]
    embers = [
        ball(Paint((1.0, 0.35, 0.08), 0.9, 0, 2.2), 0.035, (x, 0.05, 0.04), 8)
        for x in np.linspace(-0.25, 0.25, 7)
    ]
    return [*pieces, *logs, *embers, block(STONE, (1.3, 0.56, 0.05), (0, -0.0, 0))]


def _stairs(main: Colour = (0.66, 0.64, 0.60)) -> list[Piece]:
    return [
        block(Paint(main, 0.8), (1.2, 2.0 * (6 - i) / 6, 0.2), (0, 1.0 - (6 - i) / 6, 0.2 * i), 0.012)
        for i in range(6)
    ]


def _ladder(main: Colour = (0.78, 0.58, 0.34)) -> list[Piece]:
    wood = Paint(main, 0.6)
    rails = both(block(wood, (0.04, 0.07, 2.4), (0.2, 0, 0), 0.012))
    return [*rails, *(bar(wood, (-0.2, 0, z), (0.2, 0, z), 0.018) for z in np.linspace(0.25, 2.2, 8))]


_RUBBER_FOOT = Paint((0.06, 0.06, 0.06), 0.8)
_LOG = Paint((0.30, 0.20, 0.13), 0.9)


def _dark(colour: Colour, share: float = 0.82) -> Colour:
    return (colour[0] * share, colour[1] * share, colour[2] * share)


def _four_legged(wood: Paint, size: tuple[float, float, float], thick: float, leg: float) -> list[Piece]:
    x, y, z = size
    top = block(wood, (x, y, thick), (0, 0, z - thick), 0.012)
    apron = [block(wood, (x - 0.16, y - 0.16, 0.08), (0, 0, z - thick - 0.08))]
    places = [(sx * (x / 2 - leg), sy * (y / 2 - leg)) for sx in (-1, 1) for sy in (-1, 1)]
    legs = [bar(wood, (px, py, z - thick), (px, py, 0), leg * 0.55, leg * 0.36) for px, py in places]
    return [top, *apron, *legs]


def _upholstered(cloth: Paint, wide: float, deep: float, high: float, places: int) -> list[Piece]:
    """Base, back, two round arms, a seat and a back cushion for each place, short wooden feet."""
    arm = 0.17
    inner = wide - 2 * arm
    darker = cloth._replace(colour=_dark(cloth.colour, 0.86))
    pieces = [
        block(darker, (wide - 0.06, deep - 0.1, 0.22), (0, 0.02, 0.08), 0.03),
        block(cloth, (wide - 0.1, 0.22, high - 0.16), (0, deep / 2 - 0.12, 0.14), 0.07),
    ]
    for side in (-1, 1):
        x = side * (wide - arm) / 2
        pieces.append(block(cloth, (arm, deep - 0.06, 0.48), (x, -0.02, 0.08), 0.05))
        pieces.append(
            turn(drum(cloth, 0.105, deep - 0.04, (0, 0, -(deep - 0.04) / 2)), "x", 90).moved(
                x - side * 0.02, -0.0, 0.56
            )
        )
    each = inner / places
    for i in range(places):
        x = -inner / 2 + each * (i + 0.5)
        pieces.append(block(cloth, (each - 0.012, deep - 0.26, 0.17), (x, -0.11, 0.29), 0.05))
        back = block(cloth, (each - 0.02, 0.20, high - 0.45), (0, 0, 0), 0.07)
        pieces.append(turn(back, "x", -10).moved(x, deep / 2 - 0.30, 0.43))
    feet = [
        drum(WALNUT, 0.025, 0.1, (x, y, 0), 0.035)
        for x in (-wide / 2 + 0.1, wide / 2 - 0.1)
        for y in (-deep / 2 + 0.1, deep / 2 - 0.1)
    ]
    return [*(Part(piece, Material.CLOTH) for piece in pieces), *feet]


def _shade(low: float, top: float, high: float, at_z: float) -> list[Piece]:
    cloth = Paint((0.98, 0.90, 0.72), 0.9, 0.0, 0.55)
    line = [
        (low, at_z),
        (low, at_z),
        (top, at_z + high),
        (top, at_z + high),
        (top * 0.96, at_z + high),
        (low * 0.97, at_z),
    ]
    bands = [ring(CREAM, low, 0.006, (0, 0, at_z)), ring(CREAM, top, 0.005, (0, 0, at_z + high))]
    return [
        lathe(cloth, [line[0], line[2]]),
        lathe(cloth, [line[2], line[0]]).scaled(0.97, 0.97, 1),
        ball(LAMP, 0.03, (0, 0, at_z + 0.4 * high), 12),
        *bands,
    ]


MODELS: dict[str, Model] = {
    "armchair": _armchair, "bathtub": _bathtub, "bed": _bed, "bookshelf": _bookshelf, "cabinet": _cabinet,
    "chair": _chair, "chandelier": _chandelier, "coffee_table": _coffee_table, "curtain": _curtain, "desk":
    _desk, "door": _door, "fireplace": _fireplace, "floor_lamp": _floor_lamp, "ladder": _ladder, "lamp":
    _lamp, "microwave": _microwave, "mirror": _mirror, "oven": _oven, "picture": _picture, "pillow":
    _pillow, "refrigerator": _refrigerator, "rug": _rug, "sink": _sink, "sofa": _sofa, "stairs": _stairs,
    "stool": _stool, "table": _table, "toaster": _toaster, "toilet": _toilet, "wardrobe": _wardrobe,
    "washing_machine": _washing_machine, "window": _window,
}  # fmt: skip
