"""A desert: rippled dunes to the horizon, table mountains, cactuses and stones."""

import functools
import math

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged, smooth_normals
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import growth, rocks
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.leaves import blades
from render_cluster.backends.physics.raster.sets.paint import ripples
from render_cluster.backends.physics.raster.sets.place import placed
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.sets.terrain import even, land
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_SAND: tuple[Colour, Colour] = ((0.90, 0.68, 0.42), (0.74, 0.50, 0.28))
_CACTUS: Colour = (0.30, 0.44, 0.24)
_SEED = 24


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """Dunes with sharp crests, higher the further off."""
    crests, swell = Swell(rng, 110.0, 7, 1.4), Swell(rng, 90.0)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        away = np.hypot(x - stage.centre_m[0], y - stage.centre_m[1])
        dune = 7.0 * crests.ridged(x, y) ** 1.6 + 0.8 * swell.at(x, y)
        return np.maximum(dune, 0.0) * smooth_step(7.0, 80.0, away) * 1.5

    parts = []
    for angle, away, wide, high in (
        (0.35, 190.0, 62.0, 30.0),
        (-0.5, 230.0, 95.0, 34.0),
        (2.2, 200.0, 80.0, 30.0),
        (-0.05, 300.0, 60.0, 42.0),
        (-2.4, 210.0, 70.0, 26.0),
    ):
        heading = math.atan2(stage.ahead[1], stage.ahead[0]) + angle
        x, y = stage.centre_m + away * np.array([math.cos(heading), math.sin(heading)])
        parts += placed([_mesa(rng, wide, high)], float(x), float(y), float(rng.uniform(0, 6)), -1.0)

    def cactus() -> list[Part]:
        return [_cactus(rng, float(rng.uniform(1.6, 3.4)))]

    def stone() -> list[Part]:
        return [rocks.rock(rng, float(rng.uniform(0.25, 1.3)), (0.66, 0.46, 0.32), detail=12)]

    def scrub() -> list[Part]:
        return [_scrub(rng)]

    for count, near, far, margin, grow in (
        (7, 9.0, 34.0, 1.4, cactus),
        (26, 6.5, 36.0, 0.8, stone),
        (30, 6.0, 30.0, 0.5, scrub),
    ):
        parts += growth.planted(
            stage, rng, growth.scattered(stage, rng, count, near, far, margin), grow, heights
        )
    return Dressing(parts, _sand(), 3.4, relief=True, land=land(stage, heights, even(*_SAND)))


def _mesa(rng: np.random.Generator, wide_m: float, high_m: float) -> Part:
    """A table mountain: a scree foot, banded cliffs, a flat top."""
    u, v = np.meshgrid(np.linspace(0, 2 * math.pi, 61), np.linspace(0, 1, 13), indexing="ij")
    out = np.interp(v, [0, 0.25, 0.45, 0.5, 0.85, 0.88, 1.0], [1.0, 0.78, 0.66, 0.64, 0.58, 0.55, 0.0])
    up = np.interp(v, [0, 0.25, 0.45, 0.5, 0.85, 0.88, 1.0], [0.0, 0.22, 0.45, 0.50, 0.97, 1.0, 1.01])
    swell = Swell(rng, 2.6, 10, 0.6)
    notch = 1.0 + 0.17 * swell.at(np.cos(u), np.sin(u)) * np.minimum(1.0, 3.0 * (1 - v))
    # The seam closes because the swell is asked at points of the circle.
    points = np.stack(
        [np.cos(u) * out * notch * wide_m / 2, np.sin(u) * out * notch * wide_m / 3, up * high_m], -1
    ).reshape(-1, 3)
    corner = (np.arange(60)[:, None] * 13 + np.arange(12)).ravel()
    across = corner + 13
    faces = np.concatenate(
        [np.stack([corner, across, across + 1], 1), np.stack([corner, across + 1, corner + 1], 1)]
    )
    bands = 0.5 + 0.5 * np.sin(points[:, 2] * 1.1 + 0.6 * np.sin(points[:, 2] * 0.37))
    colours = (
        linear((0.72, 0.42, 0.27))
        * (0.75 + 0.45 * bands[:, None])
        * np.exp(rng.normal(0, 0.07, (len(points), 1)))
    )
    mesh = Mesh.of(points, normalized(smooth_normals(points, faces)), faces).painted((1, 1, 1), 0.95)
    return Part(
        Mesh(mesh.points, mesh.normals, mesh.faces, colours.astype("f4"), mesh.surfaces),
        Material.FAR,
        outlined=False,
        casts=False,
    )


def _cactus(rng: np.random.Generator, high_m: float) -> Part:
    """A saguaro: a ribbed column with bent arms."""
    thick = 0.085 * high_m
    bones = [((0, 0, 0), (0, 0, high_m * 0.93), thick)]
    for side in (-1.0, 1.0):
        if rng.random() < 0.75:
            low, out = high_m * rng.uniform(0.32, 0.55), side * high_m * rng.uniform(0.17, 0.23)
            top = low + high_m * rng.uniform(0.22, 0.34)
            bones += [
                ((0, 0, low), (out, 0, low + 0.04), thick * 0.7),
                ((out, 0, low), (out, 0, top), thick * 0.72),
            ]
    meshes = []
    for start, end, radius in bones:
        meshes.append(shapes.rod(start, end, radius, radius * 0.92, 12))
        meshes.append(shapes.sphere(12, 8).scaled(radius * 0.94).moved(*end))
    mesh = merged(meshes).painted(_CACTUS, 0.9)
    ribs = 0.80 + 0.28 * np.cos(np.arctan2(mesh.normals[:, 1], mesh.normals[:, 0]) * 9.0)
    mesh.colours[:] *= ribs[:, None]
    return Part(mesh, Material.FAR, outlined=False)


def _scrub(rng: np.random.Generator) -> Part:

    roots = np.column_stack([rng.normal(0, 0.10, (26, 2)), np.zeros(26)])
    mesh = blades(rng, roots, rng.uniform(0.15, 0.42, 26), (0.46, 0.40, 0.24), (0.68, 0.60, 0.38), 0.014)
    return Part(mesh, Material.FOLIAGE, outlined=False, casts=False)


@functools.lru_cache(maxsize=1)
def _sand() -> np.ndarray:
    return ripples(np.random.default_rng(_SEED), 18, 512, 1.0)
