"""Fills a query with what the stages must know of the viewer."""

from domain.ids import PersonId
from recommender.community import Community
from recommender.instruction import Ask
from recommender.policy import Policy
from recommender.seen_clips import SeenClips
from recommender.slate import Query, Viewer


class QueryHydrator:
    """Asks the views once a slate, so that all stages see the same viewer."""

    name = "viewer"

    def __init__(self, community: Community, seen_clips: SeenClips, policy: Policy) -> None:
        self._community = community
        self._seen_clips = seen_clips
        self._policy = policy

    def query(self, viewer_id: PersonId, ask: Ask | None) -> Query:
        """The query of this viewer as the views stand now; of one without a personal feed, next to nothing."""
        personalised = self._community.is_personalised(viewer_id)
        viewer = Viewer(
            person_id=viewer_id,
            age_band=self._community.age_band(viewer_id),
            following=self._community.following(viewer_id) if personalised else frozenset(),
            blocked=self._community.blocked_either_way(viewer_id),
            seen=self._seen_clips.of(viewer_id) if personalised else frozenset(),
        )
        return Query(viewer, ask, self._policy)
