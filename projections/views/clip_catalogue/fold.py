"""How events become rows of the clip catalogue."""

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from domain.events import (
    ClipCommented,
    ClipLiked,
    ClipPublished,
    ClipUnliked,
    ClipWithdrawn,
    CommentRemoved,
    GenerationCompleted,
    GenerationRequested,
)
from projections.rows import Change, instant, log_names, write
from projections.view import Recorded, View
from projections.views.clip_catalogue.schema import SCHEMA

_REQUESTED = """
INSERT INTO clip_catalogue (clip_id, job_id, maker_id, prompt, remix_of) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""
_COMPLETED = """
UPDATE clip_catalogue
SET facts = ?, video = ?, poster = ?, receipt = ?, captions = ?, consent = ?,
    created_at = ?, created_position = ?
WHERE clip_id = ?
"""
_PUBLISHED = """
UPDATE clip_catalogue
SET caption = ?1, published_at = ?2, published_position = ?3, withdrawn_at = NULL, withdrawn_position = 0
WHERE clip_id = ?4 AND ?3 > max(withdrawn_position, coalesce(published_position, 0))
"""
# What is published after its withdrawal, on appeal, stands; publications of a batch are written first.
_WITHDRAWN = """
UPDATE clip_catalogue SET withdrawn_at = ?1, withdrawn_position = ?3
WHERE clip_id = ?2 AND withdrawn_at IS NULL AND coalesce(published_position, 0) < ?3
"""
_LIKE = """
INSERT INTO clip_catalogue_like VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET stands = excluded.stands, position = excluded.position
WHERE excluded.position > position
"""
_COMMENT = "INSERT INTO clip_catalogue_comment (comment_id, clip_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
_REMOVE = "UPDATE clip_catalogue_comment SET stands = FALSE WHERE comment_id = ?"

# Rows of clips stand before anything counts on them.
_STATEMENTS = (_REQUESTED, _COMPLETED, _PUBLISHED, _WITHDRAWN, _LIKE, _COMMENT, _REMOVE)


_EVENTS = (
    ClipCommented,
    ClipLiked,
    ClipPublished,
    ClipUnliked,
    ClipWithdrawn,
    CommentRemoved,
    GenerationCompleted,
    GenerationRequested,
)


def _changes(recorded: Recorded) -> Iterator[Change]:
    at, position = instant(recorded.meta.recorded_at), recorded.position
    match recorded.event:
        case GenerationRequested() as asked:
            yield _REQUESTED, (asked.clip_id, asked.job_id, asked.maker_id, asked.prompt, asked.remix_of)
        case GenerationCompleted() as done:
            files = (done.video, done.poster, done.receipt, done.captions, done.consent)
            known = (_json(part) for part in (done.facts, *files))
            yield _COMPLETED, (*known, at, position, done.clip_id)
        case ClipPublished(clip_id=clip_id, caption=caption):
            yield _PUBLISHED, (caption, at, position, clip_id)
        case ClipWithdrawn(clip_id=clip_id):
            yield _WITHDRAWN, (at, clip_id, position)
        case ClipLiked(clip_id=clip_id, person_id=person_id):
            yield _LIKE, (clip_id, person_id, True, position)
        case ClipUnliked(clip_id=clip_id, person_id=person_id):
            yield _LIKE, (clip_id, person_id, False, position)
        case ClipCommented(comment_id=comment_id, clip_id=clip_id):
            yield _COMMENT, (comment_id, clip_id)
        case CommentRemoved(comment_id=comment_id):
            yield _REMOVE, (comment_id,)


def _json(part: msgspec.Struct | None) -> str | None:
    return None if part is None else msgspec.json.encode(part).decode()


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, _STATEMENTS)


CLIP_CATALOGUE = View("clip_catalogue", 3, SCHEMA, _apply, log_names(_EVENTS))
