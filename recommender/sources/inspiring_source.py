"""Proposes clips after which others lately made their own, and the newest clips of those who made them."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.community import Community
from recommender.slate import Query


class InspiringSource:
    """Half of its places go to the remixed clips themselves, the rest to what their makers did since."""

    name = "inspiring"

    def __init__(self, community: Community) -> None:
        self._community = community

    def find(self, query: Query) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        clips_max = query.policy.source_clips_max
        remixed = self._community.lately_remixed(clips_max)
        clips = list(dict.fromkeys(clip_id for clip_id, _ in remixed))[: clips_max // 2]
        makers = dict.fromkeys(maker_id for _, maker_id in remixed)
        return clips + self._community.newest_by_makers(makers, clips_max - len(clips))
