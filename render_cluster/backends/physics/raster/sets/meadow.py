"""A summer meadow: tall grass with flowers, rolling hills, a lone tree, woods and blue ranges far off."""

import functools

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import growth, ridges, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.leaves import blades
from render_cluster.backends.physics.raster.sets.paint import relief
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.sets.terrain import grown, land, mixed
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_GRASS: tuple[Colour, Colour] = ((0.48, 0.53, 0.26), (0.30, 0.38, 0.17))
_DRY: tuple[Colour, Colour] = ((0.72, 0.68, 0.36), (0.50, 0.50, 0.24))
_LEAVES: tuple[Colour, ...] = ((0.34, 0.50, 0.20), (0.28, 0.44, 0.20), (0.42, 0.52, 0.22))
_PETALS: tuple[Colour, ...] = ((0.92, 0.90, 0.86), (0.95, 0.80, 0.20), (0.80, 0.22, 0.20), (0.55, 0.42, 0.80))
_SEED = 22


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """Hills from fifteen metres on; grass stands tall where nobody is."""
    swell, patches = Swell(rng, 120.0), Swell(rng, 30.0)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        away = np.hypot(x - stage.centre_m[0], y - stage.centre_m[1])
        return (1.2 + 1.4 * swell.at(x, y)) * smooth_step(8.0, 90.0, away) * 3.2

    def shades(x: np.ndarray, y: np.ndarray, _z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        dry = smooth_step(-0.3, 1.2, patches.at(x, y))
        one, other = (
            mixed(np.tile(linear(fresh), (len(x), 1)), np.tile(linear(old), (len(x), 1)), dry)
            for fresh, old in zip(_GRASS, _DRY, strict=True)
        )
        return one, other

    def near_tree() -> list[Part]:
        return trees.tree(rng, float(rng.uniform(7.0, 9.0)), _LEAVES[0], 320)

    def far_tree() -> list[Part]:
        return trees.tree(rng, float(rng.uniform(7.0, 12.0)), _LEAVES[int(rng.integers(3))], 70)

    parts = [
        ridges.range_around(
            rng, stage, ridges.Range(260.0, 95.0, 0.5, (0.30, 0.40, 0.30), (0.38, 0.42, 0.42))
        ),
        ridges.range_around(
            rng, stage, ridges.Range(180.0, 22.0, 0.1, (0.38, 0.48, 0.24), (0.34, 0.44, 0.22))
        ),
        growth.grass_near(stage, rng, 3600, 0.16, (_GRASS[1], (0.66, 0.70, 0.34)), heights, 12.0),
        _flowers(stage, rng, heights),
    ]
    parts += growth.planted(
        stage, rng, growth.scattered(stage, rng, 3, 17.0, 30.0, 4.0, 0.9), near_tree, heights
    )
    parts += growth.planted(stage, rng, growth.scattered(stage, rng, 46, 55.0, 125.0, 6.0), far_tree, heights)
    parts += _tufts(stage, rng, heights)
    return Dressing(parts, _turf(), 3.6, relief=True, land=land(stage, heights, shades))


def _tufts(stage: Stage, rng: np.random.Generator, heights: growth.Heights) -> list[Part]:
    """Tall seed heads beyond the clear room, in clumps."""
    meshes: list[Mesh] = []
    for x, y in growth.scattered(stage, rng, 110, 5.0, 26.0, 0.3):
        count = 26
        level = np.array([x, y]) + rng.normal(0, 0.28, (count, 2))
        z = grown(stage, heights, level[:, 0], level[:, 1])
        tall = rng.uniform(0.30, 0.62, count)
        meshes.append(blades(rng, np.column_stack([level, z]), tall, _GRASS[1], (0.80, 0.76, 0.46), 0.022))
    return [Part(merged(meshes), Material.FOLIAGE, outlined=False, casts=False)] if meshes else []


def _flowers(stage: Stage, rng: np.random.Generator, heights: growth.Heights) -> Part:
    """Drifts of blossoms: four-cornered heads on the tips of the grass."""
    meshes = []
    for index, (x, y) in enumerate(growth.scattered(stage, rng, 60, 2.5, 22.0, -4.0)):
        count = 16
        level = np.array([x, y]) + rng.normal(0, 0.5, (count, 2))
        z = grown(stage, heights, level[:, 0], level[:, 1]) + rng.uniform(0.10, 0.26, count)
        size = rng.uniform(0.018, 0.034, count)[:, None, None]
        corners = np.array([[-1, 0, 0], [0, -1, 0.3], [1, 0, 0], [0, 1, 0.3]])
        points = (np.column_stack([level, z])[:, None] + corners * size).reshape(-1, 3)
        first = 4 * np.arange(count)[:, None]
        faces = np.concatenate([first + np.array([0, 1, 2]), first + np.array([0, 2, 3])])
        normals = np.tile((0.0, 0.0, 1.0), (4 * count, 1))
        meshes.append(Mesh.of(points, normals, faces).painted(_PETALS[index % len(_PETALS)], 0.8))
    return Part(merged(meshes), Material.FOLIAGE, outlined=False, casts=False)


@functools.lru_cache(maxsize=1)
def _turf() -> np.ndarray:
    return relief(np.random.default_rng(_SEED), 512, 0.7, 1.5)
