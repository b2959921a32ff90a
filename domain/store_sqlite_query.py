"""The SQL of the SQLite recorder: its tables, what a query selects, and what breaks a condition."""

from collections.abc import Sequence
from typing import Any

from eventsourcing.dcb.api import DCBAppendCondition, DCBQuery, DCBQueryItem

# Positions are given by the writer, which holds the lock and counts on from the newest. Nothing is ever
# deleted, so AUTOINCREMENT would guard against nothing. The type is repeated beside each tag so that a
# condition is judged on one index without touching the events.
SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY, type TEXT NOT NULL, tags TEXT NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS events_by_type ON events (type, position);
CREATE TABLE IF NOT EXISTS tags (
    tag TEXT NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL, PRIMARY KEY (tag, position)
) STRICT, WITHOUT ROWID;
"""

INSERT_EVENT = "INSERT INTO events (position, type, tags, data) VALUES "
INSERT_TAG = "INSERT INTO tags (tag, position, type) VALUES "

Statement = tuple[str, list[Any]]


def is_everything(query: DCBQuery) -> bool:
    """Whether a query matches every event: it has no items, or one that names neither type nor tag."""
    return not query.items or any(not item.types and not item.tags for item in query.items)


def select_events(query: DCBQuery | None, after: int, limit: int | None) -> Statement:
    """Rows (position, type, tags, data) that match a query, in order of position."""
    positions, parameters = _select_positions(query, after, " UNION ")
    order = " ORDER BY position"
    if limit is not None:
        order += " LIMIT ?"
        parameters = [*parameters, limit]
    # The parts of a union come from their indexes in order: SQLite merges them and stops at the limit.
    sql = f"SELECT position, type, tags, data FROM ({positions}{order}) JOIN events USING (position)"
    return f"{sql} ORDER BY position", parameters


def select_raw(after: int, positions_count: int, types: frozenset[str] | None) -> Statement:
    """Rows (position, type, data) within a range of positions, of some types or of all."""
    sql = "SELECT position, type, data FROM events WHERE position > ? AND position <= ?"
    names = sorted(types or ())
    if types is not None:
        sql += f" AND type IN ({_marks(names)})"
    return f"{sql} ORDER BY position", [after, after + positions_count, *names]


def select_rows(after: int, positions_count: int) -> Statement:
    """Whole rows (position, type, tags, data) within a range of positions."""
    sql = (
        "SELECT position, type, tags, data FROM events WHERE position > ? AND position <= ? ORDER BY position"
    )
    return sql, [after, after + positions_count]


def select_break(condition: DCBAppendCondition) -> Statement:
    """A row if any event breaks the condition; SQLite looks no further than the first."""
    positions, parameters = _select_positions(
        condition.fail_if_events_match, condition.after or 0, " UNION ALL "
    )
    return f"{positions} LIMIT 1", parameters


def _select_positions(query: DCBQuery | None, after: int, union: str) -> Statement:
    # As the library has it, a query without clauses means every event, and so does a clause without contents.
    if query is None or not query.items or any(not item.types and not item.tags for item in query.items):
        return "SELECT position FROM events WHERE position > ?", [after]
    parts = [_select_positions_of_item(item, after) for item in query.items]
    return union.join(sql for sql, _ in parts), [value for _, values in parts for value in values]


def _select_positions_of_item(item: DCBQueryItem, after: int) -> Statement:
    if not item.tags:
        sql = f"SELECT position FROM events WHERE position > ? AND type IN ({_marks(item.types)})"
        return sql, [after, *item.types]
    first, *others = item.tags
    sql = "SELECT position FROM tags AS hit WHERE tag = ? AND position > ?"
    if item.types:
        sql += f" AND type IN ({_marks(item.types)})"
    sql += " AND EXISTS (SELECT 1 FROM tags WHERE tag = ? AND position = hit.position)" * len(others)
    return sql, [first, after, *item.types, *others]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
