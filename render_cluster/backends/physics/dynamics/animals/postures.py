"""How a quadruped holds itself when it does not walk: standing, sitting, lying, bowing, with its head down."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.animals.rig import Rig, Root, nod


class Posture(NamedTuple):
    """Height of the trunk (m), its pitch (nose up), how far feet stand ahead of their homes (m), neck and head."""

    height_m: float
    pitch_rad: float = 0.0
    fore_m: float = 0.0
    hind_m: float = 0.0
    aside_m: float = 0.0
    neck_rad: float = 0.0
    head_rad: float = 0.0


def postures_of(rig: Rig) -> dict[str, Posture]:
    """The postures of an animal, from its proportions."""
    rest = float(rig.head("trunk")[2])
    hip, shoulder = rig.head("thigh_l"), rig.head("upper_arm_l")
    rear = float(rig.tail("pelvis")[1] - rig.head("trunk")[1])
    front = float(rig.head("trunk")[1] - shoulder[1])
    thick = 0.34 * float(hip[2] - rig.tail("pelvis")[2]) + 0.30 * rear
    sine = min(0.80, max(0.2, (0.94 * float(shoulder[2]) - thick) / (rear + front)))
    sit = float(np.arcsin(sine))
    low = max(0.30 * rest, 0.62 * thick)
    return {
        "stand": Posture(rest),
        "sit": Posture(thick + 0.92 * rear * sine, sit, -0.72 * front * (1 - np.cos(sit)), 0.50 * rear, 0.10 * rear,
                       -0.45 * sit, -0.30 * sit),
        "lie": Posture(low, 0.02, 0.62 * front, 0.30 * rear, 0.22 * rear, 0.10, -0.05),
        "bow": Posture(0.80 * rest, -0.38, 0.52 * front, 0.0, 0.0, 0.55, 0.10),
        "eat": _head_down(rig, rest),
        "crouch": Posture(0.74 * rest),
    }  # fmt: skip


def _head_down(rig: Rig, rest_m: float) -> Posture:
    """The least bend of neck and then of trunk that brings the nose to the ground."""
    best = Posture(rest_m)
    for lean in (0.0, 0.10, 0.20, 0.30, 0.42):
        height = rest_m * (1.0 - 0.55 * lean)
        for bend in np.linspace(0.2, 2.1, 20):
            head = 0.10 - 0.35 * bend * (rig.head("neck")[2] < 0.8 * rig.head("trunk")[2])
            root = Root(np.array([0.0, 0.0, height]), nod(-lean), np.zeros(3))
            posed = rig.posed(root, {"neck": nod(-bend), "head": nod(head)})
            index = rig.index["head"]
            nose = posed[index, :3, :3] @ rig.tail("head") + posed[index, :3, 3]
            best = Posture(height, -lean, 0.35 * lean * rest_m, 0.0, 0.0, -bend, head)
            if nose[2] < 0.07 * rest_m:
                return best
    return best


def towards(now: Posture, goal: Posture, share: float) -> Posture:
    """`now` brought nearer to `goal` by a share of the way."""
    return Posture(*(a + (b - a) * share for a, b in zip(now, goal, strict=True)))
