"""People act in the world: where they get to, what they touch, when they fall, and that feet hold the ground."""

import numpy as np
import pytest

from render_cluster.backends.physics.acting import PERSON_VERBS
from render_cluster.backends.physics.dynamics.simulate import TRIES_MAX, simulate
from render_cluster.backends.physics.scene import Body, Move
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES
from tests.render_cluster.physics.dynamics.staged import FPS, ball, person, staged


def _joint_m(motion, bone, name="ann"):
    """The head of a bone in each frame."""
    head = np.append(BONES[BONE_INDEX[bone]].head, 1.0)
    return (motion.skins[name][:, BONE_INDEX[bone]] @ head)[:, :3]


def test_someone_who_stands_stays_put_and_breathes():
    motion = simulate(staged([person()], duration_s=2.0), FPS)
    feet = np.stack([_joint_m(motion, bone) for bone in ("foot_l", "foot_r")])
    assert np.ptp(feet, axis=1).max() < 0.005
    assert 1e-4 < np.ptp(_joint_m(motion, "head"), axis=0).max() < 0.08


def test_a_walker_gets_there_and_feet_do_not_slide_while_they_bear_weight():
    walk = Move("walk", 0.0, 4.0, toward_m=(0.6, -3.0, 0.0))
    motion = simulate(staged([person(walk)], duration_s=4.0), FPS)
    pelvis = _joint_m(motion, "pelvis")
    assert np.linalg.norm(pelvis[-1, :2] - (0.6, -3.0)) < 0.25
    assert motion.outcome == ""
    for bone in ("foot_l", "foot_r"):
        foot = _joint_m(motion, bone)
        steps = np.linalg.norm(np.diff(foot[:, :2], axis=0), axis=1)
        flat = (foot[:-1, 2] < 0.075) & (foot[1:, 2] < 0.075)
        assert flat.sum() > 20
        assert np.median(steps[flat]) * FPS < 0.08


def test_a_walker_stops_before_a_wall():
    wall = Body("wall", "box", "stone", (6.0, 0.3, 2.0), 0.0, (0.0, -2.0, 1.0))
    motion = simulate(
        staged([person(Move("walk", 0.0, 3.0, toward_m=(0.0, -6.0, 0.0)))], [wall], duration_s=3.0), FPS
    )
    assert _joint_m(motion, "pelvis")[:, 1].min() > -1.75
    assert motion.outcome == ""


@pytest.mark.parametrize("wish", ["falls", "recovers"])
def test_a_shove_is_found_that_ends_as_wished(wish):
    verb = {"falls": "fall", "recovers": "wobble"}[wish]
    motion = simulate(staged([person(Move(verb, 0.0, 3.0, outcome=wish))], duration_s=3.0), FPS)
    assert motion.outcome == wish
    assert motion.causes["ann.shove_n"] > 0.0
    assert 1 <= motion.causes["tries_count"] <= TRIES_MAX
    low = _joint_m(motion, "head")[-1, 2]
    assert low < 0.7 if wish == "falls" else low > 1.3


def test_a_throw_goes_into_the_hoop_without_a_hand_after_release():
    hoop = Body("hoop", "hoop_rim", "metal", (0.48, 0.48, 0.02), 0.0, (0.0, -4.0, 3.05))
    throw = Move("throw", 0.0, 3.0, toward_m=(0.0, -4.0, 3.05), thing="ball", outcome="goes_in")
    motion = simulate(staged([person(throw)], [ball((-0.3, -0.3, 1.1)), hoop], duration_s=3.0), FPS)
    assert motion.outcome == "goes_in"
    flight = motion.poses["ball"][24:34, 2]
    assert np.diff(flight, 2) * FPS**2 == pytest.approx(-9.81, rel=0.01)


def test_a_kick_meets_the_ball_with_the_foot():
    kick = Move("kick", 0.0, 3.5, toward_m=(0.0, -8.0, 0.2), thing="ball")
    motion = simulate(staged([person(kick)], [ball((0.0, -1.3, 0.11))], duration_s=3.5), FPS)
    hits = [c for c in motion.contacts if {c.body_a, c.body_b} == {"ann.foot_r", "ball"}]
    assert hits
    assert motion.poses["ball"][-1, 1] < -2.5
    assert motion.outcome != "falls"


def test_a_catcher_holds_what_was_thrown_at_them():
    thrown = ball((0.0, -4.0, 1.3), velocity_mps=(0.0, 6.5, 3.0))
    motion = simulate(staged([person(Move("catch", 0.0, 2.0, thing="ball"))], [thrown], duration_s=1.9), FPS)
    away = motion.poses["ball"][-6:, :3] - _joint_m(motion, "forearm_r")[-6:]
    assert np.linalg.norm(away, axis=1).max() < 0.9
    assert motion.poses["ball"][-6:, 2].min() > 0.7


def test_whoever_sits_from_the_start_sits_on_the_seat():
    box = Body("seat", "box", "wood", (0.5, 0.5, 0.45), 12.0, (0.3, -0.4, 0.225))
    motion = simulate(staged([person(Move("sit", 0.0, 1.0, thing="seat"))], [box], duration_s=1.0), FPS)
    pelvis = _joint_m(motion, "pelvis")
    assert np.linalg.norm(pelvis[:, :2] - (0.3, -0.4), axis=1).max() < 0.2
    assert 0.5 < pelvis[-1, 2] < 0.65


def test_a_rider_who_wobbles_stays_on_the_board():
    board = Body(
        "board",
        "skateboard",
        "wood",
        (0.21, 0.80, 0.13),
        2.6,
        (0.0, 0.0, 0.065),
        velocity_mps=(0.0, -2.4, 0.0),
    )
    ride = Move("ride", 0.0, 3.0, thing="board")
    motion = simulate(staged([person(ride)], [board], duration_s=2.0), FPS)
    assert motion.poses["board"][-1, 1] < -3.5
    assert np.linalg.norm(_joint_m(motion, "pelvis")[-1, :2] - motion.poses["board"][-1, :2]) < 0.3


def test_a_jump_leaves_the_ground_and_comes_back():
    motion = simulate(staged([person(Move("jump", 0.0, 1.6))], duration_s=1.6), FPS)
    low = np.minimum(_joint_m(motion, "foot_l")[:, 2], _joint_m(motion, "foot_r")[:, 2])
    assert low.max() > 0.15
    assert low[-1] < 0.1
    assert motion.outcome == ""


def test_a_child_is_the_same_body_made_small():
    motion = simulate(staged([person(height_m=1.1)], duration_s=0.5), FPS)
    assert _joint_m(motion, "head")[-1, 2] == pytest.approx(1.49 * 1.1 / 1.76, abs=0.05)
    turn = motion.skins["ann"][-1, 0, :3, :3]
    assert np.linalg.det(turn) ** (1.0 / 3.0) == pytest.approx(1.1 / 1.76, rel=1e-4)


def test_energy_comes_only_from_muscles():
    motion = simulate(staged([person(Move("walk", 0.2, 3.0))], duration_s=2.0), FPS)
    unstated = [sample.kinetic_j + sample.potential_j - sample.work_j for sample in motion.energy]
    assert max(np.array(unstated) - np.minimum.accumulate(unstated)) < 12.0


def test_the_same_seed_is_the_same_motion_to_the_byte():
    scene = staged([person(Move("dance", 0.0, 1.0))], [ball((1.0, 0.0, 1.0))], duration_s=1.0)
    first, second = simulate(scene, FPS), simulate(scene, FPS)
    assert first.skins["ann"].tobytes() == second.skins["ann"].tobytes()
    assert first.poses["ball"].tobytes() == second.poses["ball"].tobytes()
    assert first.contacts == second.contacts


@pytest.mark.parametrize(
    "verb",
    [
        pytest.param(verb, marks=() if index % 4 == 0 else pytest.mark.slow)
        for index, verb in enumerate(PERSON_VERBS)
    ],
)
def test_every_verb_moves_without_fault(verb):
    scene = staged([person(Move(verb, 0.1, 0.9))], duration_s=0.4)
    motion = simulate(scene, 12)
    motion.check()
    assert motion.skins["ann"].shape == (5, len(BONES), 4, 4)


@pytest.mark.slow
@pytest.mark.parametrize("verb", PERSON_VERBS)
def test_nobody_falls_unasked(verb):
    motion = simulate(staged([person(Move(verb, 0.2, 4.0))], duration_s=4.0), FPS)
    assert motion.outcome != "falls" or verb == "fall"
