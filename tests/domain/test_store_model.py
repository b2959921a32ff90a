"""Whatever is appended and asked, the recorder answers as a plain list would."""

import contextlib
import tempfile
from pathlib import Path

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBQueryItem
from hypothesis import given
from hypothesis import strategies as st

from domain.store import Append
from domain.store_sqlite import SQLiteRecorder
from tests.domain.log_model import NaiveLog

TYPES = st.sampled_from(["a.v1", "b.v1", "c.v1"])
TAGS = st.sampled_from(["x", "y", "z", "w"])
ITEMS = st.builds(DCBQueryItem, st.lists(TYPES, max_size=2), st.lists(TAGS, max_size=3))
QUERIES = st.builds(DCBQuery, st.lists(ITEMS, max_size=3))
AFTER = st.none() | st.integers(0, 12)
EVENTS = st.builds(DCBEvent, TYPES, st.binary(max_size=3), st.lists(TAGS, max_size=3))
CONDITIONS = st.none() | st.builds(DCBAppendCondition, QUERIES, AFTER)
APPENDS = st.builds(Append, st.lists(EVENTS, min_size=1, max_size=3), CONDITIONS)
GROUPS = st.lists(APPENDS, min_size=1, max_size=5)


@given(
    # Which of two recorders writes each group: they stand for two processes on one file.
    groups=st.lists(st.tuples(st.booleans(), GROUPS), max_size=6),
    questions=st.lists(st.tuples(QUERIES, AFTER, st.none() | st.integers(0, 5)), max_size=5),
)
def test_recorder_equals_a_list(
    groups: list[tuple[bool, list[Append]]], questions: list[tuple[DCBQuery, int | None, int | None]]
) -> None:
    model = NaiveLog()
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.closing(SQLiteRecorder(Path(folder) / "log.db")) as first,
        contextlib.closing(SQLiteRecorder(Path(folder) / "log.db")) as second,
    ):
        for is_first, group in groups:
            outcomes = (first if is_first else second).append_group(group)
            expected = [model.append(append.events, append.condition) for append in group]
            assert [None if isinstance(outcome, Exception) else outcome for outcome in outcomes] == expected
        assert list(first.read()) == model.events
        for query, after, limit in questions:
            rows = model.read(query, after or 0)
            assert list(second.read(query, after=after, limit=limit)) == rows[:limit]
