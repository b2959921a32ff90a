"""Events a second through the runner into a view, against a raw SELECT of the same rows.

The floor reads position, type and data of every event in batches of the same size and does nothing with them. What
the runner does on top: decode each event with its meta, fold it, write the view's rows and move the checkpoint.
"""

import argparse
import contextlib
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.appends import fill
from benchmarks.record import Measurement, alternate, record
from benchmarks.sample_events import Envelope, Meta
from domain.sqlite_connections import open_reader
from domain.store_sqlite import SQLiteRecorder
from projections.runner import BATCH_ROWS, Runner
from projections.view import Recorded, View, ViewGroup

PAIRS_COUNT = 3
SCHEMA = "CREATE TABLE likes (clip_id TEXT PRIMARY KEY, likes_count INTEGER NOT NULL) WITHOUT ROWID;"

_decoder = msgspec.json.Decoder(Envelope)


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000, help="events in the log")
    events_count = parser.parse_args().events
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        log = Path(folder) / "log.db"
        fill(log, events_count)
        record("view_replay", measure(log, events_count))


def measure(log: Path, events_count: int) -> Measurement:
    """Both rates on one log."""
    return alternate(
        lambda: runner_rate(log, events_count),
        lambda: select_rate(log, events_count),
        PAIRS_COUNT,
        "events/s",
    )


def runner_rate(log: Path, events_count: int) -> float:
    """Events a second from an empty view to the head of the log."""
    with (
        tempfile.TemporaryDirectory(dir=log.parent) as folder,
        contextlib.closing(SQLiteRecorder(log)) as recorder,
    ):
        runner = Runner(recorder, LIKES, Path(folder), decode)
        started = time.perf_counter()
        runner.rebuild()
        rate = events_count / (time.perf_counter() - started)
        runner.stop()
    return rate


def select_rate(log: Path, events_count: int) -> float:
    """Events a second that can be read at all."""
    query = "SELECT position, type, data FROM events WHERE position > ? ORDER BY position LIMIT ?"
    position = 0
    with contextlib.closing(open_reader(log)) as connection:
        started = time.perf_counter()
        while rows := connection.execute(query, (position, BATCH_ROWS)).fetchall():
            position = rows[-1][0]
        return events_count / (time.perf_counter() - started)


def decode(type_name: str, data: bytes) -> tuple[object, Meta]:
    """The event and its meta; the log of this measurement holds likes alone."""
    envelope = _decoder.decode(data)
    return envelope.event, envelope.meta


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    counts = Counter([recorded.event.clip_id for recorded in batch])
    connection.executemany(
        "INSERT INTO likes VALUES (?, ?)"
        " ON CONFLICT (clip_id) DO UPDATE SET likes_count = likes_count + excluded.likes_count",
        counts.items(),
    )


LIKES = ViewGroup("likes", (View("likes", 1, SCHEMA, _apply),))


if __name__ == "__main__":
    main()
