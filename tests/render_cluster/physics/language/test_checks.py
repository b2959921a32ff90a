"""A storyboard written by hand keeps to limits that no schema can say."""

import msgspec
import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.checks import StoryboardRefused, check_storyboard
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.storyboard import Action, Camera, Garment, Line, Place, Shot, Storyboard, Subject

SHOT = Shot(
    4.0,
    "park",
    subjects=(Subject("anna", "person"), Subject("rex", "dog", place=Place("beside", "anna"))),
    actions=(Action("anna", "walk", "rex"),),
    lines=(Line("Come!", "anna"),),
)


def _refusal(storyboard: Storyboard) -> str:
    with pytest.raises(StoryboardRefused) as refused:
        check_storyboard(storyboard)
    return refused.value.code


def test_a_storyboard_within_the_limits_is_taken():
    check_storyboard(Storyboard((SHOT,)))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"setting": "opera"}, "unknown_setting"),
        ({"subjects": (Subject("a", "dog"), Subject("a", "cat"))}, "id_twice"),
        ({"subjects": (Subject("a", "gryphon"),)}, "unknown_kind"),
        ({"subjects": (Subject("a", "dog", likeness="cameo-1"),)}, "likeness_of_no_person"),
        ({"subjects": (Subject("a", "dog", wardrobe=(Garment("hat"),)),)}, "wardrobe_of_no_person"),
        ({"subjects": (Subject("a", "dog", colour="octarine"),)}, "unknown_colour"),
        ({"subjects": (Subject("a", "person", wardrobe=(Garment("hat", "octarine"),)),)}, "unknown_colour"),
        ({"subjects": (Subject("a", "chair", material="mithril"),)}, "unknown_material"),
        ({"subjects": (Subject("a", "dog", place=Place("on", "b")),)}, "unknown_id"),
        ({"subjects": (Subject("a", "dog", place=Place("on", "a")),)}, "place_of_itself"),
        ({"actions": (Action("nobody", "walk"),)}, "unknown_id"),
        ({"actions": (Action("anna", "walk", "nobody"),)}, "unknown_id"),
        ({"actions": (Action("anna", "w" * 41),)}, "schema"),
        ({"lines": (Line("Hello", "nobody"),)}, "unknown_id"),
        ({"camera": Camera(subject="nobody")}, "unknown_id"),
        ({"duration_s": 61.0}, "schema"),
        ({"duration_s": float("nan")}, "schema"),
        ({"duration_s": 0.6}, "duration_range"),
    ],
)
def test_a_shot_outside_the_limits_is_refused(changes, code):
    shot = msgspec.structs.replace(SHOT, actions=(), lines=())
    assert _refusal(Storyboard((msgspec.structs.replace(shot, **changes),))) == code


@pytest.mark.parametrize(
    ("storyboard", "code"),
    [
        (Storyboard(()), "shots_count"),
        (Storyboard((SHOT,) * 13), "shots_count"),
        (Storyboard((SHOT,) * 2, seed=-1), "schema"),
        (Storyboard((msgspec.structs.replace(SHOT, duration_s=40.0),) * 2), "duration_range"),
    ],
)
def test_a_clip_outside_the_limits_is_refused(storyboard, code):
    assert _refusal(storyboard) == code


def test_the_shots_last_as_long_as_the_clip():
    with pytest.raises(StoryboardRefused) as refused:
        compile_prompt(Spec("", duration_s=5.0, storyboard=Storyboard((SHOT,))))
    assert refused.value.code == "duration_mismatch"
