"""Marks a clip by how many other people made one after it."""

import math
from collections.abc import Sequence

from recommender.slate import MARK_FULL, Candidate, Mark, Query, Reason


class InspirationScorer:
    """Grows with the logarithm of the makers inspired: the first few say more than the next many."""

    name = "inspiration"

    def mark(self, query: Query, candidates: Sequence[Candidate]) -> Sequence[Mark]:
        """See `recommender.stages.Scorer`."""
        full_count = query.policy.inspiration_full_makers_count
        return [_mark(candidate.inspired_makers_count, full_count) for candidate in candidates]


def _mark(makers_count: int, full_count: int) -> Mark:
    if makers_count <= 0:
        return Mark(0)
    share = min(1.0, math.log1p(makers_count) / math.log1p(full_count))
    return Mark(round(share * MARK_FULL), Reason("inspired", makers_count))
