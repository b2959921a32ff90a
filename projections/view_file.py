"""The file of a view group: found through a link, so that a rebuilt one replaces it in one step."""

import contextlib
import fcntl
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from domain.sqlite_connections import ReaderPool, open_writer
from projections.view import ViewGroup

_CHECKPOINT_SCHEMA = """
CREATE TABLE checkpoint (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1), position INTEGER NOT NULL, views TEXT NOT NULL
) STRICT;
"""


class ViewMissing(Exception):
    """The view was never built here."""

    code = "view_missing"
    safe_text = "This page is being prepared. Please try again shortly."


class ViewFile:
    """Where a group's tables lie: `NAME.db` is a link to the file in use.

    A database in WAL mode is more than its one file, and cannot be replaced under that name: the journal of
    the old would be taken for that of the new. So every file has its own name, and only the link is replaced.
    """

    def __init__(self, folder: Path, group_name: str) -> None:
        self._folder = folder
        self._name = group_name
        self._link = folder / f"{group_name}.db"

    def current(self) -> Path | None:
        """The file in use, if there is one."""
        try:
            return self._folder / os.readlink(self._link)
        except FileNotFoundError:
            return None

    def create(self, group: ViewGroup) -> Path:
        """Make a new file with empty tables at position 0, not yet in use."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{self._name}-{secrets.token_hex(8)}.db"
        with contextlib.closing(open_writer(path, "NORMAL")) as connection:
            create_tables(connection, group)
        return path

    def put_in_use(self, path: Path) -> None:
        """Let the link point to `path`, and delete what is older than the file that it pointed to so far.

        That one stays until the next time, for readers who followed the link a moment ago.
        """
        previous = self.current()
        link = self._folder / f"{self._name}.{secrets.token_hex(8)}.link"
        link.symlink_to(path.name)
        link.replace(self._link)
        _sync_folder(self._folder)
        self._delete_but(path, previous)

    def drop_previous(self) -> None:
        """Delete all but the file in use; whoever still reads another should have had a moment to go on."""
        self._delete_but(self.current())

    def delete(self, path: Path) -> None:
        """Remove a file that is not in use."""
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)

    def _delete_but(self, *kept: Path | None) -> None:
        for file in self._folder.glob(f"{self._name}-*.db"):
            if file not in kept:
                self.delete(file)

    @contextlib.contextmanager
    def build_lock(self) -> Iterator[None]:
        """Held while a file is built and put in use; waits for other threads and processes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / f"{self._name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


class ViewReader:
    """Reads a group's tables from any thread, always in the file that is in use."""

    def __init__(self, file: ViewFile) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._pool: ReaderPool | None = None

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection whose rows and `position_of` belong together; raises ViewMissing, sqlite3.Error."""
        with self._current_pool().snapshot() as connection:
            yield connection

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            if self._pool is not None:
                self._pool.close()

    def _current_pool(self) -> ReaderPool:
        path = self._file.current()
        if path is None:
            raise ViewMissing
        with self._lock:
            if path != self._path or self._pool is None:
                if self._pool is not None:
                    self._pool.close()
                self._path, self._pool = path, ReaderPool(path)
            return self._pool


def create_tables(connection: sqlite3.Connection, group: ViewGroup) -> None:
    """Create the checkpoint, at position 0, and the tables of all views of the group."""
    connection.executescript(_CHECKPOINT_SCHEMA)
    group.create(connection)
    connection.execute("INSERT INTO checkpoint VALUES (1, 0, ?)", (group.fingerprint(),))


def position_of(connection: sqlite3.Connection) -> int:
    """The position of the last event that the tables take into account."""
    (position,) = connection.execute("SELECT position FROM checkpoint").fetchone()
    return position


def fingerprint_of(connection: sqlite3.Connection) -> str:
    """Which views, in which versions, built this file."""
    (fingerprint,) = connection.execute("SELECT views FROM checkpoint").fetchone()
    return fingerprint


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
