"""How well clips fit a topic, as marks that stay the same when their vectors are made anew."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple, Protocol

import numpy as np

from domain.ids import ClipId
from recommender.clip_features import ClipFeatures
from recommender.embedder import Embedder
from recommender.matching.features import Features, shelve
from recommender.matching.joining import join
from recommender.matching.matcher import Matcher
from recommender.rules import Topic
from recommender.slate import MARK_FULL

# A vector embedded in another batch differs in its seventh digit: marks in thousandths do not.
MARK_STEP = MARK_FULL // 1_000
TOPICS_KEPT_MAX = 512


class Judged(NamedTuple):
    """What matching says of one clip and one topic: its mark, and whether it may hold it, and surely does."""

    mark: int
    holds: bool
    surely_holds: bool


UNKNOWN = Judged(0, holds=False, surely_holds=False)


class TopicMatcher(Protocol):
    """What rules need to know of clips; all answers are in the order of the clips."""

    def marks(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """How well each clip fits, int64 (n,), 0 to `MARK_FULL` in whole `MARK_STEP`s."""

    def holds(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """Which clips may hold it, bool (n,): for `never`, where one too many is better than one too few."""

    def surely_holds(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """Which clips hold it more likely than not, bool (n,): for `only`."""

    def knows(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """Of which clips anything is known, bool (n,)."""

    def join(self, columns: Sequence[np.ndarray], looks: Sequence[bool] = ()) -> np.ndarray:
        """The marks of clips that must fit all of several topics, int64 (n,), of one column each.

        `looks` says which of the topics are of a look.
        """


class FeatureMatcher:
    """Judges a clip and a topic once, and remembers it: no page after the first waits for the same words."""

    def __init__(self, features: ClipFeatures, embedder: Embedder) -> None:
        self._features = features
        self._embedder = embedder
        self._matcher: Matcher | None = None
        self._judged: OrderedDict[Topic, dict[ClipId, Judged]] = OrderedDict()
        self._lock = threading.Lock()

    def marks(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """See `TopicMatcher`."""
        return np.array([judged.mark for judged in self._judge(topic, clip_ids)], np.int64)

    def holds(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """See `TopicMatcher`."""
        return np.array([judged.holds for judged in self._judge(topic, clip_ids)], bool)

    def surely_holds(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """See `TopicMatcher`."""
        return np.array([judged.surely_holds for judged in self._judge(topic, clip_ids)], bool)

    def knows(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """See `TopicMatcher`."""
        return self._features.known(clip_ids)

    def join(self, columns: Sequence[np.ndarray], looks: Sequence[bool] = ()) -> np.ndarray:
        """See `TopicMatcher`."""
        return quantised(join([column / MARK_FULL for column in columns], (), looks) / MARK_FULL)

    def _judge(self, topic: Topic, clip_ids: Sequence[ClipId]) -> list[Judged]:
        kept = self._kept(topic)
        # Asked once: the index is written to meanwhile, and what comes in later is of a later slate.
        known = dict.fromkeys(compress(clip_ids, self._features.known(clip_ids)))
        new = {clip_id: self._features.get(clip_id) for clip_id in known if clip_id not in kept}
        judged = {clip_id: features for clip_id, features in new.items() if features is not None}
        kept.update(zip(judged, self._judge_anew(topic, list(judged.values())), strict=True))
        # A clip that was withdrawn is known no longer, whatever was said of it before.
        return [kept.get(clip_id, UNKNOWN) if clip_id in known else UNKNOWN for clip_id in clip_ids]

    def _kept(self, topic: Topic) -> dict[ClipId, Judged]:
        """What was said of a topic so far, for any thread to add to."""
        with self._lock:
            kept = self._judged.setdefault(topic, {})
            self._judged.move_to_end(topic)
            if len(self._judged) > TOPICS_KEPT_MAX:
                self._judged.popitem(last=False)
            return kept

    def _judge_anew(self, topic: Topic, features: Sequence[Features]) -> list[Judged]:
        if not features:
            return []
        if self._matcher is None:
            self._matcher = Matcher(self._embedder, self._features.wordnet)
        clips = shelve(features)
        columns = (
            quantised(self._matcher.marks(topic, clips)).tolist(),
            self._matcher.holds(topic, clips).tolist(),
            self._matcher.surely_holds(topic, clips).tolist(),
        )
        return [Judged(*row) for row in zip(*columns, strict=True)]


def quantised(shares: np.ndarray) -> np.ndarray:
    """Shares 0 to 1, float (n,), as marks in whole steps; what lies outside counts as the nearest bound."""
    steps = np.rint(np.clip(shares, 0.0, 1.0) * (MARK_FULL // MARK_STEP))
    return steps.astype(np.int64) * MARK_STEP
