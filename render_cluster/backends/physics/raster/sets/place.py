"""Puts parts somewhere: turned about the vertical, then moved."""

import math
from dataclasses import replace

from render_cluster.backends.physics.raster.matrices import turned
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.stage import Stage


def placed(parts: list[Part], x_m: float, y_m: float, angle_rad: float = 0.0, z_m: float = 0.0) -> list[Part]:
    """The parts turned anticlockwise by `angle_rad` and moved."""
    turn = turned((0.0, 0.0, 1.0), angle_rad)
    return [replace(part, mesh=part.mesh.rotated(turn).moved(x_m, y_m, z_m)) for part in parts]


def facing_stage(parts: list[Part], stage: Stage, along_m: float, right_m: float) -> list[Part]:
    """The parts, whose front is -y, placed ahead of the camera and turned to look back at it."""
    x, y = stage.beside(along_m, right_m)
    return placed(parts, x, y, math.atan2(stage.ahead[1], stage.ahead[0]) - math.pi / 2)
