"""What all views share: a batch written statement by statement, and rows read as typed structs."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, get_args

import msgspec

from domain.events import Event
from projections.view import Recorded

Change = tuple[str, Sequence[Any] | Mapping[str, Any]]
Reader = Callable[[str], Any]
Row = TypeVar("Row", bound=msgspec.Struct)


def write(
    connection: sqlite3.Connection,
    batch: Iterable[Recorded],
    changes: Callable[[Recorded], Iterable[Change]],
    statements: Sequence[str],
) -> None:
    """Runs each statement once, in the order of `statements`, with all its values in the log's order.

    Statements therefore run out of step with one another: each must come to the same rows whatever
    the others have already done with later events. Raises KeyError for a statement not in the list.
    """
    values_of: dict[str, list[Sequence[Any] | Mapping[str, Any]]] = {
        statement: [] for statement in statements
    }
    for recorded in batch:
        for statement, values in changes(recorded):
            values_of[statement].append(values)
    for statement, values in values_of.items():
        if values:
            connection.executemany(statement, values)


def log_names(event_types: Iterable[type[Event]]) -> frozenset[str]:
    """What the log calls these events, for a view to say which it looks at."""
    return frozenset(event_type.name for event_type in event_types)


def columns(row_type: type[msgspec.Struct], table: str) -> str:
    """The columns of a table named as the fields of a struct, for a SELECT."""
    return ", ".join(f"{table}.{field}" for field in row_type.__struct_fields__)


def read_all(
    connection: sqlite3.Connection, row_type: type[Row], query: str, values: Sequence[Any] = ()
) -> list[Row]:
    """All rows of a query whose columns stand in the order of the struct's fields."""
    readers = _readers(row_type)
    return [_row(row_type, readers, row) for row in connection.execute(query, values)]


def read_one(
    connection: sqlite3.Connection, row_type: type[Row], query: str, values: Sequence[Any] = ()
) -> Row | None:
    """The first row of a query, or None."""
    rows = read_all(connection, row_type, query, values)
    return rows[0] if rows else None


def _row(row_type: type[Row], readers: Sequence[tuple[int, Reader]], values: Sequence[Any]) -> Row:
    fields = list(values)
    for index, read in readers:
        if fields[index] is not None:
            fields[index] = read(fields[index])
    return row_type(*fields)


@cache
def _readers(row_type: type[msgspec.Struct]) -> tuple[tuple[int, Reader], ...]:
    # Worked out once a type: a page of thirty clips is read in the time that checking each field would take.
    fields = enumerate(msgspec.structs.fields(row_type))
    return tuple((index, reader) for index, field in fields if (reader := _reader(field.type)) is not None)


def _reader(field_type: Any) -> Reader | None:
    options = get_args(field_type) or (field_type,)
    if datetime in options:
        return datetime.fromisoformat
    structs = (each for each in options if isinstance(each, type) and issubclass(each, msgspec.Struct))
    kind = next(structs, None)
    return None if kind is None else msgspec.json.Decoder(kind).decode


def id_list(ids: Iterable[str]) -> str:
    """Any number of ids as one value, for `IN (SELECT value FROM json_each(?))`."""
    return msgspec.json.encode(list(ids)).decode()


def instant(at: datetime) -> str:
    """A time as a view keeps it: RFC 3339 in UTC."""
    return msgspec.to_builtins(at)  # ten times as fast as `isoformat`, which a replay would feel
