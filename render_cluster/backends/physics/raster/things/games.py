"""Models of what games are played with."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CLEAR,
    CREAM,
    GRAPHITE,
    LEAF,
    RED,
    STEEL,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    block,
    both,
    drum,
    lathe,
    prism,
    ring,
    see_through,
    tinted,
    tube,
    turn,
)  # fmt: skip


def _domino(main: Colour = (0.95, 0.94, 0.90)) -> list[Piece]:
    """Four over two, its face to the front."""
    spots = [
        (-0.011, 0.060),
        (0.011, 0.060),
        (-0.011, 0.084),
        (0.011, 0.084),
        (-0.011, 0.036),
        (0.011, 0.012),
    ]
    pips = [
        turn(drum(BLACK, 0.0042, 0.0005), "x", 90).moved(x, s * 0.0069, z) for x, z in spots for s in (-1, 1)
    ]
    return [
        block(Paint(main, 0.2), (0.048, 0.014, 0.096), bevel=0.002),
        *pips,
        *(block(BLACK, (0.036, 0.0006, 0.0018), (0, s * 0.0069, 0.047), 0) for s in (-1, 1)),
    ]


def _die(main: Colour = (0.95, 0.94, 0.92)) -> list[Piece]:
    half, pips = 0.011, []
    faces = {
        1: [(0, 0)],
        2: [(-1, -1), (1, 1)],
        3: [(-1, -1), (0, 0), (1, 1)],
        4: [(a, b) for a in (-1, 1) for b in (-1, 1)],
        5: [(a, b) for a in (-1, 1) for b in (-1, 1)] + [(0, 0)],
        6: [(a, b) for a in (-1, 1) for b in (-1, 0, 1)],
    }
    for value, axis, way in ((1, 2, 1), (6, 2, -1), (2, 1, -1), (5, 1, 1), (3, 0, 1), (4, 0, -1)):
        for a, b in faces[value]:
            place, radii = [0.0] * 3, [0.0023] * 3
            place[axis], place[(axis + 1) % 3], place[(axis + 2) % 3] = way * half, 0.0052 * a, 0.0052 * b
            radii[axis] = 0.0003
            pips.append(ball(RED if value == 1 else BLACK, tuple(radii), tuple(place), 12))
    return [block(Paint(main, 0.12), (0.022, 0.022, 0.022), (0, 0, -0.011), 0.003), *pips]


def _marble(main: Colour = (0.30, 0.62, 0.80)) -> list[Piece]:
    """Glass with a twist of colour."""
    body = ball(Paint(main, 0.03), 0.011, fine=56)
    twist = tinted(body, lambda p: np.abs(np.sin(np.arctan2(p[:, 1], p[:, 0]) + 190 * p[:, 2])) < 0.22, WHITE)
    return [
        tinted(
            twist,
            lambda p: np.abs(np.sin(np.arctan2(p[:, 1], p[:, 0]) + 190 * p[:, 2] + 0.9)) < 0.16,
            Paint((0.95, 0.72, 0.12), 0.05),
        )
    ]


def _coin(main: Colour = (0.90, 0.70, 0.26)) -> list[Piece]:
    gold = Paint(main, 0.2, 0.9)
    star = [
        (
            0.007 * (1 if i % 2 == 0 else 0.42) * math.sin(i * math.pi / 5),
            0.007 * (1 if i % 2 == 0 else 0.42) * math.cos(i * math.pi / 5),
        )
        for i in range(10)
    ]
    return [
        drum(gold, 0.0135, 0.0022, (0, 0, 0.0004), sides=44),
        *(ring(gold, 0.0132, 0.0008, (0, 0, z), 44) for z in (0.0008, 0.0022)),
        prism(Paint(tuple(0.8 * c for c in main), 0.25, 0.9), star, 0.003, "z").moved(0, 0, 0.0015),
    ]


def _rubiks_cube(main: Colour = (0.06, 0.06, 0.065)) -> list[Piece]:
    hues = (
        (0.85, 0.10, 0.10),
        (0.98, 0.50, 0.06),
        (0.98, 0.88, 0.12),
        (0.95, 0.95, 0.95),
        (0.10, 0.58, 0.24),
        (0.10, 0.28, 0.72),
    )
    rng = np.random.default_rng(8)
    stickers: list[Piece] = []
    for axis, degrees in (("z", 0), ("z", 90), ("z", 180), ("z", 270), ("x", 90), ("x", -90)):
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                tile = block(
                    Paint(hues[int(rng.integers(6))], 0.2),
                    (0.0165, 0.0016, 0.0165),
                    (0.019 * i, -0.0282, 0.019 * j - 0.00825),
                    0.0006,
                )
                stickers.append(turn(tile, axis, degrees))
    return [block(Paint(main, 0.3), (0.056, 0.056, 0.056), (0, 0, -0.028), 0.003), *stickers]


def _spinning_top(main: Colour = (0.84, 0.14, 0.12)) -> list[Piece]:
    body = lathe(
        Paint(main, 0.15),
        [
            (0.0, 0.0),
            (0.004, 0.006),
            (0.022, 0.02),
            (0.035, 0.038),
            (0.030, 0.047),
            (0.008, 0.054),
            (0.005, 0.07),
            (0.007, 0.075),
            (0.0, 0.075),
        ],
        sides=40,
    )
    banded = tinted(body, lambda p: np.abs(p[:, 2] - 0.037) < 0.0035, Paint((0.98, 0.80, 0.14), 0.15))
    return [tinted(banded, lambda p: np.abs(p[:, 2] - 0.022) < 0.004, Paint((0.14, 0.40, 0.78), 0.15))]


def _chess_piece(main: Colour = (0.90, 0.80, 0.62)) -> list[Piece]:
    return [
        lathe(
            Paint(main, 0.2),
            [
                (0.0, 0.0),
                (0.018, 0.0),
                (0.018, 0.006),
                (0.013, 0.012),
                (0.009, 0.02),
                (0.0065, 0.042),
                (0.011, 0.046),
                (0.006, 0.049),
                (0.0, 0.05),
            ],
            sides=36,
        ),
        ball(Paint(main, 0.2), 0.0115, (0, 0, 0.0635), 24),
    ]


def _playing_card(main: Colour = (0.96, 0.96, 0.95)) -> list[Piece]:
    """A deck, the ace of hearts on top."""
    t = np.linspace(0, 2 * math.pi, 30, endpoint=False)
    heart = [
        (
            0.0009 * 16 * math.sin(a) ** 3,
            0.0009 * (13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)),
        )
        for a in t
    ]
    small = [(0.22 * a, 0.22 * b) for a, b in heart]
    deck = [
        block(
            Paint(tuple((0.86 if i % 2 else 1.0) * c for c in main), 0.4),
            (0.063, 0.089, 0.0028),
            (0, 0, 0.003 * i),
            0.001,
        )
        for i in range(6)
    ]
    return [
        *deck,
        prism(RED, heart, 0.001, "z").moved(0, 0, 0.0178),
        *(prism(RED, small, 0.001, "z").moved(x, y, 0.0178) for x, y in ((-0.025, 0.036), (0.025, -0.036))),
    ]


def _hula_hoop(main: Colour = (0.95, 0.30, 0.60)) -> list[Piece]:
    mesh = ring(Paint(main, 0.2), 0.46, 0.015, (0, 0, 0.015), 96)
    return [
        tinted(
            mesh, lambda p: np.sin(12 * np.arctan2(p[:, 1], p[:, 0])) > 0.2, Paint((0.98, 0.85, 0.25), 0.2)
        )
    ]


def _trophy(main: Colour = (0.92, 0.70, 0.22)) -> list[Piece]:
    gold = Paint(main, 0.15, 0.95)
    bowl = lathe(
        gold,
        [
            (0.0, 0.15),
            (0.015, 0.15),
            (0.03, 0.175),
            (0.065, 0.22),
            (0.075, 0.29),
            (0.082, 0.355),
            (0.082, 0.355),
            (0.072, 0.357),
            (0.065, 0.28),
            (0.0, 0.22),
        ],
        sides=40,
    )
    stem = lathe(gold, [(0.05, 0.07), (0.045, 0.08), (0.014, 0.10), (0.018, 0.125), (0.012, 0.15)], sides=32)
    handles = both(
        tube(
            gold,
            [(0.078, 0, 0.335), (0.115, 0, 0.335), (0.123, 0, 0.29), (0.10, 0, 0.235), (0.06, 0, 0.215)],
            0.008,
        )
    )
    star = [
        (
            0.026 * (1 if i % 2 == 0 else 0.42) * math.sin(i * math.pi / 5),
            0.026 * (1 if i % 2 == 0 else 0.42) * math.cos(i * math.pi / 5),
        )
        for i in range(10)
    ]
    return [
        bowl,
        stem,
        *handles,
        block(BLACK, (0.13, 0.13, 0.05), bevel=0.006),
        block(BLACK, (0.105, 0.105, 0.022), (0, 0, 0.05), 0.004),
        block(gold, (0.07, 0.004, 0.022), (0, -0.066, 0.014), 0.001),
        prism(CREAM, star, 0.008, "y").moved(0, -0.073, 0.29),
    ]


def _disco_ball(main: Colour = (0.80, 0.83, 0.88)) -> list[Piece]:
    """Mirror tiles in rings."""
    rng = np.random.default_rng(2)
    tiles: list[Piece] = [ball(GRAPHITE, 0.236, fine=24)]
    for row in range(19):
        polar = math.pi * (row + 0.5) / 19
        count = max(4, round(40 * math.sin(polar)))
        for i in range(count):
            light = rng.uniform(0.45, 1.2)
            tile = block(
                Paint(tuple(min(1.0, c * light) for c in main), 0.05, 0.6, 0.5 if light > 1.12 else 0.0),
                (0.037, 0.037, 0.006),
                (0, 0, 0.236),
                0.001,
            )
            tiles.append(turn(turn(tile, "y", math.degrees(polar)), "z", 360 * i / count))
    return [*tiles, drum(STEEL, 0.03, 0.02, (0, 0, 0.235))]


def _snow_globe(main: Colour = (0.50, 0.28, 0.16)) -> list[Piece]:
    """A fir and a house under glass in falling snow."""
    dome = see_through(ball(CLEAR, (0.058, 0.058, 0.056), (0, 0, 0.084), 40))
    fir = [
        drum(LEAF, w, 0.02, (-0.016, 0, z), 0.0) for w, z in ((0.015, 0.062), (0.012, 0.074), (0.009, 0.086))
    ]
    home = [
        block(RED, (0.022, 0.018, 0.02), (0.017, 0, 0.058), 0),
        prism(WHITE, [(0.003, 0.078), (0.031, 0.078), (0.017, 0.091)], 0.022, "y"),
    ]
    snow = [
        ball(WHITE, 0.0013, (0.054 * math.cos(a) * s, 0.054 * math.sin(a) * s, 0.084 + 0.052 * c), 6)
        for i in range(44)
        for a in [2.4 * i]
        for c in [-0.35 + 1.25 * i / 44]
        for s in [math.sqrt(max(0.0, 1 - c * c))]
    ]
    return [
        dome,
        *fir,
        *home,
        *snow,
        lathe(
            Paint(main, 0.3),
            [(0.0, 0.0), (0.056, 0.0), (0.057, 0.006), (0.050, 0.024), (0.052, 0.034), (0.0, 0.036)],
            sides=40,
        ),
        drum(WHITE, 0.048, 0.022, (0, 0, 0.036)),
    ]


MODELS: dict[str, Model] = {
    "chess_piece": _chess_piece, "coin": _coin, "die": _die, "disco_ball": _disco_ball, "domino": _domino,
    "hula_hoop": _hula_hoop, "marble": _marble, "playing_card": _playing_card, "rubiks_cube": _rubiks_cube,
    "snow_globe": _snow_globe, "spinning_top": _spinning_top, "trophy": _trophy,
}  # fmt: skip
