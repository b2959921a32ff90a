"""The rigid things around a person as MuJoCo bodies: ground, kerbs, a board and the wheels under it."""

import math

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.materials import surface
from render_cluster.backends.physics.dynamics.person_model import PERSON_COLLIDES_AS, WORLD_COLLIDES_AS
from render_cluster.backends.physics.dynamics.rotation import quaternion_matrix
from render_cluster.backends.physics.scene import Body

_EVERYTHING = PERSON_COLLIDES_AS | WORLD_COLLIDES_AS
_WHEEL_FRICTION = 1.0
_GRIP = 1.3
"""Friction of a board's upper side: grip tape or a deck pad."""


def add_bodies(spec: mujoco.MjSpec, bodies: tuple[Body, ...]) -> None:
    """Adds the scene's bodies by name; wheels hang on the body named "skateboard" by their axles."""
    board = None
    for body in bodies:
        if body.kind == "wheel":
            _add_wheel(board, body, next(other for other in bodies if other.kind == "skateboard"))
        elif body.fixed:
            spec.worldbody.add_geom(
                name=body.name, pos=body.position_m, quat=body.rotation, **_shape(body), **_collision()
            )
        else:
            parent = spec.worldbody.add_body(name=body.name, pos=body.position_m, quat=body.rotation)
            parent.add_freejoint(name=body.name)
            parent.add_geom(
                name=body.name,
                mass=body.mass_kg,
                friction=_friction(body),
                **_shape(body),
                **_collision(solid=body.kind != "paddle"),
            )
            board = parent if body.kind == "skateboard" else board


def add_grip(spec: mujoco.MjSpec, bodies: tuple[Body, ...]) -> None:
    """Adds a hold of the right forearm on each paddle, open until it is closed."""
    for body in bodies:
        if body.kind == "paddle":
            spec.add_equality(
                type=mujoco.mjtEq.mjEQ_WELD,
                objtype=mujoco.mjtObj.mjOBJ_BODY,
                name1="forearm_r",
                name2=body.name,
                active=False,
            )


def _add_wheel(board: mujoco.MjsBody, wheel: Body, deck: Body) -> None:
    place = quaternion_matrix(deck.rotation).T @ np.subtract(wheel.position_m, deck.position_m)
    axle = board.add_body(name=wheel.name, pos=place, quat=[math.sqrt(0.5), 0.0, math.sqrt(0.5), 0.0])
    hinge = axle.add_joint(name=wheel.name, type=mujoco.mjtJoint.mjJNT_HINGE, axis=(0.0, 0.0, 1.0))
    hinge.damping = [0.0006, 0.0, 0.0]
    axle.add_geom(
        name=wheel.name,
        type=mujoco.mjtGeom.mjGEOM_CYLINDER,
        size=[wheel.size_m[0] / 2.0, wheel.size_m[2] / 2.0, 0.0],
        mass=wheel.mass_kg,
        friction=[_WHEEL_FRICTION, 0.005, 0.0001],
        **_collision(),
    )


def _shape(body: Body) -> dict[str, object]:
    half = [extent / 2.0 for extent in body.size_m]
    if body.kind in ("cone", "cylinder", "hoop_pole"):
        return {"type": mujoco.mjtGeom.mjGEOM_CYLINDER, "size": [half[0], half[2], 0.0]}
    return {"type": mujoco.mjtGeom.mjGEOM_BOX, "size": half}


def _friction(body: Body) -> list[float]:
    slide = _GRIP if body.kind in ("skateboard", "paddleboard") else surface(body.material).friction
    return [slide, 0.02, 0.001]


def _collision(solid: bool = True) -> dict[str, int]:
    """A paddle in the hand touches nothing: it would jam between the arms that swing it."""
    if not solid:
        return {"contype": 0, "conaffinity": 0}
    return {"contype": WORLD_COLLIDES_AS, "conaffinity": _EVERYTHING}
