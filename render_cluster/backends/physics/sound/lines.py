"""Who says what when: lines of a shot turned into utterances that fit its time."""

from typing import Any, NamedTuple

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.scene import Speech as Line
from render_cluster.backends.physics.sound.speech import Speaker, SpeechMissing, Utterance, speech_length_s

GAP_S = 0.15
HURRY_MAX = 1.25
FADE_S = 0.12


class Said(NamedTuple):
    """A line with its voice: `start_s` is film time from the start of its shot, `speaker` as in the scene.

    `utterance` is None for a line that cannot be voiced; it is captioned all the same, for `length_s`.
    One that `is_cut` has no room for its end.
    """

    text: str
    speaker: str | None
    start_s: float
    length_s: float
    utterance: Utterance | None
    is_cut: bool = False


def say(scene: Scene, duration_s: float, speaker: Speaker) -> tuple[Said, ...]:
    """All lines of a shot that lasts `duration_s` of film, in order; none talks into another.

    Speech runs on film time: in slow motion people move slowly and speak as ever, so `Speech.start_s` counts
    seconds of film. A line that would run over the end of its shot is said up to HURRY_MAX times as fast, then
    starts earlier as far as the line before it lets it, and what is still too long is faded out at the end.
    """
    said: list[Said] = []
    free_s = 0.0
    for line in sorted(scene.speech, key=lambda line: line.start_s):
        start_s = max(line.start_s, free_s)
        utterance = _spoken(line, duration_s - start_s, speaker)
        length_s = utterance.duration_s if utterance else speech_length_s(line.text)
        start_s = max(free_s, min(start_s, duration_s - length_s))
        is_cut = start_s + length_s > duration_s + 1e-6
        if start_s >= duration_s:
            utterance, start_s = None, max(duration_s - length_s, 0.0)
        elif utterance and start_s + length_s > duration_s:
            utterance = _cut(utterance, duration_s - start_s)
            length_s = utterance.duration_s
        length_s = min(length_s, duration_s - start_s)
        said.append(Said(line.text, line.speaker, start_s, length_s, utterance, is_cut))
        free_s = start_s + length_s + GAP_S
    return tuple(said)


def _spoken(line: Line, room_s: float, speaker: Speaker) -> Utterance | None:
    """The line, hurried where it is longer than `room_s`; None where it cannot be said."""
    try:
        utterance = speaker.spoken(line.text, line.voice)
        if utterance is None or utterance.duration_s <= room_s:
            return utterance
        hurry = min(utterance.duration_s / max(room_s, 0.1), HURRY_MAX)
        return speaker.spoken(line.text, line.voice, hurry)
    except SpeechMissing:
        return None


def _cut(utterance: Utterance, length_s: float) -> Utterance:
    """The first `length_s` of an utterance, faded out."""
    kept = utterance.samples[: round(length_s * SAMPLE_RATE_HZ)].copy()
    fade = min(round(FADE_S * SAMPLE_RATE_HZ), len(kept))
    kept[len(kept) - fade :] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    heard = tuple(
        sound._replace(end_s=min(sound.end_s, length_s))
        for sound in utterance.phonemes
        if sound.start_s < length_s
    )
    return Utterance(kept, heard)


def account_of_lines(said: tuple[Said, ...], start_s: float) -> list[dict[str, Any]]:
    """What the receipt and the captions say of a shot's lines; `start_s` is where the shot starts in the clip.

    A line that is not `voiced` is captioned only: nothing of it could be read, or nothing here can speak.
    """
    return [
        {
            "text": line.text,
            "speaker": line.speaker,
            "start_s": round(start_s + line.start_s, 3),
            "end_s": round(start_s + line.start_s + line.length_s, 3),
            "voiced": line.utterance is not None,
        }
        for line in said
    ]
