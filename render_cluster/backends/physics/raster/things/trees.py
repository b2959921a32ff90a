"""Models of trees and bushes."""

import math

import numpy as np

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.growth import Habit, foliage, grown, tiers
from render_cluster.backends.physics.raster.things.kit import (
    BARK,
    LAMP,
    RED,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    block,
    drum,
    hull,
    prism,
    ring,
    tube,
)  # fmt: skip

_COAL = Paint((0.04, 0.04, 0.045), 0.7)
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
            tuple(np.add(top, (0.16 * math.cos(a), 0.16 * math.sin(a), -0.16))),
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
        tips += list(np.add(spots, (x, 0, z)))
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


def _bamboo(main: Colour = (0.42, 0.58, 0.22)) -> list[Piece]:
    rng = np.random.default_rng(15)
    pieces: list[Piece] = []
    tips = []
    for _ in range(11):
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


MODELS: dict[str, Model] = {
    "bamboo": _bamboo, "bare_tree": _bare_tree, "birch": _birch, "bonsai": _bonsai, "bush": _bush,
    "cherry_blossom": _cherry_blossom, "christmas_tree": _christmas_tree, "maple": _maple, "oak": _oak,
    "palm": _palm, "pine": _pine,
}  # fmt: skip
