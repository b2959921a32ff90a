"""Models of what drives, floats and flies; their front looks to -y."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CHROME,
    CREAM,
    GRAPHITE,
    IRON,
    LAMP,
    PANE,
    PINE,
    RUBBER,
    STEEL,
    WALNUT,
    WHITE,
    Model,
    Paint,
    Piece,
    around,
    ball,
    bar,
    bars,
    block,
    both,
    circle,
    drum,
    hull,
    lathe,
    loft,
    oval,
    plate,
    prism,
    ring,
    sheet,
    tinted,
    tube,
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


def _train(main: Colour = (0.10, 0.28, 0.22)) -> list[Piece]:
    """A steam engine with its tender and a coach behind."""
    paint, trim = Paint(main, 0.25), Paint((0.80, 0.12, 0.10), 0.35)
    boiler = turn(drum(paint, 0.85, 4.6, (0, 0, 0), sides=32), "x", 90).moved(0, -2.0, 2.0)
    bands = [turn(ring(BRASS, 0.86, 0.03), "x", 90).moved(0, y, 2.0) for y in (-6.4, -5.0, -3.6, -2.3)]
    face = turn(drum(IRON, 0.80, 0.12), "x", 90).moved(0, -6.6, 2.0)
    lamp = turn(drum(_LIGHT, 0.18, 0.10), "x", 90).moved(0, -6.75, 2.75)
    chimney = lathe(IRON, [(0.24, 0), (0.20, 0.5), (0.34, 0.9), (0.36, 1.0), (0.0, 1.0)], (0, -5.9, 2.75))
    dome = ball(BRASS, (0.34, 0.34, 0.42), (0, -4.3, 2.85))
    cab = [
        block(paint, (2.3, 1.7, 1.7), (0, -1.15, 1.2)),
        block(IRON, (2.6, 2.1, 0.14), (0, -1.1, 3.25)),
        *both(block(PANE, (0.04, 0.8, 0.7), (1.15, -1.15, 2.2), 0.01)),
        *[bar(paint, (x, y, 2.8), (x, y, 3.3), 0.06) for x in (-1.1, 1.1) for y in (-1.9, -0.4)],
    ]
    frame = block(trim, (1.9, 6.4, 0.28), (0, -3.4, 0.88))
    drivers = [
        p
        for x in (-0.86, 0.86)
        for y in (-4.4, -2.9, -1.4)
        for p in wheel(0.62, 0.16, (x, y, 0.62), trim, 10)
    ]
    small = [
        p
        for x in (-0.86, 0.86)
        for y in (-5.9, 1.2, 2.6, 5.0, 6.2)
        for p in wheel(0.40, 0.14, (x, y, 0.40), IRON, 6)
    ]
    rods = both(block(STEEL, (0.06, 3.4, 0.12), (0.98, -2.9, 0.52)))
    catcher = prism(trim, [(-0.9, 0.2), (0.9, 0.2), (0.35, 0.85), (-0.35, 0.85)], 0.1, "y").moved(0, -6.9, 0)
    coach = [
        block(Paint((0.48, 0.12, 0.12), 0.3), (2.6, 6.2, 1.9), (0, 3.8, 0.95), 0.08),
        block(CREAM, (2.62, 5.9, 0.85), (0, 3.8, 1.75), 0.03),
        block(GRAPHITE, (2.8, 6.4, 0.22), (0, 3.8, 2.82), 0.08),
    ]
    panes = [block(PANE, (2.66, 0.62, 0.62), (0, y, 1.86), 0.01) for y in np.linspace(1.4, 6.2, 6)]
    return [
        boiler,
        *bands,
        face,
        lamp,
        chimney,
        dome,
        *cab,
        frame,
        *drivers,
        *small,
        *rods,
        catcher,
        *coach,
        *panes,
        block(IRON, (2.2, 0.25, 0.3), (0, -6.75, 0.75)),
    ]


def _bicycle(main: Colour = (0.10, 0.42, 0.62)) -> list[Piece]:
    paint = Paint(main, 0.2, 0.2)
    front, back, crank, seat, head = (
        (0, -0.53, 0.34),
        (0, 0.53, 0.34),
        (0, 0.08, 0.30),
        (0, 0.22, 0.78),
        (0, -0.36, 0.80),
    )
    low_head = (0, -0.40, 0.66)
    frame = [
        bar(paint, crank, seat, 0.018),
        bar(paint, crank, low_head, 0.02),
        bar(paint, (0, 0.21, 0.74), head, 0.018),
        bar(paint, head, low_head, 0.022),
        *(
            bar(paint, (0.02 * s, *a[1:]), (0.05 * s, *back[1:]), 0.010)
            for s in (-1, 1)
            for a in (crank, seat)
        ),
        *(bar(paint, (0.03 * s, *low_head[1:]), (0.045 * s, *front[1:]), 0.012) for s in (-1, 1)),
    ]
    wheels: list[Mesh] = []
    for hub in (front, back):
        tyre = [ring(RUBBER, 0.325, 0.017, sides=44), ring(CHROME, 0.302, 0.009, sides=44)]
        spokes = [bar(CHROME, (0, 0, 0), p, 0.0022) for p in circle(14, 0.30)]
        wheels += [
            turn(piece, "y", 90).moved(*hub)
            for piece in (*tyre, *spokes, drum(STEEL, 0.022, 0.09, (0, 0, -0.045)))
        ]
    bars_ = tube(
        CHROME,
        [
            (-0.29, -0.22, 0.98),
            (-0.24, -0.34, 1.0),
            (0, -0.38, 0.97),
            (0.24, -0.34, 1.0),
            (0.29, -0.22, 0.98),
        ],
        0.012,
    )
    grips = both(bar(BLACK, (0.29, -0.20, 0.98), (0.265, -0.31, 0.995), 0.018))
    saddle = hull(
        BLACK,
        [
            (0.06, 0.025, 0.90, 0.93),
            (0.16, 0.035, 0.89, 0.935),
            (0.29, 0.075, 0.89, 0.94),
            (0.33, 0.06, 0.90, 0.935),
        ],
        3,
    )
    post, stem = bar(STEEL, seat, (0, 0.24, 0.90), 0.014), bar(STEEL, head, (0, -0.38, 0.97), 0.014)
    chain = [
        turn(ring(GRAPHITE, 0.085, 0.012, sides=24), "y", 90).moved(0.04, *crank[1:]),
        bar(GRAPHITE, (0.04, 0.08, 0.385), (0.04, 0.53, 0.37), 0.006),
        bar(GRAPHITE, (0.04, 0.08, 0.215), (0.04, 0.53, 0.31), 0.006),
    ]
    pedals = [
        bar(STEEL, (0.06 * s, *crank[1:]), (0.09 * s, 0.08 + 0.12 * s, 0.30 - 0.10 * s), 0.010)
        for s in (-1, 1)
    ]
    pedals += [
        block(BLACK, (0.09, 0.08, 0.02), (0.13 * s, 0.08 + 0.12 * s, 0.29 - 0.10 * s)) for s in (-1, 1)
    ]
    return [*frame, *wheels, bars_, *grips, saddle, post, stem, *chain, *pedals]


def _motorcycle(main: Colour = (0.72, 0.09, 0.08)) -> list[Piece]:
    paint = Paint(main, 0.14, 0.2)
    wheels = [p for y in (-0.72, 0.70) for p in wheel(0.32, 0.14, (0, y, 0.32), STEEL, 8)]
    tank = hull(
        paint,
        [
            (-0.38, 0.08, 0.78, 0.92),
            (-0.22, 0.16, 0.72, 0.98),
            (0.02, 0.14, 0.72, 0.92),
            (0.14, 0.08, 0.74, 0.82),
        ],
        3,
    )
    seat = hull(
        BLACK,
        [
            (0.10, 0.10, 0.74, 0.83),
            (0.35, 0.15, 0.74, 0.82),
            (0.62, 0.13, 0.78, 0.90),
            (0.80, 0.08, 0.82, 0.90),
        ],
        4,
    )
    engine = [
        block(IRON, (0.34, 0.42, 0.30), (0, -0.05, 0.28), 0.04),
        *(block(STEEL, (0.26, 0.20, 0.03), (0, -0.12, 0.58 + 0.045 * i)) for i in range(3)),
        turn(drum(CHROME, 0.12, 0.42, (0, 0, -0.21)), "y", 90).moved(0, 0.05, 0.40),
    ]
    fork = [bar(CHROME, (0.09 * s, -0.74, 0.32), (0.09 * s, -0.45, 1.0), 0.025) for s in (-1, 1)]
    handle = tube(
        CHROME,
        [
            (-0.38, -0.28, 1.06),
            (-0.25, -0.42, 1.10),
            (0, -0.46, 1.03),
            (0.25, -0.42, 1.10),
            (0.38, -0.28, 1.06),
        ],
        0.016,
    )
    grips = both(bar(BLACK, (0.39, -0.26, 1.055), (0.33, -0.34, 1.08), 0.024))
    lamp = [
        turn(drum(CHROME, 0.10, 0.10), "x", 90).moved(0, -0.50, 0.93),
        turn(drum(_LIGHT, 0.085, 0.02), "x", 90).moved(0, -0.60, 0.93),
    ]
    exhaust = both(
        tube(
            CHROME,
            [(0.14, -0.2, 0.40), (0.20, -0.25, 0.22), (0.22, 0.2, 0.20), (0.24, 0.9, 0.30)],
            [0.03, 0.03, 0.045, 0.055],
        )
    )
    fenders = [
        sheet(
            paint,
            lambda u, v, y=y: np.stack(
                [(u - 0.5) * 0.17, y + 0.36 * np.sin(2.0 * (v - 0.5)), 0.32 + 0.36 * np.cos(2.0 * (v - 0.5))],
                -1,
            ),
            10,
        )
        for y in (-0.72, 0.70)
    ]
    frame = bars(
        GRAPHITE,
        0.03,
        ((0, 0.70, 0.32), (0, 0.15, 0.45)),
        ((0, 0.15, 0.45), (0, 0.45, 0.76)),
        ((0, -0.4, 0.85), (0, -0.2, 0.4)),
    )
    return [
        *wheels,
        tank,
        seat,
        *engine,
        *fork,
        handle,
        *grips,
        *lamp,
        *exhaust,
        *fenders,
        *frame,
        block(_TAIL, (0.12, 0.05, 0.07), (0, 0.84, 0.78)),
        bar(GRAPHITE, (0, 0.6, 0.76), (0, 0.84, 0.84), 0.03),
    ]


def _scooter(main: Colour = (0.45, 0.75, 0.70)) -> list[Piece]:
    """A town scooter: leg shield, flat floor, round tail."""
    paint = Paint(main, 0.15)
    wheels = [p for y in (-0.60, 0.55) for p in wheel(0.23, 0.12, (0, y, 0.23), CHROME, 4)]
    shield = hull(
        paint,
        [
            (-0.52, 0.03, 0.35, 0.95),
            (-0.47, 0.20, 0.30, 0.92),
            (-0.40, 0.22, 0.28, 0.85),
            (-0.36, 0.10, 0.28, 0.60),
        ],
        3,
    )
    floor = block(paint, (0.34, 0.55, 0.07), (0, -0.12, 0.22), 0.03)
    tail = hull(
        paint,
        [
            (0.10, 0.12, 0.24, 0.66),
            (0.25, 0.21, 0.24, 0.72),
            (0.60, 0.20, 0.30, 0.72),
            (0.86, 0.05, 0.42, 0.66),
        ],
        2.6,
    )
    seat = hull(
        Paint((0.36, 0.20, 0.12), 0.5),
        [
            (0.06, 0.10, 0.70, 0.78),
            (0.3, 0.15, 0.70, 0.80),
            (0.66, 0.13, 0.71, 0.82),
            (0.74, 0.05, 0.72, 0.78),
        ],
        4,
    )
    neck = bar(paint, (0, -0.50, 0.80), (0, -0.42, 1.02), 0.05)
    head = hull(paint, [(-0.56, 0.06, 0.95, 1.08), (-0.46, 0.13, 0.94, 1.12), (-0.36, 0.08, 0.97, 1.08)], 2.5)
    handle = bars(CHROME, 0.014, ((-0.34, -0.36, 1.05), (0.34, -0.36, 1.05)))
    grips = both(bar(BLACK, (0.34, -0.36, 1.05), (0.23, -0.38, 1.05), 0.022))
    fender = ball(paint, (0.10, 0.27, 0.16), (0, -0.60, 0.36))
    lamp = turn(drum(_LIGHT, 0.065, 0.04), "x", 90).moved(0, -0.55, 1.02)
    mirrors = both(
        bar(CHROME, (0.2, -0.38, 1.06), (0.27, -0.44, 1.14), 0.006),
        ball(CHROME, (0.045, 0.012, 0.03), (0.28, -0.44, 1.15), 10),
    )
    return [
        *wheels,
        shield,
        floor,
        tail,
        seat,
        neck,
        head,
        *handle,
        *grips,
        fender,
        lamp,
        *mirrors,
        block(_TAIL, (0.10, 0.04, 0.07), (0, 0.84, 0.52)),
    ]


def _sailing_boat(main: Colour = (0.14, 0.30, 0.55)) -> list[Piece]:
    """A keelboat under mainsail and jib, heeling to nothing."""
    shell = _boat(Paint(main, 0.2), 1.2, 3.2, 0.95, 0.35)
    deck = plate(Paint((0.72, 0.54, 0.34), 0.6), oval(1.05, 2.85, 2.3), 0.06, (0, 0.1, 0.86))
    cabin = hull(
        WHITE,
        [(-0.9, 0.42, 0.9, 1.05), (-0.5, 0.62, 0.9, 1.25), (0.7, 0.62, 0.9, 1.25), (0.8, 0.6, 0.9, 1.2)],
        5,
    )
    mast, boom = (
        bar(STEEL, (0, -0.45, 0.9), (0, -0.45, 8.5), 0.06),
        bar(STEEL, (0, -0.45, 1.6), (0.25, 2.5, 1.6), 0.04),
    )

    def mainsail(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        long = 2.85 * (1 - v) * (1 + 0.25 * v)
        belly = 0.38 * np.sin(np.pi * np.clip(u, 0, 1)) * (1 - 0.6 * v)
        return np.stack([belly + 0.08 * u * long, -0.40 + u * long, 1.7 + 6.6 * v], -1)

    def jib(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        low = np.stack([0 * u, -3.05 + 2.5 * u, 1.05 + 0.1 * u], -1)
        tip = np.array([0.0, -0.62, 7.2])
        point = low * (1 - v[..., None]) + tip * v[..., None]
        point[..., 0] += 0.30 * np.sin(np.pi * np.clip(u, 0, 1)) * (1 - v)
        return point

    sails = [
        Part(sheet(Paint((0.96, 0.95, 0.92), 0.8), mainsail, 16), Material.CLOTH),
        Part(sheet(Paint((0.93, 0.90, 0.86), 0.8), jib, 14), Material.CLOTH),
    ]
    stays = bars(
        STEEL,
        0.012,
        ((0, -3.1, 1.0), (0, -0.45, 8.4)),
        ((0, 3.0, 0.9), (0, -0.45, 8.4)),
        ((1.0, -0.2, 0.9), (0, -0.45, 6.5)),
        ((-1.0, -0.2, 0.9), (0, -0.45, 6.5)),
    )
    return [
        shell,
        deck,
        cabin,
        mast,
        boom,
        *sails,
        *stays,
        *both(block(PANE, (0.02, 0.8, 0.14), (0.61, 0.1, 1.05), 0.0)),
    ]


def _rowing_boat(main: Colour = (0.62, 0.42, 0.24)) -> list[Piece]:
    outer = _open_boat(Paint(main, 0.4), 0.62, 1.75, 0.52)
    thwarts = [
        block(PINE, (w, 0.24, 0.03), (0, y, 0.34)) for y, w in ((-0.7, 0.95), (0.15, 1.12), (0.95, 0.92))
    ]
    oars = both(
        bar(PINE, (0.25, 0.2, 0.50), (0.62, -0.9, 0.58), 0.02),
        turn(block(PINE, (0.12, 0.40, 0.02)), "x", 4).moved(0.66, -1.05, 0.58),
    )
    return [*outer, *thwarts, *oars]


def _kayak(main: Colour = (0.92, 0.42, 0.08)) -> list[Piece]:
    sections = [
        (-1.9, 0.02, 0.22, 0.30),
        (-1.5, 0.16, 0.08, 0.28),
        (-0.6, 0.30, 0.0, 0.30),
        (0.4, 0.32, 0.0, 0.30),
        (1.4, 0.18, 0.08, 0.28),
        (1.9, 0.02, 0.22, 0.30),
    ]
    shell = hull(Paint(main, 0.2), sections, 2.4)
    hole = [
        ring(BLACK, 1.0, 0.07, sides=32).scaled(0.22, 0.40, 0.35).moved(0, 0.15, 0.30),
        drum(Paint((0.05, 0.05, 0.06), 0.9), 1.0, 0.012).scaled(0.21, 0.39, 1).moved(0, 0.15, 0.295),
    ]
    seat = block(GRAPHITE, (0.30, 0.06, 0.12), (0, 0.42, 0.26))
    stripe = both(
        tube(
            WHITE,
            [(0.04, -1.7, 0.24), (0.22, -1.0, 0.19), (0.315, 0.2, 0.17), (0.2, 1.2, 0.2), (0.05, 1.7, 0.24)],
            0.012,
        )
    )
    return [shell, *hole, seat, *stripe]


def _speedboat(main: Colour = (0.94, 0.94, 0.95)) -> list[Piece]:
    shell = _boat(Paint(main, 0.12), 1.1, 3.0, 1.0, 0.5)
    band = hull(
        Paint((0.80, 0.10, 0.10), 0.2),
        [
            (-2.8, 0.12, 0.82, 0.93),
            (-1.6, 0.85, 0.74, 0.85),
            (0.5, 1.11, 0.70, 0.81),
            (2.95, 1.06, 0.70, 0.81),
        ],
        4,
    )
    deck = hull(WHITE, [(-2.6, 0.25, 0.92, 1.0), (-1.6, 0.85, 0.92, 1.05), (-0.4, 1.0, 0.92, 1.02)], 4)
    screen = hull(PANE, [(-0.75, 0.70, 1.0, 1.05), (-0.45, 0.80, 1.0, 1.50), (-0.38, 0.80, 1.0, 1.52)], 4)
    cockpit = block(Paint((0.70, 0.60, 0.48), 0.7), (1.75, 2.6, 0.04), (0, 1.2, 0.92))
    seats = [block(CREAM, (0.62, 0.55, 0.32), (x, y, 0.95), 0.06) for x in (-0.45, 0.45) for y in (0.3, 1.6)]
    engine = block(GRAPHITE, (0.42, 0.40, 0.70), (0, 2.9, 0.65), 0.08)
    return [shell, band, deck, screen, cockpit, *seats, engine]


def _ship(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    """A passenger ship: dark hull, white decks, a funnel."""
    shell = _boat(Paint((0.10, 0.14, 0.26), 0.35), 6.9, 40.0, 8.5, 1.6)
    line = hull(
        Paint((0.70, 0.12, 0.10), 0.4),
        [(-36, 1.6, 0, 1.6), (-24, 5.6, 0, 1.6), (0, 6.6, 0, 1.6), (34, 6.0, 0, 1.6), (39.2, 4.2, 0.2, 1.6)],
        4,
    )
    decks = [
        block(Paint(main, 0.4), (12.6 - 0.9 * i, 52.0 - 5 * i, 2.2), (0, 4.5 + 1.2 * i, 8.2 + 2.5 * i), 0.4)
        for i in range(4)
    ]
    rails = [
        block(
            Paint((0.80, 0.82, 0.84), 0.4),
            (13.2 - 0.9 * i, 53.0 - 5 * i, 0.35),
            (0, 4.5 + 1.2 * i, 10.3 + 2.5 * i),
            0.05,
        )
        for i in range(4)
    ]
    panes = [
        block(PANE, (12.7 - 0.9 * i, 1.5, 1.0), (0, y, 8.9 + 2.5 * i), 0.0)
        for i in range(4)
        for y in np.arange(-18 + 3 * i, 27 - 2 * i, 2.8)
    ]
    bridge = [
        block(Paint(main, 0.4), (12, 4.5, 2.4), (0, -13, 16.2), 0.3),
        block(PANE, (12.1, 3.0, 1.0), (0, -13.9, 17.0), 0.1),
    ]
    funnel = [
        hull(
            Paint((0.82, 0.16, 0.10), 0.35),
            [(10, 0.5, 18, 18.5), (10.4, 1.7, 17.5, 23.6), (14.5, 1.7, 17.5, 24.0), (15, 0.8, 18, 23.4)],
            4,
        ),
        block(BLACK, (3.3, 4.6, 0.9), (0, 12.5, 23.1), 0.2),
    ]
    boats = both(
        *(
            ball(Paint((0.92, 0.42, 0.08), 0.4), (0.9, 2.6, 0.9), (6.5, y, 11.3), 12)
            for y in (-8, 0, 8, 16, 24)
        )
    )
    mast = bar(WHITE, (0, -11, 18), (0, -11, 23.5), 0.22)
    return [shell, line, *decks, *rails, *panes, *bridge, *funnel, *boats, mast]


def _pirate_ship(main: Colour = (0.42, 0.26, 0.14)) -> list[Piece]:
    wood = Paint(main, 0.6)
    shell = _boat(wood, 3.2, 11.5, 4.2, 1.6)
    stripe = hull(
        BRASS, [(-9.5, 1.5, 3.1, 3.5), (-5, 3.0, 2.7, 3.1), (3, 3.26, 2.7, 3.1), (11.4, 2.7, 3.0, 3.4)], 4
    )
    stern = [
        block(wood, (5.4, 4.5, 2.2), (0, 9.0, 3.8), 0.15),
        block(BRASS, (5.6, 4.7, 0.2), (0, 9.0, 6.0)),
        *[block(LAMP._replace(glow=0.8), (0.7, 0.1, 0.8), (x, 11.28, 4.6), 0.0) for x in (-1.6, 0, 1.6)],
    ]
    ports = both(*(block(BLACK, (0.12, 0.55, 0.5), (3.08, y, 2.0), 0.02) for y in np.linspace(-5, 6, 6)))
    sprit = bar(wood, (0, -10.0, 4.2), (0, -16.0, 6.6), 0.20, 0.10)
    pieces: list[Piece] = [shell, stripe, *stern, *ports, sprit]
    for y, top, wide in ((-5.5, 19.0, 6.2), (0.6, 23.0, 7.0), (6.8, 17.5, 5.2)):
        pieces.append(bar(wood, (0, y, 3.5), (0, y, top), 0.24, 0.14))
        for level, share in ((0.30, 1.0), (0.64, 0.78)):
            low, high = 3.5 + (top - 3.5) * level, 3.5 + (top - 3.5) * (level + 0.29)
            half = wide * share / 2
            pieces.append(bar(wood, (-half, y, high), (half, y, high), 0.12))

            def sail(
                u: np.ndarray,
                v: np.ndarray,
                y: float = y,
                low: float = low,
                high: float = high,
                half: float = half,
            ) -> np.ndarray:
                belly = (
                    -1.0
                    * np.sin(np.pi * np.clip(u, 0, 1)) ** 0.7
                    * np.sin(np.pi * np.clip(0.15 + 0.8 * v, 0, 1))
                )
                return np.stack(
                    [(u - 0.5) * 2 * half * (1.0 - 0.10 * v), y - 0.2 + belly, low + (high - low) * v], -1
                )

            pieces.append(Part(sheet(Paint((0.90, 0.85, 0.74), 0.9), sail, 10), Material.CLOTH))
        pieces += both(bar(IRON, (3.0, y + 0.6, 3.8), (0.05, y, top - 1.5), 0.05))
    flag = sheet(BLACK, lambda u, v: np.stack([0.15 * np.sin(6 * u), 0.6 + 2.0 * u, 22.6 + 1.3 * v], -1), 8)
    return [*pieces, Part(flag, Material.CLOTH)]


def _raft(main: Colour = (0.55, 0.38, 0.22)) -> list[Piece]:
    logs = [
        turn(drum(Paint(main, 0.85), 0.125, 2.6, (0, 0, -1.3), sides=14), "x", 90).moved(x, 0, 0.13)
        for x in np.linspace(-0.78, 0.78, 7)
    ]
    ties = [block(Paint((0.76, 0.62, 0.40), 0.9), (1.82, 0.10, 0.05), (0, y, 0.25)) for y in (-0.95, 0, 0.95)]
    return [*logs, *ties]


def _aeroplane(main: Colour = (0.95, 0.95, 0.96)) -> list[Piece]:
    """A twin-engined airliner on its wheels."""
    paint, accent = Paint(main, 0.2), Paint((0.10, 0.28, 0.62), 0.25)
    body = _fuselage(paint, 15.0, 1.9, 3.6)
    wing = prism(
        Paint((0.78, 0.80, 0.83), 0.3, 0.3),
        [(1.2, -3.6), (13.9, 3.4), (14.0, 4.6), (4.8, 2.2), (1.2, 2.6)],
        0.32,
        "z",
    ).moved(0, 0, 2.9)
    tail = prism(paint, [(0.2, 11.6), (5.0, 14.0), (5.0, 15.0), (0.2, 14.4)], 0.2, "z").moved(0, 0, 4.2)
    fin = prism(accent, [(10.4, 4.8), (13.4, 9.4), (14.9, 9.4), (14.6, 4.6)], 0.3, "x")
    engines = both(
        *(
            turn(piece, "x", 90).moved(4.9, y, 2.0)
            for piece, y in (
                (
                    lathe(
                        accent,
                        [
                            (0.62, 0),
                            (0.85, 0.6),
                            (0.95, 2.2),
                            (0.90, 3.2),
                            (0.90, 3.2),
                            (0.78, 3.2),
                            (0.70, 2.6),
                            (0.0, 2.5),
                        ],
                    ),
                    1.0,
                ),
                (drum(IRON, 0.74, 0.1), -1.7),
            )
        )
    )
    stripe = both(block(accent, (0.04, 22.0, 0.28), (1.88, -0.5, 3.25), 0.0))
    panes = both(*(block(PANE, (0.05, 0.32, 0.40), (1.84, y, 3.85), 0.0) for y in np.arange(-10, 9.5, 0.85)))
    cockpit = hull(PANE, [(-14.05, 0.55, 3.95, 4.15), (-13.7, 0.95, 4.0, 4.55), (-13.2, 1.15, 4.1, 4.85)], 4)
    gear = [
        p
        for x, y in ((-1.9, 1.2), (1.9, 1.2), (0, -10.5))
        for p in (*wheel(0.55, 0.5, (x, y, 0.55)), bar(STEEL, (x, y, 0.5), (x, y, 2.2), 0.14))
    ]
    return [body, *both(wing, tail), fin, *engines, *stripe, *panes, cockpit, *gear]


def _propeller_plane(main: Colour = (0.86, 0.16, 0.12)) -> list[Piece]:
    paint = Paint(main, 0.2)
    body = hull(
        paint,
        [
            (-3.2, 0.35, 0.95, 1.65),
            (-2.9, 0.52, 0.8, 1.8),
            (-1.0, 0.56, 0.75, 2.1),
            (0.4, 0.50, 0.85, 2.0),
            (3.4, 0.10, 1.25, 1.6),
        ],
        3,
    )
    wing = plate(Paint((0.95, 0.94, 0.90), 0.3), oval(4.5, 0.72, 6, 48), 0.16, (0, -1.0, 2.25))
    tail = plate(Paint((0.95, 0.94, 0.90), 0.3), oval(1.4, 0.36, 4, 32), 0.08, (0, 3.0, 1.5))
    fin = prism(paint, [(2.3, 1.5), (3.0, 2.65), (3.5, 2.7), (3.5, 1.4)], 0.10, "x")
    glass = hull(
        PANE,
        [(-1.6, 0.44, 1.75, 1.9), (-1.0, 0.50, 1.7, 2.22), (0.0, 0.48, 1.7, 2.2), (0.5, 0.35, 1.75, 2.0)],
        4,
    )
    spinner = turn(drum(WHITE, 0.18, 0.35, top=0.02), "x", 90).moved(0, -3.2, 1.3)
    blades = [turn(block(BLACK, (0.16, 0.05, 1.0)), "y", a).moved(0, -3.35, 1.3) for a in (25, 205)]
    gear = [
        p
        for x, y, r in ((-1.0, -1.3, 0.32), (1.0, -1.3, 0.32), (0, 3.2, 0.16))
        for p in wheel(r, 0.16, (x, y, r))
    ]
    struts = both(
        *bars(STEEL, 0.05, ((0.4, -1.2, 0.9), (1.0, -1.3, 0.35)), ((0.5, -1.0, 0.95), (2.4, -1.0, 2.28)))
    ) + [bar(STEEL, (0, 3.2, 0.16), (0, 3.1, 1.3), 0.04)]
    return [body, wing, tail, fin, glass, spinner, *blades, *gear, *struts]


def _helicopter(main: Colour = (0.80, 0.12, 0.10)) -> list[Piece]:
    paint = Paint(main, 0.2)
    cabin = hull(
        paint,
        [
            (-4.6, 0.3, 1.0, 1.6),
            (-4.1, 0.85, 0.7, 2.2),
            (-2.8, 1.05, 0.6, 2.7),
            (-1.0, 1.0, 0.65, 2.75),
            (0.3, 0.55, 1.2, 2.6),
            (1.0, 0.28, 1.6, 2.3),
        ],
        2.8,
        36,
    )
    glass = hull(
        PANE,
        [(-4.72, 0.2, 1.35, 1.6), (-4.3, 0.75, 1.3, 2.15), (-3.5, 0.98, 1.45, 2.55), (-3.1, 0.9, 1.6, 2.68)],
        2.8,
    )
    side = both(block(PANE, (0.08, 0.9, 0.75), (1.0, -2.1, 1.55), 0.02))
    boom = bar(paint, (0, 0.5, 1.95), (0, 5.4, 2.2), 0.32, 0.13)
    fin = prism(WHITE, [(4.9, 2.1), (5.5, 3.2), (5.9, 3.2), (5.7, 1.7)], 0.10, "x")
    mast = bar(STEEL, (0, -1.7, 2.6), (0, -1.7, 3.35), 0.12)
    rotor = [
        turn(block(GRAPHITE, (5.0, 0.24, 0.05), (2.5, 0, 0)), "z", a).moved(0, -1.7, 3.38)
        for a in (35, 125, 215, 305)
    ]
    small = [turn(block(GRAPHITE, (0.04, 0.12, 0.7)), "x", a).moved(0.18, 5.55, 2.6) for a in (20, 140, 260)]
    hood = hull(
        WHITE,
        [(-2.6, 0.3, 2.6, 2.75), (-2.0, 0.5, 2.5, 3.0), (-0.9, 0.45, 2.4, 3.0), (0.2, 0.15, 2.3, 2.6)],
        3,
    )
    skids = both(
        tube(IRON, [(0.95, -3.7, 0.25), (0.95, -3.4, 0.06), (0.95, -1.5, 0.05), (0.95, 0.3, 0.05)], 0.06),
        *bars(IRON, 0.05, ((0.95, -2.9, 0.06), (0.6, -2.8, 0.8)), ((0.95, -0.7, 0.06), (0.6, -0.8, 0.8))),
    )
    return [
        cabin,
        glass,
        *side,
        boom,
        fin,
        mast,
        *rotor,
        *small,
        hood,
        *skids,
        drum(STEEL, 0.2, 0.14, (0, -1.7, 3.32)),
        block(WHITE, (1.5, 0.4, 0.06), (0, 4.6, 2.15)),
    ]


def _drone(main: Colour = (0.90, 0.90, 0.91)) -> list[Piece]:
    body = hull(
        Paint(main, 0.3),
        [
            (-0.10, 0.035, 0.05, 0.09),
            (-0.06, 0.055, 0.045, 0.11),
            (0.06, 0.055, 0.045, 0.11),
            (0.10, 0.035, 0.05, 0.09),
        ],
        4,
    )
    pieces: list[Piece] = [
        body,
        ball(BLACK, 0.024, (0, -0.095, 0.05), 14),
        block(_TAIL, (0.03, 0.012, 0.01), (0, 0.10, 0.07), 0),
    ]
    for x, y in ((-0.15, -0.15), (0.15, -0.15), (-0.15, 0.15), (0.15, 0.15)):
        pieces += [
            bar(Paint(main, 0.3), (0.25 * x, 0.25 * y, 0.08), (x, y, 0.09), 0.014),
            drum(GRAPHITE, 0.016, 0.05, (x, y, 0.08)),
            ring(GRAPHITE, 0.058, 0.003, (x, y, 0.125)),
            block(BLACK, (0.115, 0.014, 0.004), (x, y, 0.13), 0),
            bar(GRAPHITE, (0.5 * x, 0.5 * y, 0.05), (0.55 * x, 0.55 * y, 0.0), 0.006),
        ]
    return pieces


def _rocket(main: Colour = (0.94, 0.94, 0.95)) -> list[Piece]:
    """A round-bellied rocket on three fins, with a porthole."""
    trim = Paint((0.82, 0.12, 0.10), 0.25)
    body = lathe(
        Paint(main, 0.15), [(0.95, 2.0), (1.35, 5.0), (1.45, 9.0), (1.25, 14.0), (0.80, 18.0)], sides=36
    )
    nose = lathe(trim, [(0.80, 18.0), (0.50, 20.0), (0.20, 21.4), (0.0, 22.0)], sides=36)
    nozzle = lathe(GRAPHITE, [(1.05, 0.9), (0.70, 2.1), (0.70, 2.1), (0.0, 2.1)], sides=28)
    fin = prism(trim, [(0.9, 6.2), (2.25, 2.6), (2.25, 0.0), (0.8, 2.2)], 0.22, "y")
    bands = [ring(trim, r, 0.07, (0, 0, z)) for r, z in ((1.02, 2.4), (1.36, 11.8))]
    porthole = [
        turn(piece, "x", 90).moved(0, -1.32, 13.0)
        for piece in (ring(CHROME, 0.55, 0.10), drum(Paint((0.25, 0.45, 0.65), 0.05), 0.52, 0.12))
    ]
    return [body, nose, nozzle, *around(fin, 4, 45), *bands, *porthole]


def _spaceship(main: Colour = (0.72, 0.74, 0.78)) -> list[Piece]:
    disc = lathe(
        Paint(main, 0.18, 0.85),
        [
            (0.0, 0.2),
            (1.4, 0.25),
            (2.2, 0.6),
            (4.4, 1.15),
            (4.5, 1.25),
            (4.4, 1.38),
            (2.4, 1.85),
            (1.9, 1.95),
            (0.0, 2.0),
        ],
        sides=48,
    )
    dome = ball(Paint((0.35, 0.72, 0.85), 0.05, 0.0, 0.1), (1.75, 1.75, 1.25), (0, 0, 1.9))
    lights = [
        ball(Paint((1.0, 0.85, 0.35), 0.4, 0, 2.5), 0.20, (x, y, 0.92), 12) for x, y, _ in circle(12, 3.5)
    ]
    legs = [
        p
        for x, y, _ in circle(3, 1.9, from_deg=30)
        for p in (
            bar(STEEL, (x, y, 0.5), (1.3 * x, 1.3 * y, 0.06), 0.08),
            drum(STEEL, 0.28, 0.07, (1.3 * x, 1.3 * y, 0)),
        )
    ]
    return [disc, dome, *lights, *legs, ring(GRAPHITE, 1.78, 0.10, (0, 0, 1.92))]


def _hot_air_balloon(main: Colour = (0.86, 0.14, 0.12)) -> list[Piece]:
    """Gores in the main colour, yellow and white over a wicker basket."""
    line = [(0.9, 4.2), (2.6, 6.2), (5.0, 9.0), (6.4, 12.2), (5.9, 15.2), (3.6, 17.4), (0.0, 18.0)]
    bag = lathe(Paint(main, 0.7), line, sides=96)
    gore = np.floor(np.arctan2(bag.points[:, 1], bag.points[:, 0]) / (2 * np.pi) * 16 + 1e-4).astype(int) % 16
    bag = tinted(bag, lambda _p: gore % 4 == 1, Paint((0.97, 0.80, 0.16), 0.7))
    bag = tinted(bag, lambda _p: gore % 4 == 3, Paint((0.16, 0.36, 0.70), 0.7))
    bag = tinted(bag, lambda p: np.abs(p[:, 2] - 11.4) < 0.5, WHITE)
    basket = [
        block(Paint((0.56, 0.36, 0.18), 0.9), (1.5, 1.5, 1.15), bevel=0.12),
        block(Paint((0.32, 0.19, 0.10), 0.8), (1.62, 1.62, 0.14), (0, 0, 1.08), 0.06),
    ]
    ropes = [
        bar(IRON, (0.65 * x, 0.65 * y, 1.1), (0.85 * x, 0.85 * y, 4.3), 0.03)
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    flame = lathe(
        Paint((1.0, 0.62, 0.15), 0.5, 0, 3.0), [(0.0, 2.2), (0.18, 2.5), (0.12, 3.0), (0.0, 3.5)], sides=12
    )
    return [Part(bag, Material.CLOTH), *basket, *ropes, flame, drum(STEEL, 0.2, 0.25, (0, 0, 2.0))]


def _wheelbarrow(main: Colour = (0.16, 0.45, 0.28)) -> list[Piece]:
    tray = hull(
        Paint(main, 0.35),
        [
            (-0.45, 0.18, 0.42, 0.66),
            (-0.3, 0.26, 0.28, 0.67),
            (0.2, 0.31, 0.28, 0.67),
            (0.35, 0.30, 0.45, 0.67),
        ],
        4,
    )
    load = hull(
        Paint((0.28, 0.20, 0.13), 0.95),
        [
            (-0.38, 0.14, 0.62, 0.68),
            (-0.1, 0.24, 0.62, 0.74),
            (0.2, 0.24, 0.62, 0.72),
            (0.3, 0.2, 0.62, 0.68),
        ],
        2.5,
    )
    handles = both(
        tube(PINE, [(0.10, -0.55, 0.22), (0.20, -0.1, 0.28), (0.28, 0.7, 0.50)], 0.02),
        bar(BLACK, (0.265, 0.6, 0.475), (0.29, 0.72, 0.51), 0.026),
    )
    legs = both(
        *bars(IRON, 0.018, ((0.22, 0.15, 0.3), (0.24, 0.3, 0.0)), ((0.26, 0.45, 0.42), (0.24, 0.3, 0.0)))
    )
    return [tray, load, *handles, *legs, *wheel(0.19, 0.08, (0, -0.58, 0.19))]


def _motorcar(
    paint: Paint,
    wide: float,
    long: float,
    high: float,
    cabin: tuple[float, float],
    tyre: float,
    bonnet: float,
) -> list[Piece]:
    """Hull, dark greenhouse under a roof on pillars, wheels, lamps; `cabin` and `bonnet` are shares of the length and height."""
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


def _boat(paint: Paint, half: float, end: float, high: float, rise: float) -> Mesh:
    """A hull with a sharp bow to -y that rises, and a square stern."""
    rings = []
    for t in np.linspace(0, 1, 22):
        y = -end + 2 * end * t
        wide = (
            half
            * min(1.0, math.sin(min(1.0, (t + 0.015) / 0.55) * math.pi / 2))
            * (1 - 0.14 * max(0, t - 0.7) / 0.3)
        )
        top = high + rise * (1 - t) ** 3
        low = 0.10 * high * max(0, t - 0.8) / 0.2 + 0.75 * high * max(0, 0.14 - t) / 0.14
        angle = np.linspace(math.pi, 2 * math.pi, 15)
        x = wide * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.62
        z = top + (top - low) * np.sin(angle)
        rings.append(np.column_stack([x, np.full(15, y), z]))
    return loft(paint, np.array(rings))


def _open_boat(paint: Paint, half: float, end: float, high: float) -> list[Piece]:
    """Planks bent round an empty hull, to be seen inside and outside, with a rim."""

    def skin(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        t, s = np.clip(u, 0, 1), 2 * v - 1
        wide = half * np.sin(np.pi * np.clip(0.02 + 0.80 * t, 0, 1)) ** 0.75
        top = high * (0.80 + 0.35 * (2 * t - 0.9) ** 2)
        return np.stack(
            [wide * np.sign(s) * np.abs(s) ** 0.7, -end + 2 * end * u, top * np.abs(s) ** 2.2], -1
        )

    edge = np.linspace(0, 1, 24)
    rim = [tube(WALNUT, skin(edge, np.full(24, v))[::3], 0.025) for v in (0.0, 1.0)]
    stern = skin(np.ones(17), np.linspace(0, 1, 17))
    board = prism(WALNUT, [(x, z) for x, _, z in stern], 0.04, "y").moved(0, end - 0.02, 0)
    return [sheet(paint, skin, 22), *rim, board]


def _fuselage(paint: Paint, end: float, radius: float, z: float) -> Mesh:
    sections = [
        (-end, 0.02),
        (-end * 0.985, 0.30),
        (-end * 0.93, 0.66),
        (-end * 0.82, 0.94),
        (-end * 0.6, 1.0),
        (end * 0.45, 1.0),
        (end * 0.75, 0.72),
        (end * 0.95, 0.28),
        (end, 0.12),
    ]
    return hull(
        paint,
        [
            (
                y,
                radius * s,
                z - radius * s + (0.5 * radius * (1 - s) if y > 0 else -0.15 * (1 - s)),
                z + radius * s + (0.5 * radius * (1 - s) if y > 0 else -0.35 * radius * (1 - s)),
            )
            for y, s in sections
        ],
        2.0,
        32,
    )


MODELS: dict[str, Model] = {
    "aeroplane": _aeroplane, "bicycle": _bicycle, "bus": _bus, "car": _car, "drone": _drone, "helicopter":
    _helicopter, "hot_air_balloon": _hot_air_balloon, "jeep": _jeep, "kayak": _kayak, "motorcycle":
    _motorcycle, "pickup": _pickup, "pirate_ship": _pirate_ship, "propeller_plane": _propeller_plane,
    "raft": _raft, "rocket": _rocket, "rowing_boat": _rowing_boat, "sailing_boat": _sailing_boat, "scooter":
    _scooter, "ship": _ship, "spaceship": _spaceship, "speedboat": _speedboat, "sports_car": _sports_car,
    "tractor": _tractor, "train": _train, "truck": _truck, "van": _van, "wheelbarrow": _wheelbarrow,
}  # fmt: skip
