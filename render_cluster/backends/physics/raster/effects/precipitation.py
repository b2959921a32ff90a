"""Rain and snow: drops and flakes in a box of air that goes with the camera, and rings where drops land."""

import math

import numpy as np

from render_cluster.backends.physics.raster.effects.effect import (
    Dark,
    Moment,
    Specks,
    Sprite,
    chance,
    rows_of,
)
from render_cluster.backends.physics.raster.stage import Stage

_DROPS_COUNT, _RINGS_COUNT, _FLAKES_COUNT = 900, 150, 1600
_RAIN_BOX_M, _SNOW_BOX_M = np.array([11.0, 11.0, 8.0]), np.array([14.0, 14.0, 7.0])
_FALL_MPS, _DRIFT_MPS = 8.5, 1.1
_RING_S = 0.42


class Rain(Dark):
    """Streaks before the camera and rings on a ground at `floor_m`."""

    def __init__(self, seed: int, wind: np.ndarray, stage: Stage, floor_m: float = 0.0) -> None:
        self._seed, self._stage, self._floor_m = seed, stage, floor_m
        self._velocity = wind * 0.5 + np.array([0.35, 0.15, -_FALL_MPS])
        self._start = _starts(_DROPS_COUNT, seed)

    def specks(self, moment: Moment) -> list[Specks]:
        """All streaks and rings of a moment."""
        places, near = _wrapped(self._start, self._velocity * moment.time_s, _RAIN_BOX_M, moment)
        fade = 0.36 * np.clip(near / 1.2 - 0.4, 0.0, 1.0) * np.clip(1.6 - 1.6 * near / 9.0, 0.2, 1.0)
        places = places[fade > 0.01]
        axes = self._velocity * 0.020
        # Streaks never get thinner than a fraction of a pixel, or they would flicker.
        width = 0.0022 + 0.0009 * near[fade > 0.01]
        drops = rows_of(places, width, (0.85, 0.90, 0.95), fade[fade > 0.01], axes)
        above = drops[:, 2] > self._floor_m
        return [Specks(Sprite.FOAM, self._rings(moment)), Specks(Sprite.STREAK, drops[above])]

    def _rings(self, moment: Moment) -> np.ndarray:
        index = np.arange(_RINGS_COUNT)
        phase = moment.time_s / _RING_S + chance(index, self._seed)
        cycle = np.floor(phase).astype(int)
        share = phase - cycle
        # Each lands somewhere else every time, before the camera's first place.
        ahead = 0.8 + 11.0 * chance(index, cycle, self._seed + 1)
        aside = (2.0 * chance(index, cycle, self._seed + 2) - 1.0) * (1.2 + 0.8 * ahead)
        eye, forward = self._stage.eyes_m[0, :2], self._stage.ahead
        level = eye + np.outer(ahead, forward) + np.outer(aside, (forward[1], -forward[0]))
        places = np.column_stack([level, np.full(_RINGS_COUNT, self._floor_m + 0.012)])
        return rows_of(
            places, 0.015 + 0.075 * share, (0.9, 0.9, 0.92), 0.5 * (1.0 - share), extra=0.72, seeds=share
        )


class Snowfall(Dark):
    """Flakes that sway down with the wind."""

    def __init__(self, seed: int, wind: np.ndarray, floor_m: float = 0.0) -> None:
        self._floor_m = floor_m
        self._velocity = wind * 0.30 + np.array([0.18, 0.08, -_DRIFT_MPS])
        self._start = _starts(_FLAKES_COUNT, seed)
        self._size = 0.007 + 0.011 * chance(np.arange(_FLAKES_COUNT), 5, seed) ** 2

    def specks(self, moment: Moment) -> list[Specks]:
        """All flakes of a moment."""
        sway = 0.18 * np.sin(moment.time_s * (0.8 + self._start) + 2 * math.pi * self._start[:, ::-1])
        speed = 0.75 + 0.5 * self._start[:, :1]
        moved = self._velocity * speed * moment.time_s + sway
        places, near = _wrapped(self._start, moved, _SNOW_BOX_M, moment)
        fade = 0.9 * np.clip(near / 0.7 - 0.5, 0.0, 1.0) * np.clip(3.5 - 3.5 * near / 12.0, 0.0, 1.0)
        shown = (fade > 0.01) & (places[:, 2] > self._floor_m)
        size = self._size * np.maximum(1.0, near * 0.26)
        return [Specks(Sprite.FLAKE, rows_of(places, size, (0.95, 0.96, 1.0), fade)[shown])]


def _starts(count: int, seed: int) -> np.ndarray:
    index = np.arange(count)
    return np.stack([chance(index, axis, seed + 17) for axis in range(3)], axis=1)


def _wrapped(
    start: np.ndarray, moved_m: np.ndarray, box_m: np.ndarray, moment: Moment
) -> tuple[np.ndarray, np.ndarray]:
    """Places (n, 3) in a box before the eye that never empties, and their distance from the eye (n,)."""
    middle = moment.eye_m + moment.ahead * (0.42 * box_m[0])
    places = middle + np.mod(start * box_m + moved_m - middle, box_m) - 0.5 * box_m
    return places, np.linalg.norm(places - moment.eye_m, axis=1)
