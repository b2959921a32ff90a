"""Makes what counts a person's watching, for the wellness check and a guardian's cap, and their notices seen."""

from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from api.seen_notices import SeenNotices
from api.settings import Settings
from api.wellbeing.sittings import Sittings
from api.wellbeing.watched_clips import WatchedClips
from domain.decisions.wellness import WellnessRule


class Watching(NamedTuple):
    """What is remembered of watching, beside the log, and the rule that asks how somebody is."""

    sittings: Sittings
    watched: WatchedClips
    seen_notices: SeenNotices
    wellness_rule: WellnessRule
    teen_visit_clips_max: int


def build_watching(settings: Settings, beside: Path) -> Watching:
    """Counts in `beside`, the folder for what stands beside the log."""
    return Watching(
        Sittings(beside / "sittings.db", timedelta(seconds=settings.session_gap_s)),
        WatchedClips(beside / "watched.db"),
        SeenNotices(beside / "seen-notices.db"),
        WellnessRule(
            clips_seen_min=settings.wellness_clips_seen_min,
            days_between_max=settings.wellness_days_between_max,
        ),
        settings.teen_visit_clips_max,
    )
