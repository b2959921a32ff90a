"""Rotations between the forms that the solvers speak: quaternion (w, x, y, z), axis with angle, matrix."""

import math

import numpy as np

from render_cluster.backends.physics.scene import Quaternion, Vector


def axis_quaternion(axis: Vector, angle_rad: float) -> Quaternion:
    """The quaternion that turns by `angle_rad` about `axis`, which need not have length 1."""
    norm = math.sqrt(sum(component * component for component in axis))
    scale = math.sin(angle_rad / 2.0) / norm
    return (math.cos(angle_rad / 2.0), axis[0] * scale, axis[1] * scale, axis[2] * scale)


def axis_matrix(axis: Vector | np.ndarray, angle_rad: float) -> np.ndarray:
    """The (3, 3) rotation by `angle_rad` about `axis` (Rodrigues' formula)."""
    x, y, z = np.asarray(axis, float) / np.linalg.norm(axis)
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.eye(3) + math.sin(angle_rad) * cross + (1.0 - math.cos(angle_rad)) * (cross @ cross)


def quaternion_matrix(quaternion: Quaternion | np.ndarray) -> np.ndarray:
    """The (3, 3) rotation of a unit quaternion."""
    w, x, y, z = (float(component) for component in quaternion)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def between(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """The shortest (3, 3) rotation that carries the direction `start` onto `end`."""
    start = start / np.linalg.norm(start)
    end = end / np.linalg.norm(end)
    axis = np.cross(start, end)
    if np.linalg.norm(axis) < 1e-9:
        if start @ end > 0.0:
            return np.eye(3)
        axis = np.cross(start, [1.0, 0.0, 0.0] if abs(start[0]) < 0.9 else [0.0, 1.0, 0.0])
    return axis_matrix(axis, math.atan2(float(np.linalg.norm(np.cross(start, end))), float(start @ end)))


def cross(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Cross products along the last axis of two arrays that broadcast, quicker than numpy's."""
    ax, ay, az = left[..., 0], left[..., 1], left[..., 2]
    bx, by, bz = right[..., 0], right[..., 1], right[..., 2]
    product = np.empty(np.broadcast_shapes(left.shape, right.shape))
    product[..., 0] = ay * bz - az * by
    product[..., 1] = az * bx - ax * bz
    product[..., 2] = ax * by - ay * bx
    return product
