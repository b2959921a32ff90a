"""The plan of a clip as plain data that a person can read, edit and send back."""

from typing import Annotated, Literal, get_args

import msgspec

Style = Literal[
    "realistic", "cinematic", "anime", "claymation", "watercolour", "noir", "pixel_art", "documentary"
]
TimeOfDay = Literal["day", "golden_hour", "night"]
Weather = Literal["clear", "rain", "snow", "fog"]
Wind = Literal["calm", "breeze", "wind", "strong_wind", "storm"]
Framing = Literal["close_up", "medium", "wide"]
Angle = Literal["eye_level", "low", "high", "aerial"]
Move = Literal["static", "pan", "dolly", "orbit", "follow", "handheld", "crane"]
Transition = Literal["cut", "cross_fade"]
Relation = Literal["on", "in", "under", "above", "behind", "in_front_of", "beside", "around", "held_by"]
Age = Literal["child", "adult", "elder"]
Sex = Literal["woman", "man"]
Mood = Literal["calm", "happy", "sad", "tense", "epic", "playful", "mysterious", "romantic"]
Fate = Literal["realised", "approximated", "left_out"]

STYLES: tuple[Style, ...] = get_args(Style)

SHOTS_COUNT_MAX = 12
SUBJECTS_COUNT_MAX = 8
ACTIONS_COUNT_MAX = 12
LINES_COUNT_MAX = 4
CAST_COUNT_MAX = 4
CLIP_S_MIN, CLIP_S_MAX = 1.0, 60.0
SHOT_S_MIN = 0.5
SEED_MAX = 2**31 - 1

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a subject is, measured from another subject of the same shot."""

    relation: Relation
    target: Id


class Garment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of clothing that was asked for; what is not asked for is drawn from the seed."""

    kind: Word
    colour: Word | None = None


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing, animal or person that a shot shows; the same `id` in another shot is the same one.

    `size` multiplies the kind's usual size. `age`, `sex`, `wardrobe` and `likeness` are people's; `likeness` is
    the handle, without "@", of the real person who is to be seen.
    """

    id: Id
    kind: Word
    count: Annotated[int, msgspec.Meta(ge=1, le=24)] = 1
    colour: Word | None = None
    material: Word | None = None
    size: Annotated[float, msgspec.Meta(ge=0.1, le=10.0)] = 1.0
    place: Place | None = None
    age: Age = "adult"
    sex: Sex | None = None
    wardrobe: Annotated[tuple[Garment, ...], msgspec.Meta(max_length=6)] = ()
    likeness: Annotated[str, msgspec.Meta(max_length=64)] | None = None


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a subject does, to or with what, and how it ends; the cause is scripted, the motion is not."""

    subject: Id
    verb: Word
    target: Id | None = None
    outcome: Word | None = None
    manner: Word | None = None


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said aloud, and by whom: a subject of the shot, or nobody in the picture."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=240)]
    speaker: Id | None = None


class Camera(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the shot is filmed; `speed` below 1 is slow motion, `ends` where a framing turns into another."""

    framing: Framing = "medium"
    angle: Angle = "eye_level"
    move: Move = "static"
    subject: Id | None = None
    ends: Framing | None = None
    speed: Annotated[float, msgspec.Meta(ge=0.1, le=1.0)] = 1.0


class Shot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One uninterrupted take; `transition` is how it is reached from the shot before.

    Without `wind` it blows as it does in the setting; what nobody asked for is not written down.
    """

    duration_s: Annotated[float, msgspec.Meta(ge=SHOT_S_MIN, le=CLIP_S_MAX)]
    setting: Word
    time_of_day: TimeOfDay = "day"
    weather: Weather = "clear"
    subjects: Annotated[tuple[Subject, ...], msgspec.Meta(max_length=SUBJECTS_COUNT_MAX)] = ()
    actions: Annotated[tuple[Action, ...], msgspec.Meta(max_length=ACTIONS_COUNT_MAX)] = ()
    lines: Annotated[tuple[Line, ...], msgspec.Meta(max_length=LINES_COUNT_MAX)] = ()
    camera: Camera = Camera()
    transition: Transition = "cut"
    wind: Wind | msgspec.UnsetType = msgspec.UNSET


class Sound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is heard beside what happens: a bed of music in a mood, if any, and the place itself."""

    music: Mood | None = None
    ambience: bool = True


class Storyboard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole clip: its shots, its style, its sound and the seed of everything left to chance."""

    shots: Annotated[tuple[Shot, ...], msgspec.Meta(min_length=1, max_length=SHOTS_COUNT_MAX)]
    style: Style = "realistic"
    seed: Annotated[int, msgspec.Meta(ge=0, le=SEED_MAX)] = 0
    sound: Sound = Sound()
    schema: Literal["storyboard.v1"] = "storyboard.v1"

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
