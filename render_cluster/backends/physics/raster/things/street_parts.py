"""What the models of buildings share: roofs, gables, archways and stones that differ a little."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.things.kit import (
    STONE,
    Paint,
    block,
    prism,
    turn,
)  # fmt: skip

TILES = Paint((0.58, 0.22, 0.15), 0.8)
SLATE = Paint((0.25, 0.27, 0.31), 0.7)
DOOR = Paint((0.36, 0.18, 0.10), 0.5)


def varied(rng: np.random.Generator, colour: Colour, spread: float) -> Colour:
    """The colour a little lighter or darker, as one stone is beside another."""
    light = rng.uniform(1 - spread, 1 + spread)
    return (colour[0] * light, colour[1] * light, colour[2] * light)


def gable(paint: Paint, wide: float, deep: float, z: float, rise: float, at_y: float = 0.0) -> Mesh:
    """The triangle of wall under a roof whose ridge runs along y."""
    return prism(paint, [(-wide / 2, z), (wide / 2, z), (0, z + rise)], deep, "y").moved(0, at_y, 0)


def sloped(
    paint: Paint, low: tuple[float, float], high: tuple[float, float], deep: float, thick: float
) -> Mesh:
    """A roof's slope along y between two (x, z) points."""
    (x0, z0), (x1, z1) = low, high
    nx, nz = z1 - z0, x0 - x1
    scale = thick / math.hypot(nx, nz) * (1 if nz > 0 else -1)
    return prism(
        paint, [low, high, (x1 + nx * scale, z1 + nz * scale), (x0 + nx * scale, z0 + nz * scale)], deep, "y"
    )


def gable_roof(
    paint: Paint,
    wide: float,
    deep: float,
    z: float,
    rise: float,
    thick: float,
    at_y: float = 0.0,
    across: bool = False,
) -> list[Mesh]:
    """Two slopes and a ridge along y, or along x where it lies across."""
    slopes = [sloped(paint, (s * wide / 2, z), (0, z + rise), deep, thick) for s in (-1, 1)]
    ridge = block(paint, (0.16 * min(1, wide / 4), deep, thick), (0, 0, z + rise + 0.2 * thick))
    return [(turn(piece, "z", 90) if across else piece).moved(0, at_y, 0) for piece in (*slopes, ridge)]


def archway(paint: Paint, wide: float, high: float, y: float, z: float = 0.0) -> list[Mesh]:
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
