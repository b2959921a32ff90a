"""Where the feet are: planted until it is their turn, then swung to where the weight will need them."""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.people.posture import ANKLE_M, OUTWARDS, ease
from render_cluster.backends.physics.dynamics.people.traveller import wrapped

_ASTRAY_M = 0.13
_ASTRAY_RAD = 0.5
_STEP_S = 0.36
_LIFT_M = 0.07
_SLID_M = 0.10
_TOE_M = 0.15
_HEEL_M = 0.07


class Gait(NamedTuple):
    """How someone goes: half the width of the track, share of a cycle that a foot swings, cycle, lift.

    `front` is the share of a stance's way for which the foot is ahead of the pelvis.
    """

    half_width_m: float = 0.10
    swing: float = 0.40
    cycle_s: float = 1.1
    lift_m: float = 0.09
    heel_rad: float = 0.65
    toe_rad: float = 0.22
    front: float = 0.46


@dataclass(slots=True)
class Foot:
    """One foot: its print on the ground and, while it swings, where from and how far it is."""

    print_m: np.ndarray
    yaw_rad: float
    from_m: np.ndarray
    from_yaw_rad: float
    swing: float = -1.0
    heel_rad: float = 0.0

    @property
    def planted(self) -> bool:
        """Whether it bears weight."""
        return self.swing < 0.0


class Step(NamedTuple):
    """What the legs should do now: ankles (2, 3) in metres of the world, yaws (2,), toes down (2,)."""

    ankles_m: np.ndarray
    yaws_rad: np.ndarray
    toes_rad: np.ndarray


class Feet:
    """Both feet of someone of `scale`, whose ground is at `ground_m`."""

    def __init__(self, scale: float, place_m: np.ndarray, yaw_rad: float, ground_m: float = 0.0) -> None:
        self.phase = 0.0
        self.ground_m = ground_m
        self._scale = scale
        self._late = np.zeros(2)
        self.feet = [
            Foot(home, yaw_rad, home, yaw_rad)
            for home in (_home(place_m, yaw_rad, sign * 0.10 * scale) for sign in OUTWARDS)
        ]

    def step(
        self, dt_s: float, place_m: np.ndarray, yaw_rad: float, velocity_mps: np.ndarray, gait: Gait | None
    ) -> Step:
        """Moves on by `dt_s`: `place_m` (x, y) is under the pelvis; without a gait feet only follow it."""
        if gait is None:
            self._shuffle(dt_s, place_m, yaw_rad, velocity_mps)
        else:
            self._walk(dt_s, place_m, yaw_rad, velocity_mps, gait)
        ankles, yaws, toes = np.zeros((2, 3)), np.zeros(2), np.zeros(2)
        lift = _LIFT_M if gait is None else gait.lift_m
        for side, foot in enumerate(self.feet):
            ankles[side], yaws[side], toes[side] = self._ankle(foot, lift, gait, self._late[side])
        return Step(ankles, yaws, toes)

    @property
    def airborne(self) -> bool:
        """Whether neither foot bears weight."""
        return not any(foot.planted for foot in self.feet)

    def reconcile(self, actual_m: np.ndarray) -> None:
        """Takes in where planted feet truly are (2, 2): one that slid or came down elsewhere has its print there."""
        for foot, place in zip(self.feet, actual_m, strict=True):
            if foot.planted and float(np.linalg.norm(place - foot.print_m)) > _SLID_M * self._scale:
                foot.print_m = place.copy()

    def replant(self, place_m: np.ndarray, yaw_rad: float) -> None:
        """Sets both feet down at home under a place, at once: after a flight or a seat."""
        for sign, foot in zip(OUTWARDS, self.feet, strict=True):
            foot.print_m = _home(place_m, yaw_rad, sign * 0.10 * self._scale)
            foot.yaw_rad, foot.swing, foot.heel_rad = yaw_rad, -1.0, 0.0

    def _walk(
        self, dt_s: float, place_m: np.ndarray, yaw_rad: float, velocity_mps: np.ndarray, gait: Gait
    ) -> None:
        self.phase = (self.phase + dt_s / gait.cycle_s) % 1.0
        stance_s = (1.0 - gait.swing) * gait.cycle_s
        for side, foot in enumerate(self.feet):
            turn = (self.phase - 0.5 * side) % 1.0
            if turn < gait.swing:
                if foot.planted:
                    foot.from_m, foot.from_yaw_rad = foot.print_m, foot.yaw_rad
                foot.swing = turn / gait.swing
                left_s = (1.0 - foot.swing) * gait.swing * gait.cycle_s
                ahead = velocity_mps * (left_s + gait.front * stance_s)
                home = _home(place_m, yaw_rad, OUTWARDS[side] * gait.half_width_m * self._scale)
                foot.print_m, foot.yaw_rad = home + ahead, yaw_rad
                self._late[side] = 0.0
            else:
                foot.swing = -1.0
                self._late[side] = (turn - gait.swing) / (1.0 - gait.swing)

    def _shuffle(self, dt_s: float, place_m: np.ndarray, yaw_rad: float, velocity_mps: np.ndarray) -> None:
        """One foot at a time comes after a body that has moved or turned away from it."""
        self._late[:] = 0.0
        homes = [
            _home(place_m, yaw_rad, sign * 0.10 * self._scale) + 0.22 * velocity_mps for sign in OUTWARDS
        ]
        for foot, home in zip(self.feet, homes, strict=True):
            if not foot.planted:
                foot.swing += dt_s / _STEP_S
                foot.print_m, foot.yaw_rad = home, yaw_rad
                if foot.swing >= 1.0:
                    foot.swing = -1.0
        if all(foot.planted for foot in self.feet):
            astray = [self._astray(foot, home, yaw_rad) for foot, home in zip(self.feet, homes, strict=True)]
            worst = int(np.argmax(astray))
            if astray[worst] > 1.0:
                foot = self.feet[worst]
                foot.from_m, foot.from_yaw_rad, foot.swing = foot.print_m, foot.yaw_rad, 0.0

    def _astray(self, foot: Foot, home_m: np.ndarray, yaw_rad: float) -> float:
        away = float(np.linalg.norm(foot.print_m - home_m)) / (_ASTRAY_M * self._scale)
        return max(away, abs(wrapped(foot.yaw_rad - yaw_rad)) / _ASTRAY_RAD)

    def _ankle(
        self, foot: Foot, lift_m: float, gait: Gait | None, late: float
    ) -> tuple[np.ndarray, float, float]:
        heel, toe = (0.3, 0.1) if gait is None else (gait.heel_rad, gait.toe_rad)
        height = self.ground_m + ANKLE_M * self._scale
        if foot.planted:
            # Heel first at the start of a stance, off the toe at its end.
            land = 0.0 if gait is None else -toe * (1.0 - ease(late / 0.15))
            leave = 0.0 if gait is None else heel * ease((late - 0.55) / 0.45)
            toes = land + leave
            return self._pitched(foot.print_m, foot.yaw_rad, toes, height), foot.yaw_rad, toes
        # A little early: the leg is heavy, and follows late.
        u = foot.swing
        ahead = min(1.0, u / 0.9)
        way = ahead - math.sin(2.0 * math.pi * ahead) / (2.0 * math.pi)
        toes = heel * (1.0 - ease(u / 0.6)) - toe * ease((u - 0.4) / 0.6) if gait is not None else 0.0
        yaw = foot.from_yaw_rad + wrapped(foot.yaw_rad - foot.from_yaw_rad) * way
        flat = foot.from_m + (foot.print_m - foot.from_m) * way
        rise = lift_m * self._scale * math.sin(math.pi * min(1.0, u / 0.86))
        return self._pitched(flat, yaw, toes, height + rise), yaw, toes

    def _pitched(self, print_m: np.ndarray, yaw_rad: float, toes_rad: float, height_m: float) -> np.ndarray:
        """The ankle over a print whose foot stands on its toes (positive) or on its heel."""
        lever = _TOE_M if toes_rad > 0.0 else -_HEEL_M
        ahead = lever * (1.0 - math.cos(toes_rad)) + ANKLE_M * math.sin(toes_rad)
        up = lever * math.sin(toes_rad) + ANKLE_M * (math.cos(toes_rad) - 1.0)
        ahead, up = ahead * self._scale, up * self._scale
        x, y = math.sin(yaw_rad) * ahead, -math.cos(yaw_rad) * ahead
        return np.array([print_m[0] + x, print_m[1] + y, height_m + up])


def _home(place_m: np.ndarray, yaw_rad: float, aside_m: float) -> np.ndarray:
    return place_m + aside_m * np.array([math.cos(yaw_rad), math.sin(yaw_rad)])
