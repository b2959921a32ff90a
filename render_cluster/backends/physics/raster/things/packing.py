"""Models of crates, boxes and building pieces."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CREAM,
    IRON,
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
    tinted,
    tube,
    turn,
)  # fmt: skip

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


MODELS: dict[str, Model] = {
    "barrel": _barrel, "brick": _brick, "carton": _carton, "crate": _crate, "cube": _cube, "gift": _gift,
    "plank": _plank, "ramp_wedge": _ramp_wedge,
}  # fmt: skip
