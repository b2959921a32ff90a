"""How loud a clip ends up: EBU R128 for the ear, true peak for the converter."""

import math

import numpy as np
import pyloudnorm
from scipy.ndimage import maximum_filter1d, uniform_filter1d
from scipy.signal import resample_poly

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.timeline import blocks

TARGET_LUFS = -16.0
CEILING_DBTP = -1.5  # AAC adds up to half a decibel, and the file may reach -1
EFFECTS_GAIN_DB_MAX = 15.0  # a tap stays a tap: it is not blown up to a blow
LIFT_DB_MAX, SQUEEZE_DB = 6.0, 4.0
TOLERANCE_LU = 0.3
LOOKAHEAD_S = 0.002
RELEASE_DBPS = 200.0
_ROUNDS_MAX = 8
_SILENCE_LUFS = -120.0
_WINDOW, _HOP = round(0.4 * SAMPLE_RATE_HZ), round(0.1 * SAMPLE_RATE_HZ)
_WINDOWS_AT_ONCE = 40
_GATE_LUFS, _GATE_BELOW_LU = -70.0, -10.0


def loudness_lufs(sound: np.ndarray) -> float:
    """Integrated loudness of (2, samples) by ITU-R BS.1770-4; less than its 0.4 s block counts as one."""
    if sound.shape[1] <= _WINDOW:
        sound = np.pad(sound, ((0, 0), (0, _WINDOW + 1 - sound.shape[1])))
    if not _reaches(sound, 1e-7):
        return _SILENCE_LUFS
    power = 10 ** (_windows_lufs(sound) / 10)
    audible = power[power >= 10 ** (_GATE_LUFS / 10)]
    gated = audible[audible > audible.mean() * 10 ** (_GATE_BELOW_LU / 10)] if len(audible) else audible
    return 10 * math.log10(gated.mean()) if len(gated) else _SILENCE_LUFS


def _windows_lufs(sound: np.ndarray) -> np.ndarray:
    """Loudness of each window of 0.4 s, one a 0.1 s, (windows,).

    A few seconds at a time, for the meter keeps four copies of its input; each begins a second early, by when
    the meter's filters have forgotten that it began.
    """
    meter, count = pyloudnorm.Meter(SAMPLE_RATE_HZ), round((sound.shape[1] - _WINDOW) / _HOP) + 1
    found = np.empty(count)
    for first in range(0, count, _WINDOWS_AT_ONCE):
        last, begin = min(first + _WINDOWS_AT_ONCE, count), max(first - SAMPLE_RATE_HZ // _HOP, 0)
        end = sound.shape[1] if last == count else (last - 1) * _HOP + _WINDOW
        meter.integrated_loudness(sound[:, begin * _HOP : end].T.astype(np.float64))
        found[first:last] = meter.blockwise_loudness[first - begin :]
    return found


def true_peak_dbtp(sound: np.ndarray) -> float:
    """Highest level between the samples, by four times oversampling (ITU-R BS.1770-4, annex 2)."""
    peak = float(_peaks(sound).max(initial=0.0))
    return 20 * math.log10(max(peak, 1e-9))


def at_loudness(sound: np.ndarray, target_lufs: float) -> np.ndarray:
    """`sound` scaled to an integrated loudness; silence stays silent."""
    measured = loudness_lufs(sound)
    return sound if measured <= _SILENCE_LUFS else sound * np.float32(10 ** ((target_lufs - measured) / 20))


def turned_up(effects: np.ndarray, target_lufs: float) -> np.ndarray:
    """Effects brought to a loudness, by at most EFFECTS_GAIN_DB_MAX; float32 (2, samples)."""
    gain_db = min(target_lufs - loudness_lufs(effects), EFFECTS_GAIN_DB_MAX)
    return effects * np.float32(10 ** (gain_db / 20))


def master(effects: np.ndarray, steady: np.ndarray) -> np.ndarray:
    """Effects over what sounds steadily, brought to TARGET_LUFS under CEILING_DBTP; float32 (2, samples).

    Only the effects are turned up, by at most EFFECTS_GAIN_DB_MAX; what then is still too quiet is lifted as a
    whole, but not far: a quiet clip keeps the level of its place instead of becoming noise.
    """
    if not _reaches(effects, 0.0):
        return _trimmed(_lifted(steady))
    gain_db = min(TARGET_LUFS - loudness_lufs(effects), EFFECTS_GAIN_DB_MAX)
    mixed = limited(_over(effects, gain_db, steady))
    for _ in range(_ROUNDS_MAX):
        missing_lu = TARGET_LUFS - loudness_lufs(mixed)
        if abs(missing_lu) < TOLERANCE_LU or (missing_lu > 0 and gain_db >= EFFECTS_GAIN_DB_MAX):
            break
        # The limiter eats a part of each step, so a step upwards is taken longer.
        gain_db = min(gain_db + missing_lu * (1.8 if missing_lu > 0 else 1.0), EFFECTS_GAIN_DB_MAX)
        mixed = limited(_over(effects, gain_db, steady))
    return _trimmed(_lifted(mixed))


def _over(effects: np.ndarray, gain_db: float, steady: np.ndarray) -> np.ndarray:
    mixed = effects * np.float32(10 ** (gain_db / 20))
    mixed += steady
    return mixed


def _reaches(sound: np.ndarray, level: float) -> bool:
    """Whether any sample is further from zero than `level`."""
    return bool(max(sound.max(initial=0.0), -sound.min(initial=0.0)) > level)


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
    held_db = _held_db(_peaks(sound))
    if not held_db.any():
        return sound
    ahead = round(LOOKAHEAD_S * SAMPLE_RATE_HZ / 2) * 2
    lowered = np.empty_like(sound)
    for first, last in blocks(len(held_db)):
        begin = max(first - 2 * ahead, 0)
        around_db = held_db[begin : last + 2 * ahead].astype(np.float64)
        reach_db = maximum_filter1d(around_db, ahead + 1, origin=-(ahead // 2), mode="nearest")
        smooth_db = uniform_filter1d(reach_db, ahead + 1, origin=ahead // 2, mode="nearest")
        gain = (10 ** (-smooth_db[first - begin : last - begin] / 20)).astype(np.float32)
        np.multiply(sound[:, first:last], gain, out=lowered[:, first:last])
    return lowered


def _held_db(peaks: np.ndarray) -> np.ndarray:
    """By how much peaks must be turned down, falling by RELEASE_DBPS after each; float32 (samples,)."""
    held_db, highest = np.empty_like(peaks), -np.inf
    for first, last in blocks(len(peaks)):
        need_db = np.maximum(20 * np.log10(np.maximum(peaks[first:last], 1e-9)) - CEILING_DBTP, 0.0)
        # float64: it grows to thousands of dB.
        tilt = np.arange(first, last) * (RELEASE_DBPS / SAMPLE_RATE_HZ)
        tilted = np.maximum.accumulate(np.maximum(need_db + tilt, highest))
        held_db[first:last], highest = tilted - tilt, tilted[-1]
    return held_db


def _trimmed(sound: np.ndarray) -> np.ndarray:
    """Takes off the last hundredths of a decibel by which a moving gain can still pass the ceiling."""
    over_db = true_peak_dbtp(sound) - CEILING_DBTP + 0.01
    return sound * np.float32(10 ** (-max(over_db, 0.0) / 20))


def _peaks(sound: np.ndarray) -> np.ndarray:
    """Largest magnitude of either ear around each sample, (samples,), found on a four times finer grid.

    A few seconds at a time, for a minute of four times as many samples would be a gigabyte.
    """
    loudest, margin = np.empty(sound.shape[1], np.float32), 64
    for first, last in blocks(sound.shape[1]):
        begin = max(first - margin, 0)
        fine = resample_poly(sound[:, begin : last + margin].astype(np.float32), 4, 1, axis=1)
        around = np.abs(fine, out=fine).max(axis=0).reshape(-1, 4).max(axis=1)[first - begin : last - begin]
        np.maximum(np.abs(sound[:, first:last]).max(axis=0), around, out=loudest[first:last])
    return loudest
