"""One MuJoCo world for everything of a scene: ground, things, water, performers, impacts and energy by name."""

import logging
import math
from collections.abc import Sequence
from enum import IntEnum

import mujoco
import numpy as np

from render_cluster.backends.backend import SimulationUnstable
from render_cluster.backends.physics.dynamics.holds import Holds, add_bonds
from render_cluster.backends.physics.dynamics.impact_log import ImpactLog
from render_cluster.backends.physics.dynamics.overlaps import Overlaps
from render_cluster.backends.physics.dynamics.performer import Performer
from render_cluster.backends.physics.dynamics.rotation import cross
from render_cluster.backends.physics.dynamics.solids import add_place, add_thing
from render_cluster.backends.physics.dynamics.touch import Touch
from render_cluster.backends.physics.dynamics.traits import has_wheels, shapes_of, traits_of
from render_cluster.backends.physics.dynamics.water import Water
from render_cluster.backends.physics.motion import Contact, EnergySample
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Body, Scene

_log = logging.getLogger(__name__)

STEPS_PER_SECOND_MIN = 480
CROWD = 4
_STEPS_PER_SECOND_OF_CROWD = 240
_PARKED_M = -500.0
_FASTEST = 3000.0
"""In m/s and rad/s: a coin may spin at a hundred turns a second, nothing here goes on at ten times that."""
_DENSE_DOFS_MAX = 200


class Calm(IntEnum):
    """How carefully a world is run: as it is; in smaller steps, performers passing through each other; with
    performers that touch nothing but ground and walls."""

    AS_IT_IS = 0
    CAREFUL = 1
    GHOSTS = 2


def steps_per_frame(fps: float, performers_count: int = 1, calm: Calm = Calm.AS_IT_IS) -> int:
    """Solver steps in one frame, so that a step is at most 1/480 s (1/240 s for crowds) and frames fall on steps."""
    rate = STEPS_PER_SECOND_MIN if performers_count < CROWD else _STEPS_PER_SECOND_OF_CROWD
    return math.ceil(rate / fps) * (1 if calm is Calm.AS_IT_IS else 2)


class World:
    """The bodies and performers of a scene under the gravity of its setting.

    Names are those of the scene, a performer's bones "name.bone"; "ground", "wall_..." and "water" are the
    place. After each step positions and velocities in `data` are those of `time_s`. The bodies in `parked`
    wait outside the world until they are shown.
    """

    def __init__(
        self,
        scene: Scene,
        performers: Sequence[Performer],
        step_s: float,
        parked: tuple[Body, ...] = (),
        calm: Calm = Calm.AS_IT_IS,
    ) -> None:
        # Else MuJoCo writes a file of them wherever the process happens to stand.
        mujoco.set_mju_user_warning(_log.debug)
        setting = SETTINGS[scene.setting]
        self.scene = scene
        self.performers = tuple(performers)
        self.step_s = step_s
        self.gravity_mps2 = setting.gravity_mps2
        self.bodies: dict[str, Body] = {body.name: body for body in (*scene.bodies, *parked)}
        spec = _empty_model(step_s, setting.gravity_mps2)
        materials = add_place(spec, setting, _spread_m(scene))
        for body in self.bodies.values():
            # The model must know at once that some bodies may be without weight, or it never asks.
            add_thing(spec, body, shapes_of(body), weightless=body in parked)
        for performer in self.performers:
            performer.add_to(spec)
        add_bonds(spec, {performer.name: next(iter(performer.materials)) for performer in self.performers})
        self.model = spec.compile()
        if self.model.nv > _DENSE_DOFS_MAX:
            self.model.opt.solver = mujoco.mjtSolver.mjSOL_CG
        self.data = mujoco.MjData(self.model)
        materials |= {body.name: body.material for body in self.bodies.values()}
        for performer in self.performers:
            materials |= performer.materials
        self.impacts = ImpactLog({**materials, "water": "water"})
        self._owners = [self._owner(geom) for geom in range(self.model.ngeom)]
        self._owner_names = sorted(set(self._owners))
        self._owner_rows = np.array([self._owner_names.index(owner) for owner in self._owners])
        self._ids = {self.model.body(index).name: index for index in range(self.model.nbody)}
        alive = [geom for name in self._names() for geom in self._geoms_of(name)]
        kinds = [materials[owner] for owner in self._owners]
        self._touch = Touch(self.model, kinds, self._wheeled(), alive)
        self._overlaps = Overlaps(self.model, alive)
        bones = [index for name, index in self._ids.items() if name.split(".")[0] in self._names()]
        self._holds = Holds(self.model, {name: self._geoms_of(name) for name in self._names()})
        # In a crowd a brushed arm must not topple a row of dancers.
        if calm is not Calm.AS_IT_IS or len(self.performers) >= CROWD:
            self._holds.part(from_things=calm is Calm.GHOSTS)
        self._there = np.ones(self.model.nbody, bool)
        self.water = self._water(bones) if setting.medium == "water" else None
        self._pushed = [body for body in scene.bodies if body.push_s > 0.0 and not body.fixed]
        self._work_j = 0.0
        for body in self.bodies.values():
            self._launch(body)
        for body in parked:
            self.hide(body.name)
        self._look()
        for performer in self.performers:
            performer.begin(self)
            self._look()
        self._overlaps.find(self.data)
        self._look()

    @property
    def time_s(self) -> float:
        """Time since the world began."""
        return float(self.data.time)

    def id_of(self, name: str) -> int:
        """Index in `model` of a body or bone; KeyError for one that is not there."""
        return self._ids[name]

    def has(self, name: str) -> bool:
        """Whether there is a body or bone of this name."""
        return name in self._ids

    def performer(self, name: str) -> Performer:
        """A performer by name; KeyError for one that is not there."""
        for performer in self.performers:
            if performer.name == name:
                return performer
        raise KeyError(name)

    def top_m(self, name: str) -> float:
        """Height of what one would sit on in the middle of a body: the highest of its geoms that reach there."""
        return float(self.data.xpos[self._ids[name], 2] + self._tops(name, over_middle=True).max())

    def top_over(self, name: str) -> float:
        """How far a body's highest geom reaches over its middle, along its own z."""
        return float(self._tops(name, over_middle=False).max())

    def _tops(self, name: str, over_middle: bool) -> np.ndarray:
        """The tops of a body's geoms over its middle, of all or of those that stand over it, if any do."""
        body = self._ids[name]
        first = self.model.body_geomadr[body]
        geoms = slice(first, first + self.model.body_geomnum[body])
        middles = self.model.geom_aabb[geoms, :3] + self.model.geom_pos[geoms]
        halves = self.model.geom_aabb[geoms, 3:]
        over = (np.abs(middles[:, :2]) <= halves[:, :2]).all(axis=1)
        tops = middles[:, 2] + halves[:, 2]
        return tops[over] if over_middle and over.any() else tops

    def refresh(self) -> None:
        """Takes in a state that a performer has set by hand."""
        self._look()

    def owner_of_body(self, body: int) -> str:
        """Name by which contacts speak of a body."""
        return str(self.model.body(body).name)

    def pose(self, name: str) -> np.ndarray:
        """Position then quaternion (w, x, y, z) of a body or bone, shape (7,)."""
        body = self._ids[name]
        return np.concatenate([self.data.xpos[body], self.data.xquat[body]])

    def velocity(self, name: str) -> np.ndarray:
        """Velocity of a body's centre of mass, then its spin, both in the world's frame, shape (6,)."""
        body = self._ids[name]
        spin = self.data.cvel[body, :3]
        middle = self.data.subtree_com[self.model.body_rootid[body]]
        return np.concatenate([self.data.cvel[body, 3:] + cross(spin, self.data.xipos[body] - middle), spin])

    def apply(self, name: str, force_n: np.ndarray, torque_nm: np.ndarray | None = None) -> None:
        """Adds a force on a body's centre of mass and a torque for the next step."""
        body = self._ids[name]
        self.data.xfrc_applied[body, :3] += force_n
        if torque_nm is not None:
            self.data.xfrc_applied[body, 3:] += torque_nm

    def place(
        self,
        name: str,
        pose: np.ndarray,
        velocity_mps: Sequence[float] = (0.0, 0.0, 0.0),
        spin_radps: Sequence[float] = (0.0, 0.0, 0.0),
    ) -> None:
        """Puts a free body somewhere at once: pose (7,), velocities in the world's frame."""
        joint = self.model.joint(name)
        start, dof = int(joint.qposadr[0]), int(joint.dofadr[0])
        self.data.qpos[start : start + 7] = pose
        self._move(dof, pose[3:], velocity_mps, spin_radps)
        self._look()

    def grip(self, performer: str, bone: str, body: str, palm_m: np.ndarray | None = None) -> None:
        """Bonds a body (or another's bone) to a performer's bone where both now are.

        `palm_m` is where in the bone's frame it is then drawn to, without haste.
        """
        self._holds.grip(self.data, performer, self._ids[f"{performer}.{bone}"], self._ids[body], palm_m)
        self._look()

    def is_held(self, body: str) -> bool:
        """Whether anybody holds a body; two pairs of hands on one would tear at it."""
        return self._holds.is_held(self._ids[body])

    def let_go(self, performer: str, body: str | None = None) -> None:
        """Opens a performer's hands, of one body or of all."""
        self._holds.let_go(self.data, performer, None if body is None else self._ids[body])

    def hide(self, name: str) -> None:
        """Takes a free body out of the world."""
        body = self._ids[name]
        self._there[body] = False
        self.model.body_gravcomp[body] = 1.0
        self._solid(body, False)
        self.place(name, np.array([0.0, 0.0, _PARKED_M - 10.0 * body, 1.0, 0.0, 0.0, 0.0]))
        dof = int(self.model.joint(name).dofadr[0])
        self.data.qvel[dof : dof + 6] = 0.0

    def show(
        self, name: str, pose: np.ndarray, velocity_mps: Sequence[float], spin_radps: Sequence[float]
    ) -> None:
        """Brings a hidden body into the world."""
        body = self._ids[name]
        self._there[body] = True
        self.model.body_gravcomp[body] = 0.0
        self._solid(body, True)
        self.place(name, pose, velocity_mps, spin_radps)

    def shown(self, name: str) -> bool:
        """Whether a body is in the world now."""
        return bool(self._there[self._ids[name]])

    def step(self) -> None:
        """Advances by one step: performers act, forces push, impacts are logged."""
        model, data = self.model, self.data
        for performer in self.performers:
            performer.act(self)
        self._holds.draw(self.step_s)
        self._push()
        if self.water is not None:
            self.water.push(self)
        mujoco.mj_fwdActuation(model, data)
        mujoco.mj_fwdAcceleration(model, data)
        if data.ncon and data.nefc:
            self._touch.bounce(data)
        mujoco.mj_fwdConstraint(model, data)
        if data.ncon and data.nefc:
            self._log_contacts()
        mujoco.mj_implicit(model, data)
        self._see_that_it_holds()
        data.xfrc_applied[:] = 0.0
        data.qfrc_applied[:] = 0.0
        self._look()

    def feel(self, a: str, b: str, impulse_ns: float, speed_mps: float, place_m: np.ndarray) -> None:
        """Logs an impulse between two things in this step."""
        self.impacts.feel(self.time_s, a, b, impulse_ns, speed_mps, place_m)

    def energy(self) -> EnergySample:
        """Kinetic and potential energy (above z = 0) and momentum of all that moves and is there, now."""
        model, data = self.model, self.data
        mujoco.mj_energyVel(model, data)
        moving = self._there & (model.body_weldid != 0)
        mass = np.where(moving, model.body_mass, 0.0)
        spins = data.cvel[:, :3]
        speeds = data.cvel[:, 3:] + cross(spins, data.xipos - data.subtree_com[model.body_rootid])
        momentum = mass @ speeds
        # A velocity of this integrator belongs to the middle of the step before: so does the height here.
        height = mass @ data.xipos[:, 2] - 0.5 * self.step_s * momentum[2]
        x, y, z = (float(value) for value in momentum)
        return EnergySample(
            time_s=self.time_s,
            kinetic_j=float(data.energy[1]),
            potential_j=float(self.gravity_mps2 * height),
            momentum_ns=(x, y, z),
            work_j=self.work_j(),
        )

    def work_j(self) -> float:
        """What pushes, performers and water have put in since the start."""
        water = 0.0 if self.water is None else self.water.work_j
        return self._work_j + water + sum(performer.work_j() for performer in self.performers)

    def contacts(self) -> tuple[Contact, ...]:
        """Every impact so far."""
        return self.impacts.contacts()

    def _look(self) -> None:
        """Positions, contacts and velocities of the state as it is now."""
        model, data = self.model, self.data
        mujoco.mj_kinematics(model, data)
        mujoco.mj_comPos(model, data)
        mujoco.mj_tendon(model, data)
        mujoco.mj_makeM(model, data)
        mujoco.mj_factorM(model, data)
        mujoco.mj_collision(model, data)
        if data.ncon:
            self._touch.rub(data)
            self._overlaps.pass_through(data)
        mujoco.mj_makeConstraint(model, data)
        mujoco.mj_projectConstraint(model, data)
        mujoco.mj_transmission(model, data)
        mujoco.mj_fwdVelocity(model, data)

    def _see_that_it_holds(self) -> None:
        """Raises SimulationUnstable where speeds are none, or such as nothing in a film has."""
        speeds = self.data.qvel
        # Written so that a NaN fails it.
        if len(speeds) and not (speeds.min() > -_FASTEST and speeds.max() < _FASTEST):
            raise SimulationUnstable(f"a speed of {np.abs(speeds).max():.3g} after {self.time_s:.3f} s")

    def _push(self) -> None:
        for body in self._pushed:
            if self.time_s < body.push_s and self.shown(body.name):
                force = np.array(body.push_n)
                self.apply(body.name, force)
                self._work_j += float(force @ self.velocity(body.name)[:3]) * self.step_s

    def _launch(self, body: Body) -> None:
        if body.fixed:
            return
        joint = self.model.joint(body.name)
        dof = int(joint.dofadr[0])
        turn = np.array(body.rotation)
        if body.axle:
            self.data.qvel[dof] = body.spin_radps[2]
            return
        if body.hangs_from_m is None:
            self._move(dof, turn, body.velocity_mps, body.spin_radps)
            return
        # A hung body turns about its anchor: the spin that gives its middle this velocity.
        arm = np.subtract(body.position_m, body.hangs_from_m)
        spin = np.cross(arm, body.velocity_mps) / max(float(arm @ arm), 1e-6)
        mujoco.mju_rotVecQuat(self.data.qvel[dof : dof + 3], spin, turn * (1.0, -1.0, -1.0, -1.0))

    def _move(
        self, dof: int, turn: np.ndarray, velocity_mps: Sequence[float], spin_radps: Sequence[float]
    ) -> None:
        """Sets a free joint's velocity half a step ahead, so that a flight is its parabola at every step."""
        lift = 0.5 * self.gravity_mps2 * self.step_s
        self.data.qvel[dof : dof + 3] = np.add(velocity_mps, (0.0, 0.0, lift))
        backwards = np.array(turn, float) * (1.0, -1.0, -1.0, -1.0)
        spin = np.zeros(3)
        mujoco.mju_rotVecQuat(spin, np.array(spin_radps, float), backwards)
        self.data.qvel[dof + 3 : dof + 6] = spin

    def _solid(self, body: int, there: bool) -> None:
        first = self.model.body_geomadr[body]
        geoms = slice(first, first + self.model.body_geomnum[body])
        self.model.geom_contype[geoms] = int(there)
        self.model.geom_conaffinity[geoms] = (1 << (1 + 2 * len(self.performers))) - 1 if there else 0

    def _names(self) -> list[str]:
        return [performer.name for performer in self.performers]

    def _geoms_of(self, performer: str) -> list[int]:
        return [geom for geom, owner in enumerate(self._owners) if owner.split(".")[0] == performer]

    def _owner(self, geom: int) -> str:
        body = self.model.geom_bodyid[geom]
        return str(self.model.geom(geom).name if body == 0 else self.model.body(body).name)

    def _wheeled(self) -> dict[int, int]:
        rolling = {body.name for body in self.bodies.values() if has_wheels(body)}
        return {
            geom: int(self.model.geom_bodyid[geom])
            for geom, owner in enumerate(self._owners)
            if owner in rolling
        }

    def _water(self, bones: list[int]) -> Water | None:
        moving = {
            self._ids[body.name]: body.material for body in self.bodies.values() if not body.fixed
        } | dict.fromkeys(bones, "flesh")
        solid = {index: material for index, material in sorted(moving.items()) if self._has_geoms(index)}
        if not solid:
            return None
        floats = {
            self._ids[body.name]: body.size_m
            for body in self.bodies.values()
            if "floats" in traits_of(body) and not body.fixed
        }
        return Water(self.model, solid, floats, self.scene.waves)

    def _has_geoms(self, body: int) -> bool:
        return bool(self.model.body_geomnum[body])

    def _log_contacts(self) -> None:
        """Logs what presses on what, all contacts of a pair as one."""
        data = self.data
        contact, rows = data.contact, data.contact.efc_address
        pushes = np.where(rows >= 0, data.efc_force[np.maximum(rows, 0)], 0.0)
        pairs = self._owner_rows[contact.geom]
        codes = pairs.min(axis=1) * len(self._owner_names) + pairs.max(axis=1)
        felt = np.flatnonzero(pushes > 0.0)
        if not len(felt):
            return
        order = felt[np.argsort(codes[felt], kind="stable")]
        starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
        for first, end in zip(starts, [*starts[1:], len(order)], strict=True):
            own = order[first:end]
            low, high = divmod(int(codes[own[0]]), len(self._owner_names))
            a, b = self._owner_names[low], self._owner_names[high]
            hardest = own[int(np.argmax(pushes[own]))]
            speed = 0.0
            if not self.impacts.near(data.time, a, b):
                speed = abs(float(data.efc_vel[rows[hardest]]))
            self.feel(a, b, float(pushes[own].sum()) * self.step_s, speed, contact.pos[hardest])


def _empty_model(step_s: float, gravity_mps2: float) -> mujoco.MjSpec:
    spec = mujoco.MjSpec()
    spec.compiler.degree = False
    spec.option.timestep = step_s
    spec.option.gravity = [0.0, 0.0, -gravity_mps2]
    spec.option.integrator = mujoco.mjtIntegrator.mjINT_IMPLICITFAST
    spec.option.cone = mujoco.mjtCone.mjCONE_ELLIPTIC
    spec.option.impratio = 3.0
    # Newton over sparse matrices was seen to run away where two people's feet met (MuJoCo 4.0); dense is sound.
    spec.option.jacobian = mujoco.mjtJacobian.mjJAC_DENSE
    spec.option.tolerance = 1e-7
    spec.option.iterations = 40
    return spec


def _spread_m(scene: Scene) -> tuple[float, float]:
    """How far along x and y from the middle anything of a scene that moves begins."""
    spots = [(body.position_m, 0.5 * math.hypot(*body.size_m)) for body in scene.bodies if not body.fixed]
    spots += [(person.position_m, 0.4 * person.height_m) for person in scene.people]
    spots += [(animal.position_m, 0.8 * animal.length_m) for animal in scene.animals]
    x_m, y_m = (max((abs(place[i]) + wide for place, wide in spots), default=0.0) for i in (0, 1))
    return x_m, y_m
