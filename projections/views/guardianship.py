"""Who stands as whose guardian, who asked to, how did it end, and what is capped?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import Caps, CapsSet, GuardianAsked, GuardianLinked, GuardianUnlinked
from domain.ids import LinkId, PersonId
from projections.rows import Change, columns, instant, log_names, read_all, read_one, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE guardianship (
    link_id TEXT PRIMARY KEY,
    teen_id TEXT NOT NULL,
    guardian_id TEXT NOT NULL,
    asker_id TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_position INTEGER NOT NULL,
    linked_at TEXT,
    ended_at TEXT,
    ender_id TEXT,
    of_age INTEGER NOT NULL DEFAULT 0, -- whether it ended because the teen came of age
    caps TEXT, -- the last that were set, in JSON
    caps_position INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX guardianship_by_teen ON guardianship (teen_id, asked_position);
CREATE INDEX guardianship_by_guardian ON guardianship (guardian_id, asked_position);
"""

_ASKED = """
INSERT INTO guardianship (link_id, teen_id, guardian_id, asker_id, asked_at, asked_position)
VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_LINKED = "UPDATE guardianship SET linked_at = ? WHERE link_id = ?"
_CAPPED = "UPDATE guardianship SET caps = ?1, caps_position = ?2 WHERE link_id = ?3 AND caps_position < ?2"
_ENDED = "UPDATE guardianship SET ended_at = ?, ender_id = ?, of_age = ? WHERE link_id = ?"


class Link(msgspec.Struct, frozen=True):
    """One link: asked for, then perhaps agreed to, then perhaps ended by one of the two."""

    link_id: LinkId
    teen_id: PersonId
    guardian_id: PersonId
    asker_id: PersonId
    asked_at: datetime
    linked_at: datetime | None
    ended_at: datetime | None
    ender_id: PersonId | None
    of_age: bool
    caps: Caps | None

    @property
    def stands(self) -> bool:
        """Whether the guardian is one now."""
        return self.linked_at is not None and self.ended_at is None


_SELECT = f"SELECT {columns(Link, 'guardianship')} FROM guardianship"
_STANDING = f"{_SELECT} WHERE teen_id = ? AND linked_at IS NOT NULL AND ended_at IS NULL"

_EVENTS = (GuardianAsked, GuardianLinked, GuardianUnlinked, CapsSet)


def _changes(recorded: Recorded) -> Iterator[Change]:
    at = instant(recorded.meta.recorded_at)
    match recorded.event:
        case GuardianAsked() as asked:
            people = (asked.teen_id, asked.guardian_id, asked.asker_id)
            yield _ASKED, (asked.link_id, *people, at, recorded.position)
        case GuardianLinked(link_id=link_id):
            yield _LINKED, (at, link_id)
        case CapsSet(link_id=link_id, caps=caps):
            yield _CAPPED, (msgspec.json.encode(caps).decode(), recorded.position, link_id)
        case GuardianUnlinked(link_id=link_id, ender_id=ender_id, of_age=of_age):
            yield _ENDED, (at, ender_id, of_age, link_id)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_ASKED, _LINKED, _CAPPED, _ENDED))


GUARDIANSHIP = View("guardianship", 2, SCHEMA, _apply, log_names(_EVENTS))


def get(connection: sqlite3.Connection, link_id: LinkId) -> Link | None:
    """One link."""
    return read_one(connection, Link, f"{_SELECT} WHERE link_id = ?", (link_id,))


def standing_of(connection: sqlite3.Connection, teen_id: PersonId) -> Link | None:
    """The link of a teen's guardian, if they have one."""
    return read_one(connection, Link, _STANDING, (teen_id,))


def caps_on(connection: sqlite3.Connection, person_id: PersonId) -> Caps:
    """What a guardian bounds for somebody; nothing where there is no guardian."""
    link = standing_of(connection, person_id)
    return Caps() if link is None or link.caps is None else link.caps


def links_of(connection: sqlite3.Connection, person_id: PersonId, limit: int) -> list[Link]:
    """A person's links, as the teen and as the guardian, ended ones too; newest first."""
    query = f"{_SELECT} WHERE teen_id = ?1 OR guardian_id = ?1 ORDER BY asked_position DESC LIMIT ?2"
    return read_all(connection, Link, query, (person_id, limit))


def wards_of(connection: sqlite3.Connection, guardian_id: PersonId, limit: int) -> list[Link]:
    """The links of a guardian that were ever agreed to, ended ones too; newest first."""
    query = f"{_SELECT} WHERE guardian_id = ? AND linked_at IS NOT NULL ORDER BY asked_position DESC LIMIT ?"
    return read_all(connection, Link, query, (guardian_id, limit))
