"""Models of what masons build: bridges, arches, walls, fountains."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.kit import (
    BARK,
    CREAM,
    OAK,
    STONE,
    WATER,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bent,
    block,
    both,
    circle,
    drum,
    lathe,
    loft,
    prism,
    ring,
    tinted,
    tube,
    turn,
)  # fmt: skip
from render_cluster.backends.physics.raster.things.street_parts import (
    TILES,
    gable_roof,
    varied,
)


def _bridge(main: Colour = (0.64, 0.60, 0.54)) -> list[Piece]:
    """A stone bridge along x over one round arch, humped."""
    stone = Paint(main, 0.95)
    arch = [(3.9 * math.cos(a), 2.0 * math.sin(a)) for a in np.linspace(0, math.pi, 19)]
    deck = [(x, 2.35 - 0.011 * x * x * 1.0) for x in np.linspace(-6, 6, 13)]
    body = prism(stone, [(6.0, 0.0), *deck[::-1], (-6.0, 0.0), *arch[::-1]], 3.0, "y")
    parapets = [
        loft(
            stone,
            np.array(
                [
                    [(x, y - 0.13, z), (x, y + 0.13, z), (x, y + 0.13, z + 0.8), (x, y - 0.13, z + 0.8)]
                    for x, z in deck
                ]
            ),
        )
        for y in (-1.45, 1.45)
    ]
    vousoirs = [
        turn(
            block(Paint(tuple(c * (0.86 if i % 2 else 1.04) for c in main), 0.95), (0.42, 3.1, 0.5)),
            "y",
            90 - math.degrees(a),
        ).moved(3.9 * math.cos(a), 0, 2.0 * math.sin(a))
        for i, a in enumerate(np.linspace(0.05, math.pi - 0.05, 17))
    ]
    return [
        body,
        *parapets,
        *vousoirs,
        *(block(stone, (0.6, 0.5, 1.1), (x, y, 1.9)) for x in (-5.7, 5.7) for y in (-1.4, 1.4)),
    ]


def _arch(main: Colour = (0.74, 0.70, 0.62)) -> list[Piece]:
    stone = Paint(main, 0.9)
    hole = [(1.15 * math.cos(a), 2.4 + 1.15 * math.sin(a)) for a in np.linspace(0, math.pi, 15)]
    body = prism(
        stone, [(1.9, 0), (1.9, 4.0), (-1.9, 4.0), (-1.9, 0), (-1.15, 0), *hole[::-1], (1.15, 0)], 0.8, "y"
    )
    return [
        body,
        block(stone, (4.0, 0.9, 0.24), (0, 0, 3.95)),
        block(stone, (3.7, 0.86, 0.22), (0, 0, 4.18)),
        *both(block(stone, (0.85, 0.88, 0.2), (1.55, 0, 2.3)), block(stone, (0.85, 0.9, 0.3), (1.55, 0, 0))),
    ]


def _column(main: Colour = (0.88, 0.86, 0.81)) -> list[Piece]:
    stone = Paint(main, 0.7)
    shaft = lathe(stone, [(0.30, 0.36), (0.305, 1.4), (0.26, 3.15)], sides=40)
    fluted = tinted(
        shaft,
        lambda p: (np.arctan2(p[:, 1], p[:, 0]) * 10 / np.pi) % 1.0 < 0.45,
        Paint(tuple(c * 0.78 for c in main), 0.8),
    )
    return [
        fluted,
        block(stone, (0.8, 0.8, 0.18)),
        ring(stone, 0.31, 0.06, (0, 0, 0.26)),
        drum(stone, 0.36, 0.10, (0, 0, 0.2)),
        drum(stone, 0.27, 0.2, (0, 0, 3.15), 0.38),
        block(stone, (0.8, 0.8, 0.22), (0, 0, 3.38)),
    ]


def _wall(main: Colour = (0.60, 0.27, 0.19)) -> list[Piece]:
    """Bricks in running bond with mortar behind and a coping."""
    rng = np.random.default_rng(1)
    pieces: list[Piece] = [block(Paint((0.74, 0.70, 0.65), 0.95), (3.99, 0.288, 2.28))]
    for row in range(22):
        for x in np.arange(-2.0 + (0.12 if row % 2 else 0.0), 2.0, 0.24):
            low, high = max(x, -2.0), min(x + 0.225, 2.0)
            if high - low > 0.05:
                brick_ = block(
                    Paint(varied(rng, main, 0.10), 0.95),
                    (high - low, 0.30, 0.088),
                    ((low + high) / 2, 0, row * 0.104 + 0.005),
                    0.006,
                )
                pieces.append(Part(brick_, outlined=False))
    return [*pieces, block(STONE, (4.0, 0.3, 0.10), (0, 0, 2.29))]


def _statue(main: Colour = (0.76, 0.75, 0.72)) -> list[Piece]:
    """A robed figure with one arm raised, on a plinth."""
    stone = Paint(main, 0.8)
    plinth = [
        block(stone, (0.9, 0.9, 0.12)),
        block(stone, (0.7, 0.7, 0.6), (0, 0, 0.12)),
        block(stone, (0.82, 0.82, 0.1), (0, 0, 0.72)),
    ]
    robe = lathe(
        stone,
        [(0.26, 0.82), (0.22, 1.15), (0.17, 1.55), (0.20, 1.85), (0.21, 2.0), (0.07, 2.12), (0.065, 2.2)],
        sides=32,
    ).scaled(1, 0.8, 1)
    folds = bent(
        robe,
        lambda p: (
            p
            * np.stack(
                [1 + 0.07 * np.sin(11 * np.arctan2(p[:, 1], p[:, 0])) * (p[:, 2] < 1.5)] * 2
                + [np.ones(len(p))],
                1,
            )
        ),
    )
    arms = [
        tube(stone, [(0.19, 0, 1.96), (0.33, -0.05, 2.10), (0.36, -0.08, 2.42)], [0.06, 0.05, 0.035]),
        tube(stone, [(-0.19, 0, 1.96), (-0.27, -0.08, 1.7), (-0.16, -0.2, 1.55)], [0.06, 0.05, 0.035]),
    ]
    head = [
        ball(stone, (0.095, 0.11, 0.13), (0, -0.01, 2.31)),
        ball(stone, (0.11, 0.115, 0.09), (0, 0.02, 2.37)),
        ball(stone, (0.018, 0.03, 0.03), (0, -0.12, 2.30), 8),
    ]
    return [*plinth, folds, *arms, *head, ball(stone, 0.05, (0.36, -0.08, 2.46), 12)]


def _fountain(main: Colour = (0.70, 0.68, 0.64)) -> list[Piece]:
    """Two basins, water in both and falling between them."""
    stone, drop = Paint(main, 0.8), Paint((0.78, 0.90, 0.96), 0.1)
    pool = lathe(
        stone,
        [
            (0.0, 0.0),
            (1.42, 0.0),
            (1.42, 0.0),
            (1.5, 0.1),
            (1.44, 0.30),
            (1.5, 0.42),
            (1.5, 0.42),
            (1.34, 0.42),
            (1.34, 0.42),
            (1.30, 0.2),
            (0.0, 0.18),
        ],
        sides=48,
    )
    stem = lathe(stone, [(0.32, 0.15), (0.20, 0.4), (0.14, 0.8), (0.22, 1.1)], sides=28)
    bowl = lathe(
        stone,
        [
            (0.10, 1.02),
            (0.50, 1.16),
            (0.70, 1.30),
            (0.70, 1.30),
            (0.62, 1.30),
            (0.62, 1.30),
            (0.4, 1.2),
            (0.0, 1.16),
        ],
        sides=40,
    )
    water = [drum(WATER, 1.33, 0.02, (0, 0, 0.32), sides=48), drum(WATER, 0.61, 0.02, (0, 0, 1.26), sides=32)]
    jet = [
        tube(
            drop,
            [
                (0, 0, 1.25),
                (0.05 * x, 0.05 * y, 1.85),
                (0.24 * x, 0.24 * y, 1.72),
                (0.42 * x, 0.42 * y, 1.28),
            ],
            [0.02, 0.016, 0.012, 0.010],
        )
        for x, y, _ in circle(8, 1.0)
    ]
    falls = [
        tube(
            drop,
            [(0.68 * x, 0.68 * y, 1.29), (0.78 * x, 0.78 * y, 1.15), (0.90 * x, 0.90 * y, 0.34)],
            [0.016, 0.014, 0.009],
        )
        for x, y, _ in circle(16, 1.0)
    ]
    return [
        pool,
        stem,
        bowl,
        *water,
        *jet,
        *falls,
        lathe(stone, [(0.10, 1.16), (0.06, 1.3), (0.08, 1.4), (0.0, 1.45)]),
    ]


def _well(main: Colour = (0.56, 0.54, 0.51)) -> list[Piece]:
    rng = np.random.default_rng(5)
    pieces: list[Piece] = [drum(Paint((0.05, 0.07, 0.09), 0.2), 0.55, 0.02, (0, 0, 0.7))]
    for row in range(4):
        for i in range(14):
            stone = block(
                Paint(varied(rng, main, 0.12), 0.95), (0.17, 0.285, 0.205), (0.60, 0, 0.21 * row), 0.035
            )
            pieces.append(turn(stone, "z", 360 / 14 * (i + 0.5 * (row % 2))))
    posts = both(bar(OAK, (0.55, 0, 0.8), (0.55, 0, 1.75), 0.05))
    bucket = [
        lathe(OAK, [(0.0, 1.05), (0.11, 1.05), (0.14, 1.27), (0.14, 1.27), (0.0, 1.27)]),
        bar(CREAM, (0, 0, 1.27), (0, 0, 1.55), 0.012),
    ]
    return [
        *pieces,
        *posts,
        bar(OAK, (-0.68, 0, 1.55), (0.68, 0, 1.55), 0.05),
        *gable_roof(TILES, 1.4, 1.3, 1.68, 0.5, 0.07, across=True),
        *bucket,
    ]


def _pier(main: Colour = (0.56, 0.44, 0.33)) -> list[Piece]:
    rng = np.random.default_rng(2)
    planks = [
        block(Paint(varied(rng, main, 0.12), 0.9), (2.4, 0.21, 0.06), (0, y, 1.16), 0.008)
        for y in np.arange(-4.38, 4.4, 0.23)
    ]
    posts = [
        bar(BARK, (x, y, 0), (x, y, 1.4), 0.10) for x in (-1.08, 1.08) for y in np.linspace(-4.2, 4.2, 5)
    ]
    return [*planks, *posts, *both(block(BARK, (0.14, 9.0, 0.16), (0.9, 0, 1.0)))]


MODELS: dict[str, Model] = {
    "arch": _arch, "bridge": _bridge, "column": _column, "fountain": _fountain, "pier": _pier, "statue":
    _statue, "wall": _wall, "well": _well,
}  # fmt: skip
