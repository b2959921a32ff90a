"""What can be asked of the clip catalogue."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from domain.events import ClipFacts, ClipFile
from domain.ids import ClipId, JobId, PersonId
from projections.rows import columns, id_list, read_all, read_one

LINEAGE_CLIPS_MAX = 100


class Clip(msgspec.Struct, frozen=True):
    """A finished clip; `prompt` and `caption` are None once erased, the counts are of what stands."""

    clip_id: ClipId
    job_id: JobId
    maker_id: PersonId
    status: Literal["draft", "published", "withdrawn"]
    prompt: str | None
    caption: str | None
    facts: ClipFacts
    video: ClipFile
    poster: ClipFile
    receipt: ClipFile
    captions: ClipFile | None
    consent: ClipFile | None
    remix_of: ClipId | None
    created_at: datetime
    created_position: int
    published_at: datetime | None
    published_position: int | None
    withdrawn_at: datetime | None
    likes_count: int
    comments_count: int
    remixes_count: int


_SELECT = f"SELECT {columns(Clip, 'clip_catalogue')} FROM clip_catalogue"

GET = f"{_SELECT} WHERE clip_id = ? AND created_position IS NOT NULL"
GET_MANY = f"""
{_SELECT} WHERE clip_id IN (SELECT value FROM json_each(?)) AND created_position IS NOT NULL
"""
NEWEST = f"""
{_SELECT} WHERE status = 'published' AND published_position < ? ORDER BY published_position DESC LIMIT ?
"""
# The inner query stays within its index, so that sorting many makers' clips touches only those of the page.
BY_MAKERS = f"""
{_SELECT} WHERE rowid IN (
    SELECT rowid FROM clip_catalogue
    WHERE status = 'published' AND maker_id IN (SELECT value FROM json_each(?)) AND published_position < ?
    ORDER BY published_position DESC LIMIT ?
) ORDER BY published_position DESC
"""
DRAFTS_OF = f"""
{_SELECT} WHERE status = 'draft' AND maker_id = ? AND created_position < ?
ORDER BY created_position DESC LIMIT ?
"""
REMIXES_OF = f"""
{_SELECT} WHERE status = 'published' AND remix_of = ? AND published_position < ?
ORDER BY published_position DESC LIMIT ?
"""
BY_DIGEST = f"""
{_SELECT} WHERE video_digest = ?1 OR poster_digest = ?1 OR receipt_digest = ?1 OR captions_digest = ?1
    OR consent_digest = ?1
ORDER BY created_position
"""
LINEAGE = f"""
WITH RECURSIVE above (source_id, depth) AS (
    SELECT remix_of, 1 FROM clip_catalogue WHERE clip_id = ?1
    UNION ALL
    SELECT clip.remix_of, above.depth + 1
    FROM above JOIN clip_catalogue AS clip ON clip.clip_id = above.source_id
    WHERE above.depth < ?2
)
{_SELECT} JOIN above ON above.source_id = clip_catalogue.clip_id ORDER BY above.depth
"""


def get(connection: sqlite3.Connection, clip_id: ClipId) -> Clip | None:
    """One clip, whatever its status."""
    return read_one(connection, Clip, GET, (clip_id,))


def get_many(connection: sqlite3.Connection, clip_ids: Iterable[ClipId]) -> dict[ClipId, Clip]:
    """Those of the clips that exist, whatever their status, by id."""
    rows = read_all(connection, Clip, GET_MANY, (id_list(clip_ids),))
    return {row.clip_id: row for row in rows}


def newest(connection: sqlite3.Connection, limit: int, before_position: int) -> list[Clip]:
    """Clips published before a position, newest first."""
    return read_all(connection, Clip, NEWEST, (before_position, limit))


def by_makers(
    connection: sqlite3.Connection, maker_ids: Iterable[PersonId], limit: int, before_position: int
) -> list[Clip]:
    """Clips of any of the makers, published before a position, newest first."""
    return read_all(connection, Clip, BY_MAKERS, (id_list(maker_ids), before_position, limit))


def drafts_of(
    connection: sqlite3.Connection, maker_id: PersonId, limit: int, before_position: int
) -> list[Clip]:
    """A maker's unpublished clips that were finished before a position, newest first."""
    return read_all(connection, Clip, DRAFTS_OF, (maker_id, before_position, limit))


def remixes_of(
    connection: sqlite3.Connection, clip_id: ClipId, limit: int, before_position: int
) -> list[Clip]:
    """Published clips made directly after a clip, published before a position, newest first."""
    return read_all(connection, Clip, REMIXES_OF, (clip_id, before_position, limit))


def by_digest(connection: sqlite3.Connection, digest: str) -> list[Clip]:
    """The clips of any status that a stored file belongs to, oldest first: equal bytes have one digest."""
    return read_all(connection, Clip, BY_DIGEST, (digest,))


def lineage(connection: sqlite3.Connection, clip_id: ClipId) -> list[Clip]:
    """The clips that a clip was made after, nearest first, up to the one that is nobody's remix."""
    return read_all(connection, Clip, LINEAGE, (clip_id, LINEAGE_CLIPS_MAX))
