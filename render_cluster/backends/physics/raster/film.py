"""Where the camera stands in each frame: the scene's straight moves, or the same beside what it follows."""

import math
from dataclasses import dataclass

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

# The eye lags like a person with a camera; the aim less, but enough to leave motion visible.
_EYE_LAG_S = 0.45
_AIM_LAG_S = 0.16
# What is followed stays within this share of the half frame.
_SAFE_SHARE = 0.72
_EYE_LOWEST_M = 0.25


@dataclass(frozen=True, slots=True)
class Take:
    """`eyes_m`, `aims_m` and `subject_m`, which focus and shadows serve: each (frames, 3)."""

    eyes_m: np.ndarray
    aims_m: np.ndarray
    subject_m: np.ndarray
    fov_rad: float


def take(scene: Scene, motion: Motion, aspect: float) -> Take:
    """The whole camera move of a shot; raises KeyError where it follows what the scene does not have."""
    camera = scene.camera
    share = np.linspace(0.0, 1.0, motion.frames_count)[:, None]
    eyes = np.array(camera.eye_from_m) * (1 - share) + np.array(camera.eye_to_m) * share
    aims = np.array(camera.aim_from_m) * (1 - share) + np.array(camera.aim_to_m) * share
    if camera.follows is None:
        return Take(eyes, aims, aims, camera.fov_rad)
    path = path_of(camera.follows, scene, motion)
    eyes = eyes + _smoothed(path, _EYE_LAG_S * motion.fps)
    aims = aims + _smoothed(path, _AIM_LAG_S * motion.fps)
    eyes[:, 2] = np.maximum(eyes[:, 2], _EYE_LOWEST_M)
    aims = _kept_in_frame(eyes, aims, path, camera.fov_rad, aspect)
    return Take(eyes, aims, path, camera.fov_rad)


def path_of(name: str, scene: Scene, motion: Motion) -> np.ndarray:
    """Where a body's middle or a person's pelvis is in each frame: (frames, 3) metres."""
    if name in motion.skins:
        bone = BONE_INDEX["pelvis"]
        head = np.append(BONES[bone].head, 1.0)
        return (motion.skins[name][:, bone] @ head)[:, :3].astype(float)
    if name in motion.poses:
        return motion.poses[name][:, :3].astype(float)
    for body in scene.bodies:
        if body.name == name:
            return np.tile(np.array(body.position_m, float), (motion.frames_count, 1))
    raise KeyError(f"the camera follows {name!r}, which is not in scene {scene.name!r}")


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


def _kept_in_frame(
    eyes: np.ndarray, aims: np.ndarray, path: np.ndarray, fov_rad: float, aspect: float
) -> np.ndarray:
    """Aims turned towards the subject by just as much as brings it back inside the safe frame."""
    half = fov_rad / 2.0 * min(1.0, aspect)
    allowed = math.tan(half) * _SAFE_SHARE
    to_aim, to_subject = normalized(aims - eyes), normalized(path - eyes)
    cosine = np.clip((to_aim * to_subject).sum(1), -1.0, 1.0)
    angle = np.arccos(cosine)
    excess = np.maximum(angle - math.atan(allowed), 0.0)
    turn = np.where(angle > 1e-6, excess / np.maximum(angle, 1e-6), 0.0)[:, None]
    distance = np.linalg.norm(aims - eyes, axis=1, keepdims=True)
    return eyes + normalized(to_aim * (1 - turn) + to_subject * turn) * distance
