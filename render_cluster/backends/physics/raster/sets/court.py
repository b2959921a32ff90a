"""A basketball court in a neighbourhood park, laid out around the scene's hoop."""

import functools
import math

import numpy as np

from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets import furniture, surroundings
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import Ground, box_distance, nearest_joint
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_SIDE_M, _SIDE_PX = 32.0, 1024
_WEATHER_SEED = 1
_WHITE = (0.95, 0.95, 0.93)
# FIBA's measures: the rim's middle 1.575 m from the end line, key 4.9 x 5.8 m, arc 6.75 m, circle 1.8 m.
_RIM_TO_END_M, _KEY_WIDE_M, _KEY_LONG_M, _ARC_M, _CIRCLE_M, _LINE_M = 1.575, 4.9, 5.8, 6.75, 1.8, 0.05


def dress(scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """Painted asphalt with the lines of half a court, a fence, benches, trees and houses."""
    rim_m, angle_rad = _hoop(scene)
    ground = _painted((float(rim_m[0]), float(rim_m[1])), angle_rad)
    parts: list[Part] = []
    for right in (-16.0, 0.0, 16.0):
        parts += facing_stage(furniture.fence(16.0), stage, 13.5, right)
    for right in (-5.5, 4.0):
        if stage.clear(*stage.beside(11.5, right), 1.0):
            parts += facing_stage(furniture.bench(), stage, 11.5, right)
    parts += surroundings.hedge_row(stage, rng, 14.6, 44.0)
    parts += surroundings.ring_of_trees(stage, rng, 15, 17.0, 25.0)
    parts += surroundings.houses(stage, rng, lit)
    lamps = []
    for right in (-8.5, 8.5):
        parts += facing_stage(furniture.street_lamp(5.6, lit), stage, 12.6, right)
        x, y = stage.beside(11.5, right)
        lamps.append(Lamp((x, y, 5.4), (16.0, 12.5, 8.5)))
    return Dressing(parts, ground.layers, ground.side_m, tuple(lamps) if lit else ())


def _hoop(scene: Scene) -> tuple[np.ndarray, float]:
    """Where the rim's middle is on the ground and the angle from the board towards the court."""
    found = {body.kind: np.array(body.position_m[:2]) for body in scene.bodies}
    rim = found.get("hoop_rim")
    if rim is None:
        return np.array([0.0, 5.2]), -math.pi / 2
    out = rim - found.get("backboard", rim + np.array([0.0, 0.38]))
    return rim, math.atan2(out[1], out[0]) if np.linalg.norm(out) > 1e-6 else -math.pi / 2


@functools.lru_cache(maxsize=4)  # painting takes longer than filming three frames
def _painted(rim_m: tuple[float, float], angle_rad: float) -> Ground:
    ground = Ground(_SIDE_M, _SIDE_PX, (0.54, 0.54, 0.52), 0.85)
    dx, dy = ground.x_m - rim_m[0], ground.y_m - rim_m[1]
    along = dx * math.cos(angle_rad) + dy * math.sin(angle_rad) + _RIM_TO_END_M
    across = -dx * math.sin(angle_rad) + dy * math.cos(angle_rad)
    court = box_distance(along - 6.6, across, 6.6, 7.5)
    ground.fill(court - 1.2, (0.26, 0.42, 0.40), 0.62)
    ground.fill(court, (0.30, 0.50, 0.56), 0.58)
    key = box_distance(along - _KEY_LONG_M / 2, across, _KEY_LONG_M / 2, _KEY_WIDE_M / 2)
    ground.fill(key, (0.74, 0.38, 0.28), 0.58)
    ground.weather(np.random.default_rng(_WEATHER_SEED), 0.035, 1.2)
    ground.line(key, _LINE_M, _WHITE)
    ground.line(court, _LINE_M, _WHITE)
    circle = np.hypot(along - _KEY_LONG_M, across) - _CIRCLE_M
    ground.line(np.where(along > _KEY_LONG_M, circle, 9.0), _LINE_M, _WHITE)
    arc = np.hypot(along - _RIM_TO_END_M, across) - _ARC_M
    ground.line(np.where((along > 2.9) & (np.abs(across) < 6.6), arc, 9.0), _LINE_M, _WHITE)
    ground.line(np.where((along > 0) & (along < 2.99), np.abs(across) - 6.6, 9.0), _LINE_M, _WHITE)
    joint = np.where(court > 1.2, nearest_joint(ground.x_m, 4.0), 9.0)
    ground.line(joint, 0.015, (0.33, 0.33, 0.33), 0.6)
    return ground
