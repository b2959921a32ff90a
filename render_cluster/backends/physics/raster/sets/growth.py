"""Strews trees, rocks and grass over land, never in the way of action or camera."""

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets.leaves import blades
from render_cluster.backends.physics.raster.sets.place import placed
from render_cluster.backends.physics.raster.sets.terrain import Heights, grown
from render_cluster.backends.physics.raster.stage import Stage

Grower = Callable[[], list[Part]]
_BLADES_NEAR_M, _BLADES_FAR_M = 1.2, 9.0
# Growing takes longer than filming; turned and sized, a few are not told apart from many.
_VARIANTS_COUNT = 9


def scattered(
    stage: Stage,
    rng: np.random.Generator,
    count: int,
    near_m: float,
    far_m: float,
    margin_m: float,
    spread_rad: float = math.pi,
) -> list[tuple[float, float]]:
    """At most `count` clear points around the stage, within `spread_rad` of the camera's heading."""
    heading = math.atan2(stage.ahead[1], stage.ahead[0])
    found = []
    for index in range(count):
        # Angles in even steps with some play keep things from standing in each other.
        share = (index * 0.618034 + float(rng.uniform(-0.2, 0.2)) / count) % 1.0
        angle = heading + (2.0 * share - 1.0) * spread_rad
        ring = math.sqrt(float(rng.uniform(near_m**2, far_m**2)))
        x = float(stage.centre_m[0]) + math.cos(angle) * ring
        y = float(stage.centre_m[1]) + math.sin(angle) * ring
        if stage.clear(x, y, margin_m):
            found.append((x, y))
    return found


def planted(
    stage: Stage,
    rng: np.random.Generator,
    places: list[tuple[float, float]],
    grow: Grower,
    heights: Heights | None = None,
) -> list[Part]:
    """Something at each place, standing on the land: one of a few grown, turned and sized by chance."""
    parts = []
    kinds = [grow() for _ in range(min(len(places), _VARIANTS_COUNT))]
    for index, (x, y) in enumerate(places):
        z = 0.0 if heights is None else float(grown(stage, heights, np.array([x]), np.array([y]))[0])
        size = float(rng.uniform(0.85, 1.15))
        sized = [replace(part, mesh=part.mesh.scaled(size)) for part in kinds[index % len(kinds)]]
        parts += placed(sized, x, y, float(rng.uniform(0, 2 * math.pi)), z)
    return parts


def grass_near(
    stage: Stage,
    rng: np.random.Generator,
    count: int,
    height_m: float,
    colours: tuple[Colour, Colour],
    heights: Heights | None = None,
    far_m: float = _BLADES_FAR_M,
) -> Part:
    """Blades in the foreground of the camera's first and last places, where single ones can be told apart."""
    roots = []
    for eye in (stage.eyes_m[0], stage.eyes_m[-1]):
        heading = math.atan2(stage.ahead[1], stage.ahead[0])
        angle = heading + rng.uniform(-0.95, 0.95, count // 2)
        # Nearer blades are larger in the picture, so fewer are needed there.
        away = rng.uniform(_BLADES_NEAR_M, far_m, count // 2)
        roots.append(eye[:2] + np.stack([np.cos(angle), np.sin(angle)], 1) * away[:, None])
    level = np.concatenate(roots)
    z = np.zeros(len(level)) if heights is None else grown(stage, heights, level[:, 0], level[:, 1])
    tall = height_m * rng.uniform(0.5, 1.2, len(level))
    mesh = blades(rng, np.column_stack([level, z]), tall, *colours, width_m=0.05 * height_m + 0.003)
    return Part(mesh, Material.FOLIAGE, outlined=False, casts=False)


def tree_line(
    stage: Stage,
    rng: np.random.Generator,
    away_m: float,
    count: int,
    grow: Grower,
    heights: Heights | None = None,
) -> list[Part]:
    """The edge of a wood all around at about this distance."""
    places = []
    for index in range(count):
        angle = 2 * math.pi * (index + float(rng.uniform(-0.4, 0.4))) / count
        ring = away_m * float(rng.uniform(0.9, 1.25))
        x, y = stage.centre_m + ring * np.array([math.cos(angle), math.sin(angle)])
        if stage.clear(float(x), float(y), 3.0):
            places.append((float(x), float(y)))
    return planted(stage, rng, places, grow, heights)
