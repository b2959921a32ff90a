"""Cloth that is brushed: a net that sighs as the ball goes through."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.noise import band, coloured

LENGTH_S = 0.22


def swish(rng: np.random.Generator) -> np.ndarray:
    """Threads sliding over a surface, (samples,), peak 1: bright noise that starts at once."""
    samples = round(LENGTH_S * SAMPLE_RATE_HZ)
    time_s = np.arange(samples) / SAMPLE_RATE_HZ
    threads = coloured(samples, band(1400, 6500, slope=0.1), rng)[0]
    sound = threads * np.exp(-time_s * 18) * (1 - time_s / LENGTH_S)
    return sound / np.abs(sound).max()
