"""One move of a person as it is carried out: where it takes place, when it truly began, what it is about."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from render_cluster.backends.physics.dynamics.people.traveller import Going, Traveller, heading_to
from render_cluster.backends.physics.scene import Move

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

LEGS = (
    "walk", "run", "jump", "sit", "crouch", "kneel", "lie", "swim", "ride", "kick", "dance", "push", "lift",
    "spin", "row",
)  # fmt: skip
"""Verbs that say what the legs do; the last that is on rules them, all others go on top."""

_NEAR_M = {"lift": 0.44, "hold": 0.44, "hug": 0.40, "work": 0.25, "eat": 0.5, "drink": 0.5, "play": 0.5}
_WALK_MPS, _RUN_MPS = 1.30, 3.6
_BEGUN_ELSEWHERE = ("sit", "kick")
_ON_AND_ON_M = 200.0
_HURRY_FROM_M = 3.5
_STUCK_S = 0.9
_CLOSE_M = 0.2
RUN_UP_M = 0.62


@dataclass(slots=True)
class Errand:
    """A move and how far it has come; `began_s` is when its place was reached."""

    move: Move
    began_s: float | None = None
    done: bool = False
    stuck_s: float = 0.0

    @property
    def verb(self) -> str:
        """What is done."""
        return self.move.verb

    def on(self, now_s: float) -> bool:
        """Whether it is time for it."""
        return self.move.from_s <= now_s + 1e-9 < self.move.to_s

    def since_s(self, now_s: float) -> float:
        """Time since it began in earnest; 0 while still on the way."""
        return 0.0 if self.began_s is None else now_s - self.began_s

    def going(self, world: "World", traveller: Traveller, radius_m: float) -> Going:
        """Where this errand leads now; `radius_m` is how large its thing is, seen from above."""
        move, place = self.move, traveller.place_m
        target = target_m(world, move)
        if self.verb in ("walk", "run"):
            speed = (_WALK_MPS if self.verb == "walk" else _RUN_MPS) * move.speed
            if target is None:
                return Going(place + _ON_AND_ON_M * traveller.ahead, speed)
            short = 0.0 if move.toward_m is not None else radius_m + 0.45
            return Going(_short_of(place, target[:2], short), speed)
        if self.verb == "spin":
            return Going(None, face_rad=traveller.yaw_rad + 2.0, turn_radps=5.0 * move.speed)
        if target is None:
            return Going()
        face = heading_to(place, target[:2])
        if self.verb == "push":
            # Near enough for the arms to press on it; it leads on only as it gives way.
            return Going(_short_of(place, target[:2], radius_m + 0.36), 0.9 * move.speed, face, clear_m=0.0)
        if self.verb in _NEAR_M and move.thing is not None and self.began_s is None:
            goal = _short_of(place, target[:2], _NEAR_M[self.verb] + radius_m)
            return Going(goal, self._pace(place, goal), face, clear_m=_CLOSE_M)
        if float(math.hypot(*(target[:2] - place))) < 0.3:
            return Going()
        return Going(None, face_rad=face)

    def begin_if_there(self, now_s: float, dt_s: float, traveller: Traveller, going: Going) -> None:
        """Begins in earnest once there is nowhere left to go, or no way on."""
        if self.began_s is not None or self.verb in _BEGUN_ELSEWHERE:
            return
        travels = self.verb in ("walk", "run", "push")
        self.stuck_s = self.stuck_s + dt_s if traveller.speed_mps < 0.08 else 0.0
        stuck = self.stuck_s > _STUCK_S
        if going.goal_m is None or travels or stuck or traveller.arrived(going.goal_m, 0.16):
            self.began_s = now_s

    def _pace(self, place_m: np.ndarray, goal_m: np.ndarray) -> float:
        far = float(math.hypot(*(goal_m - place_m)))
        return 1.35 + 1.2 * min(1.0, max(0.0, far - _HURRY_FROM_M))


def target_m(world: "World", move: Move) -> np.ndarray | None:
    """What a move is about as a place: its `toward_m`, else where its thing is now."""
    if move.toward_m is not None:
        return np.array(move.toward_m, float)
    return None if move.thing is None else thing_m(world, move.thing)


def thing_m(world: "World", name: str) -> np.ndarray | None:
    """Where a body is, or a performer's face; None for what is not there."""
    for candidate in (f"{name}.head", name):
        if world.has(candidate):
            return world.pose(candidate)[:3]
    root = next((one.name for one in world.performers if one.name == name), None)
    return None if root is None else world.pose(next(iter(world.performer(root).materials)))[:3]


def _short_of(start_m: np.ndarray, end_m: np.ndarray, short_m: float) -> np.ndarray:
    way = end_m - start_m
    far = float(math.hypot(*way))
    return end_m - way * (min(short_m, far) / max(far, 1e-6))
