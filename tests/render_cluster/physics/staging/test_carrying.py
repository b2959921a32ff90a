"""Given people who carry, feel, walk and sit, when a shot is staged, then what they do can be seen."""

import numpy as np
import pytest

from render_cluster.backends.physics.dynamics.people.feelings import felt
from render_cluster.backends.physics.dynamics.people.gestures import GESTURES, Cue
from render_cluster.backends.physics.dynamics.people.posture import STANDING
from render_cluster.backends.physics.dynamics.simulate import simulate
from render_cluster.backends.physics.lips import SHOWN_BY_MANNER
from render_cluster.backends.physics.staging.set_pieces import set_piece_of
from render_cluster.backends.physics.staging.stage import stage
from render_cluster.storyboard import Action, Place, Shot, Subject

SEED, FPS = 3, 24
WOMAN = Subject("woman", "person", sex="woman")
CUE = Cue(2.0, 2.0, 1.0, (0.3,) * 6)


def shot_of(
    *subjects: Subject, actions: tuple[Action, ...] = (), setting: str = "park", length_s: float = 1.0
) -> Shot:
    return Shot(duration_s=length_s, setting=setting, subjects=subjects, actions=actions)


def test_an_umbrella_goes_over_the_head_of_whoever_walks_with_it() -> None:
    umbrella = Subject("umbrella", "umbrella", place=Place("held_by", "woman"))
    scene = stage(shot_of(WOMAN, umbrella, actions=(Action("woman", "walk"),)), "noir", SEED)
    motion = simulate(scene, FPS)
    middle = motion.poses["umbrella"][:, :3]
    tall_m = scene.people[0].height_m
    assert np.all(middle[:, 2] > 0.75 * tall_m)
    assert np.linalg.norm(middle[-1, :2] - middle[0, :2]) > 0.3
    w, x, y, _ = motion.poses["umbrella"][-1, 3:]
    assert 1.0 - 2.0 * (x * x + y * y) > 0.9, f"it should stand upright, {w=}"


def test_a_guitar_lies_across_the_player() -> None:
    guitar = Subject("guitar", "guitar", place=Place("held_by", "woman"))
    motion = simulate(
        stage(shot_of(WOMAN, guitar, actions=(Action("woman", "play", "guitar"),)), "anime", SEED), FPS
    )
    _, x, y, _ = motion.poses["guitar"][-1, 3:]
    assert abs(1.0 - 2.0 * (x * x + y * y)) < 0.6


def test_a_book_that_is_read_lies_open() -> None:
    book = Subject("book", "book")
    scene = stage(shot_of(WOMAN, book, actions=(Action("woman", "look", "book"),)), "realistic", SEED)
    assert [one.kind for one in scene.bodies] == ["open_book"]


@pytest.mark.parametrize("manner", sorted(SHOWN_BY_MANNER))
def test_each_feeling_shows_in_the_posture(manner: str) -> None:
    shown = felt(manner, "stand", CUE, STANDING)
    assert any(not np.array_equal(a, b) for a, b in zip(shown, STANDING, strict=True))
    assert felt(None, "stand", CUE, STANDING) is STANDING


def test_to_laugh_and_to_cry_are_gestures_of_their_own() -> None:
    laughing, crying = (GESTURES[verb](CUE, STANDING) for verb in ("laugh", "cry"))
    assert crying.bow_rad > STANDING.bow_rad
    assert not np.array_equal(laughing.wrists_m, crying.wrists_m)


def test_a_feeling_reaches_the_moves_of_who_has_it() -> None:
    scene = stage(shot_of(WOMAN, actions=(Action("woman", "stand", manner="bored"),)), "realistic", SEED)
    assert {move.manner for move in scene.people[0].moves} == {"bored"}


def test_a_bird_on_a_tree_keeps_its_bough() -> None:
    bird = Subject("eagle", "eagle", place=Place("on", "tree"))
    scene = stage(shot_of(bird, Subject("tree", "oak"), setting="meadow", length_s=1.5), "realistic", SEED)
    assert [one.kind for one in scene.bodies] == ["bough"]
    skins = simulate(scene, FPS).skins["eagle"]
    assert np.ptp(skins[:, 0, 2, 3]) < 0.3


def test_whoever_walks_to_a_bench_comes_to_its_front() -> None:
    actions = (Action("woman", "walk", "bench"), Action("woman", "sit", "bench"))
    scene = stage(shot_of(WOMAN, Subject("bench", "bench"), actions=actions, length_s=4.0), "realistic", SEED)
    bench = scene.bodies[0]
    walk = scene.people[0].moves[0]
    assert walk.toward_m is not None
    assert walk.toward_m[1] < bench.position_m[1] - 0.5 * bench.size_m[1]
    assert walk.thing is None


def test_a_ball_alone_in_a_plaza_is_no_throw_at_a_hoop() -> None:
    bounce = shot_of(Subject("ball", "basketball"), actions=(Action("ball", "bounce"),), setting="plaza")
    assert set_piece_of(bounce) is None


def test_what_is_behind_a_bench_is_beside_it_for_the_eye() -> None:
    dog = Subject("dog", "dog", place=Place("behind", "bench"))
    scene = stage(shot_of(dog, Subject("bench", "bench")), "realistic", SEED)
    bench, animal = scene.bodies[0], scene.animals[0]
    assert animal.position_m[1] > bench.position_m[1]
    assert animal.position_m[0] > bench.position_m[0] + 0.5 * bench.size_m[0]
