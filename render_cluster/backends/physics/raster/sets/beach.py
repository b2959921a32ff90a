"""A sandy beach: rippled sand, breakers that run up it, dunes with grass, palms, a headland far off."""

import functools

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import growth, ridges, rocks, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing, Sheet, Shore
from render_cluster.backends.physics.raster.sets.leaves import blades
from render_cluster.backends.physics.raster.sets.paint import ripples
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.sets.terrain import grown, land, mixed
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_SAND: tuple[Colour, Colour] = ((0.78, 0.69, 0.52), (0.66, 0.56, 0.41))
_WET: tuple[Colour, Colour] = ((0.52, 0.44, 0.33), (0.44, 0.37, 0.28))
_LEVEL_M, _COAST_M = -0.42, 11.5
_SEED = 23


def dress(scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """The sea lies beyond the action as the camera first looks; dunes lie behind."""
    swell = Swell(rng, 26.0)
    coast = float(stage.centre_m @ stage.ahead) + _COAST_M

    def seaward(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        along = -x * stage.ahead[1] + y * stage.ahead[0]
        return x * stage.ahead[0] + y * stage.ahead[1] - coast + 0.7 * np.sin(along * 0.13)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        out = seaward(x, y)
        slope = -0.042 * (out + 10.0) * smooth_step(-12.0, -6.0, out)
        dunes = (1.0 + 0.9 * swell.at(x, y)) * smooth_step(-20.0, -46.0, out) * 2.4
        return np.maximum(slope, -6.0) + dunes

    def shades(x: np.ndarray, y: np.ndarray, _z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        wet = smooth_step(-3.6, -0.6, seaward(x, y) + 0.5 * swell.at(x * 3.0, y * 3.0))
        light, dark = (
            mixed(np.tile(linear(dry), (len(x), 1)), np.tile(linear(soaked), (len(x), 1)), wet)
            for dry, soaked in zip(_SAND, _WET, strict=True)
        )
        return light, dark

    headland = ridges.Range(230.0, 26.0, 0.25, (0.33, 0.42, 0.24), (0.52, 0.47, 0.38), gap_rad=0.42)
    parts = [ridges.range_around(rng, stage, headland, -1.5)]
    if scene.weather != "snow":
        parts += _palms(stage, rng)
    parts += _dune_grass(stage, rng, heights)
    if scene.weather != "snow":
        parts += _parasol(stage)
    for x, y in growth.scattered(stage, rng, 9, 8.0, 16.0, 0.8, 1.4):
        stone = rocks.rock(rng, float(rng.uniform(0.25, 0.8)), (0.46, 0.42, 0.37), detail=10)
        parts += growth.planted(stage, rng, [(x, y)], lambda stone=stone: [stone], heights)
    sheet = Sheet(_LEVEL_M, Shore(float(stage.ahead[0]), float(stage.ahead[1]), coast))
    ground = land(stage, heights, shades, 0.0, 4.0)
    return Dressing(parts, _sand(), 3.2, relief=True, land=ground, sheet=sheet)


def _palms(stage: Stage, rng: np.random.Generator) -> list[Part]:
    parts: list[Part] = []
    for along, right in ((6.5, -9.5), (8.0, -11.5), (5.5, 10.5), (-4.0, -12.0), (-5.0, 11.0), (1.0, 14.0)):
        if stage.clear(*stage.beside(along, right), 2.0):
            grown_palm = trees.palm(rng, float(rng.uniform(5.0, 7.2)), (0.34, 0.50, 0.20))
            parts += facing_stage(grown_palm, stage, along, right)
    return parts


def _parasol(stage: Stage) -> list[Part]:
    """A striped parasol with a towel beside it, off to one side."""
    if not stage.clear(*stage.beside(6.5, 6.5), 1.5):
        return []
    pole = shapes.rod((0, 0, 0), (0.25, 0, 2.2), 0.022).painted((0.85, 0.82, 0.76), 0.5)
    roof = shapes.turned_profile([(1.25, 1.85), (0.75, 2.15), (0.0, 2.28)], 16).moved(0.22, 0, 0)
    angle = np.arctan2(roof.points[:, 1], roof.points[:, 0] - 0.22)
    stripes = np.where(
        (np.floor(angle / (np.pi / 4)) % 2 == 0)[:, None],
        linear((0.86, 0.24, 0.20)),
        linear((0.94, 0.92, 0.86)),
    )
    roof = roof.painted((1, 1, 1), 0.8)
    roof.colours[:] = stripes
    towel = shapes.box(0.8, 1.7, 0.02).moved(-1.1, 0.2, 0.01).painted((0.25, 0.55, 0.68), 0.9)
    return [
        *facing_stage([Part(pole), Part(towel, outlined=False)], stage, 6.5, 6.5),
        *facing_stage([Part(roof, Material.FOLIAGE, outlined=False)], stage, 6.5, 6.5),
    ]


def _dune_grass(stage: Stage, rng: np.random.Generator, heights: growth.Heights) -> list[Part]:
    meshes = []
    for x, y in growth.scattered(stage, rng, 90, 9.0, 34.0, 0.5):
        out = x * stage.ahead[0] + y * stage.ahead[1] - stage.centre_m @ stage.ahead
        if out < 2.0:
            level = np.array([x, y]) + rng.normal(0, 0.22, (22, 2))
            z = grown(stage, heights, level[:, 0], level[:, 1], 0.0, 4.0)
            tall = rng.uniform(0.3, 0.75, 22)
            meshes.append(
                blades(rng, np.column_stack([level, z]), tall, (0.42, 0.46, 0.24), (0.72, 0.70, 0.42), 0.02)
            )
    return [Part(merged(meshes), Material.FOLIAGE, outlined=False, casts=False)] if meshes else []


@functools.lru_cache(maxsize=1)
def _sand() -> np.ndarray:
    return ripples(np.random.default_rng(_SEED), 22, 512, 0.8)
