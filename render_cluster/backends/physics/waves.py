"""The shape of the sea: one sum of sines that both the solver floats things on and the camera draws."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.scene import Wave

GRAVITY_MPS2 = 9.81


class Surface(NamedTuple):
    """The water at some points: its height in metres and its slopes dz/dx and dz/dy, all of one shape."""

    height_m: np.ndarray
    slope_x: np.ndarray
    slope_y: np.ndarray


def angular_speed_radps(length_m: float) -> float:
    """How fast the phase of a deep-water wave turns: omega = sqrt(g k), Airy's linear theory."""
    return math.sqrt(GRAVITY_MPS2 * 2.0 * math.pi / length_m)


def height_and_slope(waves: Sequence[Wave], x_m: np.ndarray, y_m: np.ndarray, time_s: float) -> Surface:
    """The surface at the points (x_m, y_m); still water at z = 0 where there are no waves.

    `x_m` and `y_m` broadcast against each other. A wave's direction need not have length 1;
    one without a direction (0, 0) raises ValueError.
    """
    x_m, y_m = np.broadcast_arrays(np.asarray(x_m), np.asarray(y_m))
    dtype = np.result_type(x_m, y_m, np.float32)
    height = np.zeros(x_m.shape, dtype)
    slope_x = np.zeros(x_m.shape, dtype)
    slope_y = np.zeros(x_m.shape, dtype)
    for wave in waves:
        norm = math.hypot(*wave.direction)
        if norm == 0.0 or wave.length_m <= 0.0:
            raise ValueError("a wave needs a direction and a positive length")
        wavenumber = 2.0 * math.pi / wave.length_m
        kx, ky = (wavenumber * component / norm for component in wave.direction)
        turned = angular_speed_radps(wave.length_m) * time_s
        phase = kx * x_m + ky * y_m - turned + wave.phase_rad
        height += wave.amplitude_m * np.sin(phase)
        steepness = wave.amplitude_m * np.cos(phase)
        slope_x += kx * steepness
        slope_y += ky * steepness
    return Surface(height, slope_x, slope_y)
