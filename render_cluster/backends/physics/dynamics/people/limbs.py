"""Two-bone inverse kinematics of all four limbs at once, with elbows and knees that are hinges."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.people.build import HINGES, reach
from render_cluster.backends.physics.dynamics.rotation import cross
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

LIMBS: tuple[tuple[str, str], ...] = (
    ("upper_arm_l", "forearm_l"), ("upper_arm_r", "forearm_r"), ("thigh_l", "shin_l"), ("thigh_r", "shin_r"),
)  # fmt: skip
"""Arms, then legs; left, then right: the order of all arrays of limbs."""

_SHORT = 2e-3


class Bent(NamedTuple):
    """Rotations of the upper bones in the frame of what they hang on (4, 3, 3), hinge angles (4,)."""

    upper: np.ndarray
    angle_rad: np.ndarray


class _Rest(NamedTuple):
    root: np.ndarray
    frame: np.ndarray
    lengths: np.ndarray
    bend: np.ndarray
    askew: np.ndarray


def _rest() -> _Rest:
    roots, frames, lengths, bends, askew = [], [], [], [], []
    for upper, lower in LIMBS:
        bone = BONES[BONE_INDEX[upper]]
        parent = next(other for other in BONES if other.name == bone.parent)
        roots.append(np.subtract(bone.head, parent.head))
        along, axis = reach(upper), HINGES[lower].axis
        # The lower bone leaves the plane of the hinge a little: that part of it never turns.
        askew.append(float(reach(lower) @ axis))
        planar = reach(lower) - askew[-1] * axis
        lengths.append((np.linalg.norm(along), np.linalg.norm(planar)))
        along = along / lengths[-1][0]
        frames.append(np.stack([along, axis, np.cross(along, axis)], 1))
        # How far the lower bone is already bent about the hinge in the rest pose.
        ahead = reach(lower)
        bends.append(np.arctan2(ahead @ np.cross(axis, along), ahead @ along))
    return _Rest(np.array(roots), np.array(frames), np.array(lengths), np.array(bends), np.array(askew))


_REST = _rest()
ROOTS_M = _REST.root
"""Where each limb begins, in the rest frame of the bone it hangs on (spine for arms, pelvis for legs)."""


def bend(ends_m: np.ndarray, poles: np.ndarray) -> Bent:
    """Bends limbs so that they end at `ends_m` (4, 3), joints towards `poles` (4, 3).

    Both are in the frame of the bone that a limb hangs on, ends measured from the limb's root in metres of a
    person of rest height. Ends out of reach are reached for.
    """
    ends_m = ends_m - _unit(cross(poles, ends_m)) * _REST.askew[:, None]
    long_a, long_b = _REST.lengths[:, 0], _REST.lengths[:, 1]
    far = np.sqrt(np.einsum("ij,ij->i", ends_m, ends_m))
    distance = np.clip(far, np.abs(long_a - long_b) + _SHORT, long_a + long_b - _SHORT)
    ahead = ends_m / np.maximum(far, 1e-9)[:, None]
    aside = poles - ahead * np.einsum("ij,ij->i", poles, ahead)[:, None]
    aside = _unit(aside)
    cosine = np.clip((long_a**2 + distance**2 - long_b**2) / (2.0 * long_a * distance), -1.0, 1.0)
    sine = np.sqrt(1.0 - cosine**2)
    along = cosine[:, None] * ahead + sine[:, None] * aside
    lower = distance[:, None] * ahead - long_a[:, None] * along
    # The joint lies on the pole's side, so the lower bone turns from it: the axis is `along` x `lower`.
    axis = _unit(cross(along, -aside))
    beside = cross(along, axis)
    frame = np.stack([along, axis, beside], 2)
    turned = np.arctan2(-np.einsum("ij,ij->i", lower, beside), np.einsum("ij,ij->i", lower, along))
    return Bent(frame @ _REST.frame.transpose(0, 2, 1), turned - _REST.bend)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.sqrt(np.einsum("ij,ij->i", vectors, vectors)), 1e-9)[:, None]
