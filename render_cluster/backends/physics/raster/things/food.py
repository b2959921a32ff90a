"""Models of what is eaten."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    CLEAR,
    CREAM,
    LEAF,
    PINE,
    RED,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bent,
    block,
    both,
    circle,
    drum,
    hull,
    lathe,
    prism,
    ring,
    rocky,
    sheet,
    tinted,
    tube,
    turn,
)  # fmt: skip

_STALK = Paint((0.34, 0.24, 0.13), 0.8)
_CRUST = Paint((0.78, 0.52, 0.24), 0.75)
_CRUMB = Paint((0.95, 0.86, 0.66), 0.85)
_CHEESE = Paint((0.98, 0.76, 0.20), 0.35)
_SALAD = Paint((0.42, 0.66, 0.18), 0.5)
_TOMATO = Paint((0.82, 0.14, 0.08), 0.2)
_ICING = Paint((0.96, 0.62, 0.74), 0.25)
_SPRINKLES = ((0.95, 0.2, 0.25), (0.98, 0.85, 0.2), (0.25, 0.6, 0.95), (0.4, 0.8, 0.35), (1.0, 1.0, 1.0))


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
        bar(Paint((0.62, 0.60, 0.16), 0.6), tuple(tip), tuple(tip + (-0.010, 0, 0.022)), 0.006, 0.005),
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


def _egg(main: Colour = (0.93, 0.84, 0.72)) -> list[Piece]:
    return [
        lathe(
            Paint(main, 0.45),
            [(0.0, 0.0), (0.013, 0.003), (0.0225, 0.022), (0.0185, 0.042), (0.009, 0.056), (0.0, 0.060)],
            sides=36,
        )
    ]


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


def _cocktail(main: Colour = (0.95, 0.42, 0.30)) -> list[Piece]:
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
            (0.057, 0.16),
        ],
        sides=40,
    )
    drink = lathe(Paint(main, 0.06), [(0.004, 0.087), (0.0485, 0.15), (0.0485, 0.15), (0.0, 0.15)], sides=40)
    slice_ = [
        turn(drum(p, r, t, (0, 0, -t / 2)), "x", 90).moved(0.048, 0, 0.158)
        for p, r, t in (
            (Paint((0.97, 0.60, 0.08), 0.4), 0.021, 0.004),
            (Paint((0.99, 0.82, 0.40), 0.3), 0.018, 0.005),
        )
    ]
    return [shell, drink, *slice_, bar(RED, (-0.02, 0, 0.11), (-0.045, 0, 0.18), 0.002)]


def _beer(main: Colour = (0.93, 0.62, 0.10)) -> list[Piece]:
    body = lathe(
        Paint(main, 0.06),
        [(0.0, 0.0), (0.044, 0.0), (0.047, 0.01), (0.046, 0.135), (0.046, 0.135), (0.0, 0.135)],
        sides=36,
    )
    foam = [
        ball(WHITE, 0.016, p, 10)
        for p in (*circle(11, 0.036, 0.142), *circle(6, 0.018, 0.150), (0, 0, 0.153))
    ]
    handle = tube(
        CLEAR,
        [(0.044, 0, 0.118), (0.08, 0, 0.12), (0.090, 0, 0.075), (0.078, 0, 0.03), (0.044, 0, 0.03)],
        0.0075,
    )
    return [
        piece.moved(-0.022, 0, 0)
        for piece in (
            body,
            *foam,
            handle,
            *(
                bar(Paint((0.99, 0.80, 0.36), 0.05), (x, y, 0.02), (x, y, 0.12), 0.006)
                for x, y, _ in circle(10, 0.0445)
            ),
        )
    ]


MODELS: dict[str, Model] = {
    "apple": _apple, "baguette": _baguette, "banana": _banana, "beer": _beer, "bread": _bread, "broccoli":
    _broccoli, "burger": _burger, "cake": _cake, "carrot": _carrot, "cheese": _cheese, "chocolate":
    _chocolate, "cocktail": _cocktail, "cookie": _cookie, "corn": _corn, "cupcake": _cupcake, "donut":
    _donut, "egg": _egg, "hot_dog": _hot_dog, "ice_cream": _ice_cream, "lemon": _lemon, "lollipop":
    _lollipop, "milk": _milk, "mushroom": _mushroom, "orange": _orange, "pancake": _pancake, "peach":
    _peach, "pear": _pear, "pie": _pie, "pizza": _pizza, "pumpkin": _pumpkin, "sandwich": _sandwich,
    "soda_can": _soda_can, "steak": _steak, "sushi": _sushi, "tomato": _tomato, "watermelon": _watermelon,
}  # fmt: skip
