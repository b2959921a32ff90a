"""A full, locked or damaged log fails clearly, writes no half, and goes on as soon as it can."""

import contextlib
import multiprocessing
import resource
import sqlite3
from pathlib import Path

import pytest

from domain.group_commit import GroupCommit
from domain.store import Append, LogUnavailable
from domain.store_sqlite import SQLiteRecorder
from tests.domain.log_shapes import event, positions

LARGE = b"x" * 50_000


def fill_the_disk(log: Path) -> None:
    """Write until files may not grow, check what is left, go on once they may; in a process of its own."""
    recorder = SQLiteRecorder(log)
    writer = GroupCommit(recorder)
    assert writer.submit([event("a.v1", "before")]).result() == 1
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, unlimited[1]))
    acknowledged = [1]
    with contextlib.suppress(LogUnavailable):
        while acknowledged[-1] < 1_000:
            acknowledged.append(writer.submit([event("a.v1", data=LARGE)] * 2).result())
    assert 1 < acknowledged[-1] < 1_000
    assert positions(recorder) == list(range(1, acknowledged[-1] + 1))
    with pytest.raises(LogUnavailable):
        recorder.append_group([Append([event(data=LARGE)] * 20), Append([event(data=LARGE)])])
    assert recorder.head() == acknowledged[-1]
    resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert writer.submit([event("a.v1", "after")]).result() == acknowledged[-1] + 1
    writer.close()
    recorder.close()


def test_a_full_disk(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=fill_the_disk, args=(tmp_path / "log.db",))
    process.start()
    process.join()
    assert process.exitcode == 0


def test_a_full_file_refuses_a_whole_group_and_keeps_conditions_right(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    with contextlib.closing(SQLiteRecorder(log)) as recorder:
        recorder.append([event("a.v1", "tag-1")])
        recorder._writer.execute("PRAGMA max_page_count = 12")
        with pytest.raises(LogUnavailable, match="SQLITE_FULL"):
            recorder.append_group([Append([event("b.v1", "tag-2")]), Append([event(data=LARGE)])])
        assert positions(recorder) == [1]
        recorder._writer.execute("PRAGMA max_page_count = 10000")
        assert recorder.append([event("c.v1", "tag-2")]) == 2


def test_a_lock_held_too_long(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    with (
        contextlib.closing(SQLiteRecorder(log, lock_wait_s=0.05)) as recorder,
        contextlib.closing(sqlite3.connect(log, isolation_level=None)) as other,
    ):
        recorder.append([event()])
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LogUnavailable, match="SQLITE_BUSY"):
            recorder.append([event()])
        assert positions(recorder) == [1]
        other.execute("ROLLBACK")
        assert recorder.append([event()]) == 2


def test_a_file_that_is_no_log(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    log.write_bytes(b"this was never a database " * 400)
    with pytest.raises(LogUnavailable, match="SQLITE_NOTADB"):
        SQLiteRecorder(log)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LogUnavailable, match="SQLITE_CANTOPEN"):
        SQLiteRecorder(tmp_path / "missing" / "log.db")


def test_a_damaged_page(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    with contextlib.closing(SQLiteRecorder(log)) as recorder:
        recorder.append([event(data=b"x" * 3_000)] * 20)
    pages = bytearray(log.read_bytes())
    pages[4096 * 6 :] = b"\xff" * (len(pages) - 4096 * 6)
    log.write_bytes(pages)
    with contextlib.closing(SQLiteRecorder(log)) as recorder, pytest.raises(LogUnavailable, match="SQLITE_"):
        list(recorder.read())


def test_a_log_of_a_newer_program(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    SQLiteRecorder(log).close()
    with contextlib.closing(sqlite3.connect(log)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(LogUnavailable, match="format 99"):
        SQLiteRecorder(log)


def test_what_people_may_read_says_nothing_of_the_store() -> None:
    assert "SQLITE" not in LogUnavailable("SQLITE_FULL: /secret/path").safe_text
