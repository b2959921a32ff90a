"""How SQLite would answer a query."""

import sqlite3
from collections.abc import Sequence


def steps(connection: sqlite3.Connection, query: str, values: Sequence[object]) -> list[str]:
    """The steps of the query's plan, as SQLite words them."""
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]


def full_scans(connection: sqlite3.Connection, query: str, values: Sequence[object]) -> list[str]:
    """Steps that walk a whole table or index; reading a list of ids, or rows just found, is none."""
    harmless = ("SCAN json_each", "SCAN above", "SCAN CONSTANT")
    plan = steps(connection, query, values)
    return [step for step in plan if step.startswith("SCAN") and not step.startswith(harmless)]
