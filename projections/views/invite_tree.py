"""Who let whom in, and which invites are still good?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from domain.events import InviteIssued, InviteVoided, PersonJoined
from domain.ids import InviteId, PersonId
from projections.rows import Change, columns, instant, log_names, read_all, write
from projections.view import Recorded, View

LINEAGE_PEOPLE_MAX = 1_000

SCHEMA = """
CREATE TABLE invite_tree (
    invite_id TEXT PRIMARY KEY,
    issuer_id TEXT, -- null for a founder's
    issued_at TEXT NOT NULL,
    issued_position INTEGER NOT NULL,
    voided_at TEXT,
    joined_id TEXT,
    joined_at TEXT,
    status TEXT NOT NULL GENERATED ALWAYS AS (
        CASE WHEN joined_id IS NOT NULL THEN 'spent' WHEN voided_at IS NOT NULL THEN 'voided'
        ELSE 'standing' END
    ) VIRTUAL
) WITHOUT ROWID;
CREATE INDEX invite_tree_by_issuer ON invite_tree (issuer_id, issued_position);
CREATE UNIQUE INDEX invite_tree_by_joined ON invite_tree (joined_id);
"""

_ISSUED = """
INSERT INTO invite_tree (invite_id, issuer_id, issued_at, issued_position) VALUES (?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""
_VOIDED = "UPDATE invite_tree SET voided_at = ? WHERE invite_id = ?"
_SPENT = "UPDATE invite_tree SET joined_id = ?, joined_at = ? WHERE invite_id = ?"


class Invite(msgspec.Struct, frozen=True):
    """An invite; `joined_id` is who spent it."""

    invite_id: InviteId
    issuer_id: PersonId | None
    status: Literal["standing", "spent", "voided"]
    issued_at: datetime
    voided_at: datetime | None
    joined_id: PersonId | None
    joined_at: datetime | None


_SELECT = f"SELECT {columns(Invite, 'invite_tree')} FROM invite_tree"


_EVENTS = (InviteIssued, InviteVoided, PersonJoined)


def _changes(recorded: Recorded) -> Iterator[Change]:
    at = instant(recorded.meta.recorded_at)
    match recorded.event:
        case InviteIssued(invite_id=invite_id, issuer_id=issuer_id):
            yield _ISSUED, (invite_id, issuer_id, at, recorded.position)
        case InviteVoided(invite_id=invite_id):
            yield _VOIDED, (at, invite_id)
        case PersonJoined(invite_id=invite_id, person_id=person_id):
            yield _SPENT, (person_id, at, invite_id)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_ISSUED, _VOIDED, _SPENT))


INVITE_TREE = View("invite_tree", 1, SCHEMA, _apply, log_names(_EVENTS))


def invites_of(connection: sqlite3.Connection, person_id: PersonId) -> list[Invite]:
    """A member's invites, oldest first."""
    query = f"{_SELECT} WHERE issuer_id = ? ORDER BY issued_position"
    return read_all(connection, Invite, query, (person_id,))


def founder_invites_unspent(connection: sqlite3.Connection) -> list[Invite]:
    """The founder's invites that are still good, oldest first."""
    query = f"{_SELECT} WHERE issuer_id IS NULL AND status = 'standing' ORDER BY issued_position"
    return read_all(connection, Invite, query)


def lineage(connection: sqlite3.Connection, person_id: PersonId) -> list[PersonId]:
    """Who let a member in, who let that one in, and so on up to a founder; the member is not among them."""
    query = """
    WITH RECURSIVE above (person_id, depth) AS (
        SELECT issuer_id, 1 FROM invite_tree WHERE joined_id = :person_id
        UNION ALL
        SELECT invite.issuer_id, above.depth + 1
        FROM above JOIN invite_tree AS invite ON invite.joined_id = above.person_id
    )
    SELECT person_id FROM above WHERE person_id IS NOT NULL ORDER BY depth LIMIT :people_max
    """
    values = {"person_id": person_id, "people_max": LINEAGE_PEOPLE_MAX}
    return [person for (person,) in connection.execute(query, values)]
