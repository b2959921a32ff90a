"""Insects on the wing and on foot, and snakes that wind along."""

import math
import zlib

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Insect, Snake
from render_cluster.backends.physics.anatomy.kind import Species
from render_cluster.backends.physics.anatomy.skeletons import SNAKE_LINKS
from render_cluster.backends.physics.dynamics.animals.errand import Errand
from render_cluster.backends.physics.dynamics.animals.rig import (
    BACK,
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

_FLUTTER_MPS = 1.0
_SNAKE_WAVES = 1.6


class SmallMover:
    """The will and the looks of one insect or snake."""

    def __init__(self, animal: Animal, species: Species, build: Insect | Snake, gravity_mps2: float) -> None:
        self.rig = Rig(animal.species, animal.length_m)
        self.species, self.build, self.length_m = species, build, animal.length_m
        self.gravity, self.ground_m, self.fallen, self.landings = gravity_mps2, 0.0, False, 0
        self.flying = False
        self._rest = float(self.rig.head("trunk")[2])
        self._yaw, self._time, self._phase, self._speed, self._spread = animal.yaw_rad, 0.0, 0.0, 0.0, 0.0
        self._start_m = 0.0
        self._course: Course | None = None
        self._chance = zlib.crc32(animal.name.encode()) / 2**32

    @property
    def trunk_m(self) -> np.ndarray:
        """Where the trunk is when the animal is at the origin."""
        return np.array([0.0, 0.0, self._rest])

    def begin(self, root: Root) -> None:
        """Sits, or flies where it begins in the air."""
        self._start_m, self._yaw = float(root.position_m[2]), root.yaw_rad
        self.flying = self._start_m - self._rest > 0.15 and self.species.medium == "air"
        self.ground_m = 0.0 if self.flying else self._start_m - self._rest

    def wish(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        """What the trunk should do now to carry out an errand."""
        self._time += dt_s
        winged = isinstance(self.build, Insect) and self.build.wings != "none"
        if winged and errand.verb in ("fly", "run", "play", "jump"):
            self.flying = True
        elif self.flying and root.position_m[2] < self.ground_m + 1.5 * self._rest:
            self.flying = False
            self.landings += 1
        self._spread += (float(self.flying) - self._spread) * (1.0 - math.exp(-dt_s / 0.12))
        return self._flutter(errand, root, dt_s) if self.flying else self._crawl(errand, root, dt_s)

    def advance(self, root: Root, dt_s: float) -> None:
        """Moves wings, legs or coils on."""
        speed = math.hypot(root.velocity_mps[0], root.velocity_mps[1])
        if isinstance(self.build, Snake):
            # The body follows in its own track: one wave of its shape for each wave's length of way.
            self._phase += 2.0 * math.pi * speed * dt_s * _SNAKE_WAVES / (0.8 * self.length_m)
        elif self.flying:
            self._phase += 2.0 * math.pi * self.build.beat_hz * dt_s
        else:
            self._phase += 2.0 * math.pi * speed * dt_s / (0.5 * self.length_m)

    def skins(self, root: Root) -> np.ndarray:
        """Skin matrices (bones, 4, 4) now."""
        turns = self._coils() if isinstance(self.build, Snake) else self._limbs(self.build)
        return self.rig.posed(root, turns)

    def _flutter(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        if self._course is None:
            self._course = Course(root.position_m, self._yaw, 0.9)
        goal = errand.goal_m
        height = max(self._start_m, self.ground_m + 0.9)
        resting = errand.verb not in ("fly", "run", "play", "jump")
        if resting:
            goal = root.position_m * (1.0, 1.0, 0.0) + (0.0, 0.0, self.ground_m + self._rest)
        broad = isinstance(self.build, Insect) and self.build.wings == "broad"
        speed = _FLUTTER_MPS * (0.7 if broad else 1.1) * errand.move.speed
        velocity, _ = self._course.towards(goal, root, speed, height, 3.0, dt_s)
        self._yaw = self._course.yaw_rad
        late = 6.0 * self._chance
        # A butterfly tumbles through the air; a bee hums along almost straight.
        wild = 0.35 if broad else 0.10
        tumble = [math.sin(rate * self._time + late * index) for index, rate in enumerate((5.1, 4.3, 7.0), 1)]
        velocity = velocity + wild * speed * np.array(tumble)
        turn = (
            facing(self._yaw)
            @ about(BACK, -0.15 * self._course.bank_radps)
            @ nod(0.25 + 0.1 * math.sin(6.0 * self._time))
        )
        return Wish(velocity, turn, None, grip=3.0, support=4.0, spring_rps=12.0)

    def _crawl(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        pace = self.length_m * (0.55 if isinstance(self.build, Snake) else 1.6)
        speed = {"walk": pace, "run": 2.0 * pace, "swim": pace, "play": pace, "fly": pace}.get(
            errand.verb, 0.0
        ) * errand.move.speed
        goal = errand.goal_m
        if goal is not None and speed > 0.0:
            way = goal - root.position_m
            off = (math.atan2(way[0], -way[1]) - self._yaw + math.pi) % (2.0 * math.pi) - math.pi
            self._yaw += min(1.5 * dt_s, max(-1.5 * dt_s, off))
            speed = min(speed, 2.0 * max(0.0, math.hypot(way[0], way[1]) - 0.5 * self.length_m))
        self._speed += (speed - self._speed) * (1.0 - math.exp(-dt_s / 0.15))
        ahead = np.array([math.sin(self._yaw), -math.cos(self._yaw), 0.0])
        return Wish(ahead * self._speed, facing(self._yaw), self.ground_m + self._rest, spring_rps=40.0)

    def _coils(self) -> Turns:
        step = 2.0 * math.pi * _SNAKE_WAVES / SNAKE_LINKS
        wide = 0.42
        turns: Turns = {
            "head": about(UP, -0.5 * wide * math.sin(self._phase))
            @ nod(0.12 + 0.08 * math.sin(1.3 * self._time))
        }
        for link in range(1, SNAKE_LINKS):
            turns[f"tail_{link}"] = about(UP, wide * math.cos(self._phase - step * link))
        return turns

    def _limbs(self, build: Insect) -> Turns:
        turns: Turns = {}
        stroke = math.sin(self._phase) * self._spread
        broad = build.wings == "broad"
        for side, sign in (("l", 1.0), ("r", -1.0)):
            rest = (0.75 + 0.35 * math.sin(1.9 * self._time)) * (1.0 - self._spread) if broad else 0.0
            lift = 0.35 * self._spread + (0.95 if broad else 0.8) * stroke + rest
            fold = 0.0 if broad else 1.15 * (1.0 - self._spread)
            turns[f"fore_wing_{side}"] = about(BACK, -sign * lift) @ about(UP, sign * fold)
            turns[f"hind_wing_{side}"] = about(BACK, -sign * (lift - 0.15 * stroke)) @ about(
                UP, sign * 0.7 * fold
            )
            for leg in (1, 2, 3):
                # Three feet stand while three swing: fore and hind of one side with the middle of the other.
                late = math.pi * ((leg % 2 == 0) != (side == "r"))
                moving = min(1.0, self._speed / (0.4 * self.length_m)) * (1.0 - self._spread)
                swing, high = math.sin(self._phase + late), max(0.0, math.cos(self._phase + late))
                turns[f"leg_{leg}_{side}"] = about(UP, sign * 0.30 * swing * moving) @ about(
                    BACK, -sign * (0.25 * high * moving - 0.35 * self._spread)
                )
        turns["abdomen"] = nod(-0.12 * self._spread + 0.03 * math.sin(3.0 * self._time))
        turns["head"] = about(UP, 0.15 * math.sin(0.9 * self._time + self._chance))
        return turns
