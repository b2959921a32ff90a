"""Which instructions did a person give their feed, which of them hold, and may it be personal at all?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import InstructionEdited, InstructionEnded, InstructionGiven, PersonalisationSet
from domain.ids import InstructionId, PersonId
from projections.rows import Change, columns, instant, log_names, read_all, read_one, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE instructions (
    instruction_id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    text TEXT, -- personal: null once erased
    rules TEXT, -- personal: null once erased
    until TEXT,
    given_at TEXT NOT NULL,
    given_position INTEGER NOT NULL,
    changed_position INTEGER NOT NULL, -- of the last event that set rules and until
    ended_at TEXT,
    because TEXT
) WITHOUT ROWID;
CREATE INDEX instructions_by_person ON instructions (person_id, given_position);
CREATE INDEX instructions_to_end ON instructions (until) WHERE until IS NOT NULL AND ended_at IS NULL;
CREATE TABLE instructions_personalisation (
    person_id TEXT PRIMARY KEY,
    personalised INTEGER NOT NULL,
    set_position INTEGER NOT NULL
) WITHOUT ROWID;
"""

_GIVEN = """
INSERT INTO instructions
    (instruction_id, person_id, text, rules, until, given_at, given_position, changed_position)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7) ON CONFLICT DO NOTHING
"""
_EDITED = """
UPDATE instructions SET rules = ?1, until = ?2, changed_position = ?3
WHERE instruction_id = ?4 AND changed_position < ?3
"""
_ENDED = "UPDATE instructions SET ended_at = ?, because = ? WHERE instruction_id = ?"
_PERSONALISED = """
INSERT INTO instructions_personalisation VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET personalised = ?2, set_position = ?3 WHERE set_position < ?3
"""


class Instruction(msgspec.Struct, frozen=True):
    """One instruction as it stands; `rules` is the reading of its text in JSON. Erased words are None."""

    instruction_id: InstructionId
    person_id: PersonId
    text: str | None
    rules: str | None
    until: datetime | None
    given_at: datetime
    given_position: int
    ended_at: datetime | None
    because: str | None


_SELECT = f"SELECT {columns(Instruction, 'instructions')} FROM instructions"

_EVENTS = (InstructionGiven, InstructionEdited, InstructionEnded, PersonalisationSet)


def _changes(recorded: Recorded) -> Iterator[Change]:
    position = recorded.position
    match recorded.event:
        case InstructionGiven() as given:
            words = (given.text, given.rules, _instant(given.until))
            yield _GIVEN, (given.instruction_id, given.person_id, *words, instant(given.at), position)
        case InstructionEdited() as edited:
            yield _EDITED, (edited.rules, _instant(edited.until), position, edited.instruction_id)
        case InstructionEnded() as ended:
            yield _ENDED, (instant(ended.at), ended.because, ended.instruction_id)
        case PersonalisationSet(person_id=person_id, personalised=personalised):
            yield _PERSONALISED, (person_id, personalised, position)


def _instant(at: datetime | None) -> str | None:
    return None if at is None else instant(at)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_GIVEN, _EDITED, _ENDED, _PERSONALISED))


INSTRUCTIONS = View("instructions", 1, SCHEMA, _apply, log_names(_EVENTS))


def get(connection: sqlite3.Connection, instruction_id: InstructionId) -> Instruction | None:
    """One instruction."""
    return read_one(connection, Instruction, f"{_SELECT} WHERE instruction_id = ?", (instruction_id,))


def holding_of(connection: sqlite3.Connection, person_id: PersonId) -> list[Instruction]:
    """A person's instructions that have not ended and can be read, in the order they were given."""
    query = f"""
    {_SELECT} WHERE person_id = ? AND ended_at IS NULL AND rules IS NOT NULL ORDER BY given_position
    """
    return read_all(connection, Instruction, query, (person_id,))


def ended_of(
    connection: sqlite3.Connection, person_id: PersonId, limit: int, before_position: int
) -> list[Instruction]:
    """A person's instructions that ended and were given before a position, newest first."""
    query = f"""
    {_SELECT} WHERE person_id = ? AND given_position < ? AND ended_at IS NOT NULL
    ORDER BY given_position DESC LIMIT ?
    """
    return read_all(connection, Instruction, query, (person_id, before_position, limit))


def overdue(connection: sqlite3.Connection, at: datetime, people_limit: int) -> list[PersonId]:
    """People with an instruction that was to end by then and has not."""
    query = """
    SELECT DISTINCT person_id FROM instructions
    WHERE until IS NOT NULL AND ended_at IS NULL AND julianday(until) <= julianday(?) LIMIT ?
    """
    return [person_id for (person_id,) in connection.execute(query, (instant(at), people_limit))]


def is_personalised(connection: sqlite3.Connection, person_id: PersonId) -> bool:
    """What a person chose for their feed; a personal one where they chose nothing."""
    query = "SELECT personalised FROM instructions_personalisation WHERE person_id = ?"
    row = connection.execute(query, (person_id,)).fetchone()
    return row is None or bool(row[0])
