"""Models of what is made of cloth and sticks."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CREAM,
    GRAPHITE,
    PINE,
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
    sheet,
    tinted,
    tube,
)  # fmt: skip
from render_cluster.backends.physics.raster.things.street_parts import (
    archway,
)


def _tent(main: Colour = (0.92, 0.50, 0.10)) -> list[Piece]:
    """A ridge tent with an open flap."""
    cloth = Paint(main, 0.85)

    def side(s: float):
        def panel(u: np.ndarray, v: np.ndarray) -> np.ndarray:
            x = s * (1.08 * np.clip(1 - v, 0, 1) ** 1.15 + 0.01)
            return np.stack([x, -1.2 + 2.4 * u, 1.45 * v - 0.05 * np.sin(np.pi * np.clip(u, 0, 1)) * v], -1)

        return panel

    inside = prism(
        Paint((0.12, 0.09, 0.07), 0.95), [(-0.95, 0.0), (0.95, 0.0), (0.0, 1.40)], 0.02, "y"
    ).moved(0, -1.05, 0)
    back = prism(cloth, [(-1.06, 0.0), (1.06, 0.0), (0.0, 1.43)], 0.02, "y").moved(0, 1.18, 0)
    flaps = [
        prism(
            Paint(tuple(c * 0.85 for c in main), 0.85), [(s * 1.05, 0), (s * 0.40, 0), (0.0, 1.40)], 0.03, "y"
        ).moved(0, -1.2, 0)
        for s in (-1, 1)
    ]
    poles = [bar(STEEL, (0, y, 0), (0, y, 1.5), 0.02) for y in (-1.2, 1.2)]
    pegs = both(
        *bars(CREAM, 0.008, ((0.55, -1.2, 0.72), (1.15, -1.3, 0)), ((0.55, 1.2, 0.72), (1.15, 1.3, 0)))
    )
    return [
        *(Part(sheet(cloth, side(s), 14), Material.CLOTH) for s in (-1.0, 1.0)),
        inside,
        back,
        *flaps,
        *poles,
        *pegs,
        block(GRAPHITE, (2.0, 2.3, 0.02)),
    ]


def _circus_tent(main: Colour = (0.82, 0.12, 0.12)) -> list[Piece]:
    """A big top in gores of two colours with pennants."""
    top = lathe(Paint(main, 0.8), [(5.9, 3.0), (3.2, 4.4), (0.9, 6.9), (0.0, 7.2)], sides=96)
    walls = lathe(Paint(main, 0.8), [(5.7, 0.0), (5.8, 3.05)], sides=96)
    striped = [
        tinted(
            one, lambda p: np.floor(np.arctan2(p[:, 1], p[:, 0]) / (2 * np.pi) * 24 + 1e-4) % 2 == 0, CREAM
        )
        for one in (top, walls)
    ]
    fringe = [ball(Paint((0.95, 0.75, 0.15), 0.7), 0.32, (x, y, 3.0), 10) for x, y, _ in circle(32, 5.85)]
    poles = [
        bar(PINE, (0, 0, 6.8), (0, 0, 7.9), 0.08),
        prism(Paint((0.15, 0.35, 0.75), 0.7), [(0, 7.4), (1.2, 7.65), (0, 7.95)], 0.03, "y"),
    ]
    return [
        *(Part(one, Material.CLOTH) for one in striped),
        *fringe,
        *poles,
        *archway(Paint((0.12, 0.08, 0.08), 0.9), 2.2, 2.6, -5.75),
    ]


def _scarecrow(main: Colour = (0.70, 0.20, 0.16)) -> list[Piece]:
    straw = Paint((0.88, 0.74, 0.38), 0.9)
    shirt = [
        hull(
            Paint(main, 0.9),
            [(-0.10, 0.17, 0.88, 1.42), (0.0, 0.20, 0.85, 1.46), (0.10, 0.17, 0.88, 1.42)],
            3,
        ),
        *both(bar(Paint(main, 0.9), (0.15, 0, 1.36), (0.58, 0, 1.34), 0.085, 0.075)),
    ]
    legs = both(bar(Paint((0.16, 0.24, 0.42), 0.9), (0.08, 0, 0.92), (0.10, 0, 0.36), 0.09, 0.08))
    tufts = [
        bar(
            straw,
            p,
            (p[0] * 1.22 + 0.03 * math.cos(2.4 * i), 0.03 * math.sin(2.4 * i), p[2] - 0.03 * (i % 3)),
            0.008,
        )
        for i, p in enumerate([(0.60, 0, 1.34), (-0.60, 0, 1.34)] * 9)
    ]
    tufts += [
        bar(
            straw,
            (s * 0.1, 0, 0.38),
            (s * 0.1 + 0.05 * math.cos(2.4 * i), 0.05 * math.sin(2.4 * i), 0.22),
            0.008,
        )
        for s in (-1, 1)
        for i in range(9)
    ]
    head = [
        ball(Paint((0.86, 0.74, 0.54), 0.9), (0.13, 0.12, 0.15), (0, 0, 1.58)),
        *(ball(BLACK, 0.018, (x, -0.115, 1.61), 8) for x in (-0.045, 0.045)),
        tube(BLACK, [(-0.06, -0.11, 1.54), (0, -0.12, 1.51), (0.06, -0.11, 1.54)], 0.007),
    ]
    hat = [drum(straw, 0.24, 0.02, (0, 0, 1.68)), drum(straw, 0.13, 0.18, (0, 0, 1.70), 0.06)]
    return [
        *shirt,
        *legs,
        *tufts,
        *head,
        *hat,
        bar(PINE, (0, 0.05, 0), (0, 0.05, 1.5), 0.03),
        bar(PINE, (-0.66, 0.03, 1.35), (0.66, 0.03, 1.35), 0.025),
    ]


MODELS: dict[str, Model] = {
    "circus_tent": _circus_tent, "scarecrow": _scarecrow, "tent": _tent,
}  # fmt: skip
