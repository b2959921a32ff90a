"""Which requests were refused, on what evidence, and what became of the appeal?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import (
    AppealDecided,
    GateStage,
    GenerationRefused,
    GenerationRequested,
    PersonErased,
    RefusalAppealed,
)
from domain.ids import AppealId, ClipId, JobId, PersonId, RefusalId
from projections.rows import Change, columns, instant, log_names, read_all, read_one, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE refusals (
    refusal_id TEXT PRIMARY KEY NOT NULL,
    maker_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    clip_id TEXT NOT NULL,
    stage TEXT NOT NULL,
    rule TEXT NOT NULL,
    evidence TEXT, -- personal: null once erased
    wish TEXT, -- personal: null once erased
    caption TEXT, -- personal: null once erased
    refused_at TEXT NOT NULL,
    position INTEGER NOT NULL,
    reviewer_id TEXT, -- who took the clip down
    appeal_id TEXT,
    words TEXT, -- personal: null once erased
    appealed_at TEXT,
    appealed_position INTEGER,
    overturned INTEGER,
    reason TEXT, -- personal: null once erased
    decided_at TEXT
);
CREATE INDEX refusals_by_maker ON refusals (maker_id, position);
CREATE UNIQUE INDEX refusals_by_appeal ON refusals (appeal_id);
CREATE INDEX refusals_open ON refusals (appealed_position)
WHERE appealed_position IS NOT NULL AND decided_at IS NULL;
CREATE TABLE refusals_again (
    appeal_id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL,
    clip_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE refusals_erased (person_id TEXT PRIMARY KEY) WITHOUT ROWID;
"""

_REFUSED = """
INSERT INTO refusals (
    refusal_id, maker_id, job_id, clip_id, stage, rule, evidence, wish, caption, refused_at, position,
    reviewer_id
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_APPEALED = """
UPDATE refusals SET appeal_id = ?, words = ?, appealed_at = ?, appealed_position = ? WHERE refusal_id = ?
"""
_DECIDED = "UPDATE refusals SET overturned = ?, reason = ?, decided_at = ? WHERE refusal_id = ?"
_AGAIN = "INSERT INTO refusals_again VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_ERASED = "INSERT INTO refusals_erased VALUES (?) ON CONFLICT DO NOTHING"


class Refusal(msgspec.Struct, frozen=True):
    """One refusal of one maker; `wish` is the request's JSON.

    `reviewer_id` took the clip down, where that was the refusal. What follows it is of the appeal.
    """

    refusal_id: RefusalId
    maker_id: PersonId
    job_id: JobId
    clip_id: ClipId
    stage: GateStage
    rule: str
    evidence: str | None
    wish: str | None
    caption: str | None
    refused_at: datetime
    position: int
    reviewer_id: PersonId | None
    appeal_id: AppealId | None
    words: str | None
    appealed_at: datetime | None
    appealed_position: int | None
    overturned: bool | None
    reason: str | None
    decided_at: datetime | None


class Again(msgspec.Struct, frozen=True):
    """What an overturned refusal was asked for again as."""

    job_id: JobId
    clip_id: ClipId


_SELECT = f"SELECT {columns(Refusal, 'refusals')} FROM refusals"

_EVENTS = (GenerationRefused, RefusalAppealed, AppealDecided, GenerationRequested, PersonErased)


def _changes(recorded: Recorded) -> Iterator[Change]:
    at = instant(recorded.meta.recorded_at)
    match recorded.event:
        case GenerationRefused() as refused:
            ids = (refused.refusal_id, refused.maker_id, refused.job_id, refused.clip_id)
            why = (refused.stage, refused.rule, refused.evidence, refused.wish, refused.caption)
            yield _REFUSED, (*ids, *why, at, recorded.position, refused.reviewer_id)
        case RefusalAppealed() as appealed:
            said = (appealed.appeal_id, appealed.words)
            yield _APPEALED, (*said, at, recorded.position, appealed.refusal_id)
        case AppealDecided() as decided:
            yield _DECIDED, (decided.overturned, decided.reason, at, decided.refusal_id)
        case GenerationRequested(appeal_id=appeal_id, job_id=job_id, clip_id=clip_id) if (
            appeal_id is not None
        ):
            yield _AGAIN, (appeal_id, job_id, clip_id)
        case PersonErased(person_id=person_id):
            yield _ERASED, (person_id,)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_REFUSED, _APPEALED, _DECIDED, _AGAIN, _ERASED))


REFUSALS = View("refusals", 3, SCHEMA, _apply, log_names(_EVENTS))


def get(connection: sqlite3.Connection, refusal_id: RefusalId) -> Refusal | None:
    """One refusal."""
    return read_one(connection, Refusal, f"{_SELECT} WHERE refusal_id = ?", (refusal_id,))


def of_appeal(connection: sqlite3.Connection, appeal_id: AppealId) -> Refusal | None:
    """The refusal that was appealed."""
    return read_one(connection, Refusal, f"{_SELECT} WHERE appeal_id = ?", (appeal_id,))


def of_maker(
    connection: sqlite3.Connection, maker_id: PersonId, limit: int, before_position: int
) -> list[Refusal]:
    """A maker's refusals before a position, newest first."""
    query = f"{_SELECT} WHERE maker_id = ? AND position < ? ORDER BY position DESC LIMIT ?"
    return read_all(connection, Refusal, query, (maker_id, before_position, limit))


def open_appeals(connection: sqlite3.Connection, limit: int, after_position: int) -> list[Refusal]:
    """Refusals whose appeal waits, made after a position, oldest first; those who left wait for nothing."""
    query = f"""
    {_SELECT} WHERE appealed_position > ? AND decided_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM refusals_erased AS gone WHERE gone.person_id = maker_id)
    ORDER BY appealed_position LIMIT ?
    """
    return read_all(connection, Refusal, query, (after_position, limit))


def again(connection: sqlite3.Connection, appeal_id: AppealId) -> Again | None:
    """What came of an appeal that was overturned before publication."""
    query = "SELECT job_id, clip_id FROM refusals_again WHERE appeal_id = ?"
    return read_one(connection, Again, query, (appeal_id,))
