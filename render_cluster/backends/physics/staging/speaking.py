"""When each line of a shot is said, and in which voice."""

from collections.abc import Mapping

from render_cluster.backends.physics.scene import Animal, Body, Person, Speech
from render_cluster.backends.physics.sound.speech import speech_length_s
from render_cluster.backends.physics.sound.voices import NARRATOR, voice_for
from render_cluster.storyboard import Shot

_FIRST_S = 0.4
_PAUSE_S = 0.35


def speech_of(shot: Shot, cast: Mapping[str, Person | Animal | Body]) -> tuple[Speech, ...]:
    """The lines of a shot one after the other; squeezed together where the shot is short.

    A line whose speaker is a crowd is said by the first of them.
    """
    lengths = [speech_length_s(line.text) + _PAUSE_S for line in shot.lines]
    room = max(0.0, shot.duration_s - _FIRST_S)
    squeeze = min(1.0, room / sum(lengths)) if lengths else 1.0
    spoken, at_s = [], min(_FIRST_S, shot.duration_s / 4.0)
    for line, length in zip(shot.lines, lengths, strict=True):
        speaker = cast.get(line.speaker or "") or cast.get(f"{line.speaker}:1")
        voice = voice_for(speaker) if isinstance(speaker, Person) else NARRATOR
        name = speaker.name if isinstance(speaker, Person | Animal) else None
        spoken.append(Speech(line.text, round(at_s, 3), name, voice))
        at_s += length * squeeze
    return tuple(spoken)
