"""Which clips could stand in a feed, and what must its stages know of each?"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from domain.events import (
    ClipFacts,
    ClipPublished,
    ClipReleased,
    ClipReported,
    ClipWithdrawn,
    ClipWithheld,
    GenerationCompleted,
    PersonJoined,
    ReportDecided,
)
from domain.ids import ClipId, CountryId, PersonId
from projections.rows import Change, id_list, instant, log_names, write
from projections.view import Recorded, View

# Narrow on purpose: a page of the feed reads hundreds of these rows. Nothing in it is personal text.
SCHEMA = """
CREATE TABLE feed_candidates (
    clip_id TEXT PRIMARY KEY,
    maker_id TEXT NOT NULL,
    facts TEXT NOT NULL, -- style, scenes and settings as words, in a JSON array
    duration_s REAL NOT NULL,
    captioned INTEGER NOT NULL, -- something is said in it
    music INTEGER, -- null where that is not known
    remix_of TEXT,
    published_at TEXT,
    published_position INTEGER, -- null for a draft
    withdrawn INTEGER NOT NULL DEFAULT 0, -- at which position; 0 while it stands
    country_id TEXT -- the maker's
) WITHOUT ROWID;
CREATE INDEX feed_candidates_newest ON feed_candidates (published_position)
WHERE published_position IS NOT NULL AND NOT withdrawn;
CREATE INDEX feed_candidates_by_maker ON feed_candidates (maker_id, published_position)
WHERE published_position IS NOT NULL AND NOT withdrawn;
CREATE INDEX feed_candidates_by_country ON feed_candidates (country_id, published_position)
WHERE published_position IS NOT NULL AND NOT withdrawn;
CREATE INDEX feed_candidates_remixes ON feed_candidates (published_position)
WHERE published_position IS NOT NULL AND NOT withdrawn AND remix_of IS NOT NULL;
CREATE TABLE feed_candidates_report (
    report_id TEXT PRIMARY KEY,
    clip_id TEXT NOT NULL,
    reporter_id TEXT NOT NULL,
    decided INTEGER NOT NULL DEFAULT FALSE
) WITHOUT ROWID;
CREATE INDEX feed_candidates_report_by_clip ON feed_candidates_report (clip_id, reporter_id, decided);
CREATE TABLE feed_candidates_maker (
    person_id TEXT PRIMARY KEY,
    country_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE feed_candidates_withheld (
    clip_id TEXT NOT NULL,
    country_id TEXT NOT NULL,
    withheld INTEGER NOT NULL DEFAULT 0, -- at which position last
    released INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (clip_id, country_id)
) WITHOUT ROWID;
"""

_JOINED = "INSERT INTO feed_candidates_maker VALUES (?, ?) ON CONFLICT DO NOTHING"

_COMPLETED = """
INSERT INTO feed_candidates (clip_id, maker_id, facts, duration_s, captioned, music, country_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT country_id FROM feed_candidates_maker WHERE person_id = ?2))
ON CONFLICT DO NOTHING
"""
_PUBLISHED = """
UPDATE feed_candidates SET remix_of = ?1, published_at = ?2, published_position = ?3, withdrawn = 0
WHERE clip_id = ?4 AND ?3 > max(withdrawn, coalesce(published_position, 0))
"""
# What is published after its withdrawal, on appeal, stands; publications of a batch are written first.
_WITHDRAWN = """
UPDATE feed_candidates SET withdrawn = ?1
WHERE clip_id = ?2 AND NOT withdrawn AND coalesce(published_position, 0) < ?1
"""
_REPORTED = """
INSERT INTO feed_candidates_report (report_id, clip_id, reporter_id) VALUES (?, ?, ?)
ON CONFLICT DO NOTHING
"""
_DECIDED = "UPDATE feed_candidates_report SET decided = TRUE WHERE report_id = ?"
_WITHHELD = """
INSERT INTO feed_candidates_withheld (clip_id, country_id, withheld) VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET withheld = max(withheld, ?3)
"""
_RELEASED = """
INSERT INTO feed_candidates_withheld (clip_id, country_id, released) VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET released = max(released, ?3)
"""

# Whose report was decided on once does not keep a clip back by reporting it again.
_REPORTERS_COUNT = """
SELECT count(DISTINCT report.reporter_id) FROM feed_candidates_report AS report
WHERE report.clip_id = clip.clip_id AND NOT EXISTS (
    SELECT 1 FROM feed_candidates_report AS other
    WHERE other.clip_id = report.clip_id AND other.reporter_id = report.reporter_id AND other.decided
)
"""
_SHOWN = "published_position > 0 AND NOT withdrawn"
BY_ID = f"""
SELECT clip_id, maker_id, facts, published_at, published_position, withdrawn, duration_s, captioned, music,
    ({_REPORTERS_COUNT}),
    (SELECT group_concat(country_id, ' ') FROM feed_candidates_withheld AS held
     WHERE held.clip_id = clip.clip_id AND withheld > released)
FROM feed_candidates AS clip
WHERE clip_id IN (SELECT value FROM json_each(?)) AND published_position IS NOT NULL
"""
NEWEST = f"SELECT clip_id FROM feed_candidates WHERE {_SHOWN} ORDER BY published_position DESC LIMIT ?"
NEWEST_BY_MAKERS = f"""
SELECT clip_id FROM feed_candidates
WHERE {_SHOWN} AND maker_id IN (SELECT value FROM json_each(?)) ORDER BY published_position DESC LIMIT ?
"""
NEWEST_IN = f"""
SELECT clip_id FROM feed_candidates
WHERE {_SHOWN} AND country_id = ? ORDER BY published_position DESC LIMIT ?
"""
WITHHELD = """
SELECT clip_id, country_id FROM feed_candidates_withheld
WHERE clip_id IN (SELECT value FROM json_each(?)) AND withheld > released ORDER BY country_id
"""
STANDING_AT = """
SELECT clip_id FROM feed_candidates
WHERE published_position <= :position AND NOT (withdrawn BETWEEN 1 AND :position) ORDER BY published_position
"""
# A remix of a clip of one's own shows nothing about what it led others to do.
LATELY_REMIXED = f"""
SELECT source.clip_id, source.maker_id
FROM (SELECT * FROM feed_candidates WHERE {_SHOWN} AND remix_of IS NOT NULL
      ORDER BY published_position DESC LIMIT ?) AS remix
JOIN feed_candidates AS source ON source.clip_id = remix.remix_of AND source.maker_id <> remix.maker_id
WHERE NOT source.withdrawn ORDER BY remix.published_position DESC
"""


class FeedClip(msgspec.Struct, frozen=True):
    """A clip that was published, and may since have been withdrawn; its facts are lower-case words.

    `reporters_count` is of people on none of whose reports of it a reviewer decided.
    """

    clip_id: ClipId
    maker_id: PersonId
    facts: tuple[str, ...]
    published_at: datetime
    published_position: int
    withdrawn: bool
    duration_s: float
    captioned: bool
    music: bool | None
    reporters_count: int
    withheld_in: frozenset[CountryId]


_EVENTS = (
    PersonJoined,
    GenerationCompleted,
    ClipPublished,
    ClipWithdrawn,
    ClipReported,
    ReportDecided,
    ClipWithheld,
    ClipReleased,
)

_decode_words = msgspec.json.Decoder(tuple[str, ...]).decode


def _changes(recorded: Recorded) -> Iterator[Change]:
    match recorded.event:
        case PersonJoined(person_id=person_id, country_id=country_id):
            yield _JOINED, (person_id, country_id)
        case GenerationCompleted(clip_id=clip_id, maker_id=maker_id, facts=facts) as completed:
            heard = completed.captions is not None
            yield _COMPLETED, (clip_id, maker_id, _words(facts), facts.duration_s, heard, facts.music)
        case ClipPublished(clip_id=clip_id, remix_of=remix_of):
            at = instant(recorded.meta.recorded_at)
            yield _PUBLISHED, (remix_of, at, recorded.position, clip_id)
        case ClipWithdrawn(clip_id=clip_id):
            yield _WITHDRAWN, (recorded.position, clip_id)
        case ClipReported(report_id=report_id, clip_id=clip_id, reporter_id=reporter_id):
            yield _REPORTED, (report_id, clip_id, reporter_id)
        case ReportDecided(report_id=report_id):  # where the clip went, it may be back one day, on appeal
            yield _DECIDED, (report_id,)
        case ClipWithheld(clip_id=clip_id, country_id=country_id):
            yield _WITHHELD, (clip_id, country_id, recorded.position)
        case ClipReleased(clip_id=clip_id, country_id=country_id):
            yield _RELEASED, (clip_id, country_id, recorded.position)


def _words(facts: ClipFacts) -> str:
    names = (facts.style, *facts.subjects, *facts.settings)
    return msgspec.json.encode([name.replace("_", " ").casefold() for name in names]).decode()


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    statements = (_JOINED, _COMPLETED, _PUBLISHED, _WITHDRAWN, _REPORTED, _DECIDED, _WITHHELD, _RELEASED)
    write(connection, batch, _changes, statements)


FEED_CANDIDATES = View("feed_candidates", 6, SCHEMA, _apply, log_names(_EVENTS))


def get_many(connection: sqlite3.Connection, clip_ids: Iterable[ClipId]) -> dict[ClipId, FeedClip]:
    """Those of the clips that were published, withdrawn ones among them, by id."""
    return {row[0]: _clip(row) for row in connection.execute(BY_ID, (id_list(clip_ids),))}


def standing_at(connection: sqlite3.Connection, position: int) -> list[ClipId]:
    """The clips published up to a position that the view has reached and not withdrawn by then, in that order."""
    return [clip_id for (clip_id,) in connection.execute(STANDING_AT, {"position": position})]


def newest(connection: sqlite3.Connection, limit: int) -> list[ClipId]:
    """The clips published last, newest first."""
    return [clip_id for (clip_id,) in connection.execute(NEWEST, (limit,))]


def newest_by_makers(
    connection: sqlite3.Connection, maker_ids: Iterable[PersonId], limit: int
) -> list[ClipId]:
    """The clips that any of the makers published last, newest first."""
    return [clip_id for (clip_id,) in connection.execute(NEWEST_BY_MAKERS, (id_list(maker_ids), limit))]


def newest_in(connection: sqlite3.Connection, country_id: CountryId, limit: int) -> list[ClipId]:
    """The clips that makers of a country published last, newest first."""
    return [clip_id for (clip_id,) in connection.execute(NEWEST_IN, (country_id, limit))]


def withheld_in(
    connection: sqlite3.Connection, clip_ids: Iterable[ClipId]
) -> dict[ClipId, tuple[CountryId, ...]]:
    """The countries in which each of the clips is withheld now; clips that are withheld nowhere are absent."""
    found: dict[ClipId, tuple[CountryId, ...]] = {}
    for clip_id, country_id in connection.execute(WITHHELD, (id_list(clip_ids),)):
        found[clip_id] = (*found.get(clip_id, ()), country_id)
    return found


def lately_remixed(connection: sqlite3.Connection, remixes_limit: int) -> list[tuple[ClipId, PersonId]]:
    """The clips, with their makers, after which others made the latest remixes; one a remix."""
    return connection.execute(LATELY_REMIXED, (remixes_limit,)).fetchall()


def _clip(row: tuple) -> FeedClip:
    # By place and without conversion: this runs for hundreds of rows a page.
    clip_id, maker_id, facts, published_at, position, withdrawn, *more = row
    duration_s, captioned, music, reporters, held = more
    return FeedClip(
        clip_id,
        maker_id,
        _decode_words(facts),
        datetime.fromisoformat(published_at),
        position,
        bool(withdrawn),
        duration_s,
        bool(captioned),
        None if music is None else bool(music),
        reporters,
        frozenset(held.split()) if held else frozenset(),
    )
