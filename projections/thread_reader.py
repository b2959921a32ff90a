"""One read connection a thread to the tables in use, for code that asks many small questions."""

import sqlite3
import threading
from pathlib import Path

from domain.sqlite_connections import open_reader
from projections.view_file import ViewFile, ViewMissing


class ThreadReader:
    """Follows a group's file through rebuilds; each call gives the calling thread its connection."""

    def __init__(self, file: ViewFile) -> None:
        self._file = file
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[sqlite3.Connection] = []

    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection. Raises ViewMissing."""
        path = self._file.current()
        if path is None:
            raise ViewMissing
        if getattr(self._local, "path", None) != path:
            self._local.connection = self._open(path)
            self._local.path = path
        return self._local.connection

    def close(self) -> None:
        """Close all connections, whichever thread they belong to."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()

    def _open(self, path: Path) -> sqlite3.Connection:
        connection = open_reader(path)
        with self._lock:
            previous = getattr(self._local, "connection", None)
            if previous is not None:
                self._opened.remove(previous)
                previous.close()
            self._opened.append(connection)
        return connection
