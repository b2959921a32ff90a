"""Moves a rope that does not stretch: a chain of points whose links are restored together in each small step."""

import numpy as np

from render_cluster.backends.physics.soft.billowing import AIR_KGPM3

# A round cord across the flow (Hoerner, 1965).
_CORD_DRAG = 1.2
_ROUNDS = 3
_KEPT_PER_S, _RUBBED = 0.85, 0.06
_SETTLING_STEPS, _SETTLING_STEP_S, _SETTLING_KEPT = 900, 1.0 / 240.0, 0.985


class Rope:
    """A chain of points (n, 3) with links `length_m` long between them; `held` of them go where they are put.

    `mass_kg` (n,) is of each point, so that a knot may be heavier. Solved by Verlet steps, each with Newton's
    rounds over all links at once: the links of a chain make a tridiagonal system.
    """

    def __init__(
        self, points_m: np.ndarray, length_m: float, mass_kg: np.ndarray, held: np.ndarray, thick_m: float
    ) -> None:
        self.points_m = points_m.astype(float).copy()
        self.velocity_mps = np.zeros_like(self.points_m)
        self._length_m, self._held, self._thick_m = length_m, held, thick_m
        self._give = np.where(held, 0.0, 1.0 / mass_kg)

    def step(
        self,
        dt_s: float,
        gravity_mps2: float,
        held_m: np.ndarray | None = None,
        air_mps: np.ndarray | None = None,
    ) -> None:
        """One small step; `held_m` (held, 3) is where the held points go, `air_mps` (n, 3) how the air moves."""
        velocity = self.velocity_mps * (_KEPT_PER_S**dt_s)
        velocity[:, 2] -= gravity_mps2 * dt_s
        if air_mps is not None:
            flow = air_mps - velocity
            pushed = (
                0.5 * AIR_KGPM3 * _CORD_DRAG * self._thick_m * self._length_m * np.linalg.norm(flow, axis=1)
            )
            velocity += (dt_s * pushed * self._give)[:, None] * flow
        # Strands rub on each other where a cord is bent anew.
        velocity[1:-1] += _RUBBED * (velocity[2:] - 2.0 * velocity[1:-1] + velocity[:-2])
        velocity[self._held] = 0.0
        before, here = self.points_m, self.points_m + dt_s * velocity
        if held_m is not None:
            here[self._held] = held_m
        for _ in range(_ROUNDS):
            self._restore(here)
        self.points_m, self.velocity_mps = here, (here - before) / dt_s

    def _restore(self, points: np.ndarray) -> None:
        """One round of Newton: how hard each link must pull, all at once, so that none is too long or short."""
        offset = points[1:] - points[:-1]
        far = np.linalg.norm(offset, axis=1)
        along = offset / np.maximum(far, 1e-9)[:, None]
        give, count = self._give, len(far)
        system = np.zeros((count, count))
        each = np.arange(count)
        system[each, each] = np.maximum(give[:-1] + give[1:], 1e-12)
        shared = -give[1:-1] * (along[1:] * along[:-1]).sum(1)
        system[each[:-1], each[1:]] = system[each[1:], each[:-1]] = shared
        pull = np.linalg.solve(system, far - self._length_m)[:, None] * along
        points[:-1] += give[:-1, None] * pull
        points[1:] -= give[1:, None] * pull


def settled_between(start_m: np.ndarray, end_m: np.ndarray, length_m: float, links: int) -> np.ndarray:
    """A rope of this length as it comes to rest between two places, (links + 1, 3) metres."""
    share = np.linspace(0.0, 1.0, links + 1)[:, None]
    span = float(np.linalg.norm(end_m - start_m))
    slack = 0.5 * np.sqrt(max(0.0, length_m**2 - span**2))
    points = start_m + (end_m - start_m) * share
    points[:, 2] -= slack * (1.0 - np.abs(2.0 * share[:, 0] - 1.0))
    held = np.zeros(links + 1, bool)
    held[[0, -1]] = True
    rope = Rope(points, length_m / links, np.full(links + 1, 0.1 * length_m / links), held, 0.01)
    for _ in range(_SETTLING_STEPS):
        rope.step(_SETTLING_STEP_S, 9.81)
        rope.velocity_mps *= _SETTLING_KEPT
    return rope.points_m
