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
HOLDS, SURELY_HOLDS = 1, 2
MARK_AT, DOUBT_AT = 2, 24
MARK_BITS = (1 << (DOUBT_AT - MARK_AT)) - 1


class Judged(NamedTuple):
    """What matching says of n clips and one topic, in their order.

    `marks` are how well each fits, int64 (n,), 0 to `MARK_FULL` in whole `MARK_STEP`s; `holds` which may hold it,
    bool (n,): for `never`, where one too many is better than one too few; `surely_holds` which hold it more likely
    than not: for `only`. `known` are the clips of which anything is known; to others the rest says no.
    `doubts` are how far each may hold what is to be hidden, in the form of the marks.
    """

    known: np.ndarray
    marks: np.ndarray
    holds: np.ndarray
    surely_holds: np.ndarray
    doubts: np.ndarray


class TopicMatcher(Protocol):
    """What rules need to know of clips."""

    def judge(self, topics: Sequence[Topic], clip_ids: Sequence[ClipId]) -> list[Judged]:
        """How the clips fit each topic."""

    def join(
        self, columns: Sequence[np.ndarray], looks: Sequence[bool] = (), doubts: Sequence[np.ndarray] = ()
    ) -> np.ndarray:
        """The marks of clips that must fit all of several topics, int64 (n,), of one column each.

        `looks` says which of the topics are of a look; `doubts` are columns of what they should not hold.
        """


class FeatureMatcher:
    """Judges a clip and a topic once, and remembers it: no page after the first waits for the same words."""

    def __init__(self, features: ClipFeatures, embedder: Embedder) -> None:
        self._features = features
        self._embedder = embedder
        self._matcher: Matcher | None = None
        self._judged: OrderedDict[Topic, dict[ClipId, int]] = OrderedDict()
        self._lock = threading.Lock()

    def judge(self, topics: Sequence[Topic], clip_ids: Sequence[ClipId]) -> list[Judged]:
        """See `TopicMatcher`."""
        # Asked once: the index is written to meanwhile, and what comes in later is of a later slate.
        known = self._features.known(clip_ids)
        return [self._judge(topic, clip_ids, known) for topic in topics]

    def join(
        self, columns: Sequence[np.ndarray], looks: Sequence[bool] = (), doubts: Sequence[np.ndarray] = ()
    ) -> np.ndarray:
        """See `TopicMatcher`."""
        wanted, unwanted = ([column / MARK_FULL for column in each] for each in (columns, doubts))
        return quantised(join(wanted, unwanted, looks) / MARK_FULL)

    def _judge(self, topic: Topic, clip_ids: Sequence[ClipId], known: np.ndarray) -> Judged:
        kept = self._kept(topic)
        new = [clip_id for clip_id in dict.fromkeys(compress(clip_ids, known)) if clip_id not in kept]
        read = {clip_id: self._features.get(clip_id) for clip_id in new}
        judged = {clip_id: features for clip_id, features in read.items() if features is not None}
        kept.update(zip(judged, self._judge_anew(topic, list(judged.values())), strict=True))
        packed = np.fromiter((kept.get(clip_id, 0) for clip_id in clip_ids), np.int64, len(clip_ids))
        # A clip that was withdrawn is known no longer, whatever was said of it before.
        packed *= known
        marks, doubts = (packed >> MARK_AT) & MARK_BITS, packed >> DOUBT_AT
        return Judged(known, marks, (packed & HOLDS) > 0, (packed & SURELY_HOLDS) > 0, doubts)

    def _kept(self, topic: Topic) -> dict[ClipId, int]:
        """What was said of a topic so far, for any thread to add to."""
        with self._lock:
            kept = self._judged.setdefault(topic, {})
            self._judged.move_to_end(topic)
            if len(self._judged) > TOPICS_KEPT_MAX:
                self._judged.popitem(last=False)
            return kept

    def _judge_anew(self, topic: Topic, features: Sequence[Features]) -> list[int]:
        """A mark, a doubt and two bits a clip, in one number: a page reads thousands."""
        if not features:
            return []
        if self._matcher is None:
            self._matcher = Matcher(self._embedder, self._features.wordnet)
        verdicts = self._matcher.judge(topic, shelve(features))
        marks = quantised(verdicts.marks) << MARK_AT | quantised(verdicts.doubts) << DOUBT_AT
        return (marks | verdicts.holds * HOLDS | verdicts.surely_holds * SURELY_HOLDS).tolist()


def quantised(shares: np.ndarray) -> np.ndarray:
    """Shares 0 to 1, float (n,), as marks in whole steps; what lies outside counts as the nearest bound."""
    steps = np.rint(np.clip(shares, 0.0, 1.0) * (MARK_FULL // MARK_STEP))
    return steps.astype(np.int64) * MARK_STEP
