"""Opens the small SQLite files that stand beside the log: bounded, and no loss if they are lost."""

import sqlite3
from pathlib import Path

IN_MEMORY = Path(":memory:")
"""For what must not reach any disk."""

# What was deleted is overwritten: these files say what people asked and saw, and vectors hint at their words.
_PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;"


def open_beside_log(path: Path, schema: str) -> sqlite3.Connection:
    """A connection for use under its owner's lock, with the tables of the schema there."""
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    connection.executescript(_PRAGMAS + schema)
    return connection


def drop_journal(connection: sqlite3.Connection) -> None:
    """Empties the write-ahead file, which still holds what was deleted from the pages behind it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
