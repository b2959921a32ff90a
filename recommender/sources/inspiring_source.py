"""Proposes clips after which others lately made their own, and the newest clips of those who made them."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.community import Community
from recommender.rule_gate import RuleGate
from recommender.slate import Query
from recommender.stages import fitting


class InspiringSource:
    """Half of its places go to the remixed clips themselves, the rest to what their makers did since."""

    name = "inspiring"

    def __init__(self, community: Community) -> None:
        self._community = community

    def find(self, query: Query, gate: RuleGate) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        return fitting(query, gate, self._propose)

    def _propose(self, limit: int) -> list[ClipId]:
        remixed = self._community.lately_remixed(limit)
        clips = list(dict.fromkeys(clip_id for clip_id, _ in remixed))[: limit // 2]
        makers = dict.fromkeys(maker_id for _, maker_id in remixed)
        newest = self._community.newest_by_makers(makers, limit)
        return list(dict.fromkeys([*clips, *newest]))[:limit]
