"""Shafts of light: sun through water, spotlights through a hall's dust."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.effects.effect import Dark, Moment, Specks, Sprite, rows_of
from render_cluster.backends.physics.raster.stage import Stage


class Beam(NamedTuple):
    """One shaft from a middle along half its length, as wide as `radius_m`; it sways by `sway` of its light."""

    middle_m: np.ndarray
    axis_m: np.ndarray
    radius_m: float
    colour: tuple[float, float, float]
    share: float
    sway: float = 0.0


class Beams(Dark):
    """A few shafts that stand still and breathe."""

    def __init__(self, beams: list[Beam]) -> None:
        self._beams = beams

    @staticmethod
    def in_water(rng: np.random.Generator, stage: Stage, floor_m: float) -> "Beams":
        """Slanting shafts beyond the action, from the surface to the floor."""
        beams = []
        for index in range(9):
            x, y = stage.beside(
                float(rng.uniform(2.0, 12.0)), (index - 4) * 2.2 + float(rng.uniform(-0.8, 0.8))
            )
            lean = np.array([0.28, 0.1, 1.0]) * -floor_m * 0.56
            middle = np.array([x, y, floor_m * 0.45])
            beams.append(Beam(middle, lean, float(rng.uniform(0.35, 0.9)), (0.5, 0.9, 0.9), 0.16, 0.6))
        return Beams(beams)

    def specks(self, moment: Moment) -> list[Specks]:
        """One long soft card a shaft."""
        if not self._beams:
            return []
        phase = np.arange(len(self._beams)) * 2.4
        breath = 1.0 + np.array([beam.sway for beam in self._beams]) * np.sin(0.9 * moment.time_s + phase)
        rows = rows_of(
            np.array([beam.middle_m for beam in self._beams]),
            np.array([beam.radius_m for beam in self._beams]),
            np.array([beam.colour for beam in self._beams]),
            np.array([beam.share for beam in self._beams]) * breath,
            np.array([beam.axis_m for beam in self._beams]),
            seeds=phase + 0.02 * moment.time_s,
        )
        return [Specks(Sprite.BEAM, rows)]
