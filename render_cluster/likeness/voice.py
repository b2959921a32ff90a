"""The checks of the sound: lips that open with the voice, and the digits that are heard."""

import re
from functools import cache
from typing import Any

import msgspec
import numpy as np
from scipy.ndimage import gaussian_filter1d

from render_cluster.likeness.checks import edits
from render_cluster.likeness.lip_reader import RATE_HZ, parting_heard
from render_cluster.likeness.sightings import Sighting
from render_cluster.likeness.thresholds import Thresholds
from render_cluster.likeness.verdict import CheckResult, higher_passes, lower_passes
from render_cluster.likeness.weights import hearing_path

_LOUD_SHARE, _AROUND_S = 0.4, 0.5
_WORDS: dict[str, str] = {
    "zero": "0", "oh": "0", "o": "0", "one": "1", "won": "1", "two": "2", "to": "2", "too": "2", "three": "3",
    "tree": "3", "four": "4", "for": "4", "fore": "4", "five": "5", "six": "6", "sex": "6", "sicks": "6",
    "seven": "7", "eight": "8", "ate": "8", "nine": "9", "nein": "9", "mine": "9",
}  # fmt: skip


def lips(seen: list[Sighting], sound: np.ndarray, bounds: Thresholds) -> CheckResult:
    """How well the lips seen follow the lips heard: the correlation of their parting at the best shift allowed.

    A dub agrees best at any shift, a take near none: where that shift is larger than a pass allows, it is unsure.
    """
    times_s = np.array([one.time_s for one in seen])
    parted = gaussian_filter1d(np.array([one.opening for one in seen]), 0.7)
    heard = parting_heard(sound)
    heard_s = np.arange(len(heard)) / RATE_HZ
    spoken = _speaking(heard, times_s)
    if np.ptp(parted[spoken]) < bounds.lips_opening_share_min if spoken.any() else True:
        return higher_passes(
            "lips_unmatched", 0.0, bounds.lips_refuse_correlation, bounds.lips_pass_correlation
        )
    shifts_s = np.arange(-bounds.lips_shift_s_max, bounds.lips_shift_s_max + 1e-6, 0.02)
    best, shift_s = max(
        (_correlation(np.interp(times_s[spoken] - s, heard_s, heard), parted[spoken]), s) for s in shifts_s
    )
    result = higher_passes(
        "lips_unmatched", best, bounds.lips_refuse_correlation, bounds.lips_pass_correlation
    )
    if result.outcome == "passed" and abs(shift_s) > bounds.lips_pass_shift_s_max:
        return msgspec.structs.replace(result, outcome="unsure")
    return result


def digits_in(words: str) -> str:
    """The digits in what was heard, however they were written down."""
    return "".join(
        _WORDS.get(part, part if part.isdigit() else "") for part in re.findall(r"[a-z]+|\d", words.lower())
    )


def heard_digits(sound: np.ndarray) -> str:
    """The digits that Whisper hears in a float32 sound at recording.SOUND_RATE_HZ."""
    # No prompt: after one that says what is to come, it stops a digit or two before the end.
    parts, _ = _model().transcribe(
        sound, language="en", beam_size=5, condition_on_previous_text=False, without_timestamps=True
    )
    return digits_in(" ".join(part.text for part in parts))


def digits(heard: str, asked: str, bounds: Thresholds) -> CheckResult:
    """How many edits lie between the digits heard and those asked."""
    return lower_passes(
        "digits_wrong", edits(heard, asked), bounds.digits_refuse_edits_min, bounds.digits_pass_edits_max
    )


@cache
def _model() -> Any:
    from faster_whisper import WhisperModel

    return WhisperModel(
        str(hearing_path()), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
    )


def _speaking(heard: np.ndarray, times_s: np.ndarray) -> np.ndarray:
    """Which frames lie within the speech, with half a second around it."""
    loud = np.flatnonzero(heard > _LOUD_SHARE * heard.max(initial=0.0))
    if not len(loud):
        return np.zeros(len(times_s), bool)
    return (times_s > loud[0] / RATE_HZ - _AROUND_S) & (times_s < loud[-1] / RATE_HZ + _AROUND_S)


def _correlation(one: np.ndarray, other: np.ndarray) -> float:
    if len(one) < 3 or one.std() < 1e-6 or other.std() < 1e-6:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])
