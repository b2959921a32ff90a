"""What a camera word does to a scene's own camera: nearer, wider, lower, higher."""

import msgspec
import numpy as np

from render_cluster.backends.physics.scene import Camera, Vector

CAMERAS = ("medium", "close", "wide", "low", "high")
_DISTANCE = {"close": 0.62, "wide": 1.45}
_LOW_EYE_M = 0.45
_PELVIS_M = 1.0
_HIGH_RISE = 0.85


def framed(camera: Camera, word: str) -> Camera:
    """`camera` as `word` wants it; the scene's own for "medium"."""
    # A camera that follows measures from a pelvis, not from the ground.
    ground_m = -_PELVIS_M if camera.follows else 0.0
    return msgspec.structs.replace(
        camera,
        eye_from_m=_moved(camera.eye_from_m, camera.aim_from_m, word, ground_m),
        eye_to_m=_moved(camera.eye_to_m, camera.aim_to_m, word, ground_m),
    )


def _moved(eye_m: Vector, aim_m: Vector, word: str, ground_m: float) -> Vector:
    away = np.subtract(eye_m, aim_m) * _DISTANCE.get(word, 1.0)
    x, y, z = np.add(aim_m, away)
    lowest_m = ground_m + _LOW_EYE_M
    if word == "low":
        z = lowest_m
    elif word == "high":
        z += _HIGH_RISE * float(np.linalg.norm(away[:2]))
    return (float(x), float(y), float(max(z, lowest_m)))
