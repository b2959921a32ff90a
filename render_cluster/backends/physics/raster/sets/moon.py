"""The moon: grey dust with craters under a black sky, and the earth over the hills."""

import functools
import math

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import growth, ridges, rocks
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import relief
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.sets.terrain import even, land
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_DUST: tuple[Colour, Colour] = ((0.60, 0.59, 0.57), (0.42, 0.41, 0.40))
_CRATERS_COUNT = 46
_SEED = 28


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """Craters beyond the action, hills all around, the earth up to the left."""
    swell = Swell(rng, 80.0)
    angle = rng.uniform(0, 2 * math.pi, _CRATERS_COUNT)
    ring = 11.0 + 95.0 * rng.random(_CRATERS_COUNT) ** 1.3
    middles = stage.centre_m + np.stack([np.cos(angle), np.sin(angle)], 1) * ring[:, None]
    radii = np.minimum(rng.uniform(0.10, 0.22, _CRATERS_COUNT) * ring, 13.0)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        away = np.hypot(x - stage.centre_m[0], y - stage.centre_m[1])
        high = (0.6 + 0.9 * swell.at(x, y)) * smooth_step(12.0, 120.0, away) * 5.0
        for (cx, cy), radius in zip(middles, radii, strict=True):
            out = np.hypot(x - cx, y - cy) / radius
            bowl = np.where(out < 1.0, 0.30 * out**2 - 0.21, 0.09 * np.exp(-(((out - 1.0) / 0.35) ** 2)))
            high = high + radius * bowl * (out < 2.2)
        return high

    def boulder() -> list[Part]:
        return [rocks.rock(rng, float(rng.uniform(0.15, 1.5)), (0.48, 0.47, 0.46), detail=11)]

    hills = ridges.Range(210.0, 34.0, 0.35, (0.46, 0.455, 0.45), (0.54, 0.53, 0.52))
    parts = [ridges.range_around(rng, stage, hills)]
    parts += growth.planted(stage, rng, growth.scattered(stage, rng, 60, 5.5, 40.0, 0.5), boulder, heights)
    x, y = stage.beside(640.0, -290.0)
    parts.append(_earth_at(rng, x, y, 190.0))
    return Dressing(parts, _dust(), 3.0, relief=True, land=land(stage, heights, even(*_DUST), 0.0, 6.0))


def _earth_at(rng: np.random.Generator, x_m: float, y_m: float, z_m: float) -> Part:
    """The earth as a ball far off: seas, lands, ice and swirls of cloud."""
    ball = shapes.sphere(64, 40)
    lands, clouds = Swell(rng, 2.4, 16, 0.8), Swell(rng, 1.5, 16, 0.6)
    px, py, pz = ball.points.T.astype(float)
    ground = lands.at(px + 0.7 * pz, py - 0.5 * pz)
    cloud = clouds.at(px + 0.4 * np.sin(3 * pz), py + 2.2 * pz)
    colours = np.tile(linear((0.10, 0.26, 0.58)), (len(px), 1))
    shore = smooth_step(0.25, 0.45, ground)[:, None]
    colours = colours * (1 - shore) + linear((0.38, 0.42, 0.22)) * shore
    white = np.maximum(smooth_step(0.2, 1.2, cloud), smooth_step(0.86, 0.93, np.abs(pz)))[:, None]
    colours = colours * (1 - white) + linear((0.95, 0.96, 0.98)) * white
    mesh = ball.painted((1, 1, 1), 0.9).scaled(46.0).moved(x_m, y_m, z_m)
    mesh.colours[:] = colours
    mesh.normals[:] = normalized(ball.normals)
    return Part(mesh, Material.FAR, outlined=False, casts=False)


@functools.lru_cache(maxsize=1)
def _dust() -> np.ndarray:
    return relief(np.random.default_rng(_SEED), 512, 1.1, 1.6)
