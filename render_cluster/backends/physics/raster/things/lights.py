"""Models of what is carried for its light."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    GRAPHITE,
    STEEL,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bars,
    circle,
    drum,
    lathe,
    ring,
    turn,
)  # fmt: skip


def _candle(main: Colour = (0.94, 0.90, 0.80)) -> list[Piece]:
    """A candle on a brass saucer; its flame is a source's."""
    wax = lathe(
        Paint(main, 0.45, 0, 0.06),
        [(0.0, 0.012), (0.022, 0.012), (0.022, 0.15), (0.022, 0.15), (0.019, 0.147), (0.0, 0.143)],
        sides=28,
    )
    drips = [
        ball(
            Paint(main, 0.45), (0.004, 0.004, h), (0.0215 * math.cos(a), 0.0215 * math.sin(a), 0.148 - h), 10
        )
        for a, h in ((0.3, 0.02), (1.9, 0.035), (3.4, 0.015), (4.6, 0.028))
    ]
    flame = lathe(
        Paint((1.0, 0.66, 0.20), 0.5, 0, 3.2),
        [(0.0, 0.148), (0.005, 0.153), (0.0035, 0.161), (0.0, 0.17)],
        sides=14,
    )
    dish = lathe(
        BRASS,
        [(0.0, 0.0), (0.03, 0.0), (0.0375, 0.012), (0.0375, 0.012), (0.034, 0.013), (0.0, 0.008)],
        sides=36,
    )
    return [wax, *drips, bar(BLACK, (0, 0, 0.142), (0.001, 0, 0.152), 0.0012), flame, dish]


def _lantern(main: Colour = (0.14, 0.15, 0.16)) -> list[Piece]:
    iron = Paint(main, 0.4, 0.4)
    base, roof = (
        lathe(iron, [(0.0, 0.0), (0.09, 0.0), (0.09, 0.0), (0.085, 0.04), (0.0, 0.045)]),
        lathe(iron, [(0.09, 0.24), (0.085, 0.25), (0.03, 0.30), (0.025, 0.32), (0.0, 0.325)]),
    )
    glow = drum(Paint((1.0, 0.80, 0.42), 0.2, 0, 1.8), 0.062, 0.19, (0, 0, 0.045))
    return [
        base,
        roof,
        glow,
        *bars(iron, 0.006, *(((x, y, 0.03), (x, y, 0.25)) for x, y, _ in circle(6, 0.075))),
        ring(iron, 0.075, 0.005, (0, 0, 0.14)),
        turn(ring(iron, 0.045, 0.005), "x", 90).moved(0, 0, 0.345),
    ]


def _light_bulb(main: Colour = (1.0, 0.92, 0.70)) -> list[Piece]:
    bulb = lathe(
        Paint(main, 0.06, 0, 0.9),
        [(0.013, 0.04), (0.016, 0.05), (0.031, 0.08), (0.028, 0.105), (0.0, 0.12)],
        sides=36,
    )
    thread = [ring(STEEL, 0.0125, 0.0025, (0, 0, z), 24) for z in (0.014, 0.020, 0.026, 0.032, 0.038)]
    return [bulb, *thread, drum(STEEL, 0.0125, 0.03, (0, 0, 0.012)), drum(BLACK, 0.008, 0.012, top=0.0125)]


def _torch(main: Colour = (0.42, 0.28, 0.16)) -> list[Piece]:
    wrap = lathe(
        Paint((0.55, 0.47, 0.36), 0.95),
        [(0.02, 0.42), (0.04, 0.46), (0.045, 0.55), (0.03, 0.60), (0.0, 0.60)],
    )
    return [
        bar(Paint(main, 0.9), (0, 0, 0), (0, 0, 0.45), 0.016, 0.022),
        wrap,
        ball(Paint((1.0, 0.45, 0.08), 0.8, 0, 2.0), (0.03, 0.03, 0.012), (0, 0, 0.595), 12),
    ]


def _flashlight(main: Colour = (0.10, 0.10, 0.11)) -> list[Piece]:
    line = [
        (0.0, 0.0),
        (0.015, 0.0),
        (0.016, 0.01),
        (0.016, 0.13),
        (0.024, 0.165),
        (0.025, 0.195),
        (0.025, 0.195),
        (0.0, 0.193),
    ]
    pieces = [
        lathe(Paint(main, 0.35, 0.4), line),
        drum(Paint((1.0, 0.97, 0.85), 0.1, 0, 2.0), 0.022, 0.003, (0, 0, 0.194)),
        *(ring(GRAPHITE, 0.016, 0.0015, (0, 0, z), 20) for z in np.arange(0.03, 0.12, 0.012)),
    ]
    return [turn(piece, "x", 90) for piece in pieces]


MODELS: dict[str, Model] = {
    "candle": _candle, "flashlight": _flashlight, "lantern": _lantern, "light_bulb": _light_bulb, "torch":
    _torch,
}  # fmt: skip
