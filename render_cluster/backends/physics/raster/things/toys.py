"""Models of toys."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CREAM,
    LAMP,
    PINE,
    RED,
    STEEL,
    WHITE,
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
    prism,
    sheet,
    tube,
    turn,
    wheel,
)  # fmt: skip


def _balloon(main: Colour = (0.86, 0.10, 0.14)) -> list[Piece]:
    body = lathe(
        Paint(main, 0.08),
        [
            (0.0, 0.095),
            (0.02, 0.098),
            (0.075, 0.17),
            (0.135, 0.265),
            (0.125, 0.36),
            (0.07, 0.415),
            (0.0, 0.43),
        ],
        sides=44,
    )
    knot = lathe(Paint(main, 0.2), [(0.016, 0.078), (0.005, 0.092), (0.008, 0.10)], sides=16)
    return [
        body,
        knot,
        tube(WHITE, [(0, 0, 0.08), (0.01, 0, 0.055), (-0.01, 0, 0.03), (0.005, 0, 0.005)], 0.0015),
        ball(Paint((1, 1, 1), 0.1, 0, 0.5), (0.012, 0.006, 0.026), (-0.062, -0.100, 0.335), 10),
    ]


def _kite(main: Colour = (0.86, 0.14, 0.16)) -> list[Piece]:
    """A diamond of four colours with a tail of bows."""
    corners = ((0.0, 1.5), (0.45, 1.1), (0.0, 0.45), (-0.45, 1.1))
    hues = (
        Paint(main, 0.6),
        Paint((0.98, 0.80, 0.14), 0.6),
        Paint((0.14, 0.42, 0.80), 0.6),
        Paint((0.20, 0.66, 0.34), 0.6),
    )
    panels = [
        prism(p, [corners[i], corners[(i + 1) % 4], (0.0, 1.1)], 0.008, "y") for i, p in enumerate(hues)
    ]
    tail = tube(WHITE, [(0, 0, 0.45), (0.08, 0.05, 0.32), (-0.06, -0.04, 0.18), (0.05, 0.05, 0.03)], 0.005)
    bows = [
        p
        for (x, y, z), hue in zip(
            ((0.07, 0.04, 0.34), (-0.01, 0.0, 0.25), (-0.06, -0.04, 0.17), (0.0, 0.0, 0.09)),
            hues,
            strict=True,
        )
        for p in both(prism(hue, [(0, 0), (0.055, 0.03), (0.055, -0.03)], 0.008, "y"))
        for p in [p.moved(x, y, z)]
    ]
    return [
        *(Part(p, Material.CLOTH) for p in panels),
        *bars(PINE, 0.007, ((0, 0.008, 0.45), (0, 0.008, 1.5)), ((-0.45, 0.008, 1.1), (0.45, 0.008, 1.1))),
        tail,
        *bows,
        bar(WHITE, (0, 0, 1.25), (0, -0.16, 1.0), 0.003),
        bar(WHITE, (0, 0, 0.7), (0, -0.16, 1.0), 0.003),
    ]


def _paper_plane(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    """A dart, its nose to -y."""
    nose, tail_y = (0.0, -0.145, 0.05), 0.145
    wing = [
        (nose, (0.10, tail_y, 0.075), (0.012, tail_y, 0.058)),
        (nose, (0.012, tail_y, 0.058), (0.0, tail_y, 0.0)),
    ]
    faces = []
    for a, b, c in wing:

        def flat(u: np.ndarray, v: np.ndarray, a: tuple = a, b: tuple = b, c: tuple = c) -> np.ndarray:
            edge = np.array(b) * u[..., None] + np.array(c) * (1 - u[..., None])
            return np.array(a) * (1 - v[..., None]) + edge * v[..., None]

        faces.append(sheet(Paint(main, 0.75), flat, 4))
    return both(*faces)


def _paper_boat(main: Colour = (0.94, 0.95, 0.96)) -> list[Piece]:
    paint, shade = Paint(main, 0.8), Paint(tuple(0.86 * c for c in main), 0.8)
    hull_ = [prism(paint, [(-0.13, 0.075), (-0.075, 0.0), (0.075, 0.0), (0.13, 0.075)], 0.004, "x")]
    side = turn(hull_[0], "y", 24).moved(0.026, 0, 0.0)
    sail = prism(shade, [(-0.055, 0.03), (0.055, 0.03), (0.0, 0.13)], 0.01, "x")
    floor = hull(
        shade,
        [
            (-0.125, 0.002, 0.055, 0.07),
            (-0.07, 0.03, 0.005, 0.05),
            (0.07, 0.03, 0.005, 0.05),
            (0.125, 0.002, 0.055, 0.07),
        ],
        2,
    )
    return [*both(side), sail, floor]


def _rubber_duck(main: Colour = (0.98, 0.80, 0.10)) -> list[Piece]:
    """Facing -y."""
    paint = Paint(main, 0.15)
    body = hull(
        paint,
        [
            (-0.045, 0.014, 0.012, 0.04),
            (-0.03, 0.036, 0.0, 0.052),
            (0.01, 0.0425, 0.0, 0.055),
            (0.04, 0.026, 0.014, 0.056),
            (0.056, 0.008, 0.044, 0.066),
            (0.060, 0.003, 0.056, 0.066),
        ],
        2.3,
    )
    head = ball(paint, (0.029, 0.028, 0.027), (0, -0.022, 0.075), 28)
    beak = [
        ball(Paint((0.94, 0.40, 0.05), 0.2), (0.014, 0.014, 0.004), (0, -0.050, z), 14)
        for z in (0.071, 0.066)
    ]
    eyes = both(
        ball(BLACK, 0.0045, (0.0125, -0.046, 0.083), 12), ball(WHITE, 0.0015, (0.0135, -0.0502, 0.085), 8)
    )
    return [body, head, *beak, *eyes, *both(ball(paint, (0.010, 0.026, 0.016), (0.040, 0.010, 0.036), 16))]


def _teddy_bear(main: Colour = (0.62, 0.40, 0.22)) -> list[Piece]:
    """Sitting, facing -y."""
    fur, pale = Paint(main, 0.95), Paint(tuple(min(1.0, 1.35 * c + 0.08) for c in main), 0.95)
    body = [
        ball(fur, (0.105, 0.092, 0.118), (0, 0, 0.13)),
        ball(pale, (0.072, 0.05, 0.08), (0, -0.052, 0.13)),
    ]
    head = [
        ball(fur, (0.098, 0.088, 0.088), (0, -0.01, 0.31), 30),
        ball(pale, (0.042, 0.036, 0.034), (0, -0.085, 0.292)),
        ball(BLACK, (0.015, 0.011, 0.011), (0, -0.120, 0.306), 14),
        *both(
            ball(BLACK, 0.0105, (0.036, -0.088, 0.330), 12),
            ball(fur, (0.036, 0.018, 0.036), (0.076, 0.0, 0.385)),
            ball(pale, (0.023, 0.010, 0.023), (0.076, -0.015, 0.385)),
        ),
    ]
    arms = both(turn(ball(fur, (0.036, 0.042, 0.075), (0, 0, 0)), "y", 38).moved(0.118, -0.035, 0.17))
    legs = both(
        ball(fur, (0.050, 0.092, 0.048), (0.085, -0.085, 0.048)),
        turn(drum(pale, 0.036, 0.006), "x", 90).moved(0.085, -0.172, 0.05),
    )
    bow = [
        *both(ball(RED, (0.03, 0.012, 0.02), (0.028, -0.09, 0.225), 12)),
        ball(RED, 0.012, (0, -0.098, 0.225), 12),
    ]
    smile = tube(BLACK, [(-0.018, -0.117, 0.285), (0, -0.122, 0.278), (0.018, -0.117, 0.285)], 0.003)
    return [*(Part(p, Material.CLOTH) for p in (*body, *arms, *legs)), *head, *bow, smile]


def _doll(main: Colour = (0.90, 0.35, 0.55)) -> list[Piece]:
    """A rag doll in a dress."""
    skin, hair = Paint((0.93, 0.76, 0.64), 0.8), Paint((0.52, 0.26, 0.12), 0.9)
    dress = lathe(
        Paint(main, 0.9), [(0.095, 0.12), (0.075, 0.18), (0.045, 0.25), (0.042, 0.29), (0.0, 0.30)], sides=32
    )
    head = [
        ball(skin, (0.062, 0.058, 0.064), (0, 0, 0.365)),
        ball(hair, (0.067, 0.060, 0.062), (0, 0.012, 0.378)),
        *both(
            ball(hair, (0.025, 0.025, 0.045), (0.082, 0.01, 0.35)),
            ball(BLACK, 0.007, (0.022, -0.053, 0.372), 10),
            ball(Paint((0.92, 0.5, 0.5), 0.8), (0.010, 0.004, 0.007), (0.034, -0.049, 0.352), 10),
        ),
        tube(RED, [(-0.015, -0.056, 0.348), (0, -0.058, 0.343), (0.015, -0.056, 0.348)], 0.003),
    ]
    limbs = both(
        bar(skin, (0.042, 0, 0.27), (0.105, -0.01, 0.20), 0.016),
        ball(skin, 0.018, (0.108, -0.01, 0.195), 12),
        bar(WHITE, (0.03, 0, 0.14), (0.032, 0, 0.03), 0.018),
        ball(BLACK, (0.02, 0.03, 0.018), (0.032, -0.012, 0.018), 12),
    )
    return [dress, *head, *limbs, lathe(WHITE, [(0.044, 0.285), (0.052, 0.278)], sides=24)]


def _robot(main: Colour = (0.70, 0.74, 0.79)) -> list[Piece]:
    """Head with lit eyes, a box for a chest, jointed limbs."""
    metal, joint = Paint(main, 0.25, 0.7), Paint((0.20, 0.22, 0.25), 0.4, 0.5)
    eye = Paint((0.25, 0.85, 1.0), 0.3, 0, 2.4)
    head = [
        block(metal, (0.36, 0.30, 0.28), (0, 0, 1.22), 0.05),
        block(BLACK, (0.29, 0.02, 0.12), (0, -0.150, 1.31), 0.01),
        *both(
            turn(drum(eye, 0.036, 0.012), "x", 90).moved(0.075, -0.158, 1.37),
            turn(drum(joint, 0.055, 0.03), "y", 90).moved(0.175, 0, 1.36),
        ),
        bar(STEEL, (0, 0, 1.5), (0, 0, 1.57), 0.010),
        ball(Paint((1.0, 0.25, 0.15), 0.3, 0, 1.5), 0.026, (0, 0, 1.575), 14),
        *(block(joint, (0.012, 0.012, 0.05), (x, -0.15, 1.245), 0) for x in np.linspace(-0.06, 0.06, 5)),
    ]
    chest = [
        block(metal, (0.50, 0.34, 0.46), (0, 0, 0.70), 0.05),
        block(joint, (0.30, 0.02, 0.20), (0, -0.168, 0.86), 0.01),
        *(
            turn(drum(Paint(c, 0.3, 0, 1.2), 0.022, 0.012), "x", 90).moved(x, -0.178, 0.98)
            for x, c in ((-0.09, (1, 0.2, 0.15)), (0.0, (1, 0.8, 0.1)), (0.09, (0.2, 1, 0.35)))
        ),
        block(Paint((0.2, 0.5, 0.8), 0.3, 0, 0.6), (0.24, 0.015, 0.05), (0, -0.174, 0.88), 0.004),
        drum(joint, 0.08, 0.07, (0, 0, 1.15)),
        block(metal, (0.34, 0.26, 0.10), (0, 0, 0.60), 0.03),
    ]
    arms = both(
        ball(joint, 0.085, (0.31, 0, 1.07)),
        bar(joint, (0.32, 0, 1.05), (0.35, 0, 0.84), 0.05),
        ball(joint, 0.058, (0.355, 0, 0.82)),
        block(metal, (0.11, 0.12, 0.24), (0.365, -0.02, 0.57), 0.03),
        *(
            bar(joint, (0.365 + dx, -0.02, 0.57), (0.365 + 1.3 * dx, -0.05, 0.49), 0.016)
            for dx in (-0.03, 0.03)
        ),
    )
    legs = both(
        bar(joint, (0.11, 0, 0.60), (0.12, 0, 0.34), 0.055),
        ball(joint, 0.066, (0.12, 0, 0.34)),
        block(metal, (0.14, 0.16, 0.26), (0.12, 0, 0.07), 0.03),
        block(joint, (0.18, 0.30, 0.09), (0.12, -0.05, 0.0), 0.03),
    )
    return [*head, *chest, *arms, *legs]


def _toy_car(main: Colour = (0.86, 0.14, 0.10)) -> list[Piece]:
    body = hull(
        Paint(main, 0.1),
        [
            (-0.115, 0.034, 0.018, 0.034),
            (-0.10, 0.045, 0.014, 0.044),
            (0.0, 0.047, 0.014, 0.050),
            (0.10, 0.045, 0.014, 0.048),
            (0.115, 0.034, 0.018, 0.040),
        ],
        4,
    )
    cabin = hull(
        Paint((0.60, 0.82, 0.92), 0.08),
        [
            (-0.06, 0.034, 0.045, 0.050),
            (-0.03, 0.036, 0.045, 0.082),
            (0.05, 0.036, 0.045, 0.084),
            (0.085, 0.034, 0.045, 0.050),
        ],
        4,
    )
    roof = block(Paint(main, 0.1), (0.06, 0.075, 0.005), (0, 0.01, 0.0815), 0.002)
    wheels = [
        piece
        for x in (-0.043, 0.043)
        for y in (-0.068, 0.07)
        for piece in wheel(0.024, 0.020, (x, y, 0.024), Paint((0.98, 0.82, 0.15), 0.3), 6)
    ]
    return [
        body,
        cabin,
        roof,
        *wheels,
        *both(ball(Paint((1.0, 0.95, 0.8), 0.2, 0, 0.6), (0.009, 0.005, 0.006), (0.028, -0.112, 0.034), 12)),
    ]


def _toy_train(main: Colour = (0.82, 0.14, 0.12)) -> list[Piece]:
    """A wooden engine in bright colours."""
    blue, yellow, green = (
        Paint((0.14, 0.36, 0.74), 0.25),
        Paint((0.98, 0.78, 0.12), 0.25),
        Paint((0.18, 0.58, 0.28), 0.25),
    )
    boiler = turn(drum(Paint(main, 0.2), 0.032, 0.15), "x", 90).moved(0, 0.03, 0.065)
    cab = [
        block(blue, (0.08, 0.085, 0.075), (0, 0.07, 0.03), 0.004),
        block(yellow, (0.09, 0.10, 0.010), (0, 0.07, 0.108), 0.004),
        *both(block(CREAM, (0.004, 0.04, 0.03), (0.0395, 0.07, 0.068), 0)),
    ]
    front = [
        turn(drum(yellow, 0.028, 0.008), "x", 90).moved(0, -0.12, 0.065),
        drum(blue, 0.012, 0.025, (0, -0.085, 0.09), 0.018),
        ball(yellow, 0.014, (0, -0.035, 0.098), 14),
        ball(LAMP, 0.008, (0, -0.128, 0.065), 10),
    ]
    wheels = [
        turn(drum(p, r, 0.012, (0, 0, -0.006)), "y", 90).moved(s * 0.038, y, r)
        for s in (-1, 1)
        for y, r, p in ((-0.09, 0.021, green), (-0.03, 0.021, green), (0.07, 0.030, yellow))
    ]
    return [block(PINE, (0.062, 0.25, 0.02), (0, 0, 0.022)), boiler, *cab, *front, *wheels]


MODELS: dict[str, Model] = {
    "balloon": _balloon, "doll": _doll, "kite": _kite, "paper_boat": _paper_boat, "paper_plane":
    _paper_plane, "robot": _robot, "rubber_duck": _rubber_duck, "teddy_bear": _teddy_bear, "toy_car":
    _toy_car, "toy_train": _toy_train,
}  # fmt: skip
