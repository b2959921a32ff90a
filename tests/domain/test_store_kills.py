"""A process killed while it writes loses nothing that it acknowledged, and leaves nothing half written."""

import contextlib
import multiprocessing
import random
import time
from collections import defaultdict
from pathlib import Path

import pytest

from domain.store_sqlite import SQLiteRecorder
from tests.domain.log_workers import append_until_killed


def kill_a_writer(log: Path, run: str, after_s: float) -> dict[str, int]:
    """What a writer had acknowledged, by name of the append, when it was killed under load."""
    context = multiprocessing.get_context("spawn")
    reading, writing = context.Pipe(duplex=False)
    process = context.Process(target=append_until_killed, args=(log, run, writing))
    process.start()
    writing.close()
    answers = [reading.recv()]
    killed_at = time.monotonic() + after_s
    while time.monotonic() < killed_at:
        answers.append(reading.recv())
    process.kill()
    # What it had sent before it died still counts.
    with reading, contextlib.suppress(EOFError):
        while True:
            answers.append(reading.recv())
    process.join()
    process.close()
    return dict(answers)


def check_log(recorder: SQLiteRecorder, acknowledged: dict[str, int]) -> None:
    """Positions have no gap, every append is there once and whole, and nothing acknowledged is missing."""
    where: dict[str, list[int]] = defaultdict(list)
    sizes: dict[str, int] = {}
    rows = list(recorder.read())
    for row in rows:
        name, size = row.event.tags
        where[name].append(row.position)
        sizes[name] = int(size.removeprefix("size-"))
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))
    for name, positions in where.items():
        assert positions == list(range(positions[0], positions[0] + sizes[name]))
    assert acknowledged == {name: where[name][-1] for name in acknowledged}


def kill_often(log: Path, kills_count: int) -> None:
    """Kill writer after writer on one log, and check it after each."""
    chance = random.Random(kills_count)
    acknowledged: dict[str, int] = {}
    for run in range(kills_count):
        acknowledged |= kill_a_writer(log, str(run), chance.uniform(0.0, 0.3))
        with contextlib.closing(SQLiteRecorder(log)) as recorder:
            check_log(recorder, acknowledged)
    assert len(acknowledged) > kills_count


def test_five_kills(tmp_path: Path) -> None:
    kill_often(tmp_path / "log.db", 5)


@pytest.mark.slow
def test_fifty_kills(tmp_path: Path) -> None:
    kill_often(tmp_path / "log.db", 50)
