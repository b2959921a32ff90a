"""Turns clip ids into candidates that carry what the stages must know of them."""

from collections.abc import Mapping, Sequence

from domain.ids import ClipId
from projections.views.feed_candidates import FeedClip
from recommender.community import Community
from recommender.slate import Candidate, Removed, SourceName
from recommender.stages import Parted


class CandidateHydrator:
    """A clip that the views do not know as published is removed: when in doubt, it is not shown."""

    name = "unknown"

    def __init__(self, community: Community) -> None:
        self._community = community

    def candidates(self, found_by: Mapping[ClipId, Sequence[SourceName]]) -> Parted:
        """The candidates in the order of the ids, and those not known."""
        clips = self._community.clips(found_by)
        inspired = self._community.inspired_makers_counts(clips)
        kept = [
            _candidate(clips[clip_id], inspired.get(clip_id, 0), tuple(sources))
            for clip_id, sources in found_by.items()
            if clip_id in clips
        ]
        removed = [Removed(clip_id, self.name) for clip_id in found_by if clip_id not in clips]
        return Parted(kept, removed)


def _candidate(clip: FeedClip, inspired_makers_count: int, found_by: tuple[SourceName, ...]) -> Candidate:
    return Candidate(
        clip_id=clip.clip_id,
        maker_id=clip.maker_id,
        published_position=clip.published_position,
        published_at=clip.published_at,
        withdrawn=clip.withdrawn,
        facts=clip.facts,
        inspired_makers_count=inspired_makers_count,
        reporters_count=clip.reporters_count,
        duration_s=clip.duration_s,
        captioned=clip.captioned,
        found_by=found_by,
    )
