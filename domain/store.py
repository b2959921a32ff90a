"""What every recorder of the log promises: appends judged in order, each written whole or not at all."""

from collections.abc import Sequence
from typing import Protocol

import msgspec
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery
from eventsourcing.persistence import ProgrammingError

EVENTS_PER_APPEND_MAX = 1_000
EVENT_BYTES_MAX = 1 << 20
TYPE_CHARS_MAX = 100
TAGS_MAX = 64
TAG_CHARS_MAX = 200
QUERY_ITEMS_MAX = 128
TYPES_PER_ITEM_MAX = 100
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
    if not append.events:
        raise ProgrammingError("an append needs at least one event")
    if len(append.events) > EVENTS_PER_APPEND_MAX:
        raise ProgrammingError(f"an append holds at most {EVENTS_PER_APPEND_MAX} events")
    for event in append.events:
        _check_event(event)
    if append.condition is not None:
        check_query(append.condition.fail_if_events_match, append.condition.after)


def check_query(query: DCBQuery | None, after: int | None) -> None:
    """Raise ProgrammingError if a query is too long or names what no event can have."""
    if after is not None and not 0 <= after <= POSITION_MAX:
        raise ProgrammingError(f"a position is 0 to {POSITION_MAX}")
    items = query.items if query is not None else []
    if len(items) > QUERY_ITEMS_MAX:
        raise ProgrammingError(f"a query holds at most {QUERY_ITEMS_MAX} clauses")
    for item in items:
        if len(item.types) > TYPES_PER_ITEM_MAX:
            raise ProgrammingError(f"a clause names at most {TYPES_PER_ITEM_MAX} types")
        _check_names(item.types, item.tags)


def _check_event(event: DCBEvent) -> None:
    if not isinstance(event.data, bytes) or len(event.data) > EVENT_BYTES_MAX:
        raise ProgrammingError(f"an event's data is at most {EVENT_BYTES_MAX} bytes")
    _check_names([event.type], event.tags)


def _check_names(types: Sequence[str], tags: Sequence[str]) -> None:
    if not all(_is_storable(name, TYPE_CHARS_MAX) for name in types):
        raise ProgrammingError(f"a type is 1 to {TYPE_CHARS_MAX} printable characters")
    if len(tags) > TAGS_MAX or not all(_is_storable(tag, TAG_CHARS_MAX) for tag in tags):
        raise ProgrammingError(f"at most {TAGS_MAX} tags, each 1 to {TAG_CHARS_MAX} printable characters")


def _is_storable(text: str, chars_max: int) -> bool:
    # Printable rules out lone surrogates, which no store can encode, and the separator of tags on disk.
    return isinstance(text, str) and 0 < len(text) <= chars_max and text.isprintable()
