"""Models of fruit and vegetables."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CREAM,
    LEAF,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bent,
    circle,
    drum,
    lathe,
    ring,
    sheet,
    tinted,
    tube,
    turn,
)  # fmt: skip

_STALK = Paint((0.34, 0.24, 0.13), 0.8)
_SALAD = Paint((0.42, 0.66, 0.18), 0.5)


def _apple(main: Colour = (0.76, 0.09, 0.08)) -> list[Piece]:
    body = lathe(
        Paint(main, 0.15),
        [
            (0.0, 0.008),
            (0.016, 0.0),
            (0.030, 0.012),
            (0.040, 0.042),
            (0.035, 0.066),
            (0.018, 0.074),
            (0.006, 0.068),
            (0.0, 0.062),
        ],
        sides=44,
    )
    blush = tinted(
        body,
        lambda p: (np.sin(9 * np.arctan2(p[:, 1], p[:, 0])) > 0.5) & (p[:, 2] > 0.050),
        Paint(tuple(min(1, 0.75 * c + 0.24 * y) for c, y in zip(main, (0.9, 0.8, 0.2), strict=True)), 0.15),
    )
    return [
        blush,
        bar(_STALK, (0, 0, 0.062), (0.006, 0, 0.085), 0.0018),
        turn(turn(ball(LEAF, (0.016, 0.008, 0.0015), (0.016, 0, 0)), "y", -20), "z", 30).moved(
            0.003, 0, 0.076
        ),
    ]


def _orange(main: Colour = (0.97, 0.52, 0.05)) -> list[Piece]:
    def pitted(p: np.ndarray) -> np.ndarray:
        grain = np.sin(p[:, 0] * 2100) * np.sin(p[:, 1] * 2300) * np.sin(p[:, 2] * 1900)
        return p * (1 - 0.012 * np.abs(grain))[:, None]

    return [
        bent(ball(Paint(main, 0.4), (0.04, 0.04, 0.039), fine=56), pitted),
        ball(Paint((0.32, 0.45, 0.14), 0.7), (0.005, 0.005, 0.003), (0, 0, 0.0375), 10),
    ]


def _lemon(main: Colour = (0.97, 0.86, 0.16)) -> list[Piece]:
    return [
        turn(
            lathe(
                Paint(main, 0.35),
                [
                    (0.0, -0.041),
                    (0.005, -0.038),
                    (0.010, -0.034),
                    (0.025, -0.018),
                    (0.029, 0.0),
                    (0.025, 0.018),
                    (0.010, 0.033),
                    (0.006, 0.039),
                    (0.0, 0.041),
                ],
                sides=36,
            ),
            "x",
            90,
        )
    ]


def _peach(main: Colour = (0.96, 0.60, 0.38)) -> list[Piece]:
    body = ball(Paint(main, 0.7), (0.0375, 0.0375, 0.036), fine=48)

    def cleft(p: np.ndarray) -> np.ndarray:
        return p * (1 - 0.10 * np.exp(-((p[:, 0] / 0.004) ** 2)) * (p[:, 1] < 0))[:, None]

    blush = tinted(body, lambda p: p[:, 0] + 0.4 * p[:, 2] > 0.012, Paint((0.86, 0.28, 0.22), 0.7))
    return [
        bent(blush, cleft),
        turn(ball(LEAF, (0.02, 0.008, 0.0015), (0.02, 0, 0)), "y", -15).moved(0, 0, 0.0335),
        bar(_STALK, (0, 0, 0.03), (0, 0, 0.039), 0.002),
    ]


def _tomato(main: Colour = (0.84, 0.12, 0.07)) -> list[Piece]:
    body = bent(
        ball(Paint(main, 0.08), (0.0375, 0.0375, 0.030), fine=44),
        lambda p: (
            p * (1 - 0.04 * np.abs(np.sin(2.5 * np.arctan2(p[:, 1], p[:, 0])))[:, None] * np.array([1, 1, 0]))
        ),
    )
    crown = [
        turn(turn(ball(LEAF, (0.013, 0.004, 0.0012), (0.012, 0, 0)), "y", 14), "z", a).moved(0, 0, 0.030)
        for a in range(0, 360, 60)
    ]
    return [body, *crown, bar(LEAF, (0, 0, 0.028), (0.002, 0, 0.034), 0.002)]


def _pear(main: Colour = (0.68, 0.76, 0.22)) -> list[Piece]:
    return [
        lathe(
            Paint(main, 0.35),
            [
                (0.0, 0.003),
                (0.015, 0.0),
                (0.034, 0.018),
                (0.0375, 0.038),
                (0.027, 0.066),
                (0.017, 0.085),
                (0.012, 0.098),
                (0.0, 0.102),
            ],
            sides=40,
        ),
        bar(_STALK, (0, 0, 0.098), (0.004, 0, 0.115), 0.002),
    ]


def _banana(main: Colour = (0.97, 0.82, 0.14)) -> list[Piece]:
    """Lying on its side, curved upwards, five-edged."""
    line = [(0.085 * math.sin(a) * 1.15, 0, 0.075 - 0.075 * math.cos(a)) for a in np.linspace(-1.15, 1.2, 9)]
    skin = tube(Paint(main, 0.35), line, [0.007, 0.012, 0.017, 0.019, 0.0195, 0.019, 0.017, 0.011, 0.004], 10)
    edged = tinted(skin, lambda p: np.arange(len(p)) % 10 == 0, Paint(tuple(0.82 * c for c in main), 0.4))
    tip = np.array(line[0])
    return [
        edged,
        bar(Paint((0.62, 0.60, 0.16), 0.6), tuple(tip), tuple(np.add(tip, (-0.010, 0, 0.022))), 0.006, 0.005),
        ball(BLACK, 0.0045, line[-1], 10),
    ]


def _watermelon(main: Colour = (0.16, 0.42, 0.16)) -> list[Piece]:
    body = ball(Paint(main, 0.2), (0.18, 0.13, 0.13), fine=88)

    def striped(p: np.ndarray) -> np.ndarray:
        angle = np.arctan2(p[:, 2], p[:, 1])
        return np.sin(10 * angle + 0.9 * np.sin(p[:, 0] * 95) + 0.5 * np.sin(p[:, 0] * 230)) > 0.35

    return [
        tinted(body, striped, Paint((0.56, 0.72, 0.34), 0.2)),
        bar(_STALK, (0.178, 0, 0), (0.192, 0, 0.012), 0.004),
    ]


def _pumpkin(main: Colour = (0.94, 0.46, 0.06)) -> list[Piece]:
    """Ribs and a stalk."""
    ribs = [
        turn(ball(Paint(main, 0.35), (0.088, 0.078, 0.125), (0.086, 0, 0.125), 22), "z", 36 * i)
        for i in range(10)
    ]
    return [
        *ribs,
        tube(
            Paint((0.36, 0.42, 0.16), 0.8),
            [(0, 0, 0.22), (0.005, 0, 0.265), (0.03, 0, 0.30)],
            [0.026, 0.016, 0.018],
        ),
    ]


def _carrot(main: Colour = (0.95, 0.45, 0.07)) -> list[Piece]:
    root = lathe(
        Paint(main, 0.45),
        [
            (0.0, 0.0),
            (0.003, 0.01),
            (0.010, 0.07),
            (0.0165, 0.14),
            (0.018, 0.162),
            (0.010, 0.172),
            (0.0, 0.172),
        ],
        sides=28,
    )
    rings = [
        ring(Paint(tuple(0.85 * c for c in main), 0.6), 0.0035 + 0.085 * (z + 0.01), 0.0009, (0, 0, z), 18)
        for z in (0.04, 0.07, 0.085, 0.112, 0.135)
    ]
    fronds = [
        tube(
            LEAF,
            [(0, 0, 0.168), (0.007 * x, 0.007 * y, 0.195), (0.018 * x, 0.018 * y, 0.225 + 0.014 * (i % 2))],
            [0.0028, 0.003, 0.005],
            6,
        )
        for i, (x, y, _) in enumerate(circle(7, 1.0))
    ]
    return [turn(piece, "x", 90) for piece in (root, *rings, *fronds)]


def _broccoli(main: Colour = (0.18, 0.42, 0.14)) -> list[Piece]:
    """Florets in clusters on pale branching stems."""
    stem = Paint((0.62, 0.76, 0.40), 0.6)
    rng = np.random.default_rng(3)
    pieces = [tube(stem, [(0, 0, 0), (0, 0, 0.05), (0, 0, 0.10)], [0.024, 0.021, 0.025])]
    for x, y, z, r in (
        (0, 0, 0.125, 0.036),
        *((0.044 * px, 0.044 * py, 0.104, 0.030) for px, py, _ in circle(6, 1.0)),
    ):
        pieces.append(bar(stem, (0, 0, 0.05), (x, y, z), 0.013))
        buds = rng.standard_normal((34, 3))
        buds = buds / np.linalg.norm(buds, axis=1, keepdims=True)
        for bud in buds[buds[:, 2] > -0.35]:
            light = rng.uniform(0.8, 1.2)
            pieces.append(
                ball(
                    Paint(tuple(c * light for c in main), 0.85),
                    0.0095,
                    tuple(np.array((x, y, z)) + bud * r * (1, 1, 0.8)),
                    8,
                )
            )
    return pieces


def _mushroom(main: Colour = (0.80, 0.11, 0.08)) -> list[Piece]:
    """A fly agaric."""
    cap = lathe(
        Paint(main, 0.2),
        [(0.018, 0.055), (0.046, 0.052), (0.05, 0.058), (0.042, 0.082), (0.022, 0.097), (0.0, 0.10)],
        sides=36,
    )
    spots = [
        ball(
            CREAM,
            (0.006, 0.006, 0.0035),
            (0.05 * s * math.cos(2.4 * i), 0.05 * s * math.sin(2.4 * i), 0.1 - 0.042 * s**2.2),
            8,
        )
        for i, s in enumerate((0.1, 0.35, 0.45, 0.5, 0.66, 0.7, 0.75, 0.82, 0.86, 0.9, 0.55, 0.78, 0.88))
    ]
    return [
        cap,
        *spots,
        lathe(
            CREAM,
            [(0.0, 0.0), (0.016, 0.0), (0.017, 0.01), (0.011, 0.035), (0.012, 0.06), (0.0, 0.06)],
            sides=24,
        ),
        lathe(CREAM, [(0.011, 0.045), (0.021, 0.040)], sides=24),
    ]


def _corn(main: Colour = (0.98, 0.80, 0.18)) -> list[Piece]:
    kernels = []
    for row in range(24):
        z = 0.02 + 0.0072 * row
        radius = 0.021 * math.sqrt(max(0.05, 1 - ((row - 8) / 16.5) ** 2))
        kernels += [
            ball(Paint(main, 0.25), (0.0045, 0.0045, 0.0042), (x, y, z), 6)
            for x, y, _ in circle(14, radius, from_deg=13 * (row % 2))
        ]
    husk = [
        turn(
            sheet(
                Paint((0.52, 0.68, 0.26), 0.7),
                lambda u, v: np.stack(
                    [
                        0.024 + 0.010 * v**2 * 2 - 0.004 * (2 * u - 1) ** 2,
                        (u - 0.5) * 0.05 * np.sin(np.pi * np.clip(0.25 + 0.75 * v, 0, 1)),
                        -0.005 + 0.11 * v,
                    ],
                    -1,
                ),
                8,
            ),
            "z",
            a,
        )
        for a in (20, 110, 200, 290)
    ]
    return [
        turn(piece, "x", 90)
        for piece in (
            *kernels,
            *husk,
            drum(_SALAD, 0.010, 0.03, (0, 0, -0.02)),
            lathe(Paint(main, 0.5), [(0.018, 0.02), (0.018, 0.12), (0.006, 0.185), (0.0, 0.19)]),
        )
    ]


MODELS: dict[str, Model] = {
    "apple": _apple, "banana": _banana, "broccoli": _broccoli, "carrot": _carrot, "corn": _corn, "lemon":
    _lemon, "mushroom": _mushroom, "orange": _orange, "peach": _peach, "pear": _pear, "pumpkin": _pumpkin,
    "tomato": _tomato, "watermelon": _watermelon,
}  # fmt: skip
