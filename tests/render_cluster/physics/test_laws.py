"""The solver obeys the closed forms of mechanics, and a keyframed fake does not."""

import math

import numpy as np
import pytest

from render_cluster.backends.physics import laws
from render_cluster.backends.physics.dynamics import laws_scenes

FPS = 24


def _eased(count):
    u = np.linspace(0.0, 1.0, count)
    return u * u * (3.0 - 2.0 * u)


def test_the_world_keeps_every_law():
    errors = laws_scenes.measure()
    assert len({error.law for error in errors}) == len(errors) == 14
    assert [error for error in errors if not error.holds] == []


def test_a_keyframed_ball_fails_the_parabola():
    start, top, end = np.array([0.0, 0.0, 2.0]), np.array([0.0, 2.0, 4.4]), np.array([0.0, 4.0, 3.0])
    eased = _eased(25)[:, None]
    places = (1 - eased) ** 2 * start + 2 * eased * (1 - eased) * top + eased**2 * end
    velocity = (places[1] - places[0]) * FPS
    assert laws.parabola_error(np.arange(25) / FPS, places, velocity) > 1e-2


def test_a_keyframed_bounce_fails_unless_it_knows_the_material():
    assert laws.bounce_error(drop_m=2.0, rise_m=1.0, restitution=0.84) > 1e-2


def test_a_keyframed_swing_fails_the_pendulum():
    # An animator's swing: eased from side to side, a second each way, whatever the length of the rod.
    swing = np.concatenate([0.12 - 0.24 * _eased(25), -0.12 + 0.24 * _eased(25)[1:]])
    angles = np.concatenate([swing, swing[1:], swing[1:]])
    period = laws.period_s(np.arange(len(angles)) / FPS, np.sin(angles))
    assert laws.pendulum_error(period, length_m=0.7, radius_m=0.12, swing_rad=0.12) > 1e-3


def test_a_keyframed_pass_of_momentum_fails():
    # The struck ball simply takes over the speed of the other, though it weighs more.
    before, after = np.array([1.0 * 4.0, 0.0]), np.array([2.5 * 4.0, 0.0])
    assert laws.momentum_error(before, after, 4.0) > 1e-6


def test_a_ball_keyframed_to_bounce_as_high_as_it_fell_gains_energy_on_the_way_up():
    heights = np.concatenate([2.0 - 1.9 * _eased(13), 0.1 + 1.9 * _eased(13)])
    speeds = np.gradient(heights) * FPS
    kinetic, potential = 0.5 * speeds**2, laws.GRAVITY_MPS2 * heights
    assert laws.energy_gain_j(kinetic, potential) / (kinetic[0] + potential[0]) > 1e-3


def test_the_exact_values_are_those_of_the_textbook():
    assert laws.slide_error(9.0 / (2.0 * 0.5 * 9.81), 3.0, 0.5) < 1e-12
    assert laws.roll_error(5.0 / 14.0 * 9.81 * 0.5, math.radians(30.0), 1.0) < 1e-12
    assert laws.spring_error(2.0 * math.pi, 2.0, 2.0) < 1e-12
    assert laws.topple_error(math.pi / 4.0, 1.0, 1.0) < 1e-12


def test_a_track_without_a_whole_swing_has_no_period():
    with pytest.raises(ValueError, match="no period"):
        laws.period_s(np.arange(3.0), np.array([1.0, 0.5, 0.2]))
