"""The physics backend from a sentence to a file: what the receipt says can be seen and heard in it."""

import json

import av
import numpy as np
import pytest

from render_cluster.backends.backend import SAMPLE_RATE_HZ, Spec
from render_cluster.backends.physics.backend import PhysicsBackend
from render_cluster.crew import LocalCrew
from render_cluster.job import Rendered
from render_cluster.render import render

WINDOW = SAMPLE_RATE_HZ // 50
SPEC = Spec("a basketball bounces off the rim", duration_s=2.5, width_px=128, height_px=72, seed=3)


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    """The sound of a small clip, and its receipt."""
    folder = tmp_path_factory.mktemp("clip")
    rendered = [
        step for step in render(SPEC, LocalCrew(PhysicsBackend()), folder) if isinstance(step, Rendered)
    ]
    with av.open(rendered[0].video_path) as container:
        sound = np.concatenate([part.to_ndarray() for part in container.decode(audio=0)], axis=1)
    with open(rendered[0].receipt_path) as receipt:
        return sound.mean(axis=0), json.load(receipt)


def test_every_onset_of_the_receipt_is_a_contact_of_it(clip):
    _, receipt = clip
    shot = receipt["account"]["shots"][0]
    contacts = {(round(c["time_s"], 6), c["body_a"], c["body_b"]) for c in shot["contacts"]}
    onsets = receipt["account"]["onsets"]
    assert onsets
    assert all((o["time_s"], o["body_a"], o["body_b"]) in contacts for o in onsets)


def test_the_ball_is_heard_when_it_hits_the_rim(clip):
    sound, receipt = clip
    onsets = receipt["account"]["onsets"]
    rim = [o for o in onsets if "rim" in (o["body_a"] + o["body_b"])]
    assert rim, "the ball hits the rim"
    start = round(rim[0]["time_s"] * SAMPLE_RATE_HZ)
    before, after = sound[start - WINDOW : start - 240], sound[start : start + WINDOW]
    assert np.abs(after).max() > 3 * np.abs(before).max()


def test_the_receipt_accounts_for_the_outcome_and_the_energy(clip):
    _, receipt = clip
    shot = receipt["account"]["shots"][0]
    assert shot["outcome"] == "bounces_off"
    assert len(shot["energy"]) == receipt["frames_count"] == SPEC.frames_count
    assert receipt["versions"].keys() >= {"rapier3d", "mujoco"}


def test_shots_simulated_apart_make_the_plan_that_they_make_together():
    spec = Spec(
        "a cup falls off a table. cut to a ball that rolls on a lawn", 2.0, width_px=128, height_px=72
    )
    backend = PhysicsBackend()
    draft = backend.draft(spec)
    shots_count = len(draft.storyboard.shots)
    assert shots_count > 1

    def plan(shots):
        steps = backend.simulate(spec, draft, shots)
        while True:
            try:
                next(steps)
            except StopIteration as ended:
                return ended.value

    apart = tuple(plan(range(shot, shot + 1))[0] for shot in range(shots_count))
    assert backend.account(spec, draft, apart) == backend.account(spec, draft, plan(None))
    keys = [piece.key for piece in backend.pieces(spec, draft, apart)]
    assert keys == [piece.key for piece in backend.pieces(spec, draft, plan(None))]
