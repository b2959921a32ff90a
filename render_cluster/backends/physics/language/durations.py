"""Shares a clip's length among its takes by what each has to tell."""

from collections.abc import Sequence

from render_cluster.backends.physics.language.take import Take
from render_cluster.storyboard import SHOT_S_MIN

_ACTION_WEIGHT = 0.4
_WORDS_PER_S = 2.5


def lengths_s(takes: Sequence[Take], duration_s: float) -> list[float]:
    """Seconds of each take, together just `duration_s`; asked lengths are kept in proportion."""
    least_s = min(SHOT_S_MIN, duration_s / len(takes))
    weights = [_weight(take) for take in takes]
    fixed = [take.fixed_s for take in takes]
    free = sum(weight for weight, length in zip(weights, fixed, strict=True) if length is None)
    asked_s = sum(length for length in fixed if length is not None)
    left_s = max(duration_s - asked_s, least_s * sum(length is None for length in fixed))
    raw = [
        max(length if length is not None else left_s * weight / free, 1e-3)
        for weight, length in zip(weights, fixed, strict=True)
    ]
    spare_s = duration_s - least_s * len(takes)
    above = [max(length - least_s, 1e-3) for length in raw]
    lengths = [round(least_s + spare_s * each / sum(above), 3) for each in above]
    lengths[-1] = round(duration_s - sum(lengths[:-1]), 6)
    return lengths


def _weight(take: Take) -> float:
    spoken_s = sum(len(line.text.split()) for line in take.lines) / _WORDS_PER_S
    return max(1.0 + _ACTION_WEIGHT * max(len(take.actions) - 1, 0), spoken_s + 0.5)
