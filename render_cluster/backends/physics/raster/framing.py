"""Keeps the whole action in the picture: how far a camera must step back, and where it must point."""

import math

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.matrices import normalized, rotation
from render_cluster.backends.physics.raster.whereabouts import body_outline, outline_of
from render_cluster.backends.physics.scene import Scene

# The share of the half picture that the action may fill.
SAFE_SHARE = 0.88
# What a hoop's shot is about besides what moves; loose gear may leave the picture.
_STILL_KINDS = ("hoop_rim", "backboard")
_LOOSE_KINDS = ("wheel", "paddle")
# What is deeper under the ground or the sea than this cannot be seen anyway.
_DEEPEST_M = -0.20
# A camera starts to give way this long before it must.
_AHEAD_S = 0.30
_LEAST_AHEAD_M = 0.4
# A portrait camera goes this share of the way round to the end of an action this much longer than wide.
_SWING_SHARE, _LINE_LIKE = 0.65, 3.0


def action_points(scene: Scene, motion: Motion) -> np.ndarray:
    """The outermost points of everyone and everything that a shot is about: (frames, points, 3) metres."""
    performers = [one.name for one in (*scene.people, *scene.animals) if one.name in motion.skins]
    found = [outline_of(name, scene, motion) for name in performers]
    for body in scene.bodies:
        if body.kind in _STILL_KINDS or (body.name in motion.poses and body.kind not in _LOOSE_KINDS):
            found.append(body_outline(body, motion))
    points = np.concatenate(found, axis=1) if found else np.zeros((motion.frames_count, 0, 3))
    floor_m = SETTINGS[scene.setting].floor_m if scene.setting in SETTINGS else 0.0
    points[..., 2] = np.maximum(points[..., 2], floor_m + _DEEPEST_M)
    return points


def stepped_back(
    eyes_m: np.ndarray, aims_m: np.ndarray, points_m: np.ndarray, tangents: tuple[float, float], fps: int
) -> tuple[np.ndarray, np.ndarray]:
    """Eyes and aims (frames, 3) moved, without turning the view, by the least that frames `points_m`.

    `tangents` are of half the safe field of view, sideways and up. A point at (x, z) across and beyond the
    aim is inside where |x - c| <= t (z + D) for a camera at the distance D whose axis is moved aside by c;
    so the nearest camera for all points has 2 t D = max(x - t z) - min(x + t z).
    """
    if not points_m.shape[1]:
        return eyes_m, aims_m
    gaze = aims_m - eyes_m
    wanted_m = np.linalg.norm(gaze, axis=1)
    ahead = normalized(gaze)
    right = normalized(np.cross(ahead, (0.0, 0.0, 1.0)))
    up = np.cross(right, ahead)
    offsets = points_m - aims_m[:, None]
    beyond = np.einsum("fpi,fi->fp", offsets, ahead)
    bounds = []
    for axis, tangent in zip((right, up), tangents, strict=True):
        across = np.einsum("fpi,fi->fp", offsets, axis)
        low, high = (across - tangent * beyond).max(1), (across + tangent * beyond).min(1)
        bounds.append((_early_most(low, fps), -_early_most(-high, fps)))
    needed = [(low - high) / (2 * t) for (low, high), t in zip(bounds, tangents, strict=True)]
    nearest = _early_most(_LEAST_AHEAD_M - beyond.min(1), fps)
    distance = np.maximum.reduce([wanted_m, nearest, *needed])
    asides = [
        np.clip(0.0, low - t * distance, high + t * distance)
        for (low, high), t in zip(bounds, tangents, strict=True)
    ]
    aims = aims_m + right * asides[0][:, None] + up * asides[1][:, None]
    return aims - ahead * distance[:, None], aims


def swung_round(eyes_m: np.ndarray, aims_m: np.ndarray, points_m: np.ndarray, aspect: float) -> np.ndarray:
    """Eyes (frames, 3) turned about the upright through the aim, for pictures higher than wide.

    What spreads along a line, as a throw does, is then seen more from its end, and so larger.
    """
    if aspect >= 1.0 or not points_m.shape[1]:
        return eyes_m
    level = points_m[..., :2].reshape(-1, 2)
    spread, axes = np.linalg.eigh(np.cov((level - level.mean(0)).T))
    if spread[1] < _LINE_LIKE * spread[0]:
        return eyes_m
    offset = (eyes_m - aims_m)[0, :2]
    along = axes[:, 1] * (1.0 if axes[:, 1] @ offset >= 0 else -1.0)
    angle = math.atan2(offset[0] * along[1] - offset[1] * along[0], float(offset @ along))
    turn = rotation(
        np.array([math.cos(_SWING_SHARE * angle / 2), 0.0, 0.0, math.sin(_SWING_SHARE * angle / 2)])
    )
    return aims_m + (eyes_m - aims_m) @ turn.T


def _early_most(values: np.ndarray, fps: int) -> np.ndarray:
    """A smooth curve (frames,) that is nowhere below `values`: their running maximum, averaged as wide."""
    reach = max(1, round(_AHEAD_S * fps))
    padded = np.pad(values, 2 * reach, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(1)
    weights = np.hanning(2 * reach + 3)[1:-1]
    return np.convolve(windows, weights / weights.sum(), "valid")


def safe_tangents(fov_rad: float, aspect: float, bar: float) -> tuple[float, float]:
    """Tangents of half the safe field of view, sideways and up, between bars of this share of the height."""
    tangent = math.tan(fov_rad / 2.0) * SAFE_SHARE
    return tangent * aspect, tangent * (1.0 - 2.0 * bar)
