"""Hears what a mouth must have done, and by how much a filmed one comes late or early.

Loudness does not tell: a mouth closes for a loud m and opens for a soft h. A ridge regression from the spectrum to
four channels of the mouth, learnt on other sentences of the same voices, does.
"""

from typing import NamedTuple

import numpy as np
from scipy.signal import resample_poly

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.speech import Phoneme

RATE_HZ = 100
CHANNELS = ("jaw_open", "lips_wide", "lips_round", "lips_closed")
_HEARD_HZ = 16_000
_MELS, _CONTEXT, _CONTEXT_STEP = 26, 12, 3
_RIDGE = 30.0
SHIFT_S_MAX = 0.3


class LipReader(NamedTuple):
    """The learnt weights (features, channels)."""

    weights: np.ndarray

    def channels(self, sound: np.ndarray) -> np.ndarray:
        """What the mouth does in a mono sound, (times at RATE_HZ, channels)."""
        return _features(sound) @ self.weights


def learn(sounds: list[np.ndarray], mouths: list[np.ndarray]) -> LipReader:
    """A reader from mono sounds and what the mouths did in them, (times at RATE_HZ, channels) each."""
    rows = [_features(sound) for sound in sounds]
    x = np.vstack([row[: len(mouth)] for row, mouth in zip(rows, mouths, strict=True)])
    y = np.vstack([mouth[: len(row)] for row, mouth in zip(rows, mouths, strict=True)])
    return LipReader(np.linalg.solve(x.T @ x + _RIDGE * np.eye(x.shape[1]), x.T @ y))


def late_s(reader: LipReader, sound: np.ndarray, times_s: np.ndarray, mouth: np.ndarray) -> float:
    """How late a mouth (frames, channels), seen at `times_s`, is for its sound; below 0 it is early.

    The shift at which both agree best, to the millisecond: the channels' correlations, added.
    """
    heard = reader.channels(sound)
    heard_s = np.arange(len(heard)) / RATE_HZ
    shifts_s = np.arange(-SHIFT_S_MAX, SHIFT_S_MAX, 0.001)
    inside = (times_s > SHIFT_S_MAX) & (times_s < heard_s[-1] - SHIFT_S_MAX)
    agreement = [
        sum(
            _correlation(
                np.interp(times_s[inside] - shift_s, heard_s, heard[:, channel]), mouth[inside, channel]
            )
            for channel in range(len(CHANNELS))
        )
        for shift_s in shifts_s
    ]
    return float(shifts_s[int(np.argmax(agreement))])


def bursts_late_s(sound: np.ndarray, phonemes: tuple[Phoneme, ...]) -> list[float]:
    """How late each p, b, t, d, k and g is said to end after its burst is heard: a check on the phonemes' own clock.

    The burst is the steepest rise of what lies above 2 kHz within 60 ms of the end.
    """
    high = np.diff(sound, prepend=0.0) ** 2
    energy = np.convolve(high, np.ones(144) / 144, mode="same")[::48]  # a value a millisecond
    rise = np.log10(energy[4:] + 1e-9) - np.log10(energy[:-4] + 1e-9)
    late = []
    for sound_of in phonemes:
        end = round(sound_of.end_s * 1000)
        if sound_of.symbol in "pbtdkɡ" and 64 < end < len(rise) - 64:
            late.append((end - (end - 62 + int(np.argmax(rise[end - 60 : end + 60])) + 4)) / 1000)
    return late


def _correlation(a: np.ndarray, b: np.ndarray) -> float:
    a, b = a - a.mean(), b - b.mean()
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-9))


def _features(sound: np.ndarray) -> np.ndarray:
    """Log-mel spectra with what lies 120 ms around, and a constant; (times at RATE_HZ, features)."""
    heard = resample_poly(sound, _HEARD_HZ, SAMPLE_RATE_HZ)
    heard = np.pad(heard / (np.abs(heard).max() + 1e-9), 200)
    frames = np.lib.stride_tricks.sliding_window_view(heard, 400)[:: _HEARD_HZ // RATE_HZ] * np.hanning(400)
    power = np.abs(np.fft.rfft(frames, 512)) ** 2
    mels = np.log(power @ _mel_bank().T + 1e-5)
    mels = (mels - mels.mean(axis=0)) / 4
    padded = np.pad(mels, ((_CONTEXT, _CONTEXT), (0, 0)), mode="edge")
    around = [padded[lag : lag + len(mels)] for lag in range(0, 2 * _CONTEXT + 1, _CONTEXT_STEP)]
    return np.hstack([*around, np.ones((len(mels), 1))])


def _mel_bank() -> np.ndarray:
    """Triangles of equal width on the mel scale, (mels, frequencies)."""
    frequency = 2595 * np.log10(1 + np.fft.rfftfreq(512, 1 / _HEARD_HZ) / 700)
    edges = np.linspace(2595 * np.log10(1 + 80 / 700), 2595 * np.log10(1 + 7600 / 700), _MELS + 2)
    rise = (frequency - edges[:-2, None]) / (edges[1] - edges[0])
    fall = (edges[2:, None] - frequency) / (edges[1] - edges[0])
    return np.maximum(0, np.minimum(rise, fall))
