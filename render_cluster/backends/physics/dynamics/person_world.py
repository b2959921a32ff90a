"""A person and the things they stand on in MuJoCo: state, pushes, impacts and energy by name."""

import math

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.board_model import add_bodies, add_grip
from render_cluster.backends.physics.dynamics.impact_log import ImpactLog
from render_cluster.backends.physics.dynamics.person_model import add_person, joint_name
from render_cluster.backends.physics.dynamics.rotation import cross
from render_cluster.backends.physics.motion import Contact, EnergySample
from render_cluster.backends.physics.scene import Body, Vector
from render_cluster.backends.physics.skeleton import BONES

STEPS_PER_SECOND_MIN = 480
GRAVITY_MPS2 = 9.81


def steps_per_frame(fps: int) -> int:
    """Solver steps in one frame, so that a step is at most 1/480 s and frames fall on steps."""
    return math.ceil(STEPS_PER_SECOND_MIN / fps)


class PersonWorld:
    """One person, `name`, among the bodies of a scene.

    Impacts name the person's bones as "name.bone"; contacts between a person's own bones do not exist.
    """

    def __init__(self, bodies: tuple[Body, ...], name: str, yaw_rad: float, step_s: float) -> None:
        spec = mujoco.MjSpec()
        spec.compiler.degree = False
        spec.option.timestep = step_s
        spec.option.gravity = [0.0, 0.0, -GRAVITY_MPS2]
        spec.option.integrator = mujoco.mjtIntegrator.mjINT_IMPLICITFAST
        spec.option.cone = mujoco.mjtCone.mjCONE_ELLIPTIC
        add_bodies(spec, bodies)
        add_person(spec, yaw_rad)
        add_grip(spec, bodies)
        self.model = spec.compile()
        self.model.geom_solref[:] = (0.012, 1.0)
        self.model.geom_condim[:] = 4
        self.data = mujoco.MjData(self.model)
        self.step_s = step_s
        self.bones = np.array([self.model.body(bone.name).id for bone in BONES])
        self._rest = np.array([bone.head for bone in BONES])
        self._moving = [body for body in bodies if not body.fixed]
        materials = {body.name: body.material for body in bodies}
        self._owners = [self._owner(index, name) for index in range(self.model.ngeom)]
        for bone in BONES:
            materials[f"{name}.{bone.name}"] = "rubber" if bone.name.startswith("foot") else "flesh"
        self.impacts = ImpactLog({**materials, "water": "water"})
        self._addresses = {
            self.model.joint(index).name: int(self.model.jnt_qposadr[index])
            for index in range(self.model.njnt)
        }
        self._set_velocities()

    @property
    def time_s(self) -> float:
        """Time since the world began."""
        return float(self.data.time)

    def bend(self, angles_rad: dict[str, float], at_once: bool = False) -> None:
        """Moves the rest angles of joints ("thigh_l_x": radians); `at_once` bends the joints there too."""
        for name, angle in angles_rad.items():
            address = self._addresses[name]
            self.model.qpos_spring[address] = angle
            if at_once:
                self.data.qpos[address] = angle

    def soften(self, factor: float) -> None:
        """Scales the springs of all the person's joints, and their damping by the root of it."""
        for joint in range(self.model.njnt):
            if self.model.jnt_bodyid[joint] in self.bones:
                self.model.jnt_stiffness[joint] *= factor
                self.model.dof_damping[self.model.jnt_dofadr[joint]] *= math.sqrt(factor)

    def stand(self, place_m: Vector, velocity_mps: Vector) -> None:
        """Puts the person so that the lower foot's sole is at `place_m` between the feet, moving along."""
        root = self.model.joint("root")
        mujoco.mj_forward(self.model, self.data)
        feet = np.array([self.data.geom("foot_l").xpos, self.data.geom("foot_r").xpos])
        between = feet.mean(axis=0)
        between[2] = min(self._lowest(name) for name in ("foot_l", "foot_r"))
        self.data.qpos[root.qposadr[0] : root.qposadr[0] + 3] += np.subtract(place_m, between)
        self.data.qvel[root.dofadr[0] : root.dofadr[0] + 3] = velocity_mps
        mujoco.mj_forward(self.model, self.data)

    def grip(self, name: str) -> None:
        """Fixes a body to the right forearm where it now is, until `let_go`."""
        mujoco.mj_forward(self.model, self.data)
        arm, held = self.data.body("forearm_r"), self.data.body(name)
        turn = arm.xmat.reshape(3, 3).T
        relative = np.zeros(4)
        mujoco.mju_mulQuat(relative, arm.xquat * (1.0, -1.0, -1.0, -1.0), held.xquat)
        # A weld's data: anchor in the held body, its place and turn in the arm, the torque's scale.
        self.model.eq_data[0, :3] = 0.0
        self.model.eq_data[0, 3:6] = turn @ (held.xpos - arm.xpos)
        self.model.eq_data[0, 6:10] = relative
        self.model.eq_data[0, 10] = 1.0
        self.data.eq_active[0] = 1

    def let_go(self) -> None:
        """Opens the hand."""
        self.data.eq_active[:] = 0

    def step(self) -> None:
        """Advances by one step, with the forces in `data`, and logs what struck what."""
        mujoco.mj_step(self.model, self.data)
        self._log_contacts()

    def hinge(self, bone: str, axis: str) -> int:
        """Index of a joint's degree of freedom."""
        return int(self.model.joint(joint_name(bone, axis)).dofadr[0])

    def pose(self, name: str) -> np.ndarray:
        """Position then quaternion (w, x, y, z) of a body, shape (7,)."""
        body = self.data.body(name)
        return np.concatenate([body.xpos, body.xquat])

    def skins(self) -> np.ndarray:
        """Skin matrices (bones, 4, 4) of the person now."""
        matrices = np.tile(np.eye(4), (len(BONES), 1, 1))
        turns = self.data.xmat[self.bones].reshape(-1, 3, 3)
        matrices[:, :3, :3] = turns
        matrices[:, :3, 3] = self.data.xpos[self.bones] - np.einsum("bij,bj->bi", turns, self._rest)
        return matrices

    def energy(self) -> EnergySample:
        """Kinetic and potential energy (above z = 0) and momentum of person and moving bodies, now."""
        mujoco.mj_energyVel(self.model, self.data)
        mujoco.mj_subtreeVel(self.model, self.data)
        mass = self.model.body_mass[1:]
        x, y, z = (float(v) for v in self.model.body_subtreemass[0] * self.data.subtree_linvel[0])
        return EnergySample(
            time_s=self.time_s,
            kinetic_j=float(self.data.energy[1]),
            potential_j=float(GRAVITY_MPS2 * mass @ self.data.xipos[1:, 2]),
            momentum_ns=(x, y, z),
        )

    def contacts(self) -> tuple[Contact, ...]:
        """Every impact so far."""
        return self.impacts.contacts()

    def _set_velocities(self) -> None:
        for body in self._moving:
            dof = self.model.joint(body.name).dofadr[0]
            if body.kind == "wheel":
                self.data.qvel[dof] = body.spin_radps[0]
            else:
                self.data.qvel[dof : dof + 3] = body.velocity_mps

    def _lowest(self, box: str) -> float:
        """Height of the lowest corner of a box."""
        geom = self.data.geom(box)
        turn = geom.xmat.reshape(3, 3)
        return float(geom.xpos[2] - np.abs(turn[2]) @ self.model.geom(box).size)

    def _owner(self, geom: int, person: str) -> str:
        body = self.model.geom_bodyid[geom]
        if body == 0:
            return self.model.geom(geom).name
        name = self.model.body(body).name
        return f"{person}.{name}" if body in self.bones else name

    def _log_contacts(self) -> None:
        data = self.data
        if data.ncon == 0:
            return
        contact = data.contact
        addresses = contact.efc_address
        pushes = data.efc_force[np.maximum(addresses, 0)]
        for index, ((first, second), address) in enumerate(
            zip(contact.geom.tolist(), addresses.tolist(), strict=True)
        ):
            if address < 0 or pushes[index] <= 0.0:
                continue
            a, b = self._owners[first], self._owners[second]
            speed = 0.0
            place = contact.pos[index]
            if not self.impacts.near(data.time, a, b):
                across = self._velocity(first, place) - self._velocity(second, place)
                speed = abs(float(across @ contact.frame[index][:3]))
            self.impacts.feel(data.time, a, b, float(pushes[index]) * self.step_s, speed, place)

    def _velocity(self, geom: int, place: np.ndarray) -> np.ndarray:
        """Velocity of a geom's matter at `place`, before the contact acts on it."""
        body = self.model.geom_bodyid[geom]
        if body == 0:
            return np.zeros(3)
        turning, moving = self.data.cvel[body][:3], self.data.cvel[body][3:]
        return moving + cross(turning, place - self.data.subtree_com[self.model.body_rootid[body]])
