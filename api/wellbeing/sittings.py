"""Remembers how many clips a person saw in this visit and since the last wellness check.

It stands beside the log: it is no fact of record, and it knows no durations.
"""

import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from domain.ids import PersonId
from recommender.beside_log import drop_journal, open_beside_log

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sitting (
    person_id TEXT PRIMARY KEY,
    sittings_count INTEGER NOT NULL,
    latest_at TEXT NOT NULL,
    clips_seen_count INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS visit (
    person_id TEXT PRIMARY KEY,
    clips_seen_count INTEGER NOT NULL
) STRICT;
"""


_SAW = """
INSERT INTO visit VALUES (?1, ?2) ON CONFLICT DO UPDATE SET clips_seen_count = clips_seen_count + ?2
"""
_VISIT = """
SELECT visit.clips_seen_count, latest_at FROM visit JOIN sitting USING (person_id) WHERE person_id = ?
"""
_KEPT = """
SELECT sittings_count, latest_at, sitting.clips_seen_count, coalesce(visit.clips_seen_count, 0)
FROM sitting LEFT JOIN visit USING (person_id) WHERE person_id = ?
"""


class Sitting(NamedTuple):
    """What the wellness rule asks of a person's visits."""

    clips_seen_count: int
    first_session: bool


class KeptSitting(NamedTuple):
    """What is kept of a person's visits: how many, the latest, and clips seen since a check and in this visit."""

    visits_count: int
    latest_at: datetime
    clips_since_check_count: int
    clips_in_visit_count: int


class Sittings:
    """A SQLite file with one row a person; a visit ends where nothing was seen for `gap`."""

    def __init__(self, path: Path, gap: timedelta) -> None:
        self._gap = gap
        self._lock = threading.Lock()
        self._connection = open_beside_log(path, _SCHEMA)

    def saw(self, person_id: PersonId, clips_count: int, at: datetime) -> Sitting:
        """Counts clips that stood on a person's screen just now."""
        with self._lock:
            row = self._connection.execute(
                "SELECT sittings_count, latest_at, clips_seen_count FROM sitting WHERE person_id = ?",
                (person_id,),
            ).fetchone()
            sittings, latest_at, seen = row or (0, None, 0)
            if latest_at is None or at - datetime.fromisoformat(latest_at) >= self._gap:
                sittings += 1
                self._connection.execute("DELETE FROM visit WHERE person_id = ?", (person_id,))
            seen += clips_count
            self._connection.execute(_SAW, (person_id, clips_count))
            self._connection.execute(
                "INSERT OR REPLACE INTO sitting VALUES (?, ?, ?, ?)",
                (person_id, sittings, at.isoformat(), seen),
            )
        return Sitting(seen, sittings == 1)

    def rests_until(self, person_id: PersonId, clips_max: int, at: datetime) -> datetime | None:
        """When a next visit begins, for somebody who saw so many clips in this one; None while they may see more."""
        with self._lock:
            row = self._connection.execute(_VISIT, (person_id,)).fetchone()
        if row is None or row[0] < clips_max:
            return None
        until = datetime.fromisoformat(row[1]) + self._gap
        return until if until > at else None

    def kept_of(self, person_id: PersonId) -> KeptSitting | None:
        """All that is kept of a person's visits."""
        with self._lock:
            row = self._connection.execute(_KEPT, (person_id,)).fetchone()
        return None if row is None else KeptSitting(row[0], datetime.fromisoformat(row[1]), *row[2:])

    def checked(self, person_id: PersonId) -> None:
        """Counts from nought again, since a check was answered."""
        with self._lock:
            self._connection.execute(
                "UPDATE sitting SET clips_seen_count = 0 WHERE person_id = ?", (person_id,)
            )

    def forget(self, person_id: PersonId) -> None:
        """Forgets a person's visits."""
        with self._lock:
            for table in ("sitting", "visit"):
                self._connection.execute(f"DELETE FROM {table} WHERE person_id = ?", (person_id,))
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        with self._lock:
            self._connection.close()
