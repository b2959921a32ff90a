"""What people have built: traffic far and near, rooms and their machines, a radio in a helmet."""

from functools import partial

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.noise import band, coloured, each_ear, swell


def city(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Far traffic: a steady low bed and cars that come and go."""
    far = coloured(samples, band(45, 380), rng)
    return far + _passing(samples, 0.35, 0.35, rng)


def traffic(samples: int, rng: np.random.Generator) -> np.ndarray:
    """A street: cars near by, their tyres loud as they pass."""
    return coloured(samples, band(50, 500), rng) + _passing(samples, 0.5, 1.2, rng)


def room(samples: int, rng: np.random.Generator) -> np.ndarray:
    """The tone of an empty room."""
    return coloured(samples, band(50, 500), rng)


def hall(samples: int, rng: np.random.Generator) -> np.ndarray:
    """A large hall: air that is moved by machines far above."""
    return coloured(samples, band(60, 900, slope=0.8), rng) + 0.25 * hum(samples, rng)


def hum(samples: int, rng: np.random.Generator) -> np.ndarray:
    """A refrigerator: the mains and its overtones, breathing slowly."""
    time_s = np.arange(samples) / SAMPLE_RATE_HZ
    tone = sum(
        gain * np.sin(2 * np.pi * 50.0 * order * time_s + rng.uniform(0, 6.28))
        for order, gain in ((1, 0.5), (2, 1.0), (4, 0.35), (6, 0.15))
    )
    return np.stack([tone, tone]) * swell(samples, 0.3, 0.7, 1.0, rng)


def clock(samples: int, rng: np.random.Generator) -> np.ndarray:
    """A clock on the wall that ticks once a second."""
    sound = np.zeros((2, samples))
    time_s = np.arange(round(0.03 * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    for tick, at in enumerate(range(int(rng.uniform(0.1, 0.9) * SAMPLE_RATE_HZ), samples, SAMPLE_RATE_HZ)):
        pitch_hz = 2300.0 if tick % 2 else 2700.0
        part = (np.exp(-time_s * 260) * np.sin(2 * np.pi * pitch_hz * time_s))[: samples - at]
        sound[:, at : at + len(part)] += np.array([[0.6], [0.8]]) * part
    return sound


def radio_hiss(samples: int, rng: np.random.Generator) -> np.ndarray:
    """What is heard where there is no air: the hiss of one's own radio."""
    return coloured(samples, band(700, 3200, slope=0.0), rng)


def _passing(samples: int, rate_hz: float, loud: float, rng: np.random.Generator) -> np.ndarray:
    swells = each_ear(partial(swell, samples, rate_hz, 0.05, loud, rng)) ** 1.5
    return coloured(samples, band(300, 1600), rng) * swells.astype(np.float32)
