"""Worlds that begin in a muddle neither hang nor fly apart."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.backend import SimulationUnstable
from render_cluster.backends.physics.dynamics.simulate import simulate
from render_cluster.backends.physics.dynamics.world import World
from render_cluster.backends.physics.scene import Body, Move
from tests.render_cluster.physics.dynamics.staged import FPS, ball, person, staged

SOFA = Body("sofa", "sofa", "cloth", (2.0, 0.9, 0.85), 48.0, (0.0, 0.0, 0.425))


def test_who_begins_on_a_sofa_sits_still():
    sitter = person(Move("sit", 0.0, 1.0, thing="sofa"), position_m=(0.0, -0.1, 0.0))
    motion = simulate(staged([sitter], [SOFA], duration_s=1.0), FPS)
    pelvis = motion.skins["ann"][:, 0, :3, 3]
    assert np.abs(np.diff(pelvis, axis=0)).max() < 0.03
    assert np.ptp(motion.poses["sofa"][:, :3], axis=0).max() < 0.02


def test_two_people_on_one_spot_part_without_a_blow():
    both = [person(name=name) for name in ("ann", "bo")]
    motion = simulate(staged(both, duration_s=1.0), FPS)
    steps = [np.diff(motion.skins[name][:, 0, :3, 3], axis=0) for name in ("ann", "bo")]
    assert max(np.abs(step).max() for step in steps) * FPS < 5.0


def test_a_ball_within_the_ground_rises_gently():
    motion = simulate(staged(bodies=[ball((0.0, 0.0, -0.05))], duration_s=1.0), FPS)
    assert motion.poses["ball"][:, 2].max() < 0.5


def test_who_begins_behind_the_wall_of_a_room_stays_there():
    motion = simulate(staged([person(position_m=(0.0, 30.0, 0.0))], setting="kitchen", duration_s=0.5), FPS)
    assert np.abs(motion.skins["ann"][:, 0, 1, 3] - motion.skins["ann"][0, 0, 1, 3]).max() < 0.3


def test_a_world_with_speeds_that_are_none_stops():
    world = World(staged(bodies=[ball((0.0, 0.0, 1.0))]), [], 1.0 / 480.0)
    world.data.qvel[0] = np.nan
    with pytest.raises(SimulationUnstable):
        world.step()


def test_two_who_want_one_thing_do_not_tear_at_it():
    move = Move("hold", 0.0, 1.0, thing="ball")
    both = [person(move, name=name, position_m=(x, 0.0, 0.0)) for name, x in (("ann", -0.3), ("bo", 0.3))]
    motion = simulate(staged(both, [ball((0.0, -0.3, 1.1))], duration_s=1.0), FPS)
    assert np.abs(np.diff(motion.poses["ball"][:, :3], axis=0)).max() * FPS < 6.0


def test_full_hands_take_no_more():
    balls = [msgspec.structs.replace(ball((0.1 * i, -0.3, 1.1)), name=f"ball_{i}") for i in range(6)]
    takes = [Move("hold", 0.0, 1.0, thing=one.name) for one in balls]
    motion = simulate(staged([person(*takes)], balls, duration_s=0.5), FPS)
    fell = [motion.poses[one.name][-1, 2] < motion.poses[one.name][0, 2] - 0.3 for one in balls]
    assert sum(fell) >= 2
