"""Joins the marks of an instruction's rules into one score a clip: each wish must hold, none of what is unwanted."""

from collections.abc import Sequence

import numpy as np

from recommender.slate import MARK_FULL

# A mark of nothing would make all other wishes of no account.
MARK_MIN = 1e-6
# Where something unwanted is all but certain, this little of the score is left.
UNWANTED_LEAVES = 0.1


def join(wanted: Sequence[np.ndarray], unwanted: Sequence[np.ndarray]) -> np.ndarray:
    """The geometric mean of the wanted marks, lowered by each unwanted one: int64 (n,), 0 to `MARK_FULL`.

    Without a wish every clip begins with the full mark. Raises ValueError where there is no array at all.
    """
    if not wanted and not unwanted:
        raise ValueError("no marks to join")
    logs = [np.log(np.maximum(marks, MARK_MIN)) for marks in wanted]
    score = np.exp(np.mean(logs, axis=0)) if logs else np.ones_like(unwanted[0])
    for marks in unwanted:
        score = score * (1.0 - (1.0 - UNWANTED_LEAVES) * marks)
    return np.rint(score * MARK_FULL).astype(np.int64)
