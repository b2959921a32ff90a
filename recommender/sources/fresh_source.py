"""Proposes the clips that the whole community published last."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.community import Community
from recommender.slate import Query
from recommender.stages import unseen


class FreshSource:
    """The way in for makers whom nobody follows yet."""

    name = "fresh"

    def __init__(self, community: Community) -> None:
        self._community = community

    def find(self, query: Query) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        return unseen(query, self._community.newest)
