"""Keeps people's own clips out of their feed: those have a page of their own."""

from collections.abc import Sequence

from recommender.slate import Candidate, Query
from recommender.stages import Parted, part


class OwnFilter:
    """Applies to plain feeds and to asks."""

    name = "own"

    def part(self, query: Query, candidates: Sequence[Candidate]) -> Parted:
        """See `recommender.stages.Filter`."""
        viewer_id = query.viewer.person_id
        return part(candidates, self.name, lambda candidate: candidate.maker_id == viewer_id)
