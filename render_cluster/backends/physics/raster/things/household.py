"""Models of vessels, tools, clothes, instruments and devices."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CHROME,
    CLEAR,
    CREAM,
    GRAPHITE,
    LEAF,
    OAK,
    PANE,
    PINE,
    RED,
    STEEL,
    WATER,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bars,
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

_COFFEE = Paint((0.16, 0.08, 0.04), 0.15)
_SCREEN = Paint((0.05, 0.06, 0.08), 0.08)
_SKY = Paint((0.25, 0.55, 0.90), 0.3, 0.0, 0.7)
_EBONY = Paint((0.07, 0.05, 0.045), 0.4)


def _book(main: Colour = (0.60, 0.12, 0.12)) -> list[Piece]:
    """Lying with its spine to the left."""
    cover = Paint(main, 0.5)
    boards = [block(cover, (0.15, 0.22, 0.004), (0, 0, z), 0.001) for z in (0.0, 0.031)]
    spine = block(cover, (0.005, 0.22, 0.035), (-0.0725, 0, 0), 0.002)
    pages = block(CREAM, (0.140, 0.210, 0.027), (-0.001, 0, 0.004), 0.0)
    title = [block(BRASS, (0.08, 0.012, 0.001), (0.005, 0.05 - 0.022 * i, 0.0348), 0) for i in range(2)]
    return [*boards, spine, pages, *title, block(BRASS, (0.1, 0.003, 0.001), (0, -0.06, 0.0348), 0)]


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
    water = drum(WATER, 0.0335, 0.002, (0, 0, 0.092))
    return [
        tinted(shell, lambda p: p[:, 2] > 0.123, WHITE),
        water,
        block(Paint((0.97, 0.99, 1.0), 0.05), (0.005, 0.004, 0.07), (-0.018, -0.0285, 0.03), 0.001),
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
    return [shell, wine]


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
    return [body, tinted(label, lambda p: np.abs(p[:, 2] - 0.11) < 0.006, RED), foil]


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


def _hammer(main: Colour = (0.66, 0.44, 0.24)) -> list[Piece]:
    head = [
        turn(drum(STEEL, 0.017, 0.045, (0, 0, 0.02)), "y", -90).moved(0, 0, 0.295),
        block(STEEL, (0.04, 0.03, 0.034), (0, 0, 0.278)),
    ]
    claw = [
        tube(
            STEEL,
            [(0.015, s * 0.006, 0.298), (0.04, s * 0.008, 0.30), (0.065, s * 0.011, 0.278)],
            [0.011, 0.008, 0.004],
        )
        for s in (-1, 1)
    ]
    return [
        *head,
        *claw,
        hull(
            Paint(main, 0.5),
            [(-0.0, 0.011, -0.015, 0.015), (0.1, 0.010, -0.014, 0.014), (0.29, 0.009, -0.011, 0.011)],
            3,
        ).rotated(_UPRIGHT),
    ]


def _axe(main: Colour = (0.66, 0.44, 0.24)) -> list[Piece]:
    head = prism(
        STEEL,
        [
            (0.055, 0.57),
            (0.055, 0.66),
            (0.0, 0.665),
            (-0.10, 0.70),
            (-0.115, 0.63),
            (-0.10, 0.54),
            (0.0, 0.58),
        ],
        0.032,
        "y",
    )
    edge = prism(
        CHROME, [(-0.085, 0.695), (-0.115, 0.70), (-0.13, 0.62), (-0.115, 0.53), (-0.085, 0.545)], 0.012, "y"
    )
    return [
        head,
        edge,
        tube(Paint(main, 0.5), [(0.03, 0, 0), (0.02, 0, 0.2), (0.028, 0, 0.68)], [0.018, 0.013, 0.015]),
    ]


def _sword(main: Colour = (0.30, 0.16, 0.10)) -> list[Piece]:
    blade = prism(
        CHROME, [(-0.024, 0.22), (0.024, 0.22), (0.018, 0.95), (0.0, 1.05), (-0.018, 0.95)], 0.008, "y"
    )
    fuller = prism(STEEL, [(-0.006, 0.24), (0.006, 0.24), (0.004, 0.85), (-0.004, 0.85)], 0.010, "y")
    grip = [
        bar(Paint(main, 0.7), (0, 0, 0.03), (0, 0, 0.2), 0.013),
        *(ring(BLACK, 0.0135, 0.002, (0, 0, z), 16) for z in np.arange(0.05, 0.19, 0.02)),
    ]
    return [
        blade,
        fuller,
        *grip,
        ball(BRASS, 0.02, (0, 0, 0.02), 14),
        tube(
            BRASS,
            [(-0.09, 0, 0.225), (-0.04, 0, 0.205), (0.04, 0, 0.205), (0.09, 0, 0.225)],
            [0.011, 0.010, 0.010, 0.011],
        ),
    ]


def _shield(main: Colour = (0.14, 0.26, 0.60)) -> list[Piece]:
    line = [(-0.28, 0.68), (0.28, 0.68), (0.28, 0.38), (0.20, 0.16), (0.0, 0.0), (-0.20, 0.16), (-0.28, 0.38)]
    face = prism(Paint(main, 0.35, 0.3), line, 0.04, "y")
    rim = [
        bar(BRASS, (a[0], 0, a[1]), (b[0], 0, b[1]), 0.022)
        for a, b in zip(line, [*line[1:], line[0]], strict=True)
    ]
    cross = [
        block(WHITE, (0.09, 0.05, 0.55), (0, 0, 0.09), 0.004),
        block(WHITE, (0.50, 0.05, 0.09), (0, 0, 0.42), 0.004),
    ]
    return [face, *rim, *cross, ball(BRASS, (0.06, 0.05, 0.06), (0, -0.02, 0.465), 16)]


def _pen(main: Colour = (0.95, 0.74, 0.10)) -> list[Piece]:
    """A pencil: six sides, a cut point, a rubber."""
    pieces = [
        drum(Paint(main, 0.35), 0.006, 0.125, (0, 0, 0.022), sides=6),
        drum(Paint((0.85, 0.68, 0.46), 0.8), 0.0018, 0.018, (0, 0, 0.004), 0.006, 12),
        drum(BLACK, 0.0003, 0.005, (0, 0, 0), 0.0019, 10),
        drum(CHROME, 0.0062, 0.012, (0, 0, 0.147)),
        drum(Paint((0.92, 0.50, 0.52), 0.8), 0.006, 0.011, (0, 0, 0.159)),
    ]
    return [turn(piece, "x", 90) for piece in pieces]


def _paper(main: Colour = (0.95, 0.95, 0.93)) -> list[Piece]:
    def page(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        return np.stack(
            [(u - 0.5) * 0.21, (v - 0.5) * 0.30, 0.0015 + 0.006 * np.clip(u + v - 1.1, 0, 1) ** 2 * 1.4], -1
        )

    lines = [
        block(
            Paint((0.35, 0.40, 0.52), 0.8),
            (0.15 if i % 4 else 0.09, 0.003, 0.0006),
            (0.0 if i % 4 else -0.03, 0.11 - 0.018 * i, 0.0016),
            0,
        )
        for i in range(11)
    ]
    return [sheet(Paint(main, 0.8), page, 14), *(Part(line, outlined=False) for line in lines)]


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


def _clock(main: Colour = (0.80, 0.14, 0.12)) -> list[Piece]:
    """A round wall clock at ten past ten."""
    rim = [
        lathe(
            Paint(main, 0.25),
            [(0.145, 0.0), (0.16, 0.01), (0.16, 0.055), (0.15, 0.07), (0.142, 0.06)],
            sides=48,
        ),
        drum(WHITE, 0.146, 0.045, (0, 0, 0), sides=48),
    ]
    marks = [
        turn(
            block(BLACK, (0.008 if i % 3 else 0.012, 0.018 if i % 3 else 0.028, 0.002), (0, 0.122, 0.045), 0),
            "z",
            30 * i,
        )
        for i in range(12)
    ]
    hands = [
        turn(block(BLACK, (0.012, 0.085, 0.003), (0, 0.035, 0.047), 0.001), "z", 55),
        turn(block(BLACK, (0.008, 0.12, 0.003), (0, 0.052, 0.050), 0.001), "z", -60),
        turn(block(RED, (0.003, 0.13, 0.002), (0, 0.05, 0.053), 0), "z", 150),
        drum(BLACK, 0.009, 0.012, (0, 0, 0.045)),
    ]
    return [turn(piece, "x", 90).moved(0, 0, 0.16) for piece in (*rim, *marks, *hands)]


def _laptop(main: Colour = (0.74, 0.75, 0.77)) -> list[Piece]:
    metal = Paint(main, 0.3, 0.6)
    base = block(metal, (0.34, 0.235, 0.014), (0, -0.04, 0), 0.004)
    keys = [
        block(BLACK, (0.0175, 0.0155, 0.002), (-0.145 + 0.0223 * i, 0.045 - 0.021 * j, 0.0138), 0.0005)
        for i in range(14)
        for j in range(5)
    ]
    pad = block(Paint(tuple(c * 0.88 for c in main), 0.25, 0.5), (0.11, 0.062, 0.001), (0, -0.112, 0.0138), 0)
    lid = [
        block(metal, (0.34, 0.008, 0.225), bevel=0.003),
        block(BLACK, (0.33, 0.002, 0.212), (0, -0.0045, 0.006), 0),
        block(_SKY, (0.31, 0.002, 0.185), (0, -0.0055, 0.018), 0),
        block(Paint((0.96, 0.97, 0.98), 0.3, 0, 0.8), (0.16, 0.002, 0.11), (-0.04, -0.0065, 0.05), 0),
    ]
    return [
        base,
        *(Part(key, outlined=False) for key in keys),
        pad,
        *(turn(piece, "x", -18).moved(0, 0.08, 0.012) for piece in lid),
    ]


def _computer(main: Colour = (0.08, 0.08, 0.09)) -> list[Piece]:
    case = Paint(main, 0.3)
    screen = [
        block(case, (0.60, 0.035, 0.36), (0, 0, 0.10), 0.006),
        block(_SKY, (0.575, 0.004, 0.325), (0, -0.018, 0.122), 0),
    ]
    windows = [
        block(Paint(c, 0.4, 0, 0.8), (w, 0.004, h), (x, -0.020, z), 0)
        for c, w, h, x, z in (
            ((0.96, 0.97, 0.98), 0.26, 0.19, -0.10, 0.20),
            ((0.98, 0.80, 0.30), 0.16, 0.12, 0.16, 0.16),
            ((0.20, 0.24, 0.30), 0.26, 0.02, -0.10, 0.39),
        )
    ]
    return [
        *screen,
        *windows,
        block(STEEL, (0.05, 0.02, 0.16), (0, 0.03, 0)),
        block(STEEL, (0.24, 0.20, 0.012), (0, 0.02, 0), 0.004),
    ]


def _keyboard(main: Colour = (0.16, 0.16, 0.17)) -> list[Piece]:
    keys = [
        block(
            Paint((0.88, 0.88, 0.87), 0.5),
            (0.0165, 0.0165, 0.009),
            (-0.195 + 0.0195 * i, 0.046 - 0.021 * j, 0.017),
            0.002,
        )
        for i in range(21)
        for j in range(5)
        if not (j == 4 and 3 <= i <= 9)
    ]
    return [
        hull(Paint(main, 0.4), [(-0.07, 0.22, 0, 0.014), (0.07, 0.22, 0, 0.022)], 12),
        block(Paint((0.88, 0.88, 0.87), 0.5), (0.135, 0.0165, 0.009), (-0.078, -0.038, 0.015), 0.002),
        *(Part(key, outlined=False) for key in keys),
    ]


def _mouse_device(main: Colour = (0.90, 0.90, 0.91)) -> list[Piece]:
    shell = hull(
        Paint(main, 0.25),
        [
            (-0.055, 0.018, 0.0, 0.016),
            (-0.04, 0.028, 0.0, 0.026),
            (0.01, 0.032, 0.0, 0.040),
            (0.045, 0.026, 0.0, 0.026),
            (0.055, 0.014, 0.002, 0.014),
        ],
        2.6,
    )
    return [
        shell,
        turn(drum(GRAPHITE, 0.008, 0.006, (0, 0, -0.003)), "y", 90).moved(0, -0.028, 0.029),
        block(GRAPHITE, (0.0012, 0.04, 0.004), (0, -0.033, 0.026), 0),
    ]


def _remote(main: Colour = (0.09, 0.09, 0.10)) -> list[Piece]:
    shell = hull(
        Paint(main, 0.4),
        [
            (-0.09, 0.022, 0, 0.016),
            (-0.07, 0.025, 0, 0.019),
            (0.07, 0.025, 0, 0.019),
            (0.09, 0.022, 0, 0.016),
        ],
        4,
    )
    keys = [
        drum(
            Paint((0.75, 0.75, 0.76), 0.5),
            0.0042,
            0.003,
            (-0.013 + 0.013 * i, -0.055 + 0.016 * j, 0.0185),
            sides=12,
        )
        for i in range(3)
        for j in range(6)
    ]
    return [
        shell,
        *keys,
        drum(RED, 0.005, 0.004, (-0.013, 0.072, 0.018), sides=14),
        ring(STEEL, 0.012, 0.002, (0, 0.052, 0.0195), 20),
    ]


def _phone(main: Colour = (0.08, 0.08, 0.09)) -> list[Piece]:
    """Upright, its lit screen to the front."""
    shell = block(Paint(main, 0.2, 0.3), (0.075, 0.009, 0.155), bevel=0.004)
    icons = [
        block(
            Paint(c, 0.4, 0, 0.8),
            (0.011, 0.0008, 0.011),
            (-0.024 + 0.016 * (i % 4), -0.0052, 0.035 + 0.020 * (i // 4)),
            0,
        )
        for i, c in enumerate(((0.95, 0.3, 0.25), (0.3, 0.85, 0.4), (1, 0.8, 0.2), (0.95, 0.95, 0.97)) * 4)
    ]
    return [
        shell,
        block(_SKY, (0.068, 0.001, 0.146), (0, -0.0046, 0.0045), 0),
        *icons,
        *(turn(drum(BLACK, 0.006, 0.002), "x", -90).moved(0.022, 0.0045, z) for z in (0.135, 0.118)),
    ]


def _television(main: Colour = (0.07, 0.07, 0.08)) -> list[Piece]:
    """A flat set showing hills under a sky."""
    case = [
        block(Paint(main, 0.3), (1.1, 0.05, 0.64), (0, 0, 0.06), 0.008),
        block(_SKY, (1.06, 0.006, 0.595), (0, -0.026, 0.085), 0),
    ]
    hills = [
        prism(Paint(c, 0.5, 0, 0.5), line, 0.008 + 0.002 * i, "y").moved(0, -0.027, 0)
        for i, (c, line) in enumerate(
            (
                (
                    (0.32, 0.45, 0.60),
                    [
                        (-0.53, 0.30),
                        (-0.3, 0.46),
                        (-0.05, 0.32),
                        (0.2, 0.42),
                        (0.53, 0.28),
                        (0.53, 0.085),
                        (-0.53, 0.085),
                    ],
                ),
                (
                    (0.30, 0.58, 0.25),
                    [(-0.53, 0.22), (0.0, 0.30), (0.53, 0.2), (0.53, 0.085), (-0.53, 0.085)],
                ),
            )
        )
    ]
    sun = turn(drum(Paint((1.0, 0.9, 0.5), 0.4, 0, 1.0), 0.05, 0.004), "x", 90).moved(0.3, -0.026, 0.56)
    return [
        *case,
        *hills,
        sun,
        *(block(Paint(main, 0.3), (0.04, 0.25, 0.02), (x, 0, 0)) for x in (-0.36, 0.36)),
        *(block(Paint(main, 0.3), (0.03, 0.03, 0.07), (x, 0, 0)) for x in (-0.36, 0.36)),
    ]


def _camera(main: Colour = (0.10, 0.10, 0.11)) -> list[Piece]:
    body = [
        block(Paint(main, 0.7), (0.14, 0.05, 0.075), (0, 0.03, 0.005), 0.008),
        block(STEEL, (0.138, 0.048, 0.016), (0, 0.03, 0.072), 0.004),
        block(Paint(main, 0.5), (0.05, 0.045, 0.026), (0.0, 0.03, 0.078), 0.008),
    ]
    lens = [
        turn(piece, "x", 90).moved(0.0, 0.008, 0.042)
        for piece in (
            drum(BLACK, 0.033, 0.03),
            drum(GRAPHITE, 0.030, 0.055),
            ring(STEEL, 0.031, 0.002, (0, 0, 0.03)),
            ring(BLACK, 0.028, 0.003, (0, 0, 0.055)),
            ball(Paint((0.15, 0.18, 0.35), 0.03), (0.025, 0.025, 0.01), (0, 0, 0.053)),
        )
    ]
    return [
        *body,
        *lens,
        drum(STEEL, 0.010, 0.010, (-0.05, 0.03, 0.086)),
        drum(BLACK, 0.013, 0.008, (0.048, 0.03, 0.086)),
        block(Paint((0.85, 0.9, 0.95), 0.1), (0.028, 0.003, 0.014), (0.0, 0.007, 0.084), 0.001),
    ]


def _radio(main: Colour = (0.20, 0.21, 0.24)) -> list[Piece]:
    """A boombox with two speakers."""
    case = block(Paint(main, 0.35), (0.40, 0.12, 0.20), (0, 0, 0), 0.014)
    speakers = [
        turn(piece, "x", 90).moved(x, -0.06, 0.085)
        for x in (-0.125, 0.125)
        for piece in (
            ring(CHROME, 0.066, 0.006),
            drum(BLACK, 0.064, 0.006),
            lathe(GRAPHITE, [(0.055, 0.004), (0.02, 0.008), (0.0, 0.012)]),
        )
    ]
    deck = [
        block(STEEL, (0.105, 0.008, 0.065), (0, -0.060, 0.03), 0.002),
        block(PANE, (0.08, 0.01, 0.042), (0, -0.061, 0.042), 0.002),
        block(Paint((0.95, 0.75, 0.35), 0.4, 0, 0.7), (0.30, 0.008, 0.022), (0, -0.060, 0.165), 0.001),
    ]
    knobs = [turn(drum(CHROME, 0.010, 0.014), "x", 90).moved(x, -0.058, 0.118) for x in (-0.035, 0.0, 0.035)]
    return [
        case,
        *speakers,
        *deck,
        *knobs,
        tube(CHROME, [(-0.16, 0, 0.195), (-0.15, 0, 0.25), (0.15, 0, 0.25), (0.16, 0, 0.195)], 0.008),
    ]


def _headphones(main: Colour = (0.09, 0.09, 0.10)) -> list[Piece]:
    band = tube(
        Paint(main, 0.4),
        [(-0.085, 0, 0.07), (-0.078, 0, 0.15), (0, 0, 0.195), (0.078, 0, 0.15), (0.085, 0, 0.07)],
        0.008,
    )
    cups = both(
        turn(
            lathe(
                Paint(main, 0.35), [(0.0, 0.0), (0.038, 0.004), (0.044, 0.016), (0.040, 0.028), (0.0, 0.028)]
            ),
            "y",
            90,
        ).moved(0.068, 0, 0.05),
        turn(ring(BLACK, 0.031, 0.012), "y", 90).moved(0.064, 0, 0.05),
        turn(drum(STEEL, 0.02, 0.003), "y", 90).moved(0.096, 0, 0.05),
    )
    return [band, *cups]


def _guitar(main: Colour = (0.72, 0.42, 0.17)) -> list[Piece]:
    """Upright, strings to the front."""
    return _strings(Paint(main, 0.15), 0.19, 0.47, 0.10, 1.0, 6, sound_hole=True)


def _violin(main: Colour = (0.52, 0.22, 0.08)) -> list[Piece]:
    rest = ball(_EBONY, (0.03, 0.02, 0.022), (-0.06, -0.035, 0.03), 14)
    bow = [
        tube(
            Paint((0.32, 0.16, 0.09), 0.4),
            [(0.10, -0.045, 0.02), (0.075, -0.05, 0.3), (0.085, -0.045, 0.59)],
            0.004,
        ),
        bar(CREAM, (0.094, -0.05, 0.03), (0.08, -0.05, 0.58), 0.0025),
    ]
    return [*_strings(Paint(main, 0.12), 0.105, 0.355, 0.04, 0.60, 4, sound_hole=False), rest, *bow]


def _cello(main: Colour = (0.50, 0.22, 0.09)) -> list[Piece]:
    return [
        *(
            piece.moved(0, 0, 0.12)
            for piece in _strings(Paint(main, 0.12), 0.225, 0.76, 0.13, 1.13, 4, sound_hole=False)
        ),
        bar(STEEL, (0, 0, 0), (0, 0, 0.16), 0.008),
    ]


def _piano(main: Colour = (0.05, 0.05, 0.055)) -> list[Piece]:
    """A grand: the curved case, keys to the front, the lid up on its prop."""
    lacquer = Paint(main, 0.06)
    line = [
        (-0.75, -0.62),
        (0.75, -0.62),
        (0.75, 0.0),
        (0.66, 0.30),
        (0.36, 0.48),
        (0.18, 0.72),
        (-0.10, 0.92),
        (-0.48, 0.96),
        (-0.72, 0.80),
        (-0.75, 0.5),
    ]
    case = prism(lacquer, line, 0.28, "z").moved(0, 0, 0.74)
    gold = prism(BRASS, [(0.93 * x, 0.93 * y + 0.03) for x, y in line], 0.02, "z").moved(0, 0, 0.875)
    lid = turn(
        prism(
            lacquer,
            [
                (0.0, -0.35),
                (1.5, -0.35),
                (1.5, 0.0),
                (1.41, 0.30),
                (1.11, 0.48),
                (0.93, 0.72),
                (0.65, 0.92),
                (0.27, 0.96),
                (0.03, 0.80),
                (0.0, 0.5),
            ],
            0.025,
            "z",
        ),
        "y",
        -34,
    ).moved(-0.75, 0, 0.90)
    keys = [block(WHITE, (0.0255, 0.15, 0.02), (-0.66 + 0.0265 * i, -0.70, 0.72), 0.001) for i in range(51)]
    black = [
        block(BLACK, (0.014, 0.095, 0.03), (-0.647 + 0.0265 * i, -0.672, 0.725), 0.001)
        for i in range(50)
        if i % 7 not in (2, 6)
    ]
    bed = [
        block(lacquer, (1.5, 0.22, 0.10), (0, -0.70, 0.62)),
        *both(block(lacquer, (0.07, 0.22, 0.24), (0.715, -0.70, 0.62))),
        block(lacquer, (1.36, 0.02, 0.14), (0, -0.615, 0.74)),
    ]
    rest = turn(block(lacquer, (0.7, 0.02, 0.22)), "x", -16).moved(0, -0.45, 0.88)
    legs = [
        bar(lacquer, (x, y, 0.62), (x, y, 0.03), 0.075, 0.045)
        for x, y in ((-0.62, -0.55), (0.62, -0.55), (-0.3, 0.72))
    ]
    prop = bar(lacquer, (0.60, -0.1, 0.86), (0.28, -0.1, 1.56), 0.012)
    pedals = [block(BRASS, (0.03, 0.16, 0.015), (x, -0.42, 0.06)) for x in (-0.07, 0, 0.07)]
    return [
        case,
        gold,
        lid,
        *keys,
        *black,
        *bed,
        rest,
        *legs,
        prop,
        *pedals,
        block(lacquer, (0.26, 0.05, 0.55), (0, -0.32, 0.08)),
    ]


def _drum_(main: Colour = (0.78, 0.10, 0.10)) -> list[Piece]:
    shell = drum(Paint(main, 0.12), 0.175, 0.26, (0, 0, 0.03), sides=40)
    hoops = [
        p
        for z in (0.035, 0.285)
        for p in (
            ring(CHROME, 0.18, 0.010, (0, 0, z), 40),
            drum(CHROME, 0.181, 0.03, (0, 0, z - 0.015), sides=40),
        )
    ]
    skin = drum(CREAM, 0.173, 0.01, (0, 0, 0.292), sides=40)
    lugs = [
        p
        for x, y, _ in circle(8, 0.182)
        for p in (
            block(CHROME, (0.018, 0.018, 0.05), (x, y, 0.135)),
            bar(CHROME, (x, y, 0.03), (x, y, 0.29), 0.004),
        )
    ]
    sticks = [
        bar(PINE, (-0.15 + 0.05 * i, -0.15, 0.312), (0.10 - 0.02 * i, 0.12 + 0.03 * i, 0.312), 0.008, 0.006)
        for i in range(2)
    ]
    return [shell, *hoops, skin, *lugs, *sticks]


def _drum_kit(main: Colour = (0.78, 0.10, 0.10)) -> list[Piece]:
    def one(radius: float, deep: float) -> list[Mesh]:
        return [
            drum(Paint(main, 0.12), radius, deep, sides=36),
            drum(CREAM, radius * 0.98, 0.008, (0, 0, deep), sides=36),
            *(ring(CHROME, radius, 0.012, (0, 0, z), 36) for z in (0.0, deep)),
        ]

    bass = [turn(piece, "x", 90).moved(0, 0.1, 0.30) for piece in one(0.29, 0.42)]
    toms = [turn(piece, "x", 18).moved(x, -0.05, 0.66) for x in (-0.2, 0.2) for piece in one(0.15, 0.2)]
    floor = [
        piece.moved(x, 0.38, z)
        for x, r, z in ((-0.58, 0.19, 0.42), (0.58, 0.21, 0.25))
        for piece in one(r, 0.14 if x < 0 else 0.34)
    ]
    cymbals = [
        p
        for x, y, z, r in ((-0.72, 0.0, 1.12, 0.22), (0.66, 0.0, 1.18, 0.24), (-0.8, 0.5, 0.86, 0.17))
        for p in (
            turn(lathe(BRASS, [(r, 0.0), (0.3 * r, 0.02), (0.12 * r, 0.05), (0.0, 0.055)]), "x", 10).moved(
                x, y, z
            ),
            bar(CHROME, (x, y, 0.04), (x, y, z + 0.05), 0.012),
            *bars(
                CHROME,
                0.010,
                *(
                    ((x, y, 0.25), (x + 0.17 * math.cos(a), y + 0.17 * math.sin(a), 0))
                    for a in (0.5, 2.6, 4.7)
                ),
            ),
        )
    ]
    legs = [
        bar(CHROME, (x + dx, 0.38 + dy, 0), (x + 0.8 * dx, 0.38 + 0.8 * dy, 0.5), 0.01)
        for x in (-0.58, 0.58)
        for dx, dy in ((0.2, 0), (-0.12, 0.17), (-0.12, -0.17))
    ]
    return [
        *bass,
        *toms,
        *floor,
        *cymbals,
        *legs,
        bar(CHROME, (0, 0, 0.55), (0, 0, 0.80), 0.02),
        bar(CHROME, (-0.2, -0.02, 0.74), (0.2, -0.02, 0.74), 0.012),
    ]


def _microphone(main: Colour = (0.10, 0.10, 0.11)) -> list[Piece]:
    """On a round-footed stand."""
    stand = [
        lathe(
            Paint(main, 0.4),
            [(0.0, 0.0), (0.16, 0.0), (0.16, 0.01), (0.15, 0.02), (0.02, 0.04), (0.0, 0.04)],
            sides=40,
        ),
        bar(CHROME, (0, 0, 0.03), (0, 0, 0.85), 0.012),
        bar(CHROME, (0, 0, 0.8), (0, 0, 1.32), 0.008),
        drum(BLACK, 0.018, 0.06, (0, 0, 0.82)),
    ]
    mic = [
        lathe(Paint(main, 0.35), [(0.012, 0.0), (0.02, 0.15), (0.024, 0.16), (0.024, 0.16), (0.0, 0.16)]),
        ball(STEEL, (0.031, 0.031, 0.035), (0, 0, 0.182)),
        ring(BLACK, 0.031, 0.004, (0, 0, 0.182), 28),
    ]
    return [*stand, *(turn(piece, "x", 38).moved(0, 0.03, 1.315) for piece in mic)]


def _easel(main: Colour = (0.70, 0.50, 0.30)) -> list[Piece]:
    """With a canvas of a red sun over water."""
    wood = Paint(main, 0.6)
    legs = [bar(wood, (s * 0.06, 0.0, 1.6), (s * 0.36, -0.22, 0), 0.018) for s in (-1, 1)] + [
        bar(wood, (0, 0.02, 1.55), (0, 0.38, 0), 0.018),
        block(wood, (0.62, 0.07, 0.03), (0, -0.17, 0.56)),
    ]
    art = [
        block(WHITE, (0.75, 0.025, 0.6)),
        block(Paint((0.98, 0.72, 0.45), 0.8), (0.72, 0.03, 0.33), (0, 0, 0.25), 0),
        block(Paint((0.18, 0.40, 0.58), 0.8), (0.72, 0.03, 0.24), (0, 0, 0.015), 0),
        turn(drum(RED, 0.09, 0.032, (0, 0, -0.016)), "x", 90).moved(0.08, 0, 0.34),
        *(
            block(Paint((0.95, 0.60, 0.40), 0.8), (w, 0.032, 0.014), (0.08, 0, z), 0)
            for w, z in ((0.16, 0.2), (0.10, 0.16), (0.18, 0.11))
        ),
    ]
    return [*legs, *(turn(piece, "x", -8).moved(0, -0.18, 0.59) for piece in art)]


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


def _flag(main: Colour = (0.82, 0.10, 0.12)) -> list[Piece]:
    def cloth(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        return np.stack(
            [
                -0.60 + 1.22 * u,
                0.075 * np.sin(8 * np.clip(u, 0, 1)) * np.sqrt(np.clip(u, 0, 1)),
                1.72 + 0.84 * v - 0.04 * u,
            ],
            -1,
        )

    mesh = sheet(Paint(main, 0.8), cloth, 32)
    band = tinted(mesh, lambda p: np.abs(p[:, 2] + 0.03 * p[:, 0] - 2.13) < 0.14, WHITE)
    return [
        Part(band, Material.CLOTH),
        bar(STEEL, (-0.62, 0, 0), (-0.62, 0, 2.58), 0.02),
        ball(BRASS, 0.03, (-0.62, 0, 2.575), 14),
    ]


def _telescope(main: Colour = (0.90, 0.91, 0.93)) -> list[Piece]:
    parts = [
        turn(drum(Paint(main, 0.2), 0.065, 0.75, (0, 0, -0.3)), "x", 90),
        turn(drum(BLACK, 0.075, 0.10, (0, 0, 0.42)), "x", 90),
        turn(drum(BLACK, 0.03, 0.14, (0, 0, -0.43)), "x", 90),
        turn(drum(PANE, 0.062, 0.01, (0, 0, 0.516)), "x", 90),
        bar(BLACK, (0.075, 0.1, 0.05), (0.075, 0.28, 0.05), 0.018),
    ]
    tube_ = [turn(piece, "x", -32).moved(0, 0.02, 1.15) for piece in parts]
    return [*tube_, *_legs(1.08, 0.38, PINE)]


def _tripod(main: Colour = (0.12, 0.12, 0.13)) -> list[Piece]:
    return [
        *_legs(1.18, 0.42, Paint(main, 0.4)),
        bar(STEEL, (0, 0, 1.0), (0, 0, 1.3), 0.014),
        block(Paint(main, 0.4), (0.09, 0.09, 0.05), (0, 0, 1.3)),
        block(Paint(main, 0.4), (0.07, 0.11, 0.02), (0, 0, 1.36)),
        bar(Paint(main, 0.4), (0, 0.04, 1.32), (0.05, 0.30, 1.24), 0.010),
    ]


def _fan(main: Colour = (0.92, 0.93, 0.94)) -> list[Piece]:
    cage = [
        turn(piece, "x", 90).moved(0, -0.06, 0.35)
        for piece in (
            ring(CHROME, 0.195, 0.006),
            *(ring(CHROME, r, 0.003, (0, 0, z)) for r, z in ((0.14, 0.03), (0.08, 0.04))),
            *(
                tube(
                    CHROME,
                    [(0.195 * x, 0.195 * y, 0.0), (0.12 * x, 0.12 * y, 0.034), (0.02 * x, 0.02 * y, 0.045)],
                    0.0022,
                )
                for x, y, _ in circle(20, 1.0)
            ),
        )
    ]
    blades = [
        turn(
            turn(ball(Paint((0.35, 0.62, 0.80), 0.2), (0.08, 0.055, 0.006), (0.09, 0, 0)), "z", a), "x", 90
        ).moved(0, -0.055, 0.35)
        for a in (10, 130, 250)
    ]
    return [
        *cage,
        *blades,
        turn(drum(Paint(main, 0.3), 0.055, 0.10, (0, 0, -0.10), 0.04), "x", 90).moved(0, -0.05, 0.35),
        bar(Paint(main, 0.3), (0, 0.01, 0.02), (0, 0.01, 0.33), 0.022),
        lathe(Paint(main, 0.3), [(0.0, 0.0), (0.13, 0.0), (0.13, 0.012), (0.04, 0.035), (0.0, 0.035)]),
    ]


def _aquarium(main: Colour = (0.35, 0.65, 0.78)) -> list[Piece]:
    """Water behind glass, with plants, gravel and painted fish at the panes."""
    frame = [block(BLACK, (0.9, 0.4, 0.03), (0, 0, z)) for z in (0.0, 0.47)] + [
        block(GRAPHITE, (0.014, 0.014, 0.46), (x, y, 0.02), 0)
        for x in (-0.442, 0.442)
        for y in (-0.192, 0.192)
    ]
    water = block(Paint(main, 0.05), (0.88, 0.38, 0.40), (0, 0, 0.03), 0.004)
    gravel = block(Paint((0.82, 0.70, 0.50), 0.9), (0.886, 0.386, 0.05), (0, 0, 0.03), 0)
    fish = [
        p
        for x, z, c, s in (
            (-0.25, 0.28, (0.96, 0.48, 0.08), 1),
            (0.18, 0.20, (0.98, 0.80, 0.15), -1),
            (0.05, 0.34, (0.88, 0.20, 0.25), 1),
        )
        for p in (
            ball(Paint(c, 0.3), (0.05, 0.012, 0.03), (x, -0.192, z), 16),
            prism(
                Paint(c, 0.3),
                [(x - s * 0.04, z), (x - s * 0.085, z + 0.035), (x - s * 0.085, z - 0.035)],
                0.012,
                "y",
            ).moved(0, -0.195, 0),
            ball(BLACK, 0.006, (x + s * 0.03, -0.205, z + 0.008), 8),
        )
    ]
    plants = [
        tube(
            LEAF,
            [
                (x, -0.188, 0.07),
                (x + 0.015, -0.190, 0.16),
                (x - 0.01, -0.190, 0.24),
                (x + 0.01, -0.190, 0.30 + 0.05 * math.sin(9 * x)),
            ],
            [0.009, 0.008, 0.006, 0.002],
        )
        for x in (-0.40, -0.37, -0.34, 0.30, 0.34, 0.38, 0.41)
    ]
    return [*frame, water, gravel, *fish, *plants]


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


def _globe(main: Colour = (0.16, 0.40, 0.66)) -> list[Piece]:
    ball_ = ball(Paint(main, 0.2), 0.15, fine=84)

    def land(p: np.ndarray) -> np.ndarray:
        q = p / 0.15
        field = (
            np.sin(3.1 * q[:, 0] + 1.2) * np.cos(2.7 * q[:, 1])
            + 0.8 * np.sin(2.3 * q[:, 2] + 2.6 * q[:, 0])
            + 0.5 * np.sin(6.3 * q[:, 1] + 4.1 * q[:, 2])
        )
        return (field > 0.55) & (np.abs(q[:, 2]) < 0.93)

    earth = tinted(
        tinted(ball_, land, Paint((0.40, 0.58, 0.26), 0.5)), lambda p: np.abs(p[:, 2]) > 0.14, WHITE
    )
    bow = turn(ring(BRASS, 0.160, 0.006, sides=48), "x", 90)
    return [
        *(turn(piece, "y", 23).moved(0, 0, 0.25) for piece in (earth, bow)),
        lathe(
            OAK,
            [(0.0, 0.0), (0.09, 0.0), (0.09, 0.0), (0.085, 0.02), (0.03, 0.035), (0.015, 0.085), (0.0, 0.09)],
        ),
    ]


_UPRIGHT = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])


def _strings(
    wood: Paint, half: float, body_high: float, deep: float, high: float, count: int, sound_hole: bool
) -> list[Mesh]:
    """A waisted body with its neck up, strings to -y."""
    angle = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    across = (
        half
        * np.cos(angle)
        * np.where(np.sin(angle) > 0, 0.80, 1.0)
        * (1 - 0.30 * np.exp(-(((np.sin(angle) - 0.12) / 0.26) ** 2)))
    )
    along = body_high / 2 * (1 + np.sin(angle))
    line = list(zip(across, along, strict=True))
    face = Paint((0.88, 0.68, 0.40), 0.25) if sound_hole else wood
    rim = Paint(tuple(c * 0.55 for c in wood.colour), 0.2)
    body = [
        prism(rim, line, deep, "y"),
        prism(
            face,
            [(0.965 * x, body_high / 2 + 0.965 * (z - body_high / 2)) for x, z in line],
            deep * 1.06,
            "y",
        ),
    ]
    front = -deep * 0.53
    neck_w, head = 0.14 * half + 0.012, high - 0.16 * high
    pieces = [
        *body,
        block(
            _EBONY, (2 * neck_w, 0.02, head - 0.55 * body_high), (0, front - 0.006, 0.55 * body_high), 0.002
        ),
        block(wood, (1.8 * neck_w, 0.028, head - body_high * 0.97), (0, front + 0.012, body_high * 0.97)),
    ]
    pieces.append(block(rim, (2.3 * neck_w, 0.022, high - head), (0, front + 0.006, head), 0.004))
    pieces += both(
        *(
            turn(drum(CREAM, 0.011 * high, 0.03 * high), "y", 90).moved(
                1.1 * neck_w, front, head + (0.3 + 0.55 * i / max(1, count // 2 - 1)) * (high - head)
            )
            for i in range(count // 2)
        )
    )
    bridge_z = 0.24 * body_high if sound_hole else 0.38 * body_high
    pieces.append(block(_EBONY, (half * 0.62, 0.018, 0.022), (0, front - 0.006, bridge_z)))
    for i in range(count):
        x = (i / (count - 1) - 0.5) * 1.5 * neck_w
        pieces.append(
            bar(
                CHROME,
                (1.25 * x, front - 0.018, bridge_z),
                (x, front - 0.018, head + 0.02),
                0.0011 * (1 + high),
            )
        )
    if sound_hole:
        pieces += [
            turn(drum(_EBONY, 0.26 * half, 0.003), "x", 90).moved(0, front - 0.0005, 0.50 * body_high),
            turn(ring(rim, 0.29 * half, 0.006), "x", 90).moved(0, front, 0.50 * body_high),
        ]
        pieces += [
            block(STEEL, (1.9 * neck_w, 0.003, 0.004), (0, front - 0.016, z), 0)
            for z in np.linspace(body_high * 0.62, head, 15)
        ]
    else:
        pieces += both(
            tube(
                _EBONY,
                [
                    (0.36 * half, front - 0.001, 0.30 * body_high),
                    (0.44 * half, front - 0.001, 0.36 * body_high),
                    (0.34 * half, front - 0.001, 0.44 * body_high),
                    (0.42 * half, front - 0.001, 0.50 * body_high),
                ],
                0.012 * half + 0.0012,
            )
        )
        pieces.append(
            prism(
                _EBONY,
                [
                    (-0.16 * half, 0.30 * body_high),
                    (0.16 * half, 0.30 * body_high),
                    (0.07 * half, 0.04 * body_high),
                    (-0.07 * half, 0.04 * body_high),
                ],
                0.012,
                "y",
            ).moved(0, front - 0.012, 0)
        )
    return pieces


def _legs(high: float, out: float, paint: Paint) -> list[Mesh]:
    return [
        p
        for x, y, _ in circle(3, out, from_deg=90)
        for p in (
            bar(paint, (0.08 * x, 0.08 * y, high), (x, y, 0), 0.02, 0.012),
            ball(BLACK, 0.018, (x, y, 0.014), 10),
        )
    ]


MODELS: dict[str, Model] = {
    "aquarium": _aquarium, "axe": _axe, "backpack": _backpack, "basket": _basket, "bin": _bin_, "book":
    _book, "bottle": _bottle, "bowl": _bowl, "broom": _broom, "bucket": _bucket, "camera": _camera,
    "candle": _candle, "cello": _cello, "clock": _clock, "computer": _computer, "cup": _cup, "drum": _drum_,
    "drum_kit": _drum_kit, "easel": _easel, "fan": _fan, "flag": _flag, "flashlight": _flashlight, "fork":
    _fork, "glass": _glass, "glasses": _glasses, "globe": _globe, "guitar": _guitar, "hair_drier":
    _hair_drier, "hammer": _hammer, "handbag": _handbag, "hat": _hat, "headphones": _headphones, "helmet":
    _helmet, "hourglass": _hourglass, "jar": _jar, "keyboard": _keyboard, "knife": _knife, "lantern":
    _lantern, "laptop": _laptop, "light_bulb": _light_bulb, "microphone": _microphone, "mouse_device":
    _mouse_device, "pan": _pan, "paper": _paper, "pen": _pen, "phone": _phone, "piano": _piano, "plate":
    _plate, "pot": _pot, "radio": _radio, "remote": _remote, "rope": _rope, "scissors": _scissors, "shield":
    _shield, "shoe": _shoe, "spoon": _spoon, "suitcase": _suitcase, "sword": _sword, "teapot": _teapot,
    "telescope": _telescope, "television": _television, "tie": _tie, "toothbrush": _toothbrush, "top_hat":
    _top_hat, "torch": _torch, "tripod": _tripod, "umbrella": _umbrella, "vase": _vase, "violin": _violin,
    "wine_glass": _wine_glass,
}  # fmt: skip
