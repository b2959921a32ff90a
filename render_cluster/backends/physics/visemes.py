"""What the mouth does for each sound of speech: fifteen visemes, blended as one flows into the next."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.sound.speech import Phoneme

CHANNELS = ("jaw_open", "lips_wide", "lips_round", "lips_funnel", "tongue_up", "lips_closed", "lip_tucked")
OVERLAP_S = 0.045  # how far a sound reaches into its neighbours
CLOSING_S = 0.04  # how fast lips meet and part
CLOSED_S_MIN = 0.05  # so that at 24 frames a second no closure falls between two frames


class Viseme(NamedTuple):
    """The shape of a mouth, each channel 0..1, and how strongly it holds against its neighbours."""

    jaw_open: float = 0.0
    lips_wide: float = 0.0
    lips_round: float = 0.0
    lips_funnel: float = 0.0
    tongue_up: float = 0.0
    dominance: float = 1.0


VISEMES: dict[str, Viseme] = {
    "sil": Viseme(0.0, dominance=1.2),
    "PP": Viseme(0.0, dominance=3.0),
    "FF": Viseme(0.08, 0.1, dominance=2.5),
    "TH": Viseme(0.22, 0.1, tongue_up=0.8),
    "DD": Viseme(0.2, 0.15, tongue_up=0.9),
    "kk": Viseme(0.26, 0.08),
    "CH": Viseme(0.2, 0.0, 0.25, 0.7, dominance=1.4),
    "SS": Viseme(0.1, 0.4, dominance=1.3),
    "nn": Viseme(0.18, 0.1, tongue_up=0.8),
    "RR": Viseme(0.24, 0.0, 0.45, 0.2),
    "aa": Viseme(0.8, 0.2, dominance=1.1),
    "E": Viseme(0.5, 0.45),
    "ih": Viseme(0.3, 0.55),
    "oh": Viseme(0.6, 0.0, 0.7, 0.15, dominance=1.3),
    "ou": Viseme(0.3, 0.0, 1.0, 0.3, dominance=1.4),
}
"""The set of fifteen that headsets use; dominance after Cohen and Massaro (1993)."""

_LETTERS = {
    "PP": "pbm", "FF": "fv", "TH": "θð", "DD": "tdɾTlʔ", "kk": "kɡŋxhɣ", "CH": "ʃʒʧʤj", "SS": "szʦʣ", "nn": "nɲ",
    "RR": "ɹrɝɚɜ", "aa": "aɑɐʌæəɒᵊIW", "E": "eɛA", "ih": "iɪᵻy", "oh": "oɔOY", "ou": "uʊwʉɯ",
}  # fmt: skip
_OF_LETTER = {letter: name for name, letters in _LETTERS.items() for letter in letters}
_GLIDES = {"I": ("aa", "ih"), "W": ("aa", "ou"), "A": ("E", "ih"), "O": ("oh", "ou"), "Y": ("oh", "ih")}
_GLIDE_FROM = 0.55  # the share of a diphthong that its first vowel takes


def viseme_of(symbol: str) -> str:
    """The viseme of an IPA letter; silence where it is none."""
    return _OF_LETTER.get(symbol, "sil")


def mouth(phonemes: tuple[Phoneme, ...], times_s: np.ndarray) -> np.ndarray:
    """The mouth's CHANNELS at each time, float64 (times, channels), closed before the first sound and after the last.

    Shapes blend by dominance: each sound weighs exp(-(distance / OVERLAP_S)^1.5), and lips meet in full at
    p, b and m and are tucked under the teeth at f and v, whatever their neighbours want.
    """
    shapes, weights = np.zeros((len(times_s), 5)), np.full(len(times_s), 1e-6)
    for start_s, end_s, name in _timeline(phonemes):
        shape = VISEMES[name]
        reach_s = np.maximum(start_s - times_s, times_s - end_s)
        inward_s = 0.2 * (end_s - start_s)
        weight = shape.dominance * np.exp(-((np.maximum(reach_s + inward_s, 0.0) / OVERLAP_S) ** 1.5))
        shapes += weight[:, None] * np.array(shape[:5])
        weights += weight
    blended = shapes / weights[:, None]
    closed, tucked = (_held(phonemes, times_s, letters) for letters in ("pbm", "fv"))
    blended[:, 0] *= (1 - closed) * (1 - 0.85 * tucked)
    blended[:, 1:5] *= (1 - 0.6 * np.maximum(closed, tucked))[:, None]
    return np.concatenate([blended, closed[:, None], tucked[:, None]], axis=1)


def _timeline(phonemes: tuple[Phoneme, ...]) -> list[tuple[float, float, str]]:
    """Start, end and viseme of each sound; diphthongs are two, silence stands at either end."""
    if not phonemes:
        return []
    timeline = [(phonemes[0].start_s - 10.0, phonemes[0].start_s, "sil")]
    for sound in phonemes:
        if sound.symbol in _GLIDES:
            turn_s = sound.start_s + _GLIDE_FROM * (sound.end_s - sound.start_s)
            first, second = _GLIDES[sound.symbol]
            timeline += [(sound.start_s, turn_s, first), (turn_s, sound.end_s, second)]
        elif sound.symbol != " " or sound.end_s - sound.start_s > 0.1:  # words run on without a pause
            timeline.append((sound.start_s, sound.end_s, viseme_of(sound.symbol)))
    return [*timeline, (phonemes[-1].end_s, phonemes[-1].end_s + 10.0, "sil")]


def _held(phonemes: tuple[Phoneme, ...], times_s: np.ndarray, letters: str) -> np.ndarray:
    """How far lips hold for the given sounds at each time, 0..1: in full while they last, with quick edges."""
    held = np.zeros(len(times_s))
    for sound in phonemes:
        if sound.symbol in letters:
            middle_s = (sound.start_s + sound.end_s) / 2
            half_s = max(sound.end_s - sound.start_s, CLOSED_S_MIN) / 2
            away_s = np.abs(times_s - middle_s) - half_s
            held = np.maximum(held, np.clip(1 - away_s / CLOSING_S, 0.0, 1.0))
    return held
