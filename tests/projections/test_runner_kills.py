"""A process killed while it follows or rebuilds leaves rows and checkpoint of every file in step."""

import contextlib
import multiprocessing
import random
import signal
import time
from pathlib import Path

import pytest

from domain.store_sqlite import SQLiteRecorder
from projections.runner import Runner
from tests.projections.reading import replayed, run_to_head, shown
from tests.projections.tally_view import counted, decode, tally
from tests.projections.view_worker import die_in_rebuild, follow_until_killed


def kill_a_follower(folder: Path, after_s: float) -> int:
    """The last position that a follower said its view had reached."""
    context = multiprocessing.get_context("spawn")
    reading, writing = context.Pipe(duplex=False)
    process = context.Process(target=follow_until_killed, args=(folder, writing))
    process.start()
    writing.close()
    reached = reading.recv()
    killed_at = time.monotonic() + after_s
    while time.monotonic() < killed_at:
        reached = reading.recv()
    process.kill()
    with reading, contextlib.suppress(EOFError):
        while True:
            reached = reading.recv()
    process.join()
    process.close()
    return reached


def kill_often(folder: Path, kills_count: int) -> None:
    """After each kill the view is as a replay to its position, and catches up to a replay of all."""
    chance = random.Random(kills_count)
    for _ in range(kills_count):
        reached = kill_a_follower(folder, chance.uniform(0.0, 0.3))
        with contextlib.closing(SQLiteRecorder(folder / "log.db")) as log:
            runner = Runner(log, tally(), folder / "views", decode)
            found = shown(runner)
            assert found[0] >= reached
            assert found == replayed(log, upto_position=found[0])
            run_to_head(runner)
            assert shown(runner) == replayed(log)
            runner.stop()


def test_a_kill_in_mid_rebuild_leaves_the_old_tables(tmp_path: Path) -> None:
    with contextlib.closing(SQLiteRecorder(tmp_path / "log.db")) as log:
        log.append([counted("ball")] * 10)
        runner = Runner(log, tally(), tmp_path / "views", decode)
        runner.prepare()
        run_to_head(runner)
        before = runner.file.current(), shown(runner)
        process = multiprocessing.get_context("spawn").Process(target=die_in_rebuild, args=(tmp_path, 7))
        process.start()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        assert (runner.file.current(), shown(runner)) == before
        runner.rebuild()
        assert shown(runner) == before[1]
        # What the dead process left is swept up.
        assert len(list((tmp_path / "views").glob("tally-*.db"))) == 2
        runner.stop()


def test_three_kills(tmp_path: Path) -> None:
    kill_often(tmp_path, 3)


@pytest.mark.slow
def test_fifty_kills(tmp_path: Path) -> None:
    kill_often(tmp_path, 50)
