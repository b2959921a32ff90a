"""What happened to a person, a clip or anything else that has an id, and who did it?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from domain.codec import tag_fields, tags_in
from domain.events import EVENT_TYPES, ClipReported, GenerationRequested, PersonBlocked, PersonUnblocked
from domain.ids import PersonId
from projections.rows import Change, columns, id_list, instant, log_names, read_all, write
from projections.view import Recorded, View

# Ids and times alone: what people typed stays in the log, sealed.
SCHEMA = """
CREATE TABLE audit_trail (
    tag TEXT NOT NULL,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    actor TEXT NOT NULL,
    correlation TEXT NOT NULL,
    causation TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (tag, position)
) WITHOUT ROWID;
"""

_ENTRY = "INSERT INTO audit_trail VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_TAG_FIELDS = {event_type: tag_fields(event_type) for event_type in EVENT_TYPES}


class Entry(msgspec.Struct, frozen=True):
    """One event that carries a tag; `type` is its name in the log."""

    position: int
    type: str
    actor: str
    correlation: str
    causation: str
    recorded_at: datetime


_SELECT = f"SELECT {columns(Entry, 'audit_trail')} FROM audit_trail"


def _changes(recorded: Recorded) -> Iterator[Change]:
    event, meta = recorded.event, recorded.meta
    who = (meta.actor, meta.correlation, meta.causation, instant(meta.recorded_at))
    for tag in tags_in(event, _TAG_FIELDS[type(event)]):
        yield _ENTRY, (tag, recorded.position, event.name, *who)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_ENTRY,))


AUDIT_TRAIL = View("audit_trail", 1, SCHEMA, _apply)


# Whole seconds, without a zone: sorts before every moment of that second as the view keeps it.
_SECOND = "%Y-%m-%dT%H:%M:%S"

# Who blocked or reported somebody, and who works on a remix of their clip, is for its doer to know.
_DOERS_OWN = id_list(sorted(log_names((PersonBlocked, PersonUnblocked, ClipReported, GenerationRequested))))


def trail(
    connection: sqlite3.Connection, tag: str, limit: int, after_position: int, as_of_position: int
) -> list[Entry]:
    """Events that carry a tag, oldest first, after one position and up to another with it."""
    query = f"{_SELECT} WHERE tag = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?"
    return read_all(connection, Entry, query, (tag, after_position, as_of_position, limit))


def counts_on(
    connection: sqlite3.Connection, tag: str, begins_at: datetime, ends_at: datetime
) -> dict[str, int]:
    """How many events of each type carry a tag and were recorded from one moment up to another (UTC)."""
    query = """
    SELECT type, count(*) FROM audit_trail WHERE tag = ? AND recorded_at >= ? AND recorded_at < ? GROUP BY type
    """
    span = (begins_at.strftime(_SECOND), ends_at.strftime(_SECOND))
    return dict(connection.execute(query, (tag, *span)).fetchall())


def trail_as_told(
    connection: sqlite3.Connection,
    tag: str,
    reader_id: PersonId,
    limit: int,
    after_position: int,
    as_of_position: int,
) -> list[Entry]:
    """The same, less what others did in confidence."""
    query = f"""
    {_SELECT} WHERE tag = ? AND position > ? AND position <= ?
    AND (actor = ? OR type NOT IN (SELECT value FROM json_each(?))) ORDER BY position LIMIT ?
    """
    values = (tag, after_position, as_of_position, reader_id, _DOERS_OWN, limit)
    return read_all(connection, Entry, query, values)
