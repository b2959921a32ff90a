"""Models of buildings, bridges and what stands along a street; fronts look to -y."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BARK,
    BLACK,
    BRASS,
    BRICK,
    CHROME,
    CREAM,
    GRAPHITE,
    IRON,
    OAK,
    PANE,
    PINE,
    RED,
    STEEL,
    STONE,
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
    loft,
    oval,
    prism,
    ring,
    rocky,
    sheet,
    tinted,
    tube,
    turn,
)  # fmt: skip

_PLASTER = Paint((0.88, 0.83, 0.74), 0.9)
_TILES = Paint((0.58, 0.22, 0.15), 0.8)
_SLATE = Paint((0.25, 0.27, 0.31), 0.7)
_DOOR = Paint((0.36, 0.18, 0.10), 0.5)
_GLOW = Paint((1.0, 0.85, 0.55), 0.5, 0.0, 0.5)


def _house(main: Colour = (0.90, 0.85, 0.74)) -> list[Piece]:
    """Walls in the main colour, a tiled gable roof, a chimney, a porch step and bushes."""
    wall = Paint(main, 0.9)
    body = [block(wall, (7.2, 6.2, 3.6), (0, 0, 0), 0.02), _gable(wall, 7.2, 6.2, 3.6, 2.2)]
    roof = _roof(_TILES, 8.0, 7.0, 3.45, 2.45, 0.22)
    front = -3.1
    openings = [_pane(x, front, z, 1.1, 1.3) for x, z in ((-2.2, 1.1), (2.2, 1.1))] + [
        _pane(0.0, front, 3.75, 0.9, 0.95)
    ]
    sides = [[turn(piece, "z", 90) for piece in _pane(x, -3.6, 1.1, 1.1, 1.3)] for x in (-1.3, 1.3)]
    door = [
        block(WHITE, (1.25, 0.12, 2.25), (0, front, 0.15)),
        block(_DOOR, (1.0, 0.16, 2.1), (0, front, 0.15)),
        ball(BRASS, 0.06, (0.36, front - 0.10, 1.15), 10),
        block(STONE, (1.8, 0.9, 0.16), (0, front - 0.3, 0)),
    ]
    canopy = [
        *_roof(_TILES, 1.9, 1.1, 2.55, 0.5, 0.10, at_y=front - 0.3),
        *both(bar(WHITE, (0.8, front - 0.7, 0.1), (0.8, front - 0.7, 2.6), 0.06)),
    ]
    chimney = [
        block(BRICK, (0.75, 0.75, 2.3), (2.2, 1.0, 3.9)),
        block(STONE, (0.9, 0.9, 0.14), (2.2, 1.0, 6.06)),
    ]
    return [
        *body,
        *roof,
        *_flat(openings),
        *_flat(sides),
        *door,
        *canopy,
        *chimney,
        block(STONE, (7.3, 6.3, 0.25)),
    ]


def _barn(main: Colour = (0.60, 0.13, 0.10)) -> list[Piece]:
    wall = Paint(main, 0.85)
    line = [(-4.2, 0), (4.2, 0), (4.2, 4.2), (2.7, 6.3), (0, 7.3), (-2.7, 6.3), (-4.2, 4.2)]
    body = prism(wall, line, 10.2, "y")
    roof = [
        _sloped(_SLATE, a, b, 11.0, 0.2)
        for a, b in (
            ((4.5, 3.9), (2.75, 6.45)),
            ((2.75, 6.4), (0, 7.45)),
            ((-4.5, 3.9), (-2.75, 6.45)),
            ((-2.75, 6.4), (0, 7.45)),
        )
    ]
    planks = [
        block(Paint(tuple(c * 0.8 for c in main), 0.9), (0.05, 0.04, 4.1), (x, -5.11, 0), 0)
        for x in np.arange(-4.0, 4.1, 0.5)
    ]
    door = [
        block(Paint(main, 0.8), (3.2, 0.08, 3.3), (0, -5.14, 0)),
        *[
            block(WHITE, s, p)
            for s, p in (
                ((3.4, 0.12, 0.2), (0, -5.16, 3.25)),
                ((0.2, 0.12, 3.3), (-1.6, -5.16, 0)),
                ((0.2, 0.12, 3.3), (1.6, -5.16, 0)),
                ((0.16, 0.12, 3.3), (0, -5.16, 0)),
            )
        ],
    ]
    crosses = [
        bar(WHITE, (s * 0.1, -5.2, z0), (s * 1.55, -5.2, z1), 0.07)
        for s in (-1, 1)
        for z0, z1 in ((0.1, 3.2), (3.2, 0.1))
    ]
    loft = [block(WHITE, (1.5, 0.12, 1.5), (0, -5.12, 4.6)), block(BLACK, (1.2, 0.14, 1.2), (0, -5.13, 4.75))]
    return [body, *roof, *planks, *door, *crosses, *loft]


def _building(main: Colour = (0.72, 0.50, 0.38)) -> list[Piece]:
    return _tower(Paint(main, 0.9), 13.6, 9.6, 11.5, 4, 5)


def _skyscraper(main: Colour = (0.30, 0.42, 0.52)) -> list[Piece]:
    """Glass between mullions, set back twice, with a mast."""
    glass, line = Paint(main, 0.10, 0.3), Paint((0.78, 0.80, 0.83), 0.4)
    pieces: list[Piece] = []
    for wide, low, high in ((22.0, 0.0, 48.0), (18.0, 48.0, 70.0), (13.0, 70.0, 82.0)):
        pieces.append(block(glass, (wide - 0.4, wide - 0.4, high - low), (0, 0, low), 0.1))
        pieces += [block(line, (wide, wide, 0.45), (0, 0, z), 0.05) for z in np.arange(low + 3.0, high, 3.4)]
        for t in np.linspace(-0.5, 0.5, 9):
            pieces += [
                block(line, (0.35, wide, high - low), (t * (wide - 0.35), 0, low), 0.02),
                block(line, (wide, 0.35, high - low), (0, t * (wide - 0.35), low), 0.02),
            ]
    return [
        *(Part(piece, Material.FAR) for piece in pieces),
        bar(STEEL, (0, 0, 82), (0, 0, 90), 0.4, 0.1),
        block(PANE, (9, 0.5, 4), (0, -10.9, 0)),
    ]


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
        *_archway(Paint((0.10, 0.07, 0.05), 0.9), 2.6, 4.4, -9.15),
        *[block(stone, (0.8, 1.9, 0.8), (x, -8.2, 7.2)) for x in (-1.9, -0.65, 0.65, 1.9)],
    ]
    slits = [block(BLACK, (0.35, 0.1, 1.3), (x, -2.78, z), 0) for x in (-1.8, 0, 1.8) for z in (7.0, 9.0)]
    banner = [
        bar(IRON, (0, 1.0, 11), (0, 1.0, 16.5), 0.08),
        Part(
            sheet(
                RED, lambda u, v: np.stack([0.1 + 2.2 * u, 1.0 + 0.2 * np.sin(6 * u), 15.2 + 1.2 * v], -1), 8
            ),
            Material.CLOTH,
        ),
    ]
    return [*pieces, *keep, *gate, *slits, *banner]


def _church(main: Colour = (0.88, 0.87, 0.83)) -> list[Piece]:
    wall = Paint(main, 0.85)
    nave = [
        block(wall, (7.4, 11.5, 5.0), (0, 2.2, 0), 0.02),
        _gable(wall, 7.4, 11.5, 5.0, 3.0, 2.2),
        *_roof(_SLATE, 8.0, 12.0, 4.9, 3.2, 0.2, at_y=2.2),
    ]
    tower = [
        block(wall, (3.8, 3.8, 10.0), (0, -5.6, 0), 0.02),
        drum(_SLATE, 2.9, 5.6, (0, -5.6, 10.0), 0.05, 4),
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
    bell = [p for z in (7.4,) for p in _archway(Paint((0.10, 0.10, 0.12), 0.9), 1.2, 1.8, -7.53, z)]
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
        *_archway(_DOOR, 1.6, 2.9, -7.53),
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
        block(_DOOR, (1.4, 0.1, 2.1), (0, -2.82, 0.8)),
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
                Paint(_varied(rng, main, 0.12), 0.95),
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
    return [rock_, *bands, *gallery, *lantern, *windows, *_archway(_DOOR, 1.1, 2.3, -2.32)]


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
        *_archway(_DOOR, 1.1, 2.2, -2.66),
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
                    Paint(_varied(rng, main, 0.10), 0.95),
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
        *_archway(Paint((0.12, 0.08, 0.08), 0.9), 2.2, 2.6, -5.75),
    ]


def _bench(main: Colour = (0.58, 0.40, 0.25)) -> list[Piece]:
    slats = [
        block(Paint(main, 0.7), (1.5, 0.085, 0.035), (0, -0.22 + 0.11 * i, 0.42), 0.01) for i in range(4)
    ]
    slats += [
        turn(block(Paint(main, 0.7), (1.5, 0.03, 0.09)), "x", -10).moved(
            0, 0.20 + 0.022 * i, 0.54 + 0.115 * i
        )
        for i in range(3)
    ]
    iron = [
        tube(
            IRON,
            [
                (x, -0.27, 0.0),
                (x, -0.24, 0.30),
                (x, -0.20, 0.41),
                (x, 0.14, 0.41),
                (x, 0.20, 0.55),
                (x, 0.28, 0.85),
            ],
            0.022,
        )
        for x in (-0.62, 0.62)
    ]
    iron += [tube(IRON, [(x, 0.27, 0.0), (x, 0.20, 0.25), (x, 0.12, 0.41)], 0.022) for x in (-0.62, 0.62)]
    arms = [
        tube(IRON, [(x, -0.20, 0.41), (x, -0.24, 0.60), (x, 0.02, 0.64), (x, 0.21, 0.62)], 0.018)
        for x in (-0.62, 0.62)
    ]
    return [*slats, *iron, *arms]


def _street_lamp(main: Colour = (0.10, 0.14, 0.13)) -> list[Piece]:
    """A cast-iron post with a glazed lantern."""
    iron = Paint(main, 0.4, 0.4)
    post = lathe(
        iron,
        [
            (0.0, 0.0),
            (0.21, 0.0),
            (0.21, 0.0),
            (0.21, 0.12),
            (0.13, 0.2),
            (0.10, 0.6),
            (0.065, 0.75),
            (0.05, 2.0),
            (0.042, 3.05),
            (0.08, 3.1),
            (0.0, 3.12),
        ],
    )
    lantern = [
        turn(drum(Paint((1.0, 0.90, 0.66), 0.2, 0, 1.8), 0.15, 0.42, (0, 0, 3.18), 0.21, 6), "z", 30),
        *(
            bar(
                iron,
                (0.15 * math.cos(a), 0.15 * math.sin(a), 3.17),
                (0.215 * math.cos(a), 0.215 * math.sin(a), 3.6),
                0.012,
            )
            for a in np.arange(0, 6.2, math.pi / 3)
        ),
    ]
    cap = [
        turn(drum(iron, 0.24, 0.16, (0, 0, 3.6), 0.07, 6), "z", 0),
        ball(iron, 0.05, (0, 0, 3.82), 12),
        drum(iron, 0.02, 0.08, (0, 0, 3.82)),
    ]
    return [post, *lantern, *cap, bar(iron, (-0.22, 0, 2.85), (0.22, 0, 2.85), 0.018)]


def _traffic_light(main: Colour = (0.12, 0.13, 0.12)) -> list[Piece]:
    case = block(Paint(main, 0.4), (0.34, 0.24, 0.98), (0, -0.02, 2.2), 0.03)
    rim = block(Paint((0.93, 0.75, 0.10), 0.5), (0.40, 0.05, 1.04), (0, 0.09, 2.16), 0.03)
    lamps: list[Piece] = []
    for z, colour, glow in (
        (3.00, (0.95, 0.08, 0.05), 1.6),
        (2.69, (0.55, 0.38, 0.05), 0.0),
        (2.38, (0.06, 0.32, 0.12), 0.0),
    ):
        lamps.append(turn(drum(Paint(colour, 0.25, 0.0, glow), 0.115, 0.03), "x", 90).moved(0, -0.13, z))
        hood = lathe(Paint(main, 0.5), [(0.125, 0.0), (0.125, 0.16)], sides=24)
        keep = hood.points[hood.faces][:, :, 1].mean(1) > -0.05
        half = Mesh(hood.points, hood.normals, hood.faces[keep], hood.colours, hood.surfaces)
        lamps.append(turn(half, "x", 90).moved(0, -0.13, z))
    pole = bar(GRAPHITE, (0, 0.1, 0), (0, 0.1, 2.3), 0.055)
    return [
        case,
        rim,
        *lamps,
        pole,
        drum(GRAPHITE, 0.15, 0.06, (0, 0.06, 0)),
        block(IRON, (0.2, 0.16, 0.3), (0, 0.06, 0.9)),
    ]


def _stop_sign(main: Colour = (0.78, 0.07, 0.07)) -> list[Piece]:
    def face(radius: float, thick: float, paint: Paint) -> Mesh:
        corners = [
            (
                radius * math.cos(math.pi / 8 + i * math.pi / 4),
                radius * math.sin(math.pi / 8 + i * math.pi / 4),
            )
            for i in range(8)
        ]
        return prism(paint, corners, thick, "y")

    z = 2.20
    plates = [face(0.411, 0.012, WHITE), face(0.385, 0.016, Paint(main, 0.4))]
    letters = _letters("STOP", 0.125, 0.25, 0.026)
    return [
        *(piece.moved(0, -0.03, z) for piece in plates),
        *(piece.moved(0, -0.042, z) for piece in letters),
        bar(STEEL, (0, 0, 0), (0, 0, 2.58), 0.033),
    ]


def _billboard(main: Colour = (0.95, 0.35, 0.50)) -> list[Piece]:
    panel = [
        block(GRAPHITE, (4.0, 0.25, 2.2), (0, 0, 1.8)),
        block(Paint(main, 0.5, 0, 0.35), (3.8, 0.28, 2.0), (0, -0.02, 1.9), 0.01),
    ]
    letters = [
        piece.moved(0, -0.20, 3.05)
        for piece in _letters("OPEN", 0.55, 0.75, 0.09, Paint((1.0, 0.98, 0.80), 0.4, 0, 1.4))
    ]
    line = [block(Paint((0.2, 0.9, 1.0), 0.4, 0, 1.4), (2.8, 0.05, 0.09), (0, -0.17, z)) for z in (2.15, 2.4)]
    return [
        *panel,
        *letters,
        *line,
        *both(bar(STEEL, (1.2, 0, 0), (1.2, 0, 2.0), 0.09)),
        bar(STEEL, (-1.2, 0.1, 0.2), (1.2, 0.1, 1.7), 0.04),
    ]


def _fire_hydrant(main: Colour = (0.82, 0.12, 0.08)) -> list[Piece]:
    iron, cap = Paint(main, 0.35), Paint((0.86, 0.80, 0.72), 0.4)
    body = lathe(
        iron,
        [
            (0.0, 0.0),
            (0.17, 0.0),
            (0.17, 0.0),
            (0.17, 0.045),
            (0.17, 0.045),
            (0.115, 0.06),
            (0.11, 0.36),
            (0.125, 0.5),
            (0.15, 0.52),
            (0.15, 0.56),
            (0.13, 0.58),
            (0.12, 0.65),
            (0.06, 0.72),
            (0.0, 0.73),
        ],
    )
    nozzles = [
        turn(piece, "y", 90).moved(0, 0, 0.42)
        for piece in (
            drum(iron, 0.055, 0.36, (0, 0, -0.18)),
            drum(cap, 0.068, 0.03, (0, 0, 0.18)),
            drum(cap, 0.068, 0.03, (0, 0, -0.21)),
        )
    ]
    front = [
        turn(piece, "x", 90).moved(0, 0, 0.36)
        for piece in (
            drum(iron, 0.075, 0.17),
            drum(cap, 0.088, 0.035, (0, 0, 0.17)),
            drum(cap, 0.03, 0.03, (0, 0, 0.20), sides=5),
        )
    ]
    bolts = [drum(STEEL, 0.014, 0.02, (x, y, 0.045), sides=6) for x, y, _ in circle(8, 0.145)]
    return [
        body,
        *nozzles,
        *front,
        *bolts,
        drum(cap, 0.035, 0.05, (0, 0, 0.73), sides=5),
        ring(iron, 0.13, 0.018, (0, 0, 0.5)),
    ]


def _parking_meter(main: Colour = (0.45, 0.48, 0.52)) -> list[Piece]:
    metal = Paint(main, 0.35, 0.5)
    head = hull(
        metal,
        [
            (-0.075, 0.08, 1.02, 1.34),
            (-0.05, 0.105, 1.0, 1.38),
            (0.05, 0.105, 1.0, 1.38),
            (0.075, 0.08, 1.02, 1.34),
        ],
        3,
    )
    window = [
        block(Paint((0.85, 0.90, 0.92), 0.1), (0.13, 0.02, 0.09), (0, -0.075, 1.22), 0.01),
        block(Paint((0.85, 0.12, 0.1), 0.4), (0.06, 0.024, 0.02), (-0.02, -0.076, 1.23), 0),
    ]
    slot = [
        block(BLACK, (0.006, 0.02, 0.05), (0.03, -0.08, 1.10), 0),
        turn(drum(CHROME, 0.022, 0.025), "x", 90).moved(-0.03, -0.07, 1.12),
    ]
    return [
        head,
        *window,
        *slot,
        bar(STEEL, (0, 0, 0), (0, 0, 1.02), 0.032),
        drum(metal, 0.06, 0.06, (0, 0, 0.97)),
        drum(IRON, 0.08, 0.03),
    ]


def _mailbox(main: Colour = (0.12, 0.26, 0.55)) -> list[Piece]:
    """A rounded letter box on a post with its flag up."""
    paint = Paint(main, 0.35)
    line = [
        (-0.115, 0.93),
        (0.115, 0.93),
        (0.115, 1.06),
        *[(0.115 * math.cos(a), 1.06 + 0.125 * math.sin(a)) for a in np.linspace(0.2, math.pi - 0.2, 11)],
        (-0.115, 1.06),
    ]
    box = prism(paint, line, 0.48, "y")
    lid = prism(
        Paint(tuple(c * 0.8 for c in main), 0.35),
        [(x * 1.04, 1.05 + (z - 1.05) * 1.04) for x, z in line],
        0.03,
        "y",
    ).moved(0, -0.235, 0)
    flag = [
        block(RED, (0.012, 0.05, 0.22), (0.122, 0.0, 1.0)),
        block(RED, (0.012, 0.13, 0.07), (0.122, -0.04, 1.16)),
    ]
    return [
        box,
        lid,
        *flag,
        block(PINE, (0.09, 0.09, 0.93)),
        block(PINE, (0.10, 0.40, 0.05), (0, 0, 0.88)),
        turn(drum(CHROME, 0.014, 0.03), "x", 90).moved(0, -0.25, 1.11),
    ]


def _phone_booth(main: Colour = (0.76, 0.07, 0.07)) -> list[Piece]:
    red = Paint(main, 0.3)
    glass = block(Paint((0.55, 0.68, 0.74), 0.08), (0.80, 0.80, 1.75), (0, 0, 0.35))
    posts = [block(red, (0.10, 0.10, 2.1), (x, y, 0.1)) for x in (-0.40, 0.40) for y in (-0.40, 0.40)]
    bars_ = [block(red, (0.84, 0.84, 0.022), (0, 0, z), 0) for z in np.arange(0.55, 2.0, 0.24)]
    mullions = [
        block(red, s, (x, y, 0.35), 0)
        for s, x, y in (
            ((0.02, 0.84, 1.75), -0.2, 0),
            ((0.02, 0.84, 1.75), 0.2, 0),
            ((0.84, 0.02, 1.75), 0, -0.2),
            ((0.84, 0.02, 1.75), 0, 0.2),
        )
    ]
    signs = [
        block(CREAM, s, (x, y, 2.12), 0.005)
        for s, x, y in (
            ((0.66, 0.02, 0.12), 0, -0.455),
            ((0.66, 0.02, 0.12), 0, 0.455),
            ((0.02, 0.66, 0.12), -0.455, 0),
            ((0.02, 0.66, 0.12), 0.455, 0),
        )
    ]
    roof = [block(red, (0.95, 0.95, 0.10), (0, 0, 2.25), 0.03), ball(red, (0.44, 0.44, 0.17), (0, 0, 2.33))]
    return [
        glass,
        *posts,
        *bars_,
        *mullions,
        block(red, (0.90, 0.90, 0.36)),
        block(red, (0.90, 0.90, 0.18), (0, 0, 2.08)),
        *signs,
        *roof,
    ]


def _fence(main: Colour = (0.94, 0.94, 0.92)) -> list[Piece]:
    """Pickets on two rails."""
    paint = Paint(main, 0.6)
    pickets = [
        prism(
            paint,
            [(x - 0.04, 0.04), (x + 0.04, 0.04), (x + 0.04, 0.90), (x, 1.0), (x - 0.04, 0.90)],
            0.02,
            "y",
        ).moved(0, -0.04, 0)
        for x in np.arange(-1.14, 1.15, 0.142)
    ]
    return [
        *pickets,
        *(block(paint, (2.4, 0.04, 0.08), (0, -0.008, z)) for z in (0.25, 0.68)),
        *(block(paint, (0.08, 0.08, 0.9), (x, 0.02, 0)) for x in (-0.85, 0.85)),
    ]


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
                Paint(_varied(rng, main, 0.12), 0.95), (0.17, 0.285, 0.205), (0.60, 0, 0.21 * row), 0.035
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
        *_roof(_TILES, 1.4, 1.3, 1.68, 0.5, 0.07, across=True),
        *bucket,
    ]


def _traffic_cone(main: Colour = (0.96, 0.36, 0.06)) -> list[Piece]:
    def at(share: float) -> float:
        return 0.145 * (1 - 0.84 * share)

    bands = [
        (0.0, 0.38, Paint(main, 0.5)),
        (0.38, 0.56, WHITE),
        (0.56, 0.70, Paint(main, 0.5)),
        (0.70, 0.83, WHITE),
        (0.83, 1.0, Paint(main, 0.5)),
    ]
    return [
        block(Paint(main, 0.6), (0.36, 0.36, 0.04), bevel=0.012),
        *(lathe(p, [(at(a), 0.04 + 0.66 * a), (at(b), 0.04 + 0.66 * b)]) for a, b, p in bands),
        drum(Paint(main, 0.6), at(1.0), 0.004, (0, 0, 0.698)),
    ]


def _barrier(main: Colour = (0.94, 0.42, 0.08)) -> list[Piece]:
    stripes: list[Piece] = []
    for z in (0.45, 0.76):
        stripes.append(block(WHITE, (1.5, 0.03, 0.2), (0, -0.02, z)))
        stripes += [
            prism(
                Paint(main, 0.4),
                [(x, z + 0.005), (x + 0.12, z + 0.005), (x + 0.24, z + 0.195), (x + 0.12, z + 0.195)],
                0.034,
                "y",
            ).moved(0, -0.02, 0)
            for x in np.arange(-0.74, 0.5, 0.25)
        ]
    return [
        *stripes,
        *both(
            *bars(
                PINE,
                0.025,
                ((0.6, -0.25, 0), (0.6, 0.0, 1.0)),
                ((0.6, 0.25, 0), (0.6, 0.0, 1.0)),
                ((0.6, -0.18, 0.28), (0.6, 0.18, 0.28)),
            )
        ),
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


def _pier(main: Colour = (0.56, 0.44, 0.33)) -> list[Piece]:
    rng = np.random.default_rng(2)
    planks = [
        block(Paint(_varied(rng, main, 0.12), 0.9), (2.4, 0.21, 0.06), (0, y, 1.16), 0.008)
        for y in np.arange(-4.38, 4.4, 0.23)
    ]
    posts = [
        bar(BARK, (x, y, 0), (x, y, 1.4), 0.10) for x in (-1.08, 1.08) for y in np.linspace(-4.2, 4.2, 5)
    ]
    return [*planks, *posts, *both(block(BARK, (0.14, 9.0, 0.16), (0.9, 0, 1.0)))]


def _stall(main: Colour = (0.82, 0.16, 0.12)) -> list[Piece]:
    """A market stall: striped awning, crates of fruit on a counter."""
    counter = [
        block(PINE, (2.3, 0.75, 0.06), (0, -0.35, 0.88)),
        *[block(OAK, (0.18, 0.03, 0.84), (x, -0.70, 0.03), 0.004) for x in np.arange(-1.02, 1.05, 0.204)],
    ]
    posts = [
        block(OAK, (0.07, 0.07, h), (x, y, 0)) for x in (-1.12, 1.12) for y, h in ((-0.70, 2.1), (0.70, 2.45))
    ]
    stripes = [
        turn(block(Paint(main, 0.8) if i % 2 else CREAM, (0.24, 1.7, 0.03)), "x", 13).moved(
            -1.08 + 0.24 * i, 0, 2.25
        )
        for i in range(10)
    ]
    drops = [
        turn(drum(Paint(main, 0.8) if i % 2 else CREAM, 0.12, 0.02, sides=16), "x", 90).moved(
            -1.08 + 0.24 * i, -0.80, 2.06
        )
        for i in range(10)
    ]
    fruit: list[Piece] = []
    for x, colour in (
        (-0.85, (0.80, 0.10, 0.08)),
        (-0.28, (0.95, 0.52, 0.08)),
        (0.28, (0.45, 0.66, 0.16)),
        (0.85, (0.95, 0.80, 0.16)),
    ):
        fruit.append(block(OAK, (0.50, 0.5, 0.12), (x, -0.38, 0.94)))
        fruit += [
            ball(Paint(colour, 0.35), 0.055, (x - 0.17 + 0.115 * (i % 4), -0.54 + 0.11 * (i // 4), 1.08), 10)
            for i in range(16)
        ]
    return [*counter, *posts, *stripes, *drops, *fruit]


def _varied(rng: np.random.Generator, colour: Colour, spread: float) -> Colour:
    light = rng.uniform(1 - spread, 1 + spread)
    return (colour[0] * light, colour[1] * light, colour[2] * light)


def _flat(groups: list[list[Mesh]]) -> list[Mesh]:
    return [piece for group in groups for piece in group]


def _pane(x: float, y: float, z: float, wide: float, high: float) -> list[Mesh]:
    """A white-framed window on a wall that looks to -y."""
    return [
        block(WHITE, (wide + 0.2, 0.10, high + 0.2), (x, y, z - 0.1), 0.01),
        block(PANE, (wide, 0.14, high), (x, y, z), 0.01),
        block(WHITE, (0.06, 0.17, high), (x, y, z), 0),
        block(WHITE, (wide, 0.17, 0.06), (x, y, z + high / 2), 0),
        block(STONE, (wide + 0.35, 0.26, 0.08), (x, y, z - 0.16)),
    ]


def _gable(paint: Paint, wide: float, deep: float, z: float, rise: float, at_y: float = 0.0) -> Mesh:
    return prism(paint, [(-wide / 2, z), (wide / 2, z), (0, z + rise)], deep, "y").moved(0, at_y, 0)


def _sloped(
    paint: Paint, low: tuple[float, float], high: tuple[float, float], deep: float, thick: float
) -> Mesh:
    """A roof's slope along y between two (x, z) points."""
    (x0, z0), (x1, z1) = low, high
    nx, nz = z1 - z0, x0 - x1
    scale = thick / math.hypot(nx, nz) * (1 if nz > 0 else -1)
    return prism(
        paint, [low, high, (x1 + nx * scale, z1 + nz * scale), (x0 + nx * scale, z0 + nz * scale)], deep, "y"
    )


def _roof(
    paint: Paint,
    wide: float,
    deep: float,
    z: float,
    rise: float,
    thick: float,
    at_y: float = 0.0,
    across: bool = False,
) -> list[Mesh]:
    slopes = [_sloped(paint, (s * wide / 2, z), (0, z + rise), deep, thick) for s in (-1, 1)]
    ridge = block(paint, (0.16 * min(1, wide / 4), deep, thick), (0, 0, z + rise + 0.2 * thick))
    return [(turn(piece, "z", 90) if across else piece).moved(0, at_y, 0) for piece in (*slopes, ridge)]


def _tower(wall: Paint, wide: float, deep: float, high: float, floors: int, bays: int) -> list[Piece]:
    """A block of flats with a shop front below."""
    pieces: list[Piece] = [
        block(wall, (wide, deep, high), bevel=0.05),
        block(STONE, (wide + 0.4, deep + 0.4, 0.35), (0, 0, high)),
        block(STONE, (wide + 0.2, deep + 0.2, 0.2), (0, 0, 2.9)),
    ]
    each = (high - 3.2) / (floors - 1)
    for floor in range(floors - 1):
        for bay in range(bays):
            pieces += _pane((bay - (bays - 1) / 2) * wide / bays, -deep / 2, 3.6 + floor * each, 1.2, 1.5)
    for bay in range(3):
        for s in (-90, 90):
            pieces += [
                turn(piece, "z", s)
                for floor in range(floors - 1)
                for piece in _pane((bay - 1) * deep / 3, -wide / 2, 3.6 + floor * each, 1.1, 1.5)
            ]
    shop = [block(PANE, (3.6, 0.16, 1.9), (x, -deep / 2, 0.5), 0.02) for x in (-4.3, 4.3)] + [
        block(_DOOR, (1.5, 0.2, 2.4), (0, -deep / 2, 0))
    ]
    awnings = [
        turn(block(RED if i % 2 else CREAM, (0.45, 0.9, 0.04)), "x", 25).moved(
            x + 0.45 * (i - 4), -deep / 2 - 0.35, 2.5
        )
        for x in (-4.3, 4.3)
        for i in range(9)
    ]
    return [*pieces, *shop, *awnings, block(GRAPHITE, (2.2, 2.0, 0.8), (2.5, 1.5, high))]


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


def _archway(paint: Paint, wide: float, high: float, y: float, z: float = 0.0) -> list[Mesh]:
    """A round-headed opening on a wall that looks to -y."""
    half, spring = wide / 2, high - wide / 2
    line = [
        (-half, z),
        (half, z),
        (half, z + spring),
        *[(half * math.cos(a), z + spring + half * math.sin(a)) for a in np.linspace(0.2, math.pi - 0.2, 11)],
        (-half, z + spring),
    ]
    return [
        prism(STONE, [(x * 1.18, z + (w - z) * 1.05) for x, w in line], 0.08, "y").moved(0, y, 0),
        prism(paint, line, 0.14, "y").moved(0, y, 0),
    ]


def _lancet(out: float, z: float, wide: float, high: float) -> list[Mesh]:
    return [
        piece.moved(0, 0, 0)
        for piece in _archway(Paint((0.22, 0.28, 0.55), 0.2, 0.0, 0.15), wide, high, -out, z)
    ]


def _curved_roof(paint: Paint, half: float, z: float, rise: float) -> Mesh:
    """A square roof whose eaves turn up at the corners."""
    rings = []
    for t in np.linspace(0, 1, 9):
        outline = oval(half * (1 - 0.72 * t), half * (1 - 0.72 * t), 12, 48)
        corner = np.abs(outline[:, 0] * outline[:, 1]) / (half * (1 - 0.72 * t)) ** 2
        rings.append(np.column_stack([outline, z + rise * t**1.6 + 0.45 * corner**3 * (1 - t) ** 2]))
    return loft(paint, np.array(rings))


_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "E": (((1, 1), (0, 1), (0, 0), (1, 0)), ((0, 0.5), (0.8, 0.5))),
    "N": (((0, 0), (0, 1), (1, 0), (1, 1)),),
    "O": (((0.2, 0), (0, 0.25), (0, 0.75), (0.2, 1), (0.8, 1), (1, 0.75), (1, 0.25), (0.8, 0), (0.2, 0)),),
    "P": (((0, 0), (0, 1), (0.8, 1), (1, 0.88), (1, 0.62), (0.8, 0.5), (0, 0.5)),),
    "S": (((1, 0.9), (0.8, 1), (0.2, 1), (0, 0.85), (0, 0.65), (0.2, 0.52), (0.8, 0.48), (1, 0.35), (1, 0.15), (0.8, 0), (0.2, 0), (0, 0.1)),),
    "T": (((0, 1), (1, 1)), ((0.5, 1), (0.5, 0))),
}  # fmt: skip


def _letters(word: str, wide: float, high: float, stroke: float, paint: Paint = WHITE) -> list[Mesh]:
    """Block letters about the origin that look to -y."""
    pieces = []
    step = wide * 1.42
    for i, letter in enumerate(word):
        left = (i - (len(word) - 1) / 2) * step - wide / 2
        for line in _STROKES[letter]:
            places = [(left + x * wide, 0.0, (z - 0.5) * high) for x, z in line]
            pieces += [bar(paint, a, b, stroke / 2) for a, b in zip(places, places[1:], strict=False)]
            pieces += [ball(paint, stroke / 2, place, 8) for place in places]
    return [piece.scaled(1, 0.35, 1) for piece in pieces]


MODELS: dict[str, Model] = {
    "arch": _arch, "barn": _barn, "barrier": _barrier, "bench": _bench, "billboard": _billboard, "bridge":
    _bridge, "building": _building, "castle": _castle, "church": _church, "circus_tent": _circus_tent,
    "column": _column, "fence": _fence, "fire_hydrant": _fire_hydrant, "fountain": _fountain, "house":
    _house, "lighthouse": _lighthouse, "mailbox": _mailbox, "parking_meter": _parking_meter, "phone_booth":
    _phone_booth, "pier": _pier, "pyramid": _pyramid, "scarecrow": _scarecrow, "skyscraper": _skyscraper,
    "stall": _stall, "statue": _statue, "stop_sign": _stop_sign, "street_lamp": _street_lamp, "temple":
    _temple, "tent": _tent, "traffic_cone": _traffic_cone, "traffic_light": _traffic_light, "wall": _wall,
    "well": _well, "wind_turbine": _wind_turbine, "windmill": _windmill,
}  # fmt: skip
