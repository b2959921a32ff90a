"""Rigid things in Rapier: thrown, bounced and slid, with the impulse of every impact."""

import math

import numpy as np
import rapier3d

from render_cluster.backends.physics.dynamics.impact_log import ImpactLog
from render_cluster.backends.physics.dynamics.materials import surface
from render_cluster.backends.physics.dynamics.shapes import collider, inertia_kgm2
from render_cluster.backends.physics.motion import Contact, EnergySample
from render_cluster.backends.physics.scene import Body, Quaternion, Vector

GRAVITY_MPS2 = 9.81
STEPS_PER_SECOND_MIN = 960


def steps_per_frame(fps: int) -> int:
    """Solver steps in one frame, so that a step is at most 1/960 s and frames fall on steps."""
    return math.ceil(STEPS_PER_SECOND_MIN / fps)


class RapierWorld:
    """The bodies of a scene under gravity; names are those of the scene.

    Restitution multiplies the two materials; friction is their geometric mean. All moving bodies use
    continuous collision detection: a thrown ball would otherwise step through a rim 18 mm thick.
    """

    def __init__(self, bodies: tuple[Body, ...], step_s: float) -> None:
        self.step_s = step_s
        self.steps_count = 0
        self._world = rapier3d.PhysicsWorld()
        self._world.gravity = (0.0, 0.0, -GRAVITY_MPS2)
        # The handle writes its edit back when it goes: it must not outlive this line.
        parameters = self._world.integration_parameters
        parameters.dt = step_s
        del parameters
        self._events = rapier3d.ChannelEventCollector()
        self._world.event_handler = self._events
        self._handles: dict[str, rapier3d.RigidBodyHandle] = {}
        self._owners: dict[tuple[int, int], str] = {}
        self.moving: tuple[str, ...] = tuple(body.name for body in bodies if not body.fixed)
        self._impacts = ImpactLog({body.name: body.material for body in bodies})
        for body in bodies:
            self._add(body)
        # Rapier computes masses in its first step, which the energy of frame 0 cannot wait for.
        for name in self.moving:
            self._body(name).recompute_mass_properties_from_colliders(self._world.colliders)

    @property
    def time_s(self) -> float:
        """Time since the world began."""
        return self.steps_count * self.step_s

    def place(
        self, name: str, position_m: Vector, rotation: Quaternion, velocity_mps: Vector, spin_radps: Vector
    ) -> None:
        """Puts a moving body where a hand holds it, with the speed of the hand."""
        body = self._body(name)
        body.translation = position_m
        body.rotation = rapier3d.Rotation3(*rotation)
        body.linvel = velocity_mps
        body.angvel = spin_radps

    def push(self, name: str, force_n: np.ndarray) -> None:
        """Sets the force on the middle of a moving body, until the next push."""
        body = self._body(name)
        body.reset_forces()
        body.add_force((float(force_n[0]), float(force_n[1]), float(force_n[2])))

    def step(self) -> None:
        """Advances by one step and logs what struck what."""
        before = {name: self._velocities(name) for name in self.moving}
        self._world.step()
        self.steps_count += 1
        for event in self._events.drain_contact_force_events():
            self._log(event, before)

    def pose(self, name: str) -> np.ndarray:
        """Position then quaternion (w, x, y, z) of a body, shape (7,)."""
        body = self._body(name)
        place, turn = body.translation, body.rotation
        return np.array([place.x, place.y, place.z, turn.w, turn.i, turn.j, turn.k])

    def velocity_mps(self, name: str) -> np.ndarray:
        """Velocity of the middle of a body, shape (3,)."""
        return _array(self._body(name).linvel)

    def touched(self, name: str) -> set[str]:
        """Names of all that `name` has touched so far."""
        return self._impacts.touched(name)

    def contacts(self) -> tuple[Contact, ...]:
        """Every impact so far."""
        return self._impacts.contacts()

    def energy(self) -> EnergySample:
        """Kinetic and potential energy (above z = 0) and momentum of all moving bodies, now."""
        kinetic = potential = 0.0
        momentum = np.zeros(3)
        for name in self.moving:
            body = self._body(name)
            kinetic += body.kinetic_energy()
            potential += body.mass * GRAVITY_MPS2 * body.translation.z
            momentum += body.mass * _array(body.linvel)
        x, y, z = (float(value) for value in momentum)
        return EnergySample(self.time_s, kinetic, potential, (x, y, z))

    def _body(self, name: str) -> rapier3d.RigidBody:
        return self._world.rigid_bodies[self._handles[name]]

    def _add(self, body: Body) -> None:
        builder = rapier3d.RigidBody.fixed() if body.fixed else rapier3d.RigidBody.dynamic()
        builder = builder.position(rapier3d.Isometry3(body.position_m, rapier3d.Rotation3(*body.rotation)))
        touch = surface(body.material)
        shape = (
            collider(body)
            .restitution(touch.bounce)
            .friction(touch.friction)
            .restitution_combine_rule(rapier3d.CoefficientCombineRule.MULTIPLY)
            .friction_combine_rule(rapier3d.CoefficientCombineRule.GEOMETRIC_MEAN)
        )
        if not body.fixed:
            builder = builder.linvel(body.velocity_mps).angvel(body.spin_radps)
            builder = builder.ccd_enabled(True).can_sleep(False)
            shape = shape.mass_properties(
                rapier3d.MassProperties((0.0, 0.0, 0.0), body.mass_kg, inertia_kgm2(body))
            )
            shape = shape.active_events(rapier3d.ActiveEvents.CONTACT_FORCE_EVENTS)
            shape = shape.contact_force_event_threshold(0.0)
        handle = self._world.add_body(builder)
        owner = self._world.add_collider(shape, handle)
        self._handles[body.name] = handle
        self._owners[(owner.index, owner.generation)] = body.name

    def _velocities(self, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        body = self._body(name)
        return _array(body.translation), _array(body.linvel), _array(body.angvel)

    def _log(self, event: rapier3d.ContactForceEvent, before: dict[str, tuple[np.ndarray, ...]]) -> None:
        first = self._owners[(event.collider1.index, event.collider1.generation)]
        second = self._owners[(event.collider2.index, event.collider2.generation)]
        force = _array(event.total_force)
        strength = float(np.linalg.norm(force))
        if strength == 0.0:
            return
        place = self._where(event, first, second)
        closing = _point_velocity(before, first, place) - _point_velocity(before, second, place)
        speed = abs(float(closing @ force)) / strength
        self._impacts.feel(self.time_s, first, second, strength * self.step_s, speed, place)

    def _where(self, event: rapier3d.ContactForceEvent, first: str, second: str) -> np.ndarray:
        """The mean of the contact points; the middle of the moving body where the pair has none left."""
        pair = self._world.narrow_phase.contact_pair(event.collider1, event.collider2)
        # A solver contact's own points are relative to its bodies; only this call puts them in the world.
        points = [
            _array(manifold.data.solver_contact_world_points(contact, self._world.rigid_bodies)[0])
            for manifold in (pair.manifolds if pair else [])
            for contact in manifold.data.solver_contacts
        ]
        if points:
            return np.mean(points, axis=0)
        return self.pose(first if first in self.moving else second)[:3]


def _point_velocity(before: dict[str, tuple[np.ndarray, ...]], name: str, place: np.ndarray) -> np.ndarray:
    if name not in before:
        return np.zeros(3)
    middle, velocity, spin = before[name]
    return velocity + np.cross(spin, place - middle)


def _array(vector: rapier3d.Vec3) -> np.ndarray:
    return np.array([vector.x, vector.y, vector.z])
