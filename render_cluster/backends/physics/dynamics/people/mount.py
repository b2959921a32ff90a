"""Standing or sitting on what moves: boards under the feet, saddles and seats."""

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.people.feet import Step
from render_cluster.backends.physics.dynamics.people.posture import ANKLE_M
from render_cluster.backends.physics.dynamics.rotation import cross, quaternion_matrix
from render_cluster.backends.physics.dynamics.traits import traits_of

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_UPRIGHT_NMS2 = 14.0
_UPRIGHT_NMS = 3.0
_CRUISE_MPS = {"bicycle": 4.0, "motorcycle": 8.0, "scooter": 3.5, "car": 8.0}
_PEDALLED = ("bicycle", "tricycle", "unicycle")
_FACING_BOW = ("paddleboard",)
# A rider steers with the strength of their own weight, which would whirl a flower about.
_CARRIES_FROM_KG = 1.0
_STRIDE_M = 0.21


class Mount(NamedTuple):
    """What someone rides: its body in the world, whether it is stood on, and where its top is, in its frame."""

    name: str
    body: str
    kind: str
    stood: bool
    top_m: np.ndarray
    size_m: tuple[float, float, float]

    @property
    def pedalled(self) -> bool:
        """Whether the rider's legs turn."""
        return self.kind in _PEDALLED

    def place_m(self, world: "World") -> np.ndarray:
        """The middle of the deck or the saddle in the world."""
        pose = world.pose(self.body)
        return pose[:3] + quaternion_matrix(pose[3:]) @ self.top_m

    def yaw_rad(self, world: "World") -> float:
        """Where the rider faces: sideways on a board, ahead on all else."""
        ahead = self._ahead(world)
        yaw = math.atan2(ahead[0], -ahead[1])
        return yaw + math.pi / 2.0 if self.stood and self.kind not in _FACING_BOW else yaw

    def footing(self, world: "World", scale: float) -> Step:
        """Both feet on the deck, fore and aft of its middle, or side by side where one faces the bow."""
        pose, yaw = world.pose(self.body), self.yaw_rad(world)
        turn = quaternion_matrix(pose[3:])
        bow = self.kind in _FACING_BOW
        reach = 0.14 if bow else min(_STRIDE_M, 0.3 * max(self.size_m[:2]))
        along = np.array([math.cos(yaw), math.sin(yaw), 0.0])
        deck = self.place_m(world)
        heel = 0.035 * np.array([math.sin(yaw), -math.cos(yaw), 0.0])
        ankles = np.stack([deck + s * scale * reach * along - heel for s in (1.0, -1.0)])
        up = turn[:, 2] if turn[2, 2] > 0.0 else -turn[:, 2]
        # The deck tilts: each foot stays on it.
        for ankle in ankles:
            off = ankle - deck
            ankle += up * (ANKLE_M * scale) - up * float(off @ up)
        return Step(ankles, np.array([yaw, yaw]), np.zeros(2))

    def steer(self, world: "World", speed: float, mass_kg: float) -> float:
        """A rider's own doing: keeps a vehicle upright and, where nothing pushes it, going. Returns the power."""
        if self.body not in world.bodies:
            return 0.0
        body = world.bodies[self.body]
        index = world.id_of(self.body)
        whole = body.mass_kg + mass_kg
        up = world.data.xmat[index].reshape(3, 3)[:, 2]
        velocity = world.velocity(self.body)
        torque = whole * (_UPRIGHT_NMS2 * cross(up, np.array([0.0, 0.0, 1.0])))
        torque -= whole * _UPRIGHT_NMS * velocity[3:] * (1.0, 1.0, 0.0)
        force = np.zeros(3)
        cruise = _CRUISE_MPS.get(self.kind)
        if cruise is not None and body.push_s == 0.0:
            ahead = self._ahead(world)
            force = (
                min(3.0 * whole, max(0.0, 4.0 * whole * (cruise * speed - float(ahead @ velocity[:3]))))
                * ahead
            )
        world.apply(self.body, force, torque)
        return float(force @ velocity[:3] + torque @ velocity[3:])

    def push(self, world: "World", force_n: np.ndarray) -> float:
        """Pushes a thing that is stood on; returns the power."""
        if self.body not in world.bodies or world.bodies[self.body].fixed:
            return 0.0
        world.apply(self.body, force_n)
        return float(force_n @ world.velocity(self.body)[:3])

    def _ahead(self, world: "World") -> np.ndarray:
        """The mount's level front: -y of its own, or the end of a board that faces the way it goes."""
        turn = quaternion_matrix(world.pose(self.body)[3:])
        front = -turn[:, 1] if self.size_m[1] >= self.size_m[0] or not self.stood else turn[:, 0]
        front = front * (1.0, 1.0, 0.0)
        return front / max(float(np.linalg.norm(front)), 1e-6)


def mount_of(world: "World", name: str) -> Mount | None:
    """The mount by a scene's name: a thing or an animal; None for what is not there or could carry nobody."""
    if name in world.bodies:
        body = world.bodies[name]
        if not body.fixed and body.mass_kg < _CARRIES_FROM_KG:
            return None
        z = body.size_m[2]
        traits = traits_of(body)
        board = "board" in body.kind or ("ridden" in traits and "flat" in traits)
        top = world.top_m(name) - body.position_m[2] if body.mass_kg == 0.0 else world.top_over(name)
        low = {"bicycle": 0.88, "motorcycle": 0.75, "scooter": 0.3, "car": 0.22}.get(body.kind)
        height = top if low is None else low * z - z / 2.0
        return Mount(name, name, body.kind, board, np.array([0.0, 0.0, height]), body.size_m)
    for performer in world.performers:
        if performer.name == name:
            root = next(iter(performer.materials))
            saddle = getattr(performer, "saddle_m", None)
            top = np.array([0.0, 0.0, world.top_over(root)]) if saddle is None else saddle
            return Mount(name, root, "animal", False, top, (0.5, 1.5, 1.0))
    return None
