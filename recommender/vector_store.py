"""Keeps the clips' vectors and how far the log was read, so that a restart embeds nothing twice."""

import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from domain.ids import ClipId
from recommender.beside_log import drop_journal, open_beside_log
from recommender.embedder import VECTOR_DIMENSIONS

_SCHEMA = """
CREATE TABLE IF NOT EXISTS vector (clip_id TEXT PRIMARY KEY, numbers BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL, description_version INTEGER NOT NULL
);
"""


class Kept(NamedTuple):
    """All that is kept: clips, the vectors of each, float32 (1 + n, 384), and the position they hold up to.

    The first is of all that a clip is described by, the others of its parts.
    """

    clip_ids: list[ClipId]
    vectors: list[np.ndarray]
    position: int


class VectorStore:
    """A SQLite file of vectors beside the log; it can be lost, and is then made again from the log."""

    def __init__(self, path: Path, description_version: int) -> None:
        self._version = description_version
        self._lock = threading.Lock()
        self._connection = open_beside_log(path, _SCHEMA)

    def load(self) -> Kept:
        """What is kept; nothing, at position 0, where it was made from other descriptions than today's."""
        with self._lock:
            found = self._connection.execute(
                "SELECT position, description_version FROM checkpoint"
            ).fetchone()
            if found is None or found[1] != self._version:
                self._connection.execute("DELETE FROM vector")
                return Kept([], [], 0)
            rows = self._connection.execute("SELECT clip_id, numbers FROM vector ORDER BY clip_id").fetchall()
        vectors = [np.frombuffer(blob, np.float32).reshape(-1, VECTOR_DIMENSIONS) for _, blob in rows]
        return Kept([clip_id for clip_id, _ in rows], vectors, found[0])

    def write(
        self,
        position: int,
        clip_ids: Sequence[ClipId],
        vectors: Sequence[np.ndarray],
        removed: Collection[ClipId],
    ) -> None:
        """Adds and removes vectors and moves the checkpoint, in one transaction."""
        rows = [(clip_id, vector.tobytes()) for clip_id, vector in zip(clip_ids, vectors, strict=True)]
        with self._lock, self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)
            connection.executemany(
                "DELETE FROM vector WHERE clip_id = ?", [(clip_id,) for clip_id in removed]
            )
            connection.execute(
                "INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?)", (position, self._version)
            )

    def remove(self, clip_ids: Collection[ClipId]) -> None:
        """Removes vectors so that no trace of them is left in the file; unknown ones are passed over."""
        with self._lock:
            self._connection.executemany(
                "DELETE FROM vector WHERE clip_id = ?", [(clip_id,) for clip_id in clip_ids]
            )
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        self._connection.close()
