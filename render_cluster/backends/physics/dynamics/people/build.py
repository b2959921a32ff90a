"""A person's bones as MuJoCo bodies: capsules of flesh, ball joints, and hinges at knees and elbows."""

from typing import NamedTuple

import mujoco
import numpy as np

from render_cluster.backends.physics.skeleton import BONES

_MASS_KG = (56.0, 94.0)
"""Of a person of rest height, thin and heavy."""


_ROUND_M = {
    "pelvis": 0.125, "spine": 0.125, "head": 0.10, "upper_arm": 0.05, "forearm": 0.042, "thigh": 0.078,
    "shin": 0.052,
}  # fmt: skip
# After the body segments of Winter, Biomechanics and Motor Control of Human Movement: shares of the whole.
_MASS_SHARES = {
    "pelvis": 0.142, "spine": 0.355, "head": 0.081, "upper_arm": 0.028, "forearm": 0.022, "thigh": 0.100,
    "shin": 0.0465, "foot": 0.0145,
}  # fmt: skip
_CONES_RAD = {"spine": 1.1, "head": 1.0, "upper_arm": 2.7, "thigh": 2.3, "foot": 1.0}
_KNEE_RAD = (-0.06, 2.5)
_ELBOW_RAD = (-0.1, 2.6)


class Hinge(NamedTuple):
    """A joint of one axis: its own bone, its axis in the rest pose."""

    bone: str
    axis: np.ndarray


def part(bone: str) -> str:
    """The bone's kind, without its side: "thigh" of "thigh_l"."""
    return bone.removesuffix("_l").removesuffix("_r")


def reach(bone: str) -> np.ndarray:
    """From a bone's head to its tail in the rest pose, metres."""
    found = next(one for one in BONES if one.name == bone)
    return np.subtract(found.tail, found.head)


def _hinge(bone: str, upper: str, towards: tuple[float, float, float]) -> Hinge:
    """The axis about which a bone that goes on from `upper` bends `towards`."""
    along = reach(upper) / np.linalg.norm(reach(upper))
    axis = np.cross(along, towards)
    return Hinge(bone, axis / np.linalg.norm(axis))


FORWARD, BACKWARD = (0.0, -1.0, 0.0), (0.0, 1.0, 0.0)
HINGES: dict[str, Hinge] = {
    f"{lower}_{side}": _hinge(f"{lower}_{side}", f"{upper}_{side}", towards)
    for lower, upper, towards in (("shin", "thigh", BACKWARD), ("forearm", "upper_arm", FORWARD))
    for side in "lr"
}


def mass_kg(scale: float, weight: float) -> float:
    """What a person of `scale` weighs; `weight` runs from 0 (thin) to 1 (heavy)."""
    thin, heavy = _MASS_KG
    return (thin + (heavy - thin) * weight) * scale**3


def add_person(
    spec: mujoco.MjSpec, name: str, scale: float, weight: float, place_m: np.ndarray, turn: np.ndarray
) -> dict[str, str]:
    """Adds bodies "name.bone" with a free pelvis in the rest pose; returns what each body is made of."""
    bodies: dict[str, mujoco.MjsBody] = {}
    for bone in BONES:
        head = scale * np.array(bone.head)
        full = f"{name}.{bone.name}"
        if bone.parent is None:
            body = spec.worldbody.add_body(name=full, pos=place_m + head, quat=turn)
            body.add_freejoint(name=full)
        else:
            parent = next(other for other in BONES if other.name == bone.parent)
            body = bodies[bone.parent].add_body(name=full, pos=head - scale * np.array(parent.head))
            _add_joint(body, full, bone.name)
        bodies[bone.name] = body
        _add_flesh(body, bone.name, scale, mass_kg(scale, weight) * _MASS_SHARES[part(bone.name)])
    return {f"{name}.{bone}": "rubber" if part(bone) == "foot" else "flesh" for bone in bodies}


def _add_joint(body: mujoco.MjsBody, full: str, bone: str) -> None:
    if bone in HINGES:
        joint = body.add_joint(name=full, type=mujoco.mjtJoint.mjJNT_HINGE, axis=HINGES[bone].axis)
        joint.range = _KNEE_RAD if part(bone) == "shin" else _ELBOW_RAD
    else:
        joint = body.add_joint(name=full, type=mujoco.mjtJoint.mjJNT_BALL)
        joint.range = (0.0, _CONES_RAD[part(bone)])
    joint.limited = True
    joint.armature = 0.01


def _add_flesh(body: mujoco.MjsBody, bone: str, scale: float, mass: float) -> None:
    if part(bone) == "foot":
        # Flat soles: a person cannot stand on two capsules.
        body.add_geom(
            type=mujoco.mjtGeom.mjGEOM_BOX,
            size=scale * np.array([0.045, 0.125, 0.03]),
            pos=scale * np.array([0.0, -0.05, -0.03]),
            mass=mass,
        )
        return
    capsule = {"type": mujoco.mjtGeom.mjGEOM_CAPSULE}
    tail = scale * reach(bone)
    if bone == "pelvis":
        hips = scale * np.array([0.06, 0.0, 0.02])
        size = [scale * _ROUND_M[bone], 0, 0]
        body.add_geom(fromto=[*-hips * (1, 1, -1), *hips], size=size, mass=mass, **capsule)
        return
    shoulders = 0.3 * mass if bone == "spine" else 0.0
    size = [scale * _ROUND_M[part(bone)], 0, 0]
    body.add_geom(fromto=[0, 0, 0, *tail], size=size, mass=mass - shoulders, **capsule)
    if bone == "spine":
        side = scale * np.array([0.13, 0.0, 0.28])
        body.add_geom(
            fromto=[*side * (-1, 1, 1), *side], size=[0.07 * scale, 0, 0], mass=shoulders, **capsule
        )
