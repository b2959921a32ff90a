"""Ways through air and water: towards a goal, or round in a circle that stays in view."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.animals.rig import Root


class Course:
    """A heading in three dimensions that turns at a bounded rate."""

    def __init__(self, start_m: np.ndarray, yaw_rad: float, radius_m: float) -> None:
        self.yaw_rad, self.bank_radps = yaw_rad, 0.0
        side = np.array([math.cos(yaw_rad), math.sin(yaw_rad), 0.0])
        self._middle = start_m + radius_m * side
        self._radius = radius_m

    def towards(
        self,
        goal_m: np.ndarray | None,
        root: Root,
        speed_mps: float,
        height_m: float,
        turn_radps: float,
        dt_s: float,
    ) -> tuple[np.ndarray, float]:
        """The velocity to fly or swim at, and how far (m) the goal is; without one it goes round at `height_m`."""
        here = root.position_m
        if goal_m is None:
            out = (here - self._middle) * (1.0, 1.0, 0.0)
            far = max(float(np.linalg.norm(out)), 1e-6)
            # Along the circle anticlockwise, drawn back to it where off.
            way = np.array([-out[1], out[0], 0.0]) / far - out / far * min(
                1.0, max(-1.0, far / self._radius - 1.0)
            )
            climb, left = height_m - here[2], math.inf
        else:
            way = (goal_m - here) * (1.0, 1.0, 0.0)
            left = float(np.linalg.norm(goal_m - here))
            climb = goal_m[2] - here[2]
        off = math.atan2(way[0], -way[1]) - self.yaw_rad
        off = (off + math.pi) % (2.0 * math.pi) - math.pi
        if goal_m is not None and math.hypot(way[0], way[1]) < 0.3 * speed_mps * 0.3:
            off = 0.0
        wanted = min(turn_radps, max(-turn_radps, 3.0 * off))
        self.bank_radps += (wanted - self.bank_radps) * (1.0 - math.exp(-dt_s / 0.15))
        self.yaw_rad += self.bank_radps * dt_s
        level = np.array([math.sin(self.yaw_rad), -math.cos(self.yaw_rad), 0.0])
        slow = max(0.25, math.cos(min(1.4, abs(off)))) if goal_m is not None else 1.0
        reach = math.hypot(way[0], way[1]) if goal_m is not None else math.inf
        forward = min(speed_mps * slow, 1.6 * reach) if reach < speed_mps else speed_mps * slow
        rise = min(0.6 * speed_mps, max(-0.6 * speed_mps, 1.8 * climb))
        return level * forward + np.array([0.0, 0.0, rise]), left
