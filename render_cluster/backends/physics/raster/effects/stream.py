"""What a source throws off in a steady stream: who is in the air at a moment, known from numbers alone."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.effects.effect import chance
from render_cluster.backends.physics.raster.matrices import rotation
from render_cluster.backends.physics.scene import Scene, Source

ALIVE_MAX = 700


class Alive(NamedTuple):
    """The specks of a stream in the air: which they are, when they were born, how old they are (each (n,))."""

    index: np.ndarray
    born_s: np.ndarray
    age_s: np.ndarray


def alive(time_s: float, rate_hz: float, life_s: float, from_s: float, to_s: float) -> Alive:
    """Those born within `life_s` before a moment; a stream that runs from the start has run before it too."""
    rate_hz = min(rate_hz, ALIVE_MAX / life_s)
    first = math.floor((time_s - life_s) * rate_hz) + 1
    index = np.arange(first, math.floor(time_s * rate_hz) + 1)
    born = index / rate_hz
    kept = (born <= to_s) & ((born >= from_s) | (from_s <= 0.0))
    return Alive(index[kept], born[kept], time_s - born[kept])


def draws(index: np.ndarray, seed: int, count: int) -> np.ndarray:
    """`count` numbers in 0..1 for each speck: (n, count)."""
    return np.stack([chance(index, column, seed) for column in range(count)], axis=-1)


class Anchor:
    """Where a source is at any moment, carried by its body or still."""

    def __init__(self, source: Source, scene: Scene, motion: Motion) -> None:
        self._offset = np.array(source.position_m, float)
        self._track = motion.poses.get(source.body) if source.body is not None else None
        self._rate = motion.fps / scene.pace
        if source.body is not None and self._track is None:
            body = next((one for one in scene.bodies if one.name == source.body), None)
            if body is not None:
                self._offset = np.array(body.position_m) + rotation(np.array(body.rotation)) @ self._offset

    def at(self, times_s: np.ndarray) -> np.ndarray:
        """Places (n, 3) at times (n,); before the first frame and after the last it stands still."""
        times_s = np.atleast_1d(times_s)
        if self._track is None:
            return np.tile(self._offset, (len(times_s), 1))
        place = np.clip(times_s * self._rate, 0.0, len(self._track) - 1.0)
        low = np.floor(place).astype(int)
        high = np.minimum(low + 1, len(self._track) - 1)
        share = (place - low)[:, None]
        middles = self._track[low, :3] * (1 - share) + self._track[high, :3] * share
        carried = {int(frame): rotation(self._track[frame, 3:]) @ self._offset for frame in np.unique(low)}
        return middles + np.array([carried[int(frame)] for frame in low])
