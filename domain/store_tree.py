"""The nodes of the Merkle tree in one SQLite file beside the log, to be made again from the log at any time."""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from domain.proof.merkle import Frontier, Node, Span, consistency_spans, inclusion_spans, roots_of, subtrees
from domain.sqlite_connections import ReaderPool, open_writer, transaction

ROWS_PER_STATEMENT_MAX = 256
# Nodes are numbered as a growing log completes them: rows are only ever added at the end.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS nodes (number INTEGER PRIMARY KEY, hash BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS tree (one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL) STRICT;
INSERT OR IGNORE INTO tree VALUES (1, 0);
"""


class TreeMoved(Exception):
    """Another process let the tree grow meanwhile: look again where it stands."""


class TreeStore:
    """A tree that grows with the log; its size and its nodes change in one transaction."""

    def __init__(self, path: Path) -> None:
        self._writer = open_writer(path, "NORMAL")
        self._writer.executescript(_SCHEMA)
        self._lock = threading.Lock()
        self._readers = ReaderPool(path)

    def size(self) -> int:
        """How many leaves the tree has."""
        with self._readers.borrow() as connection:
            (size,) = connection.execute("SELECT size FROM tree").fetchone()
        return size

    def extend(self, size: int, leaves: Iterable[bytes]) -> None:
        """Adds the hashes of leaves to a tree of `size` of them. Raises TreeMoved where it has another size."""
        with self._lock, transaction(self._writer):
            (found,) = self._writer.execute("SELECT size FROM tree").fetchone()
            if found != size:
                raise TreeMoved
            whole = subtrees(Span(0, size))
            known = self._hashes(whole)
            frontier = Frontier(size, [known[node] for node in whole])
            number = Node(0, size).number
            rows: list[tuple[int, bytes]] = []
            for leaf in leaves:
                for completed in frontier.add(leaf):
                    rows.append((number, completed))
                    number += 1
            self._insert(rows)
            self._writer.execute("UPDATE tree SET size = ?", (frontier.size,))

    def clear(self) -> None:
        """Forgets everything, for a tree that is to be made again."""
        with self._lock, transaction(self._writer):
            self._writer.execute("DELETE FROM nodes")
            self._writer.execute("UPDATE tree SET size = 0")

    def nodes(self, first: int, count: int) -> list[bytes]:
        """The hashes of so many nodes in the order of their numbers, or of as many as there are."""
        with self._readers.borrow() as connection:
            rows = connection.execute(
                "SELECT hash FROM nodes WHERE number >= ? AND number < ? ORDER BY number",
                (first, first + count),
            ).fetchall()
        return [found for (found,) in rows]

    def root(self, size: int) -> bytes:
        """The root of the tree when it had `size` leaves. Raises ValueError where it never had."""
        (root,) = self._roots([Span(0, size)])
        return root

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """What proves that the leaf at `index` is in the tree of `size` leaves. Raises ValueError."""
        return self._roots(inclusion_spans(index, size))

    def consistency(self, old_size: int, size: int) -> list[bytes]:
        """What proves that the tree of `old_size` leaves is the beginning of that of `size`. Raises ValueError."""
        return self._roots(consistency_spans(old_size, size))

    def close(self) -> None:
        """Close the file."""
        self._readers.close()
        self._writer.close()

    def _insert(self, rows: Sequence[tuple[int, bytes]]) -> None:
        # Few statements: each one hands the interpreter to another thread once.
        for start in range(0, len(rows), ROWS_PER_STATEMENT_MAX):
            chunk = rows[start : start + ROWS_PER_STATEMENT_MAX]
            marks = ", ".join(["(?, ?)"] * len(chunk))
            self._writer.execute(
                f"INSERT INTO nodes VALUES {marks}", [value for row in chunk for value in row]
            )

    def _roots(self, spans: Sequence[Span]) -> list[bytes]:
        known = self._hashes([node for span in spans for node in subtrees(span)])
        return roots_of(spans, known.__getitem__)

    def _hashes(self, nodes: Sequence[Node]) -> dict[Node, bytes]:
        """The hashes of nodes. Raises ValueError where the tree has not come to one of them."""
        marks = ", ".join("?" * len(nodes))
        with self._readers.borrow() as connection:
            rows = connection.execute(
                f"SELECT number, hash FROM nodes WHERE number IN ({marks})", [node.number for node in nodes]
            ).fetchall()
        by_number = dict(rows)
        if len(by_number) != len(set(nodes)):
            raise ValueError("the tree is smaller than that")
        return {node: by_number[node.number] for node in nodes}
