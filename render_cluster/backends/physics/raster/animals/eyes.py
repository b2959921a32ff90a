"""Paints eyeballs the way the shader reads them: where on the ball each point is, seen along the gaze."""

import numpy as np

from render_cluster.backends.physics.raster.animals.layer import Layer
from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.part import Material

_UP = np.array([0.0, 0.0, 1.0])


def layers(
    both: tuple[Pelt, Pelt], gaze: np.ndarray, iris: tuple[float, float, float], cover: float
) -> list[Layer]:
    """Both eyes; `gaze` (3,) is the left one's, `cover` the share of the ball's radius that is iris, at most."""
    found = []
    for eye, side in zip(both, (1.0, -1.0), strict=True):
        ahead = normalized(gaze * (side, 1.0, 1.0))
        right = normalized(np.cross(_UP, ahead))
        up = np.cross(ahead, right)
        # The iris of the shader ends at half the radius: shrinking the place enlarges it.
        scale = 0.5 / cover * 0.5 if cover > 0.5 else 1.0
        place = np.stack([eye.normals @ right * scale, eye.normals @ up * scale, eye.normals @ ahead], -1)
        found.append(Layer(eye, place, 0.1, 0.0, Material.EYE, False, linear(iris)))
    return found
