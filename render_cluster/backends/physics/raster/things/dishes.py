"""Models of meals, sweets and drinks."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.things.kit import (
    CHROME,
    CREAM,
    PINE,
    RED,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    block,
    both,
    circle,
    drum,
    hull,
    lathe,
    prism,
    ring,
    rocky,
    tinted,
    tube,
    turn,
)  # fmt: skip

_CRUMB = Paint((0.95, 0.86, 0.66), 0.85)
_CHEESE = Paint((0.98, 0.76, 0.20), 0.35)
_SALAD = Paint((0.42, 0.66, 0.18), 0.5)
_TOMATO = Paint((0.82, 0.14, 0.08), 0.2)


def _egg(main: Colour = (0.93, 0.84, 0.72)) -> list[Piece]:
    return [
        lathe(
            Paint(main, 0.45),
            [(0.0, 0.0), (0.013, 0.003), (0.0225, 0.022), (0.0185, 0.042), (0.009, 0.056), (0.0, 0.060)],
            sides=36,
        )
    ]


def _sandwich(main: Colour = (0.82, 0.58, 0.30)) -> list[Piece]:
    """A triangle of toast, ham, cheese and salad."""

    def layer(paint: Paint, thick: float, z: float, grow: float) -> Mesh:
        line = [(-0.075 * grow, -0.058 * grow), (0.075 * grow, -0.058 * grow), (0.0, 0.068 * grow)]
        return prism(paint, line, thick, "z").moved(0, 0, z + thick / 2)

    leaf = [
        ball(_SALAD, (0.012, 0.010, 0.004), (x, y, 0.0225), 8)
        for a, b in (
            ((-0.075, -0.058), (0.075, -0.058)),
            ((0.075, -0.058), (0, 0.068)),
            ((-0.075, -0.058), (0, 0.068)),
        )
        for t in np.linspace(0.06, 0.94, 9)
        for x, y in [(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))]
    ]
    toast = Paint(main, 0.8)
    return [
        layer(toast, 0.003, 0.0, 0.99),
        layer(_CRUMB, 0.013, 0.003, 0.97),
        layer(toast, 0.002, 0.016, 0.99),
        *leaf,
        layer(_TOMATO, 0.007, 0.025, 0.96),
        layer(_CHEESE, 0.005, 0.032, 1.03),
        layer(Paint((0.92, 0.60, 0.58), 0.4), 0.008, 0.037, 1.01),
        layer(_SALAD, 0.005, 0.045, 1.0),
        layer(toast, 0.003, 0.050, 0.99),
        layer(_CRUMB, 0.012, 0.053, 0.97),
        layer(toast, 0.003, 0.065, 1.0),
        bar(PINE, (0, 0, 0.05), (0, 0, 0.085), 0.0015),
        ball(_TOMATO, 0.007, (0, 0, 0.076), 12),
    ]


def _burger(main: Colour = (0.80, 0.52, 0.22)) -> list[Piece]:
    bun = Paint(main, 0.4)
    low = lathe(bun, [(0.0, 0.0), (0.05, 0.0), (0.056, 0.01), (0.053, 0.02), (0.0, 0.02)], sides=40)
    top = lathe(
        bun,
        [(0.0, 0.050), (0.05, 0.050), (0.057, 0.056), (0.048, 0.074), (0.026, 0.084), (0.0, 0.086)],
        sides=40,
    )
    patty = lathe(
        Paint((0.30, 0.16, 0.09), 0.8),
        [(0.0, 0.022), (0.054, 0.022), (0.057, 0.029), (0.054, 0.036), (0.0, 0.036)],
        sides=36,
    )
    cheese = turn(block(_CHEESE, (0.092, 0.092, 0.003), (0, 0, 0.036), 0), "z", 20)
    salad = [ball(_SALAD, (0.013, 0.013, 0.004), (x, y, 0.046), 8) for x, y, _ in circle(15, 0.050)]
    seeds = [
        turn(ball(CREAM, (0.0024, 0.0015, 0.001)), "z", 50 * i).moved(
            0.038 * s * math.cos(2.4 * i), 0.038 * s * math.sin(2.4 * i), 0.0862 - 0.0125 * s**2.0
        )
        for i, s in enumerate(np.linspace(0.1, 1.0, 24))
    ]
    return [low, patty, cheese, drum(_TOMATO, 0.052, 0.005, (0, 0, 0.039)), *salad, top, *seeds]


def _hot_dog(main: Colour = (0.66, 0.24, 0.12)) -> list[Piece]:
    bun = both(
        hull(
            Paint((0.86, 0.62, 0.32), 0.6),
            [
                (-0.078, 0.006, 0.012, 0.028),
                (-0.06, 0.016, 0.001, 0.042),
                (0.0, 0.018, 0.0, 0.046),
                (0.06, 0.016, 0.001, 0.042),
                (0.078, 0.006, 0.012, 0.028),
            ],
            2.5,
        ).moved(0.019, 0, 0)
    )
    sausage = tube(
        Paint(main, 0.2),
        [(0, -0.095, 0.040), (0, -0.088, 0.036), (0, 0, 0.034), (0, 0.088, 0.036), (0, 0.095, 0.040)],
        [0.006, 0.015, 0.0155, 0.015, 0.006],
        16,
    )
    mustard = tube(
        Paint((0.98, 0.78, 0.08), 0.2),
        [(0.008 * (1 if i % 2 else -1), -0.075 + 0.0107 * i, 0.0505) for i in range(15)],
        0.0032,
    )
    return [*bun, sausage, mustard]


def _cheese(main: Colour = (0.98, 0.78, 0.22)) -> list[Piece]:
    """A wedge with holes."""
    line = [(-0.08, -0.02), (0.08, -0.06), (0.08, 0.06)]
    holes = [
        ball(Paint(tuple(0.72 * c for c in main), 0.5), (r, 0.004, r), (x, y, z), 14)
        for x, z, r in (
            (-0.02, 0.05, 0.011),
            (0.035, 0.025, 0.014),
            (0.05, 0.060, 0.010),
            (0.0, 0.018, 0.008),
            (-0.045, 0.028, 0.006),
        )
        for y in [-0.02 - 0.04 * (x + 0.08) / 0.16]
    ]
    return [
        prism(Paint(main, 0.4), line, 0.075, "z").moved(0, 0, 0.04),
        prism(
            Paint((0.86, 0.30, 0.12), 0.4),
            [(0.078, -0.06), (0.083, -0.06), (0.083, 0.06), (0.078, 0.06)],
            0.078,
            "z",
        ).moved(0, 0, 0.04),
        *holes,
    ]


def _ice_cream(main: Colour = (0.96, 0.70, 0.76)) -> list[Piece]:
    """Two scoops on a waffle cone."""
    cone = lathe(
        Paint((0.84, 0.60, 0.30), 0.8), [(0.0, 0.0), (0.028, 0.10), (0.030, 0.105), (0.030, 0.112)], sides=48
    )
    waffle = tinted(
        cone,
        lambda p: np.abs(np.sin(8 * np.arctan2(p[:, 1], p[:, 0]) + 95 * p[:, 2])) < 0.28,
        Paint((0.62, 0.38, 0.16), 0.8),
    )
    scoops = [
        rocky(Paint(main, 0.5), (0.073, 0.073, 0.062), 4, 0.05).moved(0, 0, 0.125),
        rocky(Paint((0.36, 0.20, 0.12), 0.5), (0.062, 0.062, 0.055), 9, 0.05).moved(0, 0, 0.160),
    ]
    return [waffle, *scoops, ball(_TOMATO, 0.009, (0, 0, 0.19), 14)]


def _lollipop(main: Colour = (0.90, 0.16, 0.36)) -> list[Piece]:
    disc = turn(
        lathe(
            Paint(main, 0.08),
            [(0.0, -0.009), (0.02, -0.010), (0.03, 0.0), (0.02, 0.010), (0.0, 0.009)],
            sides=64,
        ),
        "x",
        90,
    )

    def swirl(p: np.ndarray) -> np.ndarray:
        return np.sin(3 * np.arctan2(p[:, 2], p[:, 0]) + 210 * np.hypot(p[:, 0], p[:, 2])) > 0.1

    return [tinted(disc, swirl, WHITE).moved(0, 0, 0.13), bar(WHITE, (0, 0, 0), (0, 0, 0.105), 0.0028)]


def _chocolate(main: Colour = (0.26, 0.13, 0.07)) -> list[Piece]:
    tiles = [
        block(
            Paint(main, 0.3),
            (0.0225, 0.0225, 0.008),
            (-0.0245 + 0.0245 * i, 0.062 - 0.0245 * j, 0.004),
            0.003,
        )
        for i in range(3)
        for j in range(4)
    ]
    return [
        block(Paint(main, 0.3), (0.074, 0.148, 0.005)),
        *tiles,
        block(RED, (0.076, 0.060, 0.012), (0, -0.045, 0)),
        block(Paint((0.85, 0.86, 0.88), 0.2, 0.8), (0.077, 0.012, 0.011), (0, -0.010, 0)),
        block(CREAM, (0.05, 0.012, 0.0125), (0, -0.045, 0), 0),
    ]


def _steak(main: Colour = (0.62, 0.16, 0.13)) -> list[Piece]:
    line = [
        (0.09, 0.0),
        (0.07, 0.06),
        (0.0, 0.07),
        (-0.07, 0.05),
        (-0.095, -0.01),
        (-0.05, -0.06),
        (0.02, -0.05),
        (0.07, -0.055),
    ]
    return [
        prism(Paint((0.94, 0.86, 0.78), 0.5), [(1.06 * a, 1.06 * b) for a, b in line], 0.026, "z").moved(
            0, 0, 0.014
        ),
        prism(Paint(main, 0.35), line, 0.030, "z").moved(0, 0, 0.015),
        drum(CREAM, 0.016, 0.032, (0.045, 0.0, 0)),
        *(
            tube(
                Paint((0.92, 0.72, 0.68), 0.5),
                [(-0.07, y, 0.030), (-0.03, y + 0.012, 0.0305), (0.015, y - 0.004, 0.030)],
                0.0016,
            )
            for y in (-0.03, -0.005, 0.02, 0.04)
        ),
    ]


def _sushi(main: Colour = (0.96, 0.50, 0.28)) -> list[Piece]:
    """Salmon on rice with a band of seaweed."""
    rice = hull(
        Paint((0.96, 0.95, 0.92), 0.8),
        [
            (-0.042, 0.010, 0.003, 0.018),
            (-0.034, 0.020, 0.0, 0.027),
            (0.034, 0.020, 0.0, 0.027),
            (0.042, 0.010, 0.003, 0.018),
        ],
        3,
    )
    fish = hull(
        Paint(main, 0.25),
        [
            (-0.045, 0.012, 0.018, 0.024),
            (-0.03, 0.022, 0.024, 0.036),
            (0.03, 0.022, 0.024, 0.036),
            (0.045, 0.012, 0.018, 0.026),
        ],
        3,
    )
    marks = [
        turn(block(Paint((0.99, 0.80, 0.66), 0.3), (0.034, 0.003, 0.0015)), "z", 22).moved(0, y, 0.0352)
        for y in np.linspace(-0.028, 0.028, 5)
    ]
    return [
        rice,
        fish,
        *marks,
        hull(
            Paint((0.05, 0.10, 0.06), 0.5),
            [(-0.007, 0.0225, -0.0005, 0.0372), (0.007, 0.0225, -0.0005, 0.0372)],
            3.5,
        ),
    ]


def _soda_can(main: Colour = (0.82, 0.08, 0.10)) -> list[Piece]:
    body = lathe(
        Paint(main, 0.18, 0.4),
        [
            (0.0, 0.004),
            (0.024, 0.0),
            (0.026, 0.002),
            (0.033, 0.013),
            (0.033, 0.013),
            (0.033, 0.103),
            (0.033, 0.103),
            (0.027, 0.117),
            (0.027, 0.12),
        ],
        sides=36,
    )
    band = tinted(
        body,
        lambda p: np.abs(p[:, 2] - 0.058 - 0.012 * np.sin(2 * np.arctan2(p[:, 1], p[:, 0]))) < 0.009,
        WHITE,
    )
    return [
        band,
        drum(CHROME, 0.0265, 0.003, (0, 0, 0.115)),
        ring(CHROME, 0.0265, 0.0012, (0, 0, 0.1195), 32),
        ball(CHROME, (0.006, 0.010, 0.0012), (0, -0.005, 0.119), 12),
    ]


def _milk(main: Colour = (0.16, 0.42, 0.75)) -> list[Piece]:
    box = block(WHITE, (0.10, 0.10, 0.18), bevel=0.003)
    roof = prism(WHITE, [(-0.05, 0.18), (0.05, 0.18), (0.0, 0.225)], 0.10, "x")
    label = block(Paint(main, 0.4), (0.102, 0.102, 0.07), (0, 0, 0.03), 0.003)
    spot = [
        turn(drum(Paint(main, 0.4), r, 0.103, (0, 0, -0.0515)), "x", 90).moved(x, 0, z)
        for x, z, r in ((0.02, 0.14, 0.016), (-0.025, 0.125, 0.010))
    ]
    return [
        box,
        roof,
        block(WHITE, (0.10, 0.006, 0.02), (0, 0, 0.22)),
        label,
        *spot,
        turn(drum(Paint(main, 0.4), 0.013, 0.014), "x", 50).moved(0, -0.028, 0.2),
    ]


MODELS: dict[str, Model] = {
    "burger": _burger, "cheese": _cheese, "chocolate": _chocolate,
    "egg": _egg, "hot_dog": _hot_dog, "ice_cream": _ice_cream, "lollipop": _lollipop, "milk": _milk,
    "sandwich": _sandwich, "soda_can": _soda_can, "steak": _steak, "sushi": _sushi,
}  # fmt: skip
