"""Remembers how many clips a person saw since the last wellness check, and whether they ever came back.

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
"""


class Sitting(NamedTuple):
    """What the wellness rule asks of a person's visits."""

    clips_seen_count: int
    first_session: bool


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
            seen += clips_count
            self._connection.execute(
                "INSERT OR REPLACE INTO sitting VALUES (?, ?, ?, ?)",
                (person_id, sittings, at.isoformat(), seen),
            )
        return Sitting(seen, sittings == 1)

    def checked(self, person_id: PersonId) -> None:
        """Counts from nought again, since a check was answered."""
        with self._lock:
            self._connection.execute(
                "UPDATE sitting SET clips_seen_count = 0 WHERE person_id = ?", (person_id,)
            )

    def forget(self, person_id: PersonId) -> None:
        """Forgets a person's visits."""
        with self._lock:
            self._connection.execute("DELETE FROM sitting WHERE person_id = ?", (person_id,))
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        with self._lock:
            self._connection.close()
