"""Which reports and which enrolments wait for a reviewer?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import (
    CameoEnrolled,
    ClipPublished,
    ClipReported,
    ClipWithdrawn,
    EnrolmentHeld,
    EnrolmentRefused,
    PersonErased,
    ReportDecided,
    ReportReason,
)
from domain.ids import ClipId, EnrolmentId, PersonId, ReportId
from projections.rows import Change, columns, instant, log_names, read_all, read_one, write
from projections.view import Recorded, View

# What ends a wait has a table of its own, because statements run out of step: a clip can be reported before
# and after it is withdrawn.
SCHEMA = """
CREATE TABLE review_queue (
    report_id TEXT PRIMARY KEY NOT NULL,
    clip_id TEXT NOT NULL,
    reporter_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT, -- personal: null once erased, or where none was written
    reported_at TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX review_queue_oldest ON review_queue (position);
CREATE TABLE review_queue_enrolment (
    enrolment_id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL,
    checks TEXT NOT NULL, -- a JSON array
    held_at TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX review_queue_enrolment_oldest ON review_queue_enrolment (position);
CREATE TABLE review_queue_done (
    id TEXT PRIMARY KEY, -- of a report, clip, enrolment or person
    stands INTEGER NOT NULL, -- no longer for a clip that an appeal put back
    position INTEGER NOT NULL
) WITHOUT ROWID;
"""

_REPORTED = "INSERT INTO review_queue VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_HELD = "INSERT INTO review_queue_enrolment VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_DONE = """
INSERT INTO review_queue_done VALUES (?, TRUE, ?)
ON CONFLICT DO UPDATE SET stands = TRUE, position = excluded.position WHERE excluded.position > position
"""
_SHOWN = "UPDATE review_queue_done SET stands = FALSE, position = ?2 WHERE id = ?1 AND position < ?2"


class Report(msgspec.Struct, frozen=True):
    """A report of a clip that can still be seen."""

    report_id: ReportId
    clip_id: ClipId
    reporter_id: PersonId
    reason: ReportReason
    note: str | None
    reported_at: datetime
    position: int


class Held(msgspec.Struct, frozen=True):
    """An enrolment of which the checks were unsure; `checks` is a JSON array of their codes."""

    enrolment_id: EnrolmentId
    person_id: PersonId
    checks: str
    held_at: datetime
    position: int


_OPEN_REPORTS = f"""
SELECT {columns(Report, "review_queue")} FROM review_queue
WHERE NOT EXISTS (SELECT 1 FROM review_queue_done AS done WHERE done.stands AND done.id IN (clip_id, report_id))
"""
_OPEN_ENROLMENTS = f"""
SELECT {columns(Held, "review_queue_enrolment")} FROM review_queue_enrolment
WHERE NOT EXISTS (SELECT 1 FROM review_queue_done AS done WHERE done.stands AND done.id IN (enrolment_id, person_id))
"""

_EVENTS = (
    ClipPublished, ClipReported, ReportDecided, ClipWithdrawn, EnrolmentHeld, EnrolmentRefused, CameoEnrolled,
    PersonErased,
)  # fmt: skip


def _changes(recorded: Recorded) -> Iterator[Change]:
    at = instant(recorded.meta.recorded_at)
    match recorded.event:
        case ClipReported() as report:
            said = (report.clip_id, report.reporter_id, report.reason, report.note)
            yield _REPORTED, (report.report_id, *said, at, recorded.position)
        case EnrolmentHeld() as held:
            checks = msgspec.json.encode(held.checks).decode()
            yield _HELD, (held.enrolment_id, held.person_id, checks, at, recorded.position)
        case ClipPublished(clip_id=clip_id):
            yield _SHOWN, (clip_id, recorded.position)
        case ReportDecided(report_id=done) | ClipWithdrawn(clip_id=done):
            yield _DONE, (done, recorded.position)
        case EnrolmentRefused(enrolment_id=done) | CameoEnrolled(enrolment_id=done):
            yield _DONE, (done, recorded.position)
        case PersonErased(person_id=done):
            yield _DONE, (done, recorded.position)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_REPORTED, _HELD, _DONE, _SHOWN))


REVIEW_QUEUE = View("review_queue", 3, SCHEMA, _apply, log_names(_EVENTS))


def open_reports(connection: sqlite3.Connection, limit: int, after_position: int) -> list[Report]:
    """Reports that wait, made after a position, oldest first; a withdrawn clip needs no review."""
    query = f"{_OPEN_REPORTS} AND position > ? ORDER BY position LIMIT ?"
    return read_all(connection, Report, query, (after_position, limit))


def report(connection: sqlite3.Connection, report_id: ReportId) -> Report | None:
    """One report, whether or not it waits."""
    query = f"SELECT {columns(Report, 'review_queue')} FROM review_queue WHERE report_id = ?"
    return read_one(connection, Report, query, (report_id,))


def held_enrolments(connection: sqlite3.Connection, limit: int, after_position: int) -> list[Held]:
    """Enrolments that wait, held after a position, oldest first; those who left wait for nothing."""
    query = f"{_OPEN_ENROLMENTS} AND position > ? ORDER BY position LIMIT ?"
    return read_all(connection, Held, query, (after_position, limit))
