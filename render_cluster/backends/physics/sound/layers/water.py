"""Waters at rest and at work: open sea, surf, a lake's edge, a stream, and being under it all."""

from functools import partial

import numpy as np

from render_cluster.backends.physics.sound.noise import band, coloured, each_ear, grains, swell


def sea(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Swell that heaves slowly, and the hiss of its foam where it is highest."""
    heave = swell(samples, 0.3, 0.1, 1.0, rng).astype(np.float32)
    body = coloured(samples, band(70, 900), rng) * (0.35 + heave)
    foam = coloured(samples, band(1500, 8000, slope=0.2), rng) * heave**3
    return body + 0.35 * foam


def surf(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Waves that break on a beach: a low rush that swells, then foam that runs back with a hiss."""
    wave = swell(samples, 0.22, 0.0, 1.0, rng).astype(np.float32)
    back = np.roll(wave, min(60_000, samples // 3))
    rush = coloured(samples, band(90, 1600), rng) * (0.15 + wave**2)
    hiss = coloured(samples, band(2200, 9000, slope=0.1), rng) * back**2
    return rush + 0.4 * hiss


def lapping(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Small water against something that floats: short gulps, a few a second."""
    gulps = each_ear(partial(swell, samples, 5.0, -0.8, 1.0, rng)).clip(0) ** 2
    return coloured(samples, band(250, 1400), rng) * gulps.astype(np.float32)


def stream(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Water over stones: a soft rush with bubbles that sing in it."""
    return coloured(samples, band(400, 5000, slope=0.3), rng) + grains(
        samples, 60.0, 0.012, (500.0, 1900.0), rng
    )


def underwater(samples: int, rng: np.random.Generator) -> np.ndarray:
    """The dull pressure of water all round, slow movements in it and bubbles that rise."""
    heave = swell(samples, 0.4, 0.4, 1.0, rng).astype(np.float32)
    bubbles = grains(samples, 5.0, 0.03, (300.0, 900.0), rng)
    return coloured(samples, band(40, 260, slope=0.8), rng) * heave + 0.6 * bubbles
