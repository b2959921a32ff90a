"""Models of what is used at the stove, the table and the wash-stand."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    OAK,
    PINE,
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
    drum,
    hull,
    lathe,
    prism,
    ring,
    tinted,
    tube,
    turn,
)  # fmt: skip

_EBONY = Paint((0.07, 0.05, 0.045), 0.4)
_UPRIGHT = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])


def _pot(main: Colour = (0.70, 0.72, 0.75)) -> list[Piece]:
    shell = lathe(
        Paint(main, 0.2, 0.85),
        [(0.0, 0.0), (0.12, 0.0), (0.13, 0.01), (0.13, 0.14), (0.13, 0.14), (0.125, 0.142)],
        sides=40,
    )
    lid = lathe(
        Paint(main, 0.18, 0.85), [(0.132, 0.142), (0.128, 0.15), (0.07, 0.165), (0.0, 0.168)], sides=40
    )
    return [
        shell,
        lid,
        *both(
            tube(
                BLACK,
                [(0.125, -0.04, 0.115), (0.17, -0.03, 0.12), (0.17, 0.03, 0.12), (0.125, 0.04, 0.115)],
                0.009,
            )
        ),
        ball(BLACK, (0.018, 0.018, 0.012), (0, 0, 0.175), 14),
    ]


def _pan(main: Colour = (0.10, 0.10, 0.11)) -> list[Piece]:
    dish = lathe(
        Paint(main, 0.45, 0.4),
        [
            (0.0, 0.0),
            (0.105, 0.0),
            (0.105, 0.0),
            (0.135, 0.045),
            (0.135, 0.045),
            (0.130, 0.046),
            (0.130, 0.046),
            (0.102, 0.006),
            (0.0, 0.005),
        ],
        sides=44,
    )
    handle = tube(_EBONY, [(0, -0.12, 0.038), (0, -0.20, 0.06), (0, -0.32, 0.085)], [0.010, 0.012, 0.014])
    return [dish.moved(0, 0.01, 0), handle]


def _knife(main: Colour = (0.12, 0.10, 0.10)) -> list[Piece]:
    blade = prism(
        CHROME,
        [(-0.017, -0.02), (0.019, -0.02), (0.019, 0.08), (0.010, 0.13), (-0.004, 0.165), (-0.017, 0.175)],
        0.0025,
        "z",
    )
    grip = hull(
        Paint(main, 0.4),
        [(-0.125, 0.012, -0.008, 0.008), (-0.08, 0.014, -0.008, 0.008), (-0.02, 0.015, -0.007, 0.007)],
        4,
    )
    return [
        blade,
        grip,
        *(drum(STEEL, 0.004, 0.018, (0, y, -0.009), sides=12) for y in (-0.10, -0.07, -0.04)),
    ]


def _fork(main: Colour = (0.80, 0.82, 0.84)) -> list[Piece]:
    steel = Paint(main, 0.15, 0.95)
    tines = [
        tube(steel, [(x, 0.04, 0.004), (x, 0.07, 0.003), (x, 0.10, 0.009)], [0.0028, 0.0024, 0.0014])
        for x in (-0.010, -0.0033, 0.0033, 0.010)
    ]
    root = hull(
        steel, [(0.012, 0.004, 0.004, 0.009), (0.028, 0.013, 0.002, 0.007), (0.045, 0.0135, 0.002, 0.006)], 3
    )
    handle = hull(
        steel,
        [
            (-0.10, 0.008, 0.004, 0.008),
            (-0.07, 0.007, 0.006, 0.010),
            (0.0, 0.003, 0.008, 0.012),
            (0.02, 0.004, 0.005, 0.010),
        ],
        3,
    )
    return [*tines, root, handle]


def _spoon(main: Colour = (0.80, 0.82, 0.84)) -> list[Piece]:
    steel = Paint(main, 0.12, 0.95)
    scoop = ball(steel, (0.021, 0.032, 0.011), (0, 0.062, 0.012))
    hollow = bent(
        scoop,
        lambda p: np.stack(
            [p[:, 0], p[:, 1], np.where(p[:, 2] > 0.0115, 0.0230 - p[:, 2] + 0.002, p[:, 2])], 1
        ),
    )
    return [
        hollow,
        hull(
            steel,
            [
                (-0.095, 0.008, 0.010, 0.014),
                (-0.06, 0.006, 0.012, 0.016),
                (0.02, 0.003, 0.016, 0.020),
                (0.035, 0.005, 0.011, 0.016),
            ],
            3,
        ),
    ]


def _scissors(main: Colour = (0.85, 0.12, 0.10)) -> list[Piece]:
    blades = [
        turn(
            prism(CHROME, [(-0.007, -0.01), (0.007, -0.01), (0.004, 0.06), (0.0, 0.105)], 0.003, "z"),
            "z",
            s * 9,
        ).moved(0, 0, 0.0018 * s)
        for s in (-1, 1)
    ]
    loops = [
        ring(Paint(main, 0.35), 1.0, 0.22, sides=28).scaled(0.020, 0.028, 0.022).moved(s * 0.027, -0.062, 0)
        for s in (-1, 1)
    ]
    arms = [bar(Paint(main, 0.35), (s * 0.003, -0.005, 0), (s * 0.020, -0.042, 0), 0.0055) for s in (-1, 1)]
    return [*blades, *loops, *arms, drum(STEEL, 0.005, 0.009, (0, 0, -0.0045), sides=14)]


def _bucket(main: Colour = (0.62, 0.65, 0.68)) -> list[Piece]:
    shell = lathe(
        Paint(main, 0.35, 0.6),
        [
            (0.0, 0.0),
            (0.105, 0.0),
            (0.105, 0.0),
            (0.145, 0.25),
            (0.145, 0.25),
            (0.141, 0.25),
            (0.141, 0.25),
            (0.103, 0.01),
            (0.0, 0.008),
        ],
        sides=40,
    )
    handle = tube(
        STEEL,
        [
            (-0.146, 0, 0.235),
            (-0.135, -0.09, 0.23),
            (0, -0.148, 0.225),
            (0.135, -0.09, 0.23),
            (0.146, 0, 0.235),
        ],
        0.004,
    )
    return [
        shell,
        ring(Paint(main, 0.35, 0.6), 0.145, 0.004, (0, 0, 0.25)),
        ring(Paint(main, 0.35, 0.6), 0.118, 0.003, (0, 0, 0.08)),
        handle,
        bar(OAK, (-0.045, -0.142, 0.225), (0.045, -0.142, 0.225), 0.01),
    ]


def _basket(main: Colour = (0.68, 0.46, 0.24)) -> list[Piece]:
    """Woven bands about stakes, with a hoop to carry it by."""
    light, dark = Paint(main, 0.9), Paint(tuple(c * 0.78 for c in main), 0.9)

    def band(z: float, scale: float, paint: Paint) -> Mesh:
        return ring(paint, 1.0, 0.05, sides=40).scaled(0.20 * scale, 0.14 * scale, 0.2).moved(0, 0, z)

    weave = [band(0.012 + 0.0175 * i, 0.86 + 0.013 * i, light if i % 2 else dark) for i in range(11)]
    floor = drum(dark, 1.0, 0.01).scaled(0.18, 0.125, 1.0)
    return [
        *weave,
        floor,
        band(0.205, 1.03, light),
        tube(light, [(-0.2, 0, 0.2), (-0.16, 0, 0.30), (0, 0, 0.34), (0.16, 0, 0.30), (0.2, 0, 0.2)], 0.011),
    ]


def _bin_(main: Colour = (0.60, 0.63, 0.66)) -> list[Piece]:
    """A ribbed can with a lid."""
    metal = Paint(main, 0.35, 0.6)
    shell = lathe(
        metal, [(0.0, 0.0), (0.20, 0.0), (0.20, 0.0), (0.225, 0.72), (0.225, 0.72), (0.0, 0.72)], sides=48
    )
    ribbed = bent(
        shell,
        lambda p: (
            p
            * np.stack(
                [1 + 0.02 * np.sign(np.sin(16 * np.arctan2(p[:, 1], p[:, 0])))] * 2 + [np.ones(len(p))], 1
            )
        ),
    )
    lid = lathe(metal, [(0.235, 0.71), (0.24, 0.74), (0.14, 0.79), (0.0, 0.81)], sides=40)
    return [
        ribbed,
        lid,
        tube(STEEL, [(-0.05, 0, 0.80), (-0.04, 0, 0.845), (0.04, 0, 0.845), (0.05, 0, 0.80)], 0.01),
        *both(
            tube(
                STEEL,
                [(0.215, -0.05, 0.5), (0.245, -0.04, 0.52), (0.245, 0.04, 0.52), (0.215, 0.05, 0.5)],
                0.008,
            )
        ),
    ]


def _rope(main: Colour = (0.76, 0.62, 0.40)) -> list[Piece]:
    """A coil of twisted rope."""
    angle = np.linspace(0, 2 * np.pi * 6.4, 150)
    radius = 0.205 - 0.010 * np.sin(angle * 0.31)
    line = np.stack([radius * np.cos(angle), radius * np.sin(angle), 0.018 + 0.082 * angle / angle[-1]], 1)
    coil = tube(Paint(main, 0.95), line, 0.0185, 8)
    return [
        tinted(
            coil,
            lambda p: (np.arange(len(p)) // 8 + np.arange(len(p)) % 8) % 4 == 0,
            Paint(tuple(c * 0.62 for c in main), 0.95),
        )
    ]


def _broom(main: Colour = (0.86, 0.70, 0.34)) -> list[Piece]:
    straw = [
        bar(Paint(main, 0.9), (x * 0.5, y * 0.5, 0.36), (x, y, 0), 0.010, 0.014)
        for x in np.linspace(-0.15, 0.15, 13)
        for y in (-0.035, 0.0, 0.035)
    ]
    return [
        *(Part(one, outlined=False) for one in straw),
        block(RED, (0.18, 0.07, 0.05), (0, 0, 0.33)),
        bar(PINE, (0, 0, 0.35), (0, 0, 1.45), 0.013),
    ]


def _toothbrush(main: Colour = (0.12, 0.55, 0.75)) -> list[Piece]:
    handle = hull(
        Paint(main, 0.2),
        [
            (-0.095, 0.006, 0.004, 0.012),
            (-0.05, 0.009, 0.002, 0.014),
            (0.02, 0.005, 0.004, 0.011),
            (0.05, 0.004, 0.004, 0.009),
            (0.07, 0.0075, 0.003, 0.009),
            (0.095, 0.006, 0.004, 0.009),
        ],
        3,
    )
    bristles = [
        block(
            WHITE if (i + j) % 2 else Paint((0.35, 0.75, 0.92), 0.6),
            (0.003, 0.004, 0.020),
            (-0.004 + 0.004 * i, 0.064 + 0.0048 * j, 0.009),
            0.0008,
        )
        for i in range(3)
        for j in range(6)
    ]
    return [handle, *bristles]


def _hair_drier(main: Colour = (0.85, 0.16, 0.40)) -> list[Piece]:
    paint = Paint(main, 0.2)
    barrel = turn(
        lathe(
            paint,
            [
                (0.0, -0.06),
                (0.036, -0.055),
                (0.045, -0.02),
                (0.042, 0.03),
                (0.030, 0.10),
                (0.030, 0.10),
                (0.0, 0.10),
            ],
            sides=32,
        ),
        "x",
        90,
    ).moved(0, 0.05, 0.18)
    nozzle = hull(
        BLACK, [(-0.10, 0.038, 0.168, 0.192), (-0.05, 0.032, 0.155, 0.205), (-0.04, 0.031, 0.15, 0.21)], 3
    )
    grille = turn(drum(BLACK, 0.034, 0.006), "x", -90).moved(0, 0.105, 0.18)
    handle = hull(
        paint, [(-0.0, 0.020, -0.016, 0.016), (0.08, 0.018, -0.015, 0.015), (0.16, 0.02, -0.02, 0.02)], 3
    ).rotated(_UPRIGHT)
    return [
        barrel,
        nozzle,
        grille,
        turn(handle, "x", -6).moved(0, 0.05, 0.0),
        block(WHITE, (0.012, 0.01, 0.03), (0, 0.022, 0.10)),
    ]


MODELS: dict[str, Model] = {
    "basket": _basket, "bin": _bin_, "broom": _broom, "bucket": _bucket, "fork": _fork, "hair_drier":
    _hair_drier, "knife": _knife, "pan": _pan, "pot": _pot, "rope": _rope, "scissors": _scissors, "spoon":
    _spoon, "toothbrush": _toothbrush,
}  # fmt: skip
