"""How this application opens SQLite files: one careful writer, and read-only readers that are given back."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

LOCK_WAIT_S = 10.0
CACHE_KIB = 65_536
CHECKPOINT_PAGES = 16000
WAL_BYTES_KEPT = 64 << 20

_TROUBLE_CODES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PROTOCOL,
    }
)


def is_storage_trouble(error: sqlite3.Error) -> bool:
    """Whether the disk or the file is at fault (full, locked, damaged), not the statement."""
    return _primary_code(error) in _TROUBLE_CODES


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is broken, so that waiting will not help."""
    return _primary_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _primary_code(error: sqlite3.Error) -> int:
    # The low byte of an extended code; errors of the Python module itself carry none.
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def open_writer(
    path: Path, synchronous: Literal["FULL", "NORMAL"], lock_wait_s: float = LOCK_WAIT_S
) -> sqlite3.Connection:
    """Open a file for writing in WAL mode, creating it if needed; transactions are begun by hand."""
    connection = sqlite3.connect(
        path, timeout=lock_wait_s, isolation_level=None, check_same_thread=False, cached_statements=512
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        # What is deleted is overwritten: the tables of views hold what people wrote and are called.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        connection.execute(f"PRAGMA journal_size_limit = {WAL_BYTES_KEPT}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def open_reader(path: Path, lock_wait_s: float = LOCK_WAIT_S) -> sqlite3.Connection:
    """Open an existing file read-only."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        timeout=lock_wait_s,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
    )


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Take the write lock, commit at the end, and undo everything if anything raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself; then there is nothing left to undo.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class ReaderPool:
    """Read-only connections to one file, each used by one thread at a time and kept open for the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._is_closed = False

    @contextlib.contextmanager
    def borrow(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection; raises sqlite3.Error if the file cannot be opened."""
        connection = self._take()
        try:
            yield connection
        finally:
            self._give_back(connection)

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to which the file stands still."""
        with self.borrow() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    def close(self) -> None:
        """Keep no connection any more: what is on loan, or still lent later, is closed when it comes back."""
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _take(self) -> sqlite3.Connection:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return open_reader(self._path)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            if not self._is_closed:
                self._idle.append(connection)
                return
        connection.close()
