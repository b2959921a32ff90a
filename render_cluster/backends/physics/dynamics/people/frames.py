"""From a posture and where the feet should be to the turn of every joint."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.people.build import HINGES
from render_cluster.backends.physics.dynamics.people.feet import Step
from render_cluster.backends.physics.dynamics.people.limbs import ROOTS_M, bend
from render_cluster.backends.physics.dynamics.people.posture import Posture
from render_cluster.backends.physics.dynamics.rotation import conjugate, matrix_quaternion, multiply
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

_SPINE_M = np.array(BONES[BONE_INDEX["spine"]].head)
_PELVIS_M = np.array(BONES[0].head)
_SPINE = BONE_INDEX["spine"] - 1
_HEAD = BONE_INDEX["head"] - 1
_UPPERS = np.array([BONE_INDEX[name] - 1 for name in ("upper_arm_l", "upper_arm_r", "thigh_l", "thigh_r")])
_LOWERS = ("forearm_l", "forearm_r", "shin_l", "shin_r")
_LOWER_ROWS = np.array([BONE_INDEX[name] - 1 for name in _LOWERS])
_AXES = np.array([HINGES[name].axis for name in _LOWERS])
_FEET = np.array([BONE_INDEX[name] - 1 for name in ("foot_l", "foot_r")])


def turned(x_rad: float, y_rad: float, z_rad: float) -> np.ndarray:
    """The quaternion of a turn about x, then y, then z: a lean, a roll, a heading."""
    a, b, c = x_rad / 2.0, y_rad / 2.0, z_rad / 2.0
    ca, sa, cb, sb, cc, sc = (
        math.cos(a), math.sin(a), math.cos(b), math.sin(b), math.cos(c), math.sin(c),
    )  # fmt: skip
    return np.array(
        [
            ca * cb * cc + sa * sb * sc,
            sa * cb * cc - ca * sb * sc,
            ca * sb * cc + sa * cb * sc,
            ca * cb * sc - sa * sb * cc,
        ]
    )


def matrix(quaternion: np.ndarray) -> np.ndarray:
    """The (3, 3) rotation of one quaternion."""
    w, x, y, z = quaternion.tolist()
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def pelvis_turn(posture: Posture, yaw_rad: float) -> np.ndarray:
    """The pelvis's turn in the world."""
    return turned(posture.lean_rad, posture.roll_rad, yaw_rad + posture.turn_rad)


def joints(posture: Posture, pelvis_m: np.ndarray, turn: np.ndarray, step: Step, scale: float) -> np.ndarray:
    """Turns (12, 4) of all bones but the pelvis against their parents.

    `pelvis_m` and `turn` are the pelvis's place and turn in the world, `step` the feet's.
    """
    spine = turned(posture.bow_rad, posture.bend_rad, posture.twist_rad)
    head = turned(posture.nod_rad, 0.0, posture.look_rad)
    legs = matrix(turn)
    ends, poles = np.empty((4, 3)), np.empty((4, 3))
    ends[:2] = posture.wrists_m - _SPINE_M - ROOTS_M[:2]
    poles[:2] = posture.elbows
    ends[2:] = (step.ankles_m - pelvis_m) @ legs / scale - ROOTS_M[2:]
    yaws = step.yaws_rad
    for side in (0, 1):
        cosine, sine = math.cos(yaws[side]), math.sin(yaws[side])
        x, y, z = posture.knees[side]
        # Knees point where their feet do.
        poles[2 + side] = np.array([cosine * x - sine * y, sine * x + cosine * y, z]) @ legs
    bent = bend(ends, poles)
    target = np.empty((len(BONES) - 1, 4))
    target[_SPINE], target[_HEAD] = spine, head
    uppers = matrix_quaternion(bent.upper)
    target[_UPPERS] = uppers
    half = bent.angle_rad / 2.0
    lowers = np.concatenate([np.cos(half)[:, None], np.sin(half)[:, None] * _AXES], 1)
    target[_LOWER_ROWS] = lowers
    for side in (0, 1):
        shin = multiply(turn, multiply(uppers[2 + side], lowers[2 + side]))
        foot = turned(float(step.toes_rad[side]), 0.0, float(yaws[side]))
        target[_FEET[side]] = multiply(conjugate(shin), foot)
    return target
