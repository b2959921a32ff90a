"""Houses for the background, with real windows, so that nothing shimmers as a pattern would."""

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part

_GLASS: Colour = (0.16, 0.20, 0.26)
_LIT: Colour = (1.0, 0.74, 0.42)
_STOREY_M = 3.2


def house(rng: np.random.Generator, width_m: float, storeys: int, wall: Colour, lit: bool) -> list[Part]:
    """A flat-roofed house centred on the origin whose windowed front faces -y."""
    height, depth = storeys * _STOREY_M + 0.8, 8.0
    walls = [shapes.box(width_m, depth, height).moved(0, depth / 2, height / 2).painted(wall, 0.9)]
    trim = tuple(min(1.0, channel * 1.18 + 0.04) for channel in wall)
    walls.append(shapes.box(width_m + 0.3, 0.5, 0.35).moved(0, -0.05, height - 0.1).painted(trim, 0.85))
    walls.append(shapes.box(width_m + 0.1, 0.2, 0.9).moved(0, -0.02, 0.45).painted(trim, 0.85))
    columns = max(2, int(width_m / 2.4))
    dark, bright = merged(_window(trim, False)), merged(_window(trim, True))
    for storey in range(storeys):
        for column in range(columns):
            x = (column + 0.5) / columns * width_m - width_m / 2
            window = bright if lit and rng.random() < 0.4 else dark
            walls.append(window.moved(x, 0, 1.9 + storey * _STOREY_M))
    for _ in range(int(rng.integers(1, 3))):
        x = float(rng.uniform(-0.3, 0.3) * width_m)
        walls.append(shapes.box(1.6, 1.6, 1.4).moved(x, 3.0, height + 0.7).painted((0.5, 0.5, 0.5), 0.9))
    return [Part(mesh, Material.FAR, outlined=False) for mesh in walls]


def _window(trim: Colour, lit: bool) -> list[Mesh]:
    glass = shapes.box(1.15, 0.06, 1.6).moved(0, -0.02, 0)
    glass = glass.painted(_LIT, 0.5, glow=1.6) if lit else glass.painted(_GLASS, 0.12)
    sill = shapes.box(1.4, 0.22, 0.12).moved(0, -0.06, -0.86).painted(trim, 0.85)
    lintel = shapes.box(1.4, 0.14, 0.14).moved(0, -0.03, 0.87).painted(trim, 0.85)
    bar = shapes.box(0.06, 0.08, 1.6).moved(0, -0.04, 0).painted(trim, 0.7)
    return [glass, sill, lintel, bar]


def skyline(rng: np.random.Generator, count: int, wide_m: float, lit: bool) -> list[tuple[float, list[Part]]]:
    """Houses for a row along x: each with its offset from the row's middle."""
    walls: list[Colour] = [
        (0.62, 0.42, 0.35),
        (0.76, 0.70, 0.60),
        (0.56, 0.58, 0.62),
        (0.70, 0.58, 0.46),
        (0.80, 0.77, 0.72),
    ]
    row = []
    for index in range(count):
        offset = (index + 0.5) / count * wide_m - wide_m / 2
        width = wide_m / count * float(rng.uniform(0.72, 0.9))
        row.append((offset, house(rng, width, int(rng.integers(2, 5)), walls[index % len(walls)], lit)))
    return row
