"""Joins the marks of an instruction's rules into one score a clip: each wish must hold, none of what is unwanted."""

from collections.abc import Sequence

import numpy as np

from recommender.slate import MARK_FULL

# No mark is certain: the odds of one would outweigh all other wishes.
MARK_MIN = 1e-6
# Where something unwanted is all but certain, this little is left of the odds.
UNWANTED_LEAVES = 0.1
# Of several wishes one that is met this well (log odds) is met: it makes up for no other that is not.
MET_AT = 2.0


def join(
    wanted: Sequence[np.ndarray], unwanted: Sequence[np.ndarray], looks: Sequence[bool] = ()
) -> np.ndarray:
    """The likelihood whose odds are the geometric mean of the wanted odds, int64 (n,), 0 to `MARK_FULL`.

    Odds and not likelihoods, so that a wish that no clip fits well leaves the order by the others as it is; those of
    several wishes count up to `MET_AT`, but for those that `looks` says to be of a look: a clip has it or has it not.
    Unwanted marks lower the odds before the mean is taken. Without a wish a clip begins with even odds.
    Raises ValueError where there is no array at all.
    """
    if not wanted and not unwanted:
        raise ValueError("no marks to join")
    bounded = [len(wanted) > 1 and not (place < len(looks) and looks[place]) for place in range(len(wanted))]
    odds = sum(
        np.minimum(_log_odds(marks), MET_AT if is_bounded else np.inf)
        for marks, is_bounded in zip(wanted, bounded, strict=True)
    )
    odds = odds + sum(np.log(1.0 - (1.0 - UNWANTED_LEAVES) * marks) for marks in unwanted)
    likely = 1.0 / (1.0 + np.exp(-odds / max(1, len(wanted))))
    return np.rint(likely * MARK_FULL).astype(np.int64)


def _log_odds(marks: np.ndarray) -> np.ndarray:
    kept = np.clip(marks, MARK_MIN, 1.0 - MARK_MIN)
    return np.log(kept) - np.log1p(-kept)
