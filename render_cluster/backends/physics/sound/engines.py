"""What drives is heard: engines, rotors and jets whose pitch follows how fast the thing really goes."""

from typing import Literal, NamedTuple

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.sound.noise import band, coloured
from render_cluster.backends.physics.sound.space import distances_m, gains_along
from render_cluster.backends.physics.sound.whereabouts import add_moving, over_samples, path_of, speed_mps

Kind = Literal["piston", "rotor", "jet", "electric", "freewheel"]
SOUND_MPS = 343.0
MOVING_MPS = 0.4
HARMONICS = 12


class Engine(NamedTuple):
    """An engine: its firing (or blade, or tick) rate at rest and what each m/s adds, how loud, how rough.

    `gears` share out the speed, so that the pitch rises and falls back as they change.
    """

    kind: Kind
    idle_hz: float
    hz_per_mps: float
    gain: float
    rough: float = 0.3
    gear_mps: float = 0.0


_CAR = Engine("piston", 26.0, 6.5, 0.10, 0.35, gear_mps=9.0)
_TRUCK = Engine("piston", 17.0, 5.0, 0.14, 0.6, gear_mps=6.0)
ENGINES: dict[str, Engine] = {
    "car": _CAR, "taxi": _CAR, "jeep": _CAR, "pickup": _CAR, "van": _CAR, "police_car": _CAR, "ambulance": _CAR,
    "sports_car": Engine("piston", 38.0, 9.0, 0.13, 0.3, gear_mps=12.0),
    "bus": _TRUCK, "truck": _TRUCK, "fire_engine": _TRUCK, "tractor": Engine("piston", 14.0, 6.0, 0.14, 0.8),
    "train": Engine("piston", 9.0, 2.5, 0.16, 0.9),
    "motorcycle": Engine("piston", 30.0, 9.0, 0.13, 0.5, gear_mps=9.0),
    "scooter": Engine("piston", 42.0, 9.0, 0.08, 0.35),
    "speedboat": Engine("piston", 24.0, 6.0, 0.12, 0.7),
    "ship": Engine("piston", 7.0, 1.0, 0.14, 0.9),
    "propeller_plane": Engine("piston", 48.0, 0.8, 0.15, 0.6),
    "aeroplane": Engine("jet", 900.0, 12.0, 0.18, 1.0),
    "rocket": Engine("jet", 300.0, 2.0, 0.25, 1.0),
    "spaceship": Engine("electric", 110.0, 6.0, 0.10),
    "helicopter": Engine("rotor", 11.0, 0.1, 0.2, 1.0),
    "drone": Engine("electric", 190.0, 8.0, 0.07),
    "robot": Engine("electric", 160.0, 40.0, 0.02),
    "bicycle": Engine("freewheel", 0.0, 8.5, 0.03),
}  # fmt: skip
"""By kind of body; a freewheel ticks 18 times a turn of a wheel of 2.1 m."""


def engines(scene: Scene, motion: Motion, samples: int, rng: np.random.Generator) -> np.ndarray:
    """All engines of a shot; float32 (2, samples). What never moves, or has no mass, stands with its engine off."""
    sound = np.zeros((2, samples), np.float32)
    for body in scene.bodies:
        engine = ENGINES.get(body.kind)
        path_m = path_of(scene, motion, body.name)
        if engine is None or body.fixed or path_m is None or len(path_m) < 2:
            continue
        speeds = speed_mps(path_m, motion.fps, scene.pace)
        if speeds.max() < MOVING_MPS:
            continue
        away_mps = np.gradient(distances_m(scene, motion, path_m)) * motion.fps / scene.pace
        # As heard from where the camera stands; slow motion lowers what is a pitch.
        doppler = scene.pace / (1 + np.clip(away_mps / SOUND_MPS, -0.3, 0.5))
        tone = _tone(engine, speeds, doppler, motion.fps, samples, rng)
        sides = gains_along(scene, motion, path_m)
        add_moving(sound, tone, sides, motion.fps)
    return sound


def firing_hz(engine: Engine, speeds_mps: np.ndarray) -> np.ndarray:
    """The rate of an engine at each speed; with gears it climbs within each of them."""
    if not engine.gear_mps:
        return engine.idle_hz + engine.hz_per_mps * speeds_mps
    gear = np.floor(speeds_mps / engine.gear_mps)
    within = speeds_mps - gear * engine.gear_mps
    return engine.idle_hz + engine.hz_per_mps * (within + np.minimum(gear, 4) * 0.45 * engine.gear_mps)


def _tone(
    engine: Engine,
    speeds: np.ndarray,
    doppler: np.ndarray,
    fps: int,
    samples: int,
    rng: np.random.Generator,
) -> np.ndarray:
    """The engine alone as the camera hears it, (samples,)."""
    rate_hz = over_samples(firing_hz(engine, speeds) * doppler, fps, samples, SAMPLE_RATE_HZ)
    speed = over_samples(speeds, fps, samples, SAMPLE_RATE_HZ)
    turns = np.cumsum(rate_hz, dtype=np.float64) / SAMPLE_RATE_HZ + rng.random()
    load = 0.45 + 0.55 * np.clip(speed / 8.0, 0.0, 1.0)
    match engine.kind:
        case "piston":
            tone = sum(
                np.sin(2 * np.pi * order * turns / 2 + rng.uniform(0, 6.28)) * order**-0.75
                for order in range(1, HARMONICS + 1)
            )
            breath = coloured(samples, band(120, 2600, slope=0.5), rng)[0]
            puffs = 0.5 + 0.5 * np.cos(2 * np.pi * turns)
            tyres = coloured(samples, band(350, 2200, slope=0.3), rng)[0] * np.clip(speed / 15.0, 0.0, 1.0)
            return engine.gain * (load * (0.5 * tone + engine.rough * breath * puffs) + 0.6 * tyres)
        case "rotor":
            slap = (0.5 + 0.5 * np.cos(2 * np.pi * turns)) ** 6
            air = coloured(samples, band(60, 1800, slope=0.6), rng)[0]
            whine = 0.12 * np.sin(2 * np.pi * 47.0 * turns)
            return engine.gain * (air * (0.25 + 1.6 * slap) + whine)
        case "jet":
            roar = coloured(samples, band(60, 2600, slope=0.5), rng)[0]
            return engine.gain * (
                roar + 0.08 * np.sin(2 * np.pi * turns) + 0.05 * np.sin(4.1 * np.pi * turns)
            )
        case "electric":
            hum = sum(np.sin(2 * np.pi * order * turns) / order for order in (1, 2, 3, 5))
            return engine.gain * load * (0.6 * hum + 0.15 * coloured(samples, band(800, 6000), rng)[0])
        case "freewheel":
            tick = np.exp(-((turns % 1.0) * SAMPLE_RATE_HZ / np.maximum(rate_hz, 1.0)) / 45.0)
            click = tick * coloured(samples, band(2500, 9000, slope=0.0), rng)[0]
            return engine.gain * click * (speed > MOVING_MPS)
