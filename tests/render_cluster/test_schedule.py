"""Work is shared out whole, in order, and so that all end together."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render_cluster.schedule import (
    CHUNK_FRAMES_MAX,
    CHUNK_FRAMES_MIN,
    WHOLE_FRAMES_MAX,
    chunks_of,
    shots_apart,
)

workers_counts = st.integers(1, 8)
durations = st.lists(st.integers(1, 20).map(float), min_size=1, max_size=7)


@given(st.lists(st.integers(1, 60), max_size=6), workers_counts)
def test_chunks_are_the_wanted_frames_in_order_and_none_crosses_a_cut(
    counts: list[int], workers_count: int
) -> None:
    ends = list(itertools.accumulate(counts, initial=0))
    runs = [range(*pair) for pair in itertools.pairwise(ends)]
    chunks = chunks_of(runs, workers_count)
    assert [frame for chunk in chunks for frame in chunk] == [frame for run in runs for frame in run]
    assert all(any(chunk.start >= run.start and chunk.stop <= run.stop for run in runs) for chunk in chunks)
    assert all(1 <= len(chunk) <= WHOLE_FRAMES_MAX for chunk in chunks)


def test_a_long_run_begins_in_large_chunks_and_ends_in_small_ones() -> None:
    sizes = [len(chunk) for chunk in chunks_of([range(96)], 2)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == CHUNK_FRAMES_MAX
    assert sizes[-1] <= CHUNK_FRAMES_MIN


def test_short_shots_are_drawn_whole_as_long_as_all_have_enough_to_do() -> None:
    shots = [range(0, 24), range(24, 48), range(48, 72)]
    first, second, *rest = chunks_of(shots, 2)
    assert [first, second] == shots[:2]
    assert len(rest) > 1


@given(durations, workers_counts)
def test_shots_are_cut_so_that_the_longest_run_is_as_short_as_any_cut_makes_it(
    lengths_s: list[float], workers_count: int
) -> None:
    runs = shots_apart(lengths_s, workers_count)
    assert [shot for run in runs for shot in run] == list(range(len(lengths_s)))
    count = min(len(lengths_s), workers_count)
    assert len(runs) == count
    assert all(runs)

    def longest_s(cuts: tuple[int, ...]) -> float:
        ends = (0, *cuts, len(lengths_s))
        return max(sum(lengths_s[first:last]) for first, last in itertools.pairwise(ends))

    best_s = min(longest_s(cuts) for cuts in itertools.combinations(range(1, len(lengths_s)), count - 1))
    assert max(sum(lengths_s[shot] for shot in run) for run in runs) == best_s


@pytest.mark.parametrize("workers_count", [1, 2, 5])
def test_one_shot_is_simulated_by_one(workers_count: int) -> None:
    assert shots_apart([4.0], workers_count) == [range(1)]
