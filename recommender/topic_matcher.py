"""How well clips fit a topic, as marks that stay the same when their vectors are made anew."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from domain.ids import ClipId
from recommender.embedder import Embedder
from recommender.index import ClipIndex
from recommender.rules import Topic
from recommender.slate import MARK_FULL

ALTERNATIVES = " | "
# A vector embedded in another batch differs in its seventh digit: marks in thousandths do not.
MARK_STEP = MARK_FULL // 1_000
# At this cosine a clip shows the thing, for a filter that may rather remove one too many.
HOLDS_COSINE_MIN = 0.28


class TopicMatcher(Protocol):
    """What rules need to know of clips; all answers are in the order of the clips."""

    def marks(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """How well each clip fits, int64 (n,), 0 to `MARK_FULL` in whole `MARK_STEP`s."""

    def holds(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """Whether each clip shows it, bool (n,)."""

    def knows(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """Of which clips anything is known, bool (n,)."""

    def join(self, columns: Sequence[np.ndarray]) -> np.ndarray:
        """The marks of clips that must fit all of several topics, int64 (n,), of one column each."""


class VectorMatcher:
    """Compares the meaning of words and descriptions; the best of a topic's alternatives counts."""

    def __init__(self, index: ClipIndex, embedder: Embedder) -> None:
        self._index = index
        self._embedder = embedder

    def marks(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """See `TopicMatcher`."""
        return quantised(self._cosines(topic, clip_ids))

    def holds(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """See `TopicMatcher`."""
        return self.marks(topic, clip_ids) >= HOLDS_COSINE_MIN * MARK_FULL

    def knows(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """See `TopicMatcher`."""
        return self._index.vectors(clip_ids).any(axis=1)

    def join(self, columns: Sequence[np.ndarray]) -> np.ndarray:
        """See `TopicMatcher`."""
        return np.minimum.reduce(columns)

    def _cosines(self, topic: Topic, clip_ids: Sequence[ClipId]) -> np.ndarray:
        words = [self._embedder.embed_query(each) for each in alternatives(topic)]
        # In double precision, so that a mark does not depend on which clips stand beside it.
        vectors = self._index.vectors(clip_ids).astype(np.float64)
        return (vectors @ np.stack(words, axis=1).astype(np.float64)).max(axis=1)


def alternatives(topic: Topic) -> list[str]:
    """The wordings of a topic of which any will do."""
    return topic.words.split(ALTERNATIVES)


def quantised(shares: np.ndarray) -> np.ndarray:
    """Shares 0 to 1, float (n,), as marks in whole steps; what lies outside counts as the nearest bound."""
    steps = np.rint(np.clip(shares, 0.0, 1.0) * (MARK_FULL // MARK_STEP))
    return steps.astype(np.int64) * MARK_STEP
