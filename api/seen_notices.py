"""Remembers up to which place in the log somebody has looked at their notices; beside the log, for it is no fact."""

import threading
from pathlib import Path

from domain.ids import PersonId
from recommender.beside_log import drop_journal, open_beside_log

_SCHEMA = """
CREATE TABLE IF NOT EXISTS seen_notices (
    person_id TEXT PRIMARY KEY,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
"""
_SEEN = """
INSERT INTO seen_notices VALUES (?1, ?2) ON CONFLICT DO UPDATE SET position = ?2 WHERE position < ?2
"""


class SeenNotices:
    """A SQLite file with one position a person, which never goes back."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._connection = open_beside_log(path, _SCHEMA)

    def see(self, person_id: PersonId, position: int) -> None:
        """Notes that somebody saw their notices up to a position."""
        with self._lock, self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_SEEN, (person_id, position))

    def upto(self, person_id: PersonId) -> int:
        """Up to where somebody saw theirs; 0 for nothing."""
        query = "SELECT position FROM seen_notices WHERE person_id = ?"
        with self._lock:
            row = self._connection.execute(query, (person_id,)).fetchone()
        return row[0] if row else 0

    def forget(self, person_id: PersonId) -> None:
        """Drops what is known of somebody."""
        with self._lock, self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM seen_notices WHERE person_id = ?", (person_id,))
        with self._lock:
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        with self._lock:
            self._connection.close()
