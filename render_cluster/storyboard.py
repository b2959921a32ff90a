"""The plan of a clip as plain data that a person can read, edit and send back."""

from typing import Literal

import msgspec

Style = Literal["realistic", "cinematic", "anime"]
STYLES: tuple[Style, ...] = ("realistic", "cinematic", "anime")

TimeOfDay = Literal["day", "golden_hour", "night"]
Fate = Literal["realised", "approximated", "left_out"]


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing or person that a shot shows."""

    name: str
    kind: str
    colour: str | None = None


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a subject does, to what, and how it ends; the cause is scripted, the motion is not."""

    subject: str
    verb: str
    target: str | None = None
    outcome: str | None = None


class Shot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One uninterrupted take."""

    scene: str
    duration_s: float
    setting: str
    time_of_day: TimeOfDay
    camera: str
    subjects: tuple[Subject, ...]
    actions: tuple[Action, ...]


class Storyboard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole clip: its shots, its style and the seed of everything left to chance."""

    shots: tuple[Shot, ...]
    style: Style
    seed: int
    schema: str = "storyboard.v1"

    @property
    def duration_s(self) -> float:
        """Length of all shots together, in seconds."""
        return sum(shot.duration_s for shot in self.shots)


class WordFate(msgspec.Struct, frozen=True):
    """What became of one phrase of the prompt; `by` names the stand-in of an approximated one."""

    phrase: str
    fate: Fate
    by: str | None = None


class Coverage(msgspec.Struct, frozen=True):
    """The honest account of a prompt: each meaningful phrase and its fate."""

    words: tuple[WordFate, ...]
    scene_similarity: float
