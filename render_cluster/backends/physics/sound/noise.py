"""Noise of a wanted colour and slow random swells: the raw stuff of air, water and wheels."""

from collections.abc import Callable

import numpy as np
from scipy import fft

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.timeline import blocks


def coloured(samples: int, shape: Callable[[np.ndarray], np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """Gaussian noise with the amplitude spectrum `shape(frequency_hz)`; float32 (2, samples), RMS 1."""
    padded = fft.next_fast_len(max(samples, 2), real=True)
    noise = rng.standard_normal((2, padded), dtype=np.float32)
    frequency_hz = np.maximum(fft.rfftfreq(padded, 1 / SAMPLE_RATE_HZ), 1.0).astype(np.float32)
    weight = shape(frequency_hz)
    weight /= np.sqrt(np.mean(weight**2, dtype=np.float64))
    # One ear after the other, for a minute's spectrum is as large as its sound.
    for ear in noise:
        spectrum = fft.rfft(ear)
        spectrum *= weight
        ear[:] = fft.irfft(spectrum, padded)
    return noise[:, :samples]


def band(low_hz: float, high_hz: float, slope: float = 0.5) -> Callable[[np.ndarray], np.ndarray]:
    """A spectrum f^-slope between two soft second-order edges (slope 0.5 is pink)."""

    def shape(frequency_hz: np.ndarray) -> np.ndarray:
        rise = 1 / np.sqrt(1 + (low_hz / frequency_hz) ** 4)
        fall = 1 / np.sqrt(1 + (frequency_hz / high_hz) ** 4)
        return rise * fall * frequency_hz**-slope

    return shape


def swell(samples: int, rate_hz: float, low: float, high: float, rng: np.random.Generator) -> np.ndarray:
    """A smooth random curve, float32 (samples,), between `low` and `high` with `rate_hz` turns a second."""
    knots = rng.uniform(low, high, int(samples / SAMPLE_RATE_HZ * rate_hz) + 4)
    begins = rng.random()
    curve = np.empty(samples, np.float32)
    for first, last in blocks(samples):
        place = np.arange(first, last) * (rate_hz / SAMPLE_RATE_HZ) + begins
        index = place.astype(np.int64)
        ease = (1 - np.cos(np.pi * (place - index))) / 2
        curve[first:last] = knots[index] * (1 - ease) + knots[index + 1] * ease
    return curve


def each_ear(make: Callable[[], np.ndarray]) -> np.ndarray:
    """Two curves made one after the other, one an ear; (2, samples)."""
    return np.stack([make(), make()])


def grains(
    samples: int, rate_hz: float, length_s: float, pitch_hz: tuple[float, float], rng: np.random.Generator
) -> np.ndarray:
    """A cloud of short damped tones at random times, pitches and sides; float32 (2, samples).

    `rate_hz` grains a second come from a stock of 24, so that a minute of rain costs no more than its sum.
    """
    length = max(round(6 * length_s * SAMPLE_RATE_HZ), 8)
    time_s = np.arange(length) / SAMPLE_RATE_HZ
    count = rng.poisson(samples / SAMPLE_RATE_HZ * rate_hz)
    starts, kinds = rng.integers(0, max(samples, 1), count), rng.integers(0, 24, count)
    angles, gains = rng.random(count) * np.pi / 2, rng.exponential(0.5, count)
    sound = np.zeros((2, samples + length), np.float32)
    for kind in range(24):
        pitch = pitch_hz[0] * (pitch_hz[1] / pitch_hz[0]) ** rng.random()
        grain = (np.exp(-time_s / length_s) * np.sin(2 * np.pi * pitch * time_s)).astype(np.float32)
        for start, angle, gain in zip(
            starts[kinds == kind], angles[kinds == kind], gains[kinds == kind], strict=True
        ):
            sound[0, start : start + length] += np.float32(gain * np.cos(angle)) * grain
            sound[1, start : start + length] += np.float32(gain * np.sin(angle)) * grain
    return sound[:, :samples]
