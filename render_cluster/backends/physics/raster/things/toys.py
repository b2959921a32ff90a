"""Models of toys, plain solids and what physics is shown with."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    CREAM,
    GRAPHITE,
    IRON,
    LAMP,
    LEAF,
    OAK,
    PINE,
    RED,
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
    hull,
    lathe,
    prism,
    ring,
    sheet,
    tinted,
    tube,
    turn,
    wheel,
)  # fmt: skip

_CARD = Paint((0.72, 0.54, 0.34), 0.9)
_TAPE = Paint((0.85, 0.74, 0.52), 0.3)


def _crate(main: Colour = (0.68, 0.48, 0.28)) -> list[Piece]:
    """Boards in a frame with a brace on each side."""
    board, frame = Paint(main, 0.75), Paint(tuple(0.8 * c for c in main), 0.75)
    side = [block(board, (0.56, 0.02, 0.105), (0, -0.28, 0.02 + 0.113 * i), 0.006) for i in range(5)]
    side += [block(frame, (0.6, 0.035, 0.075), (0, -0.2825, z), 0.008) for z in (0.0, 0.525)] + both(
        block(frame, (0.075, 0.035, 0.6), (0.2625, -0.2825, 0), 0.008)
    )
    side.append(turn(block(frame, (0.62, 0.03, 0.07), (0, 0, -0.035), 0.008), "y", 45).moved(0, -0.2825, 0.3))
    return [
        *(turn(piece, "z", a) for a in (0, 90, 180, 270) for piece in side),
        *(
            block(board, (0.56, 0.105, 0.02), (0, -0.226 + 0.113 * i, z), 0.006)
            for i in range(5)
            for z in (0.01, 0.565)
        ),
    ]


def _carton(main: Colour = (0.72, 0.54, 0.34)) -> list[Piece]:
    box = block(Paint(main, 0.9), (0.45, 0.38, 0.32), bevel=0.006)
    tape = [
        block(_TAPE, (0.452, 0.05, 0.322), (0, 0, -0.001), 0.005),
        block(Paint(tuple(0.6 * c for c in main), 0.9), (0.44, 0.003, 0.001), (0, 0, 0.3208), 0),
    ]
    marks = [
        block(BLACK, s, p, 0)
        for s, p in (
            ((0.05, 0.002, 0.006), (0.15, -0.191, 0.05)),
            ((0.006, 0.002, 0.05), (0.135, -0.191, 0.055)),
            ((0.006, 0.002, 0.05), (0.165, -0.191, 0.055)),
            ((0.09, 0.002, 0.06), (-0.14, -0.1905, 0.2)),
        )
    ]
    return [box, *tape, *marks[:3], marks[3].painted(*WHITE)]


def _gift(main: Colour = (0.78, 0.10, 0.14)) -> list[Piece]:
    wrap, ribbon = Paint(main, 0.35), Paint((0.98, 0.84, 0.36), 0.25)
    box = [block(wrap, (0.28, 0.28, 0.21), bevel=0.005), block(wrap, (0.30, 0.30, 0.05), (0, 0, 0.20), 0.006)]
    bands = [
        block(ribbon, (0.05, 0.303, 0.252), bevel=0.004),
        block(ribbon, (0.303, 0.05, 0.252), bevel=0.004),
    ]
    bow = [
        tube(
            ribbon,
            [
                (0, 0, 0.25),
                (0.05 * c, 0.05 * s, 0.325),
                (0.11 * c, 0.11 * s, 0.30),
                (0.08 * c, 0.08 * s, 0.26),
                (0, 0, 0.255),
            ],
            [0.008, 0.02, 0.022, 0.018, 0.008],
        )
        for c, s in ((1, 0.2), (-1, -0.2), (0.2, -1), (-0.2, 1))
    ]
    return [*box, *bands, *bow, ball(ribbon, 0.022, (0, 0, 0.265), 14)]


def _barrel(main: Colour = (0.56, 0.36, 0.19)) -> list[Piece]:
    """Staves and hoops."""
    line = [(0.235, 0.0), (0.275, 0.2), (0.293, 0.45), (0.275, 0.7), (0.235, 0.9)]
    body = lathe(Paint(main, 0.65), line, sides=72)
    staves = tinted(
        body,
        lambda p: (np.arctan2(p[:, 1], p[:, 0]) * 18 / (2 * np.pi)) % 1.0 < 0.12,
        Paint(tuple(0.45 * c for c in main), 0.8),
    )
    hoops = [
        lathe(IRON, [(r + 0.005, z), (r + 0.008, z + 0.05)], sides=48)
        for r, z in ((0.246, 0.035), (0.278, 0.2), (0.278, 0.65), (0.250, 0.81))
    ]
    lids = [
        drum(Paint(tuple(0.85 * c for c in main), 0.8), 0.235, 0.02, (0, 0, z), sides=36)
        for z in (0.01, 0.865)
    ]
    return [staves, *hoops, *lids, ring(Paint(main, 0.65), 0.232, 0.012, (0, 0, 0.893), 48)]


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


def _cube(main: Colour = (0.86, 0.62, 0.18)) -> list[Piece]:
    """A wooden toy block with a raised frame on each side."""
    wood = block(Paint(main, 0.4), (0.194, 0.194, 0.194), (0, 0, 0.003), 0.012)
    frame = [block(CREAM, (0.17, 0.006, 0.018), (0, -0.097, z), 0.003) for z in (0.016, 0.166)] + both(
        block(CREAM, (0.018, 0.006, 0.168), (0.076, -0.097, 0.016), 0.003)
    )
    sides = [
        turn(piece.moved(0, 0, -0.1), axis, a).moved(0, 0, 0.1)
        for axis, a in (("z", 0), ("z", 90), ("z", 180), ("z", 270), ("x", 90), ("x", -90))
        for piece in frame
    ]
    return [wood, *sides]


def _brick(main: Colour = (0.66, 0.27, 0.18)) -> list[Piece]:
    return [
        block(Paint(main, 0.95), (0.215, 0.1025, 0.065), bevel=0.004),
        *(
            drum(Paint(tuple(0.5 * c for c in main), 0.95), 0.017, 0.001, (x, 0, 0.0645))
            for x in (-0.06, 0, 0.06)
        ),
    ]


def _plank(main: Colour = (0.76, 0.56, 0.34)) -> list[Piece]:
    grain = [
        block(Paint(tuple(0.84 * c for c in main), 0.75), (0.006, 2.38, 0.041), (x, 0, -0.0005), 0)
        for x in (-0.085, -0.05, -0.02, 0.015, 0.04, 0.078, 0.1)
    ]
    knots = [
        drum(Paint(tuple(0.6 * c for c in main), 0.8), 0.014, 0.0412, (x, y, -0.0006), sides=14).scaled(
            1, 1.7, 1
        )
        for x, y in ((0.05, 0.3), (-0.06, -0.36))
    ]
    return [
        block(Paint(main, 0.7), (0.24, 2.4, 0.04), bevel=0.006),
        *(Part(piece, outlined=False) for piece in (*grain, *knots)),
    ]


def _ramp_wedge(main: Colour = (0.70, 0.52, 0.32)) -> list[Piece]:
    """Boards on a frame, rising to the back."""
    slope = math.degrees(math.atan2(0.66, 2.4))
    boards = [
        turn(
            block(
                Paint(tuple((0.94 if i % 2 else 1.03) * c for c in main), 0.6),
                (1.2, 0.245, 0.035),
                (0, -1.123 + 0.2495 * i, 0),
                0.005,
            ),
            "x",
            slope,
        ).moved(0, 0, 0.325)
        for i in range(10)
    ]
    cheek = both(
        prism(
            Paint(tuple(0.75 * c for c in main), 0.7), [(-1.18, 0.0), (1.18, 0.0), (1.18, 0.63)], 0.05, "x"
        ).moved(0.55, 0, 0)
    )
    return [*boards, *cheek, block(Paint(tuple(0.75 * c for c in main), 0.7), (1.1, 0.05, 0.6), (0, 1.15, 0))]


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


def _newtons_cradle(main: Colour = (0.82, 0.84, 0.86)) -> list[Piece]:
    frame = [
        tube(
            CHROME,
            [
                (-0.085, y, 0.01),
                (-0.085, y, 0.16),
                (-0.08, y, 0.167),
                (0.08, y, 0.167),
                (0.085, y, 0.16),
                (0.085, y, 0.01),
            ],
            0.0035,
        )
        for y in (-0.055, 0.055)
    ]
    balls = [
        p
        for x in np.linspace(-0.044, 0.044, 5)
        for p in (
            ball(Paint(main, 0.08, 0.95), 0.011, (x, 0, 0.055), 20),
            *bars(STEEL, 0.0006, ((x, 0, 0.065), (x, -0.055, 0.166)), ((x, 0, 0.065), (x, 0.055, 0.166))),
        )
    ]
    return [*frame, *balls, block(BLACK, (0.20, 0.14, 0.012))]


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


def _balloon(main: Colour = (0.86, 0.10, 0.14)) -> list[Piece]:
    body = lathe(
        Paint(main, 0.08),
        [
            (0.0, 0.095),
            (0.02, 0.098),
            (0.075, 0.17),
            (0.135, 0.265),
            (0.125, 0.36),
            (0.07, 0.415),
            (0.0, 0.43),
        ],
        sides=44,
    )
    knot = lathe(Paint(main, 0.2), [(0.016, 0.078), (0.005, 0.092), (0.008, 0.10)], sides=16)
    return [
        body,
        knot,
        tube(WHITE, [(0, 0, 0.08), (0.01, 0, 0.055), (-0.01, 0, 0.03), (0.005, 0, 0.005)], 0.0015),
        ball(Paint((1, 1, 1), 0.1, 0, 0.5), (0.012, 0.006, 0.026), (-0.062, -0.100, 0.335), 10),
    ]


def _kite(main: Colour = (0.86, 0.14, 0.16)) -> list[Piece]:
    """A diamond of four colours with a tail of bows."""
    corners = ((0.0, 1.5), (0.45, 1.1), (0.0, 0.45), (-0.45, 1.1))
    hues = (
        Paint(main, 0.6),
        Paint((0.98, 0.80, 0.14), 0.6),
        Paint((0.14, 0.42, 0.80), 0.6),
        Paint((0.20, 0.66, 0.34), 0.6),
    )
    panels = [
        prism(p, [corners[i], corners[(i + 1) % 4], (0.0, 1.1)], 0.008, "y") for i, p in enumerate(hues)
    ]
    tail = tube(WHITE, [(0, 0, 0.45), (0.08, 0.05, 0.32), (-0.06, -0.04, 0.18), (0.05, 0.05, 0.03)], 0.005)
    bows = [
        p
        for (x, y, z), hue in zip(
            ((0.07, 0.04, 0.34), (-0.01, 0.0, 0.25), (-0.06, -0.04, 0.17), (0.0, 0.0, 0.09)),
            hues,
            strict=True,
        )
        for p in both(prism(hue, [(0, 0), (0.055, 0.03), (0.055, -0.03)], 0.008, "y"))
        for p in [p.moved(x, y, z)]
    ]
    return [
        *(Part(p, Material.CLOTH) for p in panels),
        *bars(PINE, 0.007, ((0, 0.008, 0.45), (0, 0.008, 1.5)), ((-0.45, 0.008, 1.1), (0.45, 0.008, 1.1))),
        tail,
        *bows,
        bar(WHITE, (0, 0, 1.25), (0, -0.16, 1.0), 0.003),
        bar(WHITE, (0, 0, 0.7), (0, -0.16, 1.0), 0.003),
    ]


def _paper_plane(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    """A dart, its nose to -y."""
    nose, tail_y = (0.0, -0.145, 0.05), 0.145
    wing = [
        (nose, (0.10, tail_y, 0.075), (0.012, tail_y, 0.058)),
        (nose, (0.012, tail_y, 0.058), (0.0, tail_y, 0.0)),
    ]
    faces = []
    for a, b, c in wing:

        def flat(u: np.ndarray, v: np.ndarray, a: tuple = a, b: tuple = b, c: tuple = c) -> np.ndarray:
            edge = np.array(b) * u[..., None] + np.array(c) * (1 - u[..., None])
            return np.array(a) * (1 - v[..., None]) + edge * v[..., None]

        faces.append(sheet(Paint(main, 0.75), flat, 4))
    return both(*faces)


def _paper_boat(main: Colour = (0.94, 0.95, 0.96)) -> list[Piece]:
    paint, shade = Paint(main, 0.8), Paint(tuple(0.86 * c for c in main), 0.8)
    hull_ = [prism(paint, [(-0.13, 0.075), (-0.075, 0.0), (0.075, 0.0), (0.13, 0.075)], 0.004, "x")]
    side = turn(hull_[0], "y", 24).moved(0.026, 0, 0.0)
    sail = prism(shade, [(-0.055, 0.03), (0.055, 0.03), (0.0, 0.13)], 0.01, "x")
    floor = hull(
        shade,
        [
            (-0.125, 0.002, 0.055, 0.07),
            (-0.07, 0.03, 0.005, 0.05),
            (0.07, 0.03, 0.005, 0.05),
            (0.125, 0.002, 0.055, 0.07),
        ],
        2,
    )
    return [*both(side), sail, floor]


def _rubber_duck(main: Colour = (0.98, 0.80, 0.10)) -> list[Piece]:
    """Facing -y."""
    paint = Paint(main, 0.15)
    body = hull(
        paint,
        [
            (-0.045, 0.014, 0.012, 0.04),
            (-0.03, 0.036, 0.0, 0.052),
            (0.01, 0.0425, 0.0, 0.055),
            (0.04, 0.026, 0.014, 0.056),
            (0.056, 0.008, 0.044, 0.066),
            (0.060, 0.003, 0.056, 0.066),
        ],
        2.3,
    )
    head = ball(paint, (0.029, 0.028, 0.027), (0, -0.022, 0.075), 28)
    beak = [
        ball(Paint((0.94, 0.40, 0.05), 0.2), (0.014, 0.014, 0.004), (0, -0.050, z), 14)
        for z in (0.071, 0.066)
    ]
    eyes = both(
        ball(BLACK, 0.0045, (0.0125, -0.046, 0.083), 12), ball(WHITE, 0.0015, (0.0135, -0.0502, 0.085), 8)
    )
    return [body, head, *beak, *eyes, *both(ball(paint, (0.010, 0.026, 0.016), (0.040, 0.010, 0.036), 16))]


def _teddy_bear(main: Colour = (0.62, 0.40, 0.22)) -> list[Piece]:
    """Sitting, facing -y."""
    fur, pale = Paint(main, 0.95), Paint(tuple(min(1.0, 1.35 * c + 0.08) for c in main), 0.95)
    body = [
        ball(fur, (0.105, 0.092, 0.118), (0, 0, 0.13)),
        ball(pale, (0.072, 0.05, 0.08), (0, -0.052, 0.13)),
    ]
    head = [
        ball(fur, (0.098, 0.088, 0.088), (0, -0.01, 0.31), 30),
        ball(pale, (0.042, 0.036, 0.034), (0, -0.085, 0.292)),
        ball(BLACK, (0.015, 0.011, 0.011), (0, -0.120, 0.306), 14),
        *both(
            ball(BLACK, 0.0105, (0.036, -0.088, 0.330), 12),
            ball(fur, (0.036, 0.018, 0.036), (0.076, 0.0, 0.385)),
            ball(pale, (0.023, 0.010, 0.023), (0.076, -0.015, 0.385)),
        ),
    ]
    arms = both(turn(ball(fur, (0.036, 0.042, 0.075), (0, 0, 0)), "y", 38).moved(0.118, -0.035, 0.17))
    legs = both(
        ball(fur, (0.050, 0.092, 0.048), (0.085, -0.085, 0.048)),
        turn(drum(pale, 0.036, 0.006), "x", 90).moved(0.085, -0.172, 0.05),
    )
    bow = [
        *both(ball(RED, (0.03, 0.012, 0.02), (0.028, -0.09, 0.225), 12)),
        ball(RED, 0.012, (0, -0.098, 0.225), 12),
    ]
    smile = tube(BLACK, [(-0.018, -0.117, 0.285), (0, -0.122, 0.278), (0.018, -0.117, 0.285)], 0.003)
    return [*(Part(p, Material.CLOTH) for p in (*body, *arms, *legs)), *head, *bow, smile]


def _doll(main: Colour = (0.90, 0.35, 0.55)) -> list[Piece]:
    """A rag doll in a dress."""
    skin, hair = Paint((0.93, 0.76, 0.64), 0.8), Paint((0.52, 0.26, 0.12), 0.9)
    dress = lathe(
        Paint(main, 0.9), [(0.095, 0.12), (0.075, 0.18), (0.045, 0.25), (0.042, 0.29), (0.0, 0.30)], sides=32
    )
    head = [
        ball(skin, (0.062, 0.058, 0.064), (0, 0, 0.365)),
        ball(hair, (0.067, 0.060, 0.062), (0, 0.012, 0.378)),
        *both(
            ball(hair, (0.025, 0.025, 0.045), (0.082, 0.01, 0.35)),
            ball(BLACK, 0.007, (0.022, -0.053, 0.372), 10),
            ball(Paint((0.92, 0.5, 0.5), 0.8), (0.010, 0.004, 0.007), (0.034, -0.049, 0.352), 10),
        ),
        tube(RED, [(-0.015, -0.056, 0.348), (0, -0.058, 0.343), (0.015, -0.056, 0.348)], 0.003),
    ]
    limbs = both(
        bar(skin, (0.042, 0, 0.27), (0.105, -0.01, 0.20), 0.016),
        ball(skin, 0.018, (0.108, -0.01, 0.195), 12),
        bar(WHITE, (0.03, 0, 0.14), (0.032, 0, 0.03), 0.018),
        ball(BLACK, (0.02, 0.03, 0.018), (0.032, -0.012, 0.018), 12),
    )
    return [dress, *head, *limbs, lathe(WHITE, [(0.044, 0.285), (0.052, 0.278)], sides=24)]


def _robot(main: Colour = (0.70, 0.74, 0.79)) -> list[Piece]:
    """Head with lit eyes, a box for a chest, jointed limbs."""
    metal, joint = Paint(main, 0.25, 0.7), Paint((0.20, 0.22, 0.25), 0.4, 0.5)
    eye = Paint((0.25, 0.85, 1.0), 0.3, 0, 2.4)
    head = [
        block(metal, (0.36, 0.30, 0.28), (0, 0, 1.22), 0.05),
        block(BLACK, (0.29, 0.02, 0.12), (0, -0.150, 1.31), 0.01),
        *both(
            turn(drum(eye, 0.036, 0.012), "x", 90).moved(0.075, -0.158, 1.37),
            turn(drum(joint, 0.055, 0.03), "y", 90).moved(0.175, 0, 1.36),
        ),
        bar(STEEL, (0, 0, 1.5), (0, 0, 1.57), 0.010),
        ball(Paint((1.0, 0.25, 0.15), 0.3, 0, 1.5), 0.026, (0, 0, 1.575), 14),
        *(block(joint, (0.012, 0.012, 0.05), (x, -0.15, 1.245), 0) for x in np.linspace(-0.06, 0.06, 5)),
    ]
    chest = [
        block(metal, (0.50, 0.34, 0.46), (0, 0, 0.70), 0.05),
        block(joint, (0.30, 0.02, 0.20), (0, -0.168, 0.86), 0.01),
        *(
            turn(drum(Paint(c, 0.3, 0, 1.2), 0.022, 0.012), "x", 90).moved(x, -0.178, 0.98)
            for x, c in ((-0.09, (1, 0.2, 0.15)), (0.0, (1, 0.8, 0.1)), (0.09, (0.2, 1, 0.35)))
        ),
        block(Paint((0.2, 0.5, 0.8), 0.3, 0, 0.6), (0.24, 0.015, 0.05), (0, -0.174, 0.88), 0.004),
        drum(joint, 0.08, 0.07, (0, 0, 1.15)),
        block(metal, (0.34, 0.26, 0.10), (0, 0, 0.60), 0.03),
    ]
    arms = both(
        ball(joint, 0.085, (0.31, 0, 1.07)),
        bar(joint, (0.32, 0, 1.05), (0.35, 0, 0.84), 0.05),
        ball(joint, 0.058, (0.355, 0, 0.82)),
        block(metal, (0.11, 0.12, 0.24), (0.365, -0.02, 0.57), 0.03),
        *(
            bar(joint, (0.365 + dx, -0.02, 0.57), (0.365 + 1.3 * dx, -0.05, 0.49), 0.016)
            for dx in (-0.03, 0.03)
        ),
    )
    legs = both(
        bar(joint, (0.11, 0, 0.60), (0.12, 0, 0.34), 0.055),
        ball(joint, 0.066, (0.12, 0, 0.34)),
        block(metal, (0.14, 0.16, 0.26), (0.12, 0, 0.07), 0.03),
        block(joint, (0.18, 0.30, 0.09), (0.12, -0.05, 0.0), 0.03),
    )
    return [*head, *chest, *arms, *legs]


def _toy_car(main: Colour = (0.86, 0.14, 0.10)) -> list[Piece]:
    body = hull(
        Paint(main, 0.1),
        [
            (-0.115, 0.034, 0.018, 0.034),
            (-0.10, 0.045, 0.014, 0.044),
            (0.0, 0.047, 0.014, 0.050),
            (0.10, 0.045, 0.014, 0.048),
            (0.115, 0.034, 0.018, 0.040),
        ],
        4,
    )
    cabin = hull(
        Paint((0.60, 0.82, 0.92), 0.08),
        [
            (-0.06, 0.034, 0.045, 0.050),
            (-0.03, 0.036, 0.045, 0.082),
            (0.05, 0.036, 0.045, 0.084),
            (0.085, 0.034, 0.045, 0.050),
        ],
        4,
    )
    roof = block(Paint(main, 0.1), (0.06, 0.075, 0.005), (0, 0.01, 0.0815), 0.002)
    wheels = [
        piece
        for x in (-0.043, 0.043)
        for y in (-0.068, 0.07)
        for piece in wheel(0.024, 0.020, (x, y, 0.024), Paint((0.98, 0.82, 0.15), 0.3), 6)
    ]
    return [
        body,
        cabin,
        roof,
        *wheels,
        *both(ball(Paint((1.0, 0.95, 0.8), 0.2, 0, 0.6), (0.009, 0.005, 0.006), (0.028, -0.112, 0.034), 12)),
    ]


def _toy_train(main: Colour = (0.82, 0.14, 0.12)) -> list[Piece]:
    """A wooden engine in bright colours."""
    blue, yellow, green = (
        Paint((0.14, 0.36, 0.74), 0.25),
        Paint((0.98, 0.78, 0.12), 0.25),
        Paint((0.18, 0.58, 0.28), 0.25),
    )
    boiler = turn(drum(Paint(main, 0.2), 0.032, 0.15), "x", 90).moved(0, 0.03, 0.065)
    cab = [
        block(blue, (0.08, 0.085, 0.075), (0, 0.07, 0.03), 0.004),
        block(yellow, (0.09, 0.10, 0.010), (0, 0.07, 0.108), 0.004),
        *both(block(CREAM, (0.004, 0.04, 0.03), (0.0395, 0.07, 0.068), 0)),
    ]
    front = [
        turn(drum(yellow, 0.028, 0.008), "x", 90).moved(0, -0.12, 0.065),
        drum(blue, 0.012, 0.025, (0, -0.085, 0.09), 0.018),
        ball(yellow, 0.014, (0, -0.035, 0.098), 14),
        ball(LAMP, 0.008, (0, -0.128, 0.065), 10),
    ]
    wheels = [
        turn(drum(p, r, 0.012, (0, 0, -0.006)), "y", 90).moved(s * 0.038, y, r)
        for s in (-1, 1)
        for y, r, p in ((-0.09, 0.021, green), (-0.03, 0.021, green), (0.07, 0.030, yellow))
    ]
    return [block(PINE, (0.062, 0.25, 0.02), (0, 0, 0.022)), boiler, *cab, *front, *wheels]


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
    """A fir and a house under glass in falling snow, seen through the front."""
    dome = ball(Paint((0.72, 0.86, 0.94), 0.03), (0.058, 0.058, 0.056), (0, 0, 0.084), 40)
    fir = [
        prism(LEAF, [(-w, z), (w, z), (0, z + 0.02)], 0.004, "y").moved(
            -0.016, -0.0565 + 0.15 * (z - 0.075) ** 2, 0
        )
        for w, z in ((0.015, 0.062), (0.012, 0.074), (0.009, 0.086))
    ]
    home = [
        block(RED, (0.022, 0.004, 0.016), (0.017, -0.055, 0.062), 0),
        prism(WHITE, [(0.003, 0.078), (0.031, 0.078), (0.017, 0.091)], 0.004, "y").moved(0, -0.0565, 0),
    ]
    snow = [
        ball(WHITE, 0.0013, (0.0585 * math.cos(a) * s, -0.0585 * abs(math.sin(a)) * s, 0.084 + 0.056 * c), 6)
        for i in range(44)
        for a in [0.4 + 2.4 * i % 2.4]
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
    "anchor": _anchor, "anvil": _anvil, "balloon": _balloon, "barrel": _barrel, "brick": _brick, "carton":
    _carton, "chess_piece": _chess_piece, "coin": _coin, "crate": _crate, "cube": _cube, "die": _die,
    "disco_ball": _disco_ball, "doll": _doll, "domino": _domino, "gear": _gear, "gift": _gift, "hula_hoop":
    _hula_hoop, "kite": _kite, "lifebuoy": _lifebuoy, "magnet": _magnet, "marble": _marble,
    "newtons_cradle": _newtons_cradle, "paper_boat": _paper_boat, "paper_plane": _paper_plane, "pendulum":
    _pendulum, "plank": _plank, "playing_card": _playing_card, "ramp_wedge": _ramp_wedge, "robot": _robot,
    "rubber_duck": _rubber_duck, "rubiks_cube": _rubiks_cube, "snow_globe": _snow_globe, "spinning_top":
    _spinning_top, "spring": _spring, "teddy_bear": _teddy_bear, "toy_car": _toy_car, "toy_train":
    _toy_train, "trophy": _trophy, "tyre": _tyre, "wrecking_ball": _wrecking_ball,
}  # fmt: skip
