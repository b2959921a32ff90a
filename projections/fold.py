"""Brings the tables of a view group forward: decode rows, apply them, move the checkpoint, all or nothing."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from domain.sqlite_connections import is_storage_trouble, transaction
from domain.store import LogUnavailable, RawEvent
from projections.view import Recorded, ViewGroup
from projections.view_file import position_of

Decode = Callable[[str, bytes], tuple[Any, Any]]
"""Turns a log name and an encoded event into the event and its meta."""


class RawLog(Protocol):
    """What views need of the log."""

    def read_raw(self, after: int, limit: int, types: frozenset[str] | None) -> list[RawEvent]:
        """The rows of these types, or of all, at the `limit` positions that follow `after`."""

    def head(self) -> int:
        """The newest position; there is none without an event up to it."""


class PoisonEvent(Exception):
    """An event that cannot be decoded, or that a view cannot apply; what came before it was applied."""

    def __init__(self, position: int, cause: Exception) -> None:
        # The cause's own text may quote the event, and with it personal data.
        super().__init__(f"event {position}: {type(cause).__name__}")
        self.position = position


def is_passing(error: Exception) -> bool:
    """Whether the same step may succeed later: the disk or a lock is at fault, not the event."""
    return isinstance(error, LogUnavailable) or (
        isinstance(error, sqlite3.Error) and is_storage_trouble(error)
    )


def advance(
    connection: sqlite3.Connection,
    group: ViewGroup,
    log: RawLog,
    decode: Decode,
    positions_count: int,
    upto_position: int,
) -> bool:
    """Take in the next events, at most so many and none beyond a position; False if there was nothing to do.

    Somebody else may do the same at once: each event is applied by one of them. Raises PoisonEvent after
    applying what precedes that event.
    """
    before = position_of(connection)
    last = min(before + positions_count, upto_position)
    if last <= before:
        return False
    batch, poison = decode_rows(log.read_raw(before, last - before, group.types()), decode)
    if poison:
        last = poison.position - 1
    if last > before:
        _apply(connection, group, batch, before, last)
    if poison:
        raise poison
    return True


def decode_rows(rows: Sequence[RawEvent], decode: Decode) -> tuple[list[Recorded], PoisonEvent | None]:
    """The events of these rows, up to the first that cannot be decoded."""
    batch: list[Recorded] = []
    for position, type_name, data in rows:
        try:
            event, meta = decode(type_name, data)
        except Exception as error:
            if is_passing(error):
                raise
            return batch, PoisonEvent(position, error)
        batch.append(Recorded(position, event, meta))
    return batch, None


def _apply(
    connection: sqlite3.Connection, group: ViewGroup, batch: list[Recorded], before: int, last: int
) -> None:
    try:
        _apply_together(connection, group, batch, before, last)
    except Exception as error:
        if is_passing(error) or not batch:
            raise
        if len(batch) == 1:
            raise PoisonEvent(batch[0].position, error) from error
        # One by one, to keep what is good and to learn which is not.
        for recorded in batch:
            _apply(connection, group, [recorded], before, recorded.position)
            before = recorded.position
        _apply(connection, group, [], before, last)


def _apply_together(
    connection: sqlite3.Connection, group: ViewGroup, batch: list[Recorded], before: int, last: int
) -> None:
    with transaction(connection):
        moved = connection.execute(
            "UPDATE checkpoint SET position = ? WHERE position = ?", (last, before)
        ).rowcount
        if moved and batch:
            group.apply(connection, batch)
