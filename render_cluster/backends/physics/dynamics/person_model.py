"""The jointed person as a MuJoCo body: thirteen capsules of flesh on springs, at home in the rest pose."""

import math
from typing import NamedTuple

import mujoco
import numpy as np

from render_cluster.backends.physics.skeleton import BONES

FLESH_KGPM3 = 985.0
PERSON_COLLIDES_AS = 2
WORLD_COLLIDES_AS = 1

_RADII_M = {
    "pelvis": 0.12,
    "spine": 0.12,
    "head": 0.10,
    "upper_arm": 0.05,
    "forearm": 0.04,
    "thigh": 0.075,
    "shin": 0.05,
}
_AXES = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}


class JointSpring(NamedTuple):
    """A joint's passive stiffness (N m / rad), damping (N m s / rad) and range about each axis it has."""

    stiffness: float
    damping: float
    ranges_rad: dict[str, tuple[float, float]]


def _free(limit_rad: float) -> dict[str, tuple[float, float]]:
    return dict.fromkeys(_AXES, (-limit_rad, limit_rad))


JOINTS: dict[str, JointSpring] = {
    "spine": JointSpring(260.0, 14.0, _free(1.0)),
    "head": JointSpring(30.0, 2.0, _free(0.9)),
    "upper_arm": JointSpring(26.0, 2.4, _free(2.7)),
    "forearm": JointSpring(12.0, 0.9, _free(1.4)),
    "thigh": JointSpring(900.0, 40.0, {"x": (-2.2, 0.6), "y": (-1.0, 1.0), "z": (-0.7, 0.7)}),
    "shin": JointSpring(900.0, 34.0, {"x": (-0.05, 2.4)}),
    "foot": JointSpring(420.0, 22.0, _free(0.8)),
}


def joint_name(bone: str, axis: str) -> str:
    """Name of the hinge of `bone` about `axis` ("x", "y" or "z")."""
    return f"{bone}_{axis}"


def add_person(spec: mujoco.MjSpec, yaw_rad: float) -> None:
    """Adds the person's bodies, named like the bones, standing at the origin and turned by `yaw_rad`.

    The root is free; its place is set in the state, as that of any free body.
    """
    bodies: dict[str, mujoco.MjsBody] = {}
    for bone in BONES:
        head = np.array(bone.head)
        if bone.parent is None:
            turn = [math.cos(yaw_rad / 2.0), 0.0, 0.0, math.sin(yaw_rad / 2.0)]
            body = spec.worldbody.add_body(name=bone.name, pos=head, quat=turn)
            body.add_freejoint(name="root")
        else:
            parent = next(other for other in BONES if other.name == bone.parent)
            body = bodies[bone.parent].add_body(name=bone.name, pos=head - np.array(parent.head))
            _add_joints(body, bone.name)
        bodies[bone.name] = body
        _add_flesh(body, bone.name, np.array(bone.tail) - head)


def part(bone: str) -> str:
    """The bone's kind, without its side: "thigh" of "thigh_l"."""
    return bone.removesuffix("_l").removesuffix("_r")


def _add_joints(body: mujoco.MjsBody, bone: str) -> None:
    spring = JOINTS[part(bone)]
    for axis, limits in spring.ranges_rad.items():
        joint = body.add_joint(
            name=joint_name(bone, axis), type=mujoco.mjtJoint.mjJNT_HINGE, axis=_AXES[axis]
        )
        joint.range = limits
        joint.limited = True
        joint.stiffness = [spring.stiffness, 0.0, 0.0]
        joint.damping = [spring.damping, 0.0, 0.0]
        joint.armature = 0.008


def _add_flesh(body: mujoco.MjsBody, bone: str, reach_m: np.ndarray) -> None:
    collides = {"contype": PERSON_COLLIDES_AS, "conaffinity": WORLD_COLLIDES_AS}
    if part(bone) == "foot":
        # Flat soles: a person cannot stand on two capsules.
        body.add_geom(
            name=bone,
            type=mujoco.mjtGeom.mjGEOM_BOX,
            size=[0.045, 0.125, 0.03],
            pos=[0.0, -0.05, -0.03],
            mass=1.0,
            friction=[1.2, 0.02, 0.001],
            **collides,
        )
        return
    capsule = {
        "type": mujoco.mjtGeom.mjGEOM_CAPSULE,
        "density": FLESH_KGPM3,
        "friction": [0.7, 0.01, 0.001],
        **collides,
    }
    body.add_geom(
        name=bone, fromto=[0.0, 0.0, 0.0, *reach_m], size=[_RADII_M[part(bone)], 0.0, 0.0], **capsule
    )
    if bone == "spine":
        body.add_geom(
            name="shoulders", fromto=[-0.13, 0.0, 0.28, 0.13, 0.0, 0.28], size=[0.07, 0.0, 0.0], **capsule
        )
