"""Who follows whom, and who has shut whom out?"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.events import PersonBlocked, PersonFollowed, PersonUnblocked, PersonUnfollowed
from domain.ids import PersonId
from projections.rows import Change, log_names, write
from projections.view import Recorded, View

# An edge that ended stays as a row that no longer stands, so that an event taken again cannot revive it.
SCHEMA = """
CREATE TABLE social_graph_follow (
    follower_id TEXT NOT NULL,
    followed_id TEXT NOT NULL,
    stands INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (follower_id, followed_id)
) WITHOUT ROWID;
CREATE INDEX social_graph_follow_by_followed ON social_graph_follow (followed_id, follower_id) WHERE stands;
CREATE TABLE social_graph_block (
    blocker_id TEXT NOT NULL,
    blocked_id TEXT NOT NULL,
    stands INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (blocker_id, blocked_id)
) WITHOUT ROWID;
CREATE INDEX social_graph_block_by_blocked ON social_graph_block (blocked_id, blocker_id) WHERE stands;
"""

_NEWER = """
ON CONFLICT DO UPDATE SET stands = excluded.stands, position = excluded.position
WHERE excluded.position > position
"""
_FOLLOW = f"INSERT INTO social_graph_follow VALUES (?, ?, ?, ?) {_NEWER}"
_BLOCK = f"INSERT INTO social_graph_block VALUES (?, ?, ?, ?) {_NEWER}"


class Tie(NamedTuple):
    """Somebody at the other end of a follow, and where in the log it began."""

    person_id: PersonId
    position: int


_EVENTS = (PersonBlocked, PersonFollowed, PersonUnblocked, PersonUnfollowed)


def _changes(recorded: Recorded) -> Iterator[Change]:
    match recorded.event:
        case PersonFollowed(follower_id=follower, followed_id=followed):
            yield _FOLLOW, (follower, followed, True, recorded.position)
        case PersonUnfollowed(follower_id=follower, followed_id=followed):
            yield _FOLLOW, (follower, followed, False, recorded.position)
        case PersonBlocked(blocker_id=blocker, blocked_id=blocked):
            yield _BLOCK, (blocker, blocked, True, recorded.position)
        case PersonUnblocked(blocker_id=blocker, blocked_id=blocked):
            yield _BLOCK, (blocker, blocked, False, recorded.position)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_FOLLOW, _BLOCK))


SOCIAL_GRAPH = View("social_graph", 1, SCHEMA, _apply, log_names(_EVENTS))

FOLLOWING = "SELECT followed_id FROM social_graph_follow WHERE follower_id = ? AND stands"
FOLLOWERS = "SELECT follower_id FROM social_graph_follow WHERE followed_id = ? AND stands"
IS_FOLLOWING = "SELECT 1 FROM social_graph_follow WHERE follower_id = ? AND followed_id = ? AND stands"
_NEWEST_FOLLOWING = """
SELECT followed_id, position FROM social_graph_follow
WHERE follower_id = ? AND stands AND position < ? ORDER BY position DESC LIMIT ?
"""
_NEWEST_FOLLOWERS = """
SELECT follower_id, position FROM social_graph_follow
WHERE followed_id = ? AND stands AND position < ? ORDER BY position DESC LIMIT ?
"""
BLOCKED_BY = "SELECT blocked_id FROM social_graph_block WHERE blocker_id = ? AND stands"
BLOCKED_EITHER_WAY = f"""
{BLOCKED_BY} UNION ALL SELECT blocker_id FROM social_graph_block WHERE blocked_id = ? AND stands
"""


def following(connection: sqlite3.Connection, person_id: PersonId) -> frozenset[PersonId]:
    """Whom a person follows."""
    return _people(connection, FOLLOWING, person_id)


def followers(connection: sqlite3.Connection, person_id: PersonId) -> frozenset[PersonId]:
    """Who follows a person."""
    return _people(connection, FOLLOWERS, person_id)


def newest_following(
    connection: sqlite3.Connection, person_id: PersonId, limit: int, before_position: int
) -> list[Tie]:
    """Whom a person began to follow before a position, the latest first."""
    return _ties(connection, _NEWEST_FOLLOWING, person_id, limit, before_position)


def newest_followers(
    connection: sqlite3.Connection, person_id: PersonId, limit: int, before_position: int
) -> list[Tie]:
    """Who began to follow a person before a position, the latest first."""
    return _ties(connection, _NEWEST_FOLLOWERS, person_id, limit, before_position)


def is_following(connection: sqlite3.Connection, follower_id: PersonId, followed_id: PersonId) -> bool:
    """Whether one person follows another."""
    return connection.execute(IS_FOLLOWING, (follower_id, followed_id)).fetchone() is not None


def blocked_by(connection: sqlite3.Connection, person_id: PersonId) -> frozenset[PersonId]:
    """Whom a person shut out; the other direction is for rules, not for showing."""
    return _people(connection, BLOCKED_BY, person_id)


def blocked_either_way(connection: sqlite3.Connection, person_id: PersonId) -> frozenset[PersonId]:
    """Whom a person shut out and who shut them out: neither sees the other's clips."""
    return _people(connection, BLOCKED_EITHER_WAY, person_id, person_id)


def _ties(
    connection: sqlite3.Connection, query: str, person_id: PersonId, limit: int, before_position: int
) -> list[Tie]:
    return [Tie(*row) for row in connection.execute(query, (person_id, before_position, limit))]


def _people(connection: sqlite3.Connection, query: str, *values: PersonId) -> frozenset[PersonId]:
    return frozenset(person for (person,) in connection.execute(query, values))
