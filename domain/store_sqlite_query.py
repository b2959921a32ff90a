"""The SQL of the SQLite recorder: its tables, what a query selects, which conditions the log breaks."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
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

_BROKEN_BY_TAG = """
WITH clause (condition, tag, other_tags, types, after) AS (VALUES {rows})
SELECT DISTINCT condition FROM clause WHERE EXISTS (
    SELECT 1 FROM tags AS hit WHERE hit.tag = clause.tag AND hit.position > clause.after
    AND (clause.types IS NULL OR hit.type IN (SELECT value FROM json_each(clause.types)))
    AND (clause.other_tags IS NULL OR NOT EXISTS (
        SELECT 1 FROM json_each(clause.other_tags) AS other WHERE NOT EXISTS (
            SELECT 1 FROM tags AS also WHERE also.tag = other.value AND also.position = hit.position))))
"""
_CLAUSE_ROW = "(?, ?, ?, ?, ?)"
_NO_CLAUSE = (-1, None, None, None, 0)
CLAUSES_PER_STATEMENT_MAX = 512

Statement = tuple[str, list[Any]]


def is_everything(query: DCBQuery) -> bool:
    """Whether a query matches every event: it has no items, or one that names neither type nor tag."""
    return not query.items or any(not item.types and not item.tags for item in query.items)


def select_events(query: DCBQuery | None, after: int, limit: int | None) -> Statement:
    """Rows (position, type, tags, data) that match a query, in order of position."""
    positions, parameters = _select_all_positions(query, after)
    order = " ORDER BY position"
    if limit is not None:
        order += " LIMIT ?"
        parameters = [*parameters, limit]
    # The parts of a union come from their indexes in order: SQLite merges them and stops at the limit.
    sql = f"SELECT position, type, tags, data FROM ({positions}{order}) JOIN events USING (position)"
    return f"{sql} ORDER BY position", parameters


def select_broken(conditions: Mapping[int, DCBAppendCondition]) -> list[Statement]:
    """Statements that name, by index, the conditions which some event in the log breaks.

    All clauses that have a tag go into one statement, of few different lengths so that it stays prepared.
    Each step of SQLite hands the interpreter to another thread and waits to get it back: in a busy process
    one step a clause would cost far more than the search itself.
    """
    clauses: list[tuple[Any, ...]] = []
    statements: list[Statement] = []
    for index, condition in conditions.items():
        query, after = condition.fail_if_events_match, condition.after or 0
        if not is_everything(query) and all(item.tags for item in query.items):
            clauses.extend(_clause(index, item, after) for item in query.items)
        else:
            positions, parameters = _select_all_positions(query, after)
            statements.append((f"SELECT ? FROM ({positions} LIMIT 1)", [index, *parameters]))
    for start in range(0, len(clauses), CLAUSES_PER_STATEMENT_MAX):
        statements.append(_broken_by_tag(clauses[start : start + CLAUSES_PER_STATEMENT_MAX]))
    return statements


def _select_all_positions(query: DCBQuery | None, after: int) -> Statement:
    if query is None or is_everything(query):
        return "SELECT position FROM events WHERE position > ?", [after]
    parts = [_select_positions(item, after) for item in query.items]
    return " UNION ".join(sql for sql, _ in parts), [value for _, values in parts for value in values]


def _select_positions(item: DCBQueryItem, after: int) -> Statement:
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


def _clause(index: int, item: DCBQueryItem, after: int) -> tuple[Any, ...]:
    first, *others = item.tags
    return index, first, _json(others), _json(item.types), after


def _json(values: Sequence[str]) -> str | None:
    return msgspec.json.encode(values).decode() if values else None


def _broken_by_tag(clauses: list[tuple[Any, ...]]) -> Statement:
    rows_count = 1 << (len(clauses) - 1).bit_length()
    padded = clauses + [_NO_CLAUSE] * (rows_count - len(clauses))
    sql = _BROKEN_BY_TAG.format(rows=", ".join([_CLAUSE_ROW] * rows_count))
    return sql, [value for clause in padded for value in clause]
