"""Keeps out clips that were taken down."""

from collections.abc import Sequence

from recommender.slate import Candidate, Query
from recommender.stages import Parted, part


class WithdrawnFilter:
    """Asks what the catalogue says at its newest position."""

    name = "withdrawn"

    def part(self, query: Query, candidates: Sequence[Candidate]) -> Parted:  # noqa: ARG002 - all filters are asked alike
        """See `recommender.stages.Filter`."""
        return part(candidates, self.name, lambda candidate: candidate.withdrawn)
