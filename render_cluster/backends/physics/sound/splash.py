"""Something meets water: a slap, then the bubbles it dragged under."""

import math

import numpy as np
from scipy.signal import butter, sosfilt

from render_cluster.backends.backend import SAMPLE_RATE_HZ

LENGTH_S = 1.4
BUBBLES_MAX = 90
BUBBLE_RADIUS_M = (0.0008, 0.007)


def bubble_hz(radius_m: float) -> float:
    """Pitch of an air bubble in water (Minnaert 1933): 3.26 m/s over its radius."""
    return 3.26 / radius_m


def splash(energy_j: float, size_m: float, rng: np.random.Generator) -> np.ndarray:
    """The splash alone, float64 (samples,), peak 1; sample 0 is the instant of contact.

    A bigger blow drags more and larger air under, so it is longer and deeper.
    """
    sound = _slap(size_m, rng)
    count = int(np.clip(20 + 14 * math.sqrt(max(energy_j, 0.0)), 20, BUBBLES_MAX))
    low_m, high_m = BUBBLE_RADIUS_M
    for _ in range(count):
        radius_m = low_m * (high_m / low_m) ** rng.random() * (1 + min(size_m, 1.0))
        start = int((0.012 + rng.exponential(0.22)) * SAMPLE_RATE_HZ)
        bubble = _bubble(radius_m, rng) * rng.uniform(0.04, 0.22)
        end = min(start + len(bubble), len(sound))
        if start < end:
            sound[start:end] += bubble[: end - start]
    fade = SAMPLE_RATE_HZ // 20
    sound[-fade:] *= np.linspace(1.0, 0.0, fade)
    return sound / np.abs(sound).max()


def _slap(size_m: float, rng: np.random.Generator) -> np.ndarray:
    """The first hit on the surface: noise, deeper and longer for a wider body."""
    time_s = np.arange(round(LENGTH_S * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    noise = rng.standard_normal(len(time_s))
    width_m = float(np.clip(size_m, 0.1, 2.0))
    hit = sosfilt(butter(1, [90 / width_m**0.5, 2500], "bandpass", fs=SAMPLE_RATE_HZ, output="sos"), noise)
    spray = sosfilt(butter(1, [1800, 9000], "bandpass", fs=SAMPLE_RATE_HZ, output="sos"), noise)
    falling = np.exp(-time_s * 7) * (1 - np.exp(-time_s * 40))
    return hit * np.exp(-time_s * 22 / width_m**0.3) + 0.12 * spray * falling


def _bubble(radius_m: float, rng: np.random.Generator) -> np.ndarray:
    """One bubble: a damped sine whose pitch rises as it nears the surface (van den Doel 2005)."""
    frequency_hz = bubble_hz(radius_m)
    decay_ps = 0.13 / radius_m + 0.0072 * radius_m**-1.5
    length = min(math.ceil(7 / decay_ps * SAMPLE_RATE_HZ), SAMPLE_RATE_HZ // 4)
    time_s = np.arange(length) / SAMPLE_RATE_HZ
    rise = 1 + rng.uniform(0.0, 0.05) * decay_ps * time_s
    return np.exp(-decay_ps * time_s) * np.sin(2 * math.pi * frequency_hz * rise * time_s)
