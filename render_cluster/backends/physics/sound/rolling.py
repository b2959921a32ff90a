"""Wheels on the ground: a rumble that follows how the board really rolls, and a clack at each joint."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.paving import JOINT_SPACING_M, slabs_crossed
from render_cluster.backends.physics.scene import Body, Scene
from render_cluster.backends.physics.sound.noise import band, coloured
from render_cluster.backends.physics.sound.space import gains_along
from render_cluster.backends.physics.sound.whereabouts import add_moving, over_samples

WHEELED_KINDS = ("skateboard", "longboard", "cart", "scooter")
WHEEL_M = 0.054
AIRBORNE_M = 0.03
UPRIGHT_MIN = 0.75
LEAN_GAIN = 0.35
ACROSS_MPS_MIN = 0.5
LEAN_RADPS_MAX = 3.0
AXLE_SHARE = 0.31  # of a board's length, from its middle to an axle
CLACK_GAIN_AT_3_MPS = 0.42
DECK_MODES = ((135.0, 38.0, 1.0), (310.0, 55.0, 0.6), (840.0, 110.0, 0.35))  # pitch, decay, share of maple
GAIN_AT_3_MPS = 0.12  # as heard in the finished clip: what is steady is not turned up with the blows


def rolling(scene: Scene, motion: Motion, samples: int, rng: np.random.Generator) -> np.ndarray:
    """The rolling of all wheeled bodies of a shot; float32 (2, samples), nothing where none rolls."""
    sound = np.zeros((2, samples), np.float32)
    for body in scene.bodies:
        if body.kind in WHEELED_KINDS and body.name in motion.poses:
            track = motion.poses[body.name]
            speed_mps = rolling_speed_mps(track, motion.fps)
            if speed_mps.max(initial=0.0) > 0.05:
                pressed = over_samples(
                    1.0 + LEAN_GAIN * lean_rate_radps(track, motion.fps), motion.fps, samples, SAMPLE_RATE_HZ
                )
                rumble = pressed * _rumble(speed_mps, motion.fps, samples, rng)
                clacks = _clacks(scene, body, track, speed_mps, motion.fps, samples, rng)
                sides = gains_along(scene, motion, track[:, :3].astype(np.float64))
                add_moving(sound, rumble + clacks, sides, motion.fps)
    return sound


def lean_rate_radps(track: np.ndarray, fps: int) -> np.ndarray:
    """How fast a board rolls about its long axis, (frames,), at most LEAN_RADPS_MAX; wheels grind as it does."""
    if len(track) < 2:
        return np.zeros(len(track))
    w, x, y, z = track[:, 3:].astype(np.float64).T
    side_up = 2 * (x * z - w * y)  # the height of the end of the board's own x axis: the sine of its lean
    return np.minimum(np.abs(np.gradient(side_up)) * fps, LEAN_RADPS_MAX)


def joint_times_s(body: Body, track: np.ndarray, spacing_m: float, fps: int) -> list[float]:
    """When an axle of a board crosses a joint of the paving, to the thousandth of a second, in order."""
    fine_s = np.arange(round((len(track) - 1) / fps * 1000)) / 1000.0
    frames_s = np.arange(len(track)) / fps
    w, x, y, z = track[:, 3:].astype(np.float64).T
    ahead = np.stack([2 * (x * y - w * z), 1 - 2 * (x * x + z * z)], -1) * (AXLE_SHARE * body.size_m[1])
    times: list[float] = []
    for sign in (1.0, -1.0):
        axle = track[:, :2] + sign * ahead
        fine = np.stack([np.interp(fine_s, frames_s, axle[:, axis]) for axis in (0, 1)], -1)
        # A wheel that runs along a joint does not drop into it.
        across = np.abs(np.diff(fine, axis=0)) * 1000.0 > ACROSS_MPS_MIN
        crossed = ((np.diff(slabs_crossed(fine, spacing_m), axis=0) != 0) & across).any(1)
        times += [float(time_s) for time_s in fine_s[1:][crossed]]
    return sorted(times)


def _clacks(
    scene: Scene,
    body: Body,
    track: np.ndarray,
    speed_mps: np.ndarray,
    fps: int,
    samples: int,
    rng: np.random.Generator,
) -> np.ndarray:
    """A knock of the deck for each axle that drops into a joint, harder the faster; (samples,)."""
    sound = np.zeros(samples, np.float32)
    spacing_m = JOINT_SPACING_M.get(scene.setting)
    if spacing_m is None:
        return sound
    time_s = np.arange(round(0.12 * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    for at_s in joint_times_s(body, track, spacing_m, fps):
        first = round(at_s * SAMPLE_RATE_HZ)
        drive = speed_mps[min(int(at_s * fps), len(speed_mps) - 1)] / 3.0
        deck = sum(
            share * np.exp(-time_s * decay) * np.sin(2 * np.pi * pitch_hz * rng.uniform(0.95, 1.05) * time_s)
            for pitch_hz, decay, share in DECK_MODES
        )
        click = rng.standard_normal(len(time_s)) * np.exp(-time_s * 400.0)
        knock = CLACK_GAIN_AT_3_MPS * drive * (deck + 0.25 * click)
        end = min(first + len(knock), samples)
        if first < end:
            sound[first:end] += knock[: end - first]
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
    speed = over_samples(speed_mps, fps, samples, SAMPLE_RATE_HZ)
    turns = np.cumsum(speed, dtype=np.float64)
    turns *= 2 / (WHEEL_M * SAMPLE_RATE_HZ)
    wobble = (1 + 0.25 * np.sin(turns, out=turns)).astype(np.float32)
    low = coloured(samples, band(90, 520, slope=0.2), rng)
    high = coloured(samples, band(700, 3600, slope=0.4), rng)
    drive = speed / 3.0
    return GAIN_AT_3_MPS * (low * drive * wobble + 0.5 * high * drive**2)
