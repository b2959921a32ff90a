"""Foliage as cards that the shader tears into leaves, and blades of grass as single faces."""

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh

_CORNERS = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])


def cards(
    rng: np.random.Generator,
    middles_m: np.ndarray,
    sides_m: np.ndarray,
    rises_m: np.ndarray,
    normals: np.ndarray,
    colours: np.ndarray,
) -> Mesh:
    """Square cards of Material.LEAVES: middles, half sides and half rises (n, 3) in metres, linear colours."""
    count = len(middles_m)
    points = (
        middles_m[:, None]
        + _CORNERS[None, :, :1] * sides_m[:, None]
        + _CORNERS[None, :, 1:] * rises_m[:, None]
    )
    first = 4 * np.arange(count)[:, None]
    faces = np.concatenate([first + np.array([0, 1, 2]), first + np.array([0, 2, 3])])
    # Where on its card a vertex is, and a number that tears each card in its own way.
    finish = np.concatenate(
        [np.broadcast_to(_CORNERS, (count, 4, 2)), np.broadcast_to(rng.random((count, 1, 1)), (count, 4, 1))],
        axis=2,
    )
    return Mesh(
        points.reshape(-1, 3).astype("f4"),
        np.repeat(normals, 4, 0).astype("f4"),
        faces.astype("i4"),
        np.repeat(colours, 4, 0).astype("f4"),
        finish.reshape(-1, 3).astype("f4"),
    )


def crown(
    rng: np.random.Generator,
    lumps: list[tuple[np.ndarray, float]],
    count: int,
    size_m: float,
    leaf: Colour,
    flat: float = 0.82,
) -> Mesh:
    """Cards over round lumps (middle, radius): light outside and above, dark within, for depth."""
    pick = rng.integers(0, len(lumps), count)
    middles = np.array([middle for middle, _ in lumps])[pick]
    radii = np.array([radius for _, radius in lumps])[pick]
    outward = normalized(rng.standard_normal((count, 3)) + np.array([0.0, 0.0, 0.25]))
    depth = rng.uniform(0.35, 1.0, count) ** 0.6
    places = middles + outward * (radii * depth)[:, None] * (1.0, 1.0, flat)
    core = np.mean([middle for middle, _ in lumps], axis=0)
    reach = np.linalg.norm(places - core, axis=1)
    from_core = normalized(places - core)
    facing = normalized(outward + 0.9 * rng.standard_normal((count, 3)))
    side = normalized(np.cross(facing, normalized(rng.standard_normal((count, 3)))))
    rise = np.cross(facing, side)
    sizes = (size_m * rng.uniform(0.75, 1.3, count))[:, None]
    normals = normalized(from_core * 0.7 + outward * 0.6 + (0.0, 0.0, 0.15))
    light = (
        0.40
        + 0.40 * depth * reach / max(float(reach.max()), 1e-6)
        + 0.34 * np.clip(from_core[:, 2], -0.6, 1.0)
    )
    light = np.clip(light * rng.uniform(0.85, 1.15, count), 0.18, 1.2)
    hue = linear(leaf) * np.exp(rng.normal(0, 0.10, (count, 3)) * (1.0, 0.5, 0.8))
    return cards(rng, places, side * sizes, rise * sizes, normals, np.clip(hue * light[:, None], 0, 1))


def blades(
    rng: np.random.Generator,
    roots_m: np.ndarray,
    heights_m: np.ndarray,
    colour: Colour,
    tip: Colour,
    width_m: float = 0.012,
) -> Mesh:
    """Single-faced blades of Material.FOLIAGE on their roots (n, 3), lit like the ground that they grow from."""
    count = len(roots_m)
    angle = rng.uniform(0.0, 2.0 * np.pi, count)
    side = np.stack([np.cos(angle), np.sin(angle), np.zeros(count)], 1) * width_m
    lean = rng.normal(0.0, 0.35, (count, 2)) * heights_m[:, None]
    tips = roots_m + np.column_stack([lean, heights_m])
    points = np.stack([roots_m - side, roots_m + side, tips], 1)
    hue = np.exp(rng.normal(0.0, 0.12, (count, 1, 1)))
    shades = np.stack([linear(colour), linear(colour), linear(tip)])[None] * hue
    normals = np.tile(np.float32([0.0, 0.0, 1.0]), (3 * count, 1))
    surfaces = np.tile(np.float32([0.9, 0.0, 0.0]), (3 * count, 1))
    faces = np.arange(3 * count).reshape(-1, 3)
    return Mesh(
        points.reshape(-1, 3).astype("f4"),
        normals,
        faces.astype("i4"),
        shades.reshape(-1, 3).astype("f4"),
        surfaces,
    )
