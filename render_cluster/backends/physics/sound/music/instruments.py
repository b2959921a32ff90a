"""The players: electric piano, plucked string, pad, strings, bells, bass; each a few sines or a loop."""

import numpy as np
from scipy.signal import butter, lfilter, sosfilt

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.music.moods import Instrument

RELEASE_S: dict[Instrument, float] = {
    "piano": 0.35, "pluck": 0.25, "pad": 0.9, "strings": 0.5, "bells": 0.8, "bass": 0.12,
}  # fmt: skip


def tone(instrument: Instrument, pitch: int, length_s: float, rng: np.random.Generator) -> np.ndarray:
    """One note at full strength, float32 (samples,), peak about 1, with its release behind `length_s`."""
    frequency_hz = 440.0 * 2 ** ((pitch - 69) / 12)
    samples = round((length_s + RELEASE_S[instrument]) * SAMPLE_RATE_HZ)
    time_s = np.arange(samples) / SAMPLE_RATE_HZ
    match instrument:
        case "piano":
            sound = _piano(frequency_hz, time_s)
        case "pluck":
            sound = _pluck(frequency_hz, samples, rng)
        case "bells":
            sound = _bell(frequency_hz, time_s)
        case "bass":
            sound = _bass(frequency_hz, time_s)
        case "pad" | "strings":
            sound = _strings(frequency_hz, time_s, slow=instrument == "pad", rng=rng)
    return (sound * _held(time_s, length_s, RELEASE_S[instrument])).astype(np.float32)


def _held(time_s: np.ndarray, length_s: float, release_s: float) -> np.ndarray:
    """1 while the note is held, then a smooth fall to silence; a click-free start of 2 ms."""
    fall = np.clip((length_s + release_s - time_s) / release_s, 0.0, 1.0)
    return np.minimum(time_s / 0.002, 1.0) * np.where(time_s > length_s, fall**2, 1.0)


def _piano(frequency_hz: float, time_s: np.ndarray) -> np.ndarray:
    """An electric piano: a sine whose phase a second, dying sine shakes, and a tine above it."""
    strength = 1.6 * np.exp(-time_s * 3.2)
    body = np.sin(
        2 * np.pi * frequency_hz * time_s + strength * np.sin(2 * np.pi * frequency_hz * time_s) * 0.8
    )
    tine = 0.18 * np.exp(-time_s * 9) * np.sin(2 * np.pi * 7 * min(frequency_hz, 2000) * time_s)
    return (body + tine) * np.exp(-time_s * (1.2 + frequency_hz / 900)) * 0.85


def _pluck(frequency_hz: float, samples: int, rng: np.random.Generator) -> np.ndarray:
    """A plucked string (Karplus and Strong 1983): noise that runs round a loop and is smoothed at each turn."""
    period = SAMPLE_RATE_HZ / frequency_hz - 0.5
    whole = int(period)
    part = period - whole
    burst = np.zeros(samples)
    noise = rng.uniform(-1, 1, whole)
    burst[:whole] = np.convolve(noise, [0.25, 0.5, 0.25], mode="same")[:samples] if whole <= samples else 0.0
    loss = 0.996 ** (220.0 / frequency_hz) if frequency_hz < 220 else 0.994
    feedback = np.zeros(whole + 3)
    feedback[0] = 1.0
    for lag, share in ((whole, (1 - part) * 0.5), (whole + 1, 0.5), (whole + 2, part * 0.5)):
        feedback[lag] -= loss * share
    sound = lfilter([1.0], feedback, burst)
    return sound / max(float(np.abs(sound).max()), 1e-9)


def _bell(frequency_hz: float, time_s: np.ndarray) -> np.ndarray:
    """A struck bar, as of a celesta: its overtones lie far apart and the high ones die first."""
    partials = ((1.0, 1.0, 2.6), (3.0, 0.28, 5.0), (5.4, 0.12, 9.0))
    return 0.8 * sum(
        gain * np.exp(-time_s * decay) * np.sin(2 * np.pi * frequency_hz * ratio * time_s)
        for ratio, gain, decay in partials
        if frequency_hz * ratio < 16_000
    )


def _bass(frequency_hz: float, time_s: np.ndarray) -> np.ndarray:
    """A round bass: three soft overtones that fade into the ground note."""
    return 0.9 * sum(
        gain * np.exp(-time_s * decay) * np.sin(2 * np.pi * order * frequency_hz * time_s)
        for order, gain, decay in ((1, 1.0, 0.9), (2, 0.35, 2.5), (3, 0.15, 5.0))
    )


def _strings(frequency_hz: float, time_s: np.ndarray, slow: bool, rng: np.random.Generator) -> np.ndarray:
    """Three players a little out of tune with each other, softened; a pad is the same, slower and darker."""
    sound = np.zeros(len(time_s))
    bright_hz = 1400.0 if slow else 2800.0
    for detune in (-0.0025, 0.0, 0.0027):
        vibrato = 0.0012 * np.sin(2 * np.pi * rng.uniform(4.6, 5.6) * time_s + rng.uniform(0, 6.28))
        turns = frequency_hz * (1 + detune) * np.cumsum(1 + vibrato) / SAMPLE_RATE_HZ + rng.random()
        orders = range(1, max(int(min(9_000.0, 5 * bright_hz) / frequency_hz), 1) + 1)
        sound += sum(np.sin(2 * np.pi * order * turns) / order for order in orders[:24])
    soft = butter(2, bright_hz, fs=SAMPLE_RATE_HZ, output="sos")
    attack_s = 0.5 if slow else 0.16
    return sosfilt(soft, sound) * np.minimum(time_s / attack_s, 1.0) ** 1.5 * 0.35
