"""Marks how near a clip's description is in meaning to what the viewer asked."""

from collections.abc import Sequence

import numpy as np

from recommender.index import ClipIndex
from recommender.slate import MARK_FULL, Candidate, Mark, Query, Reason

# Below this cosine the model sees hardly more than that both are English.
REASON_COSINE_MIN = 0.25


class MatchScorer:
    """The cosine of two MiniLM vectors; a negative one, and a clip not yet embedded, count nothing."""

    name = "match"

    def __init__(self, index: ClipIndex) -> None:
        self._index = index

    def mark(self, query: Query, candidates: Sequence[Candidate]) -> Sequence[Mark]:
        """See `recommender.stages.Scorer`."""
        if query.ask is None:
            return [Mark(0)] * len(candidates)
        vectors = self._index.vectors([candidate.clip_id for candidate in candidates])
        # In double precision, so that a mark does not depend on which candidates stand beside it.
        cosines = vectors.astype(np.float64) @ query.ask.vector.astype(np.float64)
        values = np.rint(np.clip(cosines, 0.0, 1.0) * MARK_FULL).astype(int).tolist()
        return [Mark(value, _reason(value)) for value in values]


def _reason(value: int) -> Reason | None:
    return Reason("asked") if value >= REASON_COSINE_MIN * MARK_FULL else None
