"""The wind of a shot: how hard it blows, and gusts that travel with it; the same for the same seed."""

import math

import numpy as np

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Scene

HEADING = np.array([0.92, 0.39, 0.0])
"""Where the wind of every shot blows to: across the picture and away from the camera."""

# A wind's swell and lulls, as everyone knows them from a flag, and the eddies that travel along a sheet.
_SWELLS_HZ, _SWELL_SHARE = (0.19, 0.43, 0.83), 0.19
_EDDIES_M, _EDDY_SHARE = (6.0, 2.7, 1.2, 0.6), 0.16
_SLOWEST_MPS = 0.5
_INDOORS = SETTINGS["studio"]


def wind_mps(scene: Scene) -> float:
    """How hard it blows on the whole: what was asked for, else what the setting has; nothing in a room's air."""
    place = SETTINGS.get(scene.setting, SETTINGS["plaza"])
    if scene.wind_mps is not None:
        return scene.wind_mps
    return 0.0 if place.indoor else place.wind_mps


class Wind:
    """The velocity of the air at any place and time.

    A mean along `heading`, swells that come over all places alike, and eddies that the mean carries along as
    they are (Taylor's frozen turbulence).
    """

    def __init__(self, speed_mps: float, heading: np.ndarray, seed: int) -> None:
        """`heading` (3, sheets): a unit vector for each sheet, which may hang in its own draught."""
        rng = np.random.default_rng([seed & 0xFFFFFFFF, 0x77494E44])
        self._speed_mps, self._heading = speed_mps, heading
        self._swells = rng.uniform(0.0, 2.0 * math.pi, len(_SWELLS_HZ))
        self._eddies = rng.uniform(0.0, 2.0 * math.pi, (len(_EDDIES_M), 3))

    @property
    def is_still(self) -> bool:
        """Whether no air moves at all."""
        return self._speed_mps == 0.0 or not self._heading.any()

    def at(self, places_m: np.ndarray, time_s: float) -> np.ndarray:
        """Velocities (3, sheets, rows, columns) in m/s at places of that shape."""
        heading = self._heading[:, :, None, None]
        if self.is_still:
            return np.zeros_like(places_m)
        swell = sum(
            math.sin(2.0 * math.pi * hz * time_s + phase)
            for hz, phase in zip(_SWELLS_HZ, self._swells, strict=True)
        )
        mean = self._speed_mps * (1.0 + _SWELL_SHARE * swell)
        carried = max(self._speed_mps, _SLOWEST_MPS) * time_s
        # Eddies are as long across the wind as along it, so height shifts them as the way does.
        along = (heading * places_m).sum(0) - carried + 0.6 * places_m[2]
        air = np.broadcast_to(mean * heading, places_m.shape).copy()
        for number, length in enumerate(_EDDIES_M):
            strong = _EDDY_SHARE * self._speed_mps * math.sqrt(length / _EDDIES_M[0])
            turn = (2.0 * math.pi / length) * along
            for axis in range(3):
                air[axis] += strong * np.sin(turn + self._eddies[number, axis])
        return air
