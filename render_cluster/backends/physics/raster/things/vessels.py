"""Models of what is drunk and eaten from."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    BRASS,
    CREAM,
    Model,
    Paint,
    Piece,
    ball,
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


MODELS: dict[str, Model] = {
    "bowl": _bowl, "cup": _cup, "plate": _plate, "teapot": _teapot, "vase": _vase,
}  # fmt: skip
