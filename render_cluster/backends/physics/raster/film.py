"""Where the camera is in each frame: the scene's move, beside what it follows, far enough to show it all."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.bounds import bounds_of, outside
from render_cluster.backends.physics.raster.framing import (
    framed_points,
    opened_rad,
    safe_tangents,
    stepped_back,
    swung_round,
)
from render_cluster.backends.physics.raster.whereabouts import path_of
from render_cluster.backends.physics.scene import Camera, Scene, Vector

# The eye lags like a person with a camera; the aim less, but enough to leave motion visible.
_EYE_LAG_S = 0.45
_AIM_LAG_S = 0.16
_FOCUS_LAG_S = 0.20
# Where what must be in the picture changes from one point to another, the step has a corner: it is rounded.
_STEPPING_S = 0.08
# An eye that must get out of something's way does so as smoothly.
_GIVING_WAY_S = 0.20
_ROUNDS = 6
# How far an unsteady hand turns for each metre that it wanders, and how much of the picture that takes.
_TURN_RAD_PER_M, _UNSTEADY_SHARE = 0.22, 2.0
# A picture this high, in metres, is a close-up of a head, and one that high is none any more.
_NEAR_HIGH_M, _FAR_HIGH_M = 1.3, 2.2
_TREMBLES_HZ = (0.31, 0.73, 1.27, 2.1)


@dataclass(frozen=True, slots=True)
class Take:
    """`eyes_m`, `aims_m` and `subject_m`, which focus and shadows serve: each (frames, 3).

    `fovs_rad` (frames,) is the lens of each frame; frames in `cuts` begin another view than the one before.
    """

    eyes_m: np.ndarray
    aims_m: np.ndarray
    subject_m: np.ndarray
    fovs_rad: np.ndarray
    cuts: frozenset[int] = frozenset()

    @property
    def fov_rad(self) -> float:
        """The widest lens of the take."""
        return float(self.fovs_rad.max())


def take(scene: Scene, motion: Motion, aspect: float, bar: float = 0.0) -> Take:
    """The whole camera move of a shot; raises KeyError where it looks for what the scene does not have.

    `bar` is the share of the height that a black bar takes above and below.
    """
    camera, points = scene.camera, framed_points(scene, motion)
    eyes, aims = _asked(scene, motion)
    fit = camera.fit * (1.0 - _UNSTEADY_SHARE * camera.shake_m)
    tangents = safe_tangents(camera.fov_rad, aspect, bar, fit)
    if camera.follows is None and not camera.shows:
        eyes = swung_round(eyes, aims, points, aspect)
    bounds = bounds_of(scene)
    wished = eyes, aims
    for _ in range(_ROUNDS):
        stepped, aims = stepped_back(eyes, aims, points, tangents, motion.fps)
        # An eye that had to go under the ground looks from just above it, a little more upwards.
        eyes = bounds.within(stepped)
        # Once is enough where nothing is in the way; every further round would only press the picture lower.
        if np.array_equal(eyes, stepped):
            break
    eyes, aims = (
        asked + smoothed(moved - asked, _STEPPING_S * motion.fps)
        for asked, moved in zip(wished, (eyes, aims), strict=True)
    )
    if len(camera.shows) == 1 and camera.shows[0].endswith(".head"):
        lift = _lift(eyes, aims, points, tangents[1], camera.fov_rad, motion.fps)
        eyes, aims = eyes + lift, aims + lift
    clear = outside(eyes, scene, motion)
    if not np.array_equal(clear, eyes):
        eyes = bounds.within(eyes + smoothed(clear - eyes, _GIVING_WAY_S * motion.fps))
    fov_rad = opened_rad(eyes, aims, points, camera.fov_rad, tangents) if bounds.walled else camera.fov_rad
    eyes, aims = _in_hand(eyes, aims, camera, motion.fps, scene.seed)
    lenses = np.full(motion.frames_count, fov_rad)
    return Take(bounds.within(eyes), aims, _subject(scene, motion, aims), lenses)


def _lift(
    eyes_m: np.ndarray, aims_m: np.ndarray, head_m: np.ndarray, tangent: float, fov_rad: float, fps: int
) -> np.ndarray:
    """How far (frames, 3) a close-up is moved so that eyes lie on the upper third, where the crown has room.

    `tangent` is of half the safe field of view upright. A camera that is still far from the head stays.
    """
    middle = smoothed(head_m.mean(1), _EYE_LAG_S * fps)
    away = np.linalg.norm(aims_m - eyes_m, axis=1)
    high = 2.0 * math.tan(fov_rad / 2.0) * away
    crown = head_m[..., 2].max(1) - head_m[..., 2].mean(1)
    room = np.maximum(0.98 * tangent * away - crown, 0.0)
    wanted = middle[:, 2] - np.minimum(high / 6.0, room) - aims_m[:, 2]
    nearness = np.clip((_FAR_HIGH_M - high) / (_FAR_HIGH_M - _NEAR_HIGH_M), 0.0, 1.0)
    return np.column_stack([np.zeros((len(away), 2)), wanted * nearness])


def along(points_m: tuple[Vector, ...], count: int) -> np.ndarray:
    """`count` points (count, 3) in even time on the smooth curve through `points_m`."""
    if len(points_m) == 1:
        return np.tile(np.array(points_m[0], float), (count, 1))
    times = np.linspace(0.0, 1.0, len(points_m))
    return np.asarray(PchipInterpolator(times, np.array(points_m, float))(np.linspace(0.0, 1.0, count)))


def _asked(scene: Scene, motion: Motion) -> tuple[np.ndarray, np.ndarray]:
    """Eyes and aims as the scene asks for them, in the world."""
    camera = scene.camera
    eyes, aims = (along(points, motion.frames_count) for points in (camera.eyes_m, camera.aims_m))
    if camera.follows is None:
        return eyes, aims
    path = path_of(camera.follows, scene, motion)
    return (
        eyes + smoothed(path, _EYE_LAG_S * motion.fps),
        aims + smoothed(path, _AIM_LAG_S * motion.fps),
    )


def _subject(scene: Scene, motion: Motion, aims_m: np.ndarray) -> np.ndarray:
    sharp = scene.camera.focus or scene.camera.follows
    if sharp is None:
        return aims_m
    return smoothed(path_of(sharp, scene, motion), _FOCUS_LAG_S * motion.fps)


def _in_hand(
    eyes_m: np.ndarray, aims_m: np.ndarray, camera: Camera, fps: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Eyes and aims as a hand holds them that wanders by about `shake_m`: slow sines of chance phase."""
    if camera.shake_m == 0.0:
        return eyes_m, aims_m
    times = np.arange(len(eyes_m)) / fps
    phases = np.random.default_rng([seed, 77]).uniform(0.0, 2.0 * math.pi, (6, len(_TREMBLES_HZ)))
    waves = [
        [math.sqrt(_TREMBLES_HZ[0] / hz) * np.sin(2.0 * math.pi * hz * times + phase) for hz, phase in pairs]
        for pairs in (list(zip(_TREMBLES_HZ, row, strict=True)) for row in phases)
    ]
    wander = np.sum(waves, axis=1).T * 0.6
    distance = np.linalg.norm(aims_m - eyes_m, axis=1, keepdims=True)
    eyes = eyes_m + camera.shake_m * wander[:, :3]
    return eyes, aims_m + camera.shake_m * _TURN_RAD_PER_M * distance * wander[:, 3:]


def smoothed(path: np.ndarray, sigma_frames: float) -> np.ndarray:
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
