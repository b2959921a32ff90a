"""Trees, hedges and grass tufts grown from a seed: branches, and clumps of leaves rather than balls."""

import math

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part

_BARK: Colour = (0.36, 0.28, 0.21)
# Five points: a bent, pointed clump of leaves seen from above, stem at the first.
_CLUMP = np.array([[0, -1, 0], [-0.62, 0.0, 0.12], [0, 0.15, -0.10], [0.62, 0.0, 0.12], [0, 1, 0.05]])
_CLUMP_FACES = np.array([[0, 2, 1], [0, 3, 2], [1, 2, 4], [2, 3, 4]])


def tree(rng: np.random.Generator, height_m: float, leaf: Colour, clumps_count: int = 150) -> list[Part]:
    """A broadleaf tree on the origin."""
    fork_m = height_m * rng.uniform(0.30, 0.38)
    wood = [shapes.rod((0, 0, -0.1), (0, 0, fork_m), 0.030 * height_m, 0.020 * height_m)]
    crowns = []
    for branch in range(int(rng.integers(4, 6))):
        angle = branch * 2.4 + rng.uniform(-0.4, 0.4)
        reach, rise = height_m * rng.uniform(0.14, 0.24), height_m * rng.uniform(0.22, 0.48)
        tip = np.array([math.cos(angle) * reach, math.sin(angle) * reach, fork_m + rise])
        wood.append(
            shapes.rod((0, 0, fork_m * rng.uniform(0.85, 1.0)), tip, 0.014 * height_m, 0.005 * height_m, 6)
        )
        crowns.append((tip, height_m * rng.uniform(0.15, 0.21)))
    crowns.append((np.array([0.0, 0.0, height_m * 0.82]), height_m * 0.18))
    leaves = _leaves(rng, crowns, clumps_count, 0.064 * height_m, leaf)
    bark = merged(wood).painted(_BARK, 0.95)
    return [Part(bark, Material.FAR, outlined=False), Part(leaves, Material.FOLIAGE, outlined=False)]


def hedge(rng: np.random.Generator, length_m: float, height_m: float, leaf: Colour) -> list[Part]:
    """A clipped hedge along x, centred on the origin."""
    count = max(2, round(length_m / (0.8 * height_m)))
    places = np.linspace(-length_m / 2, length_m / 2, count)
    crowns = [(np.array([x, rng.uniform(-0.05, 0.05), height_m * 0.5]), height_m * 0.52) for x in places]
    leaves = _leaves(rng, crowns, count * 30, 0.20 * height_m, leaf)
    return [Part(leaves, Material.FOLIAGE, outlined=False)]


def _leaves(
    rng: np.random.Generator, crowns: list[tuple[np.ndarray, float]], count: int, size_m: float, leaf: Colour
) -> Mesh:
    """Clumps over ellipsoids: light outside and above, dark within, so that a crown has depth."""
    pick = rng.integers(0, len(crowns), count)
    centres = np.array([centre for centre, _ in crowns])[pick]
    radii = np.array([radius for _, radius in crowns])[pick]
    outward = normalized(rng.standard_normal((count, 3)))
    depth = rng.uniform(0.55, 1.0, count) ** 0.6
    places = centres + outward * (radii * depth)[:, None] * (1.0, 1.0, 0.82)
    middle = np.mean([centre for centre, _ in crowns], axis=0)
    from_middle = normalized(places - middle + (0, 0, 0.25 * size_m))
    turns = _frames(normalized(outward + 0.8 * rng.standard_normal((count, 3))), rng)
    sizes = size_m * rng.uniform(0.7, 1.35, count)
    points = places[:, None] + np.einsum("nij,pj->npi", turns, _CLUMP) * sizes[:, None, None]
    normals = normalized(from_middle * 0.75 + outward * 0.55 + turns[:, :, 2] * 0.25)
    light = 0.45 + 0.35 * depth + 0.30 * np.clip(from_middle[:, 2], -0.6, 1.0)
    light = light * rng.uniform(0.85, 1.15, count)
    hue = linear(leaf) * np.exp(rng.normal(0, 0.08, (count, 3)) * (1.0, 0.5, 0.8))
    colours = np.clip(hue * light[:, None], 0, 1)
    faces = (_CLUMP_FACES[None] + 5 * np.arange(count)[:, None, None]).reshape(-1, 3)
    mesh = Mesh.of(points.reshape(-1, 3), np.repeat(normals, 5, 0), faces)
    surfaces = np.tile(np.float32([0.85, 0, 0]), (count * 5, 1))
    return Mesh(mesh.points, mesh.normals, mesh.faces, np.repeat(colours, 5, 0).astype("f4"), surfaces)


def _frames(z: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    x = normalized(np.cross(z, normalized(rng.standard_normal(z.shape))))
    return np.stack([x, np.cross(z, x), z], axis=-1)
