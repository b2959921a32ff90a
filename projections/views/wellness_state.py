"""Is a wellness check open, what did the person answer before, and does their feed rest?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import (
    PauseEnded,
    PauseTaken,
    WellnessCheckAnswered,
    WellnessCheckAnsweredV1,
    WellnessCheckAsked,
    WellnessCheckDue,
    WellnessRecordCleared,
)
from domain.ids import CheckId, PersonId
from projections.rows import Change, columns, instant, log_names, read_all, read_one, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE wellness_state (
    check_id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL,
    because TEXT, -- personal: null once erased
    due_at TEXT NOT NULL,
    due_position INTEGER NOT NULL,
    asked_at TEXT,
    answered_at TEXT,
    answered_position INTEGER,
    felt TEXT, -- personal: null once erased
    note TEXT -- personal: null once erased, or where none was written
);
CREATE INDEX wellness_state_by_person ON wellness_state (person_id, due_position);
CREATE TABLE wellness_state_pauses (
    person_id TEXT PRIMARY KEY,
    until TEXT -- null once ended
) WITHOUT ROWID;
"""

_DUE = """
INSERT INTO wellness_state (check_id, person_id, because, due_at, due_position) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""
_ASKED = "UPDATE wellness_state SET asked_at = ? WHERE check_id = ?"
_ANSWERED = """
UPDATE wellness_state SET answered_at = ?, answered_position = ?, felt = ?, note = ? WHERE check_id = ?
"""
_CLEARED = "DELETE FROM wellness_state WHERE person_id = ? AND answered_position < ?"
_PAUSED = "INSERT INTO wellness_state_pauses VALUES (?1, ?2) ON CONFLICT DO UPDATE SET until = ?2"


class Check(msgspec.Struct, frozen=True):
    """One check; once its person is erased, only ids and times of it are left."""

    check_id: CheckId
    person_id: PersonId
    because: str | None
    due_at: datetime
    due_position: int
    asked_at: datetime | None
    answered_at: datetime | None
    felt: str | None
    note: str | None


_SELECT = f"SELECT {columns(Check, 'wellness_state')} FROM wellness_state"


_EVENTS = (
    WellnessCheckAnswered,
    WellnessCheckAnsweredV1,
    WellnessCheckAsked,
    WellnessCheckDue,
    WellnessRecordCleared,
    PauseTaken,
    PauseEnded,
)


def _changes(recorded: Recorded) -> Iterator[Change]:
    match recorded.event:
        case WellnessCheckDue() as due:
            yield _DUE, (due.check_id, due.person_id, due.because, instant(due.at), recorded.position)
        case WellnessCheckAsked(check_id=check_id):
            yield _ASKED, (instant(recorded.meta.recorded_at), check_id)
        case (WellnessCheckAnswered() | WellnessCheckAnsweredV1()) as answer:
            yield (
                _ANSWERED,
                (instant(answer.at), recorded.position, answer.felt, answer.note, answer.check_id),
            )
        case WellnessRecordCleared(person_id=person_id):
            yield _CLEARED, (person_id, recorded.position)
        case PauseTaken(person_id=person_id, until=until):
            yield _PAUSED, (person_id, instant(until))
        case PauseEnded(person_id=person_id):
            yield _PAUSED, (person_id, None)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_DUE, _ASKED, _ANSWERED, _CLEARED, _PAUSED))


WELLNESS_STATE = View("wellness_state", 3, SCHEMA, _apply, log_names(_EVENTS))


def get(connection: sqlite3.Connection, check_id: CheckId) -> Check | None:
    """One check."""
    return read_one(connection, Check, f"{_SELECT} WHERE check_id = ?", (check_id,))


def latest(connection: sqlite3.Connection, person_id: PersonId) -> Check | None:
    """The check that came due last: open while it has no answer."""
    query = f"{_SELECT} WHERE person_id = ? ORDER BY due_position DESC LIMIT 1"
    return read_one(connection, Check, query, (person_id,))


def answers_of(
    connection: sqlite3.Connection, person_id: PersonId, limit: int, before_position: int
) -> list[Check]:
    """A person's own answered checks that came due before a position, newest first."""
    query = f"""
    {_SELECT} WHERE person_id = ? AND due_position < ? AND answered_at IS NOT NULL
    ORDER BY due_position DESC LIMIT ?
    """
    return read_all(connection, Check, query, (person_id, before_position, limit))


def paused_until(connection: sqlite3.Connection, person_id: PersonId) -> datetime | None:
    """Until when somebody wanted no feed, if they took a pause and did not end it."""
    query = "SELECT until FROM wellness_state_pauses WHERE person_id = ? AND until IS NOT NULL"
    row = connection.execute(query, (person_id,)).fetchone()
    return None if row is None else datetime.fromisoformat(row[0])
