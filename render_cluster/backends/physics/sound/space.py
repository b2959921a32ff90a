"""Where a sound stands: nearer is louder, left is left, and the place answers."""

from typing import NamedTuple

import numpy as np
from scipy import fft

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene, Vector
from render_cluster.backends.physics.sound.noise import band, coloured
from render_cluster.backends.physics.sound.whereabouts import path_of

REFERENCE_M = 4.0
PAN_WIDTH = 0.75  # a full swing to one ear is tiring on headphones
_LOW_HZ = 120.0


class Room(NamedTuple):
    """How a place answers: how long, how loud, when its first echo comes and where its treble ends.

    `slap_s` is the time of a single clear echo from a wall across, 0 where there is none.
    """

    decay_s: float
    wet: float
    first_echo_s: float
    treble_hz: float
    slap_s: float = 0.0


_OPEN = Room(decay_s=0.25, wet=0.03, first_echo_s=0.012, treble_hz=3000)
ROOMS: dict[str, Room] = {
    "court": Room(0.6, 0.11, 0.027, 5500),
    "plaza": Room(0.7, 0.10, 0.031, 5000, slap_s=0.11),
    "skate_park": Room(0.8, 0.14, 0.018, 6500),
    "park": Room(0.35, 0.05, 0.02, 4000),
    "meadow": _OPEN,
    "beach": _OPEN,
    "open_sea": _OPEN,
    "lake": Room(0.9, 0.05, 0.06, 3500),
    "underwater": Room(1.6, 0.5, 0.008, 700),
    "forest": Room(0.9, 0.12, 0.022, 3200),
    "mountain": Room(1.6, 0.08, 0.09, 3200, slap_s=0.62),
    "snow_slope": Room(0.25, 0.02, 0.02, 2000),
    "city_street": Room(0.9, 0.14, 0.024, 5000, slap_s=0.085),
    "rooftop": Room(0.5, 0.05, 0.03, 4500, slap_s=0.19),
    "kitchen": Room(0.45, 0.26, 0.005, 7500),
    "living_room": Room(0.32, 0.18, 0.006, 5000),
    "stage": Room(1.5, 0.24, 0.02, 5500),
    "gym": Room(2.6, 0.34, 0.018, 5500),
    "studio": Room(0.2, 0.1, 0.006, 6000),
    "desert": Room(0.15, 0.015, 0.02, 2500),
    "moon": Room(0.1, 0.01, 0.01, 1500),
}


def room_of(setting: str) -> Room:
    """The answer of a setting of `places.SETTINGS`; that of a plaza where it has none of its own."""
    return ROOMS.get(setting, ROOMS["plaza"])


def gains(scene: Scene, motion: Motion, time_s: float, position_m: tuple[float, float, float]) -> np.ndarray:
    """Left and right gain, (2,), of a sound at `position_m` for the camera at `time_s` on the world's clock."""
    return _sides(*_views(scene, motion, np.array([time_s])), np.array([position_m], np.float64))[:, 0]


def gains_along(scene: Scene, motion: Motion, path_m: np.ndarray) -> np.ndarray:
    """Left and right gain in each frame, (2, frames), of something on a path (frames, 3)."""
    return _sides(*_views(scene, motion, _world_s(scene, motion, len(path_m))), path_m)


def distances_m(scene: Scene, motion: Motion, path_m: np.ndarray) -> np.ndarray:
    """How far something on a path (frames, 3) is from the camera in each frame."""
    eyes_m, _ = _views(scene, motion, _world_s(scene, motion, len(path_m)))
    return np.linalg.norm(path_m - eyes_m, axis=1)


def add_answer(onto: np.ndarray, send: np.ndarray, room: Room, rng: np.random.Generator) -> None:
    """Adds a room's answer to a mono `send` (samples,) to float32 (2, samples), never before its cause.

    By overlap and add, so that no spectrum is as long as the clip; silence costs nothing.
    """
    tail = _tail(room, rng)
    heard = send != 0
    if not heard.any():
        return
    size = fft.next_fast_len(tail.shape[1] - 1 + min(3 * tail.shape[1], len(send)), real=True)
    step, response = size - tail.shape[1] + 1, fft.rfft(tail, size)
    for first in range(int(heard.argmax()), len(send), step):
        if not heard[first : first + step].any():
            continue
        wet = fft.irfft(fft.rfft(send[first : first + step], size) * response, size)
        end = min(first + size, len(send))
        onto[:, first:end] += wet[:, : end - first]


def _tail(room: Room, rng: np.random.Generator) -> np.ndarray:
    """What a room makes of one click, float32 (2, samples)."""
    length = round((max(room.first_echo_s, room.slap_s) + room.decay_s) * SAMPLE_RATE_HZ)
    tail = coloured(length, band(_LOW_HZ, room.treble_hz, slope=0.15), rng)
    time_s = np.arange(length) / SAMPLE_RATE_HZ - room.first_echo_s
    tail = np.where(time_s < 0, 0.0, tail * 10 ** (-3 * np.maximum(time_s, 0.0) / room.decay_s)).astype(
        np.float32
    )
    if room.slap_s:
        slap = round(room.slap_s * SAMPLE_RATE_HZ)
        tail[:, slap:] += 0.5 * tail[:, : length - slap]
    return tail * (room.wet / np.sqrt((tail**2).sum(axis=1, keepdims=True)))


def _world_s(scene: Scene, motion: Motion, frames_count: int) -> np.ndarray:
    return np.arange(frames_count) / motion.fps * scene.pace


def _sides(eyes_m: np.ndarray, aims_m: np.ndarray, places_m: np.ndarray) -> np.ndarray:
    """Left and right gain, (2, n), of places seen from eyes with aims, all (n, 3).

    Pressure falls with 1 / distance; mixes for pictures keep about the square root of that, so that a far
    impact that the camera watches is still heard. Constant-power pan by the azimuth from the view's axis.
    """
    towards, sight = places_m - eyes_m, aims_m - eyes_m
    distance_m = np.maximum(np.linalg.norm(towards, axis=1), 0.5)
    right = np.stack([sight[:, 1], -sight[:, 0], np.zeros(len(sight))], axis=1)
    span = np.maximum(np.linalg.norm(right, axis=1) * distance_m, 1e-9)
    side = np.clip((right * towards).sum(axis=1) / span, -1.0, 1.0)
    angle = (1 + PAN_WIDTH * side) * np.pi / 4
    loudness = np.minimum((REFERENCE_M / distance_m) ** 0.6, 2.0)
    return loudness * np.stack([np.cos(angle), np.sin(angle)])


def _views(scene: Scene, motion: Motion, times_s: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Eye and aim of the camera, each (n, 3), at times of the world; both stand beside what it follows."""
    camera = scene.camera
    done = np.clip(times_s / max(scene.duration_s, 1e-9), 0.0, 1.0)
    eyes_m, aims_m = (_on_the_way(points, done) for points in (camera.eyes_m, camera.aims_m))
    path_m = path_of(scene, motion, camera.follows) if camera.follows else None
    if path_m is not None and len(path_m):
        frames = np.minimum((times_s / scene.pace * motion.fps).astype(int), len(path_m) - 1)
        eyes_m, aims_m = eyes_m + path_m[frames], aims_m + path_m[frames]
    return eyes_m, aims_m


def _on_the_way(points_m: tuple[Vector, ...], done: np.ndarray) -> np.ndarray:
    """The points (n, 3) at these shares of a way through `points_m` in even time."""
    at = np.linspace(0.0, 1.0, len(points_m))
    return np.stack([np.interp(done, at, axis) for axis in zip(*points_m, strict=True)], axis=1)
