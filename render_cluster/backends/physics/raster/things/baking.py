"""Models of what comes out of an oven."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    LEAF,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bent,
    block,
    circle,
    drum,
    hull,
    lathe,
    prism,
    ring,
    tube,
    turn,
)  # fmt: skip

_CRUST = Paint((0.78, 0.52, 0.24), 0.75)
_CRUMB = Paint((0.95, 0.86, 0.66), 0.85)
_TOMATO = Paint((0.82, 0.14, 0.08), 0.2)
_SPRINKLES = ((0.95, 0.2, 0.25), (0.98, 0.85, 0.2), (0.25, 0.6, 0.95), (0.4, 0.8, 0.35), (1.0, 1.0, 1.0))


def _bread(main: Colour = (0.74, 0.46, 0.20)) -> list[Piece]:
    """A tin loaf with two slices cut from its front."""
    line = [
        (-0.05, 0.0),
        (0.05, 0.0),
        (0.052, 0.055),
        (0.06, 0.07),
        (0.055, 0.095),
        (0.03, 0.11),
        (-0.03, 0.11),
        (-0.055, 0.095),
        (-0.06, 0.07),
        (-0.052, 0.055),
    ]
    crumb = [(0.9 * a, 0.006 + 0.9 * b) for a, b in line]
    loaf = [
        prism(Paint(main, 0.7), line, 0.17, "y").moved(0, 0.045, 0),
        prism(_CRUMB, crumb, 0.172, "y").moved(0, 0.045, 0),
    ]
    slices = [
        turn(piece, "x", a).moved(0, y, 0)
        for y, a in ((-0.062, 8), (-0.095, 20))
        for piece in (prism(Paint(main, 0.7), line, 0.014, "y"), prism(_CRUMB, crumb, 0.016, "y"))
    ]
    return [*loaf, *slices]


def _baguette(main: Colour = (0.80, 0.54, 0.24)) -> list[Piece]:
    body = hull(
        Paint(main, 0.65),
        [
            (-0.30, 0.006, 0.012, 0.03),
            (-0.27, 0.028, 0.002, 0.048),
            (-0.1, 0.038, 0.0, 0.058),
            (0.1, 0.038, 0.0, 0.058),
            (0.27, 0.028, 0.002, 0.048),
            (0.30, 0.006, 0.012, 0.03),
        ],
        2.4,
    )
    return [
        body,
        *(
            turn(ball(_CRUMB, (0.034, 0.007, 0.005)), "z", 48).moved(0, y, 0.056)
            for y in np.linspace(-0.2, 0.2, 6)
        ),
    ]


def _cake(main: Colour = (0.97, 0.72, 0.80)) -> list[Piece]:
    """Two tiers of icing with drips, cherries and lit candles."""
    icing, cream = Paint(main, 0.3), Paint((0.98, 0.96, 0.92), 0.4)
    stand = lathe(WHITE, [(0.0, 0.0), (0.128, 0.0), (0.13, 0.006), (0.0, 0.008)], sides=44)
    body = lathe(
        cream, [(0.112, 0.008), (0.112, 0.008), (0.114, 0.095), (0.10, 0.105), (0.0, 0.106)], sides=48
    )
    top = lathe(icing, [(0.1155, 0.080), (0.116, 0.098), (0.10, 0.110), (0.0, 0.111)], sides=48)
    drips = [
        ball(icing, (0.009, 0.009, 0.012 + 0.009 * math.sin(3.7 * i) ** 2), (x, y, 0.080), 10)
        for i, (x, y, _) in enumerate(circle(20, 0.110))
    ]
    beads = [ball(icing, 0.008, p, 10) for p in circle(30, 0.117, 0.014)]
    cherries = [
        p
        for x, y, z in circle(8, 0.085, 0.120)
        for p in (
            ball(cream, (0.016, 0.016, 0.010), (x, y, z - 0.008), 12),
            ball(_TOMATO, 0.009, (x, y, z + 0.004), 12),
        )
    ]
    candles = [
        p
        for i, (x, y, z) in enumerate(circle(5, 0.045, 0.108))
        for p in (
            drum(Paint(_SPRINKLES[i % 4], 0.4), 0.0045, 0.06, (x, y, z), sides=12),
            ball(Paint((1.0, 0.72, 0.25), 0.5, 0, 3.0), (0.005, 0.005, 0.011), (x, y, z + 0.074), 10),
        )
    ]
    return [stand, body, top, *drips, *beads, *cherries, *candles]


def _cupcake(main: Colour = (0.96, 0.62, 0.74)) -> list[Piece]:
    case = lathe(
        Paint((0.55, 0.78, 0.85), 0.6), [(0.0, 0.0), (0.024, 0.0), (0.024, 0.0), (0.034, 0.038)], sides=64
    )
    pleated = bent(
        case,
        lambda p: (
            p
            * np.stack(
                [1 + 0.03 * np.sign(np.sin(20 * np.arctan2(p[:, 1], p[:, 0])))] * 2 + [np.ones(len(p))], 1
            )
        ),
    )
    swirl = [
        ring(Paint(main, 0.35), 0.027 - 0.0062 * i, 0.0095 - 0.0008 * i, (0, 0, 0.043 + 0.0095 * i), 28)
        for i in range(4)
    ]
    top = [
        ball(Paint(main, 0.35), 0.009, (0, 0, 0.074), 12),
        ball(_TOMATO, 0.007, (0, 0, 0.079), 14),
        drum(Paint((0.72, 0.45, 0.22), 0.8), 0.034, 0.008, (0, 0, 0.034)),
    ]
    sprinkles = [
        ball(
            Paint(_SPRINKLES[i % 5], 0.4),
            0.0016,
            (0.034 * s * math.cos(2.4 * i), 0.034 * s * math.sin(2.4 * i), 0.079 - 0.030 * s),
            6,
        )
        for i, s in enumerate(np.linspace(0.35, 1.0, 24))
    ]
    return [pleated, *swirl, *top, *sprinkles]


def _cookie(main: Colour = (0.80, 0.56, 0.28)) -> list[Piece]:
    disc = lathe(
        Paint(main, 0.85),
        [(0.0, 0.0), (0.038, 0.0), (0.0425, 0.005), (0.038, 0.013), (0.02, 0.0155), (0.0, 0.016)],
        sides=36,
    )
    chips = [
        ball(
            Paint((0.18, 0.09, 0.05), 0.4),
            (0.0045, 0.004, 0.003),
            (
                0.036 * (i / 15) ** 0.5 * math.cos(2.4 * i),
                0.036 * (i / 15) ** 0.5 * math.sin(2.4 * i),
                0.0155,
            ),
            8,
        )
        for i in range(14)
    ]
    return [disc, *chips]


def _donut(main: Colour = (0.95, 0.50, 0.68)) -> list[Piece]:
    dough = ring(Paint((0.80, 0.54, 0.26), 0.7), 0.031, 0.019, (0, 0, 0.018), 44)
    glaze = ring(Paint(main, 0.12), 0.031, 0.0194, (0, 0, 0.0195), 44)

    def poured(p: np.ndarray) -> np.ndarray:
        edge = 0.0185 + 0.003 * np.sin(7 * np.arctan2(p[:, 1], p[:, 0]))
        p[:, 2] = np.maximum(p[:, 2], edge)
        return p

    dots = [
        turn(bar(Paint(_SPRINKLES[i % 5], 0.4), (-0.0025, 0, 0), (0.0025, 0, 0), 0.0009), "z", 67 * i).moved(
            (0.031 + 0.010 * math.sin(5.1 * i)) * math.cos(2.4 * i),
            (0.031 + 0.010 * math.sin(5.1 * i)) * math.sin(2.4 * i),
            0.0382 - 2.4 * (0.010 * math.sin(5.1 * i)) ** 2 * 10,
        )
        for i in range(34)
    ]
    return [dough, bent(glaze, poured), *dots]


def _pie(main: Colour = (0.82, 0.56, 0.26)) -> list[Piece]:
    """A lattice over red filling."""
    dish = lathe(WHITE, [(0.0, 0.0), (0.10, 0.0), (0.135, 0.045), (0.135, 0.05)], sides=44)
    filling = drum(Paint((0.66, 0.12, 0.10), 0.2), 0.125, 0.006, (0, 0, 0.042), sides=40)
    rim = [ball(Paint(main, 0.7), 0.013, p, 10) for p in circle(34, 0.125, 0.055)]
    strips = []
    for t in np.linspace(-0.095, 0.095, 6):
        half = math.sqrt(0.125**2 - t * t)
        strips += [
            block(Paint(main, 0.7), (0.016, 2 * half, 0.006), (t, 0, 0.052)),
            block(Paint(main, 0.7), (2 * half, 0.016, 0.006), (0, t, 0.0545)),
        ]
    return [dish, filling, *rim, *strips]


def _pizza(main: Colour = (0.97, 0.76, 0.28)) -> list[Piece]:
    """Whole, cut in eight, with salami and basil."""
    base = drum(_CRUST, 0.155, 0.010, sides=48)
    sauce = drum(Paint((0.72, 0.14, 0.06), 0.4), 0.143, 0.0125, sides=48)
    cheese = drum(Paint(main, 0.35), 0.138, 0.015, sides=44)
    crust = ring(_CRUST, 0.152, 0.0135, (0, 0, 0.013), 48)
    salami = [
        p
        for x, y in (
            (0.06, 0.03),
            (-0.05, 0.06),
            (-0.07, -0.03),
            (0.02, -0.07),
            (0.0, 0.0),
            (0.09, -0.05),
            (0.03, 0.10),
            (-0.03, -0.11),
            (-0.11, 0.02),
            (0.112, 0.03),
        )
        for p in (
            drum(Paint((0.72, 0.13, 0.10), 0.3), 0.023, 0.0025, (x, y, 0.0145)),
            ring(Paint((0.50, 0.07, 0.06), 0.4), 0.0225, 0.0012, (x, y, 0.0165), 20),
        )
    ]
    basil = [
        turn(ball(LEAF, (0.014, 0.008, 0.002)), "z", 70 * i).moved(
            0.075 * math.cos(2.4 * i + 0.5), 0.075 * math.sin(2.4 * i + 0.5), 0.0175
        )
        for i in range(7)
    ]
    cuts = [
        turn(block(Paint((0.55, 0.30, 0.12), 0.8), (0.29, 0.0025, 0.001), (0, 0, 0.0152), 0), "z", a)
        for a in (0, 45, 90, 135)
    ]
    return [base, sauce, cheese, crust, *salami, *basil, *cuts]


def _pancake(main: Colour = (0.86, 0.58, 0.26)) -> list[Piece]:
    """A stack with butter and syrup."""
    stack = [
        p.moved(0.004 * math.sin(3 * i), 0.004 * math.cos(2 * i), 0)
        for i in range(5)
        for p in (
            lathe(
                _CRUMB,
                [(0.068, 0.016 * i), (0.078, 0.016 * i + 0.007), (0.068, 0.016 * i + 0.0145)],
                sides=36,
            ),
            drum(Paint(main, 0.6), 0.0735, 0.002, (0, 0, 0.016 * i + 0.0132), sides=36),
        )
    ]
    syrup = [
        drum(Paint((0.55, 0.24, 0.05), 0.05), 0.052, 0.003, (0, 0, 0.0795), sides=32),
        *(
            tube(
                Paint((0.55, 0.24, 0.05), 0.05),
                [
                    (0.045 * x, 0.045 * y, 0.081),
                    (0.074 * x, 0.074 * y, 0.078),
                    (0.081 * x, 0.081 * y, 0.03 + 0.02 * (i % 2)),
                ],
                [0.010, 0.008, 0.006],
            )
            for i, (x, y, _) in enumerate(circle(6, 1.0))
        ),
    ]
    return [*stack, *syrup, block(Paint((0.99, 0.92, 0.55), 0.4), (0.03, 0.03, 0.011), (0, 0, 0.080), 0.004)]


MODELS: dict[str, Model] = {
    "baguette": _baguette, "bread": _bread, "cake": _cake, "cookie": _cookie, "cupcake": _cupcake, "donut":
    _donut, "pancake": _pancake, "pie": _pie, "pizza": _pizza,
}  # fmt: skip
