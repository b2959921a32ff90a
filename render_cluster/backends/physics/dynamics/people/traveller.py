"""How someone goes from place to place: speeds up, turns towards where they go, stops short of what is solid."""

import math
from typing import NamedTuple

import numpy as np

_SPEED_UP_MPS2 = 2.6
_TURN_RADPS = 3.2
_TURN_GAIN_PS = 5.0
_ARRIVED_M = 0.06
_CLEAR_M = 0.5
_YIELD_PS = 2.5
_YIELD_FROM_M = 0.05


class Going(NamedTuple):
    """Where to: a place (x, y) to stop at, how fast; or only a heading to face.

    `clear_m` is how near to solid things it may lead.
    """

    goal_m: np.ndarray | None = None
    speed_mps: float = 1.35
    face_rad: float | None = None
    turn_radps: float = _TURN_RADPS
    clear_m: float = _CLEAR_M


class Obstacle(NamedTuple):
    """Something solid seen from above: a disc."""

    middle_m: np.ndarray
    radius_m: float


class Traveller:
    """Someone's intended place, heading and velocity on the ground."""

    def __init__(self, place_m: np.ndarray, yaw_rad: float) -> None:
        self.place_m = np.array(place_m, float)
        self.yaw_rad = yaw_rad
        self.velocity_mps = np.zeros(2)
        self.turn_radps = 0.0

    @property
    def ahead(self) -> np.ndarray:
        """The direction faced."""
        return np.array([math.sin(self.yaw_rad), -math.cos(self.yaw_rad)])

    @property
    def speed_mps(self) -> float:
        """How fast the intended place moves."""
        return float(math.hypot(*self.velocity_mps))

    def go(self, dt_s: float, going: Going, obstacles: list[Obstacle]) -> None:
        """Moves the intention on by `dt_s`."""
        wish, face = self._wish(going)
        if face is not None:
            self._turn(dt_s, face, going.turn_radps)
        wish = self._kept_clear(wish, obstacles, going.clear_m)
        change = wish - self.velocity_mps
        size = float(math.hypot(*change))
        most = _SPEED_UP_MPS2 * dt_s
        self.velocity_mps = self.velocity_mps + change * min(1.0, most / max(size, 1e-9))
        self.place_m = self.place_m + self.velocity_mps * dt_s

    def give_way(self, dt_s: float, actual_m: np.ndarray) -> None:
        """Lets the intention follow a body that was pushed away from it."""
        away = actual_m - self.place_m
        far = float(math.hypot(*away))
        if far > _YIELD_FROM_M:
            self.place_m = self.place_m + away * (1.0 - _YIELD_FROM_M / far) * min(1.0, _YIELD_PS * dt_s)

    def arrived(self, goal_m: np.ndarray, within_m: float = 0.12) -> bool:
        """Whether the intention stands at a goal."""
        return float(math.hypot(*(goal_m - self.place_m))) < within_m

    def _wish(self, going: Going) -> tuple[np.ndarray, float | None]:
        if going.goal_m is None:
            return np.zeros(2), going.face_rad
        way = going.goal_m - self.place_m
        far = float(math.hypot(*way))
        if far < _ARRIVED_M:
            return np.zeros(2), going.face_rad
        heading = math.atan2(way[0], -way[1])
        off = abs(wrapped(heading - self.yaw_rad))
        braking = math.sqrt(2.0 * 0.6 * _SPEED_UP_MPS2 * far)
        speed = min(going.speed_mps, braking) * max(0.0, math.cos(min(off, math.pi / 2.0))) ** 2
        if far < 0.6 and going.face_rad is not None:
            # The last step goes aside or back rather than round.
            return way / far * min(0.5, braking), going.face_rad
        ahead = np.array([math.sin(self.yaw_rad), -math.cos(self.yaw_rad)])
        direction = way / far if off < 0.5 else ahead
        return direction * speed, heading

    def _turn(self, dt_s: float, face_rad: float, fastest_radps: float) -> None:
        off = wrapped(face_rad - self.yaw_rad)
        wish = max(-fastest_radps, min(fastest_radps, _TURN_GAIN_PS * off))
        self.turn_radps += (wish - self.turn_radps) * min(1.0, 12.0 * dt_s)
        self.yaw_rad += self.turn_radps * dt_s

    def _kept_clear(self, wish: np.ndarray, obstacles: list[Obstacle], clear_m: float) -> np.ndarray:
        """Takes out of a wished velocity what would lead into something solid, so that one goes round it."""
        for obstacle in obstacles:
            away = self.place_m - obstacle.middle_m
            far = float(math.hypot(*away))
            gap = far - obstacle.radius_m
            outwards = away / max(far, 1e-6)
            inwards = -float(wish @ outwards)
            if inwards > 0.0 and gap < clear_m + 0.5 * inwards:
                wish = wish + outwards * inwards * min(1.0, (clear_m + 0.5 * inwards - gap) / 0.3)
        return wish


def wrapped(angle_rad: float) -> float:
    """The same direction between -pi and pi."""
    return (angle_rad + math.pi) % (2.0 * math.pi) - math.pi


def heading_to(start_m: np.ndarray, end_m: np.ndarray) -> float:
    """The yaw that faces from one place to another."""
    way = np.subtract(end_m, start_m)
    return math.atan2(way[0], -way[1])
