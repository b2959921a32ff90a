"""Events a second through the runner into a view, against a raw SELECT of the same rows.

The floor reads position, type and data of every event, in batches of the same size, and does nothing with
them. On top of that the runner decodes events with their meta, folds them, writes rows and moves the
checkpoint. One view looks at a quarter of the events and is spared the rest; the other looks at all of them.
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
from benchmarks.sample_events import LIKED, Envelope, Meta, community
from domain.sqlite_connections import open_reader
from domain.store_sqlite import SQLiteRecorder
from projections.runner import BATCH_POSITIONS, Runner
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
        fill(log, community(events_count))
        record("view_replay", measure(log, likes_view(frozenset([LIKED])), events_count))
        record("view_replay_of_all_types", measure(log, likes_view(None), events_count))


def measure(log: Path, group: ViewGroup, events_count: int) -> Measurement:
    """Both rates on one log."""
    return alternate(
        lambda: runner_rate(log, group, events_count),
        lambda: select_rate(log, events_count),
        PAIRS_COUNT,
        "events/s",
    )


def runner_rate(log: Path, group: ViewGroup, events_count: int) -> float:
    """Events a second from an empty view to the head of the log."""
    with (
        tempfile.TemporaryDirectory(dir=log.parent) as folder,
        contextlib.closing(SQLiteRecorder(log)) as recorder,
    ):
        runner = Runner(recorder, group, Path(folder), decode)
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
        while rows := connection.execute(query, (position, BATCH_POSITIONS)).fetchall():
            position = rows[-1][0]
        return events_count / (time.perf_counter() - started)


def decode(_type_name: str, data: bytes) -> tuple[object, Meta]:
    """The event and its meta; in this log all types have the same shape."""
    envelope = _decoder.decode(data)
    return envelope.event, envelope.meta


def likes_view(types: frozenset[str] | None) -> ViewGroup:
    """Counts, for each clip, the events of these types."""
    return ViewGroup("likes", (View("likes", 1, SCHEMA, _apply, types),))


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    counts = Counter([recorded.event.clip_id for recorded in batch])
    connection.executemany(
        "INSERT INTO likes VALUES (?, ?)"
        " ON CONFLICT (clip_id) DO UPDATE SET likes_count = likes_count + excluded.likes_count",
        # In the order of the key, so that each page of the table is visited once.
        sorted(counts.items()),
    )


if __name__ == "__main__":
    main()
