"""A guardian's cap on watching: counted where a clip's video is asked for, so that no client can leave it out."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from api.problems import WatchCapReached
from api.wellbeing.watched_clips import WatchedClips
from domain.ids import ClipId, PersonId
from projections.views import guardianship


def clips_left(
    views: sqlite3.Connection, watched: WatchedClips, person_id: PersonId, at: datetime
) -> int | None:
    """How many more clips somebody may watch today; None without a cap. Raises WatchCapReached for none."""
    clips_max = guardianship.caps_on(views, person_id).clips_watched_max
    if clips_max is None:
        return None
    left_count = clips_max - watched.count(person_id, at.date())
    if left_count <= 0:
        raise WatchCapReached(_next_day(at))
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
        watched.record(person_id, clip_ids, at.date())


def admit(
    views: sqlite3.Connection, watched: WatchedClips, person_id: PersonId, clip_id: ClipId, at: datetime
) -> None:
    """Counts a clip of somebody else that is about to be watched. Raises WatchCapReached.

    What was watched today may be watched again.
    """
    if not watched.has(person_id, clip_id, at.date()):
        clips_left(views, watched, person_id, at)
        watch(views, watched, person_id, (clip_id,), at)


def _next_day(at: datetime) -> datetime:
    return datetime.combine(at.date() + timedelta(days=1), time(), UTC)
