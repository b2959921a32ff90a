"""How much of a day's allowance is used?"""

import sqlite3
from collections.abc import Iterator, Sequence

from domain.events import GenerationCancelled, GenerationFailed, GenerationRequested
from domain.ids import AllowanceId
from projections.rows import Change, log_names, write
from projections.view import Recorded, View

# A row a job rather than a counter: a job taken twice still counts once.
SCHEMA = """
CREATE TABLE allowance (
    job_id TEXT PRIMARY KEY,
    allowance_id TEXT NOT NULL,
    given_back INTEGER NOT NULL DEFAULT FALSE
) WITHOUT ROWID;
CREATE INDEX allowance_used ON allowance (allowance_id) WHERE NOT given_back;
"""

_USE = "INSERT INTO allowance (job_id, allowance_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
_GIVE_BACK = "UPDATE allowance SET given_back = TRUE WHERE job_id = ?"


_EVENTS = (GenerationCancelled, GenerationFailed, GenerationRequested)


def _changes(recorded: Recorded) -> Iterator[Change]:
    match recorded.event:
        case GenerationRequested(job_id=job_id, allowance_id=allowance_id, appeal_id=None):
            yield _USE, (job_id, allowance_id)
        case GenerationFailed(job_id=job_id) | GenerationCancelled(job_id=job_id, refunded=True):
            yield _GIVE_BACK, (job_id,)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_USE, _GIVE_BACK))


ALLOWANCE = View("allowance", 2, SCHEMA, _apply, log_names(_EVENTS))


def used_count(connection: sqlite3.Connection, allowance_id: AllowanceId) -> int:
    """Clips asked for under an allowance, less those given back."""
    query = "SELECT count(*) FROM allowance WHERE allowance_id = ? AND NOT given_back"
    return connection.execute(query, (allowance_id,)).fetchone()[0]
