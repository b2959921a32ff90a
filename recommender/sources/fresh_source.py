"""Proposes the clips that the whole community published last."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.community import Community
from recommender.rule_gate import RuleGate
from recommender.slate import Query
from recommender.stages import fitting


class FreshSource:
    """The way in for makers whom nobody follows yet; where rules name the makers, only theirs."""

    name = "fresh"

    def __init__(self, community: Community) -> None:
        self._community = community

    def find(self, query: Query, gate: RuleGate) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        makers = query.wanted_makers
        if makers is None:
            return fitting(query, gate, self._community.newest)
        return fitting(query, gate, lambda limit: self._community.newest_by_makers(makers, limit))
