"""The three scenes that are staged by hand: a throw at a hoop, a board on the sea, a skater on their feet."""

import math
from dataclasses import replace

import msgspec

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.scenes import SCENES
from render_cluster.storyboard import Action, Shot, Style

_CAST = {
    "basketball": frozenset({"person", "basketball", "hoop"}),
    "paddleboard": frozenset({"person", "paddleboard", "paddle"}),
    "skater": frozenset({"person", "skateboard"}),
}
_VERBS = {
    "basketball": frozenset({"throw", "bounce", "fall", "fly", "play"}),
    "paddleboard": frozenset({"ride", "row", "stand", "tip", "sink", "wobble", "fall", "float"}),
    "skater": frozenset({"ride", "jump", "wobble", "fall", "stand"}),
}
_MEDIA = {"basketball": "ground", "paddleboard": "water", "skater": "ground"}
# What the common words for an end, or the verb where none is given, are called in each set piece.
_ENDS = {
    "basketball": {"throw": "goes_in", "bounce": "bounces_off", "hits": "bounces_off", "fall": "misses"},
    "paddleboard": {
        **dict.fromkeys(("tips", "tip", "sinks", "sink", "falls", "fall"), "tips_and_sinks"),
        **dict.fromkeys(("recovers", "floats", "stands", "wobble", "ride", "row", "stand"), "wobbles_afloat"),
    },
    "skater": {
        **dict.fromkeys(("recovers", "wobble", "stands", "ride"), "wobbles_recovers"),
        **dict.fromkeys(("falls", "fall"), "falls"),
        "lands": "lands_cleanly",
    },
}


def set_piece_of(shot: Shot) -> str | None:
    """The set piece that a shot is wholly: its cast and no one else, its verbs, its kind of ground."""
    kinds = {subject.kind for subject in shot.subjects}
    place = SETTINGS[shot.setting]
    if sum(subject.kind == "person" for subject in shot.subjects) > 1:
        return None
    if any(subject.count > 1 for subject in shot.subjects) or place.room_m or shot.setting == "underwater":
        return None
    if shot.lines:  # in a set piece nobody speaks
        return None
    for name, cast in _CAST.items():
        is_whole = SCENES[name].thing in kinds <= cast and (
            len(kinds) > 1 or shot.setting in SCENES[name].settings
        )
        fits = all(action.verb in _VERBS[name] for action in shot.actions)
        if is_whole and fits and place.medium == _MEDIA[name] and shot.actions:
            return name
    return None


def stage_set_piece(name: str, shot: Shot, style: Style, seed: int) -> Scene:
    """The scene of a set piece, with the shot's weather; its clock runs as slowly as its camera asks."""
    scene = SCENES[name].stage(_in_its_words(name, shot), style, seed)
    return msgspec.structs.replace(scene, weather=shot.weather, pace=shot.camera.speed)


def simulate_set_piece(name: str, scene: Scene, shot: Shot, fps: int) -> Motion:
    """The motion of a staged set piece, `fps` frames for each second of film."""
    # Rounded up: in slow motion a frame less would be missing at the end.
    motion = SCENES[name].simulate(scene, _in_its_words(name, shot), math.ceil(fps / scene.pace - 1e-6))
    return replace(motion, fps=fps)


def _in_its_words(name: str, shot: Shot) -> Shot:
    """The shot on the world's clock, with its ends as the set piece calls them."""
    known = SCENES[name].outcomes
    actions = tuple(
        msgspec.structs.replace(action, outcome=_end(name, action, known)) for action in shot.actions
    )
    return msgspec.structs.replace(shot, duration_s=shot.duration_s * shot.camera.speed, actions=actions)


def _end(name: str, action: Action, known: tuple[str, ...]) -> str | None:
    if action.outcome in known:
        return action.outcome
    return _ENDS[name].get(action.outcome or action.verb)
