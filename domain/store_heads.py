"""The heads that were signed, in one SQLite file that only grows: whoever rewrites history must answer to them."""

import threading
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from domain.sqlite_connections import ReaderPool, open_writer, transaction

_SCHEMA = """
CREATE TABLE IF NOT EXISTS heads (
    origin TEXT NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL, signed_at TEXT NOT NULL,
    PRIMARY KEY (origin, size)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cosignatures (
    origin TEXT NOT NULL, size INTEGER NOT NULL, witness TEXT NOT NULL, line TEXT NOT NULL,
    PRIMARY KEY (origin, size, witness)
) STRICT, WITHOUT ROWID;
"""
_SELECT = "SELECT size, root, note, signed_at FROM heads WHERE origin = ?"


class Head(NamedTuple):
    """A signed head: how many entries, their root, the signed note with its cosignatures, and when it was signed."""

    size: int
    root: bytes
    note: str
    signed_at: datetime


class HeadStore:
    """The heads of one origin. Several processes may share the file."""

    def __init__(self, path: Path, origin: str) -> None:
        self._origin = origin
        self._writer = open_writer(path, "FULL")
        self._writer.executescript(_SCHEMA)
        self._lock = threading.Lock()
        self._readers = ReaderPool(path)

    def latest(self) -> Head | None:
        """The largest head."""
        return self._head(f"{_SELECT} ORDER BY size DESC LIMIT 1")

    def covering(self, size: int) -> Head | None:
        """The smallest head of at least `size` entries."""
        return self._head(f"{_SELECT} AND size >= ? ORDER BY size LIMIT 1", size)

    def of_size(self, size: int) -> Head | None:
        """The head of exactly `size` entries."""
        return self._head(f"{_SELECT} AND size = ?", size)

    def keep(self, head: Head) -> None:
        """Keeps a head for good, durable before return; one no larger than the newest is passed over."""
        with self._lock, transaction(self._writer):
            (newest,) = self._writer.execute(
                "SELECT MAX(size) FROM heads WHERE origin = ?", (self._origin,)
            ).fetchone()
            if newest is None or newest < head.size:
                row = (self._origin, head.size, head.root, head.note, head.signed_at.isoformat())
                self._writer.execute("INSERT INTO heads VALUES (?, ?, ?, ?, ?)", row)

    def cosign(self, size: int, witness: str, line: str) -> None:
        """Keeps a witness's line under a head, in place of its earlier one."""
        with self._lock, transaction(self._writer):
            row = (self._origin, size, witness, line)
            self._writer.execute("INSERT OR REPLACE INTO cosignatures VALUES (?, ?, ?, ?)", row)

    def close(self) -> None:
        """Close the file."""
        self._readers.close()
        self._writer.close()

    def _head(self, sql: str, *parameters: int) -> Head | None:
        with self._readers.snapshot() as connection:
            row = connection.execute(sql, (self._origin, *parameters)).fetchone()
            if row is None:
                return None
            size, root, note, signed_at = row
            lines = connection.execute(
                "SELECT line FROM cosignatures WHERE origin = ? AND size = ? ORDER BY witness",
                (self._origin, size),
            ).fetchall()
        return Head(size, root, note + "".join(line for (line,) in lines), datetime.fromisoformat(signed_at))
