"""What others made after a clip, or after any clip of a maker."""

import pytest

from domain.events import ClipWithdrawn
from projections.views.maker_inspiration import (
    INSPIRED_BY_CLIPS,
    INSPIRED_BY_MAKERS,
    MAKER_INSPIRATION,
    Inspiration,
    of_clips,
    of_makers,
)
from tests.projections.given import empty, given, published
from tests.projections.plans import full_scans

SOURCES = (published("clip-1", "ada"), published("clip-2", "ada"))
REMIXES = (
    published("remix-1", "ben", remix_of="clip-1"),
    published("remix-2", "ben", remix_of="clip-1"),
    published("remix-3", "cleo", remix_of="clip-1"),
    published("remix-4", "cleo", remix_of="clip-2"),
)


def test_remixes_and_their_makers_are_counted_by_clip_and_by_maker() -> None:
    view = given(MAKER_INSPIRATION, *SOURCES, *REMIXES)
    clips = of_clips(view, ["clip-1", "clip-2", "remix-1"])
    assert clips == {"clip-1": Inspiration(3, 2), "clip-2": Inspiration(1, 1)}
    assert of_makers(view, ["ada", "ben"]) == {"ada": Inspiration(4, 2)}


def test_a_remix_of_ones_own_inspires_nobody() -> None:
    view = given(MAKER_INSPIRATION, *SOURCES, published("remix-1", "ada", remix_of="clip-1"))
    assert of_clips(view, ["clip-1"]) == of_makers(view, ["ada"]) == {}


def test_a_withdrawn_remix_no_longer_counts() -> None:
    gone = ClipWithdrawn(clip_id="remix-4", maker_id="cleo", cause="maker")
    view = given(MAKER_INSPIRATION, *SOURCES, *REMIXES, gone)
    assert of_clips(view, ["clip-2"]) == {}
    assert of_makers(view, ["ada"]) == {"ada": Inspiration(3, 2)}


@pytest.mark.parametrize("query", [INSPIRED_BY_CLIPS, INSPIRED_BY_MAKERS])
def test_no_query_walks_the_whole_table(query: str) -> None:
    assert full_scans(empty(MAKER_INSPIRATION), query, ('["id"]',)) == []
