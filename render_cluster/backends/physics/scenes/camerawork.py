"""What a camera word does to a scene's own camera: nearer, wider, lower, higher."""

import msgspec
import numpy as np

from render_cluster import storyboard
from render_cluster.backends.physics.scene import Camera, Vector

_DISTANCE = {"close_up": 0.62, "medium": 1.0, "wide": 1.45}
_LOW_EYE_M = 0.45
_PELVIS_M = 1.0
_HIGH_RISE = 0.85


def framed(camera: Camera, asked: storyboard.Camera) -> Camera:
    """`camera` as the storyboard wants it; the scene's own for a medium framing at eye level."""
    # A camera that follows measures from a pelvis, not from the ground.
    ground_m = -_PELVIS_M if camera.follows else 0.0
    eyes = tuple(
        _moved(eye, aim, asked, ground_m) for eye, aim in zip(camera.eyes_m, camera.aims_m, strict=True)
    )
    return msgspec.structs.replace(camera, eyes_m=eyes)


def _moved(eye_m: Vector, aim_m: Vector, asked: storyboard.Camera, ground_m: float) -> Vector:
    away = np.subtract(eye_m, aim_m) * _DISTANCE[asked.framing]
    x, y, z = np.add(aim_m, away)
    lowest_m = ground_m + _LOW_EYE_M
    if asked.angle == "low":
        z = lowest_m
    elif asked.angle in ("high", "aerial"):
        z += _HIGH_RISE * float(np.linalg.norm(away[:2]))
    return (float(x), float(y), float(max(z, lowest_m)))
