"""Who is a member, under which handle, and who invited them?"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import AgeBand, InviteIssued, PersonCameOfAge, PersonJoined
from domain.ids import CountryId, PersonId
from projections.rows import Change, columns, id_list, instant, log_names, read_all, read_one, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE member_directory (
    person_id TEXT PRIMARY KEY,
    handle TEXT, -- personal: null once erased
    age_band TEXT NOT NULL,
    country_id TEXT NOT NULL,
    joined_at TEXT NOT NULL,
    joined_position INTEGER NOT NULL,
    invited_by TEXT
) WITHOUT ROWID;
CREATE INDEX member_directory_by_handle ON member_directory (handle);
CREATE TABLE member_directory_invite (
    invite_id TEXT PRIMARY KEY,
    issuer_id TEXT
) WITHOUT ROWID;
"""

_INVITE = "INSERT INTO member_directory_invite VALUES (?, ?) ON CONFLICT DO NOTHING"
_MEMBER = """
INSERT INTO member_directory
VALUES (?, ?, ?, ?, ?, ?, (SELECT issuer_id FROM member_directory_invite WHERE invite_id = ?))
ON CONFLICT DO NOTHING
"""
_OF_AGE = "UPDATE member_directory SET age_band = 'adult' WHERE person_id = ?"


class Member(msgspec.Struct, frozen=True):
    """A member; the handle is None once erased, `invited_by` is None for a founder."""

    person_id: PersonId
    handle: str | None
    age_band: AgeBand
    country_id: CountryId
    joined_at: datetime
    joined_position: int
    invited_by: PersonId | None


_SELECT = f"SELECT {columns(Member, 'member_directory')} FROM member_directory"


_EVENTS = (InviteIssued, PersonJoined, PersonCameOfAge)


def _changes(recorded: Recorded) -> Iterator[Change]:
    match recorded.event:
        case InviteIssued(invite_id=invite_id, issuer_id=issuer_id):
            yield _INVITE, (invite_id, issuer_id)
        case PersonJoined() as joined:
            joined_at = instant(recorded.meta.recorded_at)
            facts = (joined.person_id, joined.handle, joined.age_band, joined.country_id)
            yield _MEMBER, (*facts, joined_at, recorded.position, joined.invite_id)
        case PersonCameOfAge(person_id=person_id):
            yield _OF_AGE, (person_id,)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_INVITE, _MEMBER, _OF_AGE))


MEMBER_DIRECTORY = View("member_directory", 2, SCHEMA, _apply, log_names(_EVENTS))


def get(connection: sqlite3.Connection, person_id: PersonId) -> Member | None:
    """One member."""
    return read_one(connection, Member, f"{_SELECT} WHERE person_id = ?", (person_id,))


def by_handle(connection: sqlite3.Connection, handle: str) -> Member | None:
    """The member of exactly this handle."""
    return read_one(connection, Member, f"{_SELECT} WHERE handle = ?", (handle,))


def get_many(connection: sqlite3.Connection, person_ids: Iterable[PersonId]) -> dict[PersonId, Member]:
    """Those of the people who are members, by id."""
    query = f"{_SELECT} WHERE person_id IN (SELECT value FROM json_each(?))"
    rows = read_all(connection, Member, query, (id_list(person_ids),))
    return {row.person_id: row for row in rows}


def find(connection: sqlite3.Connection, text: str, limit: int, besides: Iterable[PersonId]) -> list[Member]:
    """Members whose handle holds a text, those whose handle begins with it first; none of `besides`."""
    query = f"""
    {_SELECT} WHERE instr(handle, ?1) AND person_id NOT IN (SELECT value FROM json_each(?2))
    ORDER BY instr(handle, ?1) <> 1, handle LIMIT ?3
    """
    return read_all(connection, Member, query, (text, id_list(besides), limit))
