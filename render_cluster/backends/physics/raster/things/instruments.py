"""Models of what music is made with."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CHROME,
    CREAM,
    PINE,
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
    tube,
    turn,
)  # fmt: skip

_EBONY = Paint((0.07, 0.05, 0.045), 0.4)


def _guitar(main: Colour = (0.72, 0.42, 0.17)) -> list[Piece]:
    """Upright, strings to the front."""
    return _strings(Paint(main, 0.15), 0.19, 0.47, 0.10, 1.0, 6, sound_hole=True)


def _violin(main: Colour = (0.52, 0.22, 0.08)) -> list[Piece]:
    rest = ball(_EBONY, (0.03, 0.02, 0.022), (-0.06, -0.035, 0.03), 14)
    bow = [
        tube(
            Paint((0.32, 0.16, 0.09), 0.4),
            [(0.10, -0.045, 0.02), (0.075, -0.05, 0.3), (0.085, -0.045, 0.59)],
            0.004,
        ),
        bar(CREAM, (0.094, -0.05, 0.03), (0.08, -0.05, 0.58), 0.0025),
    ]
    return [*_strings(Paint(main, 0.12), 0.105, 0.355, 0.04, 0.60, 4, sound_hole=False), rest, *bow]


def _cello(main: Colour = (0.50, 0.22, 0.09)) -> list[Piece]:
    return [
        *(
            piece.moved(0, 0, 0.12)
            for piece in _strings(Paint(main, 0.12), 0.225, 0.76, 0.13, 1.13, 4, sound_hole=False)
        ),
        bar(STEEL, (0, 0, 0), (0, 0, 0.16), 0.008),
    ]


def _piano(main: Colour = (0.05, 0.05, 0.055)) -> list[Piece]:
    """A grand: the curved case, keys to the front, the lid up on its prop."""
    lacquer = Paint(main, 0.06)
    line = [
        (-0.75, -0.62),
        (0.75, -0.62),
        (0.75, 0.0),
        (0.66, 0.30),
        (0.36, 0.48),
        (0.18, 0.72),
        (-0.10, 0.92),
        (-0.48, 0.96),
        (-0.72, 0.80),
        (-0.75, 0.5),
    ]
    case = prism(lacquer, line, 0.28, "z").moved(0, 0, 0.74)
    gold = prism(BRASS, [(0.93 * x, 0.93 * y + 0.03) for x, y in line], 0.02, "z").moved(0, 0, 0.875)
    lid = turn(
        prism(
            lacquer,
            [
                (0.0, -0.35),
                (1.5, -0.35),
                (1.5, 0.0),
                (1.41, 0.30),
                (1.11, 0.48),
                (0.93, 0.72),
                (0.65, 0.92),
                (0.27, 0.96),
                (0.03, 0.80),
                (0.0, 0.5),
            ],
            0.025,
            "z",
        ),
        "y",
        -34,
    ).moved(-0.75, 0, 0.90)
    keys = [block(WHITE, (0.0255, 0.15, 0.02), (-0.66 + 0.0265 * i, -0.70, 0.72), 0.001) for i in range(51)]
    black = [
        block(BLACK, (0.014, 0.095, 0.03), (-0.647 + 0.0265 * i, -0.672, 0.725), 0.001)
        for i in range(50)
        if i % 7 not in (2, 6)
    ]
    bed = [
        block(lacquer, (1.5, 0.22, 0.10), (0, -0.70, 0.62)),
        *both(block(lacquer, (0.07, 0.22, 0.24), (0.715, -0.70, 0.62))),
        block(lacquer, (1.36, 0.02, 0.14), (0, -0.615, 0.74)),
    ]
    rest = turn(block(lacquer, (0.7, 0.02, 0.22)), "x", -16).moved(0, -0.45, 0.88)
    legs = [
        bar(lacquer, (x, y, 0.62), (x, y, 0.03), 0.075, 0.045)
        for x, y in ((-0.62, -0.55), (0.62, -0.55), (-0.3, 0.72))
    ]
    prop = bar(lacquer, (0.60, -0.1, 0.86), (0.28, -0.1, 1.56), 0.012)
    pedals = [block(BRASS, (0.03, 0.16, 0.015), (x, -0.42, 0.06)) for x in (-0.07, 0, 0.07)]
    return [
        case,
        gold,
        lid,
        *keys,
        *black,
        *bed,
        rest,
        *legs,
        prop,
        *pedals,
        block(lacquer, (0.26, 0.05, 0.55), (0, -0.32, 0.08)),
    ]


def _drum_(main: Colour = (0.78, 0.10, 0.10)) -> list[Piece]:
    shell = drum(Paint(main, 0.12), 0.175, 0.26, (0, 0, 0.03), sides=40)
    hoops = [
        p
        for z in (0.035, 0.285)
        for p in (
            ring(CHROME, 0.18, 0.010, (0, 0, z), 40),
            drum(CHROME, 0.181, 0.03, (0, 0, z - 0.015), sides=40),
        )
    ]
    skin = drum(CREAM, 0.173, 0.01, (0, 0, 0.292), sides=40)
    lugs = [
        p
        for x, y, _ in circle(8, 0.182)
        for p in (
            block(CHROME, (0.018, 0.018, 0.05), (x, y, 0.135)),
            bar(CHROME, (x, y, 0.03), (x, y, 0.29), 0.004),
        )
    ]
    sticks = [
        bar(PINE, (-0.15 + 0.05 * i, -0.15, 0.312), (0.10 - 0.02 * i, 0.12 + 0.03 * i, 0.312), 0.008, 0.006)
        for i in range(2)
    ]
    return [shell, *hoops, skin, *lugs, *sticks]


def _drum_kit(main: Colour = (0.78, 0.10, 0.10)) -> list[Piece]:
    def one(radius: float, deep: float) -> list[Mesh]:
        return [
            drum(Paint(main, 0.12), radius, deep, sides=36),
            drum(CREAM, radius * 0.98, 0.008, (0, 0, deep), sides=36),
            *(ring(CHROME, radius, 0.012, (0, 0, z), 36) for z in (0.0, deep)),
        ]

    bass = [turn(piece, "x", 90).moved(0, 0.1, 0.30) for piece in one(0.29, 0.42)]
    toms = [turn(piece, "x", 18).moved(x, -0.05, 0.66) for x in (-0.2, 0.2) for piece in one(0.15, 0.2)]
    floor = [
        piece.moved(x, 0.38, z)
        for x, r, z in ((-0.58, 0.19, 0.42), (0.58, 0.21, 0.25))
        for piece in one(r, 0.14 if x < 0 else 0.34)
    ]
    cymbals = [
        p
        for x, y, z, r in ((-0.72, 0.0, 1.12, 0.22), (0.66, 0.0, 1.18, 0.24), (-0.8, 0.5, 0.86, 0.17))
        for p in (
            turn(lathe(BRASS, [(r, 0.0), (0.3 * r, 0.02), (0.12 * r, 0.05), (0.0, 0.055)]), "x", 10).moved(
                x, y, z
            ),
            bar(CHROME, (x, y, 0.04), (x, y, z + 0.05), 0.012),
            *bars(
                CHROME,
                0.010,
                *(
                    ((x, y, 0.25), (x + 0.17 * math.cos(a), y + 0.17 * math.sin(a), 0))
                    for a in (0.5, 2.6, 4.7)
                ),
            ),
        )
    ]
    legs = [
        bar(CHROME, (x + dx, 0.38 + dy, 0), (x + 0.8 * dx, 0.38 + 0.8 * dy, 0.5), 0.01)
        for x in (-0.58, 0.58)
        for dx, dy in ((0.2, 0), (-0.12, 0.17), (-0.12, -0.17))
    ]
    return [
        *bass,
        *toms,
        *floor,
        *cymbals,
        *legs,
        bar(CHROME, (0, 0, 0.55), (0, 0, 0.80), 0.02),
        bar(CHROME, (-0.2, -0.02, 0.74), (0.2, -0.02, 0.74), 0.012),
    ]


def _microphone(main: Colour = (0.10, 0.10, 0.11)) -> list[Piece]:
    """On a round-footed stand."""
    stand = [
        lathe(
            Paint(main, 0.4),
            [(0.0, 0.0), (0.16, 0.0), (0.16, 0.01), (0.15, 0.02), (0.02, 0.04), (0.0, 0.04)],
            sides=40,
        ),
        bar(CHROME, (0, 0, 0.03), (0, 0, 0.85), 0.012),
        bar(CHROME, (0, 0, 0.8), (0, 0, 1.32), 0.008),
        drum(BLACK, 0.018, 0.06, (0, 0, 0.82)),
    ]
    mic = [
        lathe(Paint(main, 0.35), [(0.012, 0.0), (0.02, 0.15), (0.024, 0.16), (0.024, 0.16), (0.0, 0.16)]),
        ball(STEEL, (0.031, 0.031, 0.035), (0, 0, 0.182)),
        ring(BLACK, 0.031, 0.004, (0, 0, 0.182), 28),
    ]
    return [*stand, *(turn(piece, "x", 38).moved(0, 0.03, 1.315) for piece in mic)]


def _strings(
    wood: Paint, half: float, body_high: float, deep: float, high: float, count: int, sound_hole: bool
) -> list[Mesh]:
    """A waisted body with its neck up, strings to -y."""
    angle = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    across = (
        half
        * np.cos(angle)
        * np.where(np.sin(angle) > 0, 0.80, 1.0)
        * (1 - 0.30 * np.exp(-(((np.sin(angle) - 0.12) / 0.26) ** 2)))
    )
    along = body_high / 2 * (1 + np.sin(angle))
    line = list(zip(across, along, strict=True))
    face = Paint((0.88, 0.68, 0.40), 0.25) if sound_hole else wood
    rim = Paint(tuple(c * 0.55 for c in wood.colour), 0.2)
    body = [
        prism(rim, line, deep, "y"),
        prism(
            face,
            [(0.965 * x, body_high / 2 + 0.965 * (z - body_high / 2)) for x, z in line],
            deep * 1.06,
            "y",
        ),
    ]
    front = -deep * 0.53
    neck_w, head = 0.14 * half + 0.012, high - 0.16 * high
    pieces = [
        *body,
        block(
            _EBONY, (2 * neck_w, 0.02, head - 0.55 * body_high), (0, front - 0.006, 0.55 * body_high), 0.002
        ),
        block(wood, (1.8 * neck_w, 0.028, head - body_high * 0.97), (0, front + 0.012, body_high * 0.97)),
    ]
    pieces.append(block(rim, (2.3 * neck_w, 0.022, high - head), (0, front + 0.006, head), 0.004))
    pieces += both(
        *(
            turn(drum(CREAM, 0.011 * high, 0.03 * high), "y", 90).moved(
                1.1 * neck_w, front, head + (0.3 + 0.55 * i / max(1, count // 2 - 1)) * (high - head)
            )
            for i in range(count // 2)
        )
    )
    bridge_z = 0.24 * body_high if sound_hole else 0.38 * body_high
    pieces.append(block(_EBONY, (half * 0.62, 0.018, 0.022), (0, front - 0.006, bridge_z)))
    for i in range(count):
        x = (i / (count - 1) - 0.5) * 1.5 * neck_w
        pieces.append(
            bar(
                CHROME,
                (1.25 * x, front - 0.018, bridge_z),
                (x, front - 0.018, head + 0.02),
                0.0011 * (1 + high),
            )
        )
    if sound_hole:
        pieces += [
            turn(drum(_EBONY, 0.26 * half, 0.003), "x", 90).moved(0, front - 0.0005, 0.50 * body_high),
            turn(ring(rim, 0.29 * half, 0.006), "x", 90).moved(0, front, 0.50 * body_high),
        ]
        pieces += [
            block(STEEL, (1.9 * neck_w, 0.003, 0.004), (0, front - 0.016, z), 0)
            for z in np.linspace(body_high * 0.62, head, 15)
        ]
    else:
        pieces += both(
            tube(
                _EBONY,
                [
                    (0.36 * half, front - 0.001, 0.30 * body_high),
                    (0.44 * half, front - 0.001, 0.36 * body_high),
                    (0.34 * half, front - 0.001, 0.44 * body_high),
                    (0.42 * half, front - 0.001, 0.50 * body_high),
                ],
                0.012 * half + 0.0012,
            )
        )
        pieces.append(
            prism(
                _EBONY,
                [
                    (-0.16 * half, 0.30 * body_high),
                    (0.16 * half, 0.30 * body_high),
                    (0.07 * half, 0.04 * body_high),
                    (-0.07 * half, 0.04 * body_high),
                ],
                0.012,
                "y",
            ).moved(0, front - 0.012, 0)
        )
    return pieces


MODELS: dict[str, Model] = {
    "cello": _cello, "drum": _drum_, "drum_kit": _drum_kit, "guitar": _guitar, "microphone": _microphone,
    "piano": _piano, "violin": _violin,
}  # fmt: skip
