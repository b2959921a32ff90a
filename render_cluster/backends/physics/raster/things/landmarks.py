"""Models of buildings that are seen from afar."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CREAM,
    GRAPHITE,
    IRON,
    OAK,
    PANE,
    STONE,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    block,
    both,
    circle,
    drum,
    hull,
    lathe,
    loft,
    oval,
    ring,
    rocky,
    turn,
)  # fmt: skip
from render_cluster.backends.physics.raster.things.street_parts import (
    DOOR,
    SLATE,
    archway,
    gable,
    gable_roof,
    varied,
)


def _castle(main: Colour = (0.62, 0.60, 0.56)) -> list[Piece]:
    """Four round towers with blue cones, walls with battlements, a keep and a gate."""
    stone, cone = Paint(main, 0.95), Paint((0.16, 0.24, 0.45), 0.6)
    pieces: list[Piece] = []
    for x, y in ((-8, -8), (8, -8), (-8, 8), (8, 8)):
        pieces += _turret(stone, cone, x, y, 2.0, 9.0, 4.0)
    for turn_deg in (0, 90, 180, 270):
        wall = [
            block(stone, (14.0, 1.2, 6.0), (0, -8, 0), 0.05),
            *[block(stone, (0.9, 1.3, 0.9), (x, -8, 6.0), 0.03) for x in np.arange(-6, 6.1, 1.7)],
        ]
        pieces += [turn(piece, "z", turn_deg) for piece in wall]
    keep = [
        block(stone, (7.5, 7.5, 11.0), (0, 1.0, 0), 0.1),
        *[block(stone, (0.8, 0.8, 0.8), (x, y + 1.0, 11.0)) for x, y in _rim(3.35, 5)],
    ]
    keep += [p for x, y in ((-3.4, -2.4), (3.4, -2.4)) for p in _turret(stone, cone, x, y, 1.1, 13.0, 3.2)]
    gate = [
        block(stone, (4.6, 1.8, 7.2), (0, -8.2, 0), 0.05),
        *archway(Paint((0.10, 0.07, 0.05), 0.9), 2.6, 4.4, -9.15),
        *[block(stone, (0.8, 1.9, 0.8), (x, -8.2, 7.2)) for x in (-1.9, -0.65, 0.65, 1.9)],
    ]
    slits = [block(BLACK, (0.35, 0.1, 1.3), (x, -2.78, z), 0) for x in (-1.8, 0, 1.8) for z in (7.0, 9.0)]
    return [*pieces, *keep, *gate, *slits]


def _church(main: Colour = (0.88, 0.87, 0.83)) -> list[Piece]:
    wall = Paint(main, 0.85)
    nave = [
        block(wall, (7.4, 11.5, 5.0), (0, 2.2, 0), 0.02),
        gable(wall, 7.4, 11.5, 5.0, 3.0, 2.2),
        *gable_roof(SLATE, 8.0, 12.0, 4.9, 3.2, 0.2, at_y=2.2),
    ]
    tower = [
        block(wall, (3.8, 3.8, 10.0), (0, -5.6, 0), 0.02),
        drum(SLATE, 2.9, 5.6, (0, -5.6, 10.0), 0.05, 4),
    ]
    tower[1] = turn(tower[1].moved(0, 5.6, 0), "z", 45).moved(0, -5.6, 0)
    cross = [
        block(BRASS, (0.12, 0.12, 1.4), (0, -5.6, 15.5)),
        block(BRASS, (0.7, 0.12, 0.12), (0, -5.6, 16.3)),
    ]
    windows = both(
        *(
            p
            for y in (-1.5, 1.0, 3.5, 6.0)
            for p in (turn(q, "z", 90).moved(0, y, 0) for q in _lancet(3.72, 1.4, 0.9, 2.4))
        )
    )
    bell = [p for z in (7.4,) for p in archway(Paint((0.10, 0.10, 0.12), 0.9), 1.2, 1.8, -7.53, z)]
    rose = [
        turn(p, "x", 90).moved(0, -7.5, 5.6)
        for p in (ring(STONE, 0.8, 0.12), drum(Paint((0.25, 0.30, 0.62), 0.2, 0, 0.2), 0.75, 0.06))
    ]
    return [
        *nave,
        *tower,
        *cross,
        *windows,
        *bell,
        *rose,
        *archway(DOOR, 1.6, 2.9, -7.53),
        block(STONE, (7.8, 15.2, 0.3), (0, 0.3, 0)),
    ]


def _temple(main: Colour = (0.70, 0.14, 0.10)) -> list[Piece]:
    """A three-storeyed pagoda with curved roofs."""
    wood = Paint(main, 0.6)
    pieces: list[Piece] = [block(STONE, (8.2, 8.2, 0.8), bevel=0.08)]
    for i, z in enumerate((0.8, 4.5, 7.9)):
        half = 2.9 - 0.55 * i
        pieces += [
            block(CREAM, (2 * half - 0.3, 2 * half - 0.3, 2.6), (0, 0, z)),
            *[bar(wood, (x, y, z), (x, y, z + 2.6), 0.16) for x, y in _rim(half, 3)],
            block(wood, (2 * half + 0.2, 2 * half + 0.2, 0.22), (0, 0, z + 2.2)),
        ]
        pieces.append(_curved_roof(Paint((0.20, 0.28, 0.27), 0.6), half + 1.6, z + 2.5, 1.25))
    return [
        *pieces,
        block(DOOR, (1.4, 0.1, 2.1), (0, -2.82, 0.8)),
        bar(BRASS, (0, 0, 11.0), (0, 0, 14.0), 0.14, 0.03),
        *(ring(BRASS, 0.34 - 0.05 * i, 0.06, (0, 0, 11.9 + 0.4 * i), 16) for i in range(4)),
    ]


def _pyramid(main: Colour = (0.84, 0.70, 0.46)) -> list[Piece]:
    """Courses of stone that step to the top."""
    rng = np.random.default_rng(3)
    steps = 26
    return [
        Part(
            block(
                Paint(varied(rng, main, 0.12), 0.95),
                (40 * (1 - i / steps), 40 * (1 - i / steps), 1.02),
                (0, 0, i),
                0.06,
            ),
            Material.FAR,
        )
        for i in range(steps)
    ]


def _lighthouse(main: Colour = (0.80, 0.12, 0.10)) -> list[Piece]:
    """Red and white bands, a gallery, a lit lantern."""

    def at(z: float) -> float:
        return 2.3 - 0.9 * z / 17.0

    bands = [
        lathe(
            WHITE if i % 2 else Paint(main, 0.5),
            [(at(3.4 * i), 3.4 * i), (at(3.4 * i + 3.4), 3.4 * i + 3.4)],
            sides=36,
        )
        for i in range(5)
    ]
    rock_ = rocky(Paint((0.45, 0.43, 0.41), 0.95), (6.0, 6.0, 1.6), 2).moved(0, 0, 0.2)
    gallery = [
        drum(GRAPHITE, 2.0, 0.3, (0, 0, 17.0)),
        *(bar(BLACK, (x, y, 17.3), (x, y, 18.2), 0.04) for x, y, _ in circle(14, 1.9)),
        ring(BLACK, 1.9, 0.05, (0, 0, 18.2)),
    ]
    lantern = [
        drum(Paint((1.0, 0.92, 0.66), 0.2, 0, 1.6), 1.0, 2.2, (0, 0, 17.3)),
        *(bar(BLACK, (x, y, 17.3), (x, y, 19.5), 0.06) for x, y, _ in circle(8, 1.03)),
        drum(Paint(main, 0.4), 1.35, 1.7, (0, 0, 19.5), 0.1),
        ball(BRASS, 0.22, (0, 0, 21.4), 12),
        bar(IRON, (0, 0, 21.4), (0, 0, 22.0), 0.05),
    ]
    windows = [block(PANE, (0.6, 0.3, 1.0), (0, -at(z) + 0.02, z), 0.03) for z in (5.0, 9.0, 13.2)]
    return [rock_, *bands, *gallery, *lantern, *windows, *archway(DOOR, 1.1, 2.3, -2.32)]


def _water_tower(main: Colour = (0.62, 0.66, 0.68)) -> list[Piece]:
    """A round tank under a pointed roof on braced legs, with a pipe down its middle."""
    legs = circle(6, 2.7, 0.0)
    knees = circle(6, 2.7, 5.6)
    tank = lathe(
        Paint(main, 0.5, 0.2),
        [
            (0.0, 10.6),
            (1.6, 10.8),
            (3.3, 12.2),
            (3.3, 12.2),
            (3.3, 16.6),
            (3.3, 16.6),
            (3.5, 16.6),
            (0.0, 18.7),
        ],
        sides=36,
    )
    struts = [
        bar(IRON, (x, y, low), (u, v, low + 5.6), 0.07)
        for low in (0.0, 5.6)
        for (x, y, _), (u, v, _) in zip(legs, (*legs[1:], legs[0]), strict=True)
    ]
    girders = [
        bar(IRON, (x, y, 5.6), (u, v, 5.6), 0.09)
        for (x, y, _), (u, v, _) in zip(knees, (*knees[1:], knees[0]), strict=True)
    ]
    return [
        *(bar(IRON, (x, y, 0.0), (x, y, 12.4), 0.19) for x, y, _ in legs),
        *struts,
        *girders,
        ring(IRON, 3.45, 0.10, (0, 0, 12.2)),
        drum(Paint(main, 0.5), 0.4, 11.0),
        tank,
        ball(BRASS, 0.25, (0, 0, 18.7), 12),
    ]


def _windmill(main: Colour = (0.90, 0.87, 0.80)) -> list[Piece]:
    """A tower mill with lattice sails."""
    body = lathe(Paint(main, 0.9), [(2.7, 0.0), (2.2, 4.5), (1.85, 8.2)], sides=32)
    cap = ball(Paint((0.36, 0.22, 0.14), 0.8), (2.1, 2.3, 1.7), (0, 0, 8.3))
    hub = (0.0, -2.75, 8.9)
    sail: list[Mesh] = [
        bar(OAK, (0, 0, 0), (0, 0, 5.2), 0.11),
        bar(OAK, (0.95, 0, 1.0), (0.95, 0, 5.1), 0.05),
    ]
    sail += [bar(OAK, (0, 0, z), (0.95, 0, z), 0.045) for z in np.arange(1.0, 5.2, 0.45)]
    cloth = block(Paint((0.93, 0.91, 0.85), 0.9), (0.9, 0.03, 4.0), (0.48, 0.04, 1.05), 0)
    sails = [turn(piece, "y", a).moved(*hub) for a in (20, 110, 200, 290) for piece in (*sail, cloth)]
    windows = [block(PANE, (0.6, 0.25, 0.8), (0, y, z), 0.02) for y, z in ((-2.28, 4.2), (-2.02, 6.4))]
    return [
        body,
        cap,
        *sails,
        bar(IRON, (0, -2.0, 8.9), (0, -2.9, 8.9), 0.22),
        *windows,
        *archway(DOOR, 1.1, 2.2, -2.66),
        ring(STONE, 2.65, 0.2, (0, 0, 0.1)),
    ]


def _wind_turbine(main: Colour = (0.93, 0.94, 0.95)) -> list[Piece]:
    paint = Paint(main, 0.3)
    tower = lathe(paint, [(1.0, 0), (0.8, 12), (0.55, 25)], sides=24)
    pod = hull(
        paint,
        [(-1.6, 0.6, 24.6, 25.9), (-1.0, 0.85, 24.3, 26.2), (1.4, 0.8, 24.4, 26.1), (2.0, 0.4, 24.8, 25.7)],
        4,
    )
    blade = hull(
        paint,
        [
            (0.3, 0.25, -0.2, 0.2),
            (1.8, 0.55, -0.14, 0.14),
            (6.0, 0.38, -0.09, 0.09),
            (12.8, 0.06, -0.03, 0.03),
        ],
        2,
    )
    blades = [turn(turn(blade, "x", 90), "y", a).moved(0, -1.7, 25.2) for a in (0, 120, 240)]
    return [tower, pod, *blades, ball(paint, (0.6, 0.7, 0.6), (0, -1.7, 25.2))]


def _turret(
    stone: Paint, roof: Paint, x: float, y: float, radius: float, high: float, cone: float
) -> list[Mesh]:
    body = lathe(
        stone,
        [
            (radius * 1.06, 0),
            (radius, 0.1 * high),
            (radius, 0.9 * high),
            (radius * 1.15, 0.93 * high),
            (radius * 1.15, high),
        ],
        (x, y, 0),
        28,
    )
    teeth = [
        block(stone, (0.30 * radius, 0.30 * radius, 0.3 * radius), (x + px, y + py, high))
        for px, py, _ in circle(9, radius)
    ]
    slit = block(BLACK, (0.3, 0.12, 1.1), (x, y - radius - 0.01, 0.6 * high), 0)
    return [body, *teeth, drum(roof, radius * 1.12, cone, (x, y, high + 0.02), 0.03, 28), slit]


def _rim(half: float, count: int) -> list[tuple[float, float]]:
    """Points along the edge of a square."""
    line = np.linspace(-half, half, count)
    return sorted(
        {
            (round(float(a), 4), round(float(b), 4))
            for t in line
            for a, b in ((t, -half), (t, half), (-half, t), (half, t))
        }
    )


def _lancet(out: float, z: float, wide: float, high: float) -> list[Mesh]:
    return [
        piece.moved(0, 0, 0)
        for piece in archway(Paint((0.22, 0.28, 0.55), 0.2, 0.0, 0.15), wide, high, -out, z)
    ]


def _curved_roof(paint: Paint, half: float, z: float, rise: float) -> Mesh:
    """A square roof whose eaves turn up at the corners."""
    rings = []
    for t in np.linspace(0, 1, 9):
        outline = oval(half * (1 - 0.72 * t), half * (1 - 0.72 * t), 12, 48)
        corner = np.abs(outline[:, 0] * outline[:, 1]) / (half * (1 - 0.72 * t)) ** 2
        rings.append(np.column_stack([outline, z + rise * t**1.6 + 0.45 * corner**3 * (1 - t) ** 2]))
    return loft(paint, np.array(rings))


MODELS: dict[str, Model] = {
    "castle": _castle, "church": _church, "lighthouse": _lighthouse, "pyramid": _pyramid, "temple": _temple,
    "water_tower": _water_tower, "wind_turbine": _wind_turbine, "windmill": _windmill,
}  # fmt: skip
