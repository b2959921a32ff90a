"""Fronts of town houses and towers as one mesh each: walls, windows in their frames, shops, cornices."""

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part

WALLS: tuple[Colour, ...] = (
    (0.60, 0.40, 0.32), (0.74, 0.66, 0.54), (0.54, 0.55, 0.58), (0.66, 0.54, 0.42), (0.78, 0.74, 0.68),
    (0.46, 0.34, 0.30), (0.62, 0.62, 0.58),
)  # fmt: skip
_GLASS: Colour = (0.20, 0.27, 0.34)
_WARM: tuple[Colour, ...] = ((1.0, 0.76, 0.44), (1.0, 0.84, 0.60), (0.86, 0.90, 1.0))
_AWNINGS: tuple[Colour, ...] = (
    (0.66, 0.16, 0.14),
    (0.14, 0.34, 0.26),
    (0.16, 0.24, 0.46),
    (0.80, 0.62, 0.20),
)
_STOREY_M, _SHOP_M = 3.3, 4.2
_LIT_SHARE = 0.45


def town_house(
    rng: np.random.Generator, wide_m: float, storeys: int, wall: Colour, lit: bool, detailed: bool
) -> list[Part]:
    """A house over a shop, whose front lies on y = 0 and faces -y; only `detailed` ones have sills and bars."""
    high = _SHOP_M + storeys * _STOREY_M
    trim: Colour = tuple(min(1.0, channel * 1.12 + 0.06) for channel in wall)
    meshes = [
        shapes.box(wide_m, 12.0, high).moved(0, 6.0, high / 2).painted(wall, 0.9),
        shapes.box(wide_m + 0.4, 0.9, 0.45).moved(0, -0.1, high).painted(trim, 0.85),
        shapes.box(wide_m + 0.1, 0.3, 0.3).moved(0, -0.05, _SHOP_M - 0.1).painted(trim, 0.85),
    ]
    columns = max(2, int(wide_m / 2.3))
    x = (np.arange(columns) + 0.5) / columns * wide_m - wide_m / 2
    z = _SHOP_M + (np.arange(storeys) + 0.55) * _STOREY_M
    middles = np.stack([*np.meshgrid(x, z)], -1).reshape(-1, 2)
    shining = (rng.random(len(middles)) < _LIT_SHARE) & lit
    meshes.append(panes(middles, 1.45, 2.05, -0.02, np.tile(linear(trim), (len(middles), 1))))
    glass, glow = _glazing(rng, shining)
    meshes.append(panes(middles, 1.15, 1.75, -0.05, glass, glow))
    if detailed:
        cross = np.tile(linear(trim), (len(middles), 1))
        meshes.append(panes(middles, 0.07, 1.75, -0.07, cross))
        meshes.append(panes(middles + np.array([0.0, 0.35]), 1.15, 0.06, -0.07, cross))
        meshes += [
            shapes.box(1.6, 0.28, 0.10).moved(mx, -0.12, mz - 1.05).painted(trim, 0.85) for mx, mz in middles
        ]
    meshes += _shop(rng, wide_m, lit)
    return [Part(merged(meshes), Material.FAR, outlined=False)]


def tower(rng: np.random.Generator, wide_m: float, high_m: float, wall: Colour, lit: bool) -> Part:
    """A high block about the origin with windows on all four sides; windows are bands of several panes."""
    body = shapes.box(wide_m, wide_m, high_m).moved(0, 0, high_m / 2).painted(wall, 0.9)
    hat = shapes.box(wide_m * 0.5, wide_m * 0.5, 3.0).moved(0, 0, high_m + 1.5).painted(wall, 0.9)
    columns, rows = max(2, int(wide_m / 3.4)), max(3, int(high_m / 3.6))
    x = (np.arange(columns) + 0.5) / columns * (wide_m - 1.0) - (wide_m - 1.0) / 2
    z = (np.arange(rows) + 0.6) / rows * high_m
    middles = np.stack([*np.meshgrid(x, z)], -1).reshape(-1, 2)
    meshes = [body, hat]
    for side in range(4):
        glass, glow = _glazing(rng, (rng.random(len(middles)) < _LIT_SHARE) & lit)
        front = panes(middles, 0.72 * wide_m / columns, 0.56 * high_m / rows, -wide_m / 2 - 0.06, glass, glow)
        turn = np.array(
            [[(1, 0), (0, 1)], [(0, -1), (1, 0)], [(-1, 0), (0, -1)], [(0, 1), (-1, 0)]][side], float
        )
        whole = np.eye(3)
        whole[:2, :2] = turn
        meshes.append(front.rotated(whole))
    return Part(merged(meshes), Material.FAR, outlined=False, casts=False)


def panes(
    middles_m: np.ndarray,
    wide_m: float,
    high_m: float,
    y_m: float,
    colours: np.ndarray,
    glow: np.ndarray | float = 0.0,
) -> Mesh:
    """Upright oblongs that face -y about `middles_m` (n, 2) of x and z, in linear colours (n, 3)."""
    count = len(middles_m)
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * (wide_m, high_m)
    at = middles_m[:, None] + corners
    points = np.stack([at[..., 0], np.full((count, 4), y_m), at[..., 1]], -1).reshape(-1, 3)
    first = 4 * np.arange(count)[:, None]
    faces = np.concatenate([first + np.array([0, 1, 2]), first + np.array([0, 2, 3])])
    mesh = Mesh.of(points, np.tile((0.0, -1.0, 0.0), (4 * count, 1)), faces)
    mesh.colours[:] = np.repeat(colours, 4, 0)
    mesh.surfaces[:, 0] = 0.3
    mesh.surfaces[:, 2] = np.repeat(np.broadcast_to(glow, count), 4)
    return mesh


def _glazing(rng: np.random.Generator, shining: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Linear colours (n, 3) of panes and how much they glow (n,)."""
    count = len(shining)
    dark = linear(_GLASS) * rng.uniform(0.6, 1.5, (count, 1))
    warm = linear(np.array(_WARM)[rng.integers(0, len(_WARM), count)])
    return np.where(shining[:, None], warm, dark), np.where(shining, rng.uniform(0.5, 1.3, count), 0.0)


def _shop(rng: np.random.Generator, wide_m: float, lit: bool) -> list[Mesh]:
    """Plate glass, a door, an awning and a sign over it."""
    colour = _AWNINGS[int(rng.integers(len(_AWNINGS)))]
    glow = float(rng.uniform(0.6, 1.1)) if lit else 0.10
    middles = np.array([[-wide_m * 0.22, 1.75], [wide_m * 0.24, 1.75]])
    warm = np.tile(linear((1.0, 0.80, 0.52) if lit else (0.34, 0.37, 0.40)), (2, 1))
    goods = np.stack([np.linspace(-0.42, 0.42, 9) * wide_m, rng.uniform(0.7, 1.1, 9)], -1)
    shades = linear(np.array(WALLS)[rng.integers(0, len(WALLS), 9)])
    return [
        panes(np.array([[0.0, 1.8]]), wide_m - 0.5, 3.2, -0.03, linear((0.16, 0.15, 0.15))[None]),
        panes(middles, wide_m * 0.38, 2.5, -0.06, warm, glow),
        panes(goods, 0.5, 0.7, -0.08, shades, 0.25 if lit else 0.0),
        panes(np.array([[0.0, 1.25]]), 1.0, 2.4, -0.08, linear(colour)[None] * 0.5),
        shapes.box(wide_m - 1.0, 0.12, 0.6)
        .moved(0, -0.12, 3.55)
        .painted(colour, 0.6, glow=0.5 if lit else 0.0),
        _awning(wide_m * 0.86, colour),
    ]


def _awning(wide_m: float, colour: Colour) -> Mesh:
    slope = np.array([[1, 0, 0], [0, 0.86, -0.5], [0, 0.5, 0.86]]).T
    return shapes.box(wide_m, 1.3, 0.05).rotated(slope.T).moved(0, -0.62, 3.0).painted(colour, 0.8)
