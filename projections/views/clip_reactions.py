"""Who liked a clip, and what was said under it?"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import ClipCommented, ClipLiked, ClipUnliked, CommentRemoved
from domain.ids import ClipId, CommentId, PersonId
from projections.rows import Change, columns, id_list, instant, log_names, read_all, read_one, write
from projections.view import Recorded, View

# A like taken back and a comment taken down stay as rows, so that an event taken again cannot revive them.
SCHEMA = """
CREATE TABLE clip_reactions_like (
    clip_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    stands INTEGER NOT NULL,
    at TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (clip_id, person_id)
) WITHOUT ROWID;
CREATE INDEX clip_reactions_like_newest ON clip_reactions_like (clip_id, position) WHERE stands;
CREATE TABLE clip_reactions_comment (
    comment_id TEXT PRIMARY KEY NOT NULL,
    clip_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    text TEXT, -- personal: null once erased or taken down
    at TEXT NOT NULL,
    position INTEGER NOT NULL,
    removed_position INTEGER
);
CREATE INDEX clip_reactions_comment_newest ON clip_reactions_comment (clip_id, position)
WHERE removed_position IS NULL;
"""

_LIKE = """
INSERT INTO clip_reactions_like VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET stands = excluded.stands, at = excluded.at, position = excluded.position
WHERE excluded.position > position
"""
_COMMENT = """
INSERT INTO clip_reactions_comment (comment_id, clip_id, person_id, text, at, position)
VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_REMOVE = "UPDATE clip_reactions_comment SET text = NULL, removed_position = ? WHERE comment_id = ?"


class Like(msgspec.Struct, frozen=True):
    """A like that stands."""

    clip_id: ClipId
    person_id: PersonId
    at: datetime
    position: int


class Comment(msgspec.Struct, frozen=True):
    """A comment that stands; the text is None once its writer is erased."""

    comment_id: CommentId
    clip_id: ClipId
    person_id: PersonId
    text: str | None
    at: datetime
    position: int


_LIKES = f"SELECT {columns(Like, 'clip_reactions_like')} FROM clip_reactions_like WHERE stands"
_COMMENTS = f"""
SELECT {columns(Comment, "clip_reactions_comment")} FROM clip_reactions_comment WHERE removed_position IS NULL
"""


_EVENTS = (ClipCommented, ClipLiked, ClipUnliked, CommentRemoved)


def _changes(recorded: Recorded) -> Iterator[Change]:
    at, position = instant(recorded.meta.recorded_at), recorded.position
    match recorded.event:
        case ClipLiked(clip_id=clip_id, person_id=person_id):
            yield _LIKE, (clip_id, person_id, True, at, position)
        case ClipUnliked(clip_id=clip_id, person_id=person_id):
            yield _LIKE, (clip_id, person_id, False, at, position)
        case ClipCommented() as said:
            yield _COMMENT, (said.comment_id, said.clip_id, said.person_id, said.text, at, position)
        case CommentRemoved(comment_id=comment_id):
            yield _REMOVE, (position, comment_id)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_LIKE, _COMMENT, _REMOVE))


CLIP_REACTIONS = View("clip_reactions", 1, SCHEMA, _apply, log_names(_EVENTS))


def likes_of(connection: sqlite3.Connection, clip_id: ClipId, limit: int, before_position: int) -> list[Like]:
    """A clip's likes given before a position, newest first."""
    query = f"{_LIKES} AND clip_id = ? AND position < ? ORDER BY position DESC LIMIT ?"
    return read_all(connection, Like, query, (clip_id, before_position, limit))


def liked_among(
    connection: sqlite3.Connection, person_id: PersonId, clip_ids: Iterable[ClipId]
) -> frozenset[ClipId]:
    """Those of the clips that a person likes."""
    query = """
    SELECT clip_id FROM clip_reactions_like
    WHERE stands AND person_id = ? AND clip_id IN (SELECT value FROM json_each(?))
    """
    return frozenset(clip_id for (clip_id,) in connection.execute(query, (person_id, id_list(clip_ids))))


def comment(connection: sqlite3.Connection, comment_id: CommentId) -> Comment | None:
    """One comment, unless it was taken down."""
    return read_one(connection, Comment, f"{_COMMENTS} AND comment_id = ?", (comment_id,))


def comments_of(
    connection: sqlite3.Connection, clip_id: ClipId, limit: int, before_position: int
) -> list[Comment]:
    """A clip's comments written before a position, newest first."""
    query = f"{_COMMENTS} AND clip_id = ? AND position < ? ORDER BY position DESC LIMIT ?"
    return read_all(connection, Comment, query, (clip_id, before_position, limit))
