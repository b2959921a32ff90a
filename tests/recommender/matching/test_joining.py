"""Rules of the join: more of what is wanted is never worse, more of what is not is never better."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.matching.joining import join
from recommender.slate import MARK_FULL

MARK = st.floats(0.0, 1.0)
MARKS = st.lists(MARK, max_size=4)


def _joined(wanted: list[float], unwanted: list[float]) -> int:
    score = join([np.array([mark]) for mark in wanted], [np.array([mark]) for mark in unwanted])
    return int(score[0])


@given(MARKS, MARKS, MARK, MARK)
def test_a_better_mark_never_lowers_and_an_unwanted_one_never_raises(
    wanted: list[float], unwanted: list[float], one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert 0 <= _joined([*wanted, low], unwanted) <= _joined([*wanted, high], unwanted) <= MARK_FULL
    assert _joined(wanted, [*unwanted, high]) <= _joined(wanted, [*unwanted, low])


def test_one_wish_is_its_own_score() -> None:
    assert _joined([0.25], []) == MARK_FULL // 4


def test_no_marks_are_refused() -> None:
    with pytest.raises(ValueError, match="no marks"):
        join([], [])


def test_a_wish_that_is_more_than_met_makes_up_for_no_other() -> None:
    assert _joined([0.9999, 0.2], []) < _joined([0.8, 0.4], [])


def test_a_look_is_had_or_not_and_counts_in_full() -> None:
    wanted = [np.array([0.9999, 0.8]), np.array([0.2, 0.4])]
    assert np.diff(join(wanted, [], [True, False]))[0] < 0 < np.diff(join(wanted, []))[0]
