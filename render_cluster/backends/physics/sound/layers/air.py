"""Air and weather: wind, rain on ground and roof, the hush of snow, thunder."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.noise import band, coloured, grains, swell

THUNDER_EVERY_S = 14.0


def wind(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Three bands that gust apart from each other; the ears share the gust, not the noise."""
    sound = np.zeros((2, samples), np.float32)
    for low_hz, gain in ((90, 1.0), (220, 0.6), (520, 0.3)):
        gust = gain * swell(samples, 0.6, 0.25, 1.0, rng) ** 2
        sound += gust.astype(np.float32) * coloured(samples, band(low_hz, low_hz * 2.2), rng)
    return sound


def leaves(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Leaves that rustle in the same kind of gusts."""
    gust = swell(samples, 0.5, 0.1, 1.0, rng) ** 2
    return gust.astype(np.float32) * coloured(samples, band(1800, 7000, slope=0.3), rng)


def rain(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Rain on the ground: a steady hiss and the nearer drops one by one."""
    hiss = coloured(samples, band(1200, 11_000, slope=0.15), rng)
    drops = grains(samples, 220.0, 0.004, (1500.0, 7000.0), rng)
    return 0.8 * hiss + 1.4 * drops


def rain_on_roof(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Rain as it is heard indoors: a low patter through a roof, a little hiss through the panes."""
    patter = grains(samples, 90.0, 0.014, (140.0, 420.0), rng)
    return coloured(samples, band(120, 900), rng) + 1.1 * patter + 0.12 * rain(samples, rng)


def snow_hush(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Falling snow: hardly more than the quiet, with fine ticks of flakes."""
    ticks = grains(samples, 30.0, 0.0015, (5000.0, 9000.0), rng)
    return coloured(samples, band(200, 1400, slope=0.7), rng) + 0.15 * ticks


def thunder(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Far thunder now and then: a crack that the distance has dulled, then a roll that wanders."""
    sound = np.zeros((2, samples), np.float32)
    at_s = rng.uniform(1.5, 5.0)
    while at_s * SAMPLE_RATE_HZ < samples:
        first = int(at_s * SAMPLE_RATE_HZ)
        length = min(int(rng.uniform(4.0, 7.0) * SAMPLE_RATE_HZ), samples - first)
        time_s = np.arange(length) / SAMPLE_RATE_HZ
        roll = (1 - np.exp(-time_s * 4)) * np.exp(-time_s * 0.7) * swell(length, 2.5, 0.2, 1.0, rng)
        crack = 0.7 * np.exp(-time_s * 9)
        low = coloured(length, band(35, 160), rng) * roll.astype(np.float32)
        high = coloured(length, band(150, 900), rng) * (crack * (1 - np.exp(-time_s * 60))).astype(np.float32)
        sound[:, first : first + length] += rng.uniform(0.5, 1.0) * (low + 0.5 * high)
        at_s += 4.0 + rng.exponential(THUNDER_EVERY_S)
    return sound
