"""Whoever is cast is seen from near where no camera was asked for, and what stays untold is said."""

from dataclasses import replace

import numpy as np
import pytest

from render_cluster.backends.backend import CastLikeness, Spec
from render_cluster.backends.physics.backend import PhysicsBackend
from render_cluster.backends.physics.likenesses import packed
from render_cluster.backends.physics.plan import Plan
from render_cluster.backends.physics.raster import film
from render_cluster.backends.physics.raster.closing_in import closed_in, frames_of
from render_cluster.backends.physics.raster.whereabouts import outline_of
from render_cluster.backends.physics.untold import untold_of
from render_cluster.storyboard import WordFate
from tests.render_cluster.physics.people import faces

MAYA = (CastLikeness("maya", packed(faces.likeness())),)


def _planned(prompt: str, duration_s: float = 4.0) -> tuple[Plan, tuple[WordFate, ...]]:
    backend = PhysicsBackend()
    spec = Spec(prompt, duration_s, 64, 36, 12, seed=5, likenesses=MAYA if "@maya" in prompt else ())
    draft = backend.draft(spec)
    making = backend.simulate(spec, draft)
    try:
        while True:
            next(making)
    except StopIteration as done:
        return done.value, untold_of(draft.storyboard, done.value)


@pytest.mark.parametrize("prompt", ["@maya shoots a free throw", '@maya says "hello there" in a park'])
def test_a_cast_face_is_near_for_two_fifths_of_the_clip_with_eyes_on_the_upper_third(prompt: str) -> None:
    (take,), _ = _planned(prompt)
    near = closed_in(film.take(take.scene, take.motion, 16 / 9), take.scene, take.motion, 16 / 9)
    frames = [index for one in take.scene.close_ups for index in frames_of(one, take.motion)]
    assert len(frames) >= 0.4 * take.frames_count
    assert near.cuts
    head = outline_of(f"{take.scene.close_ups[0].person}.head", take.scene, take.motion)
    away = np.linalg.norm(head.mean(1) - near.eyes_m, axis=1)
    lines = np.ptp(head[..., 2], axis=1) / (2 * away * np.tan(near.fovs_rad / 2)) * 360
    assert np.median(lines[frames]) > 90, "crown to chin, of which the face is two thirds"


@pytest.mark.parametrize(
    "prompt", ["a wide shot of @maya who waves", "a woman waves", "aerial view, @maya waves"]
)
def test_who_asks_for_a_camera_gets_it_and_nobody_else_is_come_near(prompt: str) -> None:
    (take,), _ = _planned(prompt, 1.0)
    assert take.scene.close_ups == ()


def test_an_end_after_the_clips_end_is_left_out() -> None:
    assert [one.fate for one in _planned("a man shoots a free throw", 1.0)[1]] == ["left_out"]
    assert _planned("a man shoots a free throw", 4.0)[1] == ()


def test_an_end_that_never_came_is_told_as_the_one_that_did() -> None:
    plan, _ = _planned("a man shoots a free throw", 4.0)
    backend = PhysicsBackend()
    board = backend.draft(Spec("a man shoots a free throw and it goes in", 4.0)).storyboard
    missed = replace(plan[0], motion=replace(plan[0].motion, outcome="misses", outcome_met=False))
    told = untold_of(board, (missed,))
    assert told
    assert all((one.fate, one.by) == ("approximated", "misses") for one in told)
