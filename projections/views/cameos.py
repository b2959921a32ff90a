"""Whose cameos stand, and who could be let in by a rule or by a grant? Only the log says whether they are."""

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ConsentRevoked,
    PersonErased,
)
from domain.ids import CameoId, PersonId
from projections.rows import Change, columns, log_names, read_all, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE cameos (
    cameo_id TEXT PRIMARY KEY NOT NULL,
    owner_id TEXT NOT NULL,
    stands BOOLEAN NOT NULL DEFAULT TRUE,
    is_open BOOLEAN NOT NULL DEFAULT FALSE, -- whether its rule lets anybody in without a grant
    ruled_position INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX cameos_by_owner ON cameos (owner_id);
CREATE INDEX cameos_open ON cameos (is_open, stands);
CREATE TABLE cameos_grant (
    grant_id TEXT PRIMARY KEY NOT NULL,
    cameo_id TEXT NOT NULL,
    grantee_id TEXT NOT NULL,
    stands BOOLEAN NOT NULL DEFAULT TRUE,
    granted_position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX cameos_grant_by_cameo ON cameos_grant (cameo_id);
CREATE INDEX cameos_grant_by_grantee ON cameos_grant (grantee_id, stands);
"""

_ENROLLED = "INSERT INTO cameos (cameo_id, owner_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
_GRANTED = """
INSERT INTO cameos_grant (grant_id, cameo_id, grantee_id, granted_position) VALUES (?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""
_RULED = """
UPDATE cameos SET is_open = ?1, ruled_position = ?2 WHERE cameo_id = ?3 AND ruled_position < ?2
"""
_GONE = "UPDATE cameos SET stands = FALSE WHERE cameo_id = ?"
_OWNER_GONE = "UPDATE cameos SET stands = FALSE WHERE owner_id = ?"
_REVOKED = "UPDATE cameos_grant SET stands = FALSE WHERE grant_id = ?"
_ALL_REVOKED = "UPDATE cameos_grant SET stands = FALSE WHERE cameo_id = ? AND granted_position < ?"
# Rows stand before anything changes them.
_STATEMENTS = (_ENROLLED, _GRANTED, _RULED, _GONE, _OWNER_GONE, _REVOKED, _ALL_REVOKED)


class Cameo(msgspec.Struct, frozen=True):
    """A cameo that stands, and its owner."""

    cameo_id: CameoId
    owner_id: PersonId


_SELECT = f"SELECT {columns(Cameo, 'cameos')} FROM cameos"

_EVENTS = (CameoEnrolled, CameoErased, CameoGranted, CameoRuleSet, ConsentRevoked, PersonErased)


def _changes(recorded: Recorded) -> Iterator[Change]:
    position = recorded.position
    match recorded.event:
        case CameoEnrolled(cameo_id=cameo_id, owner_id=owner_id):
            yield _ENROLLED, (cameo_id, owner_id)
        case CameoErased(cameo_id=cameo_id):
            yield _GONE, (cameo_id,)
        case PersonErased(person_id=person_id):
            yield _OWNER_GONE, (person_id,)
        case CameoRuleSet(cameo_id=cameo_id, level=level):
            yield _RULED, (level in ("mutuals", "everyone"), position, cameo_id)
        case CameoGranted(grant_id=grant_id, cameo_id=cameo_id, grantee_id=grantee_id):
            yield _GRANTED, (grant_id, cameo_id, grantee_id, position)
        case ConsentRevoked(cameo_id=cameo_id, grant_id=None):
            yield _RULED, (False, position, cameo_id)
            yield _ALL_REVOKED, (cameo_id, position)
        case ConsentRevoked(grant_id=grant_id):
            yield _REVOKED, (grant_id,)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, _STATEMENTS)


CAMEOS = View("cameos", 1, SCHEMA, _apply, log_names(_EVENTS))


def maybe_castable_by(connection: sqlite3.Connection, person_id: PersonId, limit: int) -> list[Cameo]:
    """Others' cameos that a grant to this person or an open rule speaks for, granted ones first.

    The log has the last word on each.
    """
    query = f"""
    {_SELECT} LEFT JOIN (
        SELECT DISTINCT cameo_id AS granted_id FROM cameos_grant WHERE grantee_id = ?1 AND stands
    ) ON granted_id = cameos.cameo_id
    WHERE stands AND owner_id <> ?1 AND (granted_id IS NOT NULL OR is_open)
    ORDER BY granted_id IS NULL, cameos.cameo_id LIMIT ?2
    """
    return read_all(connection, Cameo, query, (person_id, limit))
