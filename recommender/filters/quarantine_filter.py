"""Keeps back clips that several people reported, until a reviewer has looked."""

from collections.abc import Sequence

from recommender.slate import Candidate, Query
from recommender.stages import Parted, part


class QuarantineFilter:
    """How many people it takes depends on the age band of who looks: for a teen, fewer."""

    name = "quarantined"

    def part(self, query: Query, candidates: Sequence[Candidate]) -> Parted:
        """See `recommender.stages.Filter`."""
        reporters_count = query.policy.quarantine_reporters_count[query.viewer.age_band]
        return part(candidates, self.name, lambda candidate: candidate.reporters_count >= reporters_count)
