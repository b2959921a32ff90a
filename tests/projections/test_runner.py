"""Rows and checkpoint move together, once, in order; an event that cannot be applied stops its group."""

import contextlib
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from domain.store_sqlite import SQLiteRecorder
from projections.fold import PoisonEvent
from projections.runner import Runner
from projections.view import Recorded, View, ViewGroup
from projections.view_file import ViewFile, ViewMissing, ViewReader
from tests.projections.conftest import StartRunner
from tests.projections.reading import replayed, run_to_head, shown, wait_for_position, wait_for_state
from tests.projections.tally_view import counted, decode, garbled, ignored


def test_a_view_adds_up_what_it_knows(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    log.append([counted("ball", 2), ignored(), counted("hoop"), counted("ball", 3), ignored()])
    runner = new_runner()
    run_to_head(runner)
    assert shown(runner) == (5, [("ball", 5, 4), ("hoop", 1, 3)])
    assert runner.position() == 5


@pytest.mark.parametrize("batch_positions", [1, 2, 3, 500])
def test_batches_may_be_cut_anywhere(
    log: SQLiteRecorder, new_runner: StartRunner, batch_positions: int
) -> None:
    log.append([counted(thing) for thing in "abacabad"] + [ignored()])
    runner = new_runner(batch_positions=batch_positions)
    run_to_head(runner)
    assert shown(runner) == replayed(log)


def test_a_runner_that_comes_too_late_applies_nothing(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    log.append([counted("ball")] * 4)
    late, early = new_runner(batch_positions=2), new_runner()
    read_raw = log.read_raw

    def read_while_the_other_runs(*asked: object) -> list:
        rows = read_raw(*asked)
        log.read_raw = read_raw
        run_to_head(early)
        return rows

    log.read_raw = read_while_the_other_runs
    run_to_head(late)
    assert shown(late) == (4, [("ball", 4, 4)])


def test_two_following_runners_do_not_count_double(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    runners = [new_runner(batch_positions=3) for _ in range(2)]
    for runner in runners:
        runner.follow()
    for _ in range(40):
        log.append([counted("ball"), counted("hoop")])
    for runner in runners:
        wait_for_position(runner, 80)
        assert shown(runner) == (80, [("ball", 40, 79), ("hoop", 40, 80)])


def test_a_failing_view_leaves_neither_rows_nor_checkpoint(log: SQLiteRecorder, tmp_path: Path) -> None:
    def apply_half(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
        connection.execute("INSERT INTO seen VALUES (?)", (batch[0].position,))
        raise ValueError("born 2011-04-01")

    group = ViewGroup("seen", (View("seen", 1, "CREATE TABLE seen (position INTEGER);", apply_half),))
    runner = Runner(log, group, tmp_path / "views", decode)
    runner.prepare()
    log.append([counted("ball")])
    with pytest.raises(PoisonEvent, match=r"^event 1: ValueError$"):
        runner.step()
    with contextlib.closing(ViewReader(runner.file)) as reader, reader.snapshot() as connection:
        assert connection.execute("SELECT position FROM checkpoint").fetchall() == [(0,)]
        assert connection.execute("SELECT * FROM seen").fetchall() == []
    runner.stop()


@pytest.mark.parametrize("poison", [garbled(), counted("ball", -9)], ids=["undecodable", "inapplicable"])
def test_a_poison_event_stalls_right_behind_what_is_good(
    log: SQLiteRecorder, new_runner: StartRunner, poison: object
) -> None:
    log.append([counted("ball"), counted("hoop"), poison, counted("ball")])
    runner = new_runner()
    runner.follow()
    wait_for_state(runner, "stalled")
    assert shown(runner) == (2, [("ball", 1, 1), ("hoop", 1, 2)])
    health = runner.health()
    assert health.position == 2
    assert health.reason.startswith("event 3: ")
    assert "secret" not in health.reason
    runner.stop()
    assert runner.health().state == "stalled"


def test_others_go_on_when_one_stalls(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    def apply_nothing(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
        """Any event will do."""

    calm = ViewGroup("calm", (View("calm", 1, "", apply_nothing, frozenset()),))
    stalling, going = new_runner(), new_runner(calm)
    for runner in (stalling, going):
        runner.follow()
    log.append([garbled()])
    wait_for_state(stalling, "stalled")
    log.append([counted("ball")])
    wait_for_position(going, 2)
    assert going.health().state == "following"


def test_a_locked_file_is_waited_for(
    log: SQLiteRecorder, new_runner: StartRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("projections.runner.RETRY_INTERVAL_S", 0.01)
    runner = new_runner()
    lock = sqlite3.connect(runner.file.current(), isolation_level=None)
    runner._current_connection().execute("PRAGMA busy_timeout = 1")
    lock.execute("BEGIN IMMEDIATE")
    log.append([counted("ball")])
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        runner.step()
    lock.close()
    runner.follow()
    wait_for_position(runner, 1)


def test_listeners_hear_of_each_position_and_one_that_fails_harms_nobody(
    log: SQLiteRecorder, new_runner: StartRunner
) -> None:
    runner = new_runner(batch_positions=2)
    heard: list[int] = []
    runner.on_position(lambda position: position // 0)
    end = runner.on_position(heard.append)
    log.append([counted("ball")] * 5)
    run_to_head(runner)
    assert heard == [2, 4, 5]
    end()
    log.append([counted("ball")])
    run_to_head(runner)
    assert heard == [2, 4, 5]


def test_a_view_that_was_never_built_says_so(tmp_path: Path) -> None:
    reader = ViewReader(ViewFile(tmp_path, "tally"))
    with pytest.raises(ViewMissing), reader.snapshot():
        pass


def test_stopping_leaves_no_thread(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    log.append([counted("ball")] * 10)
    runner = new_runner()
    runner.follow()
    wait_for_position(runner, 10)
    runner.stop()
    assert runner.health().state == "stopped"
    assert "view-tally" not in [thread.name for thread in threading.enumerate()]
