"""What a camera word does to a scene's own camera: nearer, wider, lower, higher."""

import numpy as np

from render_cluster.backends.physics.scene import Camera, Vector

CAMERAS = ("medium", "close", "wide", "low", "high")
_DISTANCE = {"close": 0.62, "wide": 1.45}
_LOW_EYE_M = 0.45
_HIGH_RISE = 0.85


def framed(camera: Camera, word: str) -> Camera:
    """`camera` as `word` wants it; the scene's own for "medium"."""
    return Camera(
        eye_from_m=_moved(camera.eye_from_m, camera.aim_from_m, word),
        eye_to_m=_moved(camera.eye_to_m, camera.aim_to_m, word),
        aim_from_m=camera.aim_from_m,
        aim_to_m=camera.aim_to_m,
        fov_rad=camera.fov_rad,
        follows=camera.follows,
    )


def _moved(eye_m: Vector, aim_m: Vector, word: str) -> Vector:
    away = np.subtract(eye_m, aim_m) * _DISTANCE.get(word, 1.0)
    x, y, z = np.add(aim_m, away)
    if word == "low":
        z = _LOW_EYE_M
    elif word == "high":
        z += _HIGH_RISE * float(np.linalg.norm(away[:2]))
    return (float(x), float(y), float(max(z, _LOW_EYE_M)))
