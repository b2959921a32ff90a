"""Proposes the clips nearest in meaning to what the viewer asked, and to what they want more of or only."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.community import Community
from recommender.rule_gate import RuleGate
from recommender.slate import Query
from recommender.stages import fitting
from recommender.steering import grouped, topics_of
from recommender.wish_search import Wishes, WishSearch

# Of makers whom a rule names, this many of the newest clips are searched.
MAKERS_CLIPS_MAX = 20_000


class NearestSource:
    """Proposes nothing where no topic is wanted."""

    name = "nearest"

    def __init__(self, community: Community, search: WishSearch) -> None:
        self._community = community
        self._search = search

    def find(self, query: Query, gate: RuleGate) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        wishes = _wishes(query)
        if not any(wishes):
            return []
        makers = query.wanted_makers
        allowed = None
        if makers is not None:
            clip_ids = self._community.newest_by_makers(makers, MAKERS_CLIPS_MAX)
            allowed = self._search.index.allow(clip_ids)
        return fitting(query, gate, lambda limit: self._search.nearest(wishes, limit, allowed))


def _wishes(query: Query) -> Wishes:
    return tuple(
        topics_of(rules) for kind in ("more", "only") for rules in grouped(query.rules, kind).values()
    )
