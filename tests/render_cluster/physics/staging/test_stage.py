"""Given a shot, when it is staged, then everyone is there, where they were said to be, with a cause to move."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render_cluster.backends.physics.acting import ANIMAL_VERBS, PERSON_VERBS, THING_VERBS
from render_cluster.backends.physics.anatomy.species import SPECIES
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Body, Scene
from render_cluster.backends.physics.staging.set_pieces import set_piece_of
from render_cluster.backends.physics.staging.stage import stage
from render_cluster.backends.physics.things.catalogue import KINDS
from render_cluster.storyboard import Action, Camera, Line, Place, Shot, Subject

SEED = 7


def staged(
    *subjects: Subject, actions: tuple[Action, ...] = (), setting: str = "park", **more: object
) -> Scene:
    shot = Shot(duration_s=4.0, setting=setting, subjects=subjects, actions=actions, **more)
    return stage(shot, "realistic", SEED)


def body(scene: Scene, name: str) -> Body:
    return next(one for one in scene.bodies if one.name == name)


def test_a_number_of_subjects_is_that_many_apart_from_each_other() -> None:
    scene = staged(Subject("dog", "dog", count=3))
    assert [one.name for one in scene.animals] == ["dog:1", "dog:2", "dog:3"]
    places = np.array([one.position_m for one in scene.animals])
    apart = [np.linalg.norm(a - b) for i, a in enumerate(places) for b in places[:i]]
    assert min(apart) > 0.2


def test_a_crowd_is_bounded() -> None:
    assert len(staged(Subject("fan", "person", count=24), Subject("dog", "dog", count=24)).people) <= 12


@pytest.mark.parametrize(
    ("relation", "axis", "sign"),
    [("behind", 1, 1.0), ("in_front_of", 1, -1.0), ("above", 2, 1.0), ("on", 2, 1.0)],
)
def test_a_relation_decides_the_place(relation: str, axis: int, sign: float) -> None:
    scene = staged(
        Subject("apple", "apple", place=Place(relation, "table")),  # type: ignore[arg-type]
        Subject("table", "table"),
    )
    away = np.subtract(body(scene, "apple").position_m, body(scene, "table").position_m)
    assert away[axis] * sign > 0.05


def test_what_stands_on_a_table_touches_it() -> None:
    scene = staged(Subject("apple", "apple", place=Place("on", "table")), Subject("table", "table"))
    apple, table = body(scene, "apple"), body(scene, "table")
    gap = apple.position_m[2] - apple.size_m[2] / 2 - (table.position_m[2] + table.size_m[2] / 2)
    assert abs(gap) < 1e-3


def test_two_that_stand_on_each_other_still_get_a_place() -> None:
    scene = staged(
        Subject("apple", "apple", place=Place("on", "table")),
        Subject("table", "table", place=Place("on", "apple")),
    )
    assert len(scene.bodies) == 2


def test_the_same_subject_looks_the_same_in_every_shot() -> None:
    girl = Subject("girl", "person", age="child", sex="woman")
    here, there = staged(girl), staged(girl, actions=(Action("girl", "dance"),), time_of_day="night")
    assert [(one.skin, one.hair, one.wardrobe, one.height_m) for one in here.people] == [
        (one.skin, one.hair, one.wardrobe, one.height_m) for one in there.people
    ]


def test_who_walks_has_a_way_across_the_picture_and_faces_along_it() -> None:
    (walker,) = staged(Subject("man", "person"), actions=(Action("man", "walk"),)).people
    (move,) = walker.moves
    way = np.subtract(move.toward_m, walker.position_m)
    assert np.linalg.norm(way) > 2.0
    assert abs(math.atan2(way[0], -way[1]) - walker.yaw_rad) < 0.05


def test_who_throws_has_the_ball_at_hand_and_an_aim() -> None:
    scene = staged(
        Subject("man", "person"),
        Subject("ball", "basketball"),
        Subject("hoop", "hoop"),
        actions=(Action("man", "throw", "ball", outcome="goes_in"),),
    )
    (move,) = scene.people[0].moves
    assert (move.thing, move.outcome) == ("ball", "goes_in")
    assert np.linalg.norm(np.subtract(body(scene, "ball").position_m, scene.people[0].position_m)) < 1.6
    assert np.linalg.norm(np.subtract(move.toward_m, body(scene, "hoop").position_m)[:2]) < 0.5


def test_causes_are_given_and_never_ends() -> None:
    scene = staged(Subject("vase", "vase"), actions=(Action("vase", "shatter"),), setting="kitchen")
    vase = body(scene, "vase")
    assert vase.breaks_at_ns is not None
    assert vase.position_m[2] > 1.0
    row = staged(
        Subject("domino", "domino", count=6), actions=(Action("domino", "topple"),), setting="studio"
    )
    assert [one.name for one in row.bodies if any(one.spin_radps)] == ["domino:1"]


def test_actions_of_one_subject_follow_each_other() -> None:
    (one,) = staged(
        Subject("man", "person"),
        actions=(Action("man", "walk"), Action("man", "jump"), Action("man", "wave")),
    ).people
    assert [move.verb for move in one.moves] == ["walk", "jump", "wave"]
    assert all(a.to_s <= b.from_s + 1e-6 for a, b in zip(one.moves, one.moves[1:], strict=False))


def test_a_close_up_shows_the_head_alone() -> None:
    scene = staged(Subject("man", "person"), camera=Camera(framing="close_up"))
    assert scene.camera.shows == ("man.head",)
    wide = staged(Subject("man", "person"), camera=Camera(framing="wide"))
    near_m = np.linalg.norm(np.subtract(scene.camera.eyes_m[0], (0, 0, 1.6)))
    assert np.linalg.norm(wide.camera.eyes_m[0]) > 2 * near_m


def test_a_camera_in_a_room_stays_between_its_walls() -> None:
    half = np.array(SETTINGS["kitchen"].room_m) / 2
    scene = staged(Subject("man", "person"), setting="kitchen", camera=Camera("wide", "high", "orbit"))
    assert all((np.abs(eye[:2]) < half).all() for eye in scene.camera.eyes_m)


def test_slow_motion_gives_the_world_less_time() -> None:
    scene = staged(Subject("ball", "football"), camera=Camera(speed=0.25))
    assert (scene.duration_s, scene.pace) == (1.0, 0.25)


def test_lines_are_said_one_after_the_other_by_who_says_them() -> None:
    scene = staged(
        Subject("coach", "person", sex="man"),
        lines=(Line("Keep your elbow in.", "coach"), Line("And follow through!", "coach"), Line("Later")),
    )
    assert [line.speaker for line in scene.speech] == ["coach", "coach", None]
    starts = [line.start_s for line in scene.speech]
    assert starts == sorted(starts)
    assert starts[-1] < 4.0


def test_only_what_a_set_piece_shows_wholly_is_left_to_it() -> None:
    cast = (Subject("man", "person"), Subject("ball", "basketball"), Subject("hoop", "hoop"))
    throw = (Action("man", "throw", "ball"),)
    assert set_piece_of(Shot(4.0, "court", subjects=cast, actions=throw)) == "basketball"
    assert set_piece_of(Shot(4.0, "court", subjects=(*cast, Subject("dog", "dog")), actions=throw)) is None
    assert set_piece_of(Shot(4.0, "gym", subjects=cast, actions=throw)) is None
    assert set_piece_of(Shot(4.0, "court", subjects=cast, actions=throw, lines=(Line("yes!"),))) is None
    assert set_piece_of(Shot(4.0, "court", subjects=cast, actions=(Action("man", "dance"),))) is None


# The camera sees no farther; twenty-four houses in a row come half as far.
FARTHEST_M = 1000.0
_KINDS = st.sampled_from(["person", *sorted(SPECIES), *sorted(KINDS)])
_RELATIONS = st.sampled_from([None, "on", "in", "under", "around", "held_by", "beside"])
_VERBS = st.sampled_from(sorted({*PERSON_VERBS, *ANIMAL_VERBS, *THING_VERBS}))


@given(
    kinds=st.lists(_KINDS, min_size=0, max_size=4),
    verbs=st.lists(_VERBS, max_size=5),
    targets=st.lists(st.integers(0, 3), min_size=5, max_size=5),
    relations=st.lists(_RELATIONS, min_size=4, max_size=4),
    setting=st.sampled_from(sorted(SETTINGS)),
    move=st.sampled_from(["static", "pan", "dolly", "orbit", "follow", "handheld", "crane"]),
    count=st.integers(1, 24),
    pace=st.sampled_from([0.1, 0.5, 1.0]),
)
@settings(max_examples=25, deadline=None)
def test_any_shot_can_be_staged_and_stays_within_bounds(
    kinds: list[str], verbs: list[str], targets: list[int], relations: list[str | None], setting: str,
    move: str, count: int, pace: float,
) -> None:  # fmt: skip
    ids = [f"s{index}" for index in range(len(kinds))]
    subjects = tuple(
        Subject(
            name,
            kind,
            count=count if index == 0 else 1,
            place=relations[index] and Place(relations[index], ids[(index + 1) % len(ids)]),  # type: ignore[arg-type]
        )
        for index, (name, kind) in enumerate(zip(ids, kinds, strict=True))
    )
    actions = tuple(
        Action(ids[index % len(ids)], verb, ids[targets[index] % len(ids)])
        for index, verb in enumerate(verbs)
        if ids
    )
    shot = Shot(3.0, setting, subjects=subjects, actions=actions, camera=Camera(move=move, speed=pace))  # type: ignore[arg-type]
    scene = stage(shot, "cinematic", SEED)
    assert scene == stage(shot, "cinematic", SEED)
    places = [one.position_m for one in (*scene.bodies, *scene.people, *scene.animals)]
    numbers = np.array([*places, *scene.camera.eyes_m, *scene.camera.aims_m])
    assert np.isfinite(numbers).all()
    assert np.abs(numbers).max() < FARTHEST_M
    names = [one.name for one in (*scene.bodies, *scene.people, *scene.animals)]
    assert len(names) == len(set(names)) <= 16
