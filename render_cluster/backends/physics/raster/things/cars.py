"""Models of cars and lorries; their front looks to -y."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    GRAPHITE,
    IRON,
    PANE,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    block,
    both,
    drum,
    hull,
    turn,
    wheel,
)  # fmt: skip

_LIGHT = Paint((1.0, 0.97, 0.88), 0.2, 0.0, 0.9)
_TAIL = Paint((0.85, 0.06, 0.05), 0.25, 0.0, 0.4)
_AMBER = Paint((1.0, 0.55, 0.08), 0.3, 0.0, 0.3)


def _car(main: Colour = (0.72, 0.08, 0.08)) -> list[Piece]:
    return _motorcar(Paint(main, 0.16, 0.15), 1.8, 4.3, 1.45, (0.30, 0.84), 0.33, 0.60)


def _sports_car(main: Colour = (0.92, 0.62, 0.06)) -> list[Piece]:
    wing = [
        block(Paint(main, 0.16), (1.6, 0.32, 0.03), (0, 2.02, 1.0)),
        *both(block(BLACK, (0.05, 0.16, 0.24), (0.6, 2.0, 0.78))),
    ]
    return [*_motorcar(Paint(main, 0.14, 0.2), 1.9, 4.4, 1.15, (0.36, 0.80), 0.34, 0.66), *wing]


def _jeep(main: Colour = (0.25, 0.36, 0.22)) -> list[Piece]:
    """A boxy car with a spare wheel at the back."""
    paint = Paint(main, 0.35)
    tub = block(paint, (1.62, 3.7, 0.62), (0, 0.05, 0.50), 0.05)
    nose = block(paint, (1.45, 1.25, 0.30), (0, -1.25, 0.95), 0.06)
    cabin = block(PANE, (1.50, 1.95, 0.60), (0, 0.62, 1.10), 0.04)
    roof = block(paint, (1.58, 2.15, 0.09), (0, 0.60, 1.69), 0.03)
    posts = [
        block(paint, (0.09, 0.11, 0.62), (x, y, 1.10)) for x in (-0.74, 0.74) for y in (-0.37, 0.45, 1.60)
    ]
    fenders = [
        block(BLACK, (0.36, 0.95, 0.08), (x, y, 0.86), 0.03) for x in (-0.76, 0.76) for y in (-1.25, 1.15)
    ]
    wheels = [
        piece for x in (-0.78, 0.78) for y in (-1.25, 1.15) for piece in wheel(0.40, 0.28, (x, y, 0.40))
    ]
    lamps = both(
        turn(drum(_LIGHT, 0.11, 0.04), "x", 90).moved(0.52, -1.86, 1.02),
        block(_TAIL, (0.10, 0.03, 0.18), (0.7, 1.90, 0.8)),
    )
    grille = [block(BLACK, (0.05, 0.03, 0.24), (x, -1.875, 0.88)) for x in np.linspace(-0.3, 0.3, 7)]
    spare = [turn(piece, "z", 90).moved(0, 1.98, 1.05) for piece in wheel(0.36, 0.22, (0, 0, 0))]
    return [
        tub,
        nose,
        cabin,
        roof,
        *posts,
        *fenders,
        *wheels,
        *lamps,
        *grille,
        *spare,
        block(IRON, (1.6, 0.14, 0.16), (0, -2.0, 0.48)),
    ]


def _pickup(main: Colour = (0.16, 0.32, 0.55)) -> list[Piece]:
    paint = Paint(main, 0.2, 0.1)
    nose = hull(
        paint,
        [
            (-2.55, 0.80, 0.42, 0.92),
            (-2.3, 0.93, 0.36, 1.02),
            (-1.1, 0.96, 0.36, 1.08),
            (-1.0, 0.96, 0.36, 1.08),
        ],
        6,
    )
    cab = block(paint, (1.92, 1.75, 0.72), (0, -0.30, 0.36), 0.05)
    glass = hull(
        PANE,
        [
            (-1.15, 0.80, 1.0, 1.10),
            (-0.65, 0.78, 1.0, 1.66),
            (0.30, 0.78, 1.0, 1.66),
            (0.52, 0.80, 1.0, 1.10),
        ],
        6,
    )
    roof = hull(
        paint,
        [
            (-0.78, 0.74, 1.62, 1.70),
            (-0.5, 0.78, 1.64, 1.75),
            (0.25, 0.78, 1.64, 1.75),
            (0.42, 0.74, 1.62, 1.70),
        ],
        6,
    )
    posts = [
        bar(paint, (x, y0, 1.05), (0.96 * x, y1, 1.68), 0.045)
        for x in (-0.82, 0.82)
        for y0, y1 in ((-1.15, -0.70), (-0.15, -0.15), (0.52, 0.34))
    ]
    bed = [
        block(paint, (1.92, 1.95, 0.28), (0, 1.58, 0.40)),
        *both(block(paint, (0.09, 1.95, 0.48), (0.915, 1.58, 0.62))),
        block(paint, (1.92, 0.08, 0.48), (0, 2.52, 0.62)),
        block(GRAPHITE, (1.76, 1.85, 0.02), (0, 1.58, 0.67)),
    ]
    wheels = [p for x in (-0.82, 0.82) for y in (-1.65, 1.55) for p in wheel(0.38, 0.26, (x, y, 0.38))]
    return [
        nose,
        cab,
        glass,
        roof,
        *posts,
        *bed,
        *wheels,
        *_faces(0.62, -2.50, 2.58, 0.80),
        block(CHROME, (1.7, 0.12, 0.18), (0, -2.55, 0.42)),
        block(CHROME, (1.7, 0.10, 0.16), (0, 2.58, 0.42)),
    ]


def _bus(main: Colour = (0.86, 0.16, 0.12)) -> list[Piece]:
    paint = Paint(main, 0.25)
    shell = block(paint, (2.5, 8.9, 2.55), (0, 0, 0.36), 0.16)
    band = block(PANE, (2.52, 8.2, 0.85), (0, 0.1, 1.55), 0.06)
    posts = [block(paint, (2.54, 0.12, 0.88), (0, y, 1.54), 0.01) for y in np.linspace(-3.4, 3.9, 7)]
    front = block(PANE, (2.2, 0.06, 1.05), (0, -4.46, 1.45), 0.03)
    sign = block(Paint((1.0, 0.72, 0.15), 0.5, 0, 1.2), (1.3, 0.05, 0.20), (0, -4.47, 2.58), 0.01)
    door = block(Paint((0.14, 0.18, 0.22), 0.15), (0.05, 0.95, 2.0), (1.25, -3.75, 0.5), 0.01)
    stripe = block(WHITE, (2.51, 8.6, 0.14), (0, 0, 1.10), 0.02)
    wheels = [p for x in (-1.08, 1.08) for y in (-2.75, 2.55) for p in wheel(0.48, 0.30, (x, y, 0.48))]
    return [
        shell,
        band,
        *posts,
        front,
        sign,
        door,
        stripe,
        *wheels,
        *_faces(0.95, -4.47, 4.47, 0.75),
        block(GRAPHITE, (2.4, 0.08, 0.30), (0, -4.46, 0.38)),
        block(WHITE, (2.3, 8.0, 0.10), (0, 0, 2.90), 0.05),
    ]


def _truck(main: Colour = (0.16, 0.35, 0.68)) -> list[Piece]:
    paint = Paint(main, 0.2)
    cab = hull(
        paint,
        [
            (-3.22, 1.08, 0.55, 2.15),
            (-3.05, 1.14, 0.50, 2.42),
            (-2.2, 1.14, 0.50, 2.50),
            (-1.55, 1.14, 0.50, 2.50),
        ],
        8,
    )
    screen = turn(block(PANE, (2.0, 0.10, 0.85)), "x", -12).moved(0, -3.24, 1.42)
    side = both(block(PANE, (0.05, 0.80, 0.65), (1.13, -2.45, 1.55), 0.01))
    box = block(Paint((0.92, 0.92, 0.90), 0.4), (2.4, 4.65, 2.15), (0, 0.92, 0.75), 0.04)
    ribs = [
        block(Paint((0.82, 0.82, 0.81), 0.4), (2.42, 0.05, 2.1), (0, y, 0.78), 0.0)
        for y in np.linspace(-1.2, 3.0, 8)
    ]
    frame = block(IRON, (1.1, 6.0, 0.25), (0, 0.1, 0.50))
    wheels = [p for x in (-1.0, 1.0) for y in (-2.35, 1.3, 2.35) for p in wheel(0.47, 0.30, (x, y, 0.47))]
    return [
        cab,
        screen,
        *side,
        box,
        *ribs,
        frame,
        *wheels,
        *_faces(0.85, -3.22, 3.26, 0.72),
        block(CHROME, (2.2, 0.12, 0.28), (0, -3.2, 0.42)),
        block(BLACK, (1.2, 0.06, 0.35), (0, -3.22, 0.95)),
        *both(block(BLACK, (0.10, 0.16, 0.42), (1.22, -2.9, 1.6))),
    ]


def _van(main: Colour = (0.92, 0.92, 0.90)) -> list[Piece]:
    paint = Paint(main, 0.2)
    shell = hull(
        paint,
        [
            (-2.42, 0.78, 0.35, 0.95),
            (-2.25, 0.92, 0.28, 1.15),
            (-1.55, 0.96, 0.28, 1.45),
            (-0.95, 0.97, 0.28, 2.05),
            (0.3, 0.97, 0.28, 2.10),
            (2.2, 0.97, 0.28, 2.08),
            (2.43, 0.92, 0.32, 2.0),
        ],
        8,
        36,
    )
    screen = hull(
        PANE,
        [
            (-1.62, 0.82, 1.25, 1.40),
            (-1.35, 0.86, 1.25, 1.66),
            (-1.02, 0.86, 1.3, 1.98),
            (-0.9, 0.84, 1.4, 1.99),
        ],
        7,
    )
    side = both(
        block(PANE, (0.04, 0.80, 0.50), (0.955, -0.62, 1.32), 0.01),
        block(GRAPHITE, (0.012, 0.02, 1.4), (0.972, -0.12, 0.45), 0),
        block(GRAPHITE, (0.012, 0.02, 1.4), (0.972, 1.1, 0.45), 0),
    )
    wheels = [p for x in (-0.84, 0.84) for y in (-1.55, 1.45) for p in wheel(0.35, 0.24, (x, y, 0.35))]
    back = both(block(PANE, (0.66, 0.05, 0.50), (0.42, 2.42, 1.30), 0.02))
    return [
        shell,
        screen,
        *side,
        *wheels,
        *back,
        *_faces(0.66, -2.36, 2.42, 0.82),
        block(GRAPHITE, (1.75, 0.14, 0.22), (0, -2.38, 0.36)),
    ]


def _tractor(main: Colour = (0.16, 0.48, 0.20)) -> list[Piece]:
    paint = Paint(main, 0.3)
    nose = hull(
        paint,
        [
            (-1.6, 0.34, 0.75, 1.25),
            (-1.5, 0.40, 0.70, 1.38),
            (-0.2, 0.42, 0.70, 1.45),
            (0.2, 0.42, 0.70, 1.45),
        ],
        6,
    )
    cab = [
        block(PANE, (1.1, 1.15, 0.95), (0, 0.78, 1.30), 0.04),
        block(paint, (1.25, 1.35, 0.10), (0, 0.78, 2.25), 0.04),
    ]
    posts = [bar(paint, (x, y, 1.2), (x, y, 2.28), 0.05) for x in (-0.56, 0.56) for y in (0.22, 1.34)]
    big = [
        p
        for x in (-0.72, 0.72)
        for p in wheel(0.80, 0.42, (x, 0.85, 0.80), Paint((0.95, 0.78, 0.12), 0.4), 8)
    ]
    small = [
        p
        for x in (-0.62, 0.62)
        for p in wheel(0.45, 0.26, (x, -1.12, 0.45), Paint((0.95, 0.78, 0.12), 0.4), 6)
    ]
    fenders = both(block(paint, (0.46, 1.1, 0.08), (0.72, 0.85, 1.60), 0.03))
    pipe = bar(IRON, (0.25, -0.6, 1.4), (0.25, -0.6, 2.2), 0.05)
    return [
        nose,
        *cab,
        *posts,
        *big,
        *small,
        *fenders,
        pipe,
        block(IRON, (0.7, 2.0, 0.35), (0, 0.2, 0.55)),
        *both(ball(_LIGHT, (0.08, 0.04, 0.08), (0.22, -1.57, 1.15), 10)),
    ]


def _motorcar(
    paint: Paint,
    wide: float,
    long: float,
    high: float,
    cabin: tuple[float, float],
    tyre: float,
    bonnet: float,
) -> list[Piece]:
    """Hull, glasshouse under a roof on pillars, wheels, lamps.

    `cabin` says from where to where along the length it stands, `bonnet` how high the hull is: both in shares.
    """
    half, end, waist = wide / 2, long / 2, bonnet * high
    shell = hull(
        paint,
        [
            (-end, half * 0.72, 0.30, waist * 0.80),
            (-end * 0.93, half * 0.92, 0.22, waist * 0.90),
            (-end * 0.55, half, 0.20, waist * 0.98),
            (0.0, half, 0.20, waist),
            (end * 0.60, half, 0.20, waist * 1.02),
            (end * 0.94, half * 0.93, 0.26, waist * 0.98),
            (end, half * 0.74, 0.34, waist * 0.88),
        ],
        5,
        40,
    )
    y0, y1 = -end + cabin[0] * long, -end + cabin[1] * long
    rise, inset = 0.15 * long, 0.80 * half
    glass = hull(
        PANE,
        [
            (y0, inset, waist - 0.05, waist + 0.02),
            (y0 + rise, inset * 0.93, waist - 0.05, high - 0.05),
            (y1 - rise * 0.8, inset * 0.93, waist - 0.05, high - 0.06),
            (y1, inset, waist - 0.05, waist + 0.03),
        ],
        5,
        32,
    )
    roof = hull(
        paint,
        [
            (y0 + rise * 0.86, inset * 0.84, high - 0.09, high - 0.05),
            (y0 + rise * 1.25, inset * 0.90, high - 0.08, high),
            (y1 - rise * 1.1, inset * 0.90, high - 0.08, high - 0.01),
            (y1 - rise * 0.66, inset * 0.84, high - 0.10, high - 0.06),
        ],
        5,
    )
    middle = (y0 + y1) / 2 + 0.05
    pillars = both(
        *(
            bar(paint, (inset * 0.98, a, waist - 0.02), (inset * 0.86, b, high - 0.05), 0.035)
            for a, b in ((y0 + 0.06, y0 + rise * 0.95), (middle, middle), (y1 - 0.05, y1 - rise * 0.75))
        )
    )
    axles = (-end * 0.61, end * 0.60)
    arches = both(
        *(
            turn(drum(Paint((0.03, 0.03, 0.03), 0.9), tyre * 1.16, 0.06), "y", 90).moved(
                half - 0.058, y, tyre
            )
            for y in axles
        )
    )
    wheels = [p for x in (-half + 0.08, half - 0.08) for y in axles for p in wheel(tyre, 0.22, (x, y, tyre))]
    doors = both(
        block(Paint((0.04, 0.04, 0.04), 0.6), (0.012, 0.012, waist * 0.62), (half - 0.002, middle, 0.30), 0),
        block(CHROME, (0.02, 0.16, 0.03), (half, middle + 0.2, waist * 0.82)),
        block(paint, (0.14, 0.10, 0.10), (half + 0.01, y0 + 0.35, waist + 0.01), 0.03),
    )
    grille = block(BLACK, (wide * 0.5, 0.05, 0.14), (0, -end + 0.01, waist * 0.45), 0.02)
    return [
        shell,
        glass,
        roof,
        *pillars,
        *arches,
        *wheels,
        *doors,
        grille,
        *_faces(half * 0.70, -end * 0.965, end * 0.975, waist * 0.68),
    ]


def _faces(x: float, front_y: float, back_y: float, z: float) -> list[Mesh]:
    """Headlamps and tail lamps."""
    return both(
        ball(_LIGHT, (0.15, 0.08, 0.085), (x, front_y, z), 14),
        ball(_TAIL, (0.14, 0.06, 0.09), (x, back_y, z), 12),
        ball(_AMBER, (0.05, 0.05, 0.05), (x + 0.14, front_y + 0.05, z), 8),
    )


MODELS: dict[str, Model] = {
    "bus": _bus, "car": _car, "jeep": _jeep, "pickup": _pickup, "sports_car": _sports_car, "tractor":
    _tractor, "truck": _truck, "van": _van,
}  # fmt: skip
