"""Keeps apart people of whom one has shut the other out."""

from collections.abc import Sequence

from recommender.slate import Candidate, Query
from recommender.stages import Parted, part


class BlockedFilter:
    """Works in both directions, and does not tell which it was."""

    name = "blocked"

    def part(self, query: Query, candidates: Sequence[Candidate]) -> Parted:
        """See `recommender.stages.Filter`."""
        blocked = query.viewer.blocked
        return part(candidates, self.name, lambda candidate: candidate.maker_id in blocked)
