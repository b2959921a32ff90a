"""Wakes those who follow a SQLite log when this process, or any other, commits to it."""

import contextlib
import functools
import sqlite3
import threading
from pathlib import Path

from domain.sqlite_connections import open_reader

POLL_INTERVAL_S = 0.05


class CommitWatch:
    """Sets the events of its listeners after each commit; looks for those of other processes by polling."""

    def __init__(self, path: Path, poll_interval_s: float = POLL_INTERVAL_S) -> None:
        self._path = path
        self._poll_interval_s = poll_interval_s
        self._lock = threading.Lock()
        self._listeners: set[threading.Event] = set()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def listen(self, event: threading.Event) -> None:
        """Set `event` now and after every commit; raises sqlite3.Error if the file cannot be opened."""
        with self._lock:
            self._listeners.add(event)
            if self._thread is None and not self._stop.is_set():
                poll = functools.partial(self._poll, open_reader(self._path))
                self._thread = threading.Thread(target=poll, name="log-watch", daemon=True)
                self._thread.start()
        event.set()

    def unlisten(self, event: threading.Event) -> None:
        """Leave `event` alone from now on."""
        with self._lock:
            self._listeners.discard(event)

    def notify(self) -> None:
        """Wake all listeners."""
        with self._lock:
            listeners = tuple(self._listeners)
        for event in listeners:
            event.set()

    def close(self) -> None:
        """Stop watching and wake everybody a last time."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        self.notify()

    def _poll(self, reader: sqlite3.Connection) -> None:
        with contextlib.closing(reader) as connection:
            seen = None
            while not self._stop.wait(self._poll_interval_s):
                # The number changes when another connection, here or elsewhere, commits. A moment of trouble
                # with the disk is no reason to stop looking.
                with contextlib.suppress(sqlite3.OperationalError):
                    (version,) = connection.execute("PRAGMA data_version").fetchone()
                    if version != seen:
                        seen = version
                        self.notify()
