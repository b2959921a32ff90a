"""The one world: contacts by name, breaking, water, holds, slow motion."""

import numpy as np
import pytest

from render_cluster.backends.physics.dynamics.simulate import simulate
from render_cluster.backends.physics.dynamics.world import World
from render_cluster.backends.physics.scene import Body, Wave
from tests.render_cluster.physics.dynamics.staged import FPS, ball, staged


def test_the_impulse_of_a_bounce_is_the_change_of_momentum():
    world = World(staged(bodies=(ball((0.0, 0.0, 1.11)),)), (), 1.0 / 480.0)
    while not world.contacts() and world.time_s < 1.0:
        world.step()
    (contact,) = world.contacts()
    assert {contact.body_a, contact.body_b} == {"ball", "ground"}
    after = float(world.velocity("ball")[2])
    assert contact.impulse_ns == pytest.approx(0.43 * (contact.speed_mps + after), rel=0.01)


def test_things_fall_slower_on_the_moon():
    fallen = {}
    for setting in ("plaza", "moon"):
        motion = simulate(staged(bodies=(ball((0.0, 0.0, 5.0)),), setting=setting, duration_s=0.5), FPS)
        fallen[setting] = float(motion.poses["ball"][0, 2] - motion.poses["ball"][-1, 2])
    assert fallen["moon"] / fallen["plaza"] == pytest.approx(1.62 / 9.81, rel=1e-3)


def test_a_breakable_thing_gives_way_to_its_pieces():
    vase = Body("vase", "vase", "glass", (0.2, 0.2, 0.3), 1.2, (0.0, 0.0, 1.5), breaks_at_ns=2.0)
    motion = simulate(staged(bodies=(vase,), duration_s=1.0), FPS)
    pieces = [name for name in motion.poses if name.startswith("vase/")]
    assert motion.outcome == "shatters"
    assert len(pieces) >= 4
    there = motion.shown["vase"]
    assert there[0]
    assert not there[-1]
    assert all((motion.shown[piece] == ~there).all() for piece in pieces)
    assert all(motion.poses[piece][-1, 2] < 1.0 for piece in pieces)


def test_a_vase_set_down_gently_stays_whole():
    vase = Body("vase", "vase", "glass", (0.2, 0.2, 0.3), 1.2, (0.0, 0.0, 0.151), breaks_at_ns=2.0)
    motion = simulate(staged(bodies=(vase,), duration_s=0.5), FPS)
    assert motion.outcome == ""
    assert "vase" not in motion.shown


def test_wood_floats_and_stone_sinks_with_a_splash():
    things = (
        Body("log", "box", "wood", (0.4, 0.4, 0.4), 30.0, (0.0, 0.0, 0.6)),
        Body("rock", "sphere", "stone", (0.4, 0.4, 0.4), 60.0, (2.0, 0.0, 0.6)),
    )
    waves = (Wave(0.03, 3.0, (1.0, 0.0), 0.0),)
    motion = simulate(staged(bodies=things, setting="lake", waves=waves), FPS)
    assert abs(motion.poses["log"][-1, 2]) < 0.3
    assert motion.poses["rock"][-1, 2] < -1.0
    wet = {contact.body_a for contact in motion.contacts if contact.body_b == "water"}
    assert wet == {"log", "rock"}


def test_a_push_moves_a_thing_and_its_work_is_accounted():
    crate = Body(
        "crate", "box", "wood", (0.5,) * 3, 10.0, (0.0, 0.0, 0.25), push_n=(120.0, 0.0, 0.0), push_s=0.5
    )
    motion = simulate(staged(bodies=(crate,), duration_s=1.0), FPS)
    assert motion.poses["crate"][-1, 0] > 0.3
    whole = [sample.kinetic_j + sample.potential_j - sample.work_j for sample in motion.energy]
    assert motion.energy[-1].work_j > 10.0
    assert max(np.diff(whole)) < 0.5


def test_a_hung_thing_swings_on_its_rope_and_keeps_its_length():
    bob = Body("bob", "sphere", "metal", (0.2,) * 3, 5.0, (1.0, 0.0, 2.0), hangs_from_m=(0.0, 0.0, 3.0))
    motion = simulate(staged(bodies=(bob,)), FPS)
    away = motion.poses["bob"][:, :3] - np.array([0.0, 0.0, 3.0])
    assert np.linalg.norm(away, axis=1) == pytest.approx(2.0**0.5, rel=1e-4)
    assert motion.poses["bob"][:, 0].min() < -0.8
    assert motion.meshes["bob/rope"].shape == (motion.frames_count, 12, 3)


def test_slow_motion_shows_the_same_world_in_more_frames():
    quick = simulate(staged(bodies=(ball((0.0, 0.0, 5.0)),), duration_s=0.5), FPS)
    slow = simulate(staged(bodies=(ball((0.0, 0.0, 5.0)),), duration_s=0.5, pace=0.5), FPS)
    assert slow.frames_count == 2 * quick.frames_count
    assert slow.poses["ball"][::2] == pytest.approx(quick.poses["ball"], abs=1e-6)
