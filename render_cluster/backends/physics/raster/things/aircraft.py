"""Models of what flies; their nose looks to -y."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    CHROME,
    GRAPHITE,
    IRON,
    PANE,
    STEEL,
    WHITE,
    Model,
    Paint,
    Piece,
    around,
    ball,
    bar,
    bars,
    block,
    both,
    circle,
    drum,
    hull,
    lathe,
    oval,
    plate,
    prism,
    ring,
    tinted,
    tube,
    turn,
    wheel,
)  # fmt: skip

_TAIL = Paint((0.85, 0.06, 0.05), 0.25, 0.0, 0.4)


def _aeroplane(main: Colour = (0.95, 0.95, 0.96)) -> list[Piece]:
    """A twin-engined airliner on its wheels."""
    paint, accent = Paint(main, 0.2), Paint((0.10, 0.28, 0.62), 0.25)
    body = _fuselage(paint, 15.0, 1.9, 3.6)
    wing = prism(
        Paint((0.78, 0.80, 0.83), 0.3, 0.3),
        [(1.2, -3.6), (13.9, 3.4), (14.0, 4.6), (4.8, 2.2), (1.2, 2.6)],
        0.32,
        "z",
    ).moved(0, 0, 2.9)
    tail = prism(paint, [(0.2, 11.6), (5.0, 14.0), (5.0, 15.0), (0.2, 14.4)], 0.2, "z").moved(0, 0, 4.2)
    fin = prism(accent, [(10.4, 4.8), (13.4, 9.4), (14.9, 9.4), (14.6, 4.6)], 0.3, "x")
    engines = both(
        *(
            turn(piece, "x", 90).moved(4.9, y, 2.0)
            for piece, y in (
                (
                    lathe(
                        accent,
                        [
                            (0.62, 0),
                            (0.85, 0.6),
                            (0.95, 2.2),
                            (0.90, 3.2),
                            (0.90, 3.2),
                            (0.78, 3.2),
                            (0.70, 2.6),
                            (0.0, 2.5),
                        ],
                    ),
                    1.0,
                ),
                (drum(IRON, 0.74, 0.1), -1.7),
            )
        )
    )
    stripe = both(block(accent, (0.04, 22.0, 0.28), (1.88, -0.5, 3.25), 0.0))
    panes = both(*(block(PANE, (0.05, 0.32, 0.40), (1.84, y, 3.85), 0.0) for y in np.arange(-10, 9.5, 0.85)))
    cockpit = hull(PANE, [(-14.05, 0.55, 3.95, 4.15), (-13.7, 0.95, 4.0, 4.55), (-13.2, 1.15, 4.1, 4.85)], 4)
    gear = [
        p
        for x, y in ((-1.9, 1.2), (1.9, 1.2), (0, -10.5))
        for p in (*wheel(0.55, 0.5, (x, y, 0.55)), bar(STEEL, (x, y, 0.5), (x, y, 2.2), 0.14))
    ]
    return [body, *both(wing, tail), fin, *engines, *stripe, *panes, cockpit, *gear]


def _propeller_plane(main: Colour = (0.86, 0.16, 0.12)) -> list[Piece]:
    paint = Paint(main, 0.2)
    body = hull(
        paint,
        [
            (-3.2, 0.35, 0.95, 1.65),
            (-2.9, 0.52, 0.8, 1.8),
            (-1.0, 0.56, 0.75, 2.1),
            (0.4, 0.50, 0.85, 2.0),
            (3.4, 0.10, 1.25, 1.6),
        ],
        3,
    )
    wing = plate(Paint((0.95, 0.94, 0.90), 0.3), oval(4.5, 0.72, 6, 48), 0.16, (0, -1.0, 2.25))
    tail = plate(Paint((0.95, 0.94, 0.90), 0.3), oval(1.4, 0.36, 4, 32), 0.08, (0, 3.0, 1.5))
    fin = prism(paint, [(2.3, 1.5), (3.0, 2.65), (3.5, 2.7), (3.5, 1.4)], 0.10, "x")
    glass = hull(
        PANE,
        [(-1.6, 0.44, 1.75, 1.9), (-1.0, 0.50, 1.7, 2.22), (0.0, 0.48, 1.7, 2.2), (0.5, 0.35, 1.75, 2.0)],
        4,
    )
    spinner = turn(drum(WHITE, 0.18, 0.35, top=0.02), "x", 90).moved(0, -3.2, 1.3)
    blades = [turn(block(BLACK, (0.16, 0.05, 1.0)), "y", a).moved(0, -3.35, 1.3) for a in (25, 205)]
    gear = [
        p
        for x, y, r in ((-1.0, -1.3, 0.32), (1.0, -1.3, 0.32), (0, 3.2, 0.16))
        for p in wheel(r, 0.16, (x, y, r))
    ]
    struts = [
        *both(
            *bars(STEEL, 0.05, ((0.4, -1.2, 0.9), (1.0, -1.3, 0.35)), ((0.5, -1.0, 0.95), (2.4, -1.0, 2.28)))
        ),
        bar(STEEL, (0, 3.2, 0.16), (0, 3.1, 1.3), 0.04),
    ]
    return [body, wing, tail, fin, glass, spinner, *blades, *gear, *struts]


def _helicopter(main: Colour = (0.80, 0.12, 0.10)) -> list[Piece]:
    paint = Paint(main, 0.2)
    cabin = hull(
        paint,
        [
            (-4.6, 0.3, 1.0, 1.6),
            (-4.1, 0.85, 0.7, 2.2),
            (-2.8, 1.05, 0.6, 2.7),
            (-1.0, 1.0, 0.65, 2.75),
            (0.3, 0.55, 1.2, 2.6),
            (1.0, 0.28, 1.6, 2.3),
        ],
        2.8,
        36,
    )
    glass = hull(
        PANE,
        [(-4.72, 0.2, 1.35, 1.6), (-4.3, 0.75, 1.3, 2.15), (-3.5, 0.98, 1.45, 2.55), (-3.1, 0.9, 1.6, 2.68)],
        2.8,
    )
    side = both(block(PANE, (0.08, 0.9, 0.75), (1.0, -2.1, 1.55), 0.02))
    boom = bar(paint, (0, 0.5, 1.95), (0, 5.4, 2.2), 0.32, 0.13)
    fin = prism(WHITE, [(4.9, 2.1), (5.5, 3.2), (5.9, 3.2), (5.7, 1.7)], 0.10, "x")
    mast = bar(STEEL, (0, -1.7, 2.6), (0, -1.7, 3.35), 0.12)
    rotor = [
        turn(block(GRAPHITE, (5.0, 0.24, 0.05), (2.5, 0, 0)), "z", a).moved(0, -1.7, 3.38)
        for a in (35, 125, 215, 305)
    ]
    small = [turn(block(GRAPHITE, (0.04, 0.12, 0.7)), "x", a).moved(0.18, 5.55, 2.6) for a in (20, 140, 260)]
    hood = hull(
        WHITE,
        [(-2.6, 0.3, 2.6, 2.75), (-2.0, 0.5, 2.5, 3.0), (-0.9, 0.45, 2.4, 3.0), (0.2, 0.15, 2.3, 2.6)],
        3,
    )
    skids = both(
        tube(IRON, [(0.95, -3.7, 0.25), (0.95, -3.4, 0.06), (0.95, -1.5, 0.05), (0.95, 0.3, 0.05)], 0.06),
        *bars(IRON, 0.05, ((0.95, -2.9, 0.06), (0.6, -2.8, 0.8)), ((0.95, -0.7, 0.06), (0.6, -0.8, 0.8))),
    )
    return [
        cabin,
        glass,
        *side,
        boom,
        fin,
        mast,
        *rotor,
        *small,
        hood,
        *skids,
        drum(STEEL, 0.2, 0.14, (0, -1.7, 3.32)),
        block(WHITE, (1.5, 0.4, 0.06), (0, 4.6, 2.15)),
    ]


def _drone(main: Colour = (0.90, 0.90, 0.91)) -> list[Piece]:
    body = hull(
        Paint(main, 0.3),
        [
            (-0.10, 0.035, 0.05, 0.09),
            (-0.06, 0.055, 0.045, 0.11),
            (0.06, 0.055, 0.045, 0.11),
            (0.10, 0.035, 0.05, 0.09),
        ],
        4,
    )
    pieces: list[Piece] = [
        body,
        ball(BLACK, 0.024, (0, -0.095, 0.05), 14),
        block(_TAIL, (0.03, 0.012, 0.01), (0, 0.10, 0.07), 0),
    ]
    for x, y in ((-0.15, -0.15), (0.15, -0.15), (-0.15, 0.15), (0.15, 0.15)):
        pieces += [
            bar(Paint(main, 0.3), (0.25 * x, 0.25 * y, 0.08), (x, y, 0.09), 0.014),
            drum(GRAPHITE, 0.016, 0.05, (x, y, 0.08)),
            ring(GRAPHITE, 0.058, 0.003, (x, y, 0.125)),
            block(BLACK, (0.115, 0.014, 0.004), (x, y, 0.13), 0),
            bar(GRAPHITE, (0.5 * x, 0.5 * y, 0.05), (0.55 * x, 0.55 * y, 0.0), 0.006),
        ]
    return pieces


def _rocket(main: Colour = (0.94, 0.94, 0.95)) -> list[Piece]:
    """A round-bellied rocket on three fins, with a porthole."""
    trim = Paint((0.82, 0.12, 0.10), 0.25)
    body = lathe(
        Paint(main, 0.15), [(0.95, 2.0), (1.35, 5.0), (1.45, 9.0), (1.25, 14.0), (0.80, 18.0)], sides=36
    )
    nose = lathe(trim, [(0.80, 18.0), (0.50, 20.0), (0.20, 21.4), (0.0, 22.0)], sides=36)
    nozzle = lathe(GRAPHITE, [(1.05, 0.9), (0.70, 2.1), (0.70, 2.1), (0.0, 2.1)], sides=28)
    fin = prism(trim, [(0.9, 6.2), (2.25, 2.6), (2.25, 0.0), (0.8, 2.2)], 0.22, "y")
    bands = [ring(trim, r, 0.07, (0, 0, z)) for r, z in ((1.02, 2.4), (1.36, 11.8))]
    porthole = [
        turn(piece, "x", 90).moved(0, -1.32, 13.0)
        for piece in (ring(CHROME, 0.55, 0.10), drum(Paint((0.25, 0.45, 0.65), 0.05), 0.52, 0.12))
    ]
    return [body, nose, nozzle, *around(fin, 4, 45), *bands, *porthole]


def _spaceship(main: Colour = (0.72, 0.74, 0.78)) -> list[Piece]:
    disc = lathe(
        Paint(main, 0.18, 0.85),
        [
            (0.0, 0.2),
            (1.4, 0.25),
            (2.2, 0.6),
            (4.4, 1.15),
            (4.5, 1.25),
            (4.4, 1.38),
            (2.4, 1.85),
            (1.9, 1.95),
            (0.0, 2.0),
        ],
        sides=48,
    )
    dome = ball(Paint((0.35, 0.72, 0.85), 0.05, 0.0, 0.1), (1.75, 1.75, 1.25), (0, 0, 1.9))
    lights = [
        ball(Paint((1.0, 0.85, 0.35), 0.4, 0, 2.5), 0.20, (x, y, 0.92), 12) for x, y, _ in circle(12, 3.5)
    ]
    legs = [
        p
        for x, y, _ in circle(3, 1.9, from_deg=30)
        for p in (
            bar(STEEL, (x, y, 0.5), (1.3 * x, 1.3 * y, 0.06), 0.08),
            drum(STEEL, 0.28, 0.07, (1.3 * x, 1.3 * y, 0)),
        )
    ]
    return [disc, dome, *lights, *legs, ring(GRAPHITE, 1.78, 0.10, (0, 0, 1.92))]


def _hot_air_balloon(main: Colour = (0.86, 0.14, 0.12)) -> list[Piece]:
    """Gores in the main colour, yellow and white over a wicker basket."""
    line = [(0.9, 4.2), (2.6, 6.2), (5.0, 9.0), (6.4, 12.2), (5.9, 15.2), (3.6, 17.4), (0.0, 18.0)]
    bag = lathe(Paint(main, 0.7), line, sides=96)
    gore = np.floor(np.arctan2(bag.points[:, 1], bag.points[:, 0]) / (2 * np.pi) * 16 + 1e-4).astype(int) % 16
    bag = tinted(bag, lambda _p: gore % 4 == 1, Paint((0.97, 0.80, 0.16), 0.7))
    bag = tinted(bag, lambda _p: gore % 4 == 3, Paint((0.16, 0.36, 0.70), 0.7))
    bag = tinted(bag, lambda p: np.abs(p[:, 2] - 11.4) < 0.5, WHITE)
    basket = [
        block(Paint((0.56, 0.36, 0.18), 0.9), (1.5, 1.5, 1.15), bevel=0.12),
        block(Paint((0.32, 0.19, 0.10), 0.8), (1.62, 1.62, 0.14), (0, 0, 1.08), 0.06),
    ]
    ropes = [
        bar(IRON, (0.65 * x, 0.65 * y, 1.1), (0.85 * x, 0.85 * y, 4.3), 0.03)
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    flame = lathe(
        Paint((1.0, 0.62, 0.15), 0.5, 0, 3.0), [(0.0, 2.2), (0.18, 2.5), (0.12, 3.0), (0.0, 3.5)], sides=12
    )
    return [Part(bag, Material.CLOTH), *basket, *ropes, flame, drum(STEEL, 0.2, 0.25, (0, 0, 2.0))]


def _fuselage(paint: Paint, end: float, radius: float, z: float) -> Mesh:
    sections = [
        (-end, 0.02),
        (-end * 0.985, 0.30),
        (-end * 0.93, 0.66),
        (-end * 0.82, 0.94),
        (-end * 0.6, 1.0),
        (end * 0.45, 1.0),
        (end * 0.75, 0.72),
        (end * 0.95, 0.28),
        (end, 0.12),
    ]
    return hull(
        paint,
        [
            (
                y,
                radius * s,
                z - radius * s + (0.5 * radius * (1 - s) if y > 0 else -0.15 * (1 - s)),
                z + radius * s + (0.5 * radius * (1 - s) if y > 0 else -0.35 * radius * (1 - s)),
            )
            for y, s in sections
        ],
        2.0,
        32,
    )


MODELS: dict[str, Model] = {
    "aeroplane": _aeroplane, "drone": _drone, "helicopter": _helicopter, "hot_air_balloon":
    _hot_air_balloon, "propeller_plane": _propeller_plane, "rocket": _rocket, "spaceship": _spaceship,
}  # fmt: skip
