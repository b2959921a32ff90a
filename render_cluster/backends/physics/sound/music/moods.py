"""What makes a mood in music: its scale, tempo, chords, who plays and how densely."""

from typing import Literal, NamedTuple

from render_cluster.storyboard import Mood

Instrument = Literal["piano", "pluck", "pad", "strings", "bells", "bass"]
Groove = Literal["none", "brushes", "beat", "pulse", "toms", "bounce"]

MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
DORIAN = (0, 2, 3, 5, 7, 9, 10)
PHRYGIAN = (0, 1, 3, 5, 7, 8, 10)


class Style(NamedTuple):
    """How a mood is played.

    `progressions` are chords a bar, as degrees of the scale from 0; `key` is the MIDI note of the tonic's range;
    `density` is the share of eighth notes that the melody takes; `lead` and `comp` play melody and chords.
    """

    scale: tuple[int, ...]
    bpm: tuple[int, int]
    progressions: tuple[tuple[int, ...], ...]
    lead: Instrument
    comp: Instrument
    groove: Groove
    density: float
    arpeggio: bool
    octave: int = 5
    swing: float = 0.0
    beats_a_bar: int = 4


STYLES: dict[Mood, Style] = {
    "calm": Style(
        MAJOR, (66, 76), ((0, 5, 3, 4), (0, 2, 3, 0), (3, 0, 5, 4)), "piano", "pad", "none", 0.3, True
    ),
    "happy": Style(
        MAJOR, (112, 124), ((0, 4, 5, 3), (0, 3, 4, 3), (0, 5, 3, 4)), "pluck", "piano", "beat", 0.5, False
    ),
    "sad": Style(
        MINOR, (58, 66), ((0, 5, 2, 6), (0, 3, 5, 4), (0, 6, 5, 3)), "piano", "strings", "none", 0.28, True
    ),
    "tense": Style(
        PHRYGIAN, (92, 104), ((0, 0, 1, 0), (0, 5, 1, 0), (0, 1, 6, 0)), "strings", "pad", "pulse", 0.2, False, 4
    ),
    "epic": Style(
        MINOR, (84, 96), ((0, 5, 2, 6), (0, 6, 5, 6), (0, 3, 5, 6)), "strings", "strings", "toms", 0.32, False
    ),
    "playful": Style(
        MAJOR, (118, 132), ((0, 3, 0, 4), (0, 5, 1, 4)), "bells", "pluck", "bounce", 0.55, False, 5, 0.16
    ),
    "mysterious": Style(
        DORIAN, (70, 80), ((0, 3, 0, 6), (0, 1, 0, 3), (0, 6, 3, 0)), "bells", "pad", "none", 0.25, True
    ),
    "romantic": Style(
        MAJOR, (72, 84), ((0, 2, 3, 4), (0, 5, 1, 4), (3, 4, 2, 5)), "strings", "piano", "brushes", 0.32, True, 5,
        0.0, 3,
    ),
}  # fmt: skip
