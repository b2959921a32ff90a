"""What a person wants to look like at an instant: numbers that blend, from which joints follow."""

import math
from typing import NamedTuple

import numpy as np

SIDES = ("l", "r")
OUTWARDS = np.array([1.0, -1.0])
"""Sign of x on the left and the right side."""

STAND_M = 0.966
"""Height of the pelvis of someone who stands with soft knees, for a person of rest height."""

ANKLE_M = 0.10
SHOULDER_M = np.array([0.19, 0.0, 1.42])
_UPPER_M, _LOWER_M = 0.300, 0.258
_SINK_MPS, _SHIFT_MPS, _HAND_MPS, _TURN_RADPS = 1.1, 0.9, 5.0, 4.0

Vector = np.ndarray


def _both(x: float, y: float, z: float) -> Vector:
    return np.array([[x, y, z], [-x, y, z]])


class Posture(NamedTuple):
    """Lengths in metres of a person of rest height, angles in radians, forwards, left and up positive.

    `shift_m` moves the pelvis from its place over the feet (x left, y back, z up); `height_m` is the
    pelvis's. `wrists_m` and `elbows` (towards which elbows point) are in the rest frame of the chest.
    `free` 1 lets the feet leave their footprints: `ankles_m` (in the heading's frame, from below the pelvis)
    and `toes_rad` (down positive) then say where they are. `knees` are towards where knees point.
    """

    shift_m: Vector = np.zeros(3)
    height_m: float = STAND_M
    lean_rad: float = 0.0
    roll_rad: float = 0.0
    turn_rad: float = 0.0
    bow_rad: float = 0.0
    bend_rad: float = 0.0
    twist_rad: float = 0.0
    nod_rad: float = 0.0
    look_rad: float = 0.0
    wrists_m: Vector = _both(0.265, -0.04, 0.875)
    elbows: Vector = _both(0.5, 1.0, -0.2)
    free: float = 0.0
    ankles_m: Vector = _both(0.13, 0.0, ANKLE_M)
    toes_rad: Vector = np.zeros(2)
    knees: Vector = _both(0.12, -1.0, 0.0)


STANDING = Posture()


def shifted(start: Posture, x: float, y: float, z: float) -> Vector:
    """The shift of `start` with more of it."""
    return start.shift_m + np.array([x, y, z])


def mixed(one: Posture, other: Posture, share: float) -> Posture:
    """`share` 0 is `one`, 1 is `other`."""
    if share <= 0.0:
        return one
    if share >= 1.0:
        return other
    return Posture(*(a + (b - a) * share for a, b in zip(one, other, strict=True)))


def limited(before: Posture, wished: Posture, dt_s: float) -> Posture:
    """`wished`, but nothing of the trunk, the pelvis and the hands faster than a person moves it."""
    turns = {
        name: getattr(before, name)
        + _clipped(getattr(wished, name) - getattr(before, name), _TURN_RADPS * dt_s)
        for name in ("lean_rad", "bow_rad", "twist_rad", "bend_rad", "nod_rad", "look_rad")
    }
    sink = _clipped(wished.height_m - before.height_m, _SINK_MPS * dt_s)
    return wished._replace(
        height_m=before.height_m + sink,
        shift_m=before.shift_m
        + np.clip(wished.shift_m - before.shift_m, -_SHIFT_MPS * dt_s, _SHIFT_MPS * dt_s),
        wrists_m=before.wrists_m
        + np.clip(wished.wrists_m - before.wrists_m, -_HAND_MPS * dt_s, _HAND_MPS * dt_s),
        **turns,
    )


def _clipped(value: float, most: float) -> float:
    return min(most, max(-most, value))


def ease(share: float) -> float:
    """Smooth from 0 to 1, still at both ends; clamped."""
    u = min(1.0, max(0.0, share))
    return u * u * (3.0 - 2.0 * u)


def arm(side: int, swing_rad: float, elbow_rad: float, out_rad: float = 0.12, inwards: float = 0.0) -> Vector:
    """Wrist of an arm whose upper bone swings forwards and outwards, bent at the elbow; chest frame."""
    across, ahead = math.sin(out_rad), math.cos(out_rad)
    upper = np.array([across, -ahead * math.sin(swing_rad), -ahead * math.cos(swing_rad)])
    angle = swing_rad + elbow_rad
    lower = np.array([across - inwards, -ahead * math.sin(angle), -ahead * math.cos(angle)])
    lower /= np.linalg.norm(lower)
    wrist = SHOULDER_M + _UPPER_M * upper + _LOWER_M * lower
    return wrist * (OUTWARDS[side], 1.0, 1.0)


def hands(left: Vector | None, right: Vector | None, start: Posture) -> Vector:
    """Wrists of `start` with one or both put elsewhere."""
    return np.stack(
        [start.wrists_m[0] if left is None else left, start.wrists_m[1] if right is None else right]
    )


def mirrored(x: float, y: float, z: float) -> Vector:
    """Both wrists alike, given the left one."""
    return _both(x, y, z)
