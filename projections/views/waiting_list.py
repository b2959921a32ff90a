"""How many wait for which country? Whom to tell stays sealed in the log."""

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from domain.events import WaitingBegun, WaitingEnded
from domain.ids import CountryId
from projections.rows import Change, log_names, read_all, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE waiting_list (
    waiting_id TEXT PRIMARY KEY,
    country_id TEXT NOT NULL,
    ended INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX waiting_list_by_country ON waiting_list (country_id) WHERE ended = 0;
"""

_BEGUN = "INSERT INTO waiting_list (waiting_id, country_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
_ENDED = "UPDATE waiting_list SET ended = 1 WHERE waiting_id = ?"


class Waiting(msgspec.Struct, frozen=True):
    """How many wait for a country."""

    country_id: CountryId
    people_count: int


def _changes(recorded: Recorded) -> Iterator[Change]:
    match recorded.event:
        case WaitingBegun(waiting_id=waiting_id, country_id=country_id):
            yield _BEGUN, (waiting_id, country_id)
        case WaitingEnded(waiting_id=waiting_id):
            yield _ENDED, (waiting_id,)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_BEGUN, _ENDED))


WAITING_LIST = View("waiting_list", 1, SCHEMA, _apply, log_names((WaitingBegun, WaitingEnded)))


def counts(connection: sqlite3.Connection) -> list[Waiting]:
    """Each country that anybody waits for, most awaited first."""
    query = """
    SELECT country_id, count(*) FROM waiting_list WHERE ended = 0
    GROUP BY country_id ORDER BY count(*) DESC, country_id
    """
    return read_all(connection, Waiting, query)
