"""Poses a person by hand: where pelvis, hands and feet are, limbs follow by two-bone inverse kinematics."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.rotation import axis_matrix, between
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES, skin_matrix

_HEADS = {bone.name: np.array(bone.head) for bone in BONES}
_TAILS = {bone.name: np.array(bone.tail) for bone in BONES}
ANKLE_HEIGHT_M = 0.10


class Stance(NamedTuple):
    """One instant of a person who faces +y at `ground_m`; points in world metres, angles in radians.

    `hands_m` are the wrists and `ankles_m` the ankles, (left, right); `lean_rad` bends the trunk and
    `nod_rad` the head, forwards where positive.
    """

    pelvis_m: np.ndarray
    hands_m: tuple[np.ndarray, np.ndarray]
    ankles_m: tuple[np.ndarray, np.ndarray]
    lean_rad: float = 0.0
    nod_rad: float = 0.0
    toes_rad: float = 0.0


def pose(stance: Stance) -> np.ndarray:
    """Skin matrices (bones, 4, 4) of a stance."""
    turn = axis_matrix((0.0, 0.0, 1.0), math.pi)
    matrices = np.tile(np.eye(4), (len(BONES), 1, 1))

    def put(name: str, head_m: np.ndarray, rotation: np.ndarray) -> None:
        matrices[BONE_INDEX[name]] = skin_matrix(_HEADS[name], head_m, rotation)

    def along(parent: str, child: str) -> np.ndarray:
        matrix = matrices[BONE_INDEX[parent]]
        return matrix[:3, :3] @ _HEADS[child] + matrix[:3, 3]

    bend = axis_matrix((1.0, 0.0, 0.0), -stance.lean_rad)
    put("pelvis", stance.pelvis_m, axis_matrix((1.0, 0.0, 0.0), -stance.lean_rad / 2.0) @ turn)
    put("spine", along("pelvis", "spine"), bend @ turn)
    put("head", along("spine", "head"), axis_matrix((1.0, 0.0, 0.0), -stance.nod_rad) @ turn)
    for side, hand, ankle, outwards in zip(
        ("l", "r"), stance.hands_m, stance.ankles_m, (-1.0, 1.0), strict=True
    ):
        arm = (f"upper_arm_{side}", f"forearm_{side}")
        for name, head, rotation in _limb(
            arm, along("spine", arm[0]), hand, np.array([0.5 * outwards, -0.2, -1.0]), bend @ turn
        ):
            put(name, head, rotation)
        leg = (f"thigh_{side}", f"shin_{side}")
        for name, head, rotation in _limb(
            leg, along("pelvis", leg[0]), ankle, np.array([0.15 * outwards, 1.0, 0.0]), turn
        ):
            put(name, head, rotation)
        foot = axis_matrix((1.0, 0.0, 0.0), -stance.toes_rad) @ turn
        put(f"foot_{side}", along(leg[1], f"foot_{side}"), foot)
    return matrices


def _limb(
    names: tuple[str, str], root: np.ndarray, target: np.ndarray, pole: np.ndarray, parent: np.ndarray
) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """Head and rotation of both bones so that the end comes to `target`, the joint bent towards `pole`."""
    upper, lower = (_TAILS[name] - _HEADS[name] for name in names)
    long_a, long_b = float(np.linalg.norm(upper)), float(np.linalg.norm(lower))
    reach = target - root
    distance = float(np.clip(np.linalg.norm(reach), abs(long_a - long_b) + 1e-3, long_a + long_b - 1e-3))
    ahead = reach / np.linalg.norm(reach)
    aside = pole - ahead * (pole @ ahead)
    aside /= np.linalg.norm(aside)
    # The law of cosines gives the angle at the root of the triangle root, joint, end.
    cosine = (long_a**2 + distance**2 - long_b**2) / (2.0 * long_a * distance)
    joint = root + long_a * (cosine * ahead + math.sqrt(max(0.0, 1.0 - cosine**2)) * aside)
    first = between(parent @ upper, joint - root) @ parent
    end = root + distance * ahead
    second = between(first @ lower, end - joint) @ first
    return [(names[0], root, first), (names[1], joint, second)]
