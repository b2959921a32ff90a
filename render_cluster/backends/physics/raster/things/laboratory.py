"""Models of what experiments on a table are made with."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    GRAPHITE,
    IRON,
    OAK,
    STEEL,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bars,
    block,
    both,
    drum,
    lathe,
    ring,
    rocky,
    tube,
    turn,
)  # fmt: skip


def _walls(paint: Paint, size: tuple[float, float, float], thick: float) -> list[Piece]:
    """A floor and four walls around nothing, standing on the origin."""
    x, y, z = size
    return [
        block(paint, (x, y, thick), (0, 0, 0), 0.004),
        *both(block(paint, (thick, y, z), (x / 2 - thick / 2, 0, 0), 0.006)),
        *(block(paint, (x - 2 * thick, thick, z), (0, s * (y / 2 - thick / 2), 0), 0.006) for s in (-1, 1)),
    ]


def _open_box(main: Colour = (0.62, 0.50, 0.36)) -> list[Piece]:
    rim = Paint(tuple(0.75 * part for part in main), 0.9)
    edge = [block(rim, (0.42, 0.024, 0.022), (0, s * 0.171, 0.262), 0.006) for s in (-1, 1)]
    return [*_walls(Paint(main, 0.95), (0.42, 0.36, 0.28), 0.02), *edge]


def _open_crate(main: Colour = (0.20, 0.30, 0.55)) -> list[Piece]:
    """Slats between posts, as crates for bottles have them."""
    paint = Paint(main, 0.5)
    rails = [
        piece
        for z in (0.0, 0.09, 0.18, 0.26)
        for piece in (
            *both(block(paint, (0.018, 0.38, 0.04), (0.231, 0, z), 0.004)),
            *(block(paint, (0.48, 0.018, 0.04), (0, s * 0.181, z), 0.004) for s in (-1, 1)),
        )
    ]
    posts = [
        block(paint, (0.03, 0.03, 0.30), (x, y, 0), 0.004)
        for x in (-0.225, 0, 0.225)
        for y in (-0.175, 0.175)
    ]
    return [block(paint, (0.48, 0.38, 0.018), (0, 0, 0), 0.004), *rails, *posts]


def _pipe(main: Colour = (0.16, 0.16, 0.17)) -> list[Piece]:
    """Lying along x, open at both ends."""
    corners = [(0.044, -0.15), (0.05, -0.15), (0.05, 0.15), (0.044, 0.15), (0.044, -0.15)]
    wall = lathe(Paint(main, 0.4), [point for point in corners for _ in range(2)], sides=36)
    return [turn(wall, "y", 90).moved(0, 0, 0.05)]


def _grabber(main: Colour = (0.12, 0.35, 0.75)) -> list[Piece]:
    """Hanging with its two jaws down, the handle with its trigger above."""
    paint = Paint(main, 0.4)
    jaws = both(
        tube(GRAPHITE, [(0.012, 0, 0.16), (0.05, 0, 0.11), (0.06, 0, 0.05), (0.045, 0, 0.0)], 0.009),
        ball(BLACK, (0.012, 0.018, 0.016), (0.043, 0, 0.006), 14),
    )
    handle = [
        block(paint, (0.045, 0.036, 0.14), (0, 0, 0.47), 0.012),
        tube(paint, [(0.02, 0, 0.60), (0.065, 0, 0.58), (0.065, 0, 0.50), (0.02, 0, 0.48)], 0.008),
    ]
    return [
        *jaws,
        bar(STEEL, (0, 0, 0.14), (0, 0, 0.50), 0.011),
        block(paint, (0.05, 0.03, 0.05), (0, 0, 0.13), 0.01),
        *handle,
    ]


def _sand_pile(main: Colour = (0.80, 0.68, 0.46)) -> list[Piece]:
    return [rocky(Paint(main, 1.0), (0.34, 0.34, 0.10), 7, 0.10, 40)]


def _turntable(main: Colour = (0.78, 0.62, 0.42)) -> list[Piece]:
    """A disc over a foot; a mark at its edge shows that it turns."""
    disc = drum(Paint(main, 0.35), 0.17, 0.022, (0, 0, 0.028))
    mark = block(Paint((0.80, 0.12, 0.10), 0.5), (0.05, 0.018, 0.002), (0.135, 0, 0.0495), 0)
    spokes = [
        turn(block(GRAPHITE, (0.10, 0.004, 0.001), (0.10, 0, 0.0497), 0), "z", 90 * i + 45) for i in range(4)
    ]
    return [disc, mark, *spokes, drum(GRAPHITE, 0.07, 0.03)]


def _stick(main: Colour = (0.72, 0.52, 0.30)) -> list[Piece]:
    return [block(Paint(main, 0.7), (0.42, 0.024, 0.024), (0, 0, 0), 0.004)]


def _projection_screen(main: Colour = (0.93, 0.93, 0.92)) -> list[Piece]:
    """A white cloth in its case, on a stand with three feet."""
    feet = bars(
        IRON, 0.012, *(((0, 0, 0.35), (x, y, 0.01)) for x, y in ((-0.5, -0.2), (0.5, -0.2), (0, 0.24)))
    )
    cloth = block(Paint(main, 0.95), (2.34, 0.01, 1.50), (0, -0.02, 0.55), 0)
    rim = [block(BLACK, (2.4, 0.012, 0.05), (0, -0.02, z), 0) for z in (0.52, 2.03)]
    sides = both(block(BLACK, (0.05, 0.012, 1.5), (1.175, -0.02, 0.55), 0))
    return [
        cloth,
        *rim,
        *sides,
        block(GRAPHITE, (2.4, 0.06, 0.06), (0, 0, 2.04), 0.01),
        bar(IRON, (0, 0.03, 0.3), (0, 0.03, 2.05), 0.015),
        *feet,
    ]


def _candle_holder(main: Colour = (0.72, 0.60, 0.30)) -> list[Piece]:
    brass = Paint(main, 0.25, 0.8)
    return [
        lathe(
            brass,
            [
                (0.055, 0),
                (0.055, 0.008),
                (0.014, 0.016),
                (0.014, 0.04),
                (0.034, 0.05),
                (0.034, 0.07),
                (0, 0.07),
            ],
        )
    ]


def _kettlebell(main: Colour = (0.10, 0.10, 0.11)) -> list[Piece]:
    iron = Paint(main, 0.45, 0.4)
    handle = tube(
        iron,
        [
            (-0.055, 0, 0.15),
            (-0.075, 0, 0.21),
            (-0.05, 0, 0.255),
            (0.05, 0, 0.255),
            (0.075, 0, 0.21),
            (0.055, 0, 0.15),
        ],
        0.016,
    )
    return [ball(iron, (0.10, 0.075, 0.09), (0, 0, 0.088), 32), drum(iron, 0.05, 0.01), handle]


def _cradle_frame(_main: Colour = (0.82, 0.84, 0.86)) -> list[Piece]:
    arches = [
        tube(
            CHROME,
            [
                (-0.15, y, 0.01),
                (-0.15, y, 0.285),
                (-0.14, y, 0.295),
                (0.14, y, 0.295),
                (0.15, y, 0.285),
                (0.15, y, 0.01),
            ],
            0.006,
        )
        for y in (-0.095, 0.095)
    ]
    return [block(Paint((0.08, 0.07, 0.07), 0.3), (0.34, 0.22, 0.018), (0, 0, 0), 0.006), *arches]


def _newtons_cradle(main: Colour = (0.82, 0.84, 0.86)) -> list[Piece]:
    balls = [
        piece
        for x in np.linspace(-0.08, 0.08, 5)
        for piece in (
            ball(Paint(main, 0.08, 0.95), 0.02, (x, 0, 0.10), 20),
            *bars(STEEL, 0.001, ((x, 0, 0.12), (x, -0.095, 0.295)), ((x, 0, 0.12), (x, 0.095, 0.295))),
        )
    ]
    return [*_cradle_frame(), *balls]


def _pendulum_frame(_main: Colour = (0.5, 0.5, 0.5)) -> list[Piece]:
    legs = (((x, y, 0.04), (x, 0, 1.5)) for x in (-0.4, 0.4) for y in (-0.22, 0.22))
    ends = [ring(IRON, 0.03, 0.008, (x, 0, 1.48)) for x in np.linspace(-0.02, 0.02, 2)]
    return [
        *bars(IRON, 0.02, *legs, ((-0.42, 0, 1.48), (0.42, 0, 1.48))),
        *ends,
        block(OAK, (0.9, 0.5, 0.04)),
    ]


MODELS: dict[str, Model] = {
    "candle_holder": _candle_holder, "cradle_frame": _cradle_frame, "grabber": _grabber, "kettlebell": _kettlebell,
    "newtons_cradle": _newtons_cradle, "open_box": _open_box, "open_crate": _open_crate, "pendulum_frame":
    _pendulum_frame, "pipe": _pipe, "projection_screen": _projection_screen, "stick": _stick, "sand_pile": _sand_pile,
    "turntable": _turntable,
}  # fmt: skip
