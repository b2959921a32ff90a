"""What a view is: a name, a version, its tables, and how a batch of events changes them."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import msgspec


# Nothing refers back to a record, so there is no cycle that the collector would have to look for.
class Recorded(msgspec.Struct, frozen=True, gc=False):
    """An event with its place in the log and its meta."""

    position: int
    event: Any
    meta: Any


class View(msgspec.Struct, frozen=True):
    """A read model; all that it knows is in the tables of the connection it is given.

    `version` goes up with every change of the other fields, and the next start then rebuilds the view.
    `schema` creates its tables and indexes. `apply` folds events, in order, into them. It runs inside a
    transaction that also moves the checkpoint, and must not end it. Batches are cut anywhere: two in a row
    must leave the same rows as both in one. It passes over events that it does not know.
    `types` are the log names, in all versions, of those it does know; None for all. Where no view of a group
    looks at a type, its events are not even decoded.
    """

    name: str
    version: int
    schema: str
    apply: Callable[[sqlite3.Connection, Sequence[Recorded]], None]
    types: frozenset[str] | None = None


class ViewGroup(msgspec.Struct, frozen=True):
    """Views that share a file and a checkpoint, so that one answer may join them."""

    name: str
    views: tuple[View, ...]

    def types(self) -> frozenset[str] | None:
        """The log names that any view of the group looks at; None for all."""
        wanted: set[str] = set()
        for view in self.views:
            if view.types is None:
                return None
            wanted |= view.types
        return frozenset(wanted)

    def fingerprint(self) -> str:
        """Tells whether tables were built by these views in these versions."""
        return " ".join(sorted(f"{view.name}:{view.version}" for view in self.views))

    def create(self, connection: sqlite3.Connection) -> None:
        """Create the tables of all views."""
        for view in self.views:
            connection.executescript(view.schema)

    def apply(self, connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
        """Let each view fold the batch."""
        for view in self.views:
            view.apply(connection, batch)
