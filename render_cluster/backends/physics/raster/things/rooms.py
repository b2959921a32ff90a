"""Models of lamps, doors, pictures and what a house is fitted with."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.furniture_parts import (
    dark,
)
from render_cluster.backends.physics.raster.things.kit import (
    BRASS,
    CLEAR,
    CREAM,
    LAMP,
    OAK,
    STONE,
    WHITE,
    Model,
    Paint,
    Piece,
    around,
    ball,
    bar,
    block,
    both,
    circle,
    drum,
    lathe,
    oval,
    plate,
    prism,
    ring,
    see_through,
    tube,
    turn,
)  # fmt: skip

_LOG = Paint((0.30, 0.20, 0.13), 0.9)


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


def _door(main: Colour = (0.42, 0.20, 0.12)) -> list[Piece]:
    frame = [
        *both(block(WHITE, (0.07, 0.12, 2.1), (0.44, 0, 0))),
        block(WHITE, (0.95, 0.12, 0.07), (0, 0, 2.03)),
    ]
    leaf = block(Paint(main, 0.45), (0.80, 0.05, 2.03))
    panels = [
        block(Paint(dark(main), 0.5), (0.27, 0.062, h), (x, 0, z))
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
    pane = see_through(block(CLEAR, (1.12, 0.02, 1.18), (0, 0, 0.08)))
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
    "chandelier": _chandelier, "door": _door, "fireplace": _fireplace, "floor_lamp": _floor_lamp, "ladder":
    _ladder, "lamp": _lamp, "mirror": _mirror, "picture": _picture, "stairs": _stairs, "window": _window,
}  # fmt: skip
