"""The sea floor: pale sand under moving light, corals, weed, rocks, and the bright surface above."""

import functools
import math

import numpy as np

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.effects.beams import Beams
from render_cluster.backends.physics.raster.effects.drift import Drift
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
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

_SAND: tuple[Colour, Colour] = ((0.80, 0.76, 0.62), (0.62, 0.58, 0.46))
_CORALS: tuple[Colour, ...] = (
    (0.86, 0.36, 0.34),
    (0.92, 0.62, 0.26),
    (0.78, 0.42, 0.66),
    (0.90, 0.80, 0.52),
    (0.42, 0.36, 0.70),
)
_REACH_M = 90.0
_SEED = 29


def dress(scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """Reefs to both sides and ahead; shafts of light fall between."""
    floor_m = SETTINGS["underwater"].floor_m
    swell = Swell(rng, 24.0)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        away = np.hypot(x - stage.centre_m[0], y - stage.centre_m[1])
        return (0.35 + 0.6 * swell.at(x, y)) * smooth_step(6.0, 26.0, away) * 1.6

    def stone() -> list[Part]:
        return [rocks.rock(rng, float(rng.uniform(0.7, 2.8)), (0.44, 0.44, 0.42), (0.46, 0.50, 0.32), 13)]

    def coral() -> list[Part]:
        colour = _CORALS[int(rng.integers(len(_CORALS)))]
        grow = (_branching, _brain, _fan, _tubes)[int(rng.integers(4))]
        return [
            Part(grow(rng, float(rng.uniform(0.35, 0.95))).painted(colour, 0.9), Material.FAR, outlined=False)
        ]

    def weed() -> list[Part]:
        roots = np.column_stack([rng.normal(0, 0.16, (14, 2)), np.full(14, -0.05)])
        mesh = blades(rng, roots, rng.uniform(0.5, 1.7, 14), (0.16, 0.30, 0.14), (0.44, 0.54, 0.22), 0.035)
        return [Part(mesh, Material.FOLIAGE, outlined=False, casts=False)]

    parts: list[Part] = []
    for count, near, far, margin, grow in (
        (22, 6.5, 20.0, 1.2, stone), (70, 5.2, 17.0, 0.5, coral), (60, 5.0, 18.0, 0.3, weed),
    ):  # fmt: skip
        places = growth.scattered(stage, rng, count, near, far, margin)
        found = growth.planted(stage, rng, places, grow, heights)
        parts += placed(found, 0.0, 0.0, 0.0, floor_m)
    parts.append(_surface(stage))
    bed = land(stage, heights, even(*_SAND), 0.0, 6.0, floor_m)
    effects = (Drift(scene.seed), Beams.in_water(rng, stage, floor_m))
    return Dressing(parts, _sand(), 3.0, relief=True, land=bed, effects=effects)


def _surface(stage: Stage) -> Part:
    """The water's skin from below; `colours` is the bright sky in it, `surfaces` the deep."""
    sheet = shapes.box(2 * _REACH_M, 2 * _REACH_M, 0.01).moved(*stage.centre_m, 0.0)
    sheet = sheet.painted((0.78, 0.96, 0.97))
    sheet.surfaces[:] = linear((0.05, 0.38, 0.50))
    return Part(sheet, Material.UNDERSIDE, outlined=False, casts=False)


def _branching(rng: np.random.Generator, high_m: float) -> Mesh:
    rods = []
    tips = [(np.zeros(3), np.array([0.0, 0.0, 1.0]), high_m * 0.42, high_m * 0.075)]
    for _ in range(3):
        after = []
        for start, heading, long, thick in tips:
            end = start + heading * long
            rods.append(shapes.rod(start, end, thick, thick * 0.72, 6))
            for _ in range(2):
                turn = normalized(heading + 0.75 * rng.standard_normal(3) * (1, 1, 0.4))
                after.append((end, normalized(turn + np.array([0.0, 0.0, 0.35])), long * 0.72, thick * 0.72))
        tips = after
    return merged(rods)


def _brain(rng: np.random.Generator, wide_m: float) -> Mesh:
    ball = shapes.sphere(22, 14)
    swell = Swell(rng, 0.7, 10, 0.3)
    out = 1.0 + 0.06 * swell.at(ball.points[:, 0] + ball.points[:, 2], ball.points[:, 1] - ball.points[:, 2])
    points = ball.points * out[:, None].astype("f4") * np.float32([0.5, 0.5, 0.38]) * wide_m
    return Mesh(points, ball.normals, ball.faces, ball.colours, ball.surfaces).moved(0, 0, 0.1 * wide_m)


def _fan(rng: np.random.Generator, high_m: float) -> Mesh:
    rods = []
    for index in range(13):
        angle = (index - 6) * 0.17 + rng.normal(0, 0.03)
        long = high_m * (1.0 - 0.025 * (index - 6) ** 2) * rng.uniform(0.85, 1.05)
        bow = np.array([math.sin(angle) * long, rng.normal(0, 0.02), math.cos(angle) * long])
        rods.append(shapes.rod((0, 0, 0), bow, 0.022 * high_m, 0.012 * high_m, 5))
    return merged(rods)


def _tubes(rng: np.random.Generator, high_m: float) -> Mesh:
    tubes = []
    for _ in range(6):
        x, y = rng.normal(0, 0.22 * high_m, 2)
        long, thick = high_m * rng.uniform(0.5, 1.0), 0.10 * high_m
        wall = [(thick * 0.8, -0.05), (thick, long), (thick * 0.7, long), (thick * 0.5, long * 0.6)]
        tubes.append(shapes.turned_profile(wall, 10).moved(float(x), float(y), 0))
    return merged(tubes)


@functools.lru_cache(maxsize=1)
def _sand() -> np.ndarray:
    return ripples(np.random.default_rng(_SEED), 12, 512, 0.9)
