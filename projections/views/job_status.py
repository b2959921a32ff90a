"""What became of each generation that was asked for?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from domain.events import (
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
)
from domain.ids import AllowanceId, ClipId, JobId, PersonId
from projections.rows import Change, columns, instant, log_names, read_all, read_one, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE job_status (
    job_id TEXT PRIMARY KEY NOT NULL,
    clip_id TEXT NOT NULL,
    maker_id TEXT NOT NULL,
    allowance_id TEXT NOT NULL,
    prompt TEXT, -- personal: null once erased
    storyboard TEXT, -- personal: null once erased, or where none was sent
    duration_s REAL NOT NULL,
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    style TEXT,
    seed INTEGER NOT NULL,
    remix_of TEXT,
    status TEXT NOT NULL DEFAULT 'queued',
    attempt INTEGER NOT NULL DEFAULT 0,
    backend TEXT,
    error_code TEXT,
    requested_at TEXT NOT NULL,
    requested_position INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_position INTEGER NOT NULL
);
CREATE INDEX job_status_by_maker ON job_status (maker_id, requested_position);
CREATE INDEX job_status_unfinished ON job_status (status, requested_position)
WHERE status IN ('queued', 'started');
"""

_REQUESTED = """
INSERT INTO job_status (
    job_id, clip_id, maker_id, allowance_id, prompt, storyboard, duration_s, width_px, height_px, style,
    seed, remix_of, requested_at, requested_position, changed_at, changed_position
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?13, ?14)
ON CONFLICT DO NOTHING
"""
_STARTED = """
UPDATE job_status SET attempt = ?, backend = ? WHERE job_id = ? AND attempt < ?
"""
_FAILED = "UPDATE job_status SET error_code = ? WHERE job_id = ?"
_CHANGED = """
UPDATE job_status SET status = ?1, changed_at = ?2, changed_position = ?3
WHERE job_id = ?4 AND changed_position < ?3
"""


class Job(msgspec.Struct, frozen=True):
    """A job; `attempt` is 0 until a worker takes it up, `error_code` stands only on a failed one."""

    job_id: JobId
    clip_id: ClipId
    maker_id: PersonId
    allowance_id: AllowanceId
    prompt: str | None
    storyboard: str | None
    duration_s: float
    width_px: int
    height_px: int
    style: str | None
    seed: int
    remix_of: ClipId | None
    status: Literal["queued", "started", "completed", "failed", "cancelled"]
    attempt: int
    backend: str | None
    error_code: str | None
    requested_at: datetime
    requested_position: int
    changed_at: datetime
    changed_position: int


_SELECT = f"SELECT {columns(Job, 'job_status')} FROM job_status"


def _requested_values(event: GenerationRequested, at: str, position: int) -> tuple[object, ...]:
    ids = (event.job_id, event.clip_id, event.maker_id, event.allowance_id)
    settings = (event.duration_s, event.width_px, event.height_px, event.style, event.seed)
    return (*ids, event.prompt, event.storyboard, *settings, event.remix_of, at, position)


_EVENTS = (GenerationCancelled, GenerationCompleted, GenerationFailed, GenerationRequested, GenerationStarted)


def _changes(recorded: Recorded) -> Iterator[Change]:
    at, position = instant(recorded.meta.recorded_at), recorded.position
    match recorded.event:
        case GenerationRequested() as event:
            yield _REQUESTED, _requested_values(event, at, position)
        case GenerationStarted(job_id=job_id, attempt=attempt, backend=backend):
            yield _STARTED, (attempt, backend, job_id, attempt)
            yield _CHANGED, ("started", at, position, job_id)
        case GenerationCompleted(job_id=job_id):
            yield _CHANGED, ("completed", at, position, job_id)
        case GenerationFailed(job_id=job_id, code=code):
            yield _FAILED, (code, job_id)
            yield _CHANGED, ("failed", at, position, job_id)
        case GenerationCancelled(job_id=job_id):
            yield _CHANGED, ("cancelled", at, position, job_id)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_REQUESTED, _STARTED, _FAILED, _CHANGED))


JOB_STATUS = View("job_status", 1, SCHEMA, _apply, log_names(_EVENTS))


def get(connection: sqlite3.Connection, job_id: JobId) -> Job | None:
    """One job."""
    return read_one(connection, Job, f"{_SELECT} WHERE job_id = ?", (job_id,))


def of_maker(
    connection: sqlite3.Connection, maker_id: PersonId, limit: int, before_position: int
) -> list[Job]:
    """A maker's jobs asked for before a position, newest first."""
    query = (
        f"{_SELECT} WHERE maker_id = ? AND requested_position < ? ORDER BY requested_position DESC LIMIT ?"
    )
    return read_all(connection, Job, query, (maker_id, before_position, limit))


def queued_count(connection: sqlite3.Connection) -> int:
    """Jobs that no worker has taken up yet."""
    return connection.execute("SELECT count(*) FROM job_status WHERE status = 'queued'").fetchone()[0]


def unfinished(connection: sqlite3.Connection, limit: int) -> list[Job]:
    """Jobs that are queued or started, in the order they were asked for."""
    query = f"{_SELECT} WHERE status IN ('queued', 'started') ORDER BY requested_position LIMIT ?"
    return read_all(connection, Job, query, (limit,))
