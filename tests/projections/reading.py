"""Ways to look at views and to wait for them, in tests."""

import contextlib
import threading

from domain.store_sqlite import SQLiteRecorder
from projections.replay import replay
from projections.runner import Runner, State
from projections.view_file import ViewReader
from tests.projections.tally_view import Tables, decode, tables, tally

PATIENCE_S = 20.0


def run_to_head(runner: Runner) -> None:
    """Step until nothing is left."""
    while runner.step():
        pass


def shown(runner: Runner) -> Tables:
    """What a reader of the runner's file sees."""
    with contextlib.closing(ViewReader(runner.file)) as reader, reader.snapshot() as connection:
        return tables(connection)


def replayed(log: SQLiteRecorder, upto_position: int | None = None) -> Tables:
    """What the tally is, or was, by a replay of the log."""
    upto = log.head() if upto_position is None else upto_position
    with contextlib.closing(replay(log, tally(), decode, upto)) as connection:
        return tables(connection)


def wait_for_position(runner: Runner, position: int) -> None:
    """Until a following runner has reached a position."""
    reached = threading.Event()
    end = runner.on_position(lambda newest: reached.set() if newest >= position else None)
    assert runner.position() >= position or reached.wait(PATIENCE_S)
    end()


def wait_for_state(runner: Runner, state: State) -> None:
    """Until a following runner is in a state."""
    pause = threading.Event()
    for _ in range(int(PATIENCE_S / 0.01)):
        if runner.health().state == state:
            return
        pause.wait(0.01)
    raise AssertionError(runner.health())
