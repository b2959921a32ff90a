"""Proposes the newest clips of makers in the viewer's own country, which the whole world's would crowd out."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.community import Community
from recommender.rule_gate import RuleGate
from recommender.slate import Query
from recommender.stages import fitting


class RegionSource:
    """Proposes nothing to people without a personal feed, nor to somebody whose country is not known."""

    name = "region"

    def __init__(self, community: Community) -> None:
        self._community = community

    def find(self, query: Query, gate: RuleGate) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        country_id = query.viewer.country_id
        if country_id is None or not query.viewer.personalised:
            return []
        return fitting(query, gate, lambda limit: self._community.newest_in(country_id, limit))
