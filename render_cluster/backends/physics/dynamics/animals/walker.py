"""An animal on four legs: where it wants to go, which feet carry it, and how all of it looks meanwhile."""

import math
import zlib

import numpy as np

from render_cluster.backends.physics.anatomy.kind import Species
from render_cluster.backends.physics.dynamics.animals import expressions
from render_cluster.backends.physics.dynamics.animals.errand import Errand
from render_cluster.backends.physics.dynamics.animals.feet import LEG_BONES, Feet
from render_cluster.backends.physics.dynamics.animals.gaits import (
    FOOTFALLS,
    LEGS,
    speed_at,
    stride_of,
)
from render_cluster.backends.physics.dynamics.animals.leaps import LEAP_EVERY_S, PLAY_S, Leaps
from render_cluster.backends.physics.dynamics.animals.postures import postures_of, towards
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
from render_cluster.backends.physics.dynamics.animals.wish import Wish
from render_cluster.backends.physics.scene import Animal

_WALK_FROUDE = 0.16
_RUN_SHARE = 0.55
_QUICKENING_G = 0.45
_TURN_RADPS = 2.4
_POSTURE_S = 0.20
_STILL = ("sit", "lie", "eat")


class Walker:
    """The gait and the bearing of one quadruped."""

    def __init__(self, animal: Animal, species: Species, gravity_mps2: float) -> None:
        self.rig = Rig(animal.species, animal.length_m)
        self.gravity, self.species = gravity_mps2, species
        self.hip_m = float(self.rig.head("thigh_l")[2])
        self.rest_m = self.rig.head("trunk")
        self.ground_m = 0.0
        self.fallen = False
        self.landings = 0
        toes = np.array([self.rig.tail(LEG_BONES[leg][2])[:2] for leg in LEGS])
        self.feet = Feet(toes - self.rest_m[:2], self.hip_m, gravity_mps2)
        self._postures = postures_of(self.rig)
        self._posture = self._postures["stand"]
        self._speed, self._yaw, self._spin = 0.0, animal.yaw_rad, 0.0
        self._verb, self._time, self._look = "stand", 0.0, 0.0
        self._leaps = Leaps(self.gravity, float(self.rest_m[2]))
        self._chance = zlib.crc32(animal.name.encode()) / 2**32

    @property
    def trunk_m(self) -> np.ndarray:
        """Where the trunk is when the animal stands at the origin."""
        return np.array([0.0, 0.0, self.rest_m[2]])

    @property
    def airborne(self) -> bool:
        """Whether a leap has left the ground."""
        return self._leaps.airborne

    def begin(self, root: Root) -> None:
        """Plants the feet under a trunk that is put somewhere."""
        self.ground_m = root.position_m[2] - self.rest_m[2]
        self._yaw = root.yaw_rad
        self.feet.stand(root, self.ground_m)

    def rise(self, root: Root) -> None:
        """Sets the feet under a trunk that lies on the ground."""
        self._yaw, self._speed = root.yaw_rad, 0.0
        self._leaps.stop()
        self._posture = self._postures["lie"]
        self.feet.stand(root, self.ground_m)

    def wish(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        """What the trunk should do now to carry out an errand."""
        self._time += dt_s
        if errand.verb != self._verb:
            self._verb, self._leaps.done = errand.verb, 0
        speed = self._wanted_speed(errand, root)
        self._steer(errand, root, speed, dt_s)
        step = _QUICKENING_G * self.gravity * dt_s
        aligned = math.cos(min(1.5, abs(_wrapped(self._bearing(errand, root) - self._yaw))))
        self._speed += min(step, max(-1.6 * step, speed * max(0.15, aligned) - self._speed))
        self._posture = towards(
            self._posture, self._postures[self._holding(errand)], 1.0 - math.exp(-dt_s / _POSTURE_S)
        )
        leap = self._leap(errand, root, dt_s)
        ahead = np.array([math.sin(self._yaw), -math.cos(self._yaw), 0.0])
        if leap is not None:
            return leap
        fall = FOOTFALLS[self.feet.stride.gait]
        going = min(1.0, self._speed / (0.3 * speed_at(_WALK_FROUDE, self.hip_m, self.gravity) + 1e-9))
        beat = 2.0 * math.pi * fall.beats * (self.feet.phase - 0.5 * self.feet.stride.duty / fall.beats)
        swing = -2.0 * math.pi * fall.beats * self.feet.stride.hz * math.sin(beat)
        bob = fall.bob * self.hip_m * going
        pitch = self._posture.pitch_rad + going * fall.pitch_rad * math.cos(
            2.0 * math.pi * (fall.beats * self.feet.phase - 0.12)
        )
        lean = math.atan(min(0.5, max(-0.5, self._speed * self._spin / self.gravity)))
        turn = facing(self._yaw) @ nod(pitch) @ about(BACK, -0.6 * lean)
        # Feet tread about half a hip ahead of a light trunk and hardly before a heavy one: size sets the rate.
        spring = min(60.0, 5.5 * math.sqrt(self.gravity / self.hip_m))
        return Wish(
            ahead * self._speed, turn, self.ground_m + self._posture.height_m - bob * math.cos(beat),
            climb_mps=-bob * swing, spring_rps=spring,
        )  # fmt: skip

    def advance(self, root: Root, dt_s: float) -> None:
        """Moves the feet on, given where the trunk really is."""
        if self.airborne or self.fallen:
            self.feet.falls = []
            self.feet.tuck(root, 0.72 * self.rest_m[2])
            return
        velocity = root.velocity_mps
        speed = math.hypot(velocity[0], velocity[1])
        stride = stride_of(self.species.gaits, speed, self.hip_m, self.gravity)
        shift = np.array([
            (self._posture.aside_m * (1.0 if leg.endswith("_l") else -1.0) if leg.startswith("hind") else 0.0,
             -self._posture.hind_m if leg.startswith("hind") else -self._posture.fore_m)
            for leg in LEGS
        ])  # fmt: skip
        self.feet.advance(root, self._spin, stride, shift, self.ground_m, dt_s)

    def skins(self, root: Root) -> np.ndarray:
        """Skin matrices (bones, 4, 4) now."""
        turns = self._turns(root)
        posed = self.rig.posed(root, turns)
        if self.fallen:
            return posed
        yaw = facing(root.yaw_rad)
        for index, leg in enumerate(LEGS):
            fold = math.sin(math.pi * self.feet.swing(index))
            hind = leg.startswith("hind")
            foot = yaw @ nod(-(0.9 if hind else 1.1) * fold)
            if self._posture.height_m < 0.62 * self.rest_m[2] or (hind and self._posture.pitch_rad > 0.3):
                # Who lies or sits lays the feet flat.
                foot = yaw @ nod(0.75 if hind else 0.9)
            self.rig.reach(posed, LEG_BONES[leg], self.feet.place(index), foot, 1.0 if hind else -1.0)
        return posed

    def _wanted_speed(self, errand: Errand, root: Root) -> float:
        walk = speed_at(_WALK_FROUDE, self.hip_m, self.gravity)
        top = max(_RUN_SHARE * self.species.top_froude, 1.2 * _WALK_FROUDE)
        if self.species.gaits[0] == "crawl":
            walk = speed_at(min(_WALK_FROUDE, 0.6 * self.species.top_froude), self.hip_m, self.gravity)
        run = speed_at(top, self.hip_m, self.gravity)
        speed = {"walk": walk, "run": run, "fly": run, "swim": walk}.get(errand.verb, 0.0) * errand.move.speed
        if errand.verb == "play" and errand.goal_m is not None:
            speed = run * 0.7
        if errand.goal_m is None or speed == 0.0:
            return speed
        left = float(np.hypot(*(errand.goal_m - root.position_m)[:2])) - 0.75 * float(
            -self.rig.tail("head")[1]
        )
        return min(speed, math.sqrt(2.0 * _QUICKENING_G * self.gravity * max(0.0, left)))

    def _bearing(self, errand: Errand, root: Root) -> float:
        if errand.goal_m is None or errand.verb in ("look", *_STILL):
            return self._yaw
        way = errand.goal_m - root.position_m
        if math.hypot(way[0], way[1]) < 0.3 * float(-self.rig.tail("head")[1]):
            return self._yaw
        return math.atan2(way[0], -way[1])

    def _steer(self, errand: Errand, root: Root, speed: float, dt_s: float) -> None:
        wanted = self._bearing(errand, root) if speed > 0.0 or errand.verb in ("jump", "play") else self._yaw
        most = _TURN_RADPS * min(3.0, math.sqrt(0.5 / self.hip_m))
        off = _wrapped(wanted - self._yaw)
        self._spin += (min(most, max(-most, 5.0 * off)) - self._spin) * (1.0 - math.exp(-dt_s / 0.10))
        self._yaw += self._spin * dt_s
        look = 0.0
        if errand.goal_m is not None:
            way = errand.goal_m - root.position_m
            look = _wrapped(math.atan2(way[0], -way[1]) - self._yaw)
        elif errand.verb == "look":
            look = 0.9 * math.sin(1.3 * errand.since_s)
        self._look += (min(1.0, max(-1.0, look)) - self._look) * (1.0 - math.exp(-dt_s / 0.18))

    def _holding(self, errand: Errand) -> str:
        if errand.verb == "play" and self._speed < 0.3:
            return "bow" if errand.since_s % PLAY_S < 1.5 else "stand"
        if errand.verb in _STILL and self._speed < 0.15 * math.sqrt(self.gravity * self.hip_m):
            return errand.verb
        return "stand"

    def _leap(self, errand: Errand, root: Root, dt_s: float) -> Wish | None:
        due = errand.verb == "jump" and errand.since_s >= self._leaps.done * LEAP_EVERY_S
        if errand.verb == "play" and errand.goal_m is None and errand.since_s % PLAY_S > 1.9:
            due = errand.since_s // PLAY_S >= self._leaps.done
        if not self._leaps.under_way:
            if not due:
                return None
            self._leaps.start()
        high = (0.45 if errand.verb == "play" else 0.95) * self.hip_m * min(1.6, errand.move.speed)
        level = np.array([math.sin(self._yaw), -math.cos(self._yaw), 0.0]) * self._speed
        if errand.goal_m is not None and errand.verb == "jump":
            gap = (errand.goal_m - root.position_m) * (1.0, 1.0, 0.0)
            air_s = 2.0 * math.sqrt(2.0 * high / self.gravity)
            level = gap * min(1.0, 2.2 * self.hip_m / max(float(np.linalg.norm(gap)), 1e-6)) / air_s
        stand_m = self.ground_m + self.rest_m[2]
        wish = self._leaps.wish(root, facing(self._yaw), level, high, stand_m, dt_s)
        if wish is None:
            self.landings += 1
            self.feet.stand(root, self.ground_m)
        return wish

    def _turns(self, root: Root) -> Turns:
        """The turns of everything but the legs."""
        phase = 2.0 * math.pi * self.feet.phase
        speed = math.hypot(root.velocity_mps[0], root.velocity_mps[1])
        fast = self.feet.stride.gait in ("gallop", "bound", "hop") and speed > 0.3 * math.sqrt(
            self.gravity * self.hip_m
        )
        flex = (0.16 if fast else 0.0) * math.sin(phase + 0.6)
        sway = 0.06 * math.sin(phase) * min(1.0, speed / (0.2 * math.sqrt(self.gravity * self.hip_m)))
        if self.species.gaits[0] == "crawl":
            sway *= 3.0
        breath = 0.012 * math.sin(2.0 * self._time + 6.0 * self._chance)
        steady = 0.7 * math.asin(min(1.0, max(-1.0, -float(root.turn[2, 1])))) - self._posture.pitch_rad * 0.7
        neck = self._posture.neck_rad - 0.5 * steady + breath - 0.5 * flex
        head = self._posture.head_rad - 0.5 * steady - breath
        nodding = 0.05 * math.sin(2 * phase) * (self.feet.stride.gait in ("walk", "pace")) * min(1.0, speed)
        chew = 0.0
        if self._verb == "eat" and self._posture.neck_rad < -0.1:
            chew = 0.16 * (0.5 + 0.5 * math.sin(9.0 * self._time))
            head += 0.04 * math.sin(4.5 * self._time)
        turns = {
            "chest": nod(flex) @ about(UP, sway),
            "pelvis": nod(-flex) @ about(UP, -sway),
            "neck": about(UP, 0.45 * self._look) @ nod(neck + nodding),
            "head": about(UP, 0.55 * self._look) @ nod(head - nodding),
            "jaw": nod(-chew - (0.12 if fast else 0.0)),
        }
        pace = speed / math.sqrt(self.gravity * self.hip_m)
        wags = self.species.wags and self._verb not in ("lie", "fall")
        turns |= expressions.tail(self._time, pace, phase, wags, self._chance)
        turns |= expressions.ears(self._time, pace, self._chance, fans="tusks" in self.species.build.extras)
        if self._verb == "shake":
            expressions.shake(turns, self._time)
        for link in (1, 2, 3):
            if f"nose_{link}" in self.rig.index:
                lift = 0.10 * math.sin(1.1 * self._time + link) + (0.45 if self._verb == "eat" else 0.0) * (
                    link == 3
                )
                turns[f"nose_{link}"] = nod(lift) @ about(
                    BACK, 0.10 * math.sin(0.9 * self._time + 0.7 * link)
                )
        return turns


def _wrapped(angle_rad: float) -> float:
    return (angle_rad + math.pi) % (2.0 * math.pi) - math.pi
