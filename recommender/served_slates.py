"""Keeps what each served slate was made from, sealed as its viewer's, to make it again when it is dropped."""

import sqlite3
import threading
from pathlib import Path

import msgspec

from domain.codec import Sealer
from domain.ids import PersonId
from domain.sqlite_connections import is_storage_trouble
from recommender.beside_log import drop_journal, open_beside_log
from recommender.look import Look
from recommender.slate_inputs import SlateInputs

SERVED_PER_VIEWER_MAX = 5_000
FORGET_EVERY_SLATES = 64

_SCHEMA = """
CREATE TABLE IF NOT EXISTS served (
    place INTEGER PRIMARY KEY AUTOINCREMENT, slate_id TEXT NOT NULL UNIQUE, viewer_id TEXT NOT NULL,
    position INTEGER NOT NULL, inputs TEXT NOT NULL -- sealed
);
CREATE INDEX IF NOT EXISTS served_by_viewer ON served (viewer_id, position);
"""
_KEEP = "INSERT OR IGNORE INTO served (slate_id, viewer_id, position, inputs) VALUES (?, ?, ?, ?)"
_FORGET_OF_VIEWER = """
DELETE FROM served WHERE place IN (
    SELECT place FROM served WHERE viewer_id = ? ORDER BY place DESC LIMIT -1 OFFSET ?
)
"""

_decode = msgspec.json.Decoder(SlateInputs).decode


class ServedSlates:
    """A SQLite file beside the log; each viewer's latest `SERVED_PER_VIEWER_MAX` are kept, or a few more."""

    def __init__(self, path: Path, sealer: Sealer) -> None:
        self._sealer = sealer
        self._lock = threading.Lock()
        self._connection = open_beside_log(path, _SCHEMA)

    def keep(self, inputs: SlateInputs) -> None:
        """Keeps a slate's inputs; where the disk takes nothing they are forgotten at once. Raises KeyDestroyed."""
        sealed = self._sealer.seal(inputs.viewer_id, msgspec.json.encode(inputs).decode(), inputs.slate_id)
        row = (inputs.slate_id, inputs.viewer_id, inputs.position, sealed)
        try:
            with self._lock:
                place = self._connection.execute(_KEEP, row).lastrowid or 0
                if place % FORGET_EVERY_SLATES == 0:
                    self._connection.execute(_FORGET_OF_VIEWER, (inputs.viewer_id, SERVED_PER_VIEWER_MAX))
        except sqlite3.Error as error:
            if not is_storage_trouble(error):
                raise

    def get(self, slate_id: str, viewer_id: PersonId) -> SlateInputs | None:
        """The inputs of a slate, if it is this viewer's."""
        found = self._read("slate_id = ? AND viewer_id = ?", (slate_id, viewer_id))
        return found[0] if found else None

    def as_of(self, viewer_id: PersonId, position: int, look: Look) -> SlateInputs | None:
        """The inputs of the viewer's latest slate of this look that was made at exactly this position."""
        found = self._read("viewer_id = ? AND position = ? ORDER BY place DESC", (viewer_id, position))
        return next((each for each in found if each.look == look), None)

    def kept_of(self, viewer_id: PersonId, after_place: int, limit: int) -> tuple[list[SlateInputs], int]:
        """Up to `limit` of a viewer's, oldest first, after a place in the file, and the place of the last."""
        query = "SELECT place FROM served WHERE viewer_id = ? AND place > ? ORDER BY place LIMIT ?"
        with self._lock:
            places = [place for (place,) in self._connection.execute(query, (viewer_id, after_place, limit))]
        if not places:
            return [], after_place
        values = (viewer_id, after_place, places[-1])
        return self._read("viewer_id = ? AND place > ? AND place <= ? ORDER BY place", values), places[-1]

    def forget(self, viewer_id: PersonId) -> None:
        """Forgets what a viewer was served."""
        with self._lock:
            self._connection.execute("DELETE FROM served WHERE viewer_id = ?", (viewer_id,))
            drop_journal(self._connection)

    def close(self) -> None:
        """Ends the use of the file."""
        self._connection.close()

    def _read(self, condition: str, values: tuple[str | int, ...]) -> list[SlateInputs]:
        query = f"SELECT slate_id, viewer_id, inputs FROM served WHERE {condition}"
        with self._lock:
            rows = self._connection.execute(query, values).fetchall()
        texts = [self._sealer.open(viewer_id, sealed, slate_id) for slate_id, viewer_id, sealed in rows]
        return [_decode(text) for text in texts if text is not None]
