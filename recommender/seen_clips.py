"""Remembers which clips a person has seen: that, and never for how long."""

import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from domain.ids import ClipId, PersonId
from recommender.beside_log import drop_journal, open_beside_log

SEEN_CLIPS_MAX = 2_000
# More are kept than count, so that a slate made before the last of them can be made again.
KEPT_CLIPS_MAX = 10 * SEEN_CLIPS_MAX

_SCHEMA = """
CREATE TABLE IF NOT EXISTS seen (
    place INTEGER PRIMARY KEY AUTOINCREMENT, person_id TEXT NOT NULL, clip_id TEXT NOT NULL,
    UNIQUE (person_id, clip_id)
);
CREATE INDEX IF NOT EXISTS seen_oldest ON seen (person_id, place);
"""
_OF = "SELECT clip_id FROM seen WHERE person_id = ? AND place <= ? ORDER BY place DESC LIMIT ?"
_FORGET_OLDEST = """
DELETE FROM seen WHERE place IN (
    SELECT place FROM seen WHERE person_id = ? ORDER BY place DESC LIMIT -1 OFFSET ?
)
"""


class SeenClips:
    """A SQLite file beside the log; each person's latest `SEEN_CLIPS_MAX` count."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._connection = open_beside_log(path, _SCHEMA)

    def record(self, person_id: PersonId, clip_ids: Sequence[ClipId]) -> None:
        """Notes that a person saw these clips; once is enough."""
        rows = [(person_id, clip_id) for clip_id in clip_ids]
        with self._lock, self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR IGNORE INTO seen (person_id, clip_id) VALUES (?, ?)", rows)
            connection.execute(_FORGET_OLDEST, (person_id, KEPT_CLIPS_MAX))

    def of(self, person_id: PersonId, version: int | None = None) -> frozenset[ClipId]:
        """The clips that a person has seen; with a version, those they had seen then."""
        upto = sys.maxsize if version is None else version
        with self._lock:
            rows = self._connection.execute(_OF, (person_id, upto, SEEN_CLIPS_MAX))
            return frozenset(clip_id for (clip_id,) in rows)

    def kept_of(self, person_id: PersonId) -> list[ClipId]:
        """All that is kept of what a person saw, the latest first."""
        with self._lock:
            rows = self._connection.execute(_OF, (person_id, sys.maxsize, KEPT_CLIPS_MAX)).fetchall()
        return [clip_id for (clip_id,) in rows]

    def version(self, person_id: PersonId) -> int:
        """A number that grows whenever `of` changes: the place of the clip seen last."""
        with self._lock:
            query = "SELECT coalesce(max(place), 0) FROM seen WHERE person_id = ?"
            return self._connection.execute(query, (person_id,)).fetchone()[0]

    def forget(self, person_id: PersonId) -> None:
        """Forgets what a person saw."""
        with self._lock:
            self._connection.execute("DELETE FROM seen WHERE person_id = ?", (person_id,))
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        self._connection.close()
