"""Noise of a wanted colour and slow random swells: the raw stuff of air, water and wheels."""

from collections.abc import Callable

import numpy as np
from scipy import fft

from render_cluster.backends.backend import SAMPLE_RATE_HZ


def coloured(samples: int, shape: Callable[[np.ndarray], np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """Gaussian noise with the amplitude spectrum `shape(frequency_hz)`; float32 (2, samples), RMS 1."""
    padded = fft.next_fast_len(max(samples, 2), real=True)
    white = rng.standard_normal((2, padded), dtype=np.float32)
    frequency_hz = np.maximum(fft.rfftfreq(padded, 1 / SAMPLE_RATE_HZ), 1.0)
    weight = shape(frequency_hz).astype(np.float32)
    weight /= np.sqrt(np.mean(weight.astype(np.float64) ** 2))
    return fft.irfft(fft.rfft(white) * weight, padded)[:, :samples]


def band(low_hz: float, high_hz: float, slope: float = 0.5) -> Callable[[np.ndarray], np.ndarray]:
    """A spectrum f^-slope between two soft second-order edges (slope 0.5 is pink)."""

    def shape(frequency_hz: np.ndarray) -> np.ndarray:
        rise = 1 / np.sqrt(1 + (low_hz / frequency_hz) ** 4)
        fall = 1 / np.sqrt(1 + (frequency_hz / high_hz) ** 4)
        return rise * fall * frequency_hz**-slope

    return shape


def swell(samples: int, rate_hz: float, low: float, high: float, rng: np.random.Generator) -> np.ndarray:
    """A smooth random curve, (samples,), between `low` and `high` with `rate_hz` turns a second."""
    knots = rng.uniform(low, high, int(samples / SAMPLE_RATE_HZ * rate_hz) + 4)
    place = np.arange(samples) * (rate_hz / SAMPLE_RATE_HZ) + rng.random()
    index = place.astype(np.int64)
    ease = (1 - np.cos(np.pi * (place - index))) / 2
    return knots[index] * (1 - ease) + knots[index + 1] * ease
