"""Models of stone, ice, snow and fire."""

import math
from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BARK,
    BLACK,
    Model,
    Paint,
    Piece,
    around,
    ball,
    bar,
    bent,
    block,
    both,
    drum,
    lathe,
    ring,
    rocky,
    tinted,
    tube,
    turn,
)  # fmt: skip

_SNOW = Paint((0.94, 0.96, 0.98), 0.75)
_COAL = Paint((0.04, 0.04, 0.045), 0.7)


def _rock(main: Colour = (0.52, 0.50, 0.47)) -> list[Piece]:
    return [Part(rocky(Paint(main, 0.95), (0.45, 0.38, 0.28), 5), Material.FAR)]


def _boulder(main: Colour = (0.54, 0.52, 0.49)) -> list[Piece]:
    moss = Paint((0.30, 0.38, 0.18), 0.95)
    stone = rocky(Paint(main, 0.95), (2.4, 2.0, 1.7), 12, fine=34)
    return [
        Part(
            tinted(
                stone,
                lambda p: (p[:, 2] > 0.55) & (np.sin(5 * p[:, 0]) + np.sin(4 * p[:, 1] + 1) > 0.4),
                moss,
            ),
            Material.FAR,
        )
    ]


def _mountain(main: Colour = (0.44, 0.43, 0.44)) -> list[Piece]:
    """A ridged massif with snow above and forest at its foot."""
    return [
        Part(_massif(main, lambda r: 75.0 * np.maximum(1 - r, 0) ** 1.25, 40.0), Material.FAR, outlined=False)
    ]


def _volcano(main: Colour = (0.30, 0.26, 0.25)) -> list[Piece]:
    cone = _massif(
        main,
        lambda r: 68.0 * np.minimum(np.maximum(1 - r, 0) ** 1.5, 0.74) - 18 * np.maximum(0.17 - r, 0) / 0.17,
        1e9,
        0.35,
    )
    lava = drum(Paint((1.0, 0.32, 0.05), 0.6, 0, 3.0), 9.0, 1.0, (0, 0, 40.0))
    streams = [
        tube(
            Paint((1.0, 0.30, 0.04), 0.6, 0, 2.0),
            [
                (13 * math.cos(a), 13 * math.sin(a), 49),
                (22 * math.cos(a), 22 * math.sin(a), 40),
                (36 * math.cos(a + 0.1), 36 * math.sin(a + 0.1), 25),
                (50 * math.cos(a), 50 * math.sin(a), 13),
            ],
            [2.0, 1.7, 1.4, 0.8],
        )
        for a in (-1.9, -1.1, 0.6)
    ]
    return [Part(cone, Material.FAR, outlined=False), lava, *streams]


def _log(main: Colour = (0.36, 0.26, 0.18)) -> list[Piece]:
    return [turn(piece, "y", 90).moved(-1.0, 0, 0.18) for piece in _trunk(main, 0.17, 2.0, 3)] + [
        turn(drum(Paint(main, 0.95), 0.05, 0.14, top=0.04), "x", 55).moved(0.3, -0.1, 0.26)
    ]


def _stump(main: Colour = (0.36, 0.26, 0.18)) -> list[Piece]:
    roots = around(bar(Paint(main, 0.95), (0.16, 0, 0.16), (0.30, 0, 0.0), 0.07, 0.02), 6)
    return [*_trunk(main, 0.24, 0.45, 5), *roots]


def _campfire(main: Colour = (0.36, 0.24, 0.15)) -> list[Piece]:
    """Logs leaning together over embers in a ring of stones; flames are a source's."""
    logs = [
        bar(
            Paint(main, 0.95),
            (0.30 * math.cos(a), 0.30 * math.sin(a), 0.03),
            (-0.04 * math.cos(a), -0.04 * math.sin(a), 0.36),
            0.045,
            0.035,
        )
        for a in np.arange(0, 6.2, 1.05)
    ]
    ends = [
        ball(
            Paint((0.90, 0.24, 0.05), 0.9, 0, 1.2),
            0.038,
            (-0.03 * math.cos(a), -0.03 * math.sin(a), 0.355),
            8,
        )
        for a in np.arange(0, 6.2, 1.05)
    ]
    stones = [
        rocky(Paint((0.46, 0.45, 0.44), 0.95), (0.17, 0.15, 0.12), i, fine=14).moved(
            0.37 * math.cos(a), 0.37 * math.sin(a), 0.055
        )
        for i, a in enumerate(np.arange(0, 6.2, 0.52))
    ]
    embers = [
        ball(
            Paint((1.0, 0.34, 0.06), 0.9, 0, 2.4),
            0.03,
            (0.16 * math.cos(2.4 * i) * (i / 20), 0.16 * math.sin(2.4 * i) * (i / 20), 0.03),
            8,
        )
        for i in range(20)
    ]
    return [*logs, *ends, *stones, *embers, drum(Paint((0.10, 0.09, 0.08), 0.95), 0.33, 0.015)]


def _snowman(main: Colour = (0.80, 0.14, 0.12)) -> list[Piece]:
    """Three balls, coal, a carrot, sticks, a hat, and a scarf in the main colour."""
    balls = [
        ball(_SNOW, (r, r, 0.94 * r), (0, 0, z), 32) for r, z in ((0.47, 0.42), (0.34, 1.00), (0.23, 1.42))
    ]
    coal = [ball(_COAL, 0.03, (x, -0.205, 1.47), 10) for x in (-0.08, 0.08)] + [
        ball(_COAL, 0.03, (0, y, z), 10) for y, z in ((-0.30, 1.16), (-0.335, 1.03), (-0.32, 0.90))
    ]
    coal += [
        ball(_COAL, 0.016, (x, -0.215 + 0.8 * x * x, 1.335 + 1.6 * x * x), 8)
        for x in (-0.10, -0.06, -0.02, 0.02, 0.06, 0.10)
    ]
    nose = bar(Paint((0.95, 0.45, 0.08), 0.6), (0, -0.21, 1.41), (0, -0.42, 1.39), 0.035, 0.006)
    arms = both(
        bar(BARK, (0.28, 0, 1.08), (0.47, -0.04, 1.30), 0.018, 0.010),
        bar(BARK, (0.42, -0.03, 1.24), (0.47, -0.10, 1.24), 0.008),
    )
    hat = [
        drum(BLACK, 0.25, 0.02, (0, 0, 1.58)),
        drum(BLACK, 0.155, 0.17, (0, 0, 1.59), 0.16),
        drum(Paint(main, 0.7), 0.16, 0.04, (0, 0, 1.60), 0.161),
    ]
    scarf = [
        ring(Paint(main, 0.9), 0.20, 0.055, (0, 0, 1.24), 32),
        turn(block(Paint(main, 0.9), (0.10, 0.04, 0.34)), "y", 8).moved(0.09, -0.27, 0.90),
    ]
    return [*balls, *coal, nose, *arms, *hat, *scarf]


def _snowball(main: Colour = (0.94, 0.96, 0.98)) -> list[Piece]:
    return [rocky(Paint(main, 0.9), (0.09, 0.09, 0.09), 3, 0.06)]


def _igloo(main: Colour = (0.92, 0.95, 0.98)) -> list[Piece]:
    """Courses of snow blocks in a dome, with a tunnel to -y."""
    pieces: list[Piece] = [
        _above(ball(Paint(tuple(c * 0.82 for c in main), 0.8), (1.50, 1.50, 1.60), (0, 0.28, 0.0), 32))
    ]
    for course in range(6):
        low, high = math.radians(14 * course), math.radians(14 * course + 12.6)
        count = max(5, round(16 * math.cos(low)))
        for i in range(count):
            a0, a1 = (2 * math.pi * (i + 0.5 * (course % 2) + s) / count for s in (0.02, 0.98))

            def slab(
                u: np.ndarray,
                v: np.ndarray,
                a0: float = a0,
                a1: float = a1,
                low: float = low,
                high: float = high,
            ) -> np.ndarray:
                angle, up = a0 + (a1 - a0) * u, low + (high - low) * v
                r = 1.58
                return np.stack(
                    [
                        r * np.cos(up) * np.cos(angle),
                        0.28 + r * np.cos(up) * np.sin(angle),
                        1.68 * np.sin(up),
                    ],
                    -1,
                )

            pieces.append(Part(shapes.surface(slab, 4, 3).painted(main, 0.8), outlined=False))
    tunnel = turn(
        lathe(Paint(main, 0.8), [(0.62, 0), (0.62, 0.9), (0.62, 0.9), (0.46, 0.9)], sides=24), "x", 90
    ).moved(0, -1.0, 0.20)
    hole = turn(drum(Paint((0.07, 0.10, 0.16), 0.9), 0.48, 0.02), "x", 90).moved(0, -1.86, 0.20)
    return [*pieces, *(_above(piece) for piece in (tunnel, hole))]


def _ice_cube(main: Colour = (0.70, 0.86, 0.94)) -> list[Piece]:
    return [
        block(Paint(main, 0.06), (0.2, 0.2, 0.2), bevel=0.022),
        *(
            Part(block(Paint((0.92, 0.97, 1.0), 0.05), (w, d, 0.002), (x, y, 0.2), 0), outlined=False)
            for x, y, w, d in ((-0.03, 0.02, 0.06, 0.008), (0.04, -0.03, 0.008, 0.05))
        ),
    ]


def _iceberg(main: Colour = (0.86, 0.93, 0.97)) -> list[Piece]:
    body = [
        rocky(Paint(main, 0.5), (34, 30, 17), 31, 0.34, 34).moved(-2, 0, 6),
        rocky(Paint(main, 0.5), (18, 16, 20), 7, 0.36, 30).moved(7, 3, 8),
        rocky(Paint(main, 0.5), (14, 12, 11), 19, 0.34).moved(-12, -6, 4),
    ]
    blue = Paint((0.45, 0.72, 0.82), 0.3)
    return [_above(tinted(one, lambda p: p[:, 2] < 1.6, blue)) for one in body]


def _bubble(main: Colour = (0.80, 0.90, 0.96)) -> list[Piece]:
    """Sheen in bands of colour, a window's glint."""
    skin = ball(Paint(main, 0.03), 0.05, fine=40)
    for shift, hue in ((0.0, (0.95, 0.72, 0.88)), (2.1, (0.70, 0.92, 0.88)), (4.2, (0.78, 0.78, 0.97))):
        skin = tinted(
            skin, lambda p, s=shift: np.sin(95 * p[:, 2] + 60 * p[:, 0] + s) > 0.82, Paint(hue, 0.03)
        )
    return [
        skin,
        ball(Paint((1.0, 1.0, 1.0), 0.1, 0, 0.8), (0.009, 0.002, 0.014), (-0.018, -0.0435, 0.021), 10),
    ]


def _planet(main: Colour = (0.72, 0.71, 0.69)) -> list[Piece]:
    """A cratered moon."""
    rng = np.random.default_rng(17)
    mesh = ball(Paint(main, 0.95), 1.5, fine=84)
    spots = normalized(rng.standard_normal((46, 3)))
    sizes = rng.uniform(0.04, 0.22, 46) ** 1.2

    def dented(p: np.ndarray) -> np.ndarray:
        near = np.arccos(np.clip(normalized(p) @ spots.T, -1, 1)) / sizes
        dent = (
            np.where(near < 1, -0.5 * (1 - near**2), np.where(near < 1.35, 0.16 * (1.35 - near) / 0.35, 0))
            * sizes
            * 0.45
        )
        return p * (1 + dent.sum(1))[:, None]

    seas = Paint(tuple(c * 0.72 for c in main), 0.95)
    dark = tinted(
        mesh,
        lambda p: np.sin(2.1 * p[:, 0] + 1) + np.sin(2.6 * p[:, 2]) + np.sin(1.9 * p[:, 1] - 1) > 1.1,
        seas,
    )
    return [Part(bent(dark, dented), Material.FAR, outlined=False)]


def _above(mesh: Mesh) -> Mesh:
    """The mesh with what lies below the ground pressed flat onto it."""
    points = mesh.points.copy()
    points[:, 2] = np.maximum(points[:, 2], 0.0)
    return Mesh(points, mesh.normals, mesh.faces, mesh.colours, mesh.surfaces)


def _trunk(main: Colour, radius: float, long: float, seed: int) -> list[Mesh]:
    """A piece of a trunk along z: furrowed bark, pale ends with rings."""
    rng = np.random.default_rng(seed)
    phase = rng.uniform(0, 6, 4)

    def furrowed(p: np.ndarray) -> np.ndarray:
        angle = np.arctan2(p[:, 1], p[:, 0])
        swell = 1 + 0.03 * sum(
            np.sin(k * angle + f + 2 * p[:, 2]) for k, f in zip((3, 5, 9, 17), phase, strict=True)
        )
        p[:, :2] *= swell[:, None]
        return p

    bark = bent(
        lathe(
            Paint(main, 0.95),
            [(radius, 0.0), (radius, long * 0.33), (radius, long * 0.66), (radius, long)],
            sides=48,
        ),
        furrowed,
    )
    wood, dark = Paint((0.80, 0.64, 0.42), 0.8), Paint((0.62, 0.45, 0.27), 0.8)
    ends = [drum(wood, 0.94 * radius, 0.01, (0, 0, z)) for z in (-0.004, long - 0.006)]
    rings = [
        ring(dark, radius * share, 0.004, (0, 0, z), 28)
        for share in (0.25, 0.5, 0.74)
        for z in (-0.004, long + 0.003)
    ]
    return [bark, *ends, *rings]


def _massif(
    main: Colour, profile: Callable[[np.ndarray], np.ndarray], snow_m: float, ridged: float = 1.0
) -> Mesh:
    """A mountain on an ellipse: a profile over the way out, cut by ridges that run down."""
    angle, out = np.meshgrid(np.linspace(0, 2 * np.pi, 181), np.linspace(1, 0, 44), indexing="ij")
    ridge = sum(
        np.abs(np.sin(k * angle + f)) / k**0.7 for k, f in ((2.5, 0.4), (4.5, 1.9), (8.5, 0.7), (15.5, 2.2))
    )
    ridge[-1] = ridge[0]
    z = profile(out) * (1 - 0.20 * ridged * ridge * np.sin(np.pi * np.clip(out, 0, 1)) ** 0.8)
    reach = out * (1 - 0.06 * ridge)
    points = np.stack([80 * reach * np.cos(angle), 65 * reach * np.sin(angle), np.maximum(z, 0)], -1)
    mesh = shapes.surface(lambda u, _v: np.zeros((*u.shape, 3)), 180, 43)
    flat = points.reshape(-1, 3)
    stone = bent(
        Mesh(flat.astype("f4"), mesh.normals, mesh.faces, mesh.colours, mesh.surfaces).painted(main, 0.95),
        lambda p: p,
    )
    if stone.normals[:, 2].mean() < 0:
        stone = Mesh(stone.points, -stone.normals, stone.faces[:, ::-1], stone.colours, stone.surfaces)
    wobble = 5 * np.sin(0.21 * flat[:, 0]) + 4 * np.sin(0.27 * flat[:, 1] + 1)
    wooded = tinted(stone, lambda p: p[:, 2] + wobble < 15, Paint((0.20, 0.30, 0.15), 0.95))
    return tinted(wooded, lambda p: (p[:, 2] + wobble > snow_m) & (stone.normals[:, 2] > 0.45), _SNOW)


MODELS: dict[str, Model] = {
    "boulder": _boulder, "bubble": _bubble, "campfire": _campfire, "ice_cube": _ice_cube, "iceberg":
    _iceberg, "igloo": _igloo, "log": _log, "mountain": _mountain, "planet": _planet, "rock": _rock,
    "snowball": _snowball, "snowman": _snowman, "stump": _stump, "volcano": _volcano,
}  # fmt: skip
