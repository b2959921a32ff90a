"""Where the camera is in each frame: the scene's move, beside what it follows, far enough to show it all."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.framing import (
    action_points,
    safe_tangents,
    stepped_back,
    swung_round,
)
from render_cluster.backends.physics.raster.whereabouts import path_of
from render_cluster.backends.physics.scene import Scene, Vector

# The eye lags like a person with a camera; the aim less, but enough to leave motion visible.
_EYE_LAG_S = 0.45
_AIM_LAG_S = 0.16
_FOCUS_LAG_S = 0.20
_EYE_LOWEST_M = 0.25
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Take:
    """`eyes_m`, `aims_m` and `subject_m`, which focus and shadows serve: each (frames, 3)."""

    eyes_m: np.ndarray
    aims_m: np.ndarray
    subject_m: np.ndarray
    fov_rad: float


def take(scene: Scene, motion: Motion, aspect: float, bar: float = 0.0) -> Take:
    """The whole camera move of a shot; raises KeyError where it follows what the scene does not have.

    `bar` is the share of the height that a black bar takes above and below.
    """
    camera = scene.camera
    eyes, aims = (along(points, motion.frames_count) for points in (camera.eyes_m, camera.aims_m))
    if camera.follows is not None:
        path = path_of(camera.follows, scene, motion)
        eyes = eyes + _smoothed(path, _EYE_LAG_S * motion.fps)
        aims = aims + _smoothed(path, _AIM_LAG_S * motion.fps)
    tangents, points = safe_tangents(camera.fov_rad, aspect, bar), action_points(scene, motion)
    if camera.follows is None:
        eyes = swung_round(eyes, aims, points, aspect)
    floor_m = SETTINGS[scene.setting].floor_m if scene.setting in SETTINGS else 0.0
    for _ in range(_ROUNDS):
        eyes, aims = stepped_back(eyes, aims, points, tangents, motion.fps)
        # An eye that had to go under the ground looks from just above it, a little more upwards.
        eyes[:, 2] = np.maximum(eyes[:, 2], floor_m + _EYE_LOWEST_M)
    sharp = camera.focus or camera.follows
    subject = aims if sharp is None else _smoothed(path_of(sharp, scene, motion), _FOCUS_LAG_S * motion.fps)
    return Take(eyes, aims, subject, camera.fov_rad)


def along(points_m: tuple[Vector, ...], count: int) -> np.ndarray:
    """`count` points (count, 3) in even time on the smooth curve through `points_m`."""
    if len(points_m) == 1:
        return np.tile(np.array(points_m[0], float), (count, 1))
    times = np.linspace(0.0, 1.0, len(points_m))
    return np.asarray(PchipInterpolator(times, np.array(points_m, float))(np.linspace(0.0, 1.0, count)))


def _smoothed(path: np.ndarray, sigma_frames: float) -> np.ndarray:
    """A Gaussian mean along time; ends are mirrored about their points, so that a steady run stays steady."""
    reach = max(1, math.ceil(3 * sigma_frames))
    before = 2 * path[:1] - path[1 : reach + 1][::-1]
    after = 2 * path[-1:] - path[-reach - 1 : -1][::-1]
    padded = np.concatenate([before, path, after])
    reach = len(before)
    offsets = np.arange(-reach, reach + 1)
    weights = np.exp(-0.5 * (offsets / max(sigma_frames, 1e-3)) ** 2)
    weights /= weights.sum()
    return np.stack([np.convolve(padded[:, axis], weights, "valid") for axis in range(3)], axis=1)
