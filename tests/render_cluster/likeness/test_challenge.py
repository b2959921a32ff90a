"""A challenge asks for six different digits and for turns that show the depth of a face."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render_cluster.likeness.challenge import Challenge, make_challenge


@given(st.integers())
def test_a_challenge_has_six_different_digits_and_both_sideways_turns(seed):
    made = make_challenge(random.Random(seed))
    assert len(set(made.digits)) == 6
    assert {"left", "right"} < set(made.turns)
    assert len(set(made.turns)) == 3


def test_the_same_chance_makes_the_same_challenge():
    assert make_challenge(random.Random(3)) == make_challenge(random.Random(3))


@pytest.mark.parametrize("digits", ["11345", "112345", "12345", "12345a", "١٢٣٤٥٦"])
def test_digits_that_repeat_or_are_none_are_not_a_challenge(digits):
    with pytest.raises(ValueError, match="digits"):
        Challenge(digits, ("left",))


def test_a_turn_twice_in_a_row_is_not_a_challenge():
    with pytest.raises(ValueError, match="turns"):
        Challenge("123456", ("left", "left"))
