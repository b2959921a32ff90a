"""A handle in a prompt means one real person, through all that is told of them."""

import pytest

from domain.limits import HANDLE_CHARS_MAX
from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.checks import StoryboardRefused
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.storyboard import CAST_COUNT_MAX, Shot, Storyboard, Subject
from tests.render_cluster.physics.language.prompts import compiled


def _cast(prompt: str) -> list[list[tuple[str, str | None]]]:
    """Per shot: the ids of its people and whose likeness each has."""
    return [
        [(subject.id, subject.likeness) for subject in shot.subjects if subject.kind == "person"]
        for shot in compiled(prompt).storyboard.shots
    ]


@pytest.mark.parametrize(
    ("prompt", "handles"),
    [
        ("@maya shoots a free throw", ("maya",)),
        ("@leo waves. @maya waves to @leo", ("leo", "maya")),
        ("@Maya_K2's dog", ("maya_k2",)),
        ("\uff20maya and @\u017fam dance", ("maya", "sam")),
        ('@maya says "thanks, @leo"', ("maya",)),
        ("mail maya@example.com", ()),
        ("@ab runs", ()),
        ("@" + "a" * (HANDLE_CHARS_MAX + 1) + " runs", ()),
        ("@may\u00e9 runs", ()),
    ],
)
def test_the_handles_of_a_prompt_in_order_and_once_each(prompt, handles):
    assert handles_in(prompt) == handles


def test_the_handles_of_a_storyboard_in_order_and_once_each():
    people = tuple(Subject(name, "person", likeness=name) for name in ("leo", "maya"))
    assert handles_in(Storyboard((Shot(1.0, "park", subjects=people), Shot(1.0, "park")))) == ("leo", "maya")


def test_a_handle_makes_a_person_of_no_sex_or_age_but_what_is_said():
    (shot,) = compiled("@maya shoots a free throw").storyboard.shots
    maya = shot.subjects[0]
    assert (maya.kind, maya.likeness, maya.sex, maya.age, maya.count) == ("person", "maya", None, "adult", 1)
    assert [(action.subject, action.verb) for action in shot.actions] == [("maya", "throw")]


def test_two_handles_are_two_people_who_do_it_both():
    (shot,) = compiled("@maya and @leo dance").storyboard.shots
    assert [(action.subject, action.verb) for action in shot.actions] == [("maya", "dance"), ("leo", "dance")]


def test_pronouns_and_later_names_go_to_the_same_person():
    shots = compiled("@maya waves. Then she jumps. Then maya sits.").storyboard.shots
    assert [[one.likeness for one in shot.subjects] for shot in shots] == [["maya"]] * len(shots)
    assert {action.verb for shot in shots for action in shot.actions} >= {"wave", "jump", "sit"}
    assert shots[-1].subjects[0].sex == "woman"


def test_a_pronoun_that_is_acted_on_is_somebody_else():
    (_, shot) = compiled("@maya waves. Then @leo hugs her.").storyboard.shots
    assert [(action.subject, action.verb, action.target) for action in shot.actions] == [
        ("leo", "hug", "maya")
    ]


@pytest.mark.parametrize(
    ("prompt", "cast"),
    [
        ("@maya's dog runs", [[("maya", "maya")]]),
        ("the skater @maya falls", [[("maya", "maya")]]),
        ("a woman hugs @maya", [[("woman", None), ("maya", "maya")]]),
        ("two @maya dance", [[("maya", "maya")]]),
    ],
)
def test_whoever_is_named_by_a_handle_is_in_the_picture_once(prompt, cast):
    assert _cast(prompt) == cast


def test_a_line_is_said_by_the_one_who_is_named():
    (shot,) = compiled('@maya says "hello"').storyboard.shots
    assert [(line.text, line.speaker) for line in shot.lines] == [("hello", "maya")]


def test_more_people_than_a_clip_may_cast_are_refused():
    names = [f"@person{number}" for number in range(CAST_COUNT_MAX + 1)]
    compiled(" and ".join(names[:-1]) + " dance")
    with pytest.raises(StoryboardRefused) as refusal:
        compiled(" and ".join(names) + " dance")
    assert refusal.value.code == "cast_count"


@pytest.mark.parametrize(
    ("subjects", "code"),
    [
        ((Subject("ann", "person", likeness="Not A Handle"),), "likeness_is_no_handle"),
        ((Subject("ann", "person", likeness="ab"),), "likeness_is_no_handle"),
        ((Subject("ann", "person", count=2, likeness="maya"),), "likeness_of_several"),
        (
            (Subject("ann", "person", likeness="maya"), Subject("bo", "person", likeness="maya")),
            "likeness_twice",
        ),
        ((Subject("rex", "dog", likeness="maya"),), "likeness_of_no_person"),
    ],
)
def test_a_storyboard_names_each_real_person_well(subjects, code):
    storyboard = Storyboard((Shot(2.0, "park", subjects=subjects),))
    with pytest.raises(StoryboardRefused) as refusal:
        compile_prompt(Spec("", duration_s=2.0, storyboard=storyboard))
    assert refusal.value.code == code


def test_a_writer_elsewhere_is_not_told_of_a_cast():
    class Curious:
        name = "curious"

        def write(self, spec):
            raise AssertionError(f"asked about {spec}")

    draft = compile_prompt(Spec("@maya waves", duration_s=2.0), writer=Curious())
    assert handles_in(draft.storyboard) == ("maya",)
