"""Models of what is made of glass, with what is poured into it.

What is seen through is painted by the light that it lets pass; the `metal` of its paint is how cloudy it is.
"""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    BRASS,
    CLEAR,
    CREAM,
    RED,
    WATER,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    circle,
    drum,
    lathe,
    see_through,
    tinted,
    tube,
    turn,
)

_RIM = Paint((0.95, 0.97, 0.98), 0.1, 0.45)
_SAND = Paint((0.90, 0.74, 0.46), 0.9)


def _glass(main: Colour = (0.74, 0.87, 0.92)) -> list[Piece]:
    """A tumbler with water in it."""
    shell = lathe(
        Paint(main, 0.04),
        [
            (0.0, 0.0),
            (0.030, 0.0),
            (0.030, 0.0),
            (0.0370, 0.121),
            (0.0371, 0.124),
            (0.0375, 0.13),
            (0.0375, 0.13),
            (0.0345, 0.13),
            (0.0345, 0.13),
            (0.032, 0.09),
        ],
        sides=32,
    )
    water = lathe(
        WATER, [(0.0, 0.006), (0.029, 0.006), (0.0335, 0.094), (0.0335, 0.094), (0.0, 0.094)], sides=32
    )
    return [
        see_through(tinted(shell, lambda p: p[:, 2] > 0.123, _RIM)),
        see_through(water),
    ]


def _filled_glass(main: Colour = (0.95, 0.94, 0.90)) -> list[Piece]:
    """A tumbler of milk or juice, which is the main colour."""
    shell, _ = _glass()
    drink = lathe(
        Paint(main, 0.15),
        [(0.0, 0.006), (0.0285, 0.006), (0.0345, 0.108), (0.0345, 0.108), (0.0, 0.108)],
        sides=32,
    )
    return [shell, drink]


def _wine_glass(main: Colour = (0.45, 0.04, 0.10)) -> list[Piece]:
    """The wine is the main colour."""
    shell = lathe(
        Paint((0.80, 0.88, 0.92), 0.04),
        [
            (0.0, 0.0),
            (0.038, 0.0),
            (0.036, 0.004),
            (0.006, 0.012),
            (0.0045, 0.04),
            (0.005, 0.10),
            (0.026, 0.118),
            (0.0425, 0.155),
            (0.0354, 0.205),
            (0.0352, 0.208),
            (0.035, 0.21),
            (0.035, 0.21),
            (0.033, 0.21),
            (0.038, 0.17),
        ],
        sides=36,
    )
    wine = lathe(
        Paint(main, 0.06),
        [(0.006, 0.108), (0.0275, 0.119), (0.0432, 0.152), (0.0428, 0.160), (0.0428, 0.160), (0.0, 0.160)],
        sides=36,
    )
    return [see_through(tinted(shell, lambda p: p[:, 2] > 0.207, _RIM)), wine]


def _bottle(main: Colour = (0.26, 0.52, 0.30)) -> list[Piece]:
    body = lathe(
        Paint(main, 0.06),
        [
            (0.0, 0.0),
            (0.036, 0.0),
            (0.0375, 0.01),
            (0.0375, 0.17),
            (0.034, 0.20),
            (0.016, 0.235),
            (0.0145, 0.28),
            (0.0165, 0.285),
            (0.0165, 0.298),
            (0.0, 0.30),
        ],
        sides=36,
    )
    label = lathe(CREAM, [(0.0379, 0.05), (0.0379, 0.13)], sides=36)
    foil = lathe(
        Paint((0.55, 0.10, 0.14), 0.3, 0.5),
        [(0.0150, 0.245), (0.0150, 0.28), (0.0172, 0.285), (0.0172, 0.30), (0.0, 0.301)],
        sides=24,
    )
    return [see_through(body), tinted(label, lambda p: np.abs(p[:, 2] - 0.11) < 0.006, RED), foil]


def _jar(main: Colour = (0.80, 0.20, 0.12)) -> list[Piece]:
    """Jam, seen through the wall and not quite up to the lid; the jam is the main colour."""
    shell = lathe(CLEAR, [(0.0, 0.0), (0.046, 0.0), (0.05, 0.006), (0.05, 0.104), (0.042, 0.124)], sides=36)
    jam = lathe(
        Paint(main, 0.12),
        [(0.0, 0.006), (0.042, 0.006), (0.0465, 0.012), (0.0465, 0.09), (0.0465, 0.09), (0.0, 0.092)],
        sides=36,
    )
    lid = lathe(
        BRASS,
        [(0.042, 0.122), (0.045, 0.122), (0.045, 0.122), (0.045, 0.148), (0.045, 0.148), (0.0, 0.15)],
        sides=36,
    )
    label = tinted(
        lathe(CREAM, [(0.0503, 0.036), (0.0503, 0.072)], sides=36),
        lambda p: p[:, 1] > -0.028,
        Paint(main, 0.12),
    )
    return [see_through(shell), jam, lid, label]


def _hourglass(main: Colour = (0.46, 0.28, 0.15)) -> list[Piece]:
    lids = [
        lathe(
            Paint(main, 0.35), [(0.0, z), (0.05, z), (0.055, z + 0.008), (0.05, z + 0.016), (0.0, z + 0.016)]
        )
        for z in (0.0, 0.204)
    ]
    bulbs = lathe(
        CLEAR,
        [
            (0.030, 0.016),
            (0.040, 0.05),
            (0.028, 0.09),
            (0.005, 0.11),
            (0.028, 0.13),
            (0.040, 0.17),
            (0.030, 0.204),
        ],
        sides=36,
    )
    sand = lathe(
        _SAND,
        [(0.029, 0.017), (0.0375, 0.045), (0.0365, 0.052), (0.0, 0.072)],
        sides=36,
    )
    above = lathe(
        _SAND,
        [(0.004, 0.111), (0.0255, 0.131), (0.0315, 0.145), (0.0315, 0.145), (0.0, 0.14)],
        sides=36,
    )
    return [
        *lids,
        see_through(bulbs),
        sand,
        above,
        *(bar(Paint(main, 0.35), (x, y, 0.01), (x, y, 0.21), 0.005) for x, y, _ in circle(3, 0.046)),
    ]


def _cocktail(main: Colour = (0.95, 0.42, 0.30)) -> list[Piece]:
    """The drink is the main colour, with a slice on the rim."""
    shell = lathe(
        CLEAR,
        [
            (0.0, 0.0),
            (0.035, 0.0),
            (0.033, 0.004),
            (0.005, 0.012),
            (0.004, 0.04),
            (0.004, 0.085),
            (0.004, 0.085),
            (0.0544, 0.1563),
            (0.0556, 0.158),
            (0.057, 0.16),
        ],
        sides=40,
    )
    drink = lathe(
        Paint(main, 0.06, 0.55), [(0.003, 0.087), (0.0475, 0.15), (0.0475, 0.15), (0.0, 0.15)], sides=40
    )
    slice_ = [
        turn(drum(paint, radius, thick, (0, 0, -thick / 2)), "x", 90).moved(0.048, 0, 0.158)
        for paint, radius, thick in (
            (Paint((0.97, 0.60, 0.08), 0.4), 0.021, 0.004),
            (Paint((0.99, 0.82, 0.40), 0.3), 0.018, 0.005),
        )
    ]
    straw = bar(RED, (0.005, 0, 0.095), (-0.045, 0, 0.185), 0.002)
    return [
        see_through(tinted(shell, lambda p: p[:, 2] > 0.157, _RIM)),
        see_through(drink),
        *slice_,
        straw,
    ]


def _beer(main: Colour = (0.93, 0.62, 0.10)) -> list[Piece]:
    """A mug with a head of foam; the beer is the main colour."""
    wall = lathe(
        CLEAR,
        [(0.0, 0.0), (0.046, 0.0), (0.049, 0.010), (0.048, 0.145), (0.048, 0.145), (0.045, 0.145)],
        sides=36,
    )
    beer = lathe(
        Paint(main, 0.06, 0.35), [(0.0, 0.012), (0.042, 0.012), (0.045, 0.02), (0.0445, 0.122)], sides=36
    )
    head = lathe(
        WHITE,
        [(0.0, 0.118), (0.0446, 0.118), (0.0446, 0.118), (0.0446, 0.142), (0.040, 0.156), (0.0, 0.160)],
        sides=36,
    )
    foam = [ball(WHITE, 0.012, at, 10) for at in (*circle(11, 0.036, 0.148), *circle(6, 0.018, 0.155))]
    handle = tube(
        CLEAR,
        [(0.044, 0, 0.118), (0.08, 0, 0.12), (0.090, 0, 0.075), (0.078, 0, 0.03), (0.044, 0, 0.03)],
        0.0075,
    )
    clear = [see_through(one.moved(-0.022, 0, 0)) for one in (wall, beer, handle)]
    return [*clear, *(one.moved(-0.022, 0, 0) for one in (head, *foam))]


MODELS: dict[str, Model] = {
    "beer": _beer, "bottle": _bottle, "cocktail": _cocktail, "filled_glass": _filled_glass,
    "glass": _glass, "hourglass": _hourglass, "jar": _jar, "wine_glass": _wine_glass,
}  # fmt: skip
