"""A player's throw: the hands that carry the ball to its release, and the body that follows them."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.posing import ANKLE_HEIGHT_M, Stance, pose
from render_cluster.backends.physics.scene import Vector

STAND_M = np.array([0.0, 0.5, 0.0])
RELEASE_M = np.array([0.08, 0.92, 2.25])
RELEASE_S = 0.75
BALL_RADIUS_M = 0.12
_PUSH_S = 0.19
_HOLD_M = np.array([0.05, 0.86, 1.22])
_SET_M = np.array([0.08, 0.84, 1.70])
_HAND_GAP_M = 0.06
_PELVIS_M = 0.96
_TICK_S = 1e-3
_HOP_S = 0.42
_HOP_M = 0.17


class Throw(NamedTuple):
    """The cause of the flight: velocity and spin of the ball as it leaves the hand."""

    velocity_mps: Vector
    spin_radps: Vector


class Held(NamedTuple):
    """Where the hands have the ball, and how fast it goes."""

    position_m: np.ndarray
    velocity_mps: np.ndarray


def held_ball(throw: Throw, time_s: float) -> Held:
    """The ball in the hands until RELEASE_S: held at the chest, raised, then pushed to its release."""
    push_from_s = RELEASE_S - _PUSH_S
    if time_s >= push_from_s:
        return _hermite(_SET_M, np.zeros(3), RELEASE_M, np.array(throw.velocity_mps), time_s - push_from_s)
    position = _raised_ball(time_s)
    return Held(position, (_raised_ball(time_s + _TICK_S) - position) / _TICK_S)


def _raised_ball(time_s: float) -> np.ndarray:
    """The ball before the push: it dips with the knees, then rises to the brow."""
    raised = _ease((time_s - 0.3) / (RELEASE_S - _PUSH_S - 0.3))
    dip = math.sin(math.pi * _ramp(time_s / 0.4)) ** 2
    return _HOLD_M + (_SET_M - _HOLD_M) * raised - np.array([0.0, 0.0, 0.07]) * dip


def shooter_pose(throw: Throw, ball_m: np.ndarray, time_s: float) -> np.ndarray:
    """Skin matrices (bones, 4, 4) of the player at `time_s`, who looks at the ball at `ball_m`."""
    since = time_s - RELEASE_S
    crouch = 0.15 * math.sin(math.pi * _ramp((time_s - 0.05) / 0.62)) ** 2
    hop, push_off = _hop(since)
    land = 0.10 * math.sin(math.pi * _ramp((since - _HOP_S / 2.0) / 0.5)) ** 2
    sway = 0.012 * math.sin(1.9 * time_s)
    pelvis = STAND_M + np.array([sway, -0.02, _PELVIS_M + hop - crouch - land])
    lean = 0.05 + 0.9 * (crouch + land) - 0.10 * push_off
    ankles = tuple(
        STAND_M + np.array([aside, ahead, ANKLE_HEIGHT_M + 0.8 * hop])
        for aside, ahead in ((-0.13, -0.05), (0.14, 0.06))
    )
    return pose(
        Stance(
            pelvis_m=pelvis,
            hands_m=_hands(throw, pelvis, time_s),
            ankles_m=(ankles[0], ankles[1]),
            lean_rad=lean,
            nod_rad=_gaze(pelvis, ball_m),
            toes_rad=0.7 * push_off,
        )
    )


def _hop(since_s: float) -> tuple[float, float]:
    """Height of the jump about the release and how far the toes point down (0..1)."""
    u = (since_s + _HOP_S / 2.0) / _HOP_S
    if not 0.0 < u < 1.0:
        return 0.0, 0.0
    return _HOP_M * 4.0 * u * (1.0 - u), math.sin(math.pi * u)


def _hands(throw: Throw, pelvis_m: np.ndarray, time_s: float) -> tuple[np.ndarray, np.ndarray]:
    """Left (guiding) and right (shooting) wrist: on the ball, then up in the follow-through, then down."""
    held = held_ball(throw, min(time_s, RELEASE_S))
    raised = _ramp((time_s - 0.3) / 0.2)
    reach = BALL_RADIUS_M + _HAND_GAP_M
    under = np.array([0.02, -0.75 * raised, -0.3 - 0.5 * raised]) + np.array([0.9, 0.0, 0.0]) * (1.0 - raised)
    right = held.position_m + reach * under / np.linalg.norm(under)
    left = held.position_m + reach * np.array([-0.93, -0.1, -0.35])
    since = time_s - RELEASE_S
    if since <= 0.0:
        return left, right
    follow = np.array([0.0, 0.14, 0.02]) * _ease(since / 0.15)
    parted = np.array([-0.10, -0.05, -0.04]) * _ease(since / 0.2)
    up_left, up_right = left + parted, right + follow
    down = _ease((since - 0.75) / 0.7)
    rest_left = pelvis_m + np.array([-0.33, 0.10, -0.06])
    rest_right = pelvis_m + np.array([0.33, 0.10, -0.06])
    return up_left + (rest_left - up_left) * _ease((since - 0.35) / 0.7), up_right + (
        rest_right - up_right
    ) * down


def _gaze(pelvis_m: np.ndarray, ball_m: np.ndarray) -> float:
    """How far the head nods to look at the ball; negative looks up."""
    eyes = pelvis_m + np.array([0.0, 0.1, 0.63])
    away = ball_m - eyes
    return float(np.clip(-0.75 * math.atan2(away[2], max(0.6, math.hypot(away[0], away[1]))), -0.7, 0.35))


def _hermite(
    start: np.ndarray, start_mps: np.ndarray, end: np.ndarray, end_mps: np.ndarray, t: float
) -> Held:
    """The cubic through both ends with both speeds, `t` seconds into its _PUSH_S."""
    u = t / _PUSH_S
    position = (
        (2 * u**3 - 3 * u**2 + 1) * start
        + (u**3 - 2 * u**2 + u) * _PUSH_S * start_mps
        + (3 * u**2 - 2 * u**3) * end
        + (u**3 - u**2) * _PUSH_S * end_mps
    )
    velocity = (
        (6 * u**2 - 6 * u) * (start - end) / _PUSH_S
        + (3 * u**2 - 4 * u + 1) * start_mps
        + (3 * u**2 - 2 * u) * end_mps
    )
    return Held(position, velocity)


def _ramp(u: float) -> float:
    return min(1.0, max(0.0, u))


def _ease(u: float) -> float:
    u = _ramp(u)
    return u * u * (3.0 - 2.0 * u)
