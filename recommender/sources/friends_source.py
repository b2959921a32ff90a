"""Proposes the newest clips of the people whom the viewer follows."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.community import Community
from recommender.slate import Query
from recommender.stages import unseen


class FriendsSource:
    """Newest first, over all followed makers together."""

    name = "friends"

    def __init__(self, community: Community) -> None:
        self._community = community

    def find(self, query: Query) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        following = query.viewer.following
        return unseen(query, lambda limit: self._community.newest_by_makers(following, limit))
