"""Wheels on the ground: a rumble that follows how fast the board really rolls."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.sound.noise import band, coloured
from render_cluster.backends.physics.sound.space import gains

WHEELED_KINDS = ("skateboard", "longboard", "cart", "scooter")
WHEEL_M = 0.054
AIRBORNE_M = 0.03
UPRIGHT_MIN = 0.75
GAIN_AT_3_MPS = 0.13  # as heard in the finished clip: what is steady is not turned up with the blows


def rolling(scene: Scene, motion: Motion, samples: int, rng: np.random.Generator) -> np.ndarray:
    """The rolling of all wheeled bodies of a shot; float64 (2, samples), nothing where none rolls."""
    sound = np.zeros((2, samples))
    for body in scene.bodies:
        if body.kind in WHEELED_KINDS and body.name in motion.poses:
            speed_mps = rolling_speed_mps(motion.poses[body.name], motion.fps)
            if speed_mps.max(initial=0.0) > 0.05:
                sound += _rumble(speed_mps, motion.fps, samples, rng) * _gains(
                    scene, motion, body.name, samples
                )
    return sound


def rolling_speed_mps(track: np.ndarray, fps: int) -> np.ndarray:
    """Speed over ground a frame, (frames,), of a pose track (frames, 7); 0 in the air or tipped over."""
    if len(track) < 2:
        return np.zeros(len(track))
    place = track[:, :3].astype(np.float64)
    speed_mps = np.linalg.norm(np.gradient(place[:, :2], axis=0), axis=1) * fps
    upright = 1 - 2 * (track[:, 4].astype(np.float64) ** 2 + track[:, 5].astype(np.float64) ** 2)
    grounded = place[:, 2] < np.median(place[:, 2]) + AIRBORNE_M
    return np.where(grounded & (upright > UPRIGHT_MIN), speed_mps, 0.0)


def _rumble(speed_mps: np.ndarray, fps: int, samples: int, rng: np.random.Generator) -> np.ndarray:
    """Deck rumble grows with speed, the hiss of the tread with its square; each turn of a wheel is felt."""
    speed = _over_samples(speed_mps, fps, samples)
    turns = np.cumsum(speed) / (np.pi * WHEEL_M * SAMPLE_RATE_HZ)
    wobble = 1 + 0.25 * np.sin(2 * np.pi * turns)
    low = coloured(samples, band(90, 520, slope=0.2), rng)
    high = coloured(samples, band(700, 3600, slope=0.4), rng)
    drive = speed / 3.0
    return GAIN_AT_3_MPS * (low * drive * wobble + 0.5 * high * drive**2)


def _gains(scene: Scene, motion: Motion, name: str, samples: int) -> np.ndarray:
    track = motion.poses[name]
    frames = np.array(
        [
            gains(scene, motion, frame / motion.fps, tuple(pose[:3].tolist()))
            for frame, pose in enumerate(track)
        ]
    )
    return np.stack([_over_samples(side, motion.fps, samples) for side in frames.T])


def _over_samples(per_frame: np.ndarray, fps: int, samples: int) -> np.ndarray:
    """A curve given a frame at a time, drawn straight between frames; (samples,)."""
    return np.interp(np.arange(samples) / SAMPLE_RATE_HZ, np.arange(len(per_frame)) / fps, per_frame)
