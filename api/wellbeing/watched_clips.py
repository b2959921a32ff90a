"""Remembers how many clips of others somebody with a guardian watched on a day, and for today, which.

It stands beside the log, knows no durations, and holds nothing of people without a guardian.
"""

import threading
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from domain.ids import ClipId, PersonId
from recommender.beside_log import drop_journal, open_beside_log

DAYS_KEPT = 31

_SCHEMA = """
CREATE TABLE IF NOT EXISTS watched (
    person_id TEXT NOT NULL,
    day TEXT NOT NULL,
    clip_id TEXT NOT NULL,
    PRIMARY KEY (person_id, day, clip_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS watched_day (
    person_id TEXT NOT NULL,
    day TEXT NOT NULL,
    clips_count INTEGER NOT NULL,
    PRIMARY KEY (person_id, day)
) STRICT, WITHOUT ROWID;
"""
_COUNT = """
INSERT INTO watched_day VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET clips_count = clips_count + ?3
"""
_DAYS = "SELECT day, clips_count FROM watched_day WHERE person_id = ? ORDER BY day"
_CLIPS = "SELECT day, clip_id FROM watched WHERE person_id = ? ORDER BY day, clip_id"


class WatchedDay(NamedTuple):
    """How many clips somebody watched on a day (UTC), and which, while that is known."""

    day: str
    clips_count: int
    clip_ids: tuple[ClipId, ...]


class WatchedClips:
    """A SQLite file; a clip counts once a day (the guardian's word for it), however often it is watched."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._connection = open_beside_log(path, _SCHEMA)

    def record(self, person_id: PersonId, clip_ids: Iterable[ClipId], day: date) -> None:
        """Notes that somebody watched these clips today; which ones, of days before, is forgotten by then."""
        today = day.isoformat()
        with self._lock, self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            new_count = sum(self._add(person_id, today, clip_id) for clip_id in dict.fromkeys(clip_ids))
            if not new_count:
                return
            connection.execute(_COUNT, (person_id, today, new_count))
            connection.execute("DELETE FROM watched WHERE person_id = ? AND day < ?", (person_id, today))
            oldest = (day - timedelta(days=DAYS_KEPT)).isoformat()
            connection.execute("DELETE FROM watched_day WHERE person_id = ? AND day < ?", (person_id, oldest))

    def count(self, person_id: PersonId, day: date) -> int:
        """How many clips somebody watched on a day."""
        query = "SELECT clips_count FROM watched_day WHERE person_id = ? AND day = ?"
        with self._lock:
            row = self._connection.execute(query, (person_id, day.isoformat())).fetchone()
        return row[0] if row else 0

    def has(self, person_id: PersonId, clip_id: ClipId, day: date) -> bool:
        """Whether a clip is among those that somebody watched today."""
        query = "SELECT 1 FROM watched WHERE person_id = ? AND day = ? AND clip_id = ?"
        with self._lock:
            return (
                self._connection.execute(query, (person_id, day.isoformat(), clip_id)).fetchone() is not None
            )

    def kept_of(self, person_id: PersonId) -> list[WatchedDay]:
        """All that is kept of somebody, day by day; which clips they were, of the latest day alone."""
        with self._lock:
            days = self._connection.execute(_DAYS, (person_id,)).fetchall()
            rows = self._connection.execute(_CLIPS, (person_id,)).fetchall()
        return [WatchedDay(day, count, tuple(clip for on, clip in rows if on == day)) for day, count in days]

    def forget(self, person_id: PersonId) -> None:
        """Drops all that is known of somebody."""
        with self._lock, self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM watched WHERE person_id = ?", (person_id,))
            connection.execute("DELETE FROM watched_day WHERE person_id = ?", (person_id,))
        with self._lock:
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        with self._lock:
            self._connection.close()

    def _add(self, person_id: PersonId, day: str, clip_id: ClipId) -> int:
        query = "INSERT OR IGNORE INTO watched VALUES (?, ?, ?)"
        return self._connection.execute(query, (person_id, day, clip_id)).rowcount
