"""Which reports wait for a reviewer?"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import ClipReported, ClipWithdrawn, ReportReason
from domain.ids import ClipId, PersonId, ReportId
from projections.rows import Change, columns, instant, log_names, read_all, write
from projections.view import Recorded, View

# Withdrawn clips have a table of their own because a clip can be reported before and after it is withdrawn.
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
CREATE TABLE review_queue_withdrawn (clip_id TEXT PRIMARY KEY) WITHOUT ROWID;
"""

_REPORTED = "INSERT INTO review_queue VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_WITHDRAWN = "INSERT INTO review_queue_withdrawn VALUES (?) ON CONFLICT DO NOTHING"


class Report(msgspec.Struct, frozen=True):
    """A report of a clip that can still be seen."""

    report_id: ReportId
    clip_id: ClipId
    reporter_id: PersonId
    reason: ReportReason
    note: str | None
    reported_at: datetime
    position: int


_OPEN = f"""
SELECT {columns(Report, "review_queue")} FROM review_queue
WHERE NOT EXISTS (SELECT 1 FROM review_queue_withdrawn AS gone WHERE gone.clip_id = review_queue.clip_id)
"""


_EVENTS = (ClipReported, ClipWithdrawn)


def _changes(recorded: Recorded) -> Iterator[Change]:
    match recorded.event:
        case ClipReported() as report:
            said = (report.clip_id, report.reporter_id, report.reason, report.note)
            at = instant(recorded.meta.recorded_at)
            yield _REPORTED, (report.report_id, *said, at, recorded.position)
        case ClipWithdrawn(clip_id=clip_id):
            yield _WITHDRAWN, (clip_id,)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_REPORTED, _WITHDRAWN))


REVIEW_QUEUE = View("review_queue", 1, SCHEMA, _apply, log_names(_EVENTS))


def open_reports(connection: sqlite3.Connection, limit: int, after_position: int) -> list[Report]:
    """Reports that wait, made after a position, oldest first; a withdrawn clip needs no review."""
    query = f"{_OPEN} AND position > ? ORDER BY position LIMIT ?"
    return read_all(connection, Report, query, (after_position, limit))
