"""Keeps out clips that are withheld in the viewer's country."""

from collections.abc import Sequence

from recommender.slate import Candidate, Query
from recommender.stages import Parted, part


class RegionFilter:
    """Of somebody whose country is not known, what is withheld anywhere is kept out."""

    name = "region"

    def part(self, query: Query, candidates: Sequence[Candidate]) -> Parted:
        """See `recommender.stages.Filter`."""
        country_id = query.viewer.country_id

        def is_withheld(candidate: Candidate) -> bool:
            withheld_in = candidate.withheld_in
            return country_id in withheld_in or (country_id is None and bool(withheld_in))

        return part(candidates, self.name, is_withheld)
