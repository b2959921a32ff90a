"""How loud a clip ends up: EBU R128 for the ear, true peak for the converter."""

import math

import numpy as np
import pyloudnorm
from scipy.ndimage import maximum_filter1d, uniform_filter1d
from scipy.signal import resample_poly

from render_cluster.backends.backend import SAMPLE_RATE_HZ

TARGET_LUFS = -16.0
CEILING_DBTP = -1.5  # AAC adds up to half a decibel, and the file may reach -1
EFFECTS_GAIN_DB_MAX = 15.0  # a tap stays a tap: it is not blown up to a blow
LIFT_DB_MAX, SQUEEZE_DB = 6.0, 4.0
TOLERANCE_LU = 0.3
LOOKAHEAD_S = 0.002
RELEASE_DBPS = 200.0
_ROUNDS_MAX = 8
_SILENCE_LUFS = -120.0


def loudness_lufs(sound: np.ndarray) -> float:
    """Integrated loudness of (2, samples) by ITU-R BS.1770-4; less than its 0.4 s block counts as one."""
    block = round(0.4 * SAMPLE_RATE_HZ)
    if sound.shape[1] <= block:
        sound = np.pad(sound, ((0, 0), (0, block + 1 - sound.shape[1])))
    if not np.abs(sound).max(initial=0.0) > 1e-7:
        return _SILENCE_LUFS
    measured = pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(sound.T.astype(np.float64))
    return measured if math.isfinite(measured) else _SILENCE_LUFS


def true_peak_dbtp(sound: np.ndarray) -> float:
    """Highest level between the samples, by four times oversampling (ITU-R BS.1770-4, annex 2)."""
    peak = float(_peaks(sound).max(initial=0.0))
    return 20 * math.log10(max(peak, 1e-9))


def at_loudness(sound: np.ndarray, target_lufs: float) -> np.ndarray:
    """`sound` scaled to an integrated loudness; silence stays silent."""
    measured = loudness_lufs(sound)
    return sound if measured <= _SILENCE_LUFS else sound * 10 ** ((target_lufs - measured) / 20)


def turned_up(effects: np.ndarray, target_lufs: float) -> np.ndarray:
    """Effects brought to a loudness, by at most EFFECTS_GAIN_DB_MAX; float32 (2, samples)."""
    gain_db = min(target_lufs - loudness_lufs(effects), EFFECTS_GAIN_DB_MAX)
    return (effects * 10 ** (gain_db / 20)).astype(np.float32)


def master(effects: np.ndarray, steady: np.ndarray) -> np.ndarray:
    """Effects over what sounds steadily, brought to TARGET_LUFS under CEILING_DBTP; float32 (2, samples).

    Only the effects are turned up, by at most EFFECTS_GAIN_DB_MAX; what then is still too quiet is lifted as a
    whole, but not far: a quiet clip keeps the level of its place instead of becoming noise.
    """
    if not np.abs(effects).max(initial=0.0) > 0:
        return _trimmed(_lifted(steady))
    gain_db = min(TARGET_LUFS - loudness_lufs(effects), EFFECTS_GAIN_DB_MAX)
    mixed = limited(effects * np.float32(10 ** (gain_db / 20)) + steady)
    for _ in range(_ROUNDS_MAX):
        missing_lu = TARGET_LUFS - loudness_lufs(mixed)
        if abs(missing_lu) < TOLERANCE_LU or (missing_lu > 0 and gain_db >= EFFECTS_GAIN_DB_MAX):
            break
        # The limiter eats a part of each step, so a step upwards is taken longer.
        gain_db = min(gain_db + missing_lu * (1.8 if missing_lu > 0 else 1.0), EFFECTS_GAIN_DB_MAX)
        mixed = limited(effects * np.float32(10 ** (gain_db / 20)) + steady)
    return _trimmed(_lifted(mixed))


def _lifted(sound: np.ndarray) -> np.ndarray:
    """The whole turned up towards the target by at most LIFT_DB_MAX, or down to it.

    Peaks may lose SQUEEZE_DB to the limiter: steps and taps alone never reach the target without being crushed.
    """
    headroom_db = max(CEILING_DBTP - true_peak_dbtp(sound), 0.0)
    gain_db = min(TARGET_LUFS - loudness_lufs(sound), LIFT_DB_MAX, headroom_db + SQUEEZE_DB)
    return limited(sound * np.float32(10 ** (gain_db / 20)))


def limited(sound: np.ndarray) -> np.ndarray:
    """`sound` with its true peaks held near the ceiling, both ears turned down alike.

    Attenuation looks LOOKAHEAD_S ahead and recovers by RELEASE_DBPS; a running maximum over a tilted
    curve is that release, exactly and without a loop.
    """
    need_db = np.maximum(20 * np.log10(np.maximum(_peaks(sound), 1e-9)) - CEILING_DBTP, 0.0)
    if not need_db.any():
        return sound
    tilt = np.arange(len(need_db)) * (RELEASE_DBPS / SAMPLE_RATE_HZ)  # float64: it grows to thousands of dB
    held_db = np.maximum.accumulate(need_db + tilt) - tilt
    ahead = round(LOOKAHEAD_S * SAMPLE_RATE_HZ / 2) * 2
    reach_db = maximum_filter1d(held_db, ahead + 1, origin=-(ahead // 2), mode="nearest")
    smooth_db = uniform_filter1d(reach_db, ahead + 1, origin=ahead // 2, mode="nearest")
    return sound * (10 ** (-smooth_db / 20)).astype(np.float32)


def _trimmed(sound: np.ndarray) -> np.ndarray:
    """Takes off the last hundredths of a decibel by which a moving gain can still pass the ceiling."""
    over_db = true_peak_dbtp(sound) - CEILING_DBTP + 0.01
    return (sound * 10 ** (-max(over_db, 0.0) / 20)).astype(np.float32)


def _peaks(sound: np.ndarray) -> np.ndarray:
    """Largest magnitude of either ear around each sample, (samples,), found on a four times finer grid.

    A few seconds at a time, for a minute of four times as many samples would be a gigabyte.
    """
    loudest = np.max(np.abs(sound), axis=0).astype(np.float32)
    block, margin = 4 * SAMPLE_RATE_HZ, 64
    for first in range(0, sound.shape[1], block):
        begin, end = max(first - margin, 0), min(first + block + margin, sound.shape[1])
        fine = np.abs(resample_poly(sound[:, begin:end].astype(np.float32), 4, 1, axis=1)).max(axis=0)
        around = fine.reshape(-1, 4).max(axis=1)[first - begin : first - begin + block]
        loudest[first : first + len(around)] = np.maximum(loudest[first : first + len(around)], around)
    return loudest
