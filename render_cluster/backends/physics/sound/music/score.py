"""Writes the notes: chords that lead into each other, a bass under them, a melody that repeats its motif."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.sound.music.moods import STYLES, Instrument, Style
from render_cluster.storyboard import Mood

BASS_LOWEST, CHORD_LOWEST = 36, 53
MOTIF_BARS = 2
CHORDS_MIN = 4


class Note(NamedTuple):
    """One note: who plays it, from when and how long, its MIDI pitch, how hard (0..1), where (-1 left, 1 right)."""

    instrument: Instrument
    at_s: float
    length_s: float
    pitch: int
    velocity: float
    side: float = 0.0


class Score(NamedTuple):
    """A whole piece: its notes, the length of a beat, and how many beats a bar has."""

    notes: tuple[Note, ...]
    beat_s: float
    beats_a_bar: int
    tonic: int


def write(mood: Mood, duration_s: float, rng: np.random.Generator) -> Score:
    """A piece that fills `duration_s`; its key, tempo, chords and melody are drawn by chance within the mood.

    The last bar holds the tonic chord, so that the piece ends at home wherever the clip ends.
    """
    style = STYLES[mood]
    tonic = int(rng.integers(0, 12))
    bpm = int(rng.integers(*style.bpm))
    bars, beat_s = _bars(style, duration_s, bpm)
    if bars < CHORDS_MIN and style.groove == "none":  # a slow piece in a short clip would stand on one chord
        style = style._replace(beats_a_bar=style.beats_a_bar // 2)
        bars, beat_s = _bars(style, duration_s, bpm)
    bar_s = beat_s * style.beats_a_bar
    progression = style.progressions[int(rng.integers(len(style.progressions)))]
    motif = [_rhythm(style, rng) for _ in range(MOTIF_BARS)]
    notes: list[Note] = []
    before: list[int] = []
    degree = int(rng.choice([0, 2, 4]))
    for bar in range(bars):
        last = bar == bars - 1
        root = 0 if last else progression[bar % len(progression)]
        chord = _voiced(style, tonic, root, before)
        before = chord
        notes += _comping(style, chord, bar * bar_s, beat_s, last)
        notes += _bass(style, tonic, root, bar * bar_s, beat_s, last)
        line, degree = _melody(style, tonic, root, motif[bar % MOTIF_BARS], degree, last, rng)
        notes += [
            Note(style.lead, bar * bar_s + at * beat_s, length * beat_s, pitch, velocity, 0.15)
            for at, length, pitch, velocity in line
        ]
    return Score(tuple(notes), beat_s, style.beats_a_bar, tonic)


def pitch_of(style: Style, tonic: int, degree: int, octave: int) -> int:
    """The MIDI pitch of a degree of the scale, which may lie below or above the octave."""
    turns, within = divmod(degree, len(style.scale))
    return tonic + style.scale[within] + 12 * (octave + turns)


def _bars(style: Style, duration_s: float, bpm: int) -> tuple[int, float]:
    """How many bars, and the length of a beat that lets whole bars end a moment after the clip."""
    bar_s = 60.0 / bpm * style.beats_a_bar
    bars = max(round(duration_s / bar_s), 1)
    stretched_s = duration_s / bars
    if not 0.86 < stretched_s / bar_s < 1.16:  # a clip shorter than a bar: play on and fade
        stretched_s = bar_s
    return bars, stretched_s / style.beats_a_bar


def _voiced(style: Style, tonic: int, root: int, before: list[int]) -> list[int]:
    """The chord's three or four notes, each moved by octaves to lie near those of the chord before."""
    wanted = [pitch_of(style, tonic, root + step, 4) % 12 for step in (0, 2, 4)]
    centre = sum(before) / len(before) if before else CHORD_LOWEST + 7
    return sorted(_near(tone, centre) for tone in wanted)


def _near(tone: int, centre: float) -> int:
    """The pitch of this tone (0..11) that is nearest to `centre`, held in the middle of the keyboard."""
    octave = round((centre - tone) / 12)
    pitch = tone + 12 * octave
    return pitch + 12 if pitch < CHORD_LOWEST else pitch - 12 if pitch > CHORD_LOWEST + 18 else pitch


def _comping(style: Style, chord: list[int], at_s: float, beat_s: float, last: bool) -> list[Note]:
    """The chords: broken into quavers, or struck on the beats, or held."""
    bar_s = beat_s * style.beats_a_bar
    if last or style.comp in ("pad", "strings"):
        held = [
            Note(style.comp, at_s, bar_s * 1.05, pitch, 0.5, side)
            for pitch, side in zip(chord, (-0.5, 0.0, 0.5), strict=True)
        ]
        if not style.arpeggio or last:
            return held
        return held + _broken("piano", chord, at_s, beat_s, style.beats_a_bar, 0.32)
    if style.arpeggio:
        return _broken(style.comp, chord, at_s, beat_s, style.beats_a_bar, 0.45)
    strikes = (0.0, 1.5, 2.5, 3.0) if style.groove == "beat" else (1.0, 3.0)
    return [
        Note(style.comp, at_s + at * beat_s, beat_s * 0.7, pitch, 0.5 if at else 0.6, side)
        for at in strikes
        for pitch, side in zip(chord, (-0.4, 0.0, 0.4), strict=True)
    ]


def _broken(
    instrument: Instrument, chord: list[int], at_s: float, beat_s: float, beats: int, velocity: float
) -> list[Note]:
    order = [0, 1, 2, 1]
    return [
        Note(
            instrument,
            at_s + step * beat_s / 2,
            beat_s * 1.4,
            chord[order[step % 4]] + (12 if step % 8 == 6 else 0),
            velocity * (1.1 if step == 0 else 0.9),
            -0.35 + 0.2 * order[step % 4],
        )
        for step in range(2 * beats)
    ]


def _bass(style: Style, tonic: int, root: int, at_s: float, beat_s: float, last: bool) -> list[Note]:
    tone = pitch_of(style, tonic, root, 0) % 12
    pitch = BASS_LOWEST + (tone - BASS_LOWEST) % 12
    fifth = BASS_LOWEST + (pitch_of(style, tonic, root + 4, 0) % 12 - BASS_LOWEST) % 12
    bar_s = beat_s * style.beats_a_bar
    if last or style.groove in ("none", "toms"):
        return [Note("bass", at_s, bar_s, pitch, 0.6)]
    if style.groove == "pulse":
        return [Note("bass", at_s + step * beat_s / 2, beat_s * 0.42, pitch, 0.55) for step in range(8)]
    if style.beats_a_bar == 3:
        return [Note("bass", at_s, beat_s * 2.4, pitch, 0.55)]
    return [
        Note("bass", at_s, beat_s * 1.4, pitch, 0.65),
        Note("bass", at_s + 2 * beat_s, beat_s * 1.4, fifth, 0.55),
    ]


def _rhythm(style: Style, rng: np.random.Generator) -> list[float]:
    """When notes of the melody begin within a bar, in beats; a motif that comes back."""
    quavers = 2 * style.beats_a_bar
    taken = [
        step / 2
        for step in range(quavers)
        if rng.random() < style.density * (1.7 if step % 2 == 0 else 0.55) * (1.3 if step == 0 else 1.0)
    ]
    return taken or [0.0]


def _melody(
    style: Style,
    tonic: int,
    root: int,
    rhythm: list[float],
    degree: int,
    last: bool,
    rng: np.random.Generator,
) -> tuple[list[tuple[float, float, int, float]], int]:
    """Notes of one bar as (beat, beats long, pitch, velocity), and the degree on which it ends.

    Strong beats take the nearest tone of the chord, weak ones a step to a neighbour; leaps turn back.
    """
    if last:
        return [(0.0, style.beats_a_bar * 1.0, pitch_of(style, tonic, 0, style.octave), 0.6)], 0
    line = []
    for index, beat in enumerate(rhythm):
        until = rhythm[index + 1] if index + 1 < len(rhythm) else float(style.beats_a_bar)
        if beat % 1.0 == 0.0:
            degree = _nearest_of_chord(root, degree + int(rng.integers(-2, 3)))
        else:
            degree += int(rng.choice([-1, 1]))
        degree = int(np.clip(degree, -3, 8))
        late = style.swing if beat % 1.0 else 0.0
        velocity = 0.62 + 0.14 * (beat == 0.0) + rng.uniform(-0.06, 0.06)
        line.append(
            (beat + late, (until - beat) * 0.95, pitch_of(style, tonic, degree, style.octave), velocity)
        )
    return line, degree


def _nearest_of_chord(root: int, degree: int) -> int:
    """The degree nearest to `degree` that belongs to the triad on `root`."""
    return min((root + step + 7 * turn for step in (0, 2, 4) for turn in (-2, -1, 0, 1)),
               key=lambda tone: (abs(tone - degree), tone))  # fmt: skip
