"""Models of what has a screen, keys or a plug."""

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    GRAPHITE,
    PANE,
    RED,
    STEEL,
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
    tube,
    turn,
)  # fmt: skip

_SKY = Paint((0.25, 0.55, 0.90), 0.3, 0.0, 0.7)


def _clock(main: Colour = (0.80, 0.14, 0.12)) -> list[Piece]:
    """A round wall clock at ten past ten."""
    rim = [
        lathe(
            Paint(main, 0.25),
            [(0.145, 0.0), (0.16, 0.01), (0.16, 0.055), (0.15, 0.07), (0.142, 0.06)],
            sides=48,
        ),
        drum(WHITE, 0.146, 0.045, (0, 0, 0), sides=48),
    ]
    marks = [
        turn(
            block(BLACK, (0.008 if i % 3 else 0.012, 0.018 if i % 3 else 0.028, 0.002), (0, 0.122, 0.045), 0),
            "z",
            30 * i,
        )
        for i in range(12)
    ]
    hands = [
        turn(block(BLACK, (0.012, 0.085, 0.003), (0, 0.035, 0.047), 0.001), "z", 55),
        turn(block(BLACK, (0.008, 0.12, 0.003), (0, 0.052, 0.050), 0.001), "z", -60),
        turn(block(RED, (0.003, 0.13, 0.002), (0, 0.05, 0.053), 0), "z", 150),
        drum(BLACK, 0.009, 0.012, (0, 0, 0.045)),
    ]
    return [turn(piece, "x", 90).moved(0, 0, 0.16) for piece in (*rim, *marks, *hands)]


def _laptop(main: Colour = (0.74, 0.75, 0.77)) -> list[Piece]:
    metal = Paint(main, 0.3, 0.6)
    base = block(metal, (0.34, 0.235, 0.014), (0, -0.04, 0), 0.004)
    keys = [
        block(BLACK, (0.0175, 0.0155, 0.002), (-0.145 + 0.0223 * i, 0.045 - 0.021 * j, 0.0138), 0.0005)
        for i in range(14)
        for j in range(5)
    ]
    pad = block(Paint(tuple(c * 0.88 for c in main), 0.25, 0.5), (0.11, 0.062, 0.001), (0, -0.112, 0.0138), 0)
    lid = [
        block(metal, (0.34, 0.008, 0.225), bevel=0.003),
        block(BLACK, (0.33, 0.002, 0.212), (0, -0.0045, 0.006), 0),
        block(_SKY, (0.31, 0.002, 0.185), (0, -0.0055, 0.018), 0),
        block(Paint((0.96, 0.97, 0.98), 0.3, 0, 0.8), (0.16, 0.002, 0.11), (-0.04, -0.0065, 0.05), 0),
    ]
    return [
        base,
        *(Part(key, outlined=False) for key in keys),
        pad,
        *(turn(piece, "x", -18).moved(0, 0.08, 0.012) for piece in lid),
    ]


def _computer(main: Colour = (0.08, 0.08, 0.09)) -> list[Piece]:
    case = Paint(main, 0.3)
    screen = [
        block(case, (0.60, 0.035, 0.36), (0, 0, 0.10), 0.006),
        block(_SKY, (0.575, 0.004, 0.325), (0, -0.018, 0.122), 0),
    ]
    windows = [
        block(Paint(c, 0.4, 0, 0.8), (w, 0.004, h), (x, -0.020, z), 0)
        for c, w, h, x, z in (
            ((0.96, 0.97, 0.98), 0.26, 0.19, -0.10, 0.20),
            ((0.98, 0.80, 0.30), 0.16, 0.12, 0.16, 0.16),
            ((0.20, 0.24, 0.30), 0.26, 0.02, -0.10, 0.39),
        )
    ]
    return [
        *screen,
        *windows,
        block(STEEL, (0.05, 0.02, 0.16), (0, 0.03, 0)),
        block(STEEL, (0.24, 0.20, 0.012), (0, 0.02, 0), 0.004),
    ]


def _keyboard(main: Colour = (0.16, 0.16, 0.17)) -> list[Piece]:
    keys = [
        block(
            Paint((0.88, 0.88, 0.87), 0.5),
            (0.0165, 0.0165, 0.009),
            (-0.195 + 0.0195 * i, 0.046 - 0.021 * j, 0.017),
            0.002,
        )
        for i in range(21)
        for j in range(5)
        if not (j == 4 and 3 <= i <= 9)
    ]
    return [
        hull(Paint(main, 0.4), [(-0.07, 0.22, 0, 0.014), (0.07, 0.22, 0, 0.022)], 12),
        block(Paint((0.88, 0.88, 0.87), 0.5), (0.135, 0.0165, 0.009), (-0.078, -0.038, 0.015), 0.002),
        *(Part(key, outlined=False) for key in keys),
    ]


def _mouse_device(main: Colour = (0.90, 0.90, 0.91)) -> list[Piece]:
    shell = hull(
        Paint(main, 0.25),
        [
            (-0.055, 0.018, 0.0, 0.016),
            (-0.04, 0.028, 0.0, 0.026),
            (0.01, 0.032, 0.0, 0.040),
            (0.045, 0.026, 0.0, 0.026),
            (0.055, 0.014, 0.002, 0.014),
        ],
        2.6,
    )
    return [
        shell,
        turn(drum(GRAPHITE, 0.008, 0.006, (0, 0, -0.003)), "y", 90).moved(0, -0.028, 0.029),
        block(GRAPHITE, (0.0012, 0.04, 0.004), (0, -0.033, 0.026), 0),
    ]


def _remote(main: Colour = (0.09, 0.09, 0.10)) -> list[Piece]:
    shell = hull(
        Paint(main, 0.4),
        [
            (-0.09, 0.022, 0, 0.016),
            (-0.07, 0.025, 0, 0.019),
            (0.07, 0.025, 0, 0.019),
            (0.09, 0.022, 0, 0.016),
        ],
        4,
    )
    keys = [
        drum(
            Paint((0.75, 0.75, 0.76), 0.5),
            0.0042,
            0.003,
            (-0.013 + 0.013 * i, -0.055 + 0.016 * j, 0.0185),
            sides=12,
        )
        for i in range(3)
        for j in range(6)
    ]
    return [
        shell,
        *keys,
        drum(RED, 0.005, 0.004, (-0.013, 0.072, 0.018), sides=14),
        ring(STEEL, 0.012, 0.002, (0, 0.052, 0.0195), 20),
    ]


def _phone(main: Colour = (0.08, 0.08, 0.09)) -> list[Piece]:
    """Upright, its lit screen to the front."""
    shell = block(Paint(main, 0.2, 0.3), (0.075, 0.009, 0.155), bevel=0.004)
    icons = [
        block(
            Paint(c, 0.4, 0, 0.8),
            (0.011, 0.0008, 0.011),
            (-0.024 + 0.016 * (i % 4), -0.0052, 0.035 + 0.020 * (i // 4)),
            0,
        )
        for i, c in enumerate(((0.95, 0.3, 0.25), (0.3, 0.85, 0.4), (1, 0.8, 0.2), (0.95, 0.95, 0.97)) * 4)
    ]
    return [
        shell,
        block(_SKY, (0.068, 0.001, 0.146), (0, -0.0046, 0.0045), 0),
        *icons,
        *(turn(drum(BLACK, 0.006, 0.002), "x", -90).moved(0.022, 0.0045, z) for z in (0.135, 0.118)),
    ]


def _television(main: Colour = (0.07, 0.07, 0.08)) -> list[Piece]:
    """A flat set showing hills under a sky."""
    case = [
        block(Paint(main, 0.3), (1.1, 0.05, 0.64), (0, 0, 0.06), 0.008),
        block(_SKY, (1.06, 0.006, 0.595), (0, -0.026, 0.085), 0),
    ]
    hills = [
        prism(Paint(c, 0.5, 0, 0.5), line, 0.008 + 0.002 * i, "y").moved(0, -0.027, 0)
        for i, (c, line) in enumerate(
            (
                (
                    (0.32, 0.45, 0.60),
                    [
                        (-0.53, 0.30),
                        (-0.3, 0.46),
                        (-0.05, 0.32),
                        (0.2, 0.42),
                        (0.53, 0.28),
                        (0.53, 0.085),
                        (-0.53, 0.085),
                    ],
                ),
                (
                    (0.30, 0.58, 0.25),
                    [(-0.53, 0.22), (0.0, 0.30), (0.53, 0.2), (0.53, 0.085), (-0.53, 0.085)],
                ),
            )
        )
    ]
    sun = turn(drum(Paint((1.0, 0.9, 0.5), 0.4, 0, 1.0), 0.05, 0.004), "x", 90).moved(0.3, -0.026, 0.56)
    return [
        *case,
        *hills,
        sun,
        *(block(Paint(main, 0.3), (0.04, 0.25, 0.02), (x, 0, 0)) for x in (-0.36, 0.36)),
        *(block(Paint(main, 0.3), (0.03, 0.03, 0.07), (x, 0, 0)) for x in (-0.36, 0.36)),
    ]


def _camera(main: Colour = (0.10, 0.10, 0.11)) -> list[Piece]:
    body = [
        block(Paint(main, 0.7), (0.14, 0.05, 0.075), (0, 0.03, 0.005), 0.008),
        block(STEEL, (0.138, 0.048, 0.016), (0, 0.03, 0.072), 0.004),
        block(Paint(main, 0.5), (0.05, 0.045, 0.026), (0.0, 0.03, 0.078), 0.008),
    ]
    lens = [
        turn(piece, "x", 90).moved(0.0, 0.008, 0.042)
        for piece in (
            drum(BLACK, 0.033, 0.03),
            drum(GRAPHITE, 0.030, 0.055),
            ring(STEEL, 0.031, 0.002, (0, 0, 0.03)),
            ring(BLACK, 0.028, 0.003, (0, 0, 0.055)),
            ball(Paint((0.15, 0.18, 0.35), 0.03), (0.025, 0.025, 0.01), (0, 0, 0.053)),
        )
    ]
    return [
        *body,
        *lens,
        drum(STEEL, 0.010, 0.010, (-0.05, 0.03, 0.086)),
        drum(BLACK, 0.013, 0.008, (0.048, 0.03, 0.086)),
        block(Paint((0.85, 0.9, 0.95), 0.1), (0.028, 0.003, 0.014), (0.0, 0.007, 0.084), 0.001),
    ]


def _radio(main: Colour = (0.20, 0.21, 0.24)) -> list[Piece]:
    """A boombox with two speakers."""
    case = block(Paint(main, 0.35), (0.40, 0.12, 0.20), (0, 0, 0), 0.014)
    speakers = [
        turn(piece, "x", 90).moved(x, -0.06, 0.085)
        for x in (-0.125, 0.125)
        for piece in (
            ring(CHROME, 0.066, 0.006),
            drum(BLACK, 0.064, 0.006),
            lathe(GRAPHITE, [(0.055, 0.004), (0.02, 0.008), (0.0, 0.012)]),
        )
    ]
    deck = [
        block(STEEL, (0.105, 0.008, 0.065), (0, -0.060, 0.03), 0.002),
        block(PANE, (0.08, 0.01, 0.042), (0, -0.061, 0.042), 0.002),
        block(Paint((0.95, 0.75, 0.35), 0.4, 0, 0.7), (0.30, 0.008, 0.022), (0, -0.060, 0.165), 0.001),
    ]
    knobs = [turn(drum(CHROME, 0.010, 0.014), "x", 90).moved(x, -0.058, 0.118) for x in (-0.035, 0.0, 0.035)]
    return [
        case,
        *speakers,
        *deck,
        *knobs,
        tube(CHROME, [(-0.16, 0, 0.195), (-0.15, 0, 0.25), (0.15, 0, 0.25), (0.16, 0, 0.195)], 0.008),
    ]


def _headphones(main: Colour = (0.09, 0.09, 0.10)) -> list[Piece]:
    band = tube(
        Paint(main, 0.4),
        [(-0.085, 0, 0.07), (-0.078, 0, 0.15), (0, 0, 0.195), (0.078, 0, 0.15), (0.085, 0, 0.07)],
        0.008,
    )
    cups = both(
        turn(
            lathe(
                Paint(main, 0.35), [(0.0, 0.0), (0.038, 0.004), (0.044, 0.016), (0.040, 0.028), (0.0, 0.028)]
            ),
            "y",
            90,
        ).moved(0.068, 0, 0.05),
        turn(ring(BLACK, 0.031, 0.012), "y", 90).moved(0.064, 0, 0.05),
        turn(drum(STEEL, 0.02, 0.003), "y", 90).moved(0.096, 0, 0.05),
    )
    return [band, *cups]


def _fan(main: Colour = (0.92, 0.93, 0.94)) -> list[Piece]:
    cage = [
        turn(piece, "x", 90).moved(0, -0.06, 0.35)
        for piece in (
            ring(CHROME, 0.195, 0.006),
            *(ring(CHROME, r, 0.003, (0, 0, z)) for r, z in ((0.14, 0.03), (0.08, 0.04))),
            *(
                tube(
                    CHROME,
                    [(0.195 * x, 0.195 * y, 0.0), (0.12 * x, 0.12 * y, 0.034), (0.02 * x, 0.02 * y, 0.045)],
                    0.0022,
                )
                for x, y, _ in circle(20, 1.0)
            ),
        )
    ]
    blades = [
        turn(
            turn(ball(Paint((0.35, 0.62, 0.80), 0.2), (0.08, 0.055, 0.006), (0.09, 0, 0)), "z", a), "x", 90
        ).moved(0, -0.055, 0.35)
        for a in (10, 130, 250)
    ]
    return [
        *cage,
        *blades,
        turn(drum(Paint(main, 0.3), 0.055, 0.10, (0, 0, -0.10), 0.04), "x", 90).moved(0, -0.05, 0.35),
        bar(Paint(main, 0.3), (0, 0.01, 0.02), (0, 0.01, 0.33), 0.022),
        lathe(Paint(main, 0.3), [(0.0, 0.0), (0.13, 0.0), (0.13, 0.012), (0.04, 0.035), (0.0, 0.035)]),
    ]


MODELS: dict[str, Model] = {
    "camera": _camera, "clock": _clock, "computer": _computer, "fan": _fan,
    "headphones": _headphones, "keyboard": _keyboard, "laptop": _laptop, "mouse_device": _mouse_device,
    "phone": _phone, "radio": _radio, "remote": _remote, "television": _television,
}  # fmt: skip
