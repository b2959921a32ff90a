"""The matrices of the camera and of things, for column vectors: metres, right-handed, z up."""

import math

import numpy as np


def perspective(fov_rad: float, aspect: float, near_m: float, far_m: float) -> np.ndarray:
    """The (4, 4) projection with vertical field of view `fov_rad`, depth to -1..1 as OpenGL wants it."""
    scale = 1.0 / math.tan(fov_rad / 2.0)
    depth = near_m - far_m
    return np.array(
        [
            [scale / aspect, 0, 0, 0],
            [0, scale, 0, 0],
            [0, 0, (far_m + near_m) / depth, 2 * far_m * near_m / depth],
            [0, 0, -1, 0],
        ]
    )


def orthographic(radius_m: float, near_m: float, far_m: float) -> np.ndarray:
    """The (4, 4) parallel projection of a square of half-side `radius_m`."""
    depth = far_m - near_m
    return np.array(
        [
            [1 / radius_m, 0, 0, 0],
            [0, 1 / radius_m, 0, 0],
            [0, 0, -2 / depth, -(far_m + near_m) / depth],
            [0, 0, 0, 1],
        ]
    )


def look_at(eye_m: np.ndarray, aim_m: np.ndarray) -> np.ndarray:
    """The (4, 4) view from `eye_m` towards `aim_m`; straight up or down turns about y instead of z."""
    forward = normalized(np.asarray(aim_m, float) - eye_m)
    up = (0.0, 1.0, 0.0) if abs(forward[2]) > 0.999 else (0.0, 0.0, 1.0)
    side = normalized(np.cross(forward, up))
    view = np.eye(4)
    view[:3, :3] = side, np.cross(side, forward), -forward
    view[:3, 3] = -view[:3, :3] @ eye_m
    return view


def normalized(vectors: np.ndarray) -> np.ndarray:
    """Vectors (..., 3) at length 1; a zero vector stays zero."""
    vectors = np.asarray(vectors, float)
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(length > 0, length, 1.0)


def rotation(quaternion: np.ndarray) -> np.ndarray:
    """The (3, 3) rotation of a quaternion (w, x, y, z), which need not be exactly of length 1."""
    w, x, y, z = np.asarray(quaternion, float) / np.linalg.norm(quaternion)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def placed(position_m: np.ndarray, quaternion: np.ndarray = (1.0, 0.0, 0.0, 0.0)) -> np.ndarray:
    """The (4, 4) matrix that turns by `quaternion` and then moves to `position_m`."""
    matrix = np.eye(4)
    matrix[:3, :3] = rotation(quaternion)
    matrix[:3, 3] = position_m
    return matrix


def turned(axis: tuple[float, float, float], angle_rad: float) -> np.ndarray:
    """The (3, 3) rotation by `angle_rad` about `axis`."""
    half = angle_rad / 2.0
    return rotation(np.array([math.cos(half), *(math.sin(half) * normalized(np.array(axis)))]))


def linear(srgb: tuple[float, ...] | np.ndarray) -> np.ndarray:
    """Light of an sRGB colour in 0..1, by the usual power 2.2."""
    return np.power(np.clip(np.asarray(srgb, float), 0.0, 1.0), 2.2)
