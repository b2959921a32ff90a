"""Models of what is drunk and eaten from."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BRASS,
    CLEAR,
    CREAM,
    RED,
    WATER,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    circle,
    drum,
    lathe,
    tinted,
    tube,
)  # fmt: skip

_COFFEE = Paint((0.16, 0.08, 0.04), 0.15)


def _vase(main: Colour = (0.16, 0.36, 0.62)) -> list[Piece]:
    line = [
        (0.0, 0.0),
        (0.05, 0.0),
        (0.05, 0.0),
        (0.06, 0.03),
        (0.088, 0.12),
        (0.085, 0.18),
        (0.045, 0.25),
        (0.036, 0.28),
        (0.052, 0.32),
        (0.052, 0.32),
        (0.043, 0.318),
        (0.03, 0.28),
        (0.0, 0.26),
    ]
    body = lathe(Paint(main, 0.1), line, sides=44)
    return [
        tinted(body, lambda p: (np.abs(p[:, 2] - 0.155) < 0.022) | (np.abs(p[:, 2] - 0.245) < 0.008), CREAM)
    ]


def _glass(main: Colour = (0.74, 0.87, 0.92)) -> list[Piece]:
    """A tumbler with water in it."""
    shell = lathe(
        Paint(main, 0.04),
        [
            (0.0, 0.0),
            (0.030, 0.0),
            (0.030, 0.0),
            (0.0375, 0.13),
            (0.0375, 0.13),
            (0.0345, 0.13),
            (0.0345, 0.13),
            (0.032, 0.09),
        ],
        sides=32,
    )
    water = lathe(
        WATER, [(0.0, 0.006), (0.029, 0.006), (0.0335, 0.094), (0.0335, 0.094), (0.0, 0.094)], sides=32
    )
    return [
        Part(tinted(shell, lambda p: p[:, 2] > 0.123, WHITE), Material.GLASS, outlined=False),
        Part(water, Material.GLASS, outlined=False),
    ]


def _wine_glass(main: Colour = (0.45, 0.04, 0.10)) -> list[Piece]:
    """The wine is the main colour."""
    shell = lathe(
        Paint((0.80, 0.88, 0.92), 0.04),
        [
            (0.0, 0.0),
            (0.038, 0.0),
            (0.036, 0.004),
            (0.006, 0.012),
            (0.0045, 0.04),
            (0.005, 0.10),
            (0.026, 0.118),
            (0.0425, 0.155),
            (0.035, 0.21),
            (0.035, 0.21),
            (0.033, 0.21),
            (0.038, 0.17),
        ],
        sides=36,
    )
    wine = lathe(
        Paint(main, 0.06),
        [(0.006, 0.108), (0.0275, 0.119), (0.0432, 0.152), (0.0428, 0.160), (0.0428, 0.160), (0.0, 0.160)],
        sides=36,
    )
    return [Part(shell, Material.GLASS, outlined=False), wine]


def _bottle(main: Colour = (0.10, 0.28, 0.14)) -> list[Piece]:
    body = lathe(
        Paint(main, 0.06),
        [
            (0.0, 0.0),
            (0.036, 0.0),
            (0.0375, 0.01),
            (0.0375, 0.17),
            (0.034, 0.20),
            (0.016, 0.235),
            (0.0145, 0.28),
            (0.0165, 0.285),
            (0.0165, 0.298),
            (0.0, 0.30),
        ],
        sides=36,
    )
    label = lathe(CREAM, [(0.0379, 0.05), (0.0379, 0.13)], sides=36)
    foil = lathe(
        Paint((0.55, 0.10, 0.14), 0.3, 0.5),
        [(0.0150, 0.245), (0.0150, 0.28), (0.0172, 0.285), (0.0172, 0.30), (0.0, 0.301)],
        sides=24,
    )
    glass = Part(body, Material.GLASS, outlined=False)
    return [glass, tinted(label, lambda p: np.abs(p[:, 2] - 0.11) < 0.006, RED), foil]


def _jar(main: Colour = (0.80, 0.20, 0.12)) -> list[Piece]:
    """Jam under a lid."""
    body = lathe(
        Paint(main, 0.06),
        [(0.0, 0.0), (0.044, 0.0), (0.05, 0.008), (0.05, 0.10), (0.042, 0.122), (0.0, 0.122)],
        sides=36,
    )
    lid = lathe(
        BRASS,
        [(0.042, 0.122), (0.045, 0.122), (0.045, 0.122), (0.045, 0.148), (0.045, 0.148), (0.0, 0.15)],
        sides=36,
    )
    return [body, lid, lathe(CREAM, [(0.0505, 0.03), (0.0505, 0.085)], sides=36)]


def _cup(main: Colour = (0.86, 0.24, 0.14)) -> list[Piece]:
    """A mug of coffee, its handle to the right."""
    shell = lathe(
        Paint(main, 0.15),
        [
            (0.0, 0.0),
            (0.036, 0.0),
            (0.041, 0.006),
            (0.0425, 0.03),
            (0.0425, 0.094),
            (0.0425, 0.094),
            (0.0385, 0.095),
            (0.0385, 0.095),
            (0.0375, 0.075),
        ],
        sides=36,
    )
    inside = lathe(CREAM, [(0.0384, 0.094), (0.0378, 0.08)][::1], sides=36)
    handle = tube(
        Paint(main, 0.15),
        [(0.038, 0, 0.075), (0.062, 0, 0.078), (0.074, 0, 0.052), (0.060, 0, 0.024), (0.038, 0, 0.022)],
        0.0065,
        12,
    )
    return [
        shell.moved(-0.017, 0, 0),
        inside.moved(-0.017, 0, 0),
        handle.moved(-0.017, 0, 0),
        drum(_COFFEE, 0.038, 0.002, (-0.017, 0, 0.080)),
    ]


def _bowl(main: Colour = (0.90, 0.87, 0.80)) -> list[Piece]:
    line = [
        (0.0, 0.0),
        (0.045, 0.0),
        (0.045, 0.0),
        (0.045, 0.008),
        (0.075, 0.035),
        (0.09, 0.078),
        (0.09, 0.078),
        (0.086, 0.08),
        (0.086, 0.08),
        (0.07, 0.038),
        (0.04, 0.014),
        (0.0, 0.012),
    ]
    shell = lathe(Paint(main, 0.12), line, sides=44)
    return [tinted(shell, lambda p: np.abs(p[:, 2] - 0.068) < 0.006, Paint((0.16, 0.32, 0.62), 0.15))]


def _plate(main: Colour = (0.94, 0.94, 0.92)) -> list[Piece]:
    line = [
        (0.0, 0.004),
        (0.07, 0.004),
        (0.07, 0.004),
        (0.075, 0.0),
        (0.08, 0.004),
        (0.105, 0.017),
        (0.13, 0.028),
        (0.13, 0.028),
        (0.128, 0.030),
        (0.128, 0.030),
        (0.1, 0.021),
        (0.08, 0.012),
        (0.0, 0.010),
    ]
    dish = lathe(Paint(main, 0.1), line, sides=48)
    return [
        tinted(
            dish,
            lambda p: (np.abs(np.hypot(p[:, 0], p[:, 1]) - 0.118) < 0.008) & (p[:, 2] > 0.021),
            Paint((0.16, 0.32, 0.62), 0.15),
        )
    ]


def _teapot(main: Colour = (0.20, 0.46, 0.48)) -> list[Piece]:
    glaze = Paint(main, 0.1)
    body = lathe(
        glaze,
        [
            (0.0, 0.0),
            (0.05, 0.0),
            (0.05, 0.0),
            (0.075, 0.03),
            (0.08, 0.07),
            (0.06, 0.12),
            (0.04, 0.132),
            (0.0, 0.135),
        ],
        sides=40,
    )
    lid = [
        lathe(glaze, [(0.042, 0.13), (0.03, 0.145), (0.0, 0.152)], sides=32),
        ball(BRASS, 0.012, (0, 0, 0.16), 14),
    ]
    spout = tube(
        glaze,
        [(-0.06, 0, 0.05), (-0.10, 0, 0.07), (-0.118, 0, 0.11), (-0.14, 0, 0.135)],
        [0.024, 0.017, 0.012, 0.010],
        14,
    )
    handle = tube(
        glaze,
        [(0.06, 0, 0.11), (0.105, 0, 0.118), (0.12, 0, 0.08), (0.10, 0, 0.045), (0.07, 0, 0.04)],
        0.008,
        12,
    )
    return [body, *lid, spout, handle]


def _hourglass(main: Colour = (0.46, 0.28, 0.15)) -> list[Piece]:
    lids = [
        lathe(
            Paint(main, 0.35), [(0.0, z), (0.05, z), (0.055, z + 0.008), (0.05, z + 0.016), (0.0, z + 0.016)]
        )
        for z in (0.0, 0.204)
    ]
    bulbs = lathe(
        CLEAR,
        [
            (0.030, 0.016),
            (0.040, 0.05),
            (0.028, 0.09),
            (0.005, 0.11),
            (0.028, 0.13),
            (0.040, 0.17),
            (0.030, 0.204),
        ],
        sides=36,
    )
    sand = lathe(
        Paint((0.90, 0.74, 0.46), 0.9),
        [(0.0312, 0.017), (0.0405, 0.045), (0.038, 0.052), (0.0, 0.072)],
        sides=36,
    )
    above = lathe(
        Paint((0.90, 0.74, 0.46), 0.9),
        [(0.006, 0.111), (0.0285, 0.131), (0.0345, 0.145), (0.0345, 0.145), (0.0, 0.14)],
        sides=36,
    )
    return [
        *lids,
        bulbs,
        sand,
        above,
        *(bar(Paint(main, 0.35), (x, y, 0.01), (x, y, 0.21), 0.005) for x, y, _ in circle(3, 0.046)),
    ]


MODELS: dict[str, Model] = {
    "bottle": _bottle, "bowl": _bowl, "cup": _cup, "glass": _glass, "hourglass": _hourglass, "jar": _jar,
    "plate": _plate, "teapot": _teapot, "vase": _vase, "wine_glass": _wine_glass,
}  # fmt: skip
