"""Hears how far lips must have been parted: a ridge regression from a sound's spectrum.

Loudness does not tell, for lips close on a loud m and part on a soft h. The weights were learnt by
`python -m tools.enrolment.learn_lips` on the synthetic voices of this repository.
"""

from functools import cache
from pathlib import Path

import numpy as np

from render_cluster.likeness.recording import SOUND_RATE_HZ

RATE_HZ = 100
WEIGHTS_PATH = Path(__file__).parent / "data" / "lip_weights.npy"
_STEP, _WINDOW, _FFT = SOUND_RATE_HZ // RATE_HZ, 400, 512
_BANDS, _LOW_HZ, _HIGH_HZ = 18, 100.0, 6000.0
_FLOOR_NEPERS = 9.0
_AROUND = (-9, -6, -3, 0, 3, 6, 9)
"""Which neighbours in time each moment is read with, in steps of 1 / RATE_HZ."""


def parting_heard(sound: np.ndarray) -> np.ndarray:
    """How far lips are parted in a float32 sound at SOUND_RATE_HZ: (times at RATE_HZ,), 0 closed to about 1."""
    return features(sound) @ _weights()


def features(sound: np.ndarray) -> np.ndarray:
    """The spectrum on a mel scale, each band without its mean, with its neighbours in time and a constant 1."""
    count = max(1, (len(sound) - _WINDOW) // _STEP + 1)
    padded = np.pad(sound, (0, _WINDOW))
    windows = np.stack([padded[i * _STEP : i * _STEP + _WINDOW] for i in range(count)]) * np.hanning(_WINDOW)
    level = np.log(np.abs(np.fft.rfft(windows, _FFT)) ** 2 @ _mel_bands().T + 1e-8)
    level = np.maximum(level, level.max() - _FLOOR_NEPERS)
    level = (level - level.mean(0)) / 2
    return np.hstack([*(np.roll(level, step, 0) for step in _AROUND), np.ones((count, 1))])


def _mel_bands() -> np.ndarray:
    """Triangles on the mel scale, (bands, bins)."""
    bins_hz = np.fft.rfftfreq(_FFT, 1 / SOUND_RATE_HZ)
    edges_mel = np.linspace(_mel(_LOW_HZ), _mel(_HIGH_HZ), _BANDS + 2)
    edges = np.interp(edges_mel, _mel(bins_hz), np.arange(len(bins_hz)))
    at = np.arange(len(bins_hz))
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    return np.maximum(0, np.minimum((at - low) / (middle - low), (high - at) / (high - middle)))


def _mel(hertz: np.ndarray | float) -> np.ndarray:
    return 2595 * np.log10(1 + np.asarray(hertz) / 700)


@cache
def _weights() -> np.ndarray:
    return np.load(WEIGHTS_PATH, allow_pickle=False)
