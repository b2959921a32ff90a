"""A rebuilt view replaces the old in one step: readers see the one or the other, whole, and never neither."""

import contextlib
import threading
from pathlib import Path

import pytest

from domain.store_sqlite import SQLiteRecorder
from projections.fold import PoisonEvent
from projections.view_file import ViewReader, fingerprint_of
from tests.projections.conftest import StartRunner
from tests.projections.reading import replayed, run_to_head, shown, wait_for_position, wait_for_state
from tests.projections.tally_view import counted, garbled, tables, tally


def files(folder: Path) -> list[str]:
    """Names of the databases in a folder, the link left out."""
    return sorted(path.name for path in folder.glob("tally-*.db"))


def test_readers_go_on_while_a_view_is_rebuilt(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    log.append([counted("ball"), counted("hoop")] * 20)
    runner = new_runner(batch_positions=7)
    run_to_head(runner)
    expected, done, seen = shown(runner), threading.Event(), []

    def read_on() -> None:
        with contextlib.closing(ViewReader(runner.file)) as reader:
            while not done.is_set():
                with reader.snapshot() as connection:
                    seen.append(tables(connection))

    readers = [threading.Thread(target=read_on) for _ in range(2)]
    for thread in readers:
        thread.start()
    for _ in range(5):
        runner.rebuild()
    done.set()
    for thread in readers:
        thread.join()
    assert len(seen) > 5
    assert all(tables_seen == expected for tables_seen in seen)


def test_an_open_reader_sees_the_new_file_next_time(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    log.append([counted("ball")])
    runner = new_runner()
    with contextlib.closing(ViewReader(runner.file)) as reader:
        with reader.snapshot() as old:
            runner.rebuild()
            assert tables(old) == (0, [])
        with reader.snapshot() as new:
            assert tables(new) == (1, [("ball", 1, 1)])


def test_a_runner_goes_on_in_the_new_file(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    runner, other = new_runner(), new_runner()
    log.append([counted("ball")])
    run_to_head(runner)
    other.rebuild()
    log.append([counted("ball")])
    run_to_head(runner)
    assert shown(other) == (2, [("ball", 2, 2)])


def test_a_changed_version_is_rebuilt_at_the_start(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    log.append([counted("ball")] * 3)
    old = new_runner(tally(version=1))
    run_to_head(old)
    new = new_runner(tally(version=2), batch_positions=2)
    new.follow()
    wait_for_position(new, 3)
    with contextlib.closing(ViewReader(new.file)) as reader, reader.snapshot() as connection:
        assert fingerprint_of(connection) == "tally:2"
        assert tables(connection) == (3, [("ball", 3, 3)])


def test_an_old_program_stalls_when_a_new_one_takes_over(
    log: SQLiteRecorder, new_runner: StartRunner
) -> None:
    old, new = new_runner(tally(version=1)), new_runner(tally(version=2))
    old.follow()
    log.append([counted("ball")])
    wait_for_position(old, 1)
    new.rebuild()
    log.append([counted("ball")])
    wait_for_state(old, "stalled")
    assert old.health().reason == "OtherVersion"
    run_to_head(new)
    assert shown(new) == (2, [("ball", 2, 2)])


def test_a_view_that_is_ahead_of_its_log_is_rebuilt(
    log: SQLiteRecorder, new_runner: StartRunner, tmp_path: Path
) -> None:
    log.append([counted("ball")] * 3)
    runner = new_runner()
    run_to_head(runner)
    runner.stop()
    with contextlib.closing(SQLiteRecorder(tmp_path / "restored.db")) as restored:
        restored.append([counted("hoop")])
        log.read_raw, log.head = restored.read_raw, restored.head
        again = new_runner()
        again.follow()
        wait_for_position(again, 1)
        assert shown(again) == (1, [("hoop", 1, 1)])
        again.stop()


def test_a_damaged_view_is_rebuilt(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    log.append([counted("ball")] * 3)
    runner = new_runner()
    run_to_head(runner)
    runner.stop()
    runner.file.current().write_bytes(b"not a database any more" * 1_000)
    again = new_runner()
    again.follow()
    wait_for_position(again, 3)
    assert shown(again) == replayed(log)


def test_a_poison_event_leaves_the_old_tables_in_use(
    log: SQLiteRecorder, new_runner: StartRunner, tmp_path: Path
) -> None:
    log.append([counted("ball")])
    runner = new_runner()
    run_to_head(runner)
    before = runner.file.current()
    log.append([garbled()])
    with pytest.raises(PoisonEvent):
        runner.rebuild()
    assert runner.file.current() == before
    assert files(tmp_path / "views") == [before.name]


def test_only_the_file_in_use_and_the_one_before_are_kept(new_runner: StartRunner, tmp_path: Path) -> None:
    runner = new_runner()
    for _ in range(4):
        runner.rebuild()
    kept = files(tmp_path / "views")
    assert len(kept) == 2
    assert runner.file.current().name in kept


def test_after_a_renewal_no_other_file_is_left(
    log: SQLiteRecorder, new_runner: StartRunner, tmp_path: Path
) -> None:
    log.append([counted("ball")] * 3)
    runner = new_runner()
    run_to_head(runner)
    runner.rebuild()
    (tmp_path / "views" / "tally-left-by-a-crash.db").write_bytes(b"half built")
    runner.renew(grace_s=0.0)
    assert files(tmp_path / "views") == [runner.file.current().name]
    assert shown(runner) == replayed(log)
