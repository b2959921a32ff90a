"""What did others make after a clip, or after any clip of a maker?"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from domain.events import ClipPublished, ClipWithdrawn
from domain.ids import ClipId, PersonId
from projections.rows import Change, id_list, log_names, write
from projections.view import Recorded, View

SCHEMA = """
CREATE TABLE maker_inspiration (
    clip_id TEXT PRIMARY KEY,
    maker_id TEXT NOT NULL,
    remix_of TEXT,
    position INTEGER NOT NULL, -- of its latest publication
    withdrawn INTEGER NOT NULL DEFAULT 0 -- at which position; 0 while it stands
) WITHOUT ROWID;
CREATE INDEX maker_inspiration_by_maker ON maker_inspiration (maker_id);
CREATE INDEX maker_inspiration_by_source ON maker_inspiration (remix_of, maker_id) WHERE NOT withdrawn;
"""

_PUBLISHED = """
INSERT INTO maker_inspiration (clip_id, maker_id, remix_of, position) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET position = excluded.position, withdrawn = 0
WHERE excluded.position > max(position, withdrawn)
"""
_WITHDRAWN = (
    "UPDATE maker_inspiration SET withdrawn = ?2 WHERE clip_id = ?1 AND NOT withdrawn AND position < ?2"
)

# A maker's remix of a clip of their own inspires nobody else, and a withdrawn remix no longer counts.
_INSPIRED = """
SELECT {key}, count(*), count(DISTINCT remix.maker_id)
FROM maker_inspiration AS source
JOIN maker_inspiration AS remix
    ON remix.remix_of = source.clip_id AND remix.maker_id <> source.maker_id AND NOT remix.withdrawn
WHERE {key} IN (SELECT value FROM json_each(?))
GROUP BY {key}
"""
INSPIRED_BY_CLIPS = _INSPIRED.format(key="source.clip_id")
INSPIRED_BY_MAKERS = _INSPIRED.format(key="source.maker_id")


class Inspiration(msgspec.Struct, frozen=True):
    """Published remixes by others that stand, and by how many different makers."""

    remixes_count: int
    makers_count: int


_EVENTS = (ClipPublished, ClipWithdrawn)


def _changes(recorded: Recorded) -> Iterator[Change]:
    match recorded.event:
        case ClipPublished(clip_id=clip_id, maker_id=maker_id, remix_of=remix_of):
            yield _PUBLISHED, (clip_id, maker_id, remix_of, recorded.position)
        case ClipWithdrawn(clip_id=clip_id):
            yield _WITHDRAWN, (clip_id, recorded.position)


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, (_PUBLISHED, _WITHDRAWN))


MAKER_INSPIRATION = View("maker_inspiration", 2, SCHEMA, _apply, log_names(_EVENTS))


def of_clips(connection: sqlite3.Connection, clip_ids: Iterable[ClipId]) -> dict[ClipId, Inspiration]:
    """What came of each of the clips; one after which nothing was made is absent."""
    return _inspired(connection, INSPIRED_BY_CLIPS, clip_ids)


def of_makers(connection: sqlite3.Connection, maker_ids: Iterable[PersonId]) -> dict[PersonId, Inspiration]:
    """What came of all clips of each of the makers; one after whom nothing was made is absent."""
    return _inspired(connection, INSPIRED_BY_MAKERS, maker_ids)


def _inspired(connection: sqlite3.Connection, query: str, ids: Iterable[str]) -> dict[str, Inspiration]:
    rows = connection.execute(query, (id_list(ids),))
    return {id_: Inspiration(remixes_count, makers_count) for id_, remixes_count, makers_count in rows}
