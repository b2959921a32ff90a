"""Where a sound stands: nearer is louder, left is left, and the place answers."""

import math
from typing import NamedTuple

import numpy as np
from scipy.signal import fftconvolve

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene, Vector
from render_cluster.backends.physics.sound.noise import band, coloured

REFERENCE_M = 4.0
PAN_WIDTH = 0.75  # a full swing to one ear is tiring on headphones
_LOW_HZ = 120.0


class Room(NamedTuple):
    """How a place answers: how long, how loud, when its first echo comes and where its treble ends."""

    decay_s: float
    wet: float
    first_echo_s: float
    treble_hz: float


_PLAZA = Room(decay_s=0.7, wet=0.10, first_echo_s=0.031, treble_hz=5000)
ROOMS: dict[str, Room] = {
    "court": Room(decay_s=0.6, wet=0.11, first_echo_s=0.027, treble_hz=5500),
    "skate_park": Room(decay_s=0.8, wet=0.14, first_echo_s=0.018, treble_hz=6500),
    "open_sea": Room(decay_s=0.25, wet=0.03, first_echo_s=0.012, treble_hz=3000),
    "room": Room(decay_s=0.4, wet=0.22, first_echo_s=0.006, treble_hz=6000),
}


def room_of(place: str) -> Room:
    """The answer of a place as `ambience.place_of` names it; a plaza where it has none of its own."""
    return ROOMS.get(place, _PLAZA)


def gains(scene: Scene, motion: Motion, time_s: float, position_m: tuple[float, float, float]) -> np.ndarray:
    """Left and right gain, (2,), of a sound at `position_m` for the camera at `time_s` of the shot.

    Pressure falls with 1 / distance; mixes for pictures keep about the square root of that, so that a far
    impact that the camera watches is still heard. Constant-power pan by the azimuth from the view's axis.
    """
    eye, aim = _view(scene, motion, time_s)
    towards, sight = np.asarray(position_m) - eye, aim - eye
    distance_m = max(float(np.linalg.norm(towards)), 0.5)
    right = np.array([sight[1], -sight[0], 0.0])
    span = float(np.linalg.norm(right)) * distance_m
    side = float(np.clip(right @ towards / span, -1.0, 1.0)) if span > 1e-9 else 0.0
    angle = (1 + PAN_WIDTH * side) * math.pi / 4
    loudness = min((REFERENCE_M / distance_m) ** 0.6, 2.0)
    return loudness * np.array([math.cos(angle), math.sin(angle)])


def answer(send: np.ndarray, room: Room, rng: np.random.Generator) -> np.ndarray:
    """The reverberation alone of a mono `send` (samples,); float32 (2, samples), never before its cause."""
    length = round((room.first_echo_s + room.decay_s) * SAMPLE_RATE_HZ)
    tail = coloured(length, band(_LOW_HZ, room.treble_hz, slope=0.15), rng)
    time_s = np.arange(length) / SAMPLE_RATE_HZ - room.first_echo_s
    tail = np.where(time_s < 0, 0.0, tail * 10 ** (-3 * np.maximum(time_s, 0.0) / room.decay_s)).astype(
        np.float32
    )
    tail *= room.wet / np.sqrt((tail**2).sum(axis=1, keepdims=True))
    # Convolving only from the first sound to the last spares most of a quiet clip.
    heard = np.flatnonzero(send)
    wet = np.zeros((2, len(send)), np.float32)
    if len(heard):
        first, last = heard[0], heard[-1] + 1
        part = fftconvolve(send[None, first:last].astype(np.float32), tail, axes=1)
        end = min(first + part.shape[1], len(send))
        wet[:, first:end] = part[:, : end - first]
    return wet


def _view(scene: Scene, motion: Motion, time_s: float) -> tuple[np.ndarray, np.ndarray]:
    """Eye and aim of the camera at `time_s`; a followed body is the aim."""
    camera = scene.camera
    done = min(max(time_s / scene.duration_s, 0.0), 1.0) if scene.duration_s > 0 else 0.0
    eye, aim = (_on_the_way(points, done) for points in (camera.eyes_m, camera.aims_m))
    track = motion.poses.get(camera.follows or "")
    if track is not None and len(track):
        aim = track[min(int(time_s * motion.fps), len(track) - 1), :3].astype(np.float64)
    return eye, aim


def _on_the_way(points_m: tuple[Vector, ...], done: float) -> np.ndarray:
    """The point at this share of a way through `points_m` in even time."""
    at = np.linspace(0.0, 1.0, len(points_m))
    return np.array([np.interp(done, at, axis) for axis in zip(*points_m, strict=True)])
