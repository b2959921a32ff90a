"""Remembers which clips a person's own rules kept from them lately, so that they can ask what they miss."""

import sqlite3
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from domain.ids import ClipId, PersonId
from domain.sqlite_connections import is_storage_trouble
from recommender.beside_log import drop_journal, open_beside_log

HIDDEN_CLIPS_MAX = 4_000

_SCHEMA = """
CREATE TABLE IF NOT EXISTS hidden (
    person_id TEXT NOT NULL, rule TEXT NOT NULL, clip_id TEXT NOT NULL, last_s REAL NOT NULL,
    PRIMARY KEY (person_id, rule, clip_id)
) WITHOUT ROWID;
"""
_NOTE = "INSERT OR REPLACE INTO hidden VALUES (?, ?, ?, ?)"
_FORGET_OLDEST = """
DELETE FROM hidden WHERE person_id = ?1 AND (rule, clip_id) IN (
    SELECT rule, clip_id FROM hidden WHERE person_id = ?1 ORDER BY last_s DESC LIMIT -1 OFFSET ?2
)
"""
_SINCE = """
SELECT rule, clip_id FROM hidden WHERE person_id = ? AND last_s >= ? ORDER BY last_s DESC, clip_id DESC, rule
"""


class HiddenClip(NamedTuple):
    """A clip and the keys of the rules that kept it out."""

    clip_id: ClipId
    rules: tuple[str, ...]


class HiddenClips:
    """A SQLite file beside the log; times are when a slate without the clip was made, in Unix seconds."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._connection = open_beside_log(path, _SCHEMA)

    def note(self, person_id: PersonId, hidden: Mapping[ClipId, tuple[str, ...]], at: datetime) -> None:
        """Notes what was kept from a slate; where the disk takes nothing it is forgotten."""
        last_s = at.timestamp()
        rows = [(person_id, rule, clip_id, last_s) for clip_id, rules in hidden.items() for rule in rules]
        try:
            with self._lock, self._connection as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(_NOTE, rows)
                connection.execute(_FORGET_OLDEST, (person_id, HIDDEN_CLIPS_MAX))
        except sqlite3.Error as error:
            if not is_storage_trouble(error):
                raise

    def since(self, person_id: PersonId, at: datetime) -> list[HiddenClip]:
        """What was kept from somebody since a time, the latest first."""
        with self._lock:
            rows = self._connection.execute(_SINCE, (person_id, at.timestamp())).fetchall()
        rules_of: dict[ClipId, tuple[str, ...]] = {}
        for rule, clip_id in rows:
            rules_of[clip_id] = (*rules_of.get(clip_id, ()), rule)
        return [HiddenClip(clip_id, rules) for clip_id, rules in rules_of.items()]

    def forget(self, person_id: PersonId) -> None:
        """Forgets what was kept from somebody."""
        with self._lock:
            self._connection.execute("DELETE FROM hidden WHERE person_id = ?", (person_id,))
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        self._connection.close()
