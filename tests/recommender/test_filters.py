"""Each filter parts its candidates, and says why it removed one."""

import pytest
from hypothesis import given

from domain.ids import country_id
from recommender.filters.blocked_filter import BlockedFilter
from recommender.filters.own_filter import OwnFilter
from recommender.filters.quarantine_filter import QuarantineFilter
from recommender.filters.region_filter import RegionFilter
from recommender.filters.seen_filter import SeenFilter
from recommender.filters.withdrawn_filter import WithdrawnFilter
from tests.recommender.candidates import ANA, BEN, CLEO, candidate, candidates, queries, query

FILTERS = [WithdrawnFilter(), BlockedFilter(), RegionFilter(), QuarantineFilter(), OwnFilter(), SeenFilter()]


@pytest.mark.parametrize("stage", FILTERS, ids=lambda stage: stage.name)
@given(queries, candidates)
def test_kept_and_removed_part_the_candidates(stage, query, candidates):
    parted = stage.part(query, candidates)
    removed_ids = {removed.clip_id for removed in parted.removed}
    assert parted.kept == [item for item in candidates if item.clip_id not in removed_ids]
    assert len(parted.kept) + len(parted.removed) == len(candidates)
    assert all(removed.because == stage.name for removed in parted.removed)


def kept_by(stage, query, *candidates):
    """Whether each candidate is kept."""
    kept = stage.part(query, candidates).kept
    return [candidate in kept for candidate in candidates]


def test_a_withdrawn_clip_is_removed():
    assert kept_by(WithdrawnFilter(), query(), candidate(1, withdrawn=True), candidate(2)) == [False, True]


def test_what_is_withheld_in_a_country_is_removed_for_its_people_and_for_those_of_none():
    withheld = candidate(1, withheld_in=frozenset({country_id("DE")}))
    asked = [query(country_id=country_id(code)) for code in ("DE", "FR")]
    assert [kept_by(RegionFilter(), each, withheld) for each in (*asked, query())] == [
        [False],
        [True],
        [False],
    ]


def test_clips_across_a_block_are_removed():
    blocked = query(blocked=frozenset({BEN}))
    assert kept_by(BlockedFilter(), blocked, candidate(1, BEN), candidate(2, CLEO)) == [False, True]


@pytest.mark.parametrize(
    ("age_band", "kept"), [("adult", [True, True, False]), ("teen", [True, False, False])]
)
def test_it_takes_fewer_reports_to_shield_a_teen(age_band, kept):
    reported = [candidate(number, reporters_count=number) for number in (0, 1, 3)]
    assert kept_by(QuarantineFilter(), query(age_band=age_band), *reported) == kept


def test_ones_own_clips_are_removed():
    assert kept_by(OwnFilter(), query(), candidate(1, ANA), candidate(2, BEN)) == [False, True]


def test_seen_clips_are_removed_unless_they_were_asked_for():
    seen = {"seen": frozenset({candidate(1).clip_id})}
    assert kept_by(SeenFilter(), query(**seen), candidate(1), candidate(2)) == [False, True]
    assert kept_by(SeenFilter(), query(ask="anything", **seen), candidate(1)) == [True]
