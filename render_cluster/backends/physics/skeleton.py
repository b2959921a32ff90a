"""The bones that the solver moves and the skin follows: one rest pose for both."""

from typing import NamedTuple

import numpy as np


class Bone(NamedTuple):
    """A bone in the rest pose: arms lowered outwards, face towards -y, feet at z = 0; metres."""

    name: str
    parent: str | None
    head: tuple[float, float, float]
    tail: tuple[float, float, float]


BONES: tuple[Bone, ...] = (
    Bone("pelvis", None, (0.0, 0.0, 0.98), (0.0, 0.0, 1.10)),
    Bone("spine", "pelvis", (0.0, 0.0, 1.10), (0.0, 0.0, 1.38)),
    Bone("head", "spine", (0.0, -0.01, 1.50), (0.0, -0.02, 1.66)),
    Bone("upper_arm_l", "spine", (0.19, 0.0, 1.42), (0.42, 0.0, 1.22)),
    Bone("forearm_l", "upper_arm_l", (0.42, 0.0, 1.22), (0.60, -0.02, 1.03)),
    Bone("upper_arm_r", "spine", (-0.19, 0.0, 1.42), (-0.42, 0.0, 1.22)),
    Bone("forearm_r", "upper_arm_r", (-0.42, 0.0, 1.22), (-0.60, -0.02, 1.03)),
    Bone("thigh_l", "pelvis", (0.10, 0.0, 0.95), (0.13, -0.01, 0.52)),
    Bone("shin_l", "thigh_l", (0.13, -0.01, 0.52), (0.14, 0.01, 0.10)),
    Bone("thigh_r", "pelvis", (-0.10, 0.0, 0.95), (-0.13, -0.01, 0.52)),
    Bone("shin_r", "thigh_r", (-0.13, -0.01, 0.52), (-0.14, 0.01, 0.10)),
    Bone("foot_l", "shin_l", (0.14, 0.02, 0.06), (0.15, -0.15, 0.04)),
    Bone("foot_r", "shin_r", (-0.14, 0.02, 0.06), (-0.15, -0.15, 0.04)),
)
BONE_INDEX: dict[str, int] = {bone.name: index for index, bone in enumerate(BONES)}
REST_HEIGHT_M = 1.76


def scale_of(height_m: float) -> float:
    """How much larger than the rest pose a person of this height is: all bones, and so all joints, alike.

    A performer's skin matrices carry points of the rest pose times this scale into the world.
    """
    return height_m / REST_HEIGHT_M


def skin_matrix(rest_head_m: np.ndarray, position_m: np.ndarray, rotation: np.ndarray) -> np.ndarray:
    """The (4, 4) matrix that carries rest-pose points of a bone whose head now stands at `position_m`."""
    matrix = np.eye(4)
    matrix[:3, :3] = rotation
    matrix[:3, 3] = position_m - rotation @ rest_head_m
    return matrix
