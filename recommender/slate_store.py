"""Keeps the latest slates as they were computed, to page through, to explain and to give again."""

import sqlite3
import threading
from pathlib import Path

import msgspec

from domain.ids import PersonId
from domain.sqlite_connections import is_storage_trouble
from recommender.beside_log import drop_journal, open_beside_log
from recommender.look import Look
from recommender.slate import Slate

SLATES_PER_VIEWER_MAX = 16
SLATES_MAX = 4_000

_SCHEMA = """
DROP TABLE IF EXISTS slate; -- of an older form
CREATE TABLE IF NOT EXISTS kept_slate (
    place INTEGER PRIMARY KEY AUTOINCREMENT, slate_id TEXT NOT NULL UNIQUE, viewer_id TEXT NOT NULL,
    position INTEGER NOT NULL, look TEXT NOT NULL, body BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS kept_slate_by_viewer ON kept_slate (viewer_id, place);
"""
_KEEP = """
INSERT OR IGNORE INTO kept_slate (slate_id, viewer_id, position, look, body) VALUES (?, ?, ?, ?, ?)
"""
_FORGET_OF_VIEWER = """
DELETE FROM kept_slate WHERE place IN (
    SELECT place FROM kept_slate WHERE viewer_id = ? ORDER BY place DESC LIMIT -1 OFFSET ?
)
"""
_FORGET_OLDEST = """
DELETE FROM kept_slate WHERE place IN (SELECT place FROM kept_slate ORDER BY place DESC LIMIT -1 OFFSET ?)
"""
_AS_OF = """
SELECT body FROM kept_slate WHERE viewer_id = ? AND position = ? AND look = ? ORDER BY place DESC LIMIT 1
"""

_decode = msgspec.json.Decoder(Slate).decode


class SlateStore:
    """A SQLite file beside the log; the newest slates of each viewer and of all are kept."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._connection = open_beside_log(path, _SCHEMA)

    def keep(self, slate: Slate, look: Look) -> None:
        """Keeps a slate; one of the same id stays as it was.

        Where the disk takes nothing the slate is forgotten at once: a first page can be shown all the same.
        """
        try:
            self._keep(slate, look, msgspec.json.encode(slate))
        except sqlite3.Error as error:
            if not is_storage_trouble(error):
                raise

    def get(self, slate_id: str, viewer_id: PersonId) -> Slate | None:
        """The slate, if it is this viewer's and still kept."""
        query = "SELECT body FROM kept_slate WHERE slate_id = ? AND viewer_id = ?"
        return self._one(query, (slate_id, viewer_id))

    def as_of(self, viewer_id: PersonId, position: int, look: Look) -> Slate | None:
        """The viewer's latest slate of this look that was computed at exactly this position."""
        return self._one(_AS_OF, (viewer_id, position, look.key))

    def kept_of(self, viewer_id: PersonId) -> list[Slate]:
        """All that are kept of a viewer, oldest first."""
        query = "SELECT body FROM kept_slate WHERE viewer_id = ? ORDER BY place"
        with self._lock:
            rows = self._connection.execute(query, (viewer_id,)).fetchall()
        return [_decode(body) for (body,) in rows]

    def forget(self, viewer_id: PersonId) -> None:
        """Forgets a viewer's slates."""
        with self._lock:
            self._connection.execute("DELETE FROM kept_slate WHERE viewer_id = ?", (viewer_id,))
            drop_journal(self._connection)

    def clear(self) -> None:
        """Forgets all slates: anybody's may hold words about a person who is to be forgotten."""
        with self._lock:
            self._connection.execute("DELETE FROM kept_slate")
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        self._connection.close()

    def _keep(self, slate: Slate, look: Look, body: bytes) -> None:
        with self._lock, self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_KEEP, (slate.slate_id, slate.viewer_id, slate.position, look.key, body))
            connection.execute(_FORGET_OF_VIEWER, (slate.viewer_id, SLATES_PER_VIEWER_MAX))
            connection.execute(_FORGET_OLDEST, (SLATES_MAX,))

    def _one(self, query: str, values: tuple) -> Slate | None:
        with self._lock:
            row = self._connection.execute(query, values).fetchone()
        return None if row is None else _decode(row[0])
