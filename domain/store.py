"""What every recorder of the log promises: appends judged in order, each written whole or not at all."""

from collections.abc import Sequence
from typing import Protocol

import msgspec
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery
from eventsourcing.persistence import ProgrammingError

EVENTS_PER_APPEND_MAX = 1_000
EVENT_BYTES_MAX = 1 << 20
NAME_CHARS_MAX = 200
TAGS_MAX = 64
TYPES_MAX = 100
QUERY_ITEMS_MAX = 128
RAW_READ_ROWS_MAX = 10_000
POSITION_MAX = (1 << 63) - 1

RawEvent = tuple[int, str, bytes]
"""One row of the log as it lies there: position, log name, encoded event."""


class LogUnavailable(Exception):
    """The log cannot be read or written just now: full disk, lock held too long, damaged file, closed writer.

    `safe_text` may be shown to anyone; `str(error)` is what the store said and belongs in the server's log.
    """

    code = "log_unavailable"
    safe_text = "The log cannot be reached at the moment; nothing was recorded. Please try again later."


class LogOverloaded(Exception):
    """More appends are waiting for the writer than it may queue."""

    code = "log_overloaded"
    safe_text = "Too much is being written at the moment; nothing was recorded. Please try again shortly."


class Append(msgspec.Struct, frozen=True):
    """Events that belong together, and the condition under which they may be added."""

    events: Sequence[DCBEvent]
    condition: DCBAppendCondition | None = None


Outcome = int | Exception
"""What became of one append of a group: the position of its last event, or why none was written."""


class GroupRecorder(Protocol):
    """A recorder that can write many appends in one transaction."""

    def append_group(self, appends: Sequence[Append]) -> list[Outcome]:
        """Write in order those appends whose conditions hold; LogUnavailable means that none was written."""


def check_append(append: Append) -> None:
    """Raise ProgrammingError if an append is empty, too large or not storable."""
    if not 1 <= len(append.events) <= EVENTS_PER_APPEND_MAX:
        raise ProgrammingError(f"an append holds 1 to {EVENTS_PER_APPEND_MAX} events")
    names: list[str] = []
    for event in append.events:
        if not isinstance(event.data, bytes) or len(event.data) > EVENT_BYTES_MAX:
            raise ProgrammingError(f"an event's data is at most {EVENT_BYTES_MAX} bytes")
        if len(event.tags) > TAGS_MAX:
            raise ProgrammingError(f"an event has at most {TAGS_MAX} tags")
        names += (event.type, *event.tags)
    if append.condition is not None:
        names += _names_of_query(append.condition.fail_if_events_match, append.condition.after)
    _check_names(names)


def check_query(query: DCBQuery | None, after: int | None) -> None:
    """Raise ProgrammingError if a query is too long or names what no event can have."""
    _check_names(_names_of_query(query or DCBQuery(), after))


def _names_of_query(query: DCBQuery, after: int | None) -> list[str]:
    if after is not None and not 0 <= after <= POSITION_MAX:
        raise ProgrammingError(f"a position is 0 to {POSITION_MAX}")
    if len(query.items) > QUERY_ITEMS_MAX:
        raise ProgrammingError(f"a query holds at most {QUERY_ITEMS_MAX} clauses")
    names: list[str] = []
    for item in query.items:
        if len(item.types) > TYPES_MAX or len(item.tags) > TAGS_MAX:
            raise ProgrammingError(f"a clause names at most {TYPES_MAX} types and {TAGS_MAX} tags")
        names += item.types
        names += item.tags
    return names


def _check_names(names: list[str]) -> None:
    # The writer asks this of every append: a few calls for all its names, not a few for each of them.
    # Printable rules out lone surrogates, which no store can encode, and the separator of tags on disk.
    try:
        is_text = "".join(names).isprintable() and "" not in names
    except TypeError:
        is_text = False
    if not is_text or max(map(len, names), default=0) > NAME_CHARS_MAX:
        raise ProgrammingError(f"a type or tag is text of 1 to {NAME_CHARS_MAX} printable characters")
