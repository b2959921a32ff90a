"""Marks a clip by how lately it was published."""

from collections.abc import Sequence
from datetime import datetime

from recommender.slate import MARK_FULL, Candidate, Mark, Query, Reason


class FreshnessScorer:
    """Halves with every half-life of age.

    Age is counted from the newest candidate, not from the wall clock: the same position gives the same
    marks at any hour, and a quiet community still has a newest clip.
    """

    name = "freshness"

    def mark(self, query: Query, candidates: Sequence[Candidate]) -> Sequence[Mark]:
        """See `recommender.stages.Scorer`."""
        if not candidates:
            return []
        newest_at = max(candidate.published_at for candidate in candidates)
        half_life_h = query.policy.freshness_half_life_h
        return [_mark(candidate.published_at, newest_at, half_life_h) for candidate in candidates]


def _mark(published_at: datetime, newest_at: datetime, half_life_h: float) -> Mark:
    half_lives = (newest_at - published_at).total_seconds() / 3_600 / half_life_h
    reason = Reason("fresh") if half_lives <= 1.0 else None
    return Mark(round(MARK_FULL * 0.5**half_lives), reason)
