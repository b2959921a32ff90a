"""Marks clips by people whom the viewer follows, and in full the newest of each."""

from collections.abc import Sequence

from domain.ids import PersonId
from recommender.slate import MARK_FULL, Candidate, Mark, Query, Reason


class FriendScorer:
    """A followed maker's newest clip of those still in the running gets all, their others half."""

    name = "friend"

    def mark(self, query: Query, candidates: Sequence[Candidate]) -> Sequence[Mark]:
        """See `recommender.stages.Scorer`."""
        newest: dict[PersonId, int] = {}
        for candidate in candidates:
            position = max(candidate.published_position, newest.get(candidate.maker_id, 0))
            newest[candidate.maker_id] = position
        return [_mark(query, candidate, newest) for candidate in candidates]


def _mark(query: Query, candidate: Candidate, newest: dict[PersonId, int]) -> Mark:
    if candidate.maker_id not in query.viewer.following:
        return Mark(0)
    if candidate.published_position == newest[candidate.maker_id]:
        return Mark(MARK_FULL, Reason("friend_newest"))
    return Mark(MARK_FULL // 2, Reason("friend"))
