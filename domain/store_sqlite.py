"""The log in one SQLite file: durable before acknowledged, positions without gaps in the order of commits."""

import contextlib
import sqlite3
import threading
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from eventsourcing.dcb.api import (
    DCBAppendCondition,
    DCBEvent,
    DCBQuery,
    DCBReadResponse,
    DCBRecorder,
    DCBSequencedEvent,
)
from eventsourcing.dcb.persistence import DCBInfrastructureFactory, DCBListenNotifySubscription
from eventsourcing.dcb.popo import SimpleDCBReadResponse
from eventsourcing.persistence import IntegrityError, ProgrammingError
from eventsourcing.sqlite import SQLiteTrackingRecorder

from domain.proof.leaf import Row
from domain.sqlite_connections import LOCK_WAIT_S, ReaderPool, is_storage_trouble, open_writer, transaction
from domain.store import RAW_READ_ROWS_MAX, Append, LogUnavailable, Outcome, RawEvent, check_query
from domain.store_group import find_invalid, judge_in_order
from domain.store_recent_tags import RecentTags
from domain.store_sqlite_query import (
    INSERT_EVENT,
    INSERT_TAG,
    SCHEMA,
    select_break,
    select_events,
    select_raw,
    select_rows,
)
from domain.store_sqlite_watch import CommitWatch

SCHEMA_VERSION = 1
ROWS_PER_STATEMENT_MAX = 16
_TAG_SEPARATOR = "\x1f"


class SQLiteRecorder(DCBRecorder):
    """Records events in a SQLite file that the threads and processes of one machine may share.

    Every method raises LogUnavailable when the disk or the file is at fault; nothing is then half written.
    """

    def __init__(self, path: Path | str, lock_wait_s: float = LOCK_WAIT_S) -> None:
        self._path = Path(path)
        self._write_lock = threading.Lock()
        with _translated():
            self._writer = open_writer(self._path, "FULL", lock_wait_s)
            try:
                _create_schema(self._writer)
            except BaseException:
                self._writer.close()
                raise
        self._readers = ReaderPool(self._path)
        self._watch = CommitWatch(self._path)
        self._recent_tags = RecentTags()

    def append(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None = None) -> int:
        """Add events if nothing breaks the condition; the position of the last one, once it is durable.

        Raises IntegrityError if the condition does not hold, ProgrammingError if the events are none or too
        large.
        """
        (outcome,) = self.append_group([Append(events, condition)])
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def append_group(self, appends: Sequence[Append]) -> list[Outcome]:
        """Add many appends in one transaction, each judged as if those before it were already in the log.

        An append is checked and judged as a whole before any of its events goes to the file, so that a bad
        one leaves nothing behind and spoils none of its neighbours. If the commit fails, none was written.
        """
        refused = find_invalid(appends)
        with self._write_lock:
            with _translated(), transaction(self._writer):
                head = _newest(self._writer) or 0
                self._recent_tags.catch_up(head)
                refused |= self._find_broken(appends, refused)
                judged = judge_in_order(appends, refused, head)
                _insert(self._writer, judged.accepted)
            self._recent_tags.add(judged.accepted)
        if judged.accepted:
            self._watch.notify()
        return judged.outcomes

    def read(
        self, query: DCBQuery | None = None, *, after: int | None = None, limit: int | None = None
    ) -> DCBReadResponse:
        """The events that match, in order, as they stood at one moment; `head` as the library defines it."""
        check_query(query, after)
        sql, parameters = select_events(query, after or 0, limit)
        with _translated(), self._readers.snapshot() as connection:
            newest = _newest(connection) if limit is None else None
            rows = connection.execute(sql, parameters).fetchall()
        head = rows[-1][0] if limit is not None and rows else newest
        return SimpleDCBReadResponse(map(_sequenced_event, rows), head)

    def read_raw(self, after: int, limit: int, types: frozenset[str] | None = None) -> list[RawEvent]:
        """The rows, undecoded, at the `limit` positions that follow `after`; only of `types`, if given."""
        if not 0 <= limit <= RAW_READ_ROWS_MAX:
            # To read fewer than asked would look like a log that ends there.
            raise ProgrammingError(f"at most {RAW_READ_ROWS_MAX} raw rows are read at once")
        sql, parameters = select_raw(after, limit, types)
        with _translated(), self._readers.borrow() as connection:
            return connection.execute(sql, parameters).fetchall()

    def read_rows(self, after: int, limit: int) -> list[Row]:
        """The whole rows at the `limit` positions that follow `after`, as they lie there."""
        if not 0 <= limit <= RAW_READ_ROWS_MAX:
            raise ProgrammingError(f"at most {RAW_READ_ROWS_MAX} raw rows are read at once")
        sql, parameters = select_rows(after, limit)
        with _translated(), self._readers.borrow() as connection:
            rows = connection.execute(sql, parameters).fetchall()
        return [Row(position, name, _tags(tags), data) for position, name, tags, data in rows]

    def head(self) -> int:
        """The newest position; 0 for an empty log."""
        with _translated(), self._readers.borrow() as connection:
            return _newest(connection) or 0

    def subscribe(self, query: DCBQuery | None = None, *, after: int | None = None) -> "SQLiteSubscription":
        """The events that match, then those to come, whichever process writes them."""
        return SQLiteSubscription(self, query, after)

    def listen(self, event: threading.Event) -> None:
        """Set `event` now and after every commit, until `unlisten`."""
        with _translated():
            self._watch.listen(event)

    def unlisten(self, event: threading.Event) -> None:
        """Leave `event` alone from now on."""
        self._watch.unlisten(event)

    def close(self) -> None:
        """Close the file. Whoever still follows the log should stop first."""
        self._watch.close()
        self._readers.close()
        with self._write_lock:
            self._writer.close()

    def _find_broken(self, appends: Sequence[Append], invalid: Collection[int]) -> dict[int, Exception]:
        return {
            index: IntegrityError(append.condition)
            for index, append in enumerate(appends)
            if append.condition is not None and index not in invalid and self._is_broken(append.condition)
        }

    def _is_broken(self, condition: DCBAppendCondition) -> bool:
        if not self._recent_tags.may_break(condition):
            return False
        return self._writer.execute(*select_break(condition)).fetchone() is not None


class SQLiteSubscription(DCBListenNotifySubscription[SQLiteRecorder]):
    """Follows the log from a position on; leave its `with` block to end it."""

    def __init__(self, recorder: SQLiteRecorder, query: DCBQuery | None, after: int | None) -> None:
        super().__init__(recorder, query, after)
        # The pulling thread runs by now: being set once at the start makes up for a commit in between.
        recorder.listen(self._has_been_notified)

    def stop(self) -> None:
        """End the iteration, also for a thread that waits for its next event."""
        self._recorder.unlisten(self._has_been_notified)
        super().stop()


class SQLiteDCBFactory(DCBInfrastructureFactory[SQLiteTrackingRecorder]):
    """Opens the recorder for the library's own applications: `PERSISTENCE_MODULE=domain.store_sqlite`."""

    def dcb_recorder(self) -> SQLiteRecorder:
        """A recorder of the file named by `SQLITE_DBNAME`."""
        path = self.env.get("SQLITE_DBNAME")
        if not path:
            raise OSError(f"set one of {', '.join(self.env.create_keys('SQLITE_DBNAME'))} to the log's file")
        self._recorder = SQLiteRecorder(path)
        return self._recorder

    def close(self) -> None:
        """Close the recorder, if one was opened."""
        if hasattr(self, "_recorder"):
            self._recorder.close()


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if not is_storage_trouble(error):
            raise
        raise LogUnavailable(f"{error.sqlite_errorname}: {error}") from error


def _create_schema(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise LogUnavailable(f"the log has format {version}, and this program knows up to {SCHEMA_VERSION}")
    if version < SCHEMA_VERSION:
        # In one transaction, so that a crash or a second process never meets half a schema.
        connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")


def _newest(connection: sqlite3.Connection) -> int | None:
    (position,) = connection.execute("SELECT MAX(position) FROM events").fetchone()
    return position


def _insert(connection: sqlite3.Connection, accepted: Sequence[DCBSequencedEvent]) -> None:
    events = []
    tags = []
    for sequenced in accepted:
        position, event = sequenced.position, sequenced.event
        events.append((position, event.type, _TAG_SEPARATOR.join(event.tags), event.data))
        tags.extend((tag, position, event.type) for tag in dict.fromkeys(event.tags))
    _insert_rows(connection, INSERT_EVENT, "(?, ?, ?, ?)", events)
    # Neighbours in the index are written together.
    _insert_rows(connection, INSERT_TAG, "(?, ?, ?)", sorted(tags))


def _insert_rows(
    connection: sqlite3.Connection, insert: str, marks: str, rows: list[tuple[Any, ...]]
) -> None:
    """Insert rows with few statements, of few different lengths so that they stay prepared.

    Each statement hands the interpreter to another thread once. With `executemany` it would be once a row,
    which in a process whose event loop is busy costs up to one switch interval (5 ms) each.
    """
    start = 0
    rows_count = ROWS_PER_STATEMENT_MAX
    while start < len(rows):
        while rows_count > len(rows) - start:
            rows_count //= 4
        chunk = rows[start : start + rows_count]
        connection.execute(
            insert + ", ".join([marks] * rows_count), [value for row in chunk for value in row]
        )
        start += rows_count


def _sequenced_event(row: tuple[int, str, str, bytes]) -> DCBSequencedEvent:
    position, type_name, tags, data = row
    return DCBSequencedEvent(DCBEvent(type_name, data, list(_tags(tags))), position)


def _tags(text: str) -> tuple[str, ...]:
    return tuple(text.split(_TAG_SEPARATOR)) if text else ()
