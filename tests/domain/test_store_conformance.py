"""Every recorder of the log passes the cases that the library ships, and what we ask beyond them."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from eventsourcing.dcb.api import DCBAppendCondition
from eventsourcing.dcb.persistence import DCBInfrastructureFactory
from eventsourcing.dcb.tests import DCBRecorderTestCase
from eventsourcing.persistence import IntegrityError, ProgrammingError

from domain.store import EVENT_BYTES_MAX, NAME_CHARS_MAX, QUERY_ITEMS_MAX, RAW_READ_ROWS_MAX, Append
from domain.store_sqlite import SQLiteRecorder
from tests.domain.log_shapes import event, positions, query, unless

SHIPPED_CASES = [name for name in dir(DCBRecorderTestCase) if name.startswith("_test_")]


@pytest.fixture(params=["sqlite"])
def recorder(tmp_path: Path) -> Iterator[SQLiteRecorder]:
    """An empty log of each kind."""
    with contextlib.closing(SQLiteRecorder(tmp_path / "log.db")) as opened:
        yield opened


def test_the_library_ships_cases() -> None:
    assert len(SHIPPED_CASES) >= 2


@pytest.mark.parametrize("case", SHIPPED_CASES)
def test_shipped_case_passes(case: str, recorder: SQLiteRecorder) -> None:
    getattr(DCBRecorderTestCase(), case)(recorder)


def test_the_library_can_open_it(tmp_path: Path) -> None:
    environment = {"PERSISTENCE_MODULE": "domain.store_sqlite", "SQLITE_DBNAME": str(tmp_path / "log.db")}
    factory = DCBInfrastructureFactory.construct(environment)
    with contextlib.closing(factory):
        assert factory.dcb_recorder().append([event()]) == 1


def test_refused_and_invalid_appends_leave_no_gap(recorder: SQLiteRecorder) -> None:
    assert recorder.append([event("a.v1", "tag-1")]) == 1
    for _ in range(3):
        with pytest.raises(IntegrityError):
            recorder.append([event("a.v1", "tag-1")], unless("tag-1"))
    assert recorder.append([event("a.v1", "tag-1"), event("b.v1")]) == 3
    assert positions(recorder) == [1, 2, 3]


def test_a_group_is_judged_in_order(recorder: SQLiteRecorder) -> None:
    outcomes = recorder.append_group(
        [
            Append([event("taken.v1", "seat-1")], unless("seat-1")),
            Append([event("taken.v1", "seat-1")], unless("seat-1")),
            Append([event("taken.v1", "seat-2")], unless("seat-2", types=("taken.v1",))),
            Append([event("freed.v1", "seat-1")], unless("seat-1", after=1)),
            Append([event("taken.v1", "seat-1")], unless("seat-1", after=1)),
            Append([event("counted.v1")], DCBAppendCondition(after=3)),
            Append([event("counted.v1")], DCBAppendCondition()),
        ]
    )
    kinds = [type(outcome) if isinstance(outcome, Exception) else outcome for outcome in outcomes]
    assert kinds == [1, IntegrityError, 2, 3, IntegrityError, 4, IntegrityError]
    assert positions(recorder) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "bad",
    [
        Append([]),
        Append([event(), event(data=b"x" * (EVENT_BYTES_MAX + 1))]),
        Append([event(), event("")]),
        Append([event(), event("a.v1", "")]),
        Append([event(), event("a.v1", "two\x1ftags")]),
        Append([event(), event("a.v1", "\ud800")]),
        Append([event(), event("a.v1", "t" * (NAME_CHARS_MAX + 1))]),
        Append([event(), event("a.v1", *(f"tag-{n}" for n in range(65)))]),
        Append([event(), event("a.v1", 7)]),
        Append([event(), event(data="text")]),
        Append([event()], unless("\ud800")),
        Append([event()], unless("tag-1", after=-1)),
        Append([event()], unless("tag-1", after=1 << 63)),
        Append([event()], DCBAppendCondition(query(*[((), ("tag-1",))] * (QUERY_ITEMS_MAX + 1)))),
    ],
)
def test_an_invalid_append_spoils_nothing_but_itself(recorder: SQLiteRecorder, bad: Append) -> None:
    before, refused, after = recorder.append_group([Append([event()]), bad, Append([event(), event()])])
    assert isinstance(refused, ProgrammingError)
    assert (before, after) == (1, 3)
    assert positions(recorder) == [1, 2, 3]


def test_tags_come_back_in_order_and_as_often_as_given(recorder: SQLiteRecorder) -> None:
    recorder.append([event("a.v1", "zebra", "ape", "zebra"), event("b.v1")])
    assert [row.event.tags for row in recorder.read()] == [["zebra", "ape", "zebra"], []]


def test_raw_rows_follow_a_position(recorder: SQLiteRecorder) -> None:
    recorder.append([event(f"n{number}.v1", data=bytes([number])) for number in range(1, 6)])
    second, third, fourth = ((n, f"n{n}.v1", bytes([n])) for n in (2, 3, 4))
    assert recorder.read_raw(after=1, limit=2) == [second, third]
    assert recorder.read_raw(1, 3, frozenset(["n5.v1", "n4.v1", "n2.v1"])) == [second, fourth]
    assert recorder.read_raw(0, 5, frozenset()) == []
    assert recorder.read_raw(after=5, limit=2) == []
    assert recorder.head() == 5
    with pytest.raises(ProgrammingError):
        recorder.read_raw(after=0, limit=RAW_READ_ROWS_MAX + 1)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([(("a.v1",), ())], [1, 3]),
        ([((), ("x",))], [1, 2]),
        ([((), ("x", "y"))], [2]),
        ([((), ("x",)), (("c.v1", "a.v1"), ())], [1, 2, 3, 4]),
        ([((), ("x",)), ((), ())], [1, 2, 3, 4]),
        ([], [1, 2, 3, 4]),
    ],
)
def test_a_limited_query_reads_on_where_it_stopped(
    recorder: SQLiteRecorder, items: list, expected: list[int]
) -> None:
    recorder.append([event("a.v1", "x"), event("b.v1", "x", "y"), event("a.v1", "y"), event("c.v1")])
    seen: list[int] = []
    while rows := list(recorder.read(query(*items), after=seen[-1] if seen else 0, limit=1)):
        seen += [row.position for row in rows]
    assert seen == expected


def test_a_subscription_sees_what_another_recorder_writes(recorder: SQLiteRecorder, tmp_path: Path) -> None:
    with (
        contextlib.closing(SQLiteRecorder(tmp_path / "log.db")) as other,
        recorder.subscribe(query((("b.v1",), ()), (("c.v1",), ()))) as subscription,
    ):
        other.append([event("a.v1"), event("b.v1")])
        assert next(subscription).position == 2
        other.append([event("c.v1")])
        assert next(subscription).position == 3


def test_closing_leaves_no_thread(tmp_path: Path) -> None:
    before = threading.active_count()
    recorder = SQLiteRecorder(tmp_path / "log.db")
    with recorder.subscribe() as subscription:
        recorder.append([event()])
        next(subscription)
    recorder.close()
    assert threading.active_count() == before
    assert not (tmp_path / "log.db-wal").exists()
