"""What swims: a wave runs down the body and the tail pushes; fish beat sideways, whales up and down."""

import math
import zlib

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Fish, Octopus
from render_cluster.backends.physics.anatomy.kind import Species
from render_cluster.backends.physics.anatomy.skeletons import FISH_TAIL_LINKS, OCTOPUS_ARMS
from render_cluster.backends.physics.dynamics.animals.errand import Errand
from render_cluster.backends.physics.dynamics.animals.rig import (
    BACK,
    LEFT,
    UP,
    Rig,
    Root,
    Turns,
    about,
    facing,
    nod,
)
from render_cluster.backends.physics.dynamics.animals.travel import Course
from render_cluster.backends.physics.dynamics.animals.wish import Wish
from render_cluster.backends.physics.scene import Animal

# A fish moves on by about this share of its length with each beat of its tail (Bainbridge 1958).
_LENGTHS_A_BEAT = 0.62
_BEAT_HZ_MOST = 6.0
_LEAP_PERIOD_S = 2.6


class Swimmer:
    """The will and the looks of one fish, whale or octopus."""

    def __init__(self, animal: Animal, species: Species, build: Fish | Octopus, gravity_mps2: float) -> None:
        self.rig = Rig(animal.species, animal.length_m)
        self.gravity, self.species, self.build = gravity_mps2, species, build
        self.length_m = animal.length_m
        self.ground_m, self.fallen, self.landings = -math.inf, False, 0
        self.cruise_mps = 0.95 * math.sqrt(animal.length_m)
        self.surface_m: float | None = None
        self._course: Course | None = None
        self._yaw, self._time, self._beat, self._drive = animal.yaw_rad, 0.0, 0.0, 0.3
        self._depth, self._out = 0.0, False
        self._bend = 0.0
        self._chance = zlib.crc32(animal.name.encode()) / 2**32

    @property
    def trunk_m(self) -> np.ndarray:
        """Where the trunk is when the animal is at the origin."""
        return self.rig.head("trunk") * (0.0, 0.0, 1.0)

    def begin(self, root: Root) -> None:
        """Keeps to the depth where it is put."""
        self._depth, self._yaw = float(root.position_m[2]), root.yaw_rad

    def wish(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        """What the trunk should do now to carry out an errand."""
        self._time += dt_s
        if self._course is None:
            self._course = Course(root.position_m, self._yaw, max(1.4 * self.length_m, 0.35))
        speed = self.cruise_mps * {
            "swim": 1.0,
            "run": 1.8,
            "fly": 1.6,
            "play": 1.5,
            "jump": 2.2,
            "walk": 0.8,
        }.get(errand.verb, 0.28)
        if errand.verb == "jump":
            return self._leap(errand, root, dt_s)
        goal, height = errand.goal_m, self._depth
        if errand.verb == "play":
            height += 0.4 * self.length_m * math.sin(2.0 * self._time)
        velocity, _ = self._course.towards(goal, root, speed * errand.move.speed, height, 1.6, dt_s)
        return self._along(velocity, root, dt_s)

    def advance(self, root: Root, dt_s: float) -> None:
        """Lets the tail beat as fast as the speed asks."""
        speed = float(np.linalg.norm(root.velocity_mps))
        hz = min(
            _BEAT_HZ_MOST,
            max(0.35 / math.sqrt(self.length_m + 0.3), speed / (_LENGTHS_A_BEAT * self.length_m)),
        )
        if isinstance(self.build, Octopus):
            hz = 0.8
        self._beat += 2.0 * math.pi * hz * dt_s
        wanted = 0.35 + 0.65 * min(1.0, speed / self.cruise_mps)
        self._drive += (wanted - self._drive) * (1.0 - math.exp(-dt_s / 0.3))

    def skins(self, root: Root) -> np.ndarray:
        """Skin matrices (bones, 4, 4) now."""
        if isinstance(self.build, Octopus):
            return self.rig.posed(root, self._arms())
        axis, sign = (LEFT, -1.0) if self.build.level_tail else (UP, 1.0)
        turns: Turns = {"head": about(axis, sign * -0.05 * self._drive * math.sin(self._beat + 0.9))}
        for link in range(FISH_TAIL_LINKS + 1):
            name = f"tail_{link + 1}" if link < FISH_TAIL_LINKS else "fluke"
            wide = (0.03, 0.08, 0.14, 0.20, 0.34)[link] * (1.0 if self.build.depth > 0.15 else 0.9)
            wave = wide * self._drive * math.sin(self._beat - 0.85 * link)
            turns[name] = about(axis, sign * wave) @ about(UP, -0.16 * self._bend)
        flap = 0.25 * math.sin(0.5 * self._beat + 1.0)
        for side, way in (("l", 1.0), ("r", -1.0)):
            turns[f"fin_{side}"] = about(BACK, way * (0.15 + flap)) @ about(UP, way * -0.3 * self._drive)
        turns["jaw"] = nod(-0.10 * (0.5 + 0.5 * math.sin(3.0 * self._time)))
        return self.rig.posed(root, turns)

    def _along(self, velocity: np.ndarray, root: Root, dt_s: float) -> Wish:
        del root, dt_s
        self._yaw = self._course.yaw_rad
        self._bend = self._course.bank_radps
        climb = math.atan2(velocity[2], max(0.15 * self.cruise_mps, math.hypot(velocity[0], velocity[1])))
        yaw = 0.04 * math.sin(self._beat + 0.4) * (not getattr(self.build, "level_tail", True))
        bank = 0.35 * self._bend * (self.length_m > 1.0)
        turn = (
            facing(self._yaw + yaw)
            @ about(BACK, -min(0.6, max(-0.6, bank)))
            @ nod(min(1.2, max(-1.2, climb)))
        )
        return Wish(velocity, turn, None, grip=1.2, support=2.5, spring_rps=9.0)

    def _leap(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        """Runs up under water, breaks the surface, flies as thrown and dives back."""
        top = 0.0 if self.surface_m is None else self.surface_m
        above = root.position_m[2] > top
        if above and not self._out:
            self._out = True
        if not above and self._out:
            self._out = False
            self.landings += 1
        if above:
            velocity = root.velocity_mps
            climb = math.atan2(velocity[2], max(0.2, math.hypot(velocity[0], velocity[1])))
            return Wish(velocity, facing(self._yaw) @ nod(climb), None, airborne=True, spring_rps=7.0)
        speed = min(9.0, max(3.0, 2.6 * math.sqrt(self.gravity * min(self.length_m, 2.5) * 0.55)))
        turn = errand.since_s % _LEAP_PERIOD_S
        rising = turn < 1.5 or root.velocity_mps[2] > 0.5
        climb = 1.0 if rising else -0.45
        goal = root.position_m + root.heading
        self._course.towards(goal, root, speed, 0.0, 1.0, dt_s)
        ahead = np.array([math.sin(self._yaw), -math.cos(self._yaw), 0.0])
        velocity = speed * (math.cos(climb) * ahead + math.sin(climb) * UP)
        if not rising and root.position_m[2] < self._depth - 0.5 * self.length_m:
            velocity[2] = max(0.0, velocity[2])
        return Wish(velocity, facing(self._yaw) @ nod(climb), None, grip=4.0, support=6.0, spring_rps=9.0)

    def _arms(self) -> Turns:
        turns: Turns = {}
        for arm in range(OCTOPUS_ARMS):
            angle = 2.0 * math.pi * (arm + 0.5) / OCTOPUS_ARMS
            # An arm swings about the level axis across its own direction.
            axis = np.array([math.cos(angle), math.sin(angle), 0.0])
            for link in range(3):
                swing = 0.22 * math.sin(self._beat - 0.8 * link) + 0.10 * math.sin(
                    0.7 * self._time + 1.7 * arm - link
                )
                turns[f"arm_{arm + 1}_{link + 1}"] = about(axis, swing) @ about(
                    UP, 0.12 * math.sin(0.9 * self._time + arm)
                )
        squeeze = 0.06 * math.sin(self._beat)
        turns["head"] = nod(squeeze)
        return turns
