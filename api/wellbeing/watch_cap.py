"""A guardian's cap on watching: counted where a clip's video is asked for, so that no client can leave it out."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from api.problems import WatchCapReached
from api.wellbeing.watched_clips import WatchedClips
from domain.days import day_begins, day_of
from domain.ids import ClipId, PersonId
from projections.views import guardianship


def clips_left(
    views: sqlite3.Connection, watched: WatchedClips, person_id: PersonId, at: datetime
) -> int | None:
    """How many more clips somebody may watch today; None without a cap. Raises WatchCapReached for none."""
    caps = guardianship.caps_on(views, person_id)
    if caps.clips_watched_max is None:
        return None
    day = day_of(at, caps.utc_offset_min)
    left_count = caps.clips_watched_max - watched.count(person_id, day)
    if left_count <= 0:
        raise WatchCapReached(day_begins(day + timedelta(days=1), caps.utc_offset_min))
    return left_count


def watch(
    views: sqlite3.Connection,
    watched: WatchedClips,
    person_id: PersonId,
    clip_ids: Iterable[ClipId],
    at: datetime,
) -> None:
    """Counts clips of others that were on somebody's screen, where they have a guardian."""
    if guardianship.standing_of(views, person_id) is not None:
        watched.record(person_id, clip_ids, _today(views, person_id, at))


def admit(
    views: sqlite3.Connection, watched: WatchedClips, person_id: PersonId, clip_id: ClipId, at: datetime
) -> None:
    """Counts a clip of somebody else that is about to be watched. Raises WatchCapReached.

    What was watched today may be watched again.
    """
    if not watched.has(person_id, clip_id, _today(views, person_id, at)):
        clips_left(views, watched, person_id, at)
        watch(views, watched, person_id, (clip_id,), at)


def _today(views: sqlite3.Connection, person_id: PersonId, at: datetime) -> date:
    """The day that it is by the clock that somebody's guardian says."""
    return day_of(at, guardianship.caps_on(views, person_id).utc_offset_min)
