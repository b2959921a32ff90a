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
    """The shortest (3, 3) rotation that carries the direction `start` onto `end`; in plain floats, for speed."""
    ax, ay, az = _unit(*start.tolist())
    bx, by, bz = _unit(*end.tolist())
    x, y, z = ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx
    cosine = ax * bx + ay * by + az * bz
    if cosine < -1.0 + 1e-8:
        aside = np.cross((ax, ay, az), (1.0, 0.0, 0.0) if abs(ax) < 0.9 else (0.0, 1.0, 0.0))
        return axis_matrix(aside, math.pi)
    # I + [v] + [v]^2 / (1 + c) with v = start x end and c their cosine.
    share = 1.0 / (1.0 + cosine)
    return np.array(
        [
            [cosine + share * x * x, share * x * y - z, share * x * z + y],
            [share * x * y + z, cosine + share * y * y, share * y * z - x],
            [share * x * z - y, share * y * z + x, cosine + share * z * z],
        ]
    )


def _unit(x: float, y: float, z: float) -> tuple[float, float, float]:
    size = math.sqrt(x * x + y * y + z * z)
    return x / size, y / size, z / size


def cross(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Cross products along the last axis of two arrays that broadcast, quicker than numpy's."""
    if left.ndim == right.ndim == 1:
        (ax, ay, az), (bx, by, bz) = left.tolist(), right.tolist()
        return np.array([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx])
    ax, ay, az = left[..., 0], left[..., 1], left[..., 2]
    bx, by, bz = right[..., 0], right[..., 1], right[..., 2]
    product = np.empty(np.broadcast_shapes(left.shape, right.shape))
    product[..., 0] = ay * bz - az * by
    product[..., 1] = az * bx - ax * bz
    product[..., 2] = ax * by - ay * bx
    return product


def _products() -> np.ndarray:
    """(4, 16): what each component of a left quaternion does to (right, product) in Hamilton's rules."""
    table = np.zeros((4, 4, 4))
    for left, right, product, sign in (
        (0, 0, 0, 1), (1, 1, 0, -1), (2, 2, 0, -1), (3, 3, 0, -1),
        (0, 1, 1, 1), (1, 0, 1, 1), (2, 3, 1, 1), (3, 2, 1, -1),
        (0, 2, 2, 1), (2, 0, 2, 1), (3, 1, 2, 1), (1, 3, 2, -1),
        (0, 3, 3, 1), (3, 0, 3, 1), (1, 2, 3, 1), (2, 1, 3, -1),
    ):  # fmt: skip
        table[left, right, product] = sign
    return table.reshape(4, 16)


_PRODUCTS = _products()


def multiply(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Hamilton products of quaternions along the last axis: first `right`, then `left`."""
    turns = (left @ _PRODUCTS).reshape(*left.shape[:-1], 4, 4)
    return (right[..., None, :] @ turns)[..., 0, :]


def conjugate(quaternion: np.ndarray) -> np.ndarray:
    """The inverse of unit quaternions along the last axis."""
    return quaternion * (1.0, -1.0, -1.0, -1.0)


def euler_quaternion(angles_rad: Vector | np.ndarray) -> np.ndarray:
    """The quaternion of turns about fixed x, then y, then z."""
    turn = np.array([1.0, 0.0, 0.0, 0.0])
    for axis, angle in enumerate(angles_rad):
        step = np.zeros(4)
        step[0], step[1 + axis] = math.cos(angle / 2.0), math.sin(angle / 2.0)
        turn = multiply(step, turn)
    return turn


def rotation_vector(quaternion: np.ndarray) -> np.ndarray:
    """Axis times angle (the shorter way round) of unit quaternions along the last axis."""
    shorter = np.where(quaternion[..., :1] < 0.0, -quaternion, quaternion)
    vector = shorter[..., 1:]
    sine = np.sqrt(np.einsum("...i,...i->...", vector, vector))
    angle = 2.0 * np.arctan2(sine, shorter[..., 0])
    return vector * np.where(sine > 1e-9, angle / np.maximum(sine, 1e-12), 2.0)[..., None]


def matrix_quaternion(matrix: np.ndarray) -> np.ndarray:
    """Unit quaternions (..., 4) of rotations (..., 3, 3), by the largest component (Shepperd)."""
    m = np.asarray(matrix, float)
    flat = m.reshape(-1, 3, 3)
    xx, yy, zz = flat[:, 0, 0], flat[:, 1, 1], flat[:, 2, 2]
    squares = np.stack([1 + xx + yy + zz, 1 + xx - yy - zz, 1 - xx + yy - zz, 1 - xx - yy + zz], -1)
    a, b, c = (flat[:, i, j] - flat[:, j, i] for i, j in ((2, 1), (0, 2), (1, 0)))
    d, e, f = (flat[:, i, j] + flat[:, j, i] for i, j in ((1, 0), (2, 0), (2, 1)))
    s = squares
    rows = np.stack(
        [
            np.stack([s[:, 0], a, b, c], -1),
            np.stack([a, s[:, 1], d, e], -1),
            np.stack([b, d, s[:, 2], f], -1),
            np.stack([c, e, f, s[:, 3]], -1),
        ],
        1,
    )
    best = rows[np.arange(len(flat)), np.argmax(squares, -1)]
    return (best / np.linalg.norm(best, axis=-1, keepdims=True)).reshape(*m.shape[:-2], 4)
