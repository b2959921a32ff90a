"""Builds ground, walls and things of a scene into a MuJoCo model, each of the shapes that its kind has."""

import math

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.rotation import euler_quaternion, multiply, quaternion_matrix
from render_cluster.backends.physics.places import Setting
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.things.thing import Shape

_TORUS_SEGMENTS = 14
_HOLLOW = ("basketball", "football", "soccer_ball", "volleyball", "beach_ball", "tennis_ball", "balloon")

Geom = mujoco.mjtGeom


def add_place(spec: mujoco.MjSpec, setting: Setting, spread_m: tuple[float, float]) -> dict[str, str]:
    """Adds the ground (a lake's bed in a watery place) and a room's walls; their materials by name.

    Walls stand back for what begins further out, along x and y, than the room is wide: they would fling it.
    """
    depth_m = setting.depth_m if setting.medium == "water" else 0.0
    spec.worldbody.add_geom(name="ground", type=Geom.mjGEOM_PLANE, size=[0, 0, 1], pos=[0, 0, -depth_m])
    materials = {"ground": "sand" if setting.ground == "water" else setting.ground}
    if setting.room_m is None:
        return materials
    half_x, half_y = (
        max(extent / 2.0, spread) for extent, spread in zip(setting.room_m, spread_m, strict=True)
    )
    sides = {"east": (half_x, 0, -1, 0), "west": (-half_x, 0, 1, 0)}
    sides |= {"north": (0, half_y, 0, -1), "south": (0, -half_y, 0, 1)}
    for side, (x, y, to_x, to_y) in sides.items():
        name = f"wall_{side}"
        turn = _towards(to_x, to_y)
        spec.worldbody.add_geom(name=name, type=Geom.mjGEOM_PLANE, size=[0, 0, 1], pos=[x, y, 0], quat=turn)
        materials[name] = "stone"
    return materials


def add_thing(spec: mujoco.MjSpec, body: Body, shapes: tuple[Shape, ...], weightless: bool = False) -> None:
    """Adds a body named as in the scene, free unless it is fixed; its mass is spread over its shapes."""
    node = spec.worldbody.add_body(name=body.name, pos=body.position_m, quat=body.rotation)
    node.gravcomp = 1.0 if weightless else 0.0
    if body.hangs_from_m is not None and not body.fixed:
        arm = quaternion_matrix(body.rotation).T @ np.subtract(body.hangs_from_m, body.position_m)
        node.add_joint(name=body.name, type=mujoco.mjtJoint.mjJNT_BALL, pos=arm)
    elif body.axle and not body.fixed:
        node.add_joint(name=body.name, type=mujoco.mjtJoint.mjJNT_HINGE, axis=(0.0, 0.0, 1.0))
    elif not body.fixed:
        node.add_freejoint(name=body.name)
    volumes = np.array([volume_m3(body, shape) for shape in shapes])
    # A fixed body weighs nothing in a scene; MuJoCo only asks that a moving one does.
    masses = max(body.mass_kg, 1e-3) * volumes / volumes.sum()
    for shape, mass in zip(shapes, masses, strict=True):
        _add_shape(node, body, shape, float(mass))


def volume_m3(body: Body, shape: Shape) -> float:
    """Volume of one shape of a body."""
    x, y, z = np.multiply(shape.size, body.size_m)
    full = float(x * y * z)
    if shape.form == "box":
        return full
    if shape.form == "cylinder":
        return full * math.pi / 4.0
    if shape.form == "torus":
        ring, tube = (x - z) / 2.0, z / 2.0
        return 2.0 * math.pi**2 * float(ring * tube * tube)
    if shape.form == "capsule":
        return math.pi * float(x * x) / 4.0 * float(max(z - x, 0.0) + x * 2.0 / 3.0)
    return full * math.pi / 6.0


def _add_shape(node: mujoco.MjsBody, body: Body, shape: Shape, mass_kg: float) -> None:
    half = np.multiply(shape.size, body.size_m) / 2.0
    place = np.multiply(shape.position, body.size_m)
    turn = euler_quaternion(shape.euler_rad)
    shell = body.kind in _HOLLOW
    inertia = mujoco.mjtGeomInertia.mjINERTIA_SHELL if shell else mujoco.mjtGeomInertia.mjINERTIA_VOLUME
    shared = {"pos": place, "quat": turn, "mass": mass_kg, "typeinertia": inertia}
    x, y, z = (float(extent) for extent in half)
    if shape.form == "torus":
        _add_ring(node, place, turn, (x + y) / 2.0, z, mass_kg)
    elif shape.form == "box":
        node.add_geom(type=Geom.mjGEOM_BOX, size=half, condim=4, **shared)
    elif shape.form == "cylinder":
        node.add_geom(type=Geom.mjGEOM_CYLINDER, size=[(x + y) / 2.0, z, 0], condim=6, **shared)
    elif shape.form == "capsule":
        round_m = min((x + y) / 2.0, z)
        node.add_geom(type=Geom.mjGEOM_CAPSULE, size=[round_m, max(z - round_m, 1e-4), 0], condim=6, **shared)
    elif max(half) - min(half) < 0.02 * max(half):
        node.add_geom(type=Geom.mjGEOM_SPHERE, size=[x, 0, 0], condim=6, **shared)
    else:
        node.add_geom(type=Geom.mjGEOM_ELLIPSOID, size=half, condim=6, **shared)


def _add_ring(
    node: mujoco.MjsBody, place: np.ndarray, turn: np.ndarray, outer_m: float, tube_m: float, mass_kg: float
) -> None:
    """A torus of capsules: MuJoCo's own shapes are convex, and a ball must fall through a rim."""
    radius = outer_m - tube_m
    half = radius * math.tan(math.pi / _TORUS_SEGMENTS)
    for index in range(_TORUS_SEGMENTS):
        angle = 2.0 * math.pi * index / _TORUS_SEGMENTS
        upright = (math.sqrt(0.5), -math.sqrt(0.5), 0.0, 0.0)
        around = (math.cos(angle / 2.0 - math.pi / 4.0), 0.0, 0.0, math.sin(angle / 2.0 - math.pi / 4.0))
        offset = np.zeros(3)
        mujoco.mju_rotVecQuat(offset, radius * np.array([math.cos(angle), math.sin(angle), 0.0]), turn)
        node.add_geom(
            type=Geom.mjGEOM_CAPSULE,
            size=[tube_m, half, 0],
            pos=place + offset,
            quat=multiply(turn, multiply(np.array(around), np.array(upright))),
            mass=mass_kg / _TORUS_SEGMENTS,
            condim=6,
        )


def _towards(to_x: int, to_y: int) -> list[float]:
    """The turn that points a plane's normal along a level direction."""
    share = math.sqrt(0.5)
    return [share, -share * to_y, share * to_x, 0.0]
