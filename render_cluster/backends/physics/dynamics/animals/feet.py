"""Feet that are planted and lifted in the order of a gait: planted ones stay where they are."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.animals.gaits import FOOTFALLS, LEGS, Stride
from render_cluster.backends.physics.dynamics.animals.rig import Root

_REACH = 0.60
_STRETCH = 1.15
_STEP_ERROR = 0.16
_CREEP = 0.05
_LIFTS = {"walk": 0.10, "amble": 0.10, "pace": 0.12, "crawl": 0.08, "trot": 0.16}
_LIFT_FAST = 0.22


class Footprint:
    """One foot: where it is, whether it is planted, and how far its swing has come (0..1)."""

    __slots__ = ("came_m", "down", "place_m", "swing")

    def __init__(self, place_m: np.ndarray) -> None:
        self.place_m, self.came_m = place_m.copy(), place_m.copy()
        self.down, self.swing = True, 0.0


class Feet:
    """The four feet of a walker, in the order of gaits.LEGS."""

    def __init__(self, home_m: np.ndarray, hip_m: float, gravity_mps2: float) -> None:
        """`home_m` (4, 2) is where they stand, measured from the trunk, ahead being -y."""
        self.home_m, self.phase, self.stride = home_m, 0.0, Stride("walk", 0.0, 0.65)
        self.falls: list[tuple[int, np.ndarray]] = []
        self._hip_m, self._gravity = hip_m, gravity_mps2
        self._prints: list[Footprint] = []

    def stand(self, root: Root, ground_m: float) -> None:
        """Plants all feet at once."""
        self._prints = [Footprint(place) for place in self._homes(root, self.home_m, ground_m)]

    def place(self, leg: int) -> np.ndarray:
        """Where a foot is (3,)."""
        return self._prints[leg].place_m

    def swing(self, leg: int) -> float:
        """How far the swing of a foot has come; 0 while it is planted."""
        foot = self._prints[leg]
        return 0.0 if foot.down else foot.swing

    def planted(self) -> list[bool]:
        """Which feet stand on the ground."""
        return [foot.down for foot in self._prints]

    def advance(
        self, root: Root, spin_radps: float, stride: Stride, shift_m: np.ndarray, ground_m: float, dt_s: float
    ) -> None:
        """Moves on by `dt_s`; `shift_m` (4, 2) is where a posture wants the feet beside their homes."""
        self.falls = []
        self.stride = stride
        velocity = root.velocity_mps * (1.0, 1.0, 0.0)
        speed = math.hypot(velocity[0], velocity[1])
        homes = self._homes(root, self.home_m + shift_m, ground_m)
        astray = [
            float(np.abs(foot.place_m - home).max()) for foot, home in zip(self._prints, homes, strict=True)
        ]
        creep = _CREEP * math.sqrt(self._gravity * self._hip_m)
        going = speed > creep or abs(spin_radps) > 0.25 or max(astray) > _STEP_ERROR * self._hip_m
        pace_hz = 0.55 * math.sqrt(self._gravity / self._hip_m) / 2.0
        hz = max(stride.hz, min(pace_hz, 3.0))
        # A leg stays on the ground no longer than it reaches.
        duty = min(stride.duty, _STRETCH * self._hip_m * hz / max(speed, 1e-6))
        if going:
            self.phase = (self.phase + hz * dt_s) % 1.0
        lead = velocity * (duty / hz / 2.0)
        size = math.hypot(lead[0], lead[1])
        lead = lead * min(1.0, _REACH * self._hip_m / max(size, 1e-9))
        for index, (foot, home) in enumerate(zip(self._prints, homes, strict=True)):
            share = (self.phase - FOOTFALLS[stride.gait].offsets[index]) % 1.0
            if foot.down:
                if going and share >= duty and (speed > creep or astray[index] > 0.03 * self._hip_m):
                    foot.down, foot.swing = False, 0.0
                    foot.came_m = foot.place_m.copy()
                continue
            rate = hz / (1.0 - duty)
            foot.swing = min(1.0, foot.swing + rate * dt_s)
            target = home + lead + velocity * ((1.0 - foot.swing) / rate)
            self._swing(foot, target, stride, ground_m)
            if foot.swing >= 1.0:
                foot.down = True
                self.falls.append((index, foot.place_m.copy()))

    def tuck(self, root: Root, lift_m: float) -> None:
        """Draws the feet up under a body that is in the air."""
        for foot, home in zip(self._prints, self._homes(root, self.home_m, 0.0), strict=True):
            home[2] = root.position_m[2] - lift_m
            foot.place_m = home
            foot.down, foot.swing, foot.came_m = False, 0.9, home.copy()

    def _swing(self, foot: Footprint, target: np.ndarray, stride: Stride, ground_m: float) -> None:
        ease = foot.swing * foot.swing * (3.0 - 2.0 * foot.swing)
        foot.place_m = foot.came_m + (target - foot.came_m) * ease
        lift = _LIFTS.get(stride.gait, _LIFT_FAST) * self._hip_m
        base = foot.came_m[2] + (ground_m - foot.came_m[2]) * ease
        foot.place_m[2] = base + lift * math.sin(math.pi * foot.swing) ** 1.3

    def _homes(self, root: Root, home_m: np.ndarray, ground_m: float) -> np.ndarray:
        ahead = root.heading
        left = np.array([-ahead[1], ahead[0], 0.0])
        homes = root.position_m - home_m[:, 1:2] * ahead + home_m[:, :1] * left
        homes[:, 2] = ground_m
        return homes


LEG_BONES: dict[str, tuple[str, str, str]] = {
    leg: (f"thigh{leg[-2:]}", f"shin{leg[-2:]}", f"foot{leg[-2:]}")
    if leg.startswith("hind")
    else (f"upper_arm{leg[-2:]}", f"forearm{leg[-2:]}", f"hand{leg[-2:]}")
    for leg in LEGS
}
"""The bones of each leg from its root to its toe."""
