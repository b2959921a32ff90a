"""Appends a second through the group commit, with 256 in flight, against raw batched inserts.

The floor writes rows of the same size into the same tables of a copy of the same file, with the same
durability and as many events a transaction as the group commit had on average. Its rows are laid out before
the clock runs; it judges no condition and answers nobody.
"""

import argparse
import contextlib
import gc
import itertools
import shutil
import sqlite3
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent

from benchmarks.record import Measurement, alternate, record
from benchmarks.sample_events import Wish, likes
from domain.group_commit import GroupCommit
from domain.sqlite_connections import open_writer, transaction
from domain.store import Append, Outcome
from domain.store_sqlite import SQLiteRecorder

IN_FLIGHT_COUNT = 256
PAIRS_COUNT = 7

Rows = tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--appends", type=int, default=20_000, help="appends a turn")
    parser.add_argument("--standing", type=int, default=200_000, help="events that are there before")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        record("log_appends_256_in_flight", measure(Path(folder), arguments.appends, arguments.standing))


def measure(folder: Path, appends_count: int, standing_count: int) -> Measurement:
    """Both rates on two copies of one log that already holds `standing_count` events."""
    log, floor_log = folder / "log.db", folder / "floor.db"
    fill(log, (wish.event for wish in likes(standing_count, seed=0)))
    shutil.copy(log, floor_log)
    seeds = iter(range(1, 2 * PAIRS_COUNT + 1))
    with (
        contextlib.closing(CountingRecorder(log)) as recorder,
        contextlib.closing(open_writer(floor_log, "FULL")) as connection,
    ):
        return alternate(
            lambda: group_commit_rate(recorder, list(likes(appends_count, next(seeds)))),
            lambda: raw_insert_rate(
                connection, list(likes(appends_count, next(seeds))), recorder.group_size_mean()
            ),
            PAIRS_COUNT,
            "appends/s",
        )


class CountingRecorder(SQLiteRecorder):
    """Our recorder, which also counts how large its groups were."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._groups_count = 0
        self._appends_count = 0

    def append_group(self, appends: Sequence[Append]) -> list[Outcome]:
        """As ever."""
        self._groups_count += 1
        self._appends_count += len(appends)
        return super().append_group(appends)

    def group_size_mean(self) -> int:
        """Appends a transaction so far, rounded up."""
        return -(-self._appends_count // self._groups_count)


def fill(log: Path, events: Iterable[DCBEvent]) -> None:
    """Write events quickly."""
    remaining = iter(events)
    with contextlib.closing(SQLiteRecorder(log)) as recorder:
        while batch := [Append([event]) for event in itertools.islice(remaining, 5_000)]:
            recorder.append_group(batch)


def group_commit_rate(recorder: SQLiteRecorder, wishes: Sequence[Wish]) -> float:
    """Appends a second, each on its condition, never more than `IN_FLIGHT_COUNT` unanswered."""
    after = recorder.head()
    # The wishes were made beforehand; a server would not hold them, so the collector need not walk them.
    gc.collect()
    gc.freeze()
    unanswered: deque[Future[int]] = deque()
    with contextlib.closing(GroupCommit(recorder)) as writer:
        started = time.perf_counter()
        for wish in wishes:
            if len(unanswered) == IN_FLIGHT_COUNT:
                after = unanswered.popleft().result()
            unanswered.append(writer.submit([wish.event], DCBAppendCondition(wish.boundary, after)))
        for future in unanswered:
            future.result()
        return len(wishes) / (time.perf_counter() - started)


def raw_insert_rate(connection: sqlite3.Connection, wishes: Sequence[Wish], group_size: int) -> float:
    """Events a second by `executemany`, one transaction for each `group_size` of them."""
    (newest,) = connection.execute("SELECT MAX(position) FROM events").fetchone()
    groups = [
        raw_rows(wishes[start : start + group_size], newest + start + 1)
        for start in range(0, len(wishes), group_size)
    ]
    started = time.perf_counter()
    for events, tags in groups:
        with transaction(connection):
            connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", events)
            connection.executemany("INSERT INTO tags VALUES (?, ?, ?)", tags)
    return len(wishes) / (time.perf_counter() - started)


def raw_rows(wishes: Sequence[Wish], first_position: int) -> Rows:
    """The rows of both tables, as the recorder would write them."""
    numbered = [(position, wish.event) for position, wish in enumerate(wishes, first_position)]
    events = [(position, event.type, "\x1f".join(event.tags), event.data) for position, event in numbered]
    return events, [(tag, position, event.type) for position, event in numbered for tag in event.tags]


if __name__ == "__main__":
    main()
