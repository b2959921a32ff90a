"""A person's own state between plans: where they are, what they hold, ride and show, and how far they fly."""

import math
from typing import TYPE_CHECKING

import numpy as np

from render_cluster.backends.physics.dynamics.people.build import reach
from render_cluster.backends.physics.dynamics.people.errand import LEGS, Errand, target_m
from render_cluster.backends.physics.dynamics.people.feet import Feet, Step
from render_cluster.backends.physics.dynamics.people.gestures import Cue
from render_cluster.backends.physics.dynamics.people.handling import Hands
from render_cluster.backends.physics.dynamics.people.leap import Flight, Leap
from render_cluster.backends.physics.dynamics.people.mount import Mount
from render_cluster.backends.physics.dynamics.people.muscles import Aim, Assist, Muscles
from render_cluster.backends.physics.dynamics.people.posture import STANDING
from render_cluster.backends.physics.dynamics.people.traveller import Traveller
from render_cluster.backends.physics.dynamics.people.trial import Trial
from render_cluster.backends.physics.dynamics.rotation import quaternion_matrix
from render_cluster.backends.physics.scene import Person
from render_cluster.backends.physics.skeleton import BONES, REST_HEIGHT_M

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_REEL_S = 0.45
# Whoever begins deeper than this swims at their depth, all others at the surface.
_DEEP_M = -0.6
_SWIMS_OVER_M = 0.2


class Actor:
    """What routes, postures and placing share about one person; the performer owns it.

    `ground_m` is the height of what they stand on, `base_m` the level that postures measure from: the ground,
    the water's surface, a saddle. `kind` is the verb that rules the legs now.
    """

    def __init__(self, person: Person, trial: Trial) -> None:
        self.name = person.name
        self.person = person
        self.trial = trial
        self.scale = person.height_m / REST_HEIGHT_M
        self.errands = [Errand(move) for move in person.moves]
        self.traveller = Traveller(np.array(person.position_m[:2]), person.yaw_rad)
        self.ground_m = self.base_m = person.position_m[2]
        self.held: set[str] = set()
        self.hands = Hands(self, trial.aside_m)
        self.now_s = 0.0
        self.kind = ""
        self.posture = STANDING
        self.mount: Mount | None = None
        self.leap: Leap | None = None
        self.bonded = self.overboard = self.wet = False
        self.centre_m = np.zeros(2)
        self.aim = Aim(np.zeros(3), np.zeros(3), np.array([1.0, 0.0, 0.0, 0.0]))
        self.bounds = Assist()
        self.lift = 0.0
        self.step = Step(np.zeros((2, 3)), np.zeros(2), np.zeros(2))

    def wake(self, world: "World") -> None:
        """Finds the body in the compiled world."""
        self.muscles = Muscles(world, self.name, self.scale)
        self.soles = [world.id_of(f"{self.name}.foot_{side}") for side in "lr"]
        self.wet = world.water is not None and self.ground_m <= 0.05

    def set_down(self) -> None:
        """Sets the feet under where the person is."""
        self.feet = Feet(self.scale, self.traveller.place_m, self.traveller.yaw_rad, self.ground_m)

    @property
    def reeling(self) -> bool:
        """Whether a shove has just struck: nobody holds against what they did not see coming."""
        return any(shove.from_s <= self.now_s < shove.from_s + _REEL_S for shove in self.trial.shoves)

    def in_chest(self, world: "World", place_m: np.ndarray) -> np.ndarray:
        """A place of the world in the rest frame of the chest."""
        pose = world.pose(f"{self.name}.spine")
        return (place_m - pose[:3]) @ quaternion_matrix(pose[3:]) / self.scale + np.array(BONES[1].head)

    def forearm_tail(self, world: "World") -> np.ndarray:
        """The right wrist in the world."""
        pose = world.pose(f"{self.name}.forearm_r")
        return pose[:3] + quaternion_matrix(pose[3:]) @ reach("forearm_r") * self.scale

    def legs(self) -> Errand | None:
        """The errand that rules the legs now: the last one that is on."""
        if self.overboard:
            return None
        on = [errand for errand in self.errands if errand.verb in LEGS and errand.on(self.now_s)]
        return on[-1] if on else None

    @property
    def flight(self) -> Flight | None:
        """How they fly; None for someone on the ground."""
        return None if self.leap is None else self.leap.flight

    def cue(self, world: "World", errand: Errand) -> Cue:
        """What a gesture of an errand needs to know."""
        aim = target_m(world, errand.move)
        if aim is not None:
            yaw = self.traveller.yaw_rad
            off = aim - (*self.traveller.place_m, self.ground_m)
            cosine, sine = math.cos(yaw), math.sin(yaw)
            aim = (
                np.array([cosine * off[0] + sine * off[1], cosine * off[1] - sine * off[0], off[2]])
                / self.scale
            )
        return Cue(
            errand.since_s(self.now_s),
            errand.move.to_s - self.now_s,
            errand.move.speed,
            self.trial.chance,
            aim,
            self.hands.holds(errand.move.thing),
        )

    def surface(self, world: "World") -> float:
        """The level at which they swim; on dry land that is just over the floor."""
        if world.water is None:
            return self.ground_m + _SWIMS_OVER_M * self.scale
        x, y = self.traveller.place_m
        level = world.water.height_m(float(x), float(y), world.time_s)
        return level if self.ground_m > _DEEP_M else self.ground_m

    def shift(self) -> np.ndarray:
        """The posture's shift of the pelvis, in the world."""
        x, y, z = self.posture.shift_m * self.scale
        yaw = self.traveller.yaw_rad
        return np.array([math.cos(yaw) * x - math.sin(yaw) * y, math.sin(yaw) * x + math.cos(yaw) * y, z])

    def below(self, ankle_m: np.ndarray) -> np.ndarray:
        """A point of the heading's frame, from below the pelvis, in the world."""
        x, y, z = ankle_m * self.scale
        yaw = self.traveller.yaw_rad
        return np.array(
            [
                self.traveller.place_m[0] + math.cos(yaw) * x - math.sin(yaw) * y,
                self.traveller.place_m[1] + math.sin(yaw) * x + math.cos(yaw) * y,
                self.base_m + z,
            ]
        )
