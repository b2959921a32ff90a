"""Light percussion: kick, brushes, hat, shaker and toms, and the grooves that they play."""

import numpy as np
from scipy.signal import butter, sosfilt

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.music.moods import Groove

HIT_S = 0.6

_Hit = tuple[str, float, float]
GROOVES: dict[Groove, tuple[_Hit, ...]] = {
    "none": (),
    "beat": (
        ("kick", 0.0, 0.8), ("kick", 2.0, 0.7), ("kick", 2.5, 0.4), ("snare", 1.0, 0.5), ("snare", 3.0, 0.55),
        *(("hat", step / 2, 0.28 if step % 2 else 0.18) for step in range(8)),
    ),
    "bounce": (
        ("kick", 0.0, 0.6), ("kick", 2.0, 0.5), ("snare", 1.0, 0.3), ("snare", 3.0, 0.35),
        *(("hat", step / 2 + (0.16 if step % 2 else 0.0), 0.2) for step in range(8)),
    ),
    "brushes": (("kick", 0.0, 0.35), ("brush", 1.0, 0.35), ("brush", 2.0, 0.3)),
    "pulse": (("kick", 0.0, 0.7), ("kick", 0.5, 0.35), *(("hat", step / 4, 0.12) for step in range(16))),
    "toms": (("tom", 0.0, 0.9), ("tom", 1.5, 0.6), ("tom", 2.0, 0.8), ("tom", 3.0, 0.6), ("tom", 3.5, 0.7)),
}  # fmt: skip
"""Hits of a bar: drum, beat, strength."""


def played(
    groove: Groove, bars: int, bar_s: float, beat_s: float, samples: int, rng: np.random.Generator
) -> np.ndarray:
    """The groove over all bars but the last, which opens with one hit; float32 (samples,)."""
    sound = np.zeros(samples, np.float32)
    kit = {name: _drum(name, rng) for name in ("kick", "snare", "hat", "brush", "tom")}
    for bar in range(bars):
        hits = GROOVES[groove] if bar < bars - 1 else GROOVES[groove][:1]
        for drum, beat, strength in hits:
            first = round((bar * bar_s + beat * beat_s) * SAMPLE_RATE_HZ)
            part = kit[drum][: max(samples - first, 0)]
            sound[first : first + len(part)] += np.float32(strength * rng.uniform(0.85, 1.1)) * part
    return sound


def _drum(name: str, rng: np.random.Generator) -> np.ndarray:
    """One hit of a drum, float32 (samples,), peak about 1."""
    time_s = np.arange(round(HIT_S * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    noise = rng.standard_normal(len(time_s))
    match name:
        case "kick":
            fall = 52 * time_s + 70 / 28 * (1 - np.exp(-28 * time_s))
            sound = np.sin(2 * np.pi * fall) * np.exp(-time_s * 11)
        case "tom":
            fall = 68 * time_s + 40 / 14 * (1 - np.exp(-14 * time_s))
            sound = np.sin(2 * np.pi * fall) * np.exp(-time_s * 6) + 0.08 * _band(noise, 200, 2000) * np.exp(
                -time_s * 40
            )
        case "snare":
            snap = _band(noise, 1400, 7500) * np.exp(-time_s * 24)
            sound = 0.4 * snap + 0.35 * np.sin(2 * np.pi * 190 * time_s) * np.exp(-time_s * 30)
        case "brush":
            sound = 0.4 * _band(noise, 1800, 6500) * np.exp(-time_s * 12) * np.minimum(time_s / 0.02, 1)
        case _:
            sound = 0.3 * _band(noise, 6500, 13_000) * np.exp(-time_s * 55)
    sound *= np.minimum(time_s / 0.001, 1.0) * np.minimum((time_s[-1] - time_s) / 0.05, 1.0)
    return sound.astype(np.float32)


def _band(noise: np.ndarray, low_hz: float, high_hz: float) -> np.ndarray:
    return sosfilt(butter(2, [low_hz, high_hz], "bandpass", fs=SAMPLE_RATE_HZ, output="sos"), noise)
