"""Which clips and jobs show whose likeness, for which uses, under which grants?"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from domain.events import (
    ClipPublished,
    ClipWithdrawn,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
    Use,
)
from domain.ids import CameoId, ClipId, GrantId, JobId, PersonId
from projections.rows import Change, columns, id_list, instant, log_names, read_all, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE cast_clips (
    clip_id TEXT NOT NULL,
    cameo_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    maker_id TEXT NOT NULL,
    uses TEXT NOT NULL,
    grant_ids TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'queued',
    requested_at TEXT NOT NULL,
    requested_position INTEGER NOT NULL,
    changed_position INTEGER NOT NULL,
    PRIMARY KEY (clip_id, cameo_id)
) WITHOUT ROWID;
CREATE INDEX cast_clips_by_cameo ON cast_clips (cameo_id, requested_position);
"""

_CAST = """
INSERT INTO cast_clips
(clip_id, cameo_id, owner_id, job_id, maker_id, uses, grant_ids, requested_at, requested_position, changed_position)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)
ON CONFLICT DO NOTHING
"""
_CHANGED = """
UPDATE cast_clips SET status = ?1, changed_position = ?2 WHERE clip_id = ?3 AND changed_position < ?2
"""

Status = Literal["queued", "started", "draft", "published", "withdrawn", "failed", "cancelled"]


class Part(msgspec.Struct, frozen=True):
    """One cameo in one clip, or in the job that is to make it; `uses` and `grant_ids` are parted by spaces."""

    clip_id: ClipId
    cameo_id: CameoId
    owner_id: PersonId
    job_id: JobId
    maker_id: PersonId
    uses: str
    grant_ids: str
    status: Status
    requested_at: datetime
    requested_position: int

    def use_names(self) -> tuple[Use, ...]:
        """The uses, one by one."""
        return tuple(self.uses.split())  # type: ignore[return-value]  # what the event held

    def grants(self) -> tuple[GrantId, ...]:
        """The grants, one by one."""
        return tuple(GrantId(each) for each in self.grant_ids.split())


_SELECT = f"SELECT {columns(Part, 'cast_clips')} FROM cast_clips"

_ENDS: dict[type, Status] = {
    GenerationStarted: "started",
    GenerationCompleted: "draft",
    GenerationFailed: "failed",
    GenerationCancelled: "cancelled",
    ClipPublished: "published",
    ClipWithdrawn: "withdrawn",
}


def _changes(recorded: Recorded) -> Iterator[Change]:
    event, position = recorded.event, recorded.position
    if isinstance(event, GenerationRequested):
        at = instant(recorded.meta.recorded_at)
        for casting in event.cast:
            whose = (event.clip_id, casting.cameo_id, casting.owner_id, event.job_id, event.maker_id)
            terms = (" ".join(casting.uses), " ".join(casting.grant_ids))
            yield _CAST, (*whose, *terms, at, position)
    elif type(event) in _ENDS:
        yield _CHANGED, (_ENDS[type(event)], position, event.clip_id)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_CAST, _CHANGED))


CAST_CLIPS = View("cast_clips", 1, SCHEMA, _apply, log_names((GenerationRequested, *_ENDS)))


def of_cameo(
    connection: sqlite3.Connection, cameo_id: CameoId, limit: int, before_position: int
) -> list[Part]:
    """Everything that was asked for with a cameo before a position, newest first."""
    query = (
        f"{_SELECT} WHERE cameo_id = ? AND requested_position < ? ORDER BY requested_position DESC LIMIT ?"
    )
    return read_all(connection, Part, query, (cameo_id, before_position, limit))


def of_clips(connection: sqlite3.Connection, clip_ids: Iterable[ClipId]) -> dict[ClipId, list[Part]]:
    """The cast of each of these clips that has one."""
    query = f"{_SELECT} WHERE clip_id IN (SELECT value FROM json_each(?)) ORDER BY clip_id, cameo_id"
    found: dict[ClipId, list[Part]] = {}
    for part in read_all(connection, Part, query, (id_list(clip_ids),)):
        found.setdefault(part.clip_id, []).append(part)
    return found
