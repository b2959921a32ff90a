"""Models of tables, seats, beds and shelves."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.furniture_parts import (
    dark,
)
from render_cluster.backends.physics.raster.things.kit import (
    BRASS,
    CREAM,
    WALNUT,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bars,
    block,
    both,
    circle,
    drum,
    lathe,
    loft,
    oval,
    plate,
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
    chest = block(Paint(dark(main), 0.5), (0.38, 0.62, 0.71), (0.48, 0, 0))
    fronts = [block(wood, (0.34, 0.03, 0.2), (0.48, -0.315, z)) for z in (0.04, 0.26, 0.48)]
    knobs = [ball(BRASS, 0.015, (0.48, -0.335, z)) for z in (0.14, 0.36, 0.58)]
    side = block(Paint(dark(main), 0.5), (0.05, 0.62, 0.71), (-0.64, 0, 0))
    back = block(Paint(dark(main), 0.5), (0.95, 0.03, 0.4), (-0.18, 0.28, 0.31))
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


def _bookshelf(main: Colour = (0.45, 0.29, 0.17)) -> list[Piece]:
    """Shelves with books of many colours, some leaning."""
    wood = Paint(main, 0.5)
    pieces: list[Piece] = [
        *both(block(wood, (0.03, 0.3, 1.9), (0.435, 0, 0))),
        block(Paint(dark(main), 0.6), (0.86, 0.02, 1.9), (0, 0.14, 0)),
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
        block(Paint(dark(main), 0.5), (0.96, 0.42, 0.80), (0, 0.01, 0.07)),
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
        block(Paint(dark(main), 0.5), (0.38, 0.012, 0.75), (0.268, -0.297, 0.98)),
        block(Paint(dark(main), 0.5), (0.38, 0.012, 0.70), (0.268, -0.297, 0.18)),
    )
    return [
        block(Paint(dark(main), 0.5), (1.08, 0.56, 1.92), (0, 0.01, 0.02)),
        block(Paint(main, 0.45), (1.1, 0.6, 0.06), (0, 0, 1.94)),
        *doors,
        *panels,
        *both(bar(BRASS, (0.03, -0.32, 0.9), (0.03, -0.32, 1.1), 0.01)),
    ]


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
    darker = cloth._replace(colour=dark(cloth.colour, 0.86))
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


MODELS: dict[str, Model] = {
    "armchair": _armchair, "bed": _bed, "bookshelf": _bookshelf, "cabinet": _cabinet, "chair": _chair,
    "coffee_table": _coffee_table, "desk": _desk, "pillow": _pillow, "rug": _rug,
    "sofa": _sofa, "stool": _stool, "table": _table, "wardrobe": _wardrobe,
}  # fmt: skip
