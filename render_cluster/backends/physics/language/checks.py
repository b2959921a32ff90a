"""The limits of a storyboard: what a hand-written one must keep to before it is simulated."""

import math
import re
from collections.abc import Collection

import msgspec

from domain.limits import HANDLE_CHARS_MAX, HANDLE_CHARS_MIN, HANDLE_PATTERN
from render_cluster.backends.physics.colours import COLOURS
from render_cluster.backends.physics.dynamics.materials import MATERIALS
from render_cluster.backends.physics.language.catalogue import PERSON, is_kind
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.storyboard import (
    CAST_COUNT_MAX,
    CLIP_S_MAX,
    CLIP_S_MIN,
    SHOTS_COUNT_MAX,
    Shot,
    Storyboard,
    Subject,
)


class StoryboardRefused(ValueError):
    """A storyboard outside the limits; `code` is stable, the text is for people."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code


def check_storyboard(storyboard: Storyboard) -> None:
    """Raises StoryboardRefused at the first limit that is broken."""
    count = len(storyboard.shots)
    _require(1 <= count <= SHOTS_COUNT_MAX, "shots_count", f"a storyboard has 1 to {SHOTS_COUNT_MAX} shots")
    try:
        # One built in the program has met none of the schema's own limits yet.
        msgspec.convert(msgspec.to_builtins(storyboard), Storyboard)
    except msgspec.ValidationError as error:
        raise StoryboardRefused("schema", str(error)) from error
    for shot in storyboard.shots:
        _check_shot(shot)
    check_cast(handles_in(storyboard))
    whole_s = storyboard.duration_s
    in_range = math.isfinite(whole_s) and CLIP_S_MIN - 1e-6 <= whole_s <= CLIP_S_MAX + 1e-6
    _require(in_range, "duration_range", f"shots last {CLIP_S_MIN:g} to {CLIP_S_MAX:g} s in all")


def check_cast(handles: Collection[str]) -> None:
    """Raises StoryboardRefused where more real people are asked for than a clip may show, or by no handle."""
    _require(
        len(handles) <= CAST_COUNT_MAX, "cast_count", f"a clip casts at most {CAST_COUNT_MAX} real people"
    )
    for handle in handles:
        fits = HANDLE_CHARS_MIN <= len(handle) <= HANDLE_CHARS_MAX and re.match(HANDLE_PATTERN, handle)
        _require(bool(fits), "likeness_is_no_handle", "a likeness is named by a handle, without its @")


def _check_shot(shot: Shot) -> None:
    _require(shot.setting in SETTINGS, "unknown_setting", f"a setting is one of {', '.join(SETTINGS)}")
    ids = [subject.id for subject in shot.subjects]
    _require(len(set(ids)) == len(ids), "id_twice", "each subject of a shot has an id of its own")
    for subject in shot.subjects:
        _check_subject(subject, ids)
    cast = [subject.likeness for subject in shot.subjects if subject.likeness is not None]
    _require(len(set(cast)) == len(cast), "likeness_twice", "nobody is twice in one shot")
    for action in shot.actions:
        _require_known(action.subject, ids)
        _require_known(action.target, ids)
    for line in shot.lines:
        _require_known(line.speaker, ids)
    _require_known(shot.camera.subject, ids)


def _check_subject(subject: Subject, ids: Collection[str]) -> None:
    if subject.place is not None:
        _require_known(subject.place.target, ids)
        _require(
            subject.place.target != subject.id, "place_of_itself", f"{subject.id} cannot be placed by itself"
        )
    _require(
        is_kind(subject.kind), "unknown_kind", f"{subject.kind} is no person, animal or thing that is known"
    )
    is_person = subject.kind == PERSON
    _require(is_person or subject.likeness is None, "likeness_of_no_person", "only people have a likeness")
    _require(
        subject.likeness is None or subject.count == 1, "likeness_of_several", "a likeness is one person's"
    )
    _require(is_person or not subject.wardrobe, "wardrobe_of_no_person", "only people wear clothes")
    colours = [subject.colour, *(garment.colour for garment in subject.wardrobe)]
    known = all(colour is None or colour in COLOURS for colour in colours)
    _require(known, "unknown_colour", f"a colour is one of {', '.join(COLOURS)}")
    known = subject.material is None or subject.material in MATERIALS
    _require(known, "unknown_material", f"a material is one of {', '.join(MATERIALS)}")


def _require_known(id: str | None, ids: Collection[str]) -> None:
    _require(id is None or id in ids, "unknown_id", f"{id} is no subject of the shot")


def _require(kept: bool, code: str, text: str) -> None:
    if not kept:
        raise StoryboardRefused(code, text)
