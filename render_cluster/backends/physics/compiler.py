"""Compiles a prompt into a storyboard, offline, with an honest account of what became of each phrase."""

import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

from render_cluster.backends.backend import Draft, Spec
from render_cluster.backends.physics.phrase_reader import Phrase, read
from render_cluster.backends.physics.scene_finder import Embed, find_scene, named_scene
from render_cluster.backends.physics.scene_words import ACTIONS, SETTINGS, SUBJECTS
from render_cluster.backends.physics.scenes import SCENES
from render_cluster.backends.physics.storyboard_check import (
    SHOTS_COUNT_MAX,
    StoryboardRefused,
    check_storyboard,
)
from render_cluster.backends.physics.vocabulary import CAMERAS, COLOURS, DRESS, STYLES, TIMES, Meaning
from render_cluster.storyboard import (
    Action,
    Camera,
    Coverage,
    Shot,
    Storyboard,
    Style,
    Subject,
    TimeOfDay,
    WordFate,
)

PROMPT_CHARS_MAX = 2_000
SHOT_S_MIN = 2.0
_CLAUSES = re.compile(r"[.;!?\n]+|\bthen\b|\bafter that\b|\bcut to\b", re.IGNORECASE)
_VERBS: dict[str, tuple[str, str, str | None]] = {
    "basketball": ("player", "throws", "hoop"),
    "paddleboard": ("wave", "hits", "paddleboard"),
    "skater": ("skater", "rolls along", None),
}


class _Take(NamedTuple):
    """One shot to be: its scene, whether the prompt named it, and what was read of its part of the prompt."""

    scene: str
    named: bool
    text: str
    phrases: tuple[Phrase, ...]


def compile_prompt(spec: Spec, embed: Embed | None = None) -> Draft:
    """The storyboard of a spec's prompt, or its own one checked; StoryboardRefused outside the limits.

    Without `embed` a prompt that names no scene gets the one that shares most words with it.
    """
    if spec.storyboard is not None:
        return _given(spec, spec.storyboard)
    if not 1 <= len(spec.prompt.strip()) <= PROMPT_CHARS_MAX:
        raise StoryboardRefused("prompt_length", f"a prompt has 1 to {PROMPT_CHARS_MAX} characters")
    found = find_scene(spec.prompt, embed)
    takes = _takes(spec, found.scene)
    style = spec.style or _last(takes, "style", "realistic")
    shots = tuple(_shot(take, takes, spec.duration_s / len(takes)) for take in takes)
    storyboard = Storyboard(shots=shots, style=_style(style), seed=spec.seed)
    check_storyboard(storyboard)
    fates = [fate for take, shot in zip(takes, shots, strict=True) for fate in _fates(take, shot, style)]
    if not found.named:
        fates.insert(
            0, WordFate(spec.prompt.strip(), "approximated", f"the {found.scene} scene, the nearest known")
        )
    return Draft(storyboard, Coverage(tuple(fates)))


def _given(spec: Spec, storyboard: Storyboard) -> Draft:
    check_storyboard(storyboard)
    if abs(storyboard.duration_s - spec.duration_s) > 0.5 / spec.fps:
        raise StoryboardRefused("duration_mismatch", "the shots must last as long as the clip")
    return Draft(storyboard, Coverage(()))


def _vocabulary(scene: str) -> tuple[Meaning, ...]:
    # On a tie in length the first wins: "golden hour" before gold, the scene's own words before dress.
    return (*STYLES, *TIMES, *CAMERAS, *ACTIONS[scene], *SUBJECTS[scene], *SETTINGS[scene], *COLOURS, *DRESS)


def _takes(spec: Spec, nearest: str) -> tuple[_Take, ...]:
    """The prompt's parts: a new shot where another scene is named, or another end of the same one."""
    most = max(1, min(SHOTS_COUNT_MAX, int(spec.duration_s / SHOT_S_MIN)))
    takes: list[_Take] = []
    for text in (clause.strip() for clause in _CLAUSES.split(spec.prompt)):
        named = named_scene(text)
        scene = named or (takes[-1].scene if takes else named_scene(spec.prompt) or nearest)
        take = _Take(scene, named is not None, text, read(text, _vocabulary(scene)))
        if not take.phrases:
            continue
        if takes and (len(takes) == most or not _cuts(takes[-1], take)):
            last = takes[-1]
            phrases = last.phrases + (take.phrases if take.scene == last.scene else _unknown(take.phrases))
            takes[-1] = last._replace(text=f"{last.text}. {text}", phrases=phrases)
        else:
            takes.append(take)
    return tuple(takes) or (_Take(nearest, False, spec.prompt, ()),)


def _cuts(last: _Take, take: _Take) -> bool:
    if not take.named:
        return False
    ends = _asked_end(last), _asked_end(take)
    return take.scene != last.scene or (None not in ends and ends[0] != ends[1])


def _unknown(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Phrases of a shot for which there is no room."""
    return tuple(Phrase(phrase.text, None) for phrase in phrases)


def _asked_end(take: _Take) -> str | None:
    """The end that the last decisive action asks for, narrowed by those before it where they agree."""
    ends: tuple[str, ...] = ()
    for phrase in take.phrases:
        meaning = phrase.meaning
        if meaning is None or meaning.role != "action" or not meaning.decisive or phrase.negated:
            continue
        shared = tuple(end for end in meaning.outcomes if end in ends)
        ends = shared or meaning.outcomes
    return ends[0] if ends else None


def _shot(take: _Take, takes: Sequence[_Take], duration_s: float) -> Shot:
    kind = SCENES[take.scene]
    who, verb, target = _VERBS[take.scene]
    colours = _colours(take.phrases)
    return Shot(
        duration_s=duration_s,
        setting=_last((take,), "setting", kind.settings[0]),
        time_of_day=_time(_last((take,), "time", _last(takes, "time", "day"))),
        camera=_camera(_last((take,), "camera", _last(takes, "camera", "medium"))),
        subjects=(
            Subject(kind.person, "person", colour=colours.get("person")),
            Subject(kind.thing, kind.thing, colour=colours.get("thing")),
        ),
        actions=(Action(who, verb, target, _asked_end(take) or kind.outcomes[0]),),
    )


def _last(takes: Sequence[_Take], role: str, default: str) -> str:
    values = [
        phrase.meaning.value
        for take in takes
        for phrase in take.phrases
        if phrase.meaning and phrase.meaning.role == role and not phrase.negated
    ]
    return values[-1] if values else default


def _colours(phrases: Sequence[Phrase]) -> dict[str, str]:
    """Colour words by what they colour: the thing or the person's top."""
    return {
        owner: phrase.meaning.value
        for index, phrase in enumerate(phrases)
        if phrase.meaning and (owner := _coloured(phrases, index)) is not None
    }


def _coloured(phrases: Sequence[Phrase], index: int) -> str | None:
    """What the colour at `index` belongs to: the phrase after it, if that can take one."""
    colour, after = phrases[index].meaning, phrases[index + 1].meaning if index + 1 < len(phrases) else None
    if colour is None or colour.role != "colour" or after is None or phrases[index].negated:
        return None
    if after.role == "dress":
        return "person"
    things = {kind.thing for kind in SCENES.values()}
    return "thing" if after.role == "subject" and after.value in things else None


def _fates(take: _Take, shot: Shot, style: str) -> list[WordFate]:
    return [
        _fate(phrase, _is_shown(take.phrases, index, shot, style))
        for index, phrase in enumerate(take.phrases)
    ]


def _fate(phrase: Phrase, shown: bool) -> WordFate:
    text = f"not {phrase.text}" if phrase.negated else phrase.text
    if not shown or phrase.meaning is None:
        return WordFate(text, "left_out")
    if phrase.meaning.by is not None:
        return WordFate(text, "approximated", phrase.meaning.by)
    return WordFate(text, "realised")


def _is_shown(phrases: Sequence[Phrase], index: int, shot: Shot, style: str) -> bool:
    """Whether the shot really has what the phrase asks for."""
    meaning, negated = phrases[index].meaning, phrases[index].negated
    if meaning is None:
        return False
    if meaning.role == "action":
        return (shot.actions[0].outcome in meaning.outcomes) != negated
    if negated:
        return False
    if meaning.role == "colour":
        owner = _coloured(phrases, index)
        return owner is not None and meaning.value == _colours(phrases)[owner]
    if meaning.value == "kerb":
        return shot.actions[0].outcome == "lands_cleanly"
    chosen = {
        "style": style,
        "time": shot.time_of_day,
        "camera": _camera_word(shot.camera),
        "setting": shot.setting,
    }
    return chosen.get(meaning.role, meaning.value) == meaning.value


def _camera_word(camera: Camera) -> str:
    near = {"close_up": "close"}.get(camera.framing, camera.framing)
    return near if camera.angle == "eye_level" else camera.angle


def _camera(word: str) -> Camera:
    if word in ("low", "high"):
        return Camera(angle="low" if word == "low" else "high")
    return Camera(framing={"close": "close_up", "wide": "wide"}.get(word, "medium"))


def _style(value: str) -> Style:
    return next(style for style in get_args(Style) if style == value)


def _time(value: str) -> TimeOfDay:
    return next(time for time in get_args(TimeOfDay) if time == value)
