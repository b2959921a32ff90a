"""Keeps one view group up to the log: wakes with every commit, and rebuilds what is outdated."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from domain.sqlite_connections import is_damage, open_writer
from projections.fold import Decode, PoisonEvent, RawLog, advance, is_passing
from projections.rebuild import is_outdated, rebuild
from projections.view import ViewGroup
from projections.view_file import ViewFile, ViewMissing, fingerprint_of, position_of

# Large enough that many events of a batch change the same rows, which are then written once.
BATCH_POSITIONS = 5_000
RETRY_INTERVAL_S = 1.0

State = Literal["new", "rebuilding", "following", "waiting", "stalled", "stopped"]

logger = logging.getLogger(__name__)


class Log(RawLog, Protocol):
    """What a runner needs of the log."""

    def listen(self, event: threading.Event) -> None:
        """Set `event` now and after every commit."""

    def unlisten(self, event: threading.Event) -> None:
        """Leave `event` alone from now on."""


class Health(msgspec.Struct, frozen=True):
    """How a view group fares; `reason` says why it waits or stalled and holds no personal data."""

    name: str
    state: State
    position: int
    reason: str | None = None


class OtherVersion(Exception):
    """Somebody put tables in use that were built by other versions of these views."""


class Runner:
    """Follows the log for one view group. Several processes may each run one on the same folder."""

    def __init__(
        self, log: Log, group: ViewGroup, folder: Path, decode: Decode, batch_positions: int = BATCH_POSITIONS
    ) -> None:
        self.file = ViewFile(folder, group.name)
        self._log = log
        self._group = group
        self._decode = decode
        self._batch_positions = batch_positions
        self._state: State = "new"
        self._reason: str | None = None
        self._position = 0
        self._path: Path | None = None
        self._connection: sqlite3.Connection | None = None
        self._is_damaged = False
        self._callbacks: list[Callable[[int], None]] = []
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def health(self) -> Health:
        """State and position at this moment."""
        return Health(self._group.name, self._state, self._position, self._reason)

    def position(self) -> int:
        """The newest position that this runner saw its tables reach."""
        return self._position

    def on_position(self, callback: Callable[[int], None]) -> Callable[[], None]:
        """Call back, from the runner's thread, with each new position; returns how to end that."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def follow(self) -> None:
        """Start a thread that follows the log; tables that were never built are there, empty, at once."""
        self.prepare()
        self._log.listen(self._wake)
        self._thread = threading.Thread(target=self._run, name=f"view-{self._group.name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread after the batch in hand, and close the file."""
        self._log.unlisten(self._wake)
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
        self._close_file()
        if self._state != "stalled":
            self._state = "stopped"

    def prepare(self) -> None:
        """Put empty tables in use if there are none yet."""
        if self.file.current() is not None:
            return
        with self.file.build_lock():
            if self.file.current() is None:
                self.file.put_in_use(self.file.create(self._group))

    def step(self) -> bool:
        """Apply one batch; False if the tables had reached the head of the log. Raises PoisonEvent."""
        connection = self._current_connection()
        head = self._log.head()
        try:
            return advance(connection, self._group, self._log, self._decode, self._batch_positions, head)
        finally:
            self._announce(position_of(connection))

    def rebuild(self) -> None:
        """Build the tables anew and put them in use. Raises PoisonEvent, which leaves the old ones in use."""
        with self.file.build_lock():
            self._rebuild()

    def renew(self, grace_s: float) -> None:
        """The same, and nothing is left of the old tables once their readers had `grace_s` to go on."""
        with self.file.build_lock():
            self._rebuild()
            self._stop.wait(grace_s)
            self.file.drop_previous()

    def _rebuild(self) -> None:
        rebuild(self.file, self._group, self._log, self._decode, self._batch_positions, self._stop.is_set)
        self._is_damaged = False

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait()
            self._wake.clear()
            try:
                self._catch_up()
            except Exception as error:
                if not is_passing(error):
                    self._stall(error)
                    return
                self._wait(error)

    def _catch_up(self) -> None:
        if self._connection is None and self._is_outdated():
            self._state = "rebuilding"
            with self.file.build_lock():
                # Another process may have rebuilt them while we waited for the lock.
                if self._is_outdated():
                    self._rebuild()
        while not self._stop.is_set():
            has_more = self.step()
            self._state, self._reason = "following", None
            if not has_more:
                return

    def _is_outdated(self) -> bool:
        return self._is_damaged or is_outdated(self.file, self._group, self._log.head())

    def _wait(self, error: Exception) -> None:
        """Try again after a while. Damaged tables are not worth trying again: rebuild them then."""
        self._state, self._reason = "waiting", type(error).__name__
        self._is_damaged |= isinstance(error, sqlite3.Error) and is_damage(error)
        self._close_file()
        self._stop.wait(RETRY_INTERVAL_S)
        self._wake.set()

    def _stall(self, error: Exception) -> None:
        """Stop rather than skip an event: the tables stay right up to the event before it."""
        self._state = "stalled"
        # The text of an error that nobody foresaw may quote the event, and with it personal data.
        self._reason = str(error) if isinstance(error, PoisonEvent) else type(error).__name__
        logger.error("view group %s stalled: %s", self._group.name, self._reason)

    def _current_connection(self) -> sqlite3.Connection:
        path = self.file.current()
        if self._connection is None or path != self._path:
            self._close_file()
            if path is None:
                raise ViewMissing
            self._connection = open_writer(path, "NORMAL")
            self._path = path
            if fingerprint_of(self._connection) != self._group.fingerprint():
                raise OtherVersion
        return self._connection

    def _close_file(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _announce(self, position: int) -> None:
        if position == self._position:
            return
        self._position = position
        for callback in tuple(self._callbacks):
            try:
                callback(position)
            except Exception:
                logger.exception("a listener of view group %s failed", self._group.name)
