"""Models of what physics is shown with."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    CREAM,
    GRAPHITE,
    IRON,
    OAK,
    STEEL,
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
    prism,
    ring,
    tinted,
    tube,
    turn,
)  # fmt: skip


def _pendulum(main: Colour = (0.80, 0.62, 0.22)) -> list[Piece]:
    frame = bars(
        IRON,
        0.02,
        *(((x, y, 0.04), (x, 0, 1.5)) for x in (-0.4, 0.4) for y in (-0.22, 0.22)),
        ((-0.42, 0, 1.48), (0.42, 0, 1.48)),
    )
    return [
        *frame,
        bar(STEEL, (0, 0, 0.3), (0, 0, 1.48), 0.006),
        ball(Paint(main, 0.15, 0.9), 0.12, (0, 0, 0.30), 36),
        block(OAK, (0.9, 0.5, 0.04)),
    ]


def _wrecking_ball(main: Colour = (0.22, 0.23, 0.25)) -> list[Piece]:
    links = [
        turn(turn(ring(STEEL, 0.05, 0.014, sides=18), "x", 90), "z", 90 * (i % 2)).moved(
            0, 0, 0.96 + 0.072 * i
        )
        for i in range(5)
    ]
    return [
        ball(Paint(main, 0.45, 0.5), 0.45, (0, 0, 0.45), 40),
        drum(IRON, 0.10, 0.06, (0, 0, 0.87)),
        ring(IRON, 0.45, 0.012, (0, 0, 0.45), 48),
        *links,
    ]


def _spring(main: Colour = (0.66, 0.68, 0.71)) -> list[Piece]:
    angle = np.linspace(0, 2 * np.pi * 8, 120)
    line = np.stack(
        [
            0.053 * np.cos(angle),
            0.053 * np.sin(angle),
            0.008 + 0.284 * np.clip((angle / angle[-1] - 0.06) / 0.88, 0, 1),
        ],
        1,
    )
    return [tube(Paint(main, 0.2, 0.9), line, 0.007, 10)]


def _anvil(main: Colour = (0.22, 0.23, 0.25)) -> list[Piece]:
    iron = Paint(main, 0.4, 0.5)
    waist = prism(
        iron,
        [
            (-0.17, 0.0),
            (0.17, 0.0),
            (0.15, 0.05),
            (0.08, 0.10),
            (0.08, 0.16),
            (0.16, 0.21),
            (0.16, 0.30),
            (-0.16, 0.30),
            (-0.16, 0.21),
            (-0.08, 0.16),
            (-0.08, 0.10),
            (-0.15, 0.05),
        ],
        0.13,
        "y",
    )
    return [
        waist,
        turn(drum(iron, 0.065, 0.17, top=0.012), "y", -90).moved(-0.14, 0, 0.24),
        block(iron, (0.12, 0.11, 0.06), (0.20, 0, 0.24)),
        block(iron, (0.40, 0.20, 0.04)),
        block(STEEL, (0.42, 0.12, 0.008), (0.05, 0, 0.295)),
    ]


def _tyre(main: Colour = (0.06, 0.06, 0.065)) -> list[Piece]:
    """Lying flat, with tread."""
    rubber = Paint(main, 0.8)
    body = lathe(
        rubber,
        [
            (0.19, 0.03),
            (0.24, 0.0),
            (0.29, 0.012),
            (0.305, 0.05),
            (0.305, 0.15),
            (0.29, 0.188),
            (0.24, 0.2),
            (0.19, 0.17),
            (0.19, 0.17),
            (0.21, 0.10),
            (0.19, 0.03),
        ],
        sides=44,
    )
    tread = [
        turn(block(rubber, (0.012, 0.022, 0.06), (0.304, 0, z), 0.003), "z", 8 * i + 4 * k)
        for i in range(45)
        for k, z in ((0, 0.035), (1, 0.105))
    ]
    return [body, *tread, *(ring(GRAPHITE, 0.235, 0.003, (0, 0, z), 40) for z in (0.001, 0.199))]


def _lifebuoy(main: Colour = (0.92, 0.26, 0.08)) -> list[Piece]:
    body = ring(Paint(main, 0.35), 0.29, 0.072, (0, 0, 0.07), 64)
    banded = tinted(body, lambda p: np.abs(np.sin(2 * np.arctan2(p[:, 1], p[:, 0]))) < 0.30, WHITE)
    cord = [
        tube(
            CREAM,
            [
                (0.365 * math.cos(a), 0.365 * math.sin(a), 0.07),
                (0.374 * math.cos(a + 0.7), 0.374 * math.sin(a + 0.7), 0.03),
                (0.365 * math.cos(a + 1.57), 0.365 * math.sin(a + 1.57), 0.07),
            ],
            0.007,
        )
        for a in np.arange(0, 6.2, math.pi / 2)
    ]
    return [banded, *cord]


def _gear(main: Colour = (0.62, 0.64, 0.67)) -> list[Piece]:
    line = []
    for i in range(14):
        for share, r in ((0.0, 0.122), (0.2, 0.15), (0.5, 0.15), (0.7, 0.122)):
            a = 2 * math.pi * (i + share) / 14
            line.append((r * math.cos(a), r * math.sin(a)))
    steel = Paint(main, 0.25, 0.85)
    return [
        prism(steel, line, 0.04, "z").moved(0, 0, 0.025),
        ring(steel, 0.105, 0.008, (0, 0, 0.045), 44),
        drum(steel, 0.045, 0.05),
        drum(BLACK, 0.022, 0.051),
        *(drum(GRAPHITE, 0.018, 0.0457, p) for p in circle(5, 0.075)),
    ]


def _anchor(main: Colour = (0.24, 0.26, 0.29)) -> list[Piece]:
    iron = Paint(main, 0.45, 0.5)
    arms = tube(
        iron,
        [(-0.33, 0, 0.30), (-0.25, 0, 0.10), (0, 0, 0.03), (0.25, 0, 0.10), (0.33, 0, 0.30)],
        [0.02, 0.035, 0.045, 0.035, 0.02],
    )
    flukes = both(prism(iron, [(0.22, 0.24), (0.36, 0.38), (0.35, 0.18)], 0.05, "y"))
    return [
        arms,
        *flukes,
        bar(iron, (0, 0, 0.03), (0, 0, 0.80), 0.038),
        bar(iron, (-0.2, 0, 0.72), (0.2, 0, 0.72), 0.026),
        *both(ball(iron, 0.036, (0.2, 0, 0.72), 14)),
        turn(ring(iron, 0.065, 0.018, sides=24), "x", 90).moved(0, 0, 0.865),
    ]


def _magnet(main: Colour = (0.82, 0.10, 0.10)) -> list[Piece]:
    line = [(0.035 * math.cos(a), 0, 0.085 + 0.035 * math.sin(a)) for a in np.linspace(0, math.pi, 9)]
    bow = tube(Paint(main, 0.25), [(0.035, 0, 0.03), *line, (-0.035, 0, 0.03)], 0.0145, 12)
    return [bow, *both(drum(CHROME, 0.0148, 0.032, (0.035, 0, 0)))]


MODELS: dict[str, Model] = {
    "anchor": _anchor, "anvil": _anvil, "gear": _gear, "lifebuoy": _lifebuoy, "magnet": _magnet,
    "pendulum": _pendulum, "spring": _spring, "tyre": _tyre,
    "wrecking_ball": _wrecking_ball,
}  # fmt: skip
