"""The selector varies makers, leaves out near-duplicates and gives strangers their share."""

import msgspec
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recommender.index import ClipIndex
from recommender.policy import POLICY
from recommender.selector import Selector
from recommender.slate import Removed
from tests.recommender.candidates import BEN, CLEO, DINO, PEOPLE, candidate, query, scored, unit

all_scored = st.lists(
    st.builds(
        scored,
        st.integers(1, 300),
        st.integers(0, 10),
        st.sampled_from(PEOPLE),
        inspired_makers_count=st.integers(0, 1),
    ),
    unique_by=lambda made: made.candidate.clip_id,
    max_size=40,
)


def makers(chosen):
    """The makers in their order."""
    return [made.candidate.maker_id for made in chosen]


@given(all_scored, st.frozensets(st.sampled_from(PEOPLE)))
def test_every_candidate_is_chosen_or_left_out_and_the_order_of_arrival_says_nothing(scored, following):
    asked = query(following=following)
    chosen, removed = Selector(ClipIndex()).select(asked, scored)
    ids = [made.candidate.clip_id for made in chosen] + [gone.clip_id for gone in removed]
    assert sorted(ids) == sorted(made.candidate.clip_id for made in scored)
    assert Selector(ClipIndex()).select(asked, scored[::-1]).chosen == chosen


@given(all_scored)
def test_no_maker_comes_twice_running_while_another_is_left(scored):
    order = makers(Selector(ClipIndex()).select(query(), scored).chosen)
    for place in range(1, len(order)):
        if order[place] == order[place - 1]:
            assert set(order[place:]) == {order[place]}


def test_the_better_comes_first_and_of_equals_the_newer():
    chosen = Selector(ClipIndex()).select(
        query(), [scored(1, 5, BEN), scored(2, 9, CLEO), scored(3, 5, DINO)]
    )
    assert makers(chosen.chosen) == [CLEO, DINO, BEN]


def near_duplicates():
    """An index of two clips that show the same and one that does not, and the three scored."""
    index = ClipIndex()
    index.add([candidate(number).clip_id for number in (1, 2, 3)], np.stack([unit(0), unit(0), unit(1)]))
    return index, [scored(1, 9, BEN), scored(2, 8, CLEO), scored(3, 7, DINO)]


def test_a_near_duplicate_is_left_out():
    index, clips = near_duplicates()
    chosen, removed = Selector(index).select(query(), clips)
    assert makers(chosen) == [BEN, DINO]
    assert removed == [Removed(candidate(2).clip_id, "near_duplicate")]


def test_a_friends_clip_is_never_left_out_as_a_near_duplicate():
    index, clips = near_duplicates()
    chosen = Selector(index).select(query(following=frozenset({CLEO})), clips).chosen
    assert makers(chosen) == [BEN, CLEO, DINO]


def test_every_tenth_place_goes_to_somebody_unknown():
    known = [
        scored(number, 1_000 + number, PEOPLE[number % 2], inspired_makers_count=1) for number in range(1, 31)
    ]
    unknown = [scored(100 + number, number, DINO) for number in range(5)]
    chosen = Selector(ClipIndex()).select(query(), known + unknown).chosen
    places = [place for place, maker_id in enumerate(makers(chosen[:30]), 1) if maker_id == DINO]
    assert places == [10, 20, 30]
    assert [place for place, made in enumerate(chosen[:30], 1) if made.introduced] == [10, 20, 30]


def test_what_does_not_fit_is_counted():
    small = msgspec.structs.replace(POLICY, slate_items_max=2)
    chosen, removed = Selector(ClipIndex()).select(
        query(policy=small), [scored(number, number) for number in range(1, 6)]
    )
    assert len(chosen) == 2
    assert {gone.because for gone in removed} == {"slate_full"}
    assert len(removed) == 3
