"""Turns clip ids into candidates that carry what the stages must know of them."""

from collections.abc import Iterable

from domain.ids import ClipId
from projections.views.feed_candidates import FeedClip
from recommender.community import Community
from recommender.slate import Candidate, Removed
from recommender.stages import Parted


class CandidateHydrator:
    """A clip that the views do not know as published is removed: when in doubt, it is not shown."""

    name = "unknown"

    def __init__(self, community: Community) -> None:
        self._community = community

    def read(self, clip_ids: Iterable[ClipId]) -> dict[ClipId, Candidate]:
        """The candidates of those clips that are known, in no order."""
        clips = self._community.clips(clip_ids)
        inspired = self._community.inspired_makers_counts(clips)
        return {clip_id: _candidate(clip, inspired.get(clip_id, 0)) for clip_id, clip in clips.items()}


class Hydration:
    """What one ranking reads of clips: each once, however many stages come upon it."""

    def __init__(self, hydrator: CandidateHydrator) -> None:
        self._hydrator = hydrator
        self._read: dict[ClipId, Candidate | None] = {}

    def known(self, clip_ids: Iterable[ClipId]) -> list[Candidate]:
        """The candidates of the clips that are known, in the order of the ids."""
        return self.candidates(clip_ids).kept

    def candidates(self, clip_ids: Iterable[ClipId]) -> Parted:
        """The same, and those not known."""
        wanted = list(dict.fromkeys(clip_ids))
        if new := [clip_id for clip_id in wanted if clip_id not in self._read]:
            self._read.update(dict.fromkeys(new) | self._hydrator.read(new))
        found = [(clip_id, self._read[clip_id]) for clip_id in wanted]
        kept = [candidate for _, candidate in found if candidate is not None]
        removed = [Removed(clip_id, self._hydrator.name) for clip_id, candidate in found if candidate is None]
        return Parted(kept, removed)


def _candidate(clip: FeedClip, inspired_makers_count: int) -> Candidate:
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
        music=clip.music,
        withheld_in=clip.withheld_in,
    )
