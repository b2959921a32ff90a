"""Joint torques that track a posture: springs and dampers with the limits of muscles, and a bounded assist."""

import math
from typing import TYPE_CHECKING, NamedTuple

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.people.build import HINGES, part
from render_cluster.backends.physics.dynamics.rotation import conjugate, cross, multiply, rotation_vector
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World


class Strength(NamedTuple):
    """A joint's stiffness (N m / rad), damping (N m s / rad) and the most torque it gives (N m)."""

    stiffness: float
    damping: float
    most_nm: float


STRENGTHS: dict[str, Strength] = {
    "spine": Strength(900.0, 40.0, 320.0),
    "head": Strength(90.0, 5.0, 40.0),
    "upper_arm": Strength(170.0, 9.0, 90.0),
    "forearm": Strength(90.0, 4.0, 60.0),
    "thigh": Strength(1000.0, 45.0, 320.0),
    "shin": Strength(900.0, 36.0, 320.0),
    "foot": Strength(380.0, 14.0, 160.0),
}
_LIMP = 0.10
_SLACK_DAMPING = 0.35
_CARRIED = ("spine", "head", "upper_arm", "forearm")


class Assist(NamedTuple):
    """The most that the reference may pull the pelvis with: level, upwards, and turning.

    It stands for the small corrections of toes, hips and breath that thirteen bones do not have. Above these
    bounds a person is pushed over.
    """

    level_n: float = 130.0
    up_n: float = 420.0
    turn_nm: float = 90.0


class Aim(NamedTuple):
    """Where the pelvis should be (3,), its velocity (3,), its turn as a quaternion (4,), all in the world."""

    place_m: np.ndarray
    velocity_mps: np.ndarray
    turn: np.ndarray


class Muscles:
    """The joints of one person in a compiled world."""

    def __init__(self, world: "World", name: str, scale: float) -> None:
        model = world.model
        self._bodies = np.array([world.id_of(f"{name}.{bone.name}") for bone in BONES])
        self.pelvis, self._spine = int(self._bodies[0]), int(self._bodies[1])
        self._child = self._bodies[1:]
        parents = [BONE_INDEX[bone.parent] for bone in BONES[1:] if bone.parent is not None]
        self._parent = self._bodies[parents]
        kinds = [part(bone.name) for bone in BONES[1:]]
        strength = np.array([STRENGTHS[kind] for kind in kinds]) * scale**4
        self._stiffness, self._damping, self._most = strength.T
        dofs = [int(model.joint(f"{name}.{bone.name}").dofadr[0]) for bone in BONES[1:]]
        self._is_hinge = np.array([bone.name in HINGES for bone in BONES[1:]])
        self._axes = np.array([HINGES[bone.name].axis for bone in BONES[1:] if bone.name in HINGES])
        self._hinges = np.array([d for d, h in zip(dofs, self._is_hinge, strict=True) if h])
        balls = [d for d, h in zip(dofs, self._is_hinge, strict=True) if not h]
        self._balls = np.array([[d, d + 1, d + 2] for d in balls]).ravel()
        self._own = np.sort(np.concatenate([self._balls, self._hinges]))
        self._carried = np.concatenate(
            [
                np.arange(d, d + (1 if h else 3))
                for d, h, kind in zip(dofs, self._is_hinge, kinds, strict=True)
                if kind in _CARRIED
            ]
        )
        self._bearable = np.concatenate(
            [
                np.full(1 if h else 3, most)
                for h, kind, most in zip(self._is_hinge, kinds, self._most, strict=True)
                if kind in _CARRIED
            ]
        )
        for dof, hinged, damping in zip(dofs, self._is_hinge, self._damping, strict=True):
            model.dof_damping[dof : dof + (1 if hinged else 3)] = damping
        self._target = np.tile([1.0, 0.0, 0.0, 0.0], (len(BONES) - 1, 1))
        self._rate = np.zeros((len(BONES) - 1, 3))
        self._vigour = 1.0
        root = int(model.joint(f"{name}.pelvis").dofadr[0])
        self._root = np.arange(root, root + 6)
        self._torque, self._speed = np.zeros(len(self._own)), np.zeros(len(self._own))
        self._turn = np.zeros(4)
        self._pulled, self._root_speed = np.zeros(6), np.zeros(6)
        self.mass_kg = float(model.body_mass[self._bodies].sum())
        self.work_j = 0.0

    def aim(self, target: np.ndarray, dt_s: float) -> None:
        """Sets the joints' turns (12, 4), child against parent; `dt_s` since the last aim."""
        if dt_s > 0.0:
            change = rotation_vector(multiply(conjugate(self._target), target)) / dt_s
            self._rate += 0.5 * (np.clip(change, -25.0, 25.0) - self._rate)
        self._target = target

    def take(self, world: "World", name: str) -> None:
        """Bends all joints to their targets at once."""
        for bone, turn, hinged in zip(BONES[1:], self._target, self._is_hinge, strict=True):
            address = int(world.model.joint(f"{name}.{bone.name}").qposadr[0])
            if hinged:
                world.data.qpos[address] = float(rotation_vector(turn) @ HINGES[bone.name].axis)
            else:
                world.data.qpos[address : address + 4] = turn

    def slacken(self, world: "World") -> None:
        """Lets the joints go soft: someone who falls braces but does not stand."""
        self._vigour = _LIMP
        self._rate[:] = 0.0
        for dof in self._own:
            world.model.dof_damping[dof] *= _SLACK_DAMPING

    def tighten(self, world: "World") -> None:
        """Takes the joints up again."""
        self._vigour = 1.0
        for dof in self._own:
            world.model.dof_damping[dof] /= _SLACK_DAMPING

    def pull(self, world: "World") -> None:
        """Sets the torques of the next step."""
        data = world.data
        self._account(world)
        self._pulled[:] = 0.0
        turns = multiply(conjugate(data.xquat[self._parent]), data.xquat[self._child])
        off = rotation_vector(multiply(conjugate(turns), self._target))
        torque = self._stiffness[:, None] * off
        size = np.sqrt(np.einsum("ij,ij->i", torque, torque))
        torque *= (self._vigour * np.minimum(1.0, self._most / np.maximum(size, 1e-9)))[:, None]
        if self._vigour == 1.0:
            torque += self._damping[:, None] * self._rate
        applied = data.qfrc_applied
        applied[self._balls] = torque[~self._is_hinge].ravel()
        applied[self._hinges] = np.einsum("ij,ij->i", torque[self._is_hinge], self._axes)
        if self._vigour == 1.0:
            # What arms and trunk weigh is known to whoever carries them.
            bias = data.qfrc_bias[self._carried]
            # In a whirl the bias is no weight any more: carrying all of it would feed the whirl.
            applied[self._carried] += np.minimum(np.maximum(bias, -self._bearable), self._bearable)
        self._torque, self._speed = applied[self._own], data.qvel[self._own]

    def _account(self, world: "World") -> None:
        """Counts the work of the step that has just been made, at the mean of its speeds before and after."""
        data = world.data
        after = data.qvel[self._own]
        torque_nm = self._torque - world.model.dof_damping[self._own] * after
        spent = float(torque_nm @ (self._speed + after))
        root = data.qvel[self._root]
        spent += float(self._pulled[:3] @ (self._root_speed[:3] + root[:3]))
        turn = data.xmat[self.pelvis].reshape(3, 3)
        spent += float(self._pulled[3:] @ (turn @ (self._root_speed[3:] + root[3:])))
        self.work_j += 0.5 * world.step_s * spent

    def assist(self, world: "World", aim: Aim, bounds: Assist, lift_share: float) -> np.ndarray:
        """Pulls the pelvis towards its aim with bounded force and torque; returns the force."""
        data, body = world.data, self.pelvis
        spin = data.cvel[body, :3]
        velocity = data.cvel[body, 3:] + cross(spin, data.xpos[body] - data.subtree_com[body])
        mass = self.mass_kg
        force = mass * (70.0 * (aim.place_m - data.xpos[body]) + 13.0 * (aim.velocity_mps - velocity))
        level = math.hypot(force[0], force[1])
        if level > bounds.level_n:
            force[:2] *= bounds.level_n / level
        force[2] += lift_share * mass * world.gravity_mps2
        force[2] = min(bounds.up_n, max(-0.25 * bounds.up_n, force[2]))
        off = np.zeros(3)
        mujoco.mju_mulQuat(self._turn, aim.turn, data.xquat[body] * (1.0, -1.0, -1.0, -1.0))
        mujoco.mju_quat2Vel(off, self._turn, 1.0)
        torque = mass * (9.0 * off - 1.1 * spin)
        size = math.sqrt(float(torque @ torque))
        torque *= min(1.0, bounds.turn_nm / max(size, 1e-9))
        data.xfrc_applied[body, :3] += force
        data.xfrc_applied[body, 3:] += torque
        self._pulled[:3], self._pulled[3:], self._root_speed = force, torque, data.qvel[self._root]
        return force
