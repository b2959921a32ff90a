"""Keeps the whole action in the picture: how far a camera must step back, and where it must point."""

import math

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.matrices import normalized, rotation
from render_cluster.backends.physics.raster.whereabouts import body_outline, outline_of
from render_cluster.backends.physics.scene import Scene

# No lens is wider than this, however small the room.
_WIDEST_RAD = 1.6
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


def framed_points(scene: Scene, motion: Motion) -> np.ndarray:
    """The outermost points (frames, points, 3) of what the camera shows, or of all that the shot is about."""
    shown = scene.camera.shows
    found = [outline_of(name, scene, motion) for name in shown] if shown else _action(scene, motion)
    points = np.concatenate(found, axis=1) if found else np.zeros((motion.frames_count, 0, 3))
    place = SETTINGS.get(scene.setting)
    deepest_m = (place.floor_m if place else 0.0) + _DEEPEST_M
    points[..., 2] = np.maximum(points[..., 2], deepest_m)
    return points


def _action(scene: Scene, motion: Motion) -> list[np.ndarray]:
    """Of everyone and everything that moves, unless it is only gear that someone may let go."""
    performers = [one.name for one in (*scene.people, *scene.animals) if one.name in motion.skins]
    found = [outline_of(name, scene, motion) for name in performers]
    for body in scene.bodies:
        moves = body.name in motion.poses or body.name in motion.meshes
        if body.kind in _STILL_KINDS or (moves and not body.fixed and body.kind not in _LOOSE_KINDS):
            found.append(body_outline(body, motion))
    return found


def opened_rad(
    eyes_m: np.ndarray,
    aims_m: np.ndarray,
    points_m: np.ndarray,
    fov_rad: float,
    tangents: tuple[float, float],
) -> float:
    """The field of view, at least `fov_rad`, that holds `points_m` from eyes that cannot step back.

    `tangents` are safe_tangents of `fov_rad`; they grow as the whole picture does.
    """
    if not points_m.shape[1]:
        return fov_rad
    ahead = normalized(aims_m - eyes_m)
    right = normalized(np.cross(ahead, (0.0, 0.0, 1.0)))
    offsets = points_m - eyes_m[:, None]
    depth = np.maximum(np.einsum("fpi,fi->fp", offsets, ahead), _LEAST_AHEAD_M)
    across = np.abs(np.einsum("fpi,fi->fp", offsets, right)) / depth / tangents[0]
    upright = np.abs(np.einsum("fpi,fi->fp", offsets, np.cross(right, ahead))) / depth / tangents[1]
    wider = float(max(across.max(), upright.max(), 1.0))
    return max(fov_rad, min(2.0 * math.atan(math.tan(fov_rad / 2.0) * wider), _WIDEST_RAD))


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


def safe_tangents(fov_rad: float, aspect: float, bar: float, fit: float) -> tuple[float, float]:
    """Tangents of half the field of view that may be filled, sideways and up, between bars of this share."""
    tangent = math.tan(fov_rad / 2.0) * fit
    return tangent * aspect, tangent * (1.0 - 2.0 * bar)
