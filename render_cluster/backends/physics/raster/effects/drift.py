"""Motes that hang in water or in the light of a room, and wander slowly."""

import numpy as np

from render_cluster.backends.physics.raster.effects.effect import (
    Dark,
    Moment,
    Specks,
    Sprite,
    chance,
    rows_of,
)

_MOTES_COUNT = 150
_BOX_M = 7.0


class Drift(Dark):
    """A cloud of motes that goes with the camera and never empties."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def specks(self, moment: Moment) -> list[Specks]:
        """Small pale discs before the eye."""
        index = np.arange(_MOTES_COUNT)
        start = np.stack([chance(index, axis, self._seed) for axis in range(3)], 1) * _BOX_M
        wander = 0.12 * np.sin(moment.time_s * (0.5 + start) + start * 9.0)
        around = moment.eye_m + moment.ahead * (0.5 * _BOX_M)
        places = np.mod(start + wander - around, _BOX_M) - 0.5 * _BOX_M
        near = np.linalg.norm(places, axis=1)
        fade = np.clip(1.6 * (1.0 - near / (0.5 * _BOX_M)), 0.0, 1.0) * 0.5
        size = 0.004 + 0.009 * chance(index, 7, self._seed) ** 3
        return [Specks(Sprite.FLAKE, rows_of(places + around, size, (0.7, 0.85, 0.85), fade))]
