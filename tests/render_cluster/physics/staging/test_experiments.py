"""Given experiments on a table, when they are staged, then the apparatus is there and moves as it truly would."""

import math

import numpy as np
import pytest

from render_cluster.backends.physics.dynamics.simulate import simulate
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Body, Scene
from render_cluster.backends.physics.staging.furnishing import furnished
from render_cluster.backends.physics.staging.stage import stage
from render_cluster.storyboard import Action, Place, Shot, Subject

SEED, FPS = 3, 24
TABLE = Subject("table", "table")


def shot_of(*subjects: Subject, actions: tuple[Action, ...], length_s: float = 1.5) -> Shot:
    return Shot(duration_s=length_s, setting="living_room", subjects=subjects, actions=actions)


def staged(shot: Shot) -> tuple[Scene, Motion]:
    scene = stage(shot, "realistic", SEED)
    return scene, simulate(scene, FPS)


def body(scene: Scene, name: str) -> Body:
    return next(one for one in scene.bodies if one.name == name)


def test_what_is_dropped_into_a_box_ends_inside_it() -> None:
    box = Subject("box", "carton", place=Place("on", "table"))
    duck = Subject("duck", "rubber_duck", place=Place("above", "box"))
    scene, motion = staged(shot_of(duck, box, TABLE, actions=(Action("duck", "fall"),), length_s=2.5))
    caught = body(scene, "box")
    assert caught.kind == "open_box"
    end = motion.poses["duck"][-1, :3] - motion.poses["box"][-1, :3]
    assert np.all(np.abs(end) < 0.5 * np.array(caught.size_m))


def test_what_hangs_is_seen_to_hang_before_it_falls() -> None:
    crate = Subject("crate", "crate", place=Place("on", "table"))
    ball = Subject("ball", "basketball", place=Place("above", "crate"))
    _, motion = staged(shot_of(ball, crate, TABLE, actions=(Action("ball", "fall"),)))
    heights = motion.poses["ball"][:, 2]
    assert heights[round(0.5 * FPS)] == pytest.approx(heights[0], abs=0.01)
    assert heights[-1] < heights[0] - 0.3


def test_a_grabber_lets_its_ball_fall_on_the_pile_below() -> None:
    pile = Subject("pile", "sand_pile", place=Place("on", "table"))
    grabber = Subject("grabber", "grabber", place=Place("on", "ball"))
    shot = furnished(
        shot_of(Subject("ball", "tennis_ball"), pile, grabber, TABLE, actions=(Action("ball", "fall"),))
    )
    assert next(one.place for one in shot.subjects if one.id == "ball") == Place("above", "pile")


def test_balls_roll_out_of_their_pipes_towards_each_other() -> None:
    pipes = Subject("pipe", "pipe", count=2, place=Place("on", "table"))
    ball = Subject("ball", "tennis_ball", place=Place("on", "pipe"))
    _, motion = staged(shot_of(ball, pipes, TABLE, actions=(Action("ball", "roll"),), length_s=0.8))
    gaps = motion.poses["ball:2"][:, 0] - motion.poses["ball:1"][:, 0]
    assert 0.0 < gaps[-1] < gaps[0] - 0.5


def test_a_cradle_hands_the_swing_to_its_last_ball() -> None:
    cradle = Subject("cradle", "newtons_cradle", place=Place("on", "table"))
    scene, motion = staged(shot_of(cradle, TABLE, actions=(Action("cradle", "swing"),), length_s=1.2))
    raised = max(motion.poses["cradle_ball_0"][:, 2])
    answered = max(motion.poses["cradle_ball_4"][:, 2])
    rest = motion.poses["cradle_ball_2"][0, 2]
    assert answered - rest > 0.6 * (raised - rest)
    assert np.ptp(motion.poses["cradle_ball_2"][:, 2]) < 0.1 * (raised - rest)
    assert sum(one.hangs_from_m is not None for one in scene.bodies) == 5


def test_a_turntable_turns_on_its_axle_with_what_stands_on_it() -> None:
    table = Subject("turntable", "turntable", place=Place("on", "table"))
    mug = Subject("mug", "cup", place=Place("on", "turntable"))
    _, motion = staged(shot_of(mug, table, TABLE, actions=(Action("mug", "spin"),)))
    for name in ("turntable", "mug"):
        w, _, _, z = motion.poses[name][-1, 3:]
        assert abs(2.0 * math.atan2(z, w)) > 1.0
    assert np.ptp(motion.poses["turntable"][:, :3], axis=0).max() < 1e-3


def test_a_stick_that_comes_round_topples_the_whole_row() -> None:
    row = Subject("row", "domino", count=5, place=Place("on", "table"))
    stick = Subject("stick", "stick", place=Place("on", "turntable"))
    table = Subject("turntable", "turntable")
    _, motion = staged(
        shot_of(stick, row, table, TABLE, actions=(Action("stick", "topple", "row"),), length_s=2.0)
    )
    for number in range(1, 6):
        heights = motion.poses[f"row:{number}"][:, 2]
        assert heights[-1] < 0.98 * heights[0]


def test_the_camera_of_an_experiment_stands_still_and_follows_nothing() -> None:
    pipe = Subject("pipe", "pipe", place=Place("on", "table"))
    ball = Subject("ball", "tennis_ball", place=Place("in", "pipe"))
    scene = stage(shot_of(ball, pipe, TABLE, actions=(Action("ball", "roll"),)), "realistic", SEED)
    assert scene.camera.follows is None
    assert len(set(scene.camera.eyes_m)) == 1
    assert "ball" not in scene.camera.shows
