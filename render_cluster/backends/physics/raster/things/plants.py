"""Models of flowers, leaves and other small growth."""

import math

import numpy as np

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    CREAM,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    both,
    drum,
    lathe,
    sheet,
    tinted,
    tube,
    turn,
)  # fmt: skip

_GREEN = Paint((0.24, 0.48, 0.17), 0.6)
_CLAY = Paint((0.70, 0.36, 0.22), 0.8)
_SOIL = Paint((0.16, 0.11, 0.08), 0.95)


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


def _leaf(main: Colour = (0.84, 0.38, 0.08)) -> list[Piece]:
    """A leaf with its veins, slightly curled."""

    def blade(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        wide = 0.052 * np.sin(np.pi * np.clip(v, 0, 1) ** 0.8) ** 0.85
        return np.stack(
            [(2 * u - 1) * wide, -0.055 + 0.10 * v, 0.012 * (2 * u - 1) ** 2 + 0.004 * np.sin(3 * v)], -1
        )

    vein = Paint(tuple(c * 0.6 for c in main), 0.7)
    veins = [
        bar(vein, (0, -0.062, 0.001), (0, 0.042, 0.003), 0.0012),
        *both(*(bar(vein, (0, y, 0.002), (0.03, y + 0.022, 0.007), 0.0007) for y in (-0.03, -0.01, 0.01))),
    ]
    return [sheet(Paint(main, 0.7), blade, 28), *veins]


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


MODELS: dict[str, Model] = {
    "cactus": _cactus, "feather": _feather, "fern": _fern, "flower": _flower, "leaf": _leaf, "potted_plant":
    _potted_plant, "rose": _rose, "sunflower": _sunflower,
}  # fmt: skip
