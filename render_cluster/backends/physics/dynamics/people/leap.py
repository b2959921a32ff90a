"""Jumping: down, off the ground, through the air as gravity will have it, and softly down again."""

import math
from typing import NamedTuple

from render_cluster.backends.physics.dynamics.people.posture import STAND_M

_CROUCH_S, _LEAP_MPS, _PAUSE_S = 0.42, 2.4, 0.55
# Over a rope one hops low and at once again.
_HOP_CROUCH_S, _HOP_MPS, _HOP_PAUSE_S = 0.26, 1.3, 0.08
_MEASURED_AFTER_S = 0.07


class Flight(NamedTuple):
    """A pelvis in the air: from when, from what height over the ground, how fast upwards."""

    from_s: float
    height_m: float
    rise_mps: float

    def height_at(self, now_s: float, gravity_mps2: float) -> float:
        """Height over the ground on the parabola."""
        t = now_s - self.from_s
        return self.height_m + self.rise_mps * t - 0.5 * gravity_mps2 * t * t

    def speed_at(self, now_s: float, gravity_mps2: float) -> float:
        """How fast it rises."""
        return self.rise_mps - gravity_mps2 * (now_s - self.from_s)

    def lands_s(self, height_m: float, gravity_mps2: float) -> float:
        """When it comes down to a height; at once where it never gets there."""
        root = self.rise_mps**2 + 2.0 * gravity_mps2 * (self.height_m - height_m)
        return self.from_s + (self.rise_mps + math.sqrt(max(0.0, root))) / gravity_mps2


class Leap:
    """Jump after jump: who leaves the ground flies as fast as their legs truly sent them."""

    def __init__(self, scale: float, gravity_mps2: float, speed: float, hops: bool = False) -> None:
        self._stand_m = STAND_M * scale
        self._gravity_mps2 = gravity_mps2
        self.crouch_s, self._pause_s = (_HOP_CROUCH_S, _HOP_PAUSE_S) if hops else (_CROUCH_S, _PAUSE_S)
        self.rise_mps = (_HOP_MPS if hops else _LEAP_MPS) * math.sqrt(scale) * min(1.5, max(0.5, speed))
        self.flight: Flight | None = None
        self._began_s: float | None = None
        self._took_off_s = self._landed_s = -1.0
        self._measured = False

    @property
    def flight_s(self) -> float:
        """How long a flight is expected to last."""
        return 2.0 * self.rise_mps / self._gravity_mps2

    def go(self, now_s: float, height_m: float, rising_mps: float, again: bool) -> tuple[float, float]:
        """Takes in how high the pelvis is over the ground and how fast it rises.

        Returns the seconds since the crouch began and how long the flight lasts, as far as it is known.
        """
        if self._began_s is None or (
            self._landed_s > 0.0 and now_s > self._landed_s + self._pause_s and again
        ):
            self._began_s, self._landed_s, self._measured = now_s, -1.0, False
        t = now_s - self._began_s
        if self.flight is None and self._landed_s < 0.0 and t >= self.crouch_s:
            self.flight, self._took_off_s = Flight(now_s, self._stand_m, self.rise_mps), now_s
        elif self.flight is not None:
            self._fly(now_s, height_m, rising_mps)
        if self._landed_s > 0.0:
            return t, self._landed_s - self._began_s - self.crouch_s
        if self.flight is not None:
            lands_s = self.flight.lands_s(self._stand_m, self._gravity_mps2)
            return t, max(lands_s - self._began_s - self.crouch_s, t - self.crouch_s + 0.05)
        return t, self.flight_s

    def _fly(self, now_s: float, height_m: float, rising_mps: float) -> None:
        assert self.flight is not None
        if not self._measured and now_s - self._took_off_s > _MEASURED_AFTER_S:
            self.flight, self._measured = Flight(now_s, height_m, max(0.2, rising_mps)), True
        elif self._measured and rising_mps < 0.0 and height_m < self._stand_m + 0.02:
            self.flight, self._landed_s = None, now_s
