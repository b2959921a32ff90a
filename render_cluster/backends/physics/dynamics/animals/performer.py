"""An animal in the world: a trunk that is pushed and twisted within bounds, and limbs that go with it.

The trunk with the head is one rigid body, which collides, is knocked and falls; the legs have no mass: all
that they do to the world is the push on the trunk, bounded by strength and by their grip on the ground.
"""

import math
from typing import TYPE_CHECKING

import mujoco
import numpy as np

from render_cluster.backends.physics.anatomy.species import mass_kg, saddle_of, species_of
from render_cluster.backends.physics.dynamics.animals.drive import Matter, State, drive
from render_cluster.backends.physics.dynamics.animals.errand import Errand, errand_at
from render_cluster.backends.physics.dynamics.animals.feet import LEG_BONES
from render_cluster.backends.physics.dynamics.animals.gaits import LEGS
from render_cluster.backends.physics.dynamics.animals.movers import mover_of
from render_cluster.backends.physics.dynamics.animals.rig import Root, facing
from render_cluster.backends.physics.dynamics.animals.swimmer import Swimmer
from render_cluster.backends.physics.dynamics.animals.trunk import add_trunk, limbs_of, volume_m3
from render_cluster.backends.physics.dynamics.animals.walker import Walker
from render_cluster.backends.physics.dynamics.water import DENSITY_KGPM3, WATER_KGPM3
from render_cluster.backends.physics.scene import Animal

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_FALLEN_COSINE = math.cos(0.95)
_SHAKEN_COSINE = math.cos(0.35)
_LIES_S = 1.3
_RISES_S = 0.9
_STUMBLE_S = 0.22
_FLOAT_SHARE = 0.95


class AnimalPerformer:
    """One animal of a scene; `seed` shifts what it does by chance: a glance, a flick of the ear."""

    def __init__(self, animal: Animal, seed: int) -> None:
        self.name = animal.name
        self._animal, self._seed = animal, seed
        self._species = species_of(animal.species)
        self._hooved = getattr(self._species.build, "foot", "") == "hoof"
        foot = "wood" if self._hooved else "flesh"
        self.materials = {f"{self.name}.trunk": "flesh"}
        self.materials |= {f"{self.name}.{bones[2]}": foot for bones in LEG_BONES.values()}
        self._mover = mover_of(animal, 9.81)
        self._mass_kg = mass_kg(self._species, animal.length_m)
        self._work_j, self._fallen_s, self._risen_s = 0.0, -math.inf, -math.inf
        room_m3 = volume_m3(limbs_of(animal, self._mover.rig))
        self._buoyancy = min(WATER_KGPM3 * room_m3 / self._mass_kg, WATER_KGPM3 / DENSITY_KGPM3["flesh"])
        self._shaken = self._fell = self._afloat = False

    @property
    def saddle_m(self) -> np.ndarray | None:
        """Where a rider sits, in the frame of the trunk; None on what carries nobody."""
        saddle = saddle_of(self._species)
        if saddle is None:
            return None
        return np.array(saddle.point) * self._animal.length_m - self._mover.trunk_m

    def add_to(self, spec: mujoco.MjSpec) -> None:
        """Adds the trunk."""
        at = np.array(self._animal.position_m) + facing(self._animal.yaw_rad) @ self._mover.trunk_m
        add_trunk(spec, f"{self.name}.trunk", self._animal, self._mover.rig, self._mass_kg, at)

    def begin(self, world: "World") -> None:
        """Stands where the scene puts it; on deep water it floats."""
        self._mover = mover_of(self._animal, world.gravity_mps2)
        self._body = world.id_of(f"{self.name}.trunk")
        model = world.model
        turn = np.zeros(9)
        mujoco.mju_quat2Mat(turn, model.body_iquat[self._body])
        own = turn.reshape(3, 3)
        self._inertia = own @ np.diag(model.body_inertia[self._body]) @ own.T
        low = float(self._animal.position_m[2])
        self._afloat = world.water is not None and not isinstance(self._mover, Swimmer) and abs(low) < 0.3
        if self._afloat:
            start = int(model.jnt_qposadr[model.body_jntadr[self._body]])
            world.data.qpos[start + 2] -= _FLOAT_SHARE * self._mover.trunk_m[2]
            mujoco.mj_kinematics(model, world.data)
        self._mover.begin(self._root(world))

    def act(self, world: "World") -> None:
        """Pushes and twists the trunk towards what the moves ask for."""
        root, dt_s = self._root(world), world.step_s
        errand = errand_at(self._animal, world.time_s, lambda name: _place_of(world, name))
        if isinstance(self._mover, Swimmer) and world.water is not None:
            x, y, _ = root.position_m
            self._mover.surface_m = world.water.height_m(x, y, world.time_s)
        wish = self._mover.wish(errand, root, dt_s)
        spin = world.velocity(f"{self.name}.trunk")[3:]
        if self._upset(world, errand, root):
            self._stumble(world, errand, root)
        else:
            share = min(1.0, 0.25 + (world.time_s - self._risen_s) / _RISES_S)
            state = State(float(root.position_m[2]), root.velocity_mps, root.turn, spin)
            matter = Matter(
                self._mass_kg, root.turn @ self._inertia @ root.turn.T, 0.5 * self._animal.length_m
            )
            force, torque = drive(wish, state, matter, self._mover.ground_m, world.gravity_mps2, share)
            force[2] -= self._carried(world) * self._mass_kg * world.gravity_mps2
            world.apply(f"{self.name}.trunk", force, torque)
            self._work_j += float(force @ root.velocity_mps + torque @ spin) * dt_s
        self._mover.advance(root, dt_s)
        self._tread(world)

    def skins(self, world: "World") -> np.ndarray:
        """Its skin matrices (bones, 4, 4) now."""
        return self._mover.skins(self._root(world))

    def outcome(self) -> str:
        """ "falls", "recovers" from a fall or a hard knock, "lands" after a leap or a flight; "" otherwise."""
        if self._mover.fallen:
            return "falls"
        if self._fell or self._shaken:
            return "recovers"
        return "lands" if self._mover.landings else ""

    def work_j(self) -> float:
        """The energy that pushes and twists have put in since the start."""
        return self._work_j

    def _root(self, world: "World") -> Root:
        data = world.data
        velocity = world.velocity(f"{self.name}.trunk")[:3]
        return Root(data.xpos[self._body].copy(), data.xmat[self._body].reshape(3, 3).copy(), velocity)

    def _carried(self, world: "World") -> float:
        """The share of a swimmer's weight that the water carries, which its fins need not."""
        if not isinstance(self._mover, Swimmer) or world.water is None:
            return 0.0
        return self._buoyancy * world.water.under(self._body)

    def _upset(self, world: "World", errand: Errand, root: Root) -> bool:
        """Whether it lies where it was thrown; after a while it gets up again."""
        if not isinstance(self._mover, Walker):
            return False
        upright = float(root.turn[2, 2])
        leaning = upright < _SHAKEN_COSINE and abs(float(root.turn[2, 0])) > 0.3
        self._shaken |= leaning
        if not self._mover.fallen:
            if (upright < _FALLEN_COSINE and abs(root.turn[2, 0]) > 0.5) or errand.verb == "fall":
                self._mover.fallen = self._fell = True
                self._fallen_s = world.time_s
        elif world.time_s - self._fallen_s > _LIES_S and errand.verb != "fall":
            self._mover.fallen = False
            self._risen_s = world.time_s
            self._mover.rise(root)
        return self._mover.fallen

    def _stumble(self, world: "World", errand: Errand, root: Root) -> None:
        """The legs give way; in a fall that was asked for they give way on one side first."""
        if errand.verb != "fall" or world.time_s - self._fallen_s > _STUMBLE_S:
            return
        weight = self._mass_kg * world.gravity_mps2
        torque = -root.turn[:, 1] * weight * 0.22 * self._animal.length_m
        world.apply(f"{self.name}.trunk", np.zeros(3), torque)
        self._work_j += float(torque @ world.velocity(f"{self.name}.trunk")[3:]) * world.step_s

    def _tread(self, world: "World") -> None:
        """Tells the world of every footfall: a share of the weight that stops within a foot's give."""
        if not isinstance(self._mover, Walker) or self._afloat:
            return
        speed = 0.25 * math.sqrt(world.gravity_mps2 * self._mover.hip_m) + 0.10 * float(
            np.linalg.norm(self._mover.feet.stride.hz * self._mover.hip_m)
        )
        for leg, place in self._mover.feet.falls:
            bone = LEG_BONES[LEGS[leg]][2]
            world.feel(f"{self.name}.{bone}", "ground", 0.12 * self._mass_kg * speed, speed, place)


def _place_of(world: "World", name: str) -> np.ndarray | None:
    for whole in (name, f"{name}.trunk", f"{name}.pelvis"):
        try:
            return world.pose(whole)[:3]
        except KeyError:
            continue
    return None
