"""What hands and feet do to things: take, throw, catch, kick."""

import math
from typing import TYPE_CHECKING, Protocol

import numpy as np

from render_cluster.backends.physics.dynamics.holds import BONDS_COUNT_MAX
from render_cluster.backends.physics.dynamics.judging import target_of
from render_cluster.backends.physics.dynamics.people.build import reach
from render_cluster.backends.physics.dynamics.people.errand import Errand, target_m
from render_cluster.backends.physics.dynamics.people.grips import Grip, grip_of
from render_cluster.backends.physics.dynamics.people.posture import Posture, ease, mirrored, mixed
from render_cluster.backends.physics.dynamics.people.stances import crouching
from render_cluster.backends.physics.dynamics.people.traveller import Traveller
from render_cluster.backends.physics.dynamics.rotation import (
    matrix_quaternion,
    multiply,
    quaternion_matrix,
)
from render_cluster.backends.physics.dynamics.traits import mouth_of
from render_cluster.backends.physics.scene import Move
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

HELD = ("throw", "hold", "lift", "eat", "drink", "play", "row", "catch", "wave", "point", "work")
_CARRIED = ("hold", "play")
WIND_UP_S, RELEASE_S = 0.45, 0.80
_HAND_M = 0.09
# Held by the end of an upright handle, so much of their length from the middle.
_BY_HANDLE = ("hammer", "axe")
_HANDLE_SHARE = 0.32
_REACH_M = 0.34
_PATIENCE_S = 1.0
_BIG_M = 0.27
_GIVES_UP_S = 2.0
_CATCH_M = 0.55
KICK_S = (0.34, 0.60, 1.15)


def flight_mps(
    start_m: np.ndarray, target_m_: np.ndarray, gravity_mps2: float, speed: float, least_apex_m: float = 0.0
) -> np.ndarray:
    """The velocity of a parabola from hand to target; over `least_apex_m` where the target is high."""
    way = target_m_ - start_m
    far = float(math.hypot(way[0], way[1]))
    flight_s = max(0.35, far / (9.0 * max(0.3, speed)))
    if least_apex_m > 0.0:
        apex = max(least_apex_m, start_m[2] + 0.3)
        flight_s = math.sqrt(2.0 * (apex - start_m[2]) / gravity_mps2) + math.sqrt(
            2.0 * (apex - target_m_[2]) / gravity_mps2
        )
    velocity = way / flight_s
    velocity[2] += 0.5 * gravity_mps2 * flight_s
    return velocity


def throwing(t: float, base: Posture) -> Posture:
    """One-armed: the hand goes back over the shoulder, the chest turns, the arm whips forward."""
    back = ease(t / WIND_UP_S)
    forth = ease((t - WIND_UP_S) / (RELEASE_S - WIND_UP_S))
    after = ease((t - RELEASE_S - 0.05) / 0.6)
    held, wound, flung, down = (
        np.array(place)
        for place in ((-0.16, -0.34, 1.16), (-0.36, 0.16, 1.66), (-0.16, -0.46, 1.62), (-0.10, -0.36, 1.05))
    )
    right = held + (wound - held) * back
    right = right + (flung - right) * forth
    right = right + (down - right) * after
    left = np.array([0.20, -0.36, 1.20 + 0.15 * back - 0.25 * forth])
    turn = 0.55 * back - 1.0 * forth + 0.35 * after
    return base._replace(
        wrists_m=np.stack([left, right]),
        elbows=np.array([[1.0, 0.4, -0.8], [-1.0, 0.3, -0.5]]),
        twist_rad=-turn,
        lean_rad=base.lean_rad - 0.10 * back + 0.28 * forth - 0.15 * after,
        shift_m=base.shift_m + np.array([0.0, 0.06 * back - 0.16 * forth + 0.1 * after, -0.03 * forth]),
    )


def kicking_ankle(t: float, right_m: np.ndarray) -> np.ndarray | None:
    """The right ankle in a kick, in the heading's frame from below the pelvis; None before and after."""
    back_s, through_s, end_s = KICK_S
    if not 0.0 <= t < end_s:
        return None
    back, low, high = (
        np.array([-0.12, 0.42, 0.34]),
        np.array([-0.10, -0.62, 0.13]),
        np.array([-0.06, -0.78, 0.55]),
    )
    if t < back_s:
        return right_m + (back - right_m) * ease(t / back_s)
    if t < through_s:
        u = (t - back_s) / (through_s - back_s)
        return back + (low - back) * u**1.4
    if t < through_s + 0.14:
        return low + (high - low) * math.sin(0.5 * math.pi * (t - through_s) / 0.14)
    return high + (right_m - high) * ease((t - through_s - 0.14) / (end_s - through_s - 0.14))


def kicking(t: float, base: Posture) -> Posture:
    """Trunk and arms against the leg that kicks."""
    back_s, through_s, end_s = KICK_S
    back = ease(t / back_s) * (1.0 - ease((t - through_s + 0.05) / 0.2))
    forth = ease((t - back_s) / (through_s - back_s)) * (
        1.0 - ease((t - through_s - 0.1) / (end_s - through_s))
    )
    return base._replace(
        lean_rad=base.lean_rad + 0.18 * back - 0.16 * forth,
        turn_rad=-0.25 * back + 0.25 * forth,
        twist_rad=0.3 * back - 0.3 * forth,
        shift_m=base.shift_m + np.array([0.06, 0.0, -0.04]) * max(back, forth),
        nod_rad=0.35 * max(back, forth),
        wrists_m=base.wrists_m + mirrored(0.16, -0.05, 0.16) * max(back, forth),
    )


def reaching(share: float, base: Posture, thing_chest_m: np.ndarray, low: bool) -> Posture:
    """Hands to a thing at `thing_chest_m` (chest frame), crouched where it is low."""
    both = np.array([[0.12, 0.03, 0.0], [-0.12, 0.03, 0.0]]) + thing_chest_m
    wrists = base.wrists_m + (both - base.wrists_m) * share
    bent = base._replace(wrists_m=wrists, elbows=mirrored(1.0, 0.5, -0.6), nod_rad=0.4 * share)
    if not low:
        return bent._replace(lean_rad=0.2 * share, shift_m=base.shift_m + np.array([0.0, 0.05, 0.0]) * share)
    return mixed(bent, crouching()._replace(wrists_m=wrists, nod_rad=0.1), share)


class Owner(Protocol):
    """What hands ask of whose they are."""

    name: str
    scale: float
    ground_m: float
    traveller: Traveller
    held: set[str]
    """The things in hand."""

    def in_chest(self, world: "World", place_m: np.ndarray) -> np.ndarray:
        """A place of the world in the rest frame of the chest."""

    def forearm_tail(self, world: "World") -> np.ndarray:
        """The right wrist in the world."""


class Hands:
    """What a person has in hand, and how it got there and left."""

    def __init__(self, person: Owner, aside_m: dict[int, np.ndarray]) -> None:
        """`aside_m` is how far off each move (by its index) is aimed."""
        self._person = person
        self._aside_m = aside_m
        self.work_j = 0.0
        self.released: dict[str, Move] = {}

    def holds(self, thing: str | None) -> bool:
        """Whether a thing is in hand."""
        return thing is not None and thing in self._person.held

    def fill(self, world: "World", move: Move) -> None:
        """Puts a thing into the hand before anything moves: it was taken before the shot began."""
        thing = move.thing
        if thing is None or thing not in world.bodies or world.bodies[thing].fixed or world.is_held(thing):
            return
        if self._is_full():
            return
        hand = f"{self._person.name}.forearm_r"
        pose = world.pose(thing)
        near = float(np.linalg.norm(pose[:3] - world.pose(f"{self._person.name}.pelvis")[:3])) < 1.2
        carried = move.verb in HELD and move.verb != "lift" and pose[2] - self._person.ground_m > 0.35
        if not near or not carried or move.verb == "catch":
            return
        grip = grip_of(world.bodies[thing].kind) if move.verb in _CARRIED else None
        if grip is not None:
            world.place(thing, self._gripped(world, grip))
            world.grip(self._person.name, "spine", thing)
            self._person.held.add(thing)
            return
        pose[:3] = self._palm_m(world, hand, 0.5 * min(world.bodies[thing].size_m))
        ahead_m = np.zeros(3)
        if world.bodies[thing].kind in _BY_HANDLE:
            pose[3:] = self._fist_turn(world, hand)
            ahead_m = _HANDLE_SHARE * world.bodies[thing].size_m[2] * quaternion_matrix(pose[3:])[:, 2]
            pose[:3] += ahead_m
        world.place(thing, pose)
        self._take(world, thing, ahead_m)

    def reach_for(self, world: "World", errand: Errand, base: Posture) -> Posture:
        """Brings the hands to what is to be held, and closes them there."""
        thing, now = errand.move.thing, world.time_s
        assert thing is not None
        place = world.pose(thing)[:3]
        t = errand.since_s(now)
        low = place[2] - self._person.ground_m < 0.75 * self._person.scale
        hand = world.pose(f"{self._person.name}.forearm_r")[:3]
        radius = 0.5 * max(world.bodies[thing].size_m)
        close = float(np.linalg.norm(place - hand)) < _REACH_M + 0.26 + radius
        if errand.began_s is not None and close and t > _PATIENCE_S:
            self._take(world, thing)
        errand.done = t > _GIVES_UP_S
        return reaching(ease(t / _PATIENCE_S), base, self._person.in_chest(world, place), low)

    def catch(self, world: "World", thing: str) -> None:
        """Closes the hands on what flies into them."""
        place = world.pose(thing)[:3]
        chest = world.pose(f"{self._person.name}.spine")[:3]
        ahead = np.array([*self._person.traveller.ahead, 0.2])
        if float(np.linalg.norm(place - chest - 0.35 * ahead)) < _CATCH_M:
            self._take(world, thing)

    def throw(self, world: "World", index: int, move: Move) -> None:
        """Lets go with the velocity of the flight to the target."""
        thing = move.thing
        assert thing is not None
        pose, before = world.pose(thing), world.velocity(thing)[:3]
        target = target_m(world, move) if move.toward_m is not None else None
        if target is None:
            target = pose[:3] + 5.0 * np.array([*self._person.traveller.ahead, 0.0])
            target[2] = self._person.ground_m + 0.5
        mouth = self._mouth(world, move)
        target = (target if mouth is None else mouth) + self._aside_m.get(index, np.zeros(3))
        apex = target[2] + 1.3 if mouth is not None or target[2] > 2.2 else 0.0
        velocity = flight_mps(pose[:3], target, world.gravity_mps2, move.speed, apex)
        world.let_go(self._person.name, thing)
        self._person.held.discard(thing)
        world.place(thing, pose, velocity, (3.0 * self._person.traveller.ahead[1], 0.0, 0.0))
        mass = world.bodies[thing].mass_kg
        self.work_j += 0.5 * mass * float(velocity @ velocity - before @ before)
        self.released[thing] = move

    def _mouth(self, world: "World", move: Move) -> np.ndarray | None:
        """The middle of the ring of a hoop that a throw is meant for."""
        name = target_of(world, move.thing, move.toward_m)
        mouth = None if name is None else mouth_of(world.bodies[name])
        return None if mouth is None else mouth.middle_m

    def drop_all(self, world: "World") -> None:
        """Opens both hands."""
        world.let_go(self._person.name)
        self._person.held.clear()

    def _fist_turn(self, world: "World", hand: str) -> np.ndarray:
        """The turn (4,) of a tool with an upright handle: its head ahead of the fist, to strike the forearm's way."""
        down = self._person.forearm_tail(world) - world.pose(hand)[:3]
        down /= np.linalg.norm(down)
        ahead = np.array([*self._person.traveller.ahead, 0.0])
        ahead -= down * (ahead @ down)
        ahead /= np.linalg.norm(ahead)
        return matrix_quaternion(np.column_stack([down, np.cross(ahead, down), ahead]))

    def _take(self, world: "World", thing: str, ahead_m: np.ndarray | None = None) -> None:
        """Closes a hand on a thing whose middle is `ahead_m` from the palm, in the world."""
        if thing not in self._person.held and not world.is_held(thing) and not self._is_full():
            size = world.bodies[thing].size_m
            if sorted(size)[1] > _BIG_M:
                # Too large for one hand: it comes to rest against the chest, between both.
                before = np.array([0.0, -0.24 * self._person.scale - 0.5 * min(size[:2]), 0.02])
                world.grip(self._person.name, "spine", thing, before)
                self._person.held.add(thing)
                return
            thick = 0.5 * min(size)
            along = reach("forearm_r") * self._person.scale
            palm = along * (1.0 + (_HAND_M + 0.6 * min(thick, 0.3)) / float(np.linalg.norm(along)))
            if ahead_m is not None:
                palm = palm + ahead_m @ quaternion_matrix(world.pose(f"{self._person.name}.forearm_r")[3:])
            world.grip(self._person.name, "forearm_r", thing, palm)
            self._person.held.add(thing)

    def _is_full(self) -> bool:
        return len(self._person.held) >= BONDS_COUNT_MAX

    def _gripped(self, world: "World", grip: Grip) -> np.ndarray:
        """The pose (7,) in the world of a thing that is carried by its handle."""
        spine = world.pose(f"{self._person.name}.spine")
        arm = (np.array(grip.place_m) - np.array(BONES[BONE_INDEX["spine"]].head)) * self._person.scale
        place = spine[:3] + quaternion_matrix(spine[3:]) @ arm
        return np.concatenate([place, multiply(spine[3:], np.array(grip.turn))])

    def _palm_m(self, world: "World", hand: str, thick_m: float) -> np.ndarray:
        pose = world.pose(hand)
        along = self._person.forearm_tail(world)
        way = along - pose[:3]
        return along + way / np.linalg.norm(way) * (_HAND_M + 0.6 * min(thick_m, 0.3))
