"""A tiny view, its events and their decoder, for tests of the frame that every view stands in."""

import sqlite3
from collections.abc import Sequence

import msgspec
from eventsourcing.dcb.api import DCBEvent

from projections.view import Recorded, View, ViewGroup
from projections.view_file import position_of

COUNTED = "thing.counted.v1"
IGNORED = "thing.ignored.v1"

Tables = tuple[int, list[tuple[str, int, int]]]


class Counted(msgspec.Struct, frozen=True):
    """So many more of something."""

    thing: str
    amount: int


_decoder = msgspec.json.Decoder(Counted)

SCHEMA = """
CREATE TABLE tally (
    thing TEXT PRIMARY KEY, amount INTEGER NOT NULL CHECK (amount >= 0), newest INTEGER NOT NULL
);
"""


def counted(thing: str, amount: int = 1) -> DCBEvent:
    """An event that the tally adds up."""
    return DCBEvent(COUNTED, msgspec.json.encode(Counted(thing, amount)), [thing])


def ignored() -> DCBEvent:
    """An event that the tally does not look at, and that no decoder here knows."""
    return DCBEvent(IGNORED, b"what is this")


def garbled() -> DCBEvent:
    """An event that cannot be decoded."""
    return DCBEvent(COUNTED, b'{"thing": "secret-')


def decode(type_name: str, data: bytes) -> tuple[Counted, None]:
    """The event; there is no meta here."""
    assert type_name == COUNTED
    return _decoder.decode(data), None


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    connection.executemany(
        "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT (thing) DO UPDATE"
        " SET amount = amount + excluded.amount, newest = excluded.newest",
        [(recorded.event.thing, recorded.event.amount, recorded.position) for recorded in batch],
    )


def tally(version: int = 1) -> ViewGroup:
    """The group of this one view."""
    return ViewGroup("tally", (View("tally", version, SCHEMA, _apply, frozenset([COUNTED])),))


def tables(connection: sqlite3.Connection) -> Tables:
    """Position and rows."""
    rows = connection.execute("SELECT thing, amount, newest FROM tally ORDER BY thing").fetchall()
    return position_of(connection), rows
