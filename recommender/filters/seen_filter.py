"""Keeps what a person has seen out of a plain feed."""

from collections.abc import Sequence

from recommender.slate import Candidate, Query
from recommender.stages import Parted, part


class SeenFilter:
    """Does not apply to an ask."""

    name = "seen"

    def part(self, query: Query, candidates: Sequence[Candidate]) -> Parted:
        """See `recommender.stages.Filter`."""
        seen = query.passed_over
        return part(candidates, self.name, lambda candidate: candidate.clip_id in seen)
