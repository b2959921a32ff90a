"""Which clips could stand in a feed, and what its stages must know of each."""

import pytest

from domain.events import ClipReleased, ClipReported, ClipWithdrawn, ClipWithheld, ReportDecided
from domain.ids import country_id
from projections.views.feed_candidates import (
    BY_ID,
    FEED_CANDIDATES,
    LATELY_REMIXED,
    NEWEST,
    NEWEST_BY_MAKERS,
    get_many,
    lately_remixed,
    newest,
    newest_by_makers,
    newest_in,
    standing_at,
    withheld_in,
)
from tests.projections.given import completed, empty, given, joined, published, shown, time_of
from tests.projections.plans import full_scans


def test_a_draft_is_no_candidate_and_a_published_clip_has_its_facts_as_words() -> None:
    view = given(FEED_CANDIDATES, *shown("clip-1", "ada"), completed("clip-2", "ada"))
    (clip,) = get_many(view, ["clip-1", "clip-2", "clip-3"]).values()
    assert (clip.clip_id, clip.maker_id, clip.withdrawn) == ("clip-1", "ada", False)
    assert clip.facts == ("cinematic", "ball hits rim", "court")
    assert (clip.published_position, clip.published_at) == (3, time_of(3))
    assert newest(view, 5) == ["clip-1"]


def test_a_withdrawn_clip_is_proposed_no_more_but_known_as_withdrawn() -> None:
    gone = ClipWithdrawn(clip_id="clip-1", maker_id="ada", cause="maker")
    view = given(FEED_CANDIDATES, *shown("clip-1", "ada"), *shown("clip-2", "ada"), gone)
    assert newest(view, 5) == newest_by_makers(view, ["ada"], 5) == ["clip-2"]
    assert get_many(view, ["clip-1"])["clip-1"].withdrawn


def test_a_clip_that_an_appeal_put_back_stands_but_stood_not_meanwhile() -> None:
    gone = ClipWithdrawn(clip_id="clip-1", maker_id="ada", cause="moderated")
    view = given(FEED_CANDIDATES, *shown("clip-1", "ada"), gone, published("clip-1", "ada"))
    assert newest(view, 5) == ["clip-1"]
    assert not get_many(view, ["clip-1"])["clip-1"].withdrawn
    assert (standing_at(view, 4), standing_at(view, 5)) == ([], ["clip-1"])


def test_the_newest_come_first_up_to_the_limit() -> None:
    view = given(FEED_CANDIDATES, *shown("clip-1", "ada"), *shown("clip-2", "ben"), *shown("clip-3", "ada"))
    assert newest(view, 2) == ["clip-3", "clip-2"]
    assert newest_by_makers(view, ["ada"], 5) == ["clip-3", "clip-1"]
    assert newest_by_makers(view, [], 5) == []


def test_people_who_report_are_counted_each_once() -> None:
    reports = [
        ClipReported(report_id=f"report-{number}", clip_id="clip-1", reporter_id=reporter, reason="spam")
        for number, reporter in enumerate(["ben", "ben", "cleo"])
    ]
    view = given(FEED_CANDIDATES, *shown("clip-1", "ada"), *reports)
    assert get_many(view, ["clip-1"])["clip-1"].reporters_count == 2


def reporters_count(*dismissed: int) -> int:
    """Ben reports twice, Cleo once; a reviewer dismisses some of these."""
    reports = (
        ClipReported(report_id=f"report-{number}", clip_id="clip-1", reporter_id=reporter, reason="spam")
        for number, reporter in enumerate(["ben", "ben", "cleo"])
    )
    words = (ReportDecided(f"report-{number}", "clip-1", "rae", withdrawn=False) for number in dismissed)
    view = given(FEED_CANDIDATES, *shown("clip-1", "ada"), *reports, *words)
    return get_many(view, ["clip-1"])["clip-1"].reporters_count


def test_whoever_was_told_that_a_clip_may_stay_counts_no_more() -> None:
    assert [reporters_count(), reporters_count(2), reporters_count(0), reporters_count(1, 2)] == [2, 1, 1, 0]


def test_a_report_for_which_a_clip_went_does_not_keep_it_back_once_an_appeal_put_it_back() -> None:
    report = ClipReported(report_id="report-1", clip_id="clip-1", reporter_id="ben", reason="spam")
    decided = ReportDecided("report-1", "clip-1", "rae", withdrawn=True)
    gone = ClipWithdrawn(clip_id="clip-1", maker_id="ada", cause="moderated")
    events = (*shown("clip-1", "ada"), report, decided, gone, published("clip-1", "ada"))
    assert get_many(given(FEED_CANDIDATES, *events), ["clip-1"])["clip-1"].reporters_count == 0


def test_lately_remixed_names_the_sources_of_others_remixes() -> None:
    view = given(
        FEED_CANDIDATES,
        *shown("clip-1", "ada"),
        *shown("clip-2", "ben"),
        *shown("own", "ada", remix_of="clip-1"),
        *shown("remix-1", "ben", remix_of="clip-1"),
        *shown("remix-2", "ada", remix_of="clip-2"),
    )
    assert lately_remixed(view, 9) == [("clip-2", "ben"), ("clip-1", "ada")]
    assert lately_remixed(view, 1) == [("clip-2", "ben")]


@pytest.mark.parametrize(
    ("query", "values"),
    [(BY_ID, ('["id"]',)), (NEWEST, (9,)), (NEWEST_BY_MAKERS, ('["id"]', 9)), (LATELY_REMIXED, (9,))],
)
def test_no_query_walks_the_whole_table(query: str, values: tuple) -> None:
    scans = full_scans(empty(FEED_CANDIDATES), query, values)
    # The remixes were found by their index, and no more of them than the limit.
    assert [step for step in scans if step != "SCAN remix"] == []


def test_what_is_withheld_in_a_country_is_so_until_it_is_released() -> None:
    germany, france = country_id("DE"), country_id("FR")
    events = (ClipWithheld("clip-1", germany, "rae"), ClipWithheld("clip-1", france, "rae"))
    view = given(FEED_CANDIDATES, *shown("clip-1", "ada"), *events, ClipReleased("clip-1", germany, "rae"))
    assert get_many(view, ["clip-1"])["clip-1"].withheld_in == {france}
    assert withheld_in(view, ["clip-1", "clip-2"]) == {"clip-1": (france,)}
    again = given(FEED_CANDIDATES, *shown("clip-1", "ada"), ClipReleased("clip-1", germany, "rae"), events[0])
    assert withheld_in(again, ["clip-1"]) == {"clip-1": (germany,)}


def test_a_clip_is_of_the_country_that_its_maker_joined_from() -> None:
    ada = joined("ada", "invite")
    view = given(FEED_CANDIDATES, ada, *shown("clip-1", "ada"), *shown("clip-2", "bob"))
    assert newest_in(view, ada.country_id, 5) == ["clip-1"]
    assert newest_in(view, country_id("ZZ"), 5) == []
