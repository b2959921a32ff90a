"""What a view is: a name, a version, its tables, and how a batch of events changes them."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Protocol

import msgspec


# No event refers back to its record, so there is no cycle for the collector to look for.
class Recorded(msgspec.Struct, frozen=True, gc=False):
    """An event with its place in the log, the name it has there, and its meta."""

    position: int
    type: str
    event: Any
    meta: Any


class View(Protocol):
    """A read model. It holds no state of its own: everything is in the tables of its connection."""

    name: str
    """Unique among all views."""

    version: int
    """Raised with every change of `schema`, `types` or `apply`; the next start then rebuilds the view."""

    schema: str
    """Statements that create its tables and indexes, separated by semicolons."""

    types: frozenset[str] | None
    """Log names, all versions, of the events it looks at; None for all. The others are not even decoded."""

    def apply(self, connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
        """Fold events, in order, into the tables.

        Runs inside a transaction that also moves the checkpoint, and must not end it. Batches are cut
        anywhere: two in a row must leave the same rows as both in one.
        """


class ViewGroup(msgspec.Struct, frozen=True):
    """Views that share a file and a checkpoint, so that one answer may join them."""

    name: str
    views: tuple[View, ...]

    @property
    def types(self) -> frozenset[str] | None:
        """The log names that any view of the group looks at; None for all."""
        wanted = [view.types for view in self.views]
        if None in wanted:
            return None
        return frozenset().union(*(types for types in wanted if types is not None))

    @property
    def fingerprint(self) -> str:
        """Tells whether a file was built by these views in these versions."""
        return " ".join(sorted(f"{view.name}:{view.version}" for view in self.views))

    def create(self, connection: sqlite3.Connection) -> None:
        """Create the tables of all views."""
        for view in self.views:
            connection.executescript(view.schema)

    def apply(self, connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
        """Give each view its events."""
        for view in self.views:
            if view.types is None or len(self.views) == 1:
                view.apply(connection, batch)
            elif mine := [recorded for recorded in batch if recorded.type in view.types]:
                view.apply(connection, mine)
