"""Given prompts that were misread once, when they are compiled, then they mean what people mean by them."""

import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.storyboard import Shot, Storyboard


def board(prompt: str) -> Storyboard:
    return compile_prompt(Spec(prompt, 4.0, 320, 180, 24)).storyboard


def shot(prompt: str) -> Shot:
    return board(prompt).shots[0]


def test_waves_after_then_is_what_a_girl_does() -> None:
    told = shot("A girl walks to a bench, then sits down, then waves")
    assert [action.verb for action in told.actions] == ["walk", "sit", "wave"]
    assert told.setting != "open_sea"


def test_waves_of_the_sea_are_still_the_sea() -> None:
    assert shot("A boat rocks on the waves").setting == "open_sea"


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("Two rows of black and white dominoes on a table", "realistic"),
        ("A black and white cat sleeps", "realistic"),
        ("An astronaut walks, black and white", "noir"),
        ("A black and white film of a detective", "noir"),
    ],
)
def test_black_and_white_is_a_style_only_of_films(prompt: str, style: str) -> None:
    assert board(prompt).style == style


def test_babies_of_a_whale_are_small_whales() -> None:
    kinds = {(one.kind, one.size < 1.0) for one in shot("mother whale swimming with babies").subjects}
    assert kinds == {("whale", False), ("whale", True)}


def test_babies_of_people_stay_people() -> None:
    assert {one.kind for one in shot("A mother walks with her baby").subjects} == {"person"}


def test_a_cradle_is_newtons_and_nobody_owns_it() -> None:
    assert "newtons_cradle" in {one.kind for one in shot("A Newton's cradle device on the table").subjects}


def test_a_grabber_that_releases_lets_fall() -> None:
    told = shot(
        "A blue grabber tool holds a tennis ball above a pile of sand. The grabber then releases the ball."
    )
    kinds = [one.kind for one in told.subjects]
    assert kinds.count("grabber") == 1
    assert "person" not in kinds
    assert any(action.verb == "fall" for action in told.actions)


def test_a_pile_of_sand_is_one() -> None:
    assert (
        next(
            one.count for one in shot("A pile of kinetic sand on a table").subjects if one.kind == "sand_pile"
        )
        == 1
    )


@pytest.mark.parametrize(("word", "verb"), [("laughs", "laugh"), ("giggles", "laugh"), ("weeps", "cry")])
def test_laughing_is_not_talking(word: str, verb: str) -> None:
    assert shot(f"A woman {word}").actions[0].verb == verb


def test_who_is_bored_is_not_sad() -> None:
    assert shot("A bored man stands in a kitchen").actions[0].manner == "bored"


def test_slow_motion_leaves_time_for_the_deed() -> None:
    told = shot("A player throws a basketball and it goes in, in slow motion")
    assert told.camera.speed < 1.0
    assert told.camera.speed * told.duration_s >= 2.0


def test_a_light_coloured_table_has_no_lamp() -> None:
    assert "lamp" not in {
        one.kind for one in shot("A light-colored wooden tabletop with a cup on it").subjects
    }


@pytest.mark.parametrize(
    ("prompt", "setting", "kind"),
    [
        ("an aquarium on a table", "living_room", "aquarium"),
        ("water tower on the desert", "desert", "water_tower"),
        ("bedroom in hotel", "living_room", "bed"),
        ("a man reads in the office", "living_room", "desk"),
        ("A person is hula hooping", "park", "hula_hoop"),
        ("a jar of jam", "kitchen", "jar"),
    ],
)
def test_what_was_not_seen_is_there_now(prompt: str, setting: str, kind: str) -> None:
    told = shot(prompt)
    assert told.setting == setting
    assert kind in {one.kind for one in told.subjects}


def test_fish_in_an_aquarium_are_still_seen_under_water() -> None:
    assert shot("fish swimming in an aquarium").setting == "underwater"
