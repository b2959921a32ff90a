"""Finds where sounds begin in a decoded file, without being told what should be there."""

from typing import NamedTuple

import numpy as np
from scipy.ndimage import maximum_filter1d
from scipy.signal import butter, sosfilt

from render_cluster.backends.backend import SAMPLE_RATE_HZ

BEFORE_S, AFTER_S, STEP_S = 0.004, 0.0015, 0.00025
RISE_DB_MIN = 9.0
NEAR_S = 0.05
STRONG_SHARE = 0.3
CROSSING = 0.3
_BANDS_HZ = ((None, 400.0), (400.0, 2500.0), (2500.0, None))


class Beginning(NamedTuple):
    """The start of a sound: when, and by how much the energy rises there."""

    time_s: float
    rise_db: float


def beginnings(sound: np.ndarray) -> list[Beginning]:
    """All starts of sounds in float32 (2, samples), by time, each looked for in either ear and in three bands.

    A start is where the energy of the next moment is RISE_DB_MIN above that of the last; encoders smear a
    little of each blow ahead of it, so its time is where it first passes CROSSING of its height.
    """
    found = []
    for ear in sound:
        for low_hz, high_hz in _BANDS_HZ:
            channel = _band(ear, low_hz, high_hz)
            rises = _rise_db(channel)
            peaks = (rises == maximum_filter1d(rises, round(0.004 / STEP_S))) & (rises > RISE_DB_MIN)
            found += [
                Beginning(_crossing_s(channel, step * STEP_S), float(rises[step]))
                for step in np.flatnonzero(peaks)
            ]
    return sorted(found)


def offset_s(found: list[Beginning], at_s: float) -> float | None:
    """How far the nearest strong start within NEAR_S lies from `at_s`; None where nothing begins there.

    Strong is STRONG_SHARE of the steepest rise near by: wind and the ring of what was struck before also rise.
    """
    near = [start for start in found if abs(start.time_s - at_s) <= NEAR_S]
    steepest_db = max((start.rise_db for start in near), default=0.0)
    strong = [start.time_s - at_s for start in near if start.rise_db >= STRONG_SHARE * steepest_db]
    return min(strong, key=abs, default=None)


def _crossing_s(channel: np.ndarray, about_s: float) -> float:
    first = max(round((about_s - 0.002) * SAMPLE_RATE_HZ), 0)
    window = np.abs(channel[first : first + round(0.007 * SAMPLE_RATE_HZ)])
    return (first + int(np.argmax(window > CROSSING * window.max()))) / SAMPLE_RATE_HZ


def _rise_db(channel: np.ndarray) -> np.ndarray:
    """How much more energy follows each moment than came before it, (steps of STEP_S,)."""
    energy = np.concatenate([[0.0], np.cumsum(channel.astype(np.float64) ** 2)])
    at = np.arange(0, len(channel), round(STEP_S * SAMPLE_RATE_HZ))
    before, after = round(BEFORE_S * SAMPLE_RATE_HZ), round(AFTER_S * SAMPLE_RATE_HZ)
    earlier = (energy[at] - energy[np.maximum(at - before, 0)]) / before
    later = (energy[np.minimum(at + after, len(channel))] - energy[at]) / after
    silence = 1e-9
    return 10 * np.log10((later + silence) / (earlier + silence))


def _band(ear: np.ndarray, low_hz: float | None, high_hz: float | None) -> np.ndarray:
    """The part of a sound between two edges, by filters that do not look ahead."""
    if low_hz is not None:
        ear = sosfilt(butter(2, low_hz, "highpass", fs=SAMPLE_RATE_HZ, output="sos"), ear)
    if high_hz is not None:
        ear = sosfilt(butter(2, high_hz, "lowpass", fs=SAMPLE_RATE_HZ, output="sos"), ear)
    return ear
