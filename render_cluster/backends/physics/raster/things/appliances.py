"""Models of what stands in kitchens and bathrooms."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.furniture_parts import (
    dark,
)
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CHROME,
    IRON,
    PANE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bars,
    block,
    both,
    drum,
    hull,
    lathe,
    oval,
    plate,
    ring,
    tube,
    turn,
)  # fmt: skip

_RUBBER_FOOT = Paint((0.06, 0.06, 0.06), 0.8)


def _bathtub(main: Colour = (0.94, 0.94, 0.93)) -> list[Piece]:
    """A free-standing tub on brass feet, with a tap at the back."""
    line = [
        (0.0, 0.10),
        (0.60, 0.10),
        (0.84, 0.20),
        (0.93, 0.42),
        (1.0, 0.60),
        (1.0, 0.60),
        (0.94, 0.60),
        (0.94, 0.60),
        (0.86, 0.40),
        (0.72, 0.20),
        (0.0, 0.17),
    ]
    shell = lathe(Paint(main, 0.1), line, sides=40).scaled(0.40, 0.85, 1.0)
    water = (
        drum(Paint((0.55, 0.78, 0.85), 0.06), 1.0, 0.01, (0, 0, 0)).scaled(0.36, 0.76, 1).moved(0, 0, 0.44)
    )
    feet = [ball(BRASS, (0.05, 0.06, 0.07), (x, y, 0.07)) for x in (-0.22, 0.22) for y in (-0.5, 0.5)]
    tap = tube(CHROME, [(0, 0.80, 0.58), (0, 0.80, 0.78), (0, 0.70, 0.82), (0, 0.62, 0.76)], 0.02)
    return [shell, water, *feet, tap]


def _toilet(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    """Bowl with a raised seat's ring, lid up against the cistern."""
    glaze = Paint(main, 0.1)
    foot = (
        lathe(
            glaze,
            [
                (0.0, 0.0),
                (0.15, 0.0),
                (0.15, 0.0),
                (0.13, 0.08),
                (0.12, 0.2),
                (0.17, 0.34),
                (0.2, 0.40),
                (0.0, 0.40),
            ],
        )
        .scaled(1, 1.25, 1)
        .moved(0, -0.08, 0)
    )
    seat = ring(Paint(main, 0.2), 1.0, 0.2, sides=36).scaled(0.165, 0.205, 0.12).moved(0, -0.09, 0.415)
    bowl = drum(Paint((0.60, 0.72, 0.78), 0.1), 1.0, 0.01).scaled(0.14, 0.18, 1).moved(0, -0.09, 0.405)
    lid = turn(plate(Paint(main, 0.2), oval(0.19, 0.23, 2.5), 0.025), "x", 84).moved(0, 0.16, 0.64)
    tank = block(glaze, (0.40, 0.19, 0.36), (0, 0.245, 0.40), 0.03)
    top = block(glaze, (0.42, 0.21, 0.04), (0, 0.245, 0.76), 0.012)
    return [
        foot,
        seat,
        bowl,
        lid,
        tank,
        top,
        drum(CHROME, 0.03, 0.015, (0, 0.245, 0.80)),
        block(glaze, (0.24, 0.22, 0.38), (0, 0.2, 0.02), 0.04),
    ]


def _sink(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    line = [
        (0.0, 0.66),
        (0.55, 0.67),
        (0.85, 0.74),
        (1.0, 0.82),
        (1.0, 0.82),
        (1.0, 0.85),
        (1.0, 0.85),
        (0.84, 0.85),
        (0.84, 0.85),
        (0.70, 0.76),
        (0.0, 0.72),
    ]
    basin = lathe(Paint(main, 0.1), line, sides=40).scaled(0.30, 0.23, 1.0)
    deck = block(Paint(main, 0.1), (0.5, 0.14, 0.04), (0, 0.175, 0.81))
    stand = lathe(
        Paint(main, 0.12),
        [(0.0, 0.0), (0.12, 0.0), (0.12, 0.0), (0.09, 0.1), (0.08, 0.5), (0.12, 0.7), (0.0, 0.7)],
    ).moved(0, 0.06, 0)
    tap = tube(CHROME, [(0, 0.18, 0.84), (0, 0.18, 0.95), (0, 0.11, 0.965), (0, 0.05, 0.92)], 0.014)
    return [basin, deck, stand, tap, *both(drum(CHROME, 0.02, 0.05, (0.10, 0.18, 0.85)))]


def _refrigerator(main: Colour = (0.80, 0.82, 0.84)) -> list[Piece]:
    shell = block(Paint(dark(main, 0.75), 0.4), (0.75, 0.60, 1.78), (0, 0.05, 0.02))
    doors = [
        block(Paint(main, 0.3, 0.35), (0.74, 0.07, h), (0, -0.29, z), 0.02)
        for z, h in ((0.06, 1.08), (1.17, 0.62))
    ]
    handles = bars(
        CHROME,
        0.014,
        ((0.30, -0.345, 0.70), (0.30, -0.345, 1.10)),
        ((0.30, -0.345, 1.21), (0.30, -0.345, 1.50)),
    )
    notes = [
        block(Paint(c, 0.6), (0.09, 0.004, 0.10), (x, -0.327, z), 0)
        for c, x, z in (((0.95, 0.85, 0.3), -0.15, 1.50), ((0.9, 0.4, 0.35), 0.02, 1.42))
    ]
    return [shell, *doors, *handles, *notes]


def _oven(main: Colour = (0.90, 0.90, 0.89)) -> list[Piece]:
    body = block(Paint(main, 0.3), (0.60, 0.58, 0.88), (0, 0.02, 0.0))
    top = block(BLACK, (0.58, 0.56, 0.02), (0, 0.02, 0.88))
    plates = [
        ring(IRON, r, 0.008, (x, y, 0.905))
        for x, y, r in ((-0.14, -0.12, 0.09), (0.14, -0.12, 0.07), (-0.14, 0.15, 0.07), (0.14, 0.15, 0.09))
    ]
    glass = block(Paint((0.09, 0.09, 0.10), 0.1), (0.44, 0.03, 0.32), (0, -0.27, 0.26))
    glow = block(Paint((1.0, 0.55, 0.2), 0.5, 0, 0.5), (0.34, 0.034, 0.18), (0, -0.27, 0.33), 0)
    handle = bar(CHROME, (-0.22, -0.305, 0.66), (0.22, -0.305, 0.66), 0.013)
    knobs = [
        turn(drum(BLACK, 0.022, 0.03), "x", 90).moved(x, -0.265, 0.79) for x in np.linspace(-0.22, 0.22, 5)
    ]
    back = block(Paint(main, 0.3), (0.60, 0.05, 0.07), (0, 0.285, 0.88))
    return [body, top, *plates, glass, glow, handle, *knobs, back]


def _microwave(main: Colour = (0.86, 0.87, 0.88)) -> list[Piece]:
    body = block(Paint(main, 0.3, 0.2), (0.50, 0.36, 0.28), (0, 0.01, 0.01), 0.012)
    front = block(Paint((0.10, 0.10, 0.11), 0.2), (0.36, 0.02, 0.23), (-0.06, -0.17, 0.035))
    pane = block(Paint((0.25, 0.22, 0.16), 0.1, 0, 0.25), (0.27, 0.022, 0.15), (-0.08, -0.171, 0.075))
    panel = block(Paint((0.16, 0.16, 0.17), 0.3), (0.10, 0.02, 0.23), (0.185, -0.17, 0.035))
    clock = block(Paint((0.2, 0.95, 0.55), 0.5, 0, 1.5), (0.07, 0.022, 0.025), (0.185, -0.171, 0.22), 0)
    keys = [
        block(Paint((0.75, 0.75, 0.76), 0.4), (0.018, 0.024, 0.016), (x, -0.171, z), 0.002)
        for x in (0.16, 0.185, 0.21)
        for z in (0.08, 0.115, 0.15, 0.185)
    ]
    feet = [drum(_RUBBER_FOOT, 0.015, 0.012, (x, y, 0)) for x in (-0.2, 0.2) for y in (-0.13, 0.14)]
    return [
        body,
        front,
        pane,
        panel,
        clock,
        *keys,
        bar(CHROME, (0.105, -0.19, 0.06), (0.105, -0.19, 0.24), 0.008),
        *feet,
    ]


def _washing_machine(main: Colour = (0.94, 0.94, 0.94)) -> list[Piece]:
    body = block(Paint(main, 0.3), (0.60, 0.56, 0.84), (0, 0.02, 0.01), 0.015)
    porthole = [
        turn(piece, "x", 90).moved(0, -0.265, 0.40)
        for piece in (
            ring(CHROME, 0.19, 0.025),
            drum(PANE, 0.18, 0.02),
            ball(Paint((0.22, 0.34, 0.45), 0.05), (0.14, 0.14, 0.05), (0, 0, 0.01)),
        )
    ]
    panel = block(Paint((0.80, 0.81, 0.82), 0.4), (0.58, 0.012, 0.11), (0, -0.262, 0.71))
    knob = turn(drum(CHROME, 0.035, 0.03), "x", 90).moved(0.05, -0.268, 0.765)
    drawer = block(Paint(main, 0.3), (0.18, 0.02, 0.08), (-0.18, -0.266, 0.725))
    screen = block(Paint((0.1, 0.3, 0.5), 0.3, 0, 1.0), (0.12, 0.018, 0.04), (0.2, -0.262, 0.745), 0)
    return [body, *porthole, panel, knob, drawer, screen]


def _toaster(main: Colour = (0.80, 0.14, 0.12)) -> list[Piece]:
    body = hull(
        Paint(main, 0.15),
        [
            (-0.085, 0.135, 0.01, 0.165),
            (-0.06, 0.14, 0.01, 0.175),
            (0.06, 0.14, 0.01, 0.175),
            (0.085, 0.135, 0.01, 0.165),
        ],
        5,
    )
    slots = [block(BLACK, (0.21, 0.026, 0.02), (0, y, 0.16), 0.002) for y in (-0.035, 0.035)]
    toast = [
        block(Paint((0.80, 0.55, 0.28), 0.9), (0.12, 0.016, 0.07), (0, y, 0.13), 0.008)
        for y in (-0.035, 0.035)
    ]
    lever = [
        block(BLACK, (0.02, 0.04, 0.02), (0.15, 0, 0.11)),
        block(CHROME, (0.004, 0.012, 0.10), (0.139, 0, 0.05)),
    ]
    base = block(BLACK, (0.27, 0.16, 0.015))
    return [body, *slots, *toast, *lever, base]


MODELS: dict[str, Model] = {
    "bathtub": _bathtub, "microwave": _microwave, "oven": _oven, "refrigerator": _refrigerator, "sink":
    _sink, "toaster": _toaster, "toilet": _toilet, "washing_machine": _washing_machine,
}  # fmt: skip
