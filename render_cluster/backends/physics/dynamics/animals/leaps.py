"""Leaps: crouch, push off with straightening legs, fly as thrown, land."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.animals.rig import Root, nod
from render_cluster.backends.physics.dynamics.animals.wish import Wish

LEAP_EVERY_S = 1.5
PLAY_S = 2.6
"""How long a round of play takes: a bow, then a hop."""
_CROUCH_S = 0.24
_PUSH_S = 0.35
_FLIGHT_S_MAX = 3.0
_CROUCH_SHARE = 0.26
_LEGS_REACH = 0.22


class Leaps:
    """The leaps of one animal, one after another; `done` counts those begun."""

    def __init__(self, gravity_mps2: float, stand_m: float) -> None:
        """`stand_m` is the height of the trunk of one who stands."""
        self.done = 0
        self._gravity, self._stand_m = gravity_mps2, stand_m
        self._since_s: float | None = None

    @property
    def under_way(self) -> bool:
        """Whether a leap has begun and has not ended."""
        return self._since_s is not None

    @property
    def airborne(self) -> bool:
        """Whether the crouch of a leap is over."""
        return self._since_s is not None and self._since_s > _CROUCH_S

    def start(self) -> None:
        """Begins to crouch."""
        self._since_s, self.done = 0.0, self.done + 1

    def stop(self) -> None:
        """Gives up the leap that is under way."""
        self._since_s = None

    def wish(
        self, root: Root, turn: np.ndarray, level_mps: np.ndarray, high_m: float, height_m: float, dt_s: float
    ) -> Wish | None:
        """What the trunk should do for a leap `high_m` high at `level_mps`; None once it has landed."""
        self._since_s = (self._since_s or 0.0) + dt_s
        rise = math.sqrt(2.0 * self._gravity * high_m)
        if self._since_s <= _CROUCH_S:
            dip = _CROUCH_SHARE * self._stand_m * math.sin(0.5 * math.pi * self._since_s / _CROUCH_S)
            return Wish(0.3 * level_mps, turn, height_m - dip, spring_rps=22.0)
        above, climb = root.position_m[2] - height_m, root.velocity_mps[2]
        pushes = self._since_s < _CROUCH_S + _PUSH_S and climb < 0.95 * rise
        if pushes and above < _LEGS_REACH * self._stand_m:
            return Wish(level_mps, turn @ nod(0.16), None, climb_mps=rise, support=9.0, grip=3.0)
        if (climb < 0.0 and above < 0.03 * self._stand_m) or self._since_s > _FLIGHT_S_MAX:
            self._since_s = None
            return None
        arc = 0.22 * max(-1.0, min(1.0, climb / rise))
        return Wish(root.velocity_mps, turn @ nod(arc), None, airborne=True)
