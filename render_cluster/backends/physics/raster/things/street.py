"""Models of what stands along a street."""

import math
from itertools import pairwise

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    GRAPHITE,
    IRON,
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
    tube,
    turn,
)  # fmt: skip

_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "E": (((1, 1), (0, 1), (0, 0), (1, 0)), ((0, 0.5), (0.8, 0.5))),
    "N": (((0, 0), (0, 1), (1, 0), (1, 1)),),
    "O": (((0.2, 0), (0, 0.25), (0, 0.75), (0.2, 1), (0.8, 1), (1, 0.75), (1, 0.25), (0.8, 0), (0.2, 0)),),
    "P": (((0, 0), (0, 1), (0.8, 1), (1, 0.88), (1, 0.62), (0.8, 0.5), (0, 0.5)),),
    "S": (
        (
            (1, 0.9),
            (0.8, 1),
            (0.2, 1),
            (0, 0.85),
            (0, 0.65),
            (0.2, 0.52),
            (0.8, 0.48),
            (1, 0.35),
            (1, 0.15),
            (0.8, 0),
            (0.2, 0),
            (0, 0.1),
        ),
    ),
    "T": (((0, 1), (1, 1)), ((0.5, 1), (0.5, 0))),
}


def _bench(main: Colour = (0.58, 0.40, 0.25)) -> list[Piece]:
    slats = [
        block(Paint(main, 0.7), (1.5, 0.085, 0.035), (0, -0.22 + 0.11 * i, 0.42), 0.01) for i in range(4)
    ]
    slats += [
        turn(block(Paint(main, 0.7), (1.5, 0.03, 0.09)), "x", -10).moved(
            0, 0.20 + 0.022 * i, 0.54 + 0.115 * i
        )
        for i in range(3)
    ]
    iron = [
        tube(
            IRON,
            [
                (x, -0.27, 0.0),
                (x, -0.24, 0.30),
                (x, -0.20, 0.41),
                (x, 0.14, 0.41),
                (x, 0.20, 0.55),
                (x, 0.28, 0.85),
            ],
            0.022,
        )
        for x in (-0.62, 0.62)
    ]
    iron += [tube(IRON, [(x, 0.27, 0.0), (x, 0.20, 0.25), (x, 0.12, 0.41)], 0.022) for x in (-0.62, 0.62)]
    arms = [
        tube(IRON, [(x, -0.20, 0.41), (x, -0.24, 0.60), (x, 0.02, 0.64), (x, 0.21, 0.62)], 0.018)
        for x in (-0.62, 0.62)
    ]
    return [*slats, *iron, *arms]


def _street_lamp(main: Colour = (0.10, 0.14, 0.13)) -> list[Piece]:
    """A cast-iron post with a glazed lantern."""
    iron = Paint(main, 0.4, 0.4)
    post = lathe(
        iron,
        [
            (0.0, 0.0),
            (0.21, 0.0),
            (0.21, 0.0),
            (0.21, 0.12),
            (0.13, 0.2),
            (0.10, 0.6),
            (0.065, 0.75),
            (0.05, 2.0),
            (0.042, 3.05),
            (0.08, 3.1),
            (0.0, 3.12),
        ],
    )
    lantern = [
        turn(drum(Paint((1.0, 0.90, 0.66), 0.2, 0, 1.8), 0.15, 0.42, (0, 0, 3.18), 0.21, 6), "z", 30),
        *(
            bar(
                iron,
                (0.15 * math.cos(a), 0.15 * math.sin(a), 3.17),
                (0.215 * math.cos(a), 0.215 * math.sin(a), 3.6),
                0.012,
            )
            for a in np.arange(0, 6.2, math.pi / 3)
        ),
    ]
    cap = [
        turn(drum(iron, 0.24, 0.16, (0, 0, 3.6), 0.07, 6), "z", 0),
        ball(iron, 0.05, (0, 0, 3.82), 12),
        drum(iron, 0.02, 0.08, (0, 0, 3.82)),
    ]
    return [post, *lantern, *cap, bar(iron, (-0.22, 0, 2.85), (0.22, 0, 2.85), 0.018)]


def _traffic_light(main: Colour = (0.12, 0.13, 0.12)) -> list[Piece]:
    case = block(Paint(main, 0.4), (0.34, 0.24, 0.98), (0, -0.02, 2.2), 0.03)
    rim = block(Paint((0.93, 0.75, 0.10), 0.5), (0.40, 0.05, 1.04), (0, 0.09, 2.16), 0.03)
    lamps: list[Piece] = []
    for z, colour, glow in (
        (3.00, (0.95, 0.08, 0.05), 1.6),
        (2.69, (0.55, 0.38, 0.05), 0.0),
        (2.38, (0.06, 0.32, 0.12), 0.0),
    ):
        lamps.append(turn(drum(Paint(colour, 0.25, 0.0, glow), 0.115, 0.03), "x", 90).moved(0, -0.13, z))
        hood = lathe(Paint(main, 0.5), [(0.125, 0.0), (0.125, 0.16)], sides=24)
        keep = hood.points[hood.faces][:, :, 1].mean(1) > -0.05
        half = Mesh(hood.points, hood.normals, hood.faces[keep], hood.colours, hood.surfaces)
        lamps.append(turn(half, "x", 90).moved(0, -0.13, z))
    pole = bar(GRAPHITE, (0, 0.1, 0), (0, 0.1, 2.3), 0.055)
    return [
        case,
        rim,
        *lamps,
        pole,
        drum(GRAPHITE, 0.15, 0.06, (0, 0.06, 0)),
        block(IRON, (0.2, 0.16, 0.3), (0, 0.06, 0.9)),
    ]


def _stop_sign(main: Colour = (0.78, 0.07, 0.07)) -> list[Piece]:
    def face(radius: float, thick: float, paint: Paint) -> Mesh:
        corners = [
            (
                radius * math.cos(math.pi / 8 + i * math.pi / 4),
                radius * math.sin(math.pi / 8 + i * math.pi / 4),
            )
            for i in range(8)
        ]
        return prism(paint, corners, thick, "y")

    z = 2.20
    plates = [face(0.411, 0.012, WHITE), face(0.385, 0.016, Paint(main, 0.4))]
    letters = _letters("STOP", 0.125, 0.25, 0.026)
    return [
        *(piece.moved(0, -0.03, z) for piece in plates),
        *(piece.moved(0, -0.042, z) for piece in letters),
        bar(STEEL, (0, 0, 0), (0, 0, 2.58), 0.033),
    ]


def _billboard(main: Colour = (0.95, 0.35, 0.50)) -> list[Piece]:
    panel = [
        block(GRAPHITE, (4.0, 0.25, 2.2), (0, 0, 1.8)),
        block(Paint(main, 0.5, 0, 0.35), (3.8, 0.28, 2.0), (0, -0.02, 1.9), 0.01),
    ]
    letters = [
        piece.moved(0, -0.20, 3.05)
        for piece in _letters("OPEN", 0.55, 0.75, 0.09, Paint((1.0, 0.98, 0.80), 0.4, 0, 1.4))
    ]
    line = [block(Paint((0.2, 0.9, 1.0), 0.4, 0, 1.4), (2.8, 0.05, 0.09), (0, -0.17, z)) for z in (2.15, 2.4)]
    return [
        *panel,
        *letters,
        *line,
        *both(bar(STEEL, (1.2, 0, 0), (1.2, 0, 2.0), 0.09)),
        bar(STEEL, (-1.2, 0.1, 0.2), (1.2, 0.1, 1.7), 0.04),
    ]


def _fire_hydrant(main: Colour = (0.82, 0.12, 0.08)) -> list[Piece]:
    iron, cap = Paint(main, 0.35), Paint((0.86, 0.80, 0.72), 0.4)
    body = lathe(
        iron,
        [
            (0.0, 0.0),
            (0.17, 0.0),
            (0.17, 0.0),
            (0.17, 0.045),
            (0.17, 0.045),
            (0.115, 0.06),
            (0.11, 0.36),
            (0.125, 0.5),
            (0.15, 0.52),
            (0.15, 0.56),
            (0.13, 0.58),
            (0.12, 0.65),
            (0.06, 0.72),
            (0.0, 0.73),
        ],
    )
    nozzles = [
        turn(piece, "y", 90).moved(0, 0, 0.42)
        for piece in (
            drum(iron, 0.055, 0.36, (0, 0, -0.18)),
            drum(cap, 0.068, 0.03, (0, 0, 0.18)),
            drum(cap, 0.068, 0.03, (0, 0, -0.21)),
        )
    ]
    front = [
        turn(piece, "x", 90).moved(0, 0, 0.36)
        for piece in (
            drum(iron, 0.075, 0.17),
            drum(cap, 0.088, 0.035, (0, 0, 0.17)),
            drum(cap, 0.03, 0.03, (0, 0, 0.20), sides=5),
        )
    ]
    bolts = [drum(STEEL, 0.014, 0.02, (x, y, 0.045), sides=6) for x, y, _ in circle(8, 0.145)]
    return [
        body,
        *nozzles,
        *front,
        *bolts,
        drum(cap, 0.035, 0.05, (0, 0, 0.73), sides=5),
        ring(iron, 0.13, 0.018, (0, 0, 0.5)),
    ]


def _parking_meter(main: Colour = (0.45, 0.48, 0.52)) -> list[Piece]:
    metal = Paint(main, 0.35, 0.5)
    head = hull(
        metal,
        [
            (-0.075, 0.08, 1.02, 1.34),
            (-0.05, 0.105, 1.0, 1.38),
            (0.05, 0.105, 1.0, 1.38),
            (0.075, 0.08, 1.02, 1.34),
        ],
        3,
    )
    window = [
        block(Paint((0.85, 0.90, 0.92), 0.1), (0.13, 0.02, 0.09), (0, -0.075, 1.22), 0.01),
        block(Paint((0.85, 0.12, 0.1), 0.4), (0.06, 0.024, 0.02), (-0.02, -0.076, 1.23), 0),
    ]
    slot = [
        block(BLACK, (0.006, 0.02, 0.05), (0.03, -0.08, 1.10), 0),
        turn(drum(CHROME, 0.022, 0.025), "x", 90).moved(-0.03, -0.07, 1.12),
    ]
    return [
        head,
        *window,
        *slot,
        bar(STEEL, (0, 0, 0), (0, 0, 1.02), 0.032),
        drum(metal, 0.06, 0.06, (0, 0, 0.97)),
        drum(IRON, 0.08, 0.03),
    ]


def _mailbox(main: Colour = (0.12, 0.26, 0.55)) -> list[Piece]:
    """A rounded letter box on a post with its flag up."""
    paint = Paint(main, 0.35)
    line = [
        (-0.115, 0.93),
        (0.115, 0.93),
        (0.115, 1.06),
        *[(0.115 * math.cos(a), 1.06 + 0.125 * math.sin(a)) for a in np.linspace(0.2, math.pi - 0.2, 11)],
        (-0.115, 1.06),
    ]
    box = prism(paint, line, 0.48, "y")
    lid = prism(
        Paint(tuple(c * 0.8 for c in main), 0.35),
        [(x * 1.04, 1.05 + (z - 1.05) * 1.04) for x, z in line],
        0.03,
        "y",
    ).moved(0, -0.235, 0)
    flag = [
        block(RED, (0.012, 0.05, 0.22), (0.122, 0.0, 1.0)),
        block(RED, (0.012, 0.13, 0.07), (0.122, -0.04, 1.16)),
    ]
    return [
        box,
        lid,
        *flag,
        block(PINE, (0.09, 0.09, 0.93)),
        block(PINE, (0.10, 0.40, 0.05), (0, 0, 0.88)),
        turn(drum(CHROME, 0.014, 0.03), "x", 90).moved(0, -0.25, 1.11),
    ]


def _fence(main: Colour = (0.94, 0.94, 0.92)) -> list[Piece]:
    """Pickets on two rails."""
    paint = Paint(main, 0.6)
    pickets = [
        prism(
            paint,
            [(x - 0.04, 0.04), (x + 0.04, 0.04), (x + 0.04, 0.90), (x, 1.0), (x - 0.04, 0.90)],
            0.02,
            "y",
        ).moved(0, -0.04, 0)
        for x in np.arange(-1.14, 1.15, 0.142)
    ]
    return [
        *pickets,
        *(block(paint, (2.4, 0.04, 0.08), (0, -0.008, z)) for z in (0.25, 0.68)),
        *(block(paint, (0.08, 0.08, 0.9), (x, 0.02, 0)) for x in (-0.85, 0.85)),
    ]


def _traffic_cone(main: Colour = (0.96, 0.36, 0.06)) -> list[Piece]:
    def at(share: float) -> float:
        return 0.145 * (1 - 0.84 * share)

    bands = [
        (0.0, 0.38, Paint(main, 0.5)),
        (0.38, 0.56, WHITE),
        (0.56, 0.70, Paint(main, 0.5)),
        (0.70, 0.83, WHITE),
        (0.83, 1.0, Paint(main, 0.5)),
    ]
    return [
        block(Paint(main, 0.6), (0.36, 0.36, 0.04), bevel=0.012),
        *(lathe(p, [(at(a), 0.04 + 0.66 * a), (at(b), 0.04 + 0.66 * b)]) for a, b, p in bands),
        drum(Paint(main, 0.6), at(1.0), 0.004, (0, 0, 0.698)),
    ]


def _barrier(main: Colour = (0.94, 0.42, 0.08)) -> list[Piece]:
    stripes: list[Piece] = []
    for z in (0.45, 0.76):
        stripes.append(block(WHITE, (1.5, 0.03, 0.2), (0, -0.02, z)))
        stripes += [
            prism(
                Paint(main, 0.4),
                [(x, z + 0.005), (x + 0.12, z + 0.005), (x + 0.24, z + 0.195), (x + 0.12, z + 0.195)],
                0.034,
                "y",
            ).moved(0, -0.02, 0)
            for x in np.arange(-0.74, 0.5, 0.25)
        ]
    return [
        *stripes,
        *both(
            *bars(
                PINE,
                0.025,
                ((0.6, -0.25, 0), (0.6, 0.0, 1.0)),
                ((0.6, 0.25, 0), (0.6, 0.0, 1.0)),
                ((0.6, -0.18, 0.28), (0.6, 0.18, 0.28)),
            )
        ),
    ]


def _letters(word: str, wide: float, high: float, stroke: float, paint: Paint = WHITE) -> list[Mesh]:
    """Block letters about the origin that look to -y."""
    pieces = []
    step = wide * 1.42
    for i, letter in enumerate(word):
        left = (i - (len(word) - 1) / 2) * step - wide / 2
        for line in _STROKES[letter]:
            places = [(left + x * wide, 0.0, (z - 0.5) * high) for x, z in line]
            pieces += [bar(paint, a, b, stroke / 2) for a, b in pairwise(places)]
            pieces += [ball(paint, stroke / 2, place, 8) for place in places]
    return [piece.scaled(1, 0.35, 1) for piece in pieces]


MODELS: dict[str, Model] = {
    "barrier": _barrier, "bench": _bench, "billboard": _billboard, "fence": _fence, "fire_hydrant":
    _fire_hydrant, "mailbox": _mailbox, "parking_meter": _parking_meter, "stop_sign": _stop_sign,
    "street_lamp": _street_lamp, "traffic_cone": _traffic_cone, "traffic_light": _traffic_light,
}  # fmt: skip
