"""Models of what is worn and carried."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CREAM,
    GRAPHITE,
    OAK,
    PANE,
    RED,
    STEEL,
    WHITE,
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
    hull,
    lathe,
    prism,
    ring,
    sheet,
    tinted,
    tube,
    turn,
)  # fmt: skip


def _hat(main: Colour = (0.86, 0.72, 0.44)) -> list[Piece]:
    """A brimmed hat with a band."""
    crown = lathe(
        Paint(main, 0.9), [(0.095, 0.02), (0.092, 0.08), (0.080, 0.13), (0.04, 0.148), (0.0, 0.142)], sides=36
    )
    brim = bent(
        lathe(
            Paint(main, 0.9),
            [(0.09, 0.012), (0.17, 0.008), (0.18, 0.016), (0.17, 0.02), (0.09, 0.024)],
            sides=48,
        ),
        lambda p: p + np.stack([0 * p[:, 0], 0 * p[:, 0], 0.6 * p[:, 0] ** 2], 1),
    )
    band = lathe(Paint((0.32, 0.14, 0.10), 0.8), [(0.0965, 0.024), (0.0945, 0.05)], sides=36)
    return [Part(crown, Material.CLOTH), Part(brim, Material.CLOTH), band]


def _top_hat(main: Colour = (0.05, 0.05, 0.06)) -> list[Piece]:
    felt = Paint(main, 0.45)
    crown = lathe(felt, [(0.10, 0.01), (0.092, 0.09), (0.10, 0.185), (0.10, 0.185), (0.0, 0.188)], sides=40)
    brim = bent(
        lathe(felt, [(0.09, 0.008), (0.155, 0.006), (0.16, 0.012), (0.155, 0.018), (0.09, 0.02)], sides=48),
        lambda p: p + np.stack([0 * p[:, 0], 0 * p[:, 0], 0.9 * p[:, 0] ** 2], 1),
    )
    return [crown, brim, lathe(RED, [(0.102, 0.02), (0.0965, 0.055)], sides=40)]


def _helmet(main: Colour = (0.14, 0.35, 0.72)) -> list[Piece]:
    shell = lathe(
        Paint(main, 0.12), [(0.118, 0.03), (0.125, 0.10), (0.112, 0.18), (0.06, 0.235), (0.0, 0.25)], sides=40
    ).scaled(1, 1.2, 1)
    visor = hull(
        PANE, [(-0.155, 0.06, 0.09, 0.16), (-0.135, 0.10, 0.075, 0.175), (-0.06, 0.123, 0.075, 0.18)], 3
    )
    stripe = [
        tube(WHITE, [(x, -0.13, 0.17), (x, -0.07, 0.228), (x, 0.03, 0.247), (x, 0.12, 0.19)], 0.008)
        for x in (-0.025, 0.025)
    ]
    return [
        shell,
        visor,
        *stripe,
        ring(BLACK, 1.0, 0.06, sides=40).scaled(0.118, 0.142, 0.15).moved(0, 0, 0.03),
        block(Paint(main, 0.12), (0.13, 0.05, 0.06), (0, -0.12, 0.0), 0.02),
    ]


def _glasses(main: Colour = (0.08, 0.07, 0.07)) -> list[Piece]:
    frame = Paint(main, 0.2)
    rims = both(
        turn(ring(frame, 1.0, 0.13, sides=32).scaled(0.028, 0.023, 0.02), "x", 90).moved(
            0.036, -0.065, 0.026
        ),
        turn(
            drum(Paint((0.10, 0.12, 0.15), 0.03), 1.0, 0.002, sides=32).scaled(0.028, 0.023, 1), "x", 90
        ).moved(0.036, -0.065, 0.026),
    )
    arms = both(
        tube(
            frame,
            [(0.066, -0.065, 0.034), (0.071, -0.05, 0.034), (0.070, 0.035, 0.032), (0.068, 0.07, 0.008)],
            0.0028,
        )
    )
    return [
        *rims,
        *arms,
        tube(frame, [(-0.009, -0.066, 0.031), (0, -0.068, 0.036), (0.009, -0.066, 0.031)], 0.003),
    ]


def _shoe(main: Colour = (0.86, 0.16, 0.12)) -> list[Piece]:
    """A trainer with a white sole and laces."""
    upper = hull(
        Paint(main, 0.6),
        [
            (-0.135, 0.020, 0.025, 0.045),
            (-0.10, 0.042, 0.022, 0.062),
            (-0.03, 0.045, 0.022, 0.085),
            (0.04, 0.038, 0.022, 0.118),
            (0.11, 0.036, 0.022, 0.128),
            (0.135, 0.022, 0.028, 0.115),
        ],
        2.6,
    )
    sole = hull(
        WHITE,
        [
            (-0.14, 0.022, 0.004, 0.030),
            (-0.10, 0.047, 0.0, 0.032),
            (0.02, 0.040, 0.0, 0.032),
            (0.10, 0.041, 0.0, 0.036),
            (0.14, 0.022, 0.002, 0.036),
        ],
        3,
    )
    hole = ball(BLACK, (0.024, 0.05, 0.012), (0, 0.078, 0.122))
    laces = [
        bar(WHITE, (-0.02, y, z), (0.02, y + 0.008, z + 0.002), 0.003)
        for y, z in ((-0.045, 0.083), (-0.025, 0.090), (-0.005, 0.098), (0.015, 0.107))
    ]
    return [
        upper,
        sole,
        hole,
        *laces,
        *both(tube(WHITE, [(0.042, -0.04, 0.04), (0.043, 0.0, 0.075), (0.040, 0.03, 0.04)], 0.004)),
    ]


def _tie(main: Colour = (0.62, 0.08, 0.12)) -> list[Piece]:
    silk = Paint(main, 0.35)
    blade = prism(
        silk, [(-0.013, 0.68), (0.013, 0.68), (0.044, 0.09), (0.0, 0.0), (-0.044, 0.09)], 0.006, "y"
    )
    knot = prism(
        Paint(tuple(c * 0.85 for c in main), 0.35),
        [(-0.026, 0.75), (0.026, 0.75), (0.014, 0.685), (-0.014, 0.685)],
        0.012,
        "y",
    )
    stripes = [
        prism(CREAM, [(-w, z), (w, z + 0.045), (w, z + 0.062), (-w, z + 0.017)], 0.0075, "y")
        for z in np.arange(0.10, 0.62, 0.085)
        for w in [0.038 - 0.045 * (z - 0.09)]
    ]
    return [blade, knot, *stripes]


def _backpack(main: Colour = (0.14, 0.36, 0.58)) -> list[Piece]:
    cloth, dark = Paint(main, 0.85), Paint(tuple(c * 0.7 for c in main), 0.85)
    body = hull(
        cloth,
        [
            (-0.10, 0.13, 0.02, 0.40),
            (-0.06, 0.155, 0.0, 0.44),
            (0.04, 0.16, 0.0, 0.45),
            (0.08, 0.15, 0.01, 0.44),
        ],
        3.2,
    )
    pocket = hull(
        dark, [(-0.145, 0.09, 0.05, 0.19), (-0.12, 0.115, 0.03, 0.21), (-0.08, 0.12, 0.03, 0.22)], 3.5
    )
    zips = [
        tube(
            BLACK,
            [
                (-0.118, -0.06, 0.24),
                (-0.09, -0.075, 0.38),
                (0, -0.085, 0.41),
                (0.09, -0.075, 0.38),
                (0.118, -0.06, 0.24),
            ],
            0.005,
        ),
        bar(BLACK, (-0.095, -0.128, 0.19), (0.095, -0.128, 0.19), 0.005),
    ]
    straps = both(
        tube(dark, [(0.07, 0.075, 0.41), (0.08, 0.11, 0.33), (0.085, 0.11, 0.18), (0.10, 0.07, 0.05)], 0.016)
    )
    return [
        Part(body, Material.CLOTH),
        Part(pocket, Material.CLOTH),
        *zips,
        *straps,
        tube(
            dark,
            [(-0.035, 0.05, 0.435), (-0.02, 0.05, 0.46), (0.02, 0.05, 0.46), (0.035, 0.05, 0.435)],
            0.008,
        ),
    ]


def _handbag(main: Colour = (0.60, 0.26, 0.12)) -> list[Piece]:
    leather = Paint(main, 0.4)
    body = hull(
        leather,
        [
            (-0.07, 0.15, 0.01, 0.24),
            (-0.05, 0.175, 0.0, 0.255),
            (0.05, 0.175, 0.0, 0.255),
            (0.07, 0.15, 0.01, 0.24),
        ],
        4.5,
    )
    flap = hull(
        Paint(tuple(c * 0.82 for c in main), 0.4),
        [(-0.078, 0.13, 0.12, 0.25), (-0.06, 0.172, 0.10, 0.265), (0.04, 0.17, 0.22, 0.268)],
        4.5,
    )
    handles = [
        tube(
            leather,
            [(-0.09, y, 0.24), (-0.08, y, 0.36), (0, y, 0.40), (0.08, y, 0.36), (0.09, y, 0.24)],
            0.008,
        )
        for y in (-0.03, 0.03)
    ]
    return [
        body,
        flap,
        *handles,
        block(BRASS, (0.04, 0.012, 0.03), (0, -0.082, 0.12), 0.003),
        *both(ring(BRASS, 0.012, 0.003, (0.09, -0.03, 0.245), 16)),
    ]


def _suitcase(main: Colour = (0.16, 0.42, 0.46)) -> list[Piece]:
    """A ribbed shell on wheels, its handle out."""
    shell = block(Paint(main, 0.25), (0.45, 0.25, 0.56), (0, 0, 0.04), 0.04)
    ribs = [
        block(Paint(tuple(c * 0.86 for c in main), 0.25), (0.014, 0.262, 0.50), (x, 0, 0.07), 0.004)
        for x in np.linspace(-0.16, 0.16, 7)
    ]
    handle = [
        tube(STEEL, [(-0.09, 0.08, 0.58), (-0.09, 0.08, 0.68), (-0.088, 0.08, 0.69)], 0.007),
        tube(STEEL, [(0.09, 0.08, 0.58), (0.09, 0.08, 0.68), (0.088, 0.08, 0.69)], 0.007),
        bar(BLACK, (-0.105, 0.08, 0.69), (0.105, 0.08, 0.69), 0.013),
    ]
    wheels = [
        turn(drum(BLACK, 0.024, 0.03, (0, 0, -0.015)), "y", 90).moved(x, y, 0.024)
        for x in (-0.18, 0.18)
        for y in (-0.09, 0.09)
    ]
    return [
        shell,
        *ribs,
        *handle,
        *wheels,
        block(GRAPHITE, (0.452, 0.012, 0.54), (0, 0, 0.05), 0.002),
        block(BLACK, (0.12, 0.03, 0.02), (0, -0.02, 0.595), 0.006),
    ]


def _umbrella(main: Colour = (0.80, 0.10, 0.12)) -> list[Piece]:
    """Open and upright, eight panels over ribs."""

    def skin(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        angle, out = 2 * np.pi * u, np.clip(v, 0, 1)
        scallop = 0.5 - 0.5 * np.cos(8 * angle)
        radius = 0.525 * out * (1 - 0.05 * scallop * out**3)
        z = 0.90 - 0.27 * out**1.9 + 0.045 * scallop * out**3
        return np.stack([radius * np.cos(angle), radius * np.sin(angle), z], -1)

    panels = sheet(Paint(main, 0.6), skin, 64)
    alternate = tinted(
        panels,
        lambda p: np.floor(np.arctan2(p[:, 1], p[:, 0]) / (2 * np.pi) * 8 + 1e-4) % 2 == 0,
        Paint(tuple(c * 0.86 for c in main), 0.6),
    )
    ribs = [bar(STEEL, (0, 0, 0.72), (0.27 * x, 0.27 * y, 0.80), 0.004) for x, y, _ in circle(8, 1.0)]
    hook = tube(OAK, [(0, 0, 0.16), (0, 0, 0.05), (0.035, 0, 0.0), (0.075, 0, 0.02), (0.08, 0, 0.06)], 0.013)
    return [Part(alternate, Material.CLOTH), *ribs, bar(STEEL, (0, 0, 0.1), (0, 0, 0.95), 0.008), hook]


MODELS: dict[str, Model] = {
    "backpack": _backpack, "glasses": _glasses, "handbag": _handbag, "hat": _hat, "helmet":
    _helmet, "shoe": _shoe, "suitcase": _suitcase, "tie": _tie, "top_hat": _top_hat, "umbrella": _umbrella,
}  # fmt: skip
