"""Proposes the clips nearest in meaning to what the viewer asked."""

from collections.abc import Sequence

from domain.ids import ClipId
from recommender.index import ClipIndex
from recommender.slate import Query


class NearestSource:
    """Proposes nothing where nothing was asked."""

    name = "nearest"

    def __init__(self, index: ClipIndex) -> None:
        self._index = index

    def find(self, query: Query) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        if query.ask is None:
            return []
        return [near.clip_id for near in self._index.search(query.ask.vector, query.policy.source_clips_max)]
