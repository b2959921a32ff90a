"""Smooth random heights for hills, dunes and crests: sums of sines that differ from seed to seed."""

import math

import numpy as np


class Swell:
    """A height of about -1..1 over the plane whose longest waves are `length_m` long."""

    def __init__(self, rng: np.random.Generator, length_m: float, waves_count: int = 14, fall: float = 0.9):
        scale = np.geomspace(1.0, 9.0, waves_count)
        angle = rng.uniform(0.0, 2.0 * math.pi, waves_count)
        self._kx = np.cos(angle) * scale * 2.0 * math.pi / length_m
        self._ky = np.sin(angle) * scale * 2.0 * math.pi / length_m
        self._phase = rng.uniform(0.0, 2.0 * math.pi, waves_count)
        share = scale**-fall
        self._share = share / math.sqrt(float((share**2).sum()))

    def at(self, x_m: np.ndarray, y_m: np.ndarray) -> np.ndarray:
        """Smooth heights, of the shape of the points."""
        phase = np.multiply.outer(x_m, self._kx) + np.multiply.outer(y_m, self._ky) + self._phase
        return np.sin(phase) @ self._share

    def ridged(self, x_m: np.ndarray, y_m: np.ndarray) -> np.ndarray:
        """Heights of 0..1 with sharp crests."""
        phase = np.multiply.outer(x_m, self._kx) + np.multiply.outer(y_m, self._ky) + self._phase
        share = self._share / self._share.sum()
        return (1.0 - np.abs(np.sin(phase))) @ share


def smooth_step(low: float, high: float, value: np.ndarray) -> np.ndarray:
    """0 below `low`, 1 above `high`, and a smooth way between; the other way round where low > high."""
    share = np.clip((value - low) / (high - low), 0.0, 1.0)
    return share * share * (3.0 - 2.0 * share)
