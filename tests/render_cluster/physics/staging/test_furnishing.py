"""Given a shot, when it is furnished, then what goes without saying is there, and nothing that was said is lost."""

import itertools

import pytest

from render_cluster.backends.physics.staging.furnishing import furnished, showers
from render_cluster.backends.physics.staging.stage import stage
from render_cluster.storyboard import Action, Place, Shot, Subject

SEED = 7
MAN = Subject("man", "person")


def shot_of(*subjects: Subject, actions: tuple[Action, ...] = (), setting: str = "park") -> Shot:
    return Shot(duration_s=4.0, setting=setting, subjects=subjects, actions=actions)


def place_of(shot: Shot, id: str) -> Place | None:
    return next(one.place for one in shot.subjects if one.id == id)


def test_a_book_read_on_a_bench_is_held_by_one_who_sits_there() -> None:
    book, bench = Subject("book", "book", place=Place("on", "bench")), Subject("bench", "bench")
    shot = furnished(shot_of(MAN, book, bench, actions=(Action("man", "look", "book"),)))
    assert place_of(shot, "book") == Place("held_by", "man")
    assert place_of(shot, "man") == Place("on", "bench")
    assert Action("man", "sit", "bench") in shot.actions


@pytest.mark.parametrize(("setting", "laid"), [("kitchen", True), ("park", False)])
def test_a_cake_indoors_stands_on_a_table(setting: str, laid: bool) -> None:
    shot = furnished(shot_of(Subject("cake", "cake"), setting=setting))
    assert (place_of(shot, "cake") is not None) == laid


def test_a_donut_in_the_hand_needs_no_table() -> None:
    shot = furnished(
        shot_of(MAN, Subject("donut", "donut"), actions=(Action("man", "eat", "donut"),), setting="kitchen")
    )
    assert [one.kind for one in shot.subjects] == ["person", "donut"]
    assert place_of(shot, "donut") == Place("held_by", "man")


def test_coffee_in_a_mug_is_one_cup() -> None:
    coffee = Subject("coffee", "cup", place=Place("in", "mug"))
    shot = furnished(shot_of(coffee, Subject("mug", "cup", colour="pink"), setting="kitchen"))
    assert [one.id for one in shot.subjects if one.kind == "cup"] == ["mug"]


def test_sharks_are_seen_under_water_but_not_the_boat_above_them() -> None:
    shark = Subject("shark", "shark")
    assert furnished(shot_of(shark, setting="open_sea")).setting == "underwater"
    assert furnished(shot_of(shark, Subject("boat", "rowing_boat"), setting="open_sea")).setting == "open_sea"


def test_a_plane_that_nobody_parks_flies() -> None:
    assert furnished(shot_of(Subject("plane", "aeroplane"))).actions == (Action("plane", "fly"),)


def test_confetti_comes_down_and_is_in_nobodys_hand() -> None:
    confetti = Subject("confetti", "emoji_confetti_ball", place=Place("held_by", "man"))
    shot = shot_of(MAN, confetti, actions=(Action("man", "dance", "confetti"),), setting="stage")
    assert [one.kind for one in showers(shot)] == ["confetti"]
    assert furnished(shot).subjects == (MAN,)
    assert furnished(shot).actions == (Action("man", "dance"),)


def test_what_was_furnished_once_needs_nothing_more() -> None:
    shot = shot_of(
        MAN, Subject("book", "book"), actions=(Action("man", "look", "book"),), setting="living_room"
    )
    assert furnished(furnished(shot)) == furnished(shot)


def test_three_on_a_sofa_sit_side_by_side_to_the_end() -> None:
    people = Subject("friend", "person", count=3, place=Place("on", "sofa"))
    actions = (Action("friend", "sit", "sofa"), Action("friend", "talk"))
    scene = stage(
        shot_of(people, Subject("sofa", "sofa"), actions=actions, setting="living_room"), "realistic", SEED
    )
    places = sorted(one.position_m[0] for one in scene.people)
    assert min(after - before for before, after in itertools.pairwise(places)) > 0.4
    sits = [move for one in scene.people for move in one.moves if move.verb == "sit"]
    assert all(move.to_s == scene.duration_s for move in sits)


def test_an_apple_of_a_still_life_cannot_roll_off_its_table() -> None:
    apple = Subject("apple", "apple", place=Place("on", "table"))
    scene = stage(shot_of(apple, Subject("table", "table"), setting="kitchen"), "realistic", SEED)
    assert all(one.fixed for one in scene.bodies)


def test_a_place_with_nobody_in_it_is_filmed_by_a_camera_that_moves() -> None:
    eyes = stage(shot_of(setting="desert"), "realistic", SEED).camera.eyes_m
    assert len(set(eyes)) > 1


def test_juice_in_a_glass_is_a_glass_of_juice() -> None:
    glass = Subject("glass", "glass")
    juice = Subject("juice", "milk", colour="orange", place=Place("in", "glass"))
    shot = furnished(shot_of(glass, juice, setting="kitchen"))
    assert [(one.kind, one.colour) for one in shot.subjects if one.id == "glass"] == [
        ("filled_glass", "orange")
    ]
    assert all(one.kind != "milk" for one in shot.subjects)
