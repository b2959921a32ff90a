"""A flat roof over a city: gravel and slabs, a parapet, plant and tanks, towers all around."""

import functools
import math

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.mesh import Colour, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import facades
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import Ground, nearest_joint
from render_cluster.backends.physics.raster.sets.place import facing_stage, placed
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_CONCRETE: Colour = (0.62, 0.60, 0.57)
_BRICK: Colour = (0.52, 0.34, 0.27)
_STEEL: Colour = (0.60, 0.62, 0.64)
_BELOW_M = 34.0
_SEED = 32


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """The roof is as large as action and camera need, with a wall at its edge and the city beyond."""
    away = np.linalg.norm(stage.eyes_m[:, :2] - stage.centre_m, axis=1).max()
    half = max(10.5, float(away) + 3.0)
    roof = shapes.box(2 * half, 2 * half, _BELOW_M).moved(0, 0, -_BELOW_M / 2).painted((1, 1, 1))
    parts: list[Part] = facing_stage(_parapet(half), stage, 0.0, 0.0)
    land = facing_stage([Part(roof)], stage, 0.0, 0.0)[0].mesh
    for made, along, right in (
        (_stairs(lit), half - 2.6, -5.5), (_tank(), half - 2.2, 6.0), (_fans(), half - 3.4, 1.5),
        (_fans(), 1.5, -half + 2.0), (_tank(), -half + 2.4, -half + 2.6), (_antenna(lit), half - 1.2, -9.0),
    ):  # fmt: skip
        if stage.clear(*stage.beside(along, right), 1.6):
            parts += facing_stage(made, stage, along, right)
    parts += _city(stage, rng, half, lit)
    x, y = stage.beside(half - 4.6, -5.5)
    lamps = (Lamp((x, y, 2.6), (9.0, 6.6, 3.8)),) if lit else ()
    return Dressing(parts, _slabs().layers, 12.0, lamps, land=land)


def _city(stage: Stage, rng: np.random.Generator, half: float, lit: bool) -> list[Part]:
    """Rings of towers, and streets far below that the haze hides."""
    parts: list[Part] = []
    for ring, count, low, high in (
        (half + 34.0, 13, 12.0, 44.0),
        (half + 75.0, 20, 20.0, 70.0),
        (half + 140.0, 30, 30.0, 100.0),
    ):
        for index in range(count):
            angle = 2 * math.pi * (index + float(rng.uniform(-0.25, 0.25))) / count
            x, y = stage.centre_m + ring * np.array([math.cos(angle), math.sin(angle)])
            wall = facades.WALLS[int(rng.integers(len(facades.WALLS)))]
            block = facades.tower(
                rng, float(rng.uniform(12.0, 20.0)), float(rng.uniform(low, high)), wall, lit
            )
            parts += placed([block], float(x), float(y), angle + float(rng.uniform(-0.3, 0.3)), -_BELOW_M)
    ground = shapes.box(900.0, 900.0, 0.1).moved(*stage.centre_m, -_BELOW_M).painted((0.36, 0.36, 0.36), 0.95)
    parts.append(Part(ground, Material.FAR, outlined=False, casts=False))
    return parts


def _parapet(half: float) -> list[Part]:
    meshes = []
    for x, y, wide, deep in (
        (0, half, 2 * half, 0.35),
        (0, -half, 2 * half, 0.35),
        (half, 0, 0.35, 2 * half),
        (-half, 0, 0.35, 2 * half),
    ):
        meshes.append(shapes.box(wide, deep, 1.0).moved(x, y, 0.5).painted(_BRICK, 0.9))
        meshes.append(shapes.box(wide + 0.12, deep + 0.12, 0.10).moved(x, y, 1.03).painted(_CONCRETE, 0.85))
    return [Part(mesh, outlined=False) for mesh in meshes]


def _stairs(lit: bool) -> list[Part]:
    """The little house over the stairs, with its door and lamp."""
    house = shapes.box(3.2, 2.8, 2.7).moved(0, 0, 1.35).painted(_BRICK, 0.9)
    top = shapes.box(3.5, 3.1, 0.16).moved(0, 0, 2.76).painted(_CONCRETE, 0.85)
    door = shapes.box(0.95, 0.08, 2.05).moved(0.5, -1.41, 1.03).painted((0.22, 0.34, 0.38), 0.5)
    lamp = (
        shapes.box(0.22, 0.14, 0.16)
        .moved(0.5, -1.48, 2.35)
        .painted((1.0, 0.86, 0.62), 0.4, glow=5.0 if lit else 0.1)
    )
    return [Part(house), Part(top), Part(door), Part(lamp, outlined=False)]


def _tank() -> list[Part]:
    """A round wooden water tank on legs."""
    legs = [shapes.rod((x, y, 0), (x * 0.9, y * 0.9, 1.7), 0.06) for x in (-0.9, 0.9) for y in (-0.9, 0.9)]
    drum = shapes.cylinder(1.25, 2.0, 1.18, 24).moved(0, 0, 2.7).painted((0.46, 0.34, 0.24), 0.9)
    bands = [
        shapes.torus(1.24, 0.025, 28, 6).moved(0, 0, z).painted(_STEEL, 0.4, 0.7) for z in (2.0, 2.6, 3.2)
    ]
    roof = shapes.cylinder(1.35, 0.75, 0.05, 24).moved(0, 0, 4.07).painted((0.34, 0.33, 0.33), 0.8)
    return [
        Part(merged(legs).painted(_STEEL, 0.5, 0.6)),
        Part(drum),
        Part(roof),
        *(Part(band, outlined=False) for band in bands),
    ]


def _fans() -> list[Part]:
    """Cooling boxes with round grilles, and a bent duct."""
    boxes = [shapes.box(1.3, 0.9, 1.1, 0.03).moved(x, 0, 0.6) for x in (-0.8, 0.8)]
    grilles = [shapes.cylinder(0.38, 0.05, sides=24).moved(x, 0, 1.17) for x in (-0.8, 0.8)]
    duct = [
        shapes.rod((1.6, 0, 0.5), (2.6, 0, 0.5), 0.22, sides=14),
        shapes.rod((2.6, 0, 0.0), (2.6, 0, 0.72), 0.22, sides=14),
    ]
    return [
        Part(merged(boxes).painted((0.70, 0.71, 0.70), 0.5, 0.3)),
        Part(merged(grilles).painted((0.10, 0.10, 0.11), 0.6), outlined=False),
        Part(merged(duct).painted(_STEEL, 0.35, 0.7)),
    ]


def _antenna(lit: bool) -> list[Part]:
    mast = shapes.rod((0, 0, 0), (0, 0, 5.2), 0.05, 0.03)
    arms = [shapes.rod((-0.5, 0, z), (0.5, 0, z), 0.018) for z in (3.6, 4.0, 4.4, 4.8)]
    beacon = (
        shapes.sphere(10, 8)
        .scaled(0.07)
        .moved(0, 0, 5.25)
        .painted((1.0, 0.15, 0.1), 0.4, glow=5.0 if lit else 0.2)
    )
    return [
        Part(merged([mast, *arms]).painted(_STEEL, 0.4, 0.7), outlined=False),
        Part(beacon, outlined=False),
    ]


@functools.lru_cache(maxsize=1)
def _slabs() -> Ground:
    ground = Ground(12.0, 1024, _CONCRETE, 0.85)
    ground.weather(np.random.default_rng(_SEED), 0.09, 0.8)
    for steps in (ground.x_m, ground.y_m):
        ground.line(nearest_joint(steps, 3.0), 0.035, (0.36, 0.35, 0.34), 0.8)
    return ground
