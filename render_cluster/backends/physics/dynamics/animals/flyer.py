"""A bird: on its feet it hops or walks, in the air its wings beat, it banks into turns, and it lands."""

import math
import zlib

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Bird
from render_cluster.backends.physics.anatomy.kind import Species
from render_cluster.backends.physics.anatomy.skeletons import unit_scale
from render_cluster.backends.physics.anatomy.species import mass_kg
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

_BEAT_HZ_MOST = 9.0
_LANDED_M = 0.04
_STAYING = frozenset({"stand", "sit", "look", "eat"})


class Flyer:
    """The will and the looks of one bird."""

    def __init__(self, animal: Animal, species: Species, build: Bird, gravity_mps2: float) -> None:
        self.rig = Rig(animal.species, animal.length_m)
        self.gravity, self.species, self.build = gravity_mps2, species, build
        self.rest_m = self.rig.head("trunk")
        self.ground_m, self.fallen, self.landings = 0.0, False, 0
        mass = mass_kg(species, animal.length_m)
        # Wing beats slow with the cube root of mass (Pennycuick 1990, rounded to birds of one shape).
        self.beat_hz = min(_BEAT_HZ_MOST, 4.8 * mass ** (-1.0 / 3.0))
        self.cruise_mps = 8.0 * mass ** (1.0 / 6.0)
        self.flying = False
        self._scale = animal.length_m * unit_scale(build)
        self._spread, self._beat, self._step, self._speed = 0.0, 0.0, 0.0, 0.0
        self._yaw, self._time, self._verb = animal.yaw_rad, 0.0, "stand"
        self._course: Course | None = None
        self._strength, self._hop_s, self._start_m = 1.0, 0.0, 0.0
        self._chance = zlib.crc32(animal.name.encode()) / 2**32
        self._nod = 0.0
        self._stays = bool(animal.moves) and all(move.verb in _STAYING for move in animal.moves)

    @property
    def trunk_m(self) -> np.ndarray:
        """Where the trunk is when the bird stands at the origin."""
        return np.array([0.0, 0.0, self.rest_m[2]])

    def begin(self, root: Root) -> None:
        """Stands, also on what is high where it is told to stay; flies where it begins in the air else."""
        low = root.position_m[2] - self.rest_m[2]
        self.flying = low > 0.3 and not self._stays
        self.ground_m = 0.0 if self.flying else low
        self._spread = float(self.flying)
        self._start_m, self._yaw = root.position_m[2], root.yaw_rad

    def wish(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        """What the trunk should do now to carry out an errand."""
        self._time += dt_s
        self._verb = errand.verb
        goal = errand.goal_m
        far = goal is not None and float(np.linalg.norm((goal - root.position_m)[:2])) > 0.3
        wings = errand.verb == "fly" or (
            errand.verb in ("run", "jump") and self.species.medium == "air" and far
        )
        self._spread += (float(self.flying) - self._spread) * (1.0 - math.exp(-dt_s / 0.09))
        if self.fallen or not (wings or self.flying) or self.species.flightless:
            return self._on_foot(errand, root, dt_s)
        if not self.flying:
            self.flying, self._course = True, None
        return self._in_air(errand, root, wings, dt_s)

    def advance(self, root: Root, dt_s: float) -> None:
        """Beats the wings, and steps along with the ground."""
        speed = math.hypot(root.velocity_mps[0], root.velocity_mps[1])
        if self.flying:
            self._beat += 2.0 * math.pi * self.beat_hz * (0.75 + 0.25 * self._strength) * dt_s
        else:
            self._step += speed / (1.3 * self._leg_m) * math.pi * dt_s

    def skins(self, root: Root) -> np.ndarray:
        """Skin matrices (bones, 4, 4) now."""
        matrices = self.rig.posed(root, self._turns(root))
        # A folded wing is the swelling of the flank; the spread one shrinks into it.
        if self._spread < 0.98 and self.build.chord > 0.3:
            self._shrink_wings(matrices)
        return matrices

    @property
    def _leg_m(self) -> float:
        return max(0.2, self.build.leg) * self._scale

    def _on_foot(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        goal = errand.goal_m
        walk = 0.9 * math.sqrt(self.gravity * self._leg_m * 0.35)
        speed = {"walk": walk, "run": 2.2 * walk, "fly": 1.8 * walk, "play": walk, "swim": walk}.get(
            errand.verb, 0.0
        ) * errand.move.speed
        if goal is not None and speed > 0.0:
            way = goal - root.position_m
            left = math.hypot(way[0], way[1]) - 0.5 * self._scale
            speed = min(speed, 3.0 * max(0.0, left))
            off = (math.atan2(way[0], -way[1]) - self._yaw + math.pi) % (2 * math.pi) - math.pi
            self._yaw += min(4.0 * dt_s, max(-4.0 * dt_s, off))
        self._speed += (speed - self._speed) * (1.0 - math.exp(-dt_s / 0.12))
        ahead = np.array([math.sin(self._yaw), -math.cos(self._yaw), 0.0])
        height = self.ground_m + self.rest_m[2]
        peck = errand.verb == "eat"
        self._nod += ((0.95 * (math.sin(3.2 * self._time) > -0.4) if peck else 0.0) - self._nod) * (
            1.0 - math.exp(-dt_s / 0.07)
        )
        low = {"sit": 0.45, "lie": 0.45}.get(errand.verb, 0.0) * self._leg_m
        hop = 0.0
        if (self.species.hops and self._speed > 0.2 * walk) or errand.verb == "jump":
            hop = 0.55 * self._leg_m * abs(math.sin(math.pi * 2.6 * self._time))
        waddle = 0.10 * math.sin(self._step) * min(1.0, self._speed / walk) * (self.build.leg < 0.35)
        turn = facing(self._yaw) @ nod(-self._nod * 0.55) @ about(BACK, waddle)
        return Wish(
            ahead * self._speed,
            turn,
            height - low + hop,
            spring_rps=min(60.0, 5.0 * math.sqrt(self.gravity / self._leg_m)),
        )

    def _in_air(self, errand: Errand, root: Root, wings: bool, dt_s: float) -> Wish:
        goal = errand.goal_m if wings else None
        radius = max(8.0 * self._scale, self.cruise_mps**2 / (0.55 * self.gravity))
        if self._course is None:
            self._course = Course(root.position_m, self._yaw, min(radius, 5.0))
        speed = min(self.cruise_mps, math.sqrt(0.55 * self.gravity * 5.0)) * errand.move.speed
        height = max(self._start_m, self.ground_m + 1.6 + 2.0 * self._scale)
        if not wings:
            goal = root.position_m * (1.0, 1.0, 0.0) + 0.8 * root.heading
            goal[2] = self.ground_m + self.rest_m[2]
            speed = 0.45 * speed
        elif goal is not None:
            goal = goal + self.rest_m[2] * UP
        velocity, left = self._course.towards(goal, root, speed, height, 2.2, dt_s)
        self._yaw = self._course.yaw_rad
        low = root.position_m[2] - self.ground_m - self.rest_m[2]
        perched = (
            wings and goal is not None and left < 0.08 + 0.12 * self._scale and errand.move.thing is not None
        )
        if perched or (low < _LANDED_M * (1.0 + self._scale) and not wings):
            self.flying, self._speed = False, 0.0
            self.landings += 1
            if perched:
                self.ground_m = float(root.position_m[2] - self.rest_m[2])
        bank = math.atan(
            min(1.2, max(-1.2, math.hypot(velocity[0], velocity[1]) * self._course.bank_radps / self.gravity))
        )
        climb = math.atan2(velocity[2], max(0.5, math.hypot(velocity[0], velocity[1])))
        gliding = (
            self.species.build.span > 3.3
            and velocity[2] < 0.25
            and (self._time * 0.23 + self._chance) % 1.0 > 0.45
        )
        wanted = 0.06 if gliding else 1.0 + 0.5 * max(0.0, climb)
        self._strength += (wanted - self._strength) * (1.0 - math.exp(-dt_s / 0.25))
        flare = 0.5 if not wings and low < 0.6 else 0.0
        level = -0.82 * self.build.posture_rad
        turn = facing(self._yaw) @ about(BACK, -bank) @ nod(level + 0.6 * climb + flare)
        # Each downstroke lifts the body a little and each upstroke lets it sink.
        pulse = 0.05 * self.beat_hz * self._scale * math.cos(self._beat) * self._strength
        return Wish(
            velocity + np.array([0.0, 0.0, pulse]), turn, None, grip=2.0, support=3.5, spring_rps=11.0
        )

    def _turns(self, root: Root) -> Turns:
        stroke = math.sin(self._beat) * self._strength * self._spread
        lag = math.sin(self._beat - 0.9) * self._strength * self._spread
        tilt = self.build.posture_rad
        pitch = math.asin(min(1.0, max(-1.0, -float(root.turn[2, 1]))))
        steady = -0.75 * pitch
        turns: Turns = {
            "neck": nod(0.5 * steady - 0.6 * self._nod + self._bob(root)),
            "head": nod(0.5 * steady - 0.5 * self._nod) @ about(UP, self._glance()),
            "jaw": nod(-0.18 * (self._verb in ("play", "shake")) * (math.sin(9.0 * self._time) > 0)),
            "tail": nod(
                0.10 * lag * (self.beat_hz < 6) + 0.12 * math.sin(2.0 * self._time) * (not self.flying)
            ),
        }
        flipper = self.build.chord < 0.3
        for side, sign in (("l", 1.0), ("r", -1.0)):
            if flipper:
                hang = 1.15 + 0.10 * math.sin(6.0 * self._time) * (self._speed > 0.05)
                turns[f"arm_{side}"] = nod(-tilt * 0.0) @ about(BACK, sign * hang)
                continue
            # In flight the body is level: the wings, spread across it, are turned level with it.
            up = 0.12 + 0.72 * stroke
            turns[f"arm_{side}"] = (
                nod(0.82 * tilt * 0.0) @ about(BACK, -sign * up) @ about(UP, sign * 0.10 * (1.0 - lag))
            )
            fold = 0.42 * max(0.0, -math.cos(self._beat)) * self._strength
            turns[f"forearm_{side}"] = about(BACK, -sign * 0.30 * lag) @ about(UP, -sign * 0.5 * fold)
            turns[f"hand_{side}"] = about(BACK, -sign * 0.40 * lag) @ about(UP, sign * 0.9 * fold)
            turns[f"arm_{side}"] = (
                nod(0.82 * tilt) @ turns[f"arm_{side}"] if self._spread > 0.0 else turns[f"arm_{side}"]
            )
        return turns | self._legs()

    def _legs(self) -> Turns:
        turns: Turns = {}
        tilt = 0.82 * self.build.posture_rad
        for side, sign in (("l", 1.0), ("r", -1.0)):
            if self.flying:
                tuck = self._spread
                # Feet trail under the tail.
                turns[f"thigh_{side}"] = nod((tilt - 1.15) * tuck)
                turns[f"shin_{side}"] = nod(-0.35 * tuck)
                turns[f"foot_{side}"] = nod(-0.75 * tuck)
                continue
            step = math.sin(self._step + (math.pi if sign < 0 else 0.0)) * min(1.0, self._speed / 0.1)
            lift = max(0.0, math.cos(self._step + (math.pi if sign < 0 else 0.0))) * min(
                1.0, self._speed / 0.1
            )
            if self.species.hops:
                step, lift = 0.0, 0.0
            crouch = 0.8 if self._verb in ("sit", "lie") else 0.0
            level = 0.55 * self._nod
            turns[f"thigh_{side}"] = nod(0.35 * step + 0.4 * lift + 0.5 * crouch + level)
            turns[f"shin_{side}"] = nod(-0.75 * lift - 1.1 * crouch)
            turns[f"foot_{side}"] = nod(-0.35 * step + 0.45 * lift + 0.6 * crouch)
        return turns

    def _bob(self, root: Root) -> float:
        """Pigeons and hens hold the head still and let the body catch up."""
        del root
        return 0.22 * math.sin(2.0 * self._step) * min(1.0, self._speed / 0.1) * (not self.species.hops)

    def _glance(self) -> float:
        """Birds turn the head in jerks."""
        beat = math.floor(1.4 * self._time + 9.0 * self._chance)
        return 0.0 if self.flying else 0.55 * math.sin(12.9 * beat * (1.0 + self._chance))

    def _shrink_wings(self, matrices: np.ndarray) -> None:
        share = max(0.02, self._spread)
        for side in "lr":
            shoulder = matrices[self.rig.index[f"arm_{side}"]]
            at = shoulder[:3, :3] @ self.rig.head(f"arm_{side}") + shoulder[:3, 3]
            for name in ("arm", "forearm", "hand"):
                matrix = matrices[self.rig.index[f"{name}_{side}"]]
                matrix[:3, 3] = at + share * (matrix[:3, 3] - at)
                matrix[:3, :3] *= share
