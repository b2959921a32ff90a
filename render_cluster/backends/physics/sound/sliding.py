"""Things that roll or slide over the ground: a rumble for what turns as it goes, a scrape for what does not."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Body, Scene
from render_cluster.backends.physics.sound.engines import ENGINES
from render_cluster.backends.physics.sound.materials import LOOSE, material
from render_cluster.backends.physics.sound.noise import band, coloured
from render_cluster.backends.physics.sound.rolling import WHEELED_KINDS
from render_cluster.backends.physics.sound.space import gains_along
from render_cluster.backends.physics.sound.whereabouts import add_moving, over_samples

GROUNDED_M = 0.012
SLOWEST_MPS = 0.15
SCRAPE_GAIN, ROLL_GAIN = 0.05, 0.035
BODIES_MAX = 8


def sliding(scene: Scene, motion: Motion, samples: int, rng: np.random.Generator) -> np.ndarray:
    """All that rolls or slides in a shot without wheels or engine of its own; float32 (2, samples)."""
    sound = np.zeros((2, samples), np.float32)
    ground = SETTINGS[scene.setting].ground if scene.setting in SETTINGS else "asphalt"
    if ground == "water":
        return sound
    heard = 0
    for body in scene.bodies:
        track = motion.poses.get(body.name)
        if (
            body.fixed
            or body.kind in ENGINES
            or body.kind in WHEELED_KINDS
            or track is None
            or len(track) < 2
        ):
            continue
        speeds = grounded_speed_mps(body, track, motion.fps, scene.pace)
        if speeds.max() < SLOWEST_MPS or heard == BODIES_MAX:
            continue
        heard += 1
        turning = _turning_share(body, track, speeds, motion.fps, scene.pace)
        drive = over_samples(speeds / 2.0, motion.fps, samples, SAMPLE_RATE_HZ)
        voice = _rub(body.material, ground, turning, samples, rng) * drive * min(body.mass_kg, 20.0) ** 0.3
        sides = gains_along(scene, motion, track[:, :3].astype(np.float64))
        add_moving(sound, voice, sides, motion.fps)
    return sound


def grounded_speed_mps(body: Body, track: np.ndarray, fps: int, pace: float) -> np.ndarray:
    """Speed over the ground in each frame, (frames,); 0 while the body is off it or bouncing."""
    place = track[:, :3].astype(np.float64)
    height = place[:, 2]
    low = height.min() + GROUNDED_M
    rises = np.abs(np.gradient(height)) * fps / pace
    grounded = (height < low) & (height.min() < max(body.size_m)) & (rises < 0.25)
    level = np.linalg.norm(np.gradient(place[:, :2], axis=0), axis=1) * fps / pace
    return np.where(grounded, level, 0.0)


def _turning_share(body: Body, track: np.ndarray, speeds: np.ndarray, fps: int, pace: float) -> float:
    """1 for what turns as fast as it would roll, 0 for what slides without turning."""
    turn = np.abs((track[1:, 3:] * track[:-1, 3:]).sum(axis=1)).clip(0.0, 1.0)
    rates_radps = 2 * np.arccos(turn) * fps / pace
    fastest = int(np.argmax(speeds[1:]))
    rolling_radps = speeds[1:][fastest] / max(min(body.size_m) / 2, 0.01)
    return float(np.clip(rates_radps[fastest] / max(rolling_radps, 1e-6), 0.0, 1.0))


def _rub(stuff: str, ground: str, turning: float, samples: int, rng: np.random.Generator) -> np.ndarray:
    """The steady noise of two materials that pass over each other, at the loudness of 2 m/s; (samples,)."""
    bright = 900.0 if ground in LOOSE else 1200.0 + 12_000.0 * material(stuff).grit
    scrape = coloured(samples, band(250, bright * 2, slope=0.25), rng)[0]
    rumble = coloured(samples, band(60, 380, slope=0.4), rng)[0]
    return (1 - turning) * SCRAPE_GAIN * scrape + turning * ROLL_GAIN * (rumble + 0.15 * scrape)
