"""Plays a score into a stereo bed with a room round it, as long as the clip."""

import math

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.music.drums import played
from render_cluster.backends.physics.sound.music.instruments import tone
from render_cluster.backends.physics.sound.music.moods import STYLES, Instrument
from render_cluster.backends.physics.sound.music.score import write
from render_cluster.backends.physics.sound.space import Room, add_answer
from render_cluster.backends.physics.sound.timeline import chance
from render_cluster.storyboard import Mood

FADE_IN_S, FADE_OUT_S = 0.25, 1.4
DRUMS_GAIN = 0.3
SEND = 0.35
_HALL = Room(decay_s=2.2, wet=0.9, first_echo_s=0.024, treble_hz=5200)
_GAINS: dict[Instrument, float] = {
    "piano": 0.30, "pluck": 0.30, "pad": 0.16, "strings": 0.20, "bells": 0.26, "bass": 0.34,
}  # fmt: skip


def music(mood: Mood, duration_s: float, seed: int) -> np.ndarray:
    """A piece in a mood, float32 (2, samples), not yet at its loudness; the same for the same seed."""
    samples = round(duration_s * SAMPLE_RATE_HZ)
    score = write(mood, duration_s, chance(seed, f"score {mood}"))
    rng = chance(seed, f"players {mood}")
    dry = np.zeros((2, samples), np.float32)
    known: dict[tuple[Instrument, int, int], np.ndarray] = {}
    for note in score.notes:
        first = round(note.at_s * SAMPLE_RATE_HZ)
        if first >= samples:
            continue
        key = (note.instrument, note.pitch, round(note.length_s * 1000))
        if key not in known:  # a minute repeats its notes: each is made once
            known[key] = tone(note.instrument, note.pitch, note.length_s, rng)
        part = known[key][: samples - first] * np.float32(note.velocity * _GAINS[note.instrument])
        angle = (1 + 0.8 * note.side) * math.pi / 4
        dry[0, first : first + len(part)] += np.float32(math.cos(angle)) * part
        dry[1, first : first + len(part)] += np.float32(math.sin(angle)) * part
    bar_s = score.beat_s * score.beats_a_bar
    bars = max(round(duration_s / bar_s), 1)
    drums = played(STYLES[mood].groove, bars, bar_s, score.beat_s, samples, rng)
    drums *= np.float32(DRUMS_GAIN)
    add_answer(dry, SEND * dry.sum(axis=0), _HALL, rng)
    dry += drums
    return _faded(dry)


def _faded(sound: np.ndarray) -> np.ndarray:
    """Eased in at the clip's start and out at its end; in a short clip the fades are shorter too."""
    samples = sound.shape[1]
    rise = min(round(FADE_IN_S * SAMPLE_RATE_HZ), samples // 8)
    fall = min(round(FADE_OUT_S * SAMPLE_RATE_HZ), samples // 4)
    sound[:, :rise] *= np.linspace(0.0, 1.0, rise, dtype=np.float32) ** 2
    sound[:, samples - fall :] *= np.linspace(1.0, 0.0, fall, dtype=np.float32) ** 2
    return sound
