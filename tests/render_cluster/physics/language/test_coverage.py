"""Each meaningful phrase of a prompt meets a stated fate."""

import numpy as np
import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics import acting
from render_cluster.backends.physics.acting import ANIMAL_VERBS, PERSON_VERBS, THING_VERBS
from render_cluster.backends.physics.dynamics import materials
from render_cluster.backends.physics.language.catalogue import CatalogueLexicon
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.backends.physics.language.embedding import Nearest
from render_cluster.backends.physics.language.vocabulary.colours import MATERIALS
from render_cluster.backends.physics.language.vocabulary.people import GARMENTS, PEOPLE
from render_cluster.backends.physics.language.vocabulary.settings import PLACE_WORDS
from render_cluster.backends.physics.language.vocabulary.stand_ins import STAND_INS
from render_cluster.backends.physics.language.vocabulary.verbs import OUTCOME_PHRASES, OUTCOMES, SPORTS, VERBS
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.people import wardrobe
from tests.render_cluster.physics.language.prompts import compiled, fates, subject


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a skater falls", {"skater": ("realised", None), "falls": ("realised", None)}),
        ("a crimson ball", {"crimson": ("realised", None), "ball": ("realised", None)}),
        ("a burgundy ball", {"burgundy": ("approximated", "maroon")}),
        ("a red and white ball", {"white": ("approximated", "red alone")}),
        ("1000 balloons", {"1000 balloons": ("approximated", "24 of them")}),
        ("a dog runs along a river", {"river": ("approximated", "lake")}),
        ("a dog at dusk", {"dusk": ("approximated", "the golden hour")}),
        ("a raccoon", {"raccoon": ("approximated", "fox")}),
        ("a meerkat", {"meerkat": ("approximated", "fox")}),
        ("a harp", {"harp": ("approximated", "guitar")}),
        ("her hands", {"hands": ("approximated", "the person as a whole")}),
        ("a dog, oil painting", {"oil painting": ("approximated", "the watercolour style")}),
        ("a dog, racking focus", {"racking focus": ("left_out", None)}),
        ("a flumph and a dog", {"flumph": ("left_out", None), "dog": ("realised", None)}),
        ("a beautiful dog", {"beautiful": ("left_out", None)}),
        ("a boy without a hat", {"no hat": ("realised", None)}),
        ("a beach, no people", {"no people": ("realised", None)}),
        ("a dog that is not running", {"not running": ("realised", None)}),
    ],
)
def test_fates_are_told_phrase_by_phrase(prompt, expected):
    told = fates(compiled(prompt))
    assert {phrase: told.get(phrase) for phrase in expected} == expected


def test_a_style_that_another_overrules_is_left_out():
    draft = compile_prompt(Spec("a dog, anime", style="noir"))
    assert fates(draft)["anime"] == ("left_out", None)


def test_a_prompt_of_which_nothing_is_known_shows_an_empty_place_and_says_so():
    draft = compiled("犬が走る")
    assert draft.storyboard.shots[0].subjects == ()
    assert draft.coverage.words[0].by == "an empty park"
    assert draft.coverage.words[1].fate == "left_out"


@pytest.mark.parametrize(
    "prompt", ["Ein Hund läuft über die Straße", "un perro corre por la playa", "le chat dort sur le canapé"]
)
def test_another_language_is_not_taken_for_english(prompt):
    assert "left_out" in {fate for fate, _ in fates(compiled(prompt)).values()}


def test_subjects_for_which_there_is_no_room_are_left_out():
    words = "dog, cat, horse, cow, pig, sheep, goat, duck, fox and wolf"
    draft = compiled(f"a {words}")
    assert len(draft.storyboard.shots[0].subjects) == 8
    assert fates(draft)["wolf"] == ("left_out", None)


def test_an_unknown_noun_is_shown_by_the_one_nearest_in_meaning():
    def embed(texts):
        return np.array([[1.0, 0.0] if text in ("zorb", "ball") else [0.0, 1.0] for text in texts])

    draft = compile_prompt(Spec("a zorb"), embed)
    assert subject(draft.storyboard.shots[0], "zorb").kind == "ball"
    assert fates(draft)["zorb"] == ("approximated", "ball")


def test_vocabularies_are_embedded_once():
    calls = []

    def embed(texts):
        calls.append(len(texts))
        return np.ones((len(texts), 2)) / np.sqrt(2.0)

    nearest = Nearest(embed)
    for _ in range(3):
        compile_prompt(Spec("a zorb"), nearest)
    assert sum(count > 1 for count in calls) == len([count for count in set(calls) if count > 1])


@pytest.mark.slow
@pytest.mark.parametrize(("noun", "kinds"), [("sailplane", {"aeroplane", "propeller_plane"})])
def test_minilm_finds_kin(noun, kinds):
    from recommender.embedder import Embedder

    (shot,) = compile_prompt(Spec(f"a {noun}"), Embedder().embed).storyboard.shots
    assert shot.subjects[0].kind in kinds


def test_what_can_be_worn_is_in_the_wardrobe():
    known = set(wardrobe.KINDS)
    assert {kind for kind, _ in GARMENTS.values()} <= known
    assert {kind for who in PEOPLE.values() for kind, _ in who.wears} <= known


def test_what_words_stand_for_can_be_shown():
    lexicon = CatalogueLexicon()
    gear = {who.gear for who in PEOPLE.values() if who.gear}
    sports = {noun for _, nouns, _ in SPORTS.values() for noun in nouns}
    brought = {doing.target for doing in VERBS.values() if doing.target}
    wanted = gear | sports | brought | set(STAND_INS.values())
    assert sorted(noun for noun in wanted if lexicon.find(noun) is None) == []


def test_settings_materials_and_verbs_are_those_of_the_world():
    assert {where.setting for where in PLACE_WORDS.values()} == set(SETTINGS)
    assert set(MATERIALS.values()) <= set(materials.MATERIALS)
    assert {doing.person for doing in VERBS.values()} <= set(PERSON_VERBS)
    assert {doing.animal for doing in VERBS.values()} <= set(ANIMAL_VERBS)
    assert {doing.thing for doing in VERBS.values()} - {None} <= set(THING_VERBS)
    assert {*OUTCOMES.values(), *OUTCOME_PHRASES.values()} <= set(acting.OUTCOMES)
