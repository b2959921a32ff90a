"""Models of what goes on two wheels or on rails."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CHROME,
    CREAM,
    GRAPHITE,
    IRON,
    PANE,
    PINE,
    RUBBER,
    STEEL,
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
    tube,
    turn,
    wheel,
)  # fmt: skip

_LIGHT = Paint((1.0, 0.97, 0.88), 0.2, 0.0, 0.9)
_TAIL = Paint((0.85, 0.06, 0.05), 0.25, 0.0, 0.4)


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


MODELS: dict[str, Model] = {
    "bicycle": _bicycle, "motorcycle": _motorcycle, "scooter": _scooter, "train": _train, "wheelbarrow":
    _wheelbarrow,
}  # fmt: skip
