"""What closes the feed for a while: a pause that somebody wants, and the stop after a teen's long visit."""

import sqlite3
from datetime import datetime

from api.problems import FeedPaused, TeenStop
from api.wellbeing.sittings import Sittings
from domain.ids import PersonId
from projections.views import member_directory, wellness_state


def admit(
    views: sqlite3.Connection, sittings: Sittings, person_id: PersonId, teen_clips_max: int, at: datetime
) -> None:
    """Lets somebody to their feed. Raises FeedPaused, TeenStop."""
    paused_until = wellness_state.paused_until(views, person_id)
    if paused_until is not None and paused_until > at:
        raise FeedPaused(paused_until)
    member = member_directory.get(views, person_id)
    if member is not None and member.age_band == "adult":
        return
    rests_until = sittings.rests_until(person_id, teen_clips_max, at)
    if rests_until is not None:
        raise TeenStop(rests_until)
