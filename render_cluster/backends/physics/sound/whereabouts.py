"""Where everyone and everything is in each frame, as far as an ear needs to know."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES
from render_cluster.backends.physics.sound.timeline import blocks

_MOUTH = (0.0, -0.1, 1.58)  # in the rest pose of a person
_ROOT_HEIGHT_SHARE = 0.4  # of an animal's length: about where its trunk is


def path_of(scene: Scene, motion: Motion, name: str) -> np.ndarray | None:
    """The middle of a body, a person or an animal: float64 (frames, 3) metres, or None for what is not there."""
    if name in motion.poses:
        return motion.poses[name][:, :3].astype(np.float64)
    if any(person.name == name for person in scene.people):
        return _person_path(scene, motion, name, "pelvis", BONES[BONE_INDEX["pelvis"]].head)
    for animal in scene.animals:
        if animal.name == name:
            if name in motion.skins:
                return _carried(motion.skins[name][:, 0], (0.0, 0.0, _ROOT_HEIGHT_SHARE))
            return _standing(animal.position_m, motion)
    for body in scene.bodies:
        if body.name == name:
            return _standing(body.position_m, motion)
    return None


def mouth_path(scene: Scene, motion: Motion, name: str) -> np.ndarray | None:
    """Where a person's mouth, or the middle of whatever else speaks, is in each frame; see `path_of`."""
    if any(person.name == name for person in scene.people):
        return _person_path(scene, motion, name, "head", _MOUTH)
    return path_of(scene, motion, name)


def speed_mps(path_m: np.ndarray, fps: int, pace: float) -> np.ndarray:
    """How fast something on this path goes through its world in each frame, (frames,)."""
    if len(path_m) < 2:
        return np.zeros(len(path_m))
    return np.linalg.norm(np.gradient(path_m, axis=0), axis=1) * fps / pace


def over_samples(per_frame: np.ndarray, fps: int, samples: int, rate_hz: int) -> np.ndarray:
    """A curve given a frame at a time, drawn straight between frames; float32 (samples,)."""
    curve = np.empty(samples, np.float32)
    frames_s = np.arange(len(per_frame)) / fps
    for first, last in blocks(samples):
        curve[first:last] = np.interp(np.arange(first, last) / rate_hz, frames_s, per_frame)
    return curve


def add_moving(onto: np.ndarray, voice: np.ndarray, sides: np.ndarray, fps: int) -> None:
    """Adds a voice, (samples,) or (2, samples), to (2, samples) with its gain (2, frames) at either ear."""
    samples = onto.shape[1]
    for ear, heard, side in zip(onto, np.broadcast_to(voice, onto.shape), sides, strict=True):
        gain = over_samples(side, fps, samples, SAMPLE_RATE_HZ)
        gain *= heard
        ear += gain


def _person_path(
    scene: Scene, motion: Motion, name: str, bone: str, rest_m: tuple[float, float, float]
) -> np.ndarray:
    if name in motion.skins:
        return _carried(motion.skins[name][:, BONE_INDEX[bone]], rest_m)
    person = next(person for person in scene.people if person.name == name)
    x, y, z = person.position_m
    return _standing((x, y, z + rest_m[2]), motion)


def _carried(matrices: np.ndarray, rest_m: tuple[float, float, float]) -> np.ndarray:
    return (matrices.astype(np.float64) @ np.array([*rest_m, 1.0]))[:, :3]


def _standing(position_m: tuple[float, float, float], motion: Motion) -> np.ndarray:
    return np.tile(np.array(position_m, np.float64), (motion.frames_count, 1))
