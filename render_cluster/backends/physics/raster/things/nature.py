"""Models of trees, flowers, stones, and what snow and fire make."""

import math
from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.growth import Habit, foliage, grown, tiers
from render_cluster.backends.physics.raster.things.kit import (
    BARK,
    BLACK,
    CREAM,
    LAMP,
    RED,
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
    hull,
    lathe,
    prism,
    ring,
    rocky,
    sheet,
    tinted,
    tube,
    turn,
)  # fmt: skip

_SNOW = Paint((0.94, 0.96, 0.98), 0.75)
_GREEN = Paint((0.24, 0.48, 0.17), 0.6)
_COAL = Paint((0.04, 0.04, 0.045), 0.7)
_CLAY = Paint((0.70, 0.36, 0.22), 0.8)
_SOIL = Paint((0.16, 0.11, 0.08), 0.95)


def _oak(main: Colour = (0.30, 0.50, 0.16)) -> list[Piece]:
    return grown(3, 7.0, Habit(), main)


def _maple(main: Colour = (0.86, 0.36, 0.08)) -> list[Piece]:
    return grown(11, 7.0, Habit(spread_rad=0.66, lift=0.22), main)


def _birch(main: Colour = (0.48, 0.62, 0.20)) -> list[Piece]:
    habit = Habit(fork=0.30, reach=0.30, spread_rad=0.52, lift=0.35, trunk=0.018, leaf=0.026, cloud=0.075)
    trunk = tube(
        Paint((0.90, 0.89, 0.85), 0.7),
        [(0, 0, 0), (0.05, 0, 2.4), (0, 0.03, 4.6), (0.05, 0, 6.2)],
        [0.19, 0.16, 0.11, 0.05],
    )
    marks = [
        block(_COAL, (0.16, 0.03, 0.05), (0.12 * math.cos(7 * z) + 0.03, 0.12 * math.sin(7 * z), z), 0)
        for z in np.arange(0.3, 4.0, 0.34)
    ]
    return [*grown(5, 8.0, habit, main, Paint((0.88, 0.87, 0.83), 0.8)), trunk, *marks]


def _pine(main: Colour = (0.11, 0.29, 0.15)) -> list[Piece]:
    return tiers(np.random.default_rng(2), 8.5, 3.6, 0.9, main)


def _christmas_tree(main: Colour = (0.10, 0.34, 0.16)) -> list[Piece]:
    """A fir in a pot, with baubles, lights and a star."""
    rng = np.random.default_rng(8)
    tree = [
        Part(one.mesh.moved(0, 0, 0.12), one.material, one.outlined)
        for one in tiers(rng, 1.92, 1.44, 0.20, main)
    ]
    hues = ((0.80, 0.08, 0.08), (0.92, 0.72, 0.16), (0.14, 0.30, 0.75))
    baubles, lights = [], []
    for i in range(44):
        z, angle = 0.42 + 1.45 * (i / 44) ** 1.1, i * 2.4
        radius = 0.66 * (1.0 - (z - 0.3) / 1.8) + 0.04
        place = (radius * math.cos(angle), radius * math.sin(angle), z)
        if i % 2:
            baubles.append(ball(Paint(hues[i % 3], 0.12, 0.4), 0.042, place, 12))
        else:
            lights.append(ball(LAMP, 0.018, place, 8))
    points = [
        (
            0.13 * (1 if i % 2 == 0 else 0.42) * math.sin(i * math.pi / 5),
            0.13 * (1 if i % 2 == 0 else 0.42) * math.cos(i * math.pi / 5),
        )
        for i in range(10)
    ]
    star = prism(Paint((1.0, 0.82, 0.25), 0.3, 0.5, 0.8), points, 0.03, "y").moved(0, 0, 2.09)
    return [*tree, *baubles, *lights, star, drum(RED, 0.15, 0.22, top=0.19)]


def _palm(main: Colour = (0.26, 0.50, 0.18)) -> list[Piece]:
    """A leaning ringed trunk, arching fronds, coconuts."""
    bark = Paint((0.52, 0.42, 0.30), 0.9)
    line = [(0.0, 0, 0), (0.12, 0, 1.6), (0.38, 0, 3.4), (0.55, 0, 5.9)]
    top = np.array(line[-1])
    trunk = tube(bark, line, [0.24, 0.17, 0.15, 0.13], 12)
    rings = [
        ring(Paint((0.40, 0.31, 0.22), 0.95), 0.17 - 0.006 * i, 0.025, (0.55 * (z / 5.9) ** 1.35, 0, z), 14)
        for i, z in enumerate(np.arange(0.5, 5.8, 0.42))
    ]
    rng = np.random.default_rng(4)
    pieces: list[Piece] = [Part(one, Material.FAR, outlined=False) for one in (trunk, *rings)]
    for i in range(15):
        angle, long = 2.4 * i + rng.uniform(-0.2, 0.2), rng.uniform(1.75, 2.15)
        lift = 0.75 if i % 3 == 0 else rng.uniform(0.1, 0.45)
        pieces.append(Part(_frond(top, angle, long, lift, main), Material.FOLIAGE, outlined=False))
    nuts = [
        ball(
            Paint((0.30, 0.19, 0.10), 0.7),
            0.13,
            tuple(top + (0.16 * math.cos(a), 0.16 * math.sin(a), -0.16)),
            12,
        )
        for a in (0.4, 2.2, 4.2, 5.4)
    ]
    return [*pieces, *nuts]


def _cherry_blossom(main: Colour = (0.97, 0.68, 0.77)) -> list[Piece]:
    return grown(
        21,
        5.2,
        Habit(fork=0.26, spread_rad=0.85, lift=0.10, leaf=0.030, leaves=18, cloud=0.10, trunk=0.04),
        main,
        Paint((0.26, 0.18, 0.16), 0.95),
    )


def _bare_tree(main: Colour = (0.30, 0.24, 0.20)) -> list[Piece]:
    return grown(14, 6.0, Habit(levels=5, reach=0.36, spread_rad=0.62, trunk=0.032), None, Paint(main, 0.95))


def _bonsai(main: Colour = (0.24, 0.44, 0.18)) -> list[Piece]:
    """Pads of leaves on a twisted stem in a flat pot."""
    rng = np.random.default_rng(6)
    pot = [
        hull(
            Paint((0.22, 0.30, 0.42), 0.2),
            [
                (-0.11, 0.13, 0.0, 0.075),
                (-0.09, 0.15, 0.0, 0.08),
                (0.09, 0.15, 0.0, 0.08),
                (0.11, 0.13, 0.0, 0.075),
            ],
            6,
        ),
        block(_SOIL, (0.26, 0.18, 0.01), (0, 0, 0.076)),
    ]
    stem = tube(
        BARK,
        [(0, 0, 0.07), (0.05, 0, 0.15), (-0.03, 0.01, 0.23), (0.03, 0, 0.34)],
        [0.035, 0.028, 0.02, 0.012],
    )
    arms = [
        tube(BARK, [(0.04, 0, 0.16), (0.12, 0, 0.20), (0.16, 0, 0.22)], [0.014, 0.010, 0.006]),
        tube(BARK, [(-0.02, 0, 0.23), (-0.10, 0, 0.26), (-0.15, 0, 0.27)], [0.014, 0.010, 0.006]),
    ]
    tips = []
    for x, z, wide in ((0.15, 0.235, 0.085), (-0.14, 0.285, 0.085), (0.03, 0.38, 0.11)):
        spots = (
            normalized(rng.standard_normal((26, 3)))
            * rng.uniform(0.3, 1, (26, 1))
            * (wide, wide * 0.9, wide * 0.38)
        )
        tips += list(spots + (x, 0, z))
    return [
        *pot,
        stem,
        *arms,
        foliage(rng, np.array(tips), Habit(leaf=0.040, leaves=7, cloud=0.05), 0.45, main),
    ]


def _bush(main: Colour = (0.23, 0.44, 0.15)) -> list[Piece]:
    rng = np.random.default_rng(9)
    spots = normalized(rng.standard_normal((110, 3))) * rng.uniform(0.55, 1.0, (110, 1)) * (
        0.64,
        0.64,
        0.55,
    ) + (0, 0, 0.55)
    spots = spots[spots[:, 2] > 0.05]
    stems = [
        bar(BARK, (0, 0, 0), (0.3 * math.cos(a), 0.3 * math.sin(a), 0.5), 0.03, 0.01)
        for a in np.arange(0, 6.2, 1.2)
    ]
    return [
        foliage(rng, spots, Habit(leaf=0.055, leaves=13, cloud=0.10), 1.2, main),
        *(Part(one, Material.FAR, outlined=False) for one in stems),
    ]


def _fern(main: Colour = (0.32, 0.52, 0.16)) -> list[Piece]:
    """A tuft of long arching blades."""
    rng = np.random.default_rng(7)
    blades = []
    for i in range(90):
        angle, long, lean = 2.4 * i, rng.uniform(0.35, 0.72), rng.uniform(0.1, 0.85)
        start = np.array([rng.uniform(-0.12, 0.12), rng.uniform(-0.12, 0.12), 0.0])
        blades.append(_blade(start, angle, long, lean, 0.016, main, rng.uniform(0.7, 1.2)))
    return [Part(one, Material.FOLIAGE, outlined=False) for one in blades]


def _flower(main: Colour = (0.96, 0.95, 0.93)) -> list[Piece]:
    """A daisy on a stem with two leaves."""
    head = [
        turn(turn(ball(Paint(main, 0.5), (0.034, 0.012, 0.005), (0.042, 0, 0)), "y", -14), "z", a)
        for a in np.arange(0, 360, 24)
    ]
    head.append(ball(Paint((0.98, 0.76, 0.10), 0.7), (0.021, 0.021, 0.012), (0, 0, 0.004)))
    tilted = [turn(piece, "x", 34).moved(0, -0.01, 0.375) for piece in head]
    stem = tube(_GREEN, [(0, 0.01, 0), (0.008, 0.012, 0.18), (0, 0, 0.37)], 0.0045)
    leaves = both(turn(ball(_GREEN, (0.045, 0.014, 0.004), (0.045, 0, 0)), "y", -35).moved(0, 0.01, 0.12))
    return [*tilted, stem, *leaves]


def _sunflower(main: Colour = (0.97, 0.72, 0.06)) -> list[Piece]:
    petals = [
        turn(
            turn(ball(Paint(main, 0.5), (0.058, 0.022, 0.006), (0.115, 0, 0)), "y", -10 - 10 * (i % 2)),
            "z",
            360 / 26 * i,
        )
        for i in range(26)
    ]
    middle = [
        ball(Paint((0.22, 0.12, 0.05), 0.9), (0.085, 0.085, 0.03)),
        *(
            ball(
                Paint((0.36, 0.22, 0.08), 0.9),
                0.006,
                (0.0053 * i**0.5 * 1.9 * math.cos(2.4 * i), 0.0053 * i**0.5 * 1.9 * math.sin(2.4 * i), 0.029),
                6,
            )
            for i in range(1, 46)
        ),
    ]
    head = [turn(piece, "x", 72).moved(0, -0.05, 1.33) for piece in (*petals, *middle)]
    stem = tube(
        _GREEN, [(0, 0, 0), (0.02, 0, 0.7), (0, 0.0, 1.25), (0, -0.04, 1.33)], [0.02, 0.018, 0.015, 0.02]
    )
    leaves = [
        turn(turn(ball(_GREEN, (0.13, 0.075, 0.008), (0.14, 0, 0)), "y", 18), "z", a).moved(0.01, 0, z)
        for a, z in ((10, 0.5), (150, 0.68), (260, 0.86), (60, 0.98))
    ]
    return [*head, stem, *leaves]


def _rose(main: Colour = (0.76, 0.06, 0.10)) -> list[Piece]:
    """Wound petals on a leafy stem."""
    petals = []
    for i in range(11):
        open_ = 0.35 + 0.065 * i

        def petal(u: np.ndarray, v: np.ndarray, wide: float = open_) -> np.ndarray:
            angle = (u - 0.5) * 2.3
            radius = 0.060 * wide * (0.35 + 0.9 * v - 0.25 * v**2 + 0.25 * np.clip(v - 0.75, 0, 1) * 2)
            top = 0.075 * v * (1.06 - 0.25 * wide) * (1 - 0.25 * np.abs(u - 0.5) ** 2 * 4)
            return np.stack([radius * np.cos(angle), radius * np.sin(angle), top], -1)

        petals.append(
            turn(sheet(Paint(tuple(c * (0.75 + 0.03 * i) for c in main), 0.55), petal, 8), "z", 137.5 * i)
        )
    head = [turn(piece, "x", 24).moved(0, 0, 0.345) for piece in petals]
    cup = ball(_GREEN, (0.016, 0.016, 0.012), (0, 0, 0.34), 12)
    stem = tube(_GREEN, [(0, 0.02, 0), (0.006, 0.015, 0.2), (0, 0, 0.345)], 0.004)
    leaves = [
        turn(turn(ball(_GREEN, (0.034, 0.018, 0.003), (0.04, 0, 0)), "y", -20), "z", a).moved(0, 0.015, z)
        for a, z in ((0, 0.14), (170, 0.18), (80, 0.23))
    ]
    return [*head, cup, stem, *leaves]


def _potted_plant(main: Colour = (0.22, 0.46, 0.18)) -> list[Piece]:
    """Broad leaves that arch from a clay pot."""
    pot = lathe(
        _CLAY,
        [
            (0.0, 0.0),
            (0.12, 0.0),
            (0.12, 0.0),
            (0.165, 0.24),
            (0.165, 0.24),
            (0.18, 0.24),
            (0.18, 0.24),
            (0.185, 0.29),
            (0.185, 0.29),
            (0.16, 0.29),
        ],
    )
    soil = drum(_SOIL, 0.165, 0.02, (0, 0, 0.255))
    rng = np.random.default_rng(12)
    leaves = [
        Part(
            _blade(
                np.array([0, 0, 0.26]),
                2.4 * i,
                rng.uniform(0.36, 0.56),
                rng.uniform(0.12, 0.75),
                0.062,
                main,
                rng.uniform(0.7, 1.25),
            ),
            Material.FOLIAGE,
            outlined=False,
        )
        for i in range(24)
    ]
    return [pot, soil, *leaves]


def _cactus(main: Colour = (0.28, 0.47, 0.24)) -> list[Piece]:
    """A ribbed saguaro with two arms."""

    def ribbed(line: list[tuple[float, float, float]], radius: float) -> Mesh:
        mesh = tube(Paint(main, 0.7), line, [radius, radius, radius, radius * 0.92, radius * 0.5], 32)
        return tinted(mesh, lambda p: np.arange(len(p)) % 4 == 0, Paint(tuple(c * 0.55 for c in main), 0.8))

    trunk = ribbed([(0, 0, 0), (0, 0, 0.7), (0, 0, 1.4), (0, 0, 2.05), (0, 0, 2.2)], 0.22)
    left = ribbed(
        [(-0.12, 0, 0.85), (-0.42, 0, 0.88), (-0.48, 0, 1.2), (-0.48, 0, 1.6), (-0.48, 0, 1.72)], 0.125
    )
    right = ribbed([(0.12, 0, 1.10), (0.40, 0, 1.12), (0.47, 0, 1.4), (0.47, 0, 1.8), (0.47, 0, 1.92)], 0.12)
    spines = []
    for i in range(120):
        angle, z = 2.4 * i, 0.1 + 1.95 * i / 120
        out = (math.cos(angle), math.sin(angle))
        spines.append(
            bar(
                CREAM,
                (0.215 * out[0], 0.215 * out[1], z),
                (0.255 * out[0], 0.255 * out[1], z + 0.015),
                0.003,
                0.001,
            )
        )
    bloom = [
        ball(Paint((0.94, 0.35, 0.55), 0.6), (0.035, 0.035, 0.05), (x, 0, z), 10)
        for x, z in ((0.03, 2.21), (-0.48, 1.74), (0.47, 1.94))
    ]
    return [trunk, left, right, *(Part(one, outlined=False) for one in spines), *bloom]


def _bamboo(main: Colour = (0.42, 0.58, 0.22)) -> list[Piece]:
    rng = np.random.default_rng(15)
    pieces: list[Piece] = []
    tips = []
    for i in range(11):
        x, y = rng.uniform(-0.45, 0.45, 2)
        high, lean = rng.uniform(3.6, 4.8), rng.uniform(-0.15, 0.15, 2)
        stem = bar(
            Paint(tuple(c * rng.uniform(0.85, 1.15) for c in main), 0.4),
            (x, y, 0),
            (x + lean[0], y + lean[1], high),
            0.045,
            0.028,
        )
        pieces.append(stem)
        for z in np.arange(0.4, high, 0.42):
            share = z / high
            pieces.append(
                Part(
                    ring(
                        Paint((0.72, 0.74, 0.48), 0.6),
                        0.042 - 0.014 * share,
                        0.008,
                        (x + lean[0] * share, y + lean[1] * share, z),
                        12,
                    ),
                    outlined=False,
                )
            )
        tips += [np.array([x + lean[0] * s, y + lean[1] * s, s * high]) for s in (0.55, 0.7, 0.85, 1.0)]
    return [
        *pieces,
        foliage(rng, np.array(tips), Habit(leaf=0.042, leaves=22, cloud=0.085), 5.0, (0.34, 0.55, 0.18)),
    ]


def _leaf(main: Colour = (0.84, 0.38, 0.08)) -> list[Piece]:
    """A toothed leaf with its veins, slightly curled."""

    def blade(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        wide = 0.05 * np.sin(np.pi * np.clip(v, 0, 1)) ** 0.7 * (1 + 0.18 * np.sin(v * 40))
        return np.stack(
            [(2 * u - 1) * wide, -0.055 + 0.10 * v, 0.012 * (2 * u - 1) ** 2 + 0.004 * np.sin(3 * v)], -1
        )

    vein = Paint(tuple(c * 0.6 for c in main), 0.7)
    veins = [
        bar(vein, (0, -0.062, 0.001), (0, 0.042, 0.003), 0.0012),
        *both(*(bar(vein, (0, y, 0.002), (0.03, y + 0.022, 0.007), 0.0007) for y in (-0.03, -0.01, 0.01))),
    ]
    return [Part(sheet(Paint(main, 0.7), blade, 28), Material.FOLIAGE), *veins]


def _feather(main: Colour = (0.93, 0.93, 0.94)) -> list[Piece]:
    def vane(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        wide = (
            0.025
            * np.sin(np.pi * np.clip(0.05 + 0.93 * v, 0, 1)) ** 0.6
            * (1 + 0.08 * np.sin(v * 60 + 6 * np.abs(u - 0.5)))
        )
        return np.stack([(2 * u - 1) * wide, -0.06 + 0.165 * v, 0.006 * (2 * u - 1) ** 2 + 0.014 * v**2], -1)

    return [
        Part(sheet(Paint(main, 0.8), vane, 30), Material.CLOTH),
        tube(
            CREAM,
            [(0, -0.11, 0), (0, -0.06, 0.0), (0, 0.02, 0.0035), (0, 0.10, 0.0135)],
            [0.0022, 0.002, 0.0015, 0.0006],
        ),
    ]


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


def _frond(top: np.ndarray, angle: float, long: float, lift: float, colour: Colour) -> Mesh:
    """A palm leaf: a rib that arches down with narrow leaflets on both sides."""
    out = np.array([math.cos(angle), math.sin(angle), 0.0])
    side = np.array([-out[1], out[0], 0.0])
    points, faces, normals = [], [], []
    for i in range(22):
        at = (i + 1) / 22
        rib = top + out * long * at * (1 - 0.12 * at) + (0, 0, long * (lift * at - 0.75 * at**2.2))
        leaflet = 0.46 * math.sin(math.pi * min(0.12 + 0.86 * at, 1.0)) ** 0.7
        for s in (-1, 1):
            tip = rib + side * s * leaflet + out * 0.22 - (0, 0, 0.55 * leaflet)
            start = len(points)
            points += [rib - out * 0.05, rib + out * 0.05, tip]
            normals += [normalized((0, 0, 1) + 0.35 * out + 0.3 * s * side)] * 3
            faces += [[start, start + 1, start + 2]]
    return Mesh.of(np.array(points), np.array(normals), np.array(faces)).painted(colour, 0.8)


def _blade(
    start: np.ndarray, angle: float, long: float, lean: float, wide: float, colour: Colour, light: float
) -> Mesh:
    """A leaf that rises and arches over: a strip of quads."""
    out = np.array([math.cos(angle), math.sin(angle), 0.0])
    side = np.array([-out[1], out[0], 0.0])
    at = np.linspace(0, 1, 8)[:, None]
    rib = (
        start
        + out * long * lean * at**1.3
        + np.array([0, 0, 1.0]) * long * (at * 1.1 - lean * 0.75 * at**2.4)
    )
    half = wide * np.sin(np.pi * np.clip(0.10 + 0.90 * at, 0, 1)) ** 0.8
    strip = np.stack([rib - side * half + (0, 0, 0.2) * half, rib, rib + side * half + (0, 0, 0.2) * half], 1)
    corner = np.array(
        [[3 * i + j, 3 * i + j + 1, 3 * i + j + 4, 3 * i + j + 3] for i in range(7) for j in range(2)]
    )
    faces = np.concatenate([corner[:, [0, 1, 2]], corner[:, [0, 2, 3]]])
    normals = np.tile(normalized((0, 0, 1) + 0.5 * out), (24, 1))
    shade = (0.55 + 0.55 * at) * light
    mesh = Mesh.of(strip.reshape(-1, 3), normals, faces).painted(colour, 0.7)
    return Mesh(
        mesh.points,
        mesh.normals,
        mesh.faces,
        (mesh.colours * np.repeat(shade, 3, 0)).clip(0, 1).astype("f4"),
        mesh.surfaces,
    )


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
    "bamboo": _bamboo, "bare_tree": _bare_tree, "birch": _birch, "bonsai": _bonsai, "boulder": _boulder,
    "bubble": _bubble, "bush": _bush, "cactus": _cactus, "campfire": _campfire, "cherry_blossom":
    _cherry_blossom, "christmas_tree": _christmas_tree, "feather": _feather, "fern": _fern, "flower":
    _flower, "ice_cube": _ice_cube, "iceberg": _iceberg, "igloo": _igloo, "leaf": _leaf, "log": _log,
    "maple": _maple, "mountain": _mountain, "oak": _oak, "palm": _palm, "pine": _pine, "planet": _planet,
    "potted_plant": _potted_plant, "rock": _rock, "rose": _rose, "snowball": _snowball, "snowman": _snowman,
    "stump": _stump, "sunflower": _sunflower, "volcano": _volcano,
}  # fmt: skip
