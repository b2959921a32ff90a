"""What can be asked of the notices."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from domain.ids import ClipId, GrantId, LinkId, PersonId, RefusalId, RevocationId
from projections.rows import columns, id_list, read_all

Kind = Literal[
    "followed", "liked", "commented", "remixed", "cast", "granted", "grant_waits", "guardian_asked",
    "ward_asked", "guardian_linked", "guardian_unlinked", "clip_withdrawn", "clip_removed",
    "generation_cancelled", "generation_refused", "appeal_decided", "enrolled", "enrolment_refused",
    "enrolment_held", "revocation_finished",
]  # fmt: skip


class Notice(msgspec.Struct, frozen=True):
    """One thing that somebody is told of; `person_id` did it, where it is told who did."""

    recipient_id: PersonId
    kind: Kind
    number: int
    at: datetime
    person_id: PersonId | None
    clip_id: ClipId | None
    grant_id: GrantId | None
    refusal_id: RefusalId | None
    link_id: LinkId | None
    revocation_id: RevocationId | None
    code: str | None

    @property
    def position(self) -> int:
        """Its place in the log."""
        return self.number // 2


_SELECT = f"""
SELECT {columns(Notice, "notices")} FROM notices
WHERE stands AND NOT EXISTS (SELECT 1 FROM notices_gone AS gone WHERE gone.person_id = notices.person_id)
"""


def of_person(
    connection: sqlite3.Connection, person_id: PersonId, limit: int, before_number: int
) -> list[Notice]:
    """A person's notices before a number, newest first; none of people who left."""
    query = f"{_SELECT} AND recipient_id = ? AND number < ? ORDER BY number DESC LIMIT ?"
    return read_all(connection, Notice, query, (person_id, before_number, limit))


def between(
    connection: sqlite3.Connection, person_ids: Iterable[PersonId], after_position: int, upto_position: int
) -> list[Notice]:
    """The notices of some people between two positions, oldest first."""
    query = f"""
    {_SELECT} AND number > ? AND number <= ? AND recipient_id IN (SELECT value FROM json_each(?))
    ORDER BY number
    """
    numbers = (after_position * 2 + 1, upto_position * 2 + 1)
    return read_all(connection, Notice, query, (*numbers, id_list(person_ids)))
