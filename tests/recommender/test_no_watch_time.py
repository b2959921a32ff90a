"""Nothing that a ranker can read says how long anybody watched."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from typing import get_args, get_type_hints

import msgspec
import numpy as np

from domain.ids import PersonId
from projections.views.feed_candidates import FEED_CANDIDATES
from recommender.seen_clips import SeenClips
from recommender.slate import Candidate, Query
from tests.recommender.candidates import BEN

# Every number that a stage can read, by hand: one that is added must be added here, and answered for.
NUMBERS_OF_RANKERS = {
    ("Candidate", "published_position"),
    ("Candidate", "inspired_makers_count"),
    ("Candidate", "reporters_count"),
    ("Candidate", "duration_s"),  # the clip's own length, from its file
    ("Weights", "match"),
    ("Weights", "fact"),
    ("Weights", "friend"),
    ("Weights", "inspiration"),
    ("Weights", "freshness"),
    ("Recipe", "unknown_every_items"),
    ("Policy", "freshness_half_life_h"),
    ("Policy", "inspiration_full_makers_count"),
    ("Policy", "near_duplicate_cosine"),
    ("Policy", "same_topic_cosine"),
    ("Policy", "quarantine_reporters_count"),
    ("Policy", "slate_items_max"),
    ("Policy", "source_clips_max"),
    ("Policy", "more"),
    ("Policy", "less"),
    ("ActiveRule", "number"),
    ("Length", "min_s"),
    ("Length", "max_s"),
    ("Age", "max_h"),
}
MEASURES = (int, float, complex, timedelta, np.ndarray)


def leaves(struct: type[msgspec.Struct]) -> Iterator[tuple[str, str, type]]:
    """Each plain type below a struct, with the struct and the field that hold it."""
    for field, hint in get_type_hints(struct).items():
        for leaf in _parts(hint):
            if isinstance(leaf, type) and issubclass(leaf, msgspec.Struct):
                yield from leaves(leaf)
            else:
                yield struct.__name__, field, leaf


def _parts(hint: object) -> Iterator[object]:
    inner = get_args(hint)
    if not inner:
        yield getattr(hint, "__supertype__", hint)
    for part in inner:
        yield from _parts(part)


def test_the_numbers_that_stages_read_are_these_and_none_is_a_time_watched():
    found = {
        (struct, field)
        for root in (Query, Candidate)
        for struct, field, leaf in leaves(root)
        if isinstance(leaf, type) and issubclass(leaf, MEASURES) and leaf is not bool
    }
    assert found == NUMBERS_OF_RANKERS


def test_the_walk_would_find_one():
    class Watched(msgspec.Struct):
        watched_s: float | None

    class Smuggler(msgspec.Struct):
        watched: tuple[Watched, ...]

    assert ("Watched", "watched_s", float) in set(leaves(Smuggler))


def test_the_record_of_seen_clips_has_no_column_for_it(tmp_path):
    SeenClips(tmp_path / "seen.sqlite").record(PersonId(BEN), [])
    connection = sqlite3.connect(tmp_path / "seen.sqlite")
    columns = {row[1] for row in connection.execute("PRAGMA table_info(seen)")}
    assert columns == {"place", "person_id", "clip_id"}


def test_the_view_of_candidates_has_no_column_for_it():
    connection = sqlite3.connect(":memory:")
    connection.executescript(FEED_CANDIDATES.schema)
    columns = {
        (name, kind)
        for _, name, kind, *_ in connection.execute("PRAGMA table_info(feed_candidates)")
        if kind != "TEXT"
    }
    assert columns == {
        ("published_position", "INTEGER"),
        ("withdrawn", "INTEGER"),
        ("duration_s", "REAL"),
        ("captioned", "INTEGER"),
        ("music", "INTEGER"),
    }
