"""Many appends share a transaction, each gets its own answer, and none is answered before it is durable."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from eventsourcing.persistence import IntegrityError, ProgrammingError

from domain.group_commit import GroupCommit
from domain.store import Append, LogOverloaded, LogUnavailable, Outcome
from domain.store_sqlite import SQLiteRecorder
from tests.domain.log_shapes import event, positions, unless


class HeldRecorder(SQLiteRecorder):
    """Writes a group only when it is let, and can be told to fail; so a test knows what waits behind it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.groups: list[int] = []
        self.is_entered = threading.Semaphore(0)
        self.may_write = threading.Semaphore(0)
        self.failure: Exception | None = None

    def append_group(self, appends: Sequence[Append]) -> list[Outcome]:
        """As ever, once it may."""
        self.is_entered.release()
        self.may_write.acquire()
        self.groups.append(len(appends))
        if self.failure:
            raise self.failure
        return super().append_group(appends)


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[HeldRecorder]:
    """An empty log that waits."""
    with contextlib.closing(HeldRecorder(tmp_path / "log.db")) as opened:
        yield opened


@pytest.fixture
def writer(recorder: HeldRecorder) -> Iterator[GroupCommit]:
    """Its writer, which is let go at the end."""
    group_commit = GroupCommit(recorder, batch_max=4, queue_depth_max=6)
    yield group_commit
    recorder.may_write.release(100)
    group_commit.close()


def test_what_gathers_meanwhile_is_one_group(recorder: HeldRecorder, writer: GroupCommit) -> None:
    first = writer.submit([event()])
    recorder.is_entered.acquire()
    others = [writer.submit([event(), event()], unless("nothing")) for _ in range(6)]
    recorder.may_write.release(3)
    assert first.result() == 1
    assert [future.result() for future in others] == [3, 5, 7, 9, 11, 13]
    assert recorder.groups == [1, 4, 2]


def test_each_append_has_its_own_answer(recorder: HeldRecorder, writer: GroupCommit) -> None:
    recorder.may_write.release(100)
    assert writer.submit([event("a.v1", "seat-1")], unless("seat-1")).result() == 1
    with pytest.raises(IntegrityError):
        writer.submit([event("a.v1", "seat-1")], unless("seat-1")).result()
    with pytest.raises(ProgrammingError):
        writer.submit([]).result()
    assert writer.submit([event("a.v1", "seat-2")], unless("seat-2")).result() == 2


def test_a_failed_commit_fails_its_group_and_not_the_next(
    recorder: HeldRecorder, writer: GroupCommit
) -> None:
    recorder.failure = LogUnavailable("SQLITE_FULL: disk is full")
    doomed = [writer.submit([event()]) for _ in range(2)]
    recorder.may_write.release(2)
    for future in doomed:
        with pytest.raises(LogUnavailable, match="SQLITE_FULL"):
            future.result()
    recorder.failure = None
    recorder.may_write.release(100)
    assert writer.submit([event()]).result() == 1


def test_an_unforeseen_failure_tells_its_class_alone(recorder: HeldRecorder, writer: GroupCommit) -> None:
    recorder.failure = ValueError("born 2011-04-01")
    recorder.may_write.release(100)
    with pytest.raises(LogUnavailable, match=r"^ValueError$"):
        writer.submit([event()]).result()


def test_the_queue_is_bounded(recorder: HeldRecorder, writer: GroupCommit) -> None:
    taken = writer.submit([event()])
    recorder.is_entered.acquire()
    waiting = [writer.submit([event()]) for _ in range(6)]
    assert writer.depth() == 6
    with pytest.raises(LogOverloaded):
        writer.submit([event()])
    recorder.may_write.release(100)
    assert [future.result() for future in [taken, *waiting]] == [1, 2, 3, 4, 5, 6, 7]


def test_a_cancelled_append_is_not_written(recorder: HeldRecorder, writer: GroupCommit) -> None:
    taken = writer.submit([event()])
    recorder.is_entered.acquire()
    cancelled, kept = writer.submit([event("never.v1")]), writer.submit([event()])
    assert cancelled.cancel()
    assert not taken.cancel()
    recorder.may_write.release(100)
    assert kept.result() == 2
    assert positions(recorder) == [1, 2]


def test_closing_writes_what_waits_and_takes_no_more(recorder: HeldRecorder) -> None:
    writer = GroupCommit(recorder)
    recorder.may_write.release(100)
    futures = [writer.submit([event()]) for _ in range(50)]
    writer.close()
    assert [future.result() for future in futures] == list(range(1, 51))
    with pytest.raises(LogUnavailable):
        writer.submit([event()])
    writer.close()


def test_awaiting_from_an_event_loop(recorder: HeldRecorder, writer: GroupCommit) -> None:
    recorder.may_write.release(100)

    async def append(number: int) -> int:
        return await asyncio.wrap_future(writer.submit([event("a.v1", f"tag-{number}")]))

    async def append_all() -> list[int]:
        return await asyncio.gather(*(append(number) for number in range(5)))

    assert asyncio.run(append_all()) == [1, 2, 3, 4, 5]
