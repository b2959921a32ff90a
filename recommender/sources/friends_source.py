"""Proposes the newest clips of the people whom the viewer follows."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.community import Community
from recommender.rule_gate import RuleGate
from recommender.slate import Query
from recommender.stages import fitting


class FriendsSource:
    """Newest first, over all followed makers together."""

    name = "friends"

    def __init__(self, community: Community) -> None:
        self._community = community

    def find(self, query: Query, gate: RuleGate) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        following = query.viewer.following
        return fitting(query, gate, lambda limit: self._community.newest_by_makers(following, limit))
