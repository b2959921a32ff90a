"""The arithmetic of ranked lists: how good one is, and the two plain rankers that ours is measured beside."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

import numpy as np

# The usual constants: BM25 of Robertson and Zaragoza (2009), fusion of Cormack, Clarke and Büttcher (2009).
BM25_K1 = 1.2
BM25_B = 0.75
FUSION_K = 60

_WORD = re.compile(r"\w+")


class BM25:
    """Okapi BM25 over whole words in lower case."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(_WORD.findall(text.lower())) for text in texts]
        lengths = np.array([sum(count.values()) for count in counts], float)
        self._norm = BM25_K1 * (1 - BM25_B + BM25_B * lengths / lengths.mean())
        self._postings: dict[str, list[tuple[int, int]]] = {}
        for place, count in enumerate(counts):
            for word, times in count.items():
                self._postings.setdefault(word, []).append((place, times))

    def scores(self, text: str) -> np.ndarray:
        """A score for each text, float64 (n,)."""
        scores = np.zeros(len(self._norm))
        for word in _WORD.findall(text.lower()):
            held = self._postings.get(word, [])
            rarity = math.log(1 + (len(scores) - len(held) + 0.5) / (len(held) + 0.5))
            for place, times in held:
                scores[place] += rarity * times * (BM25_K1 + 1) / (times + self._norm[place])
        return scores


def fused(lists: Sequence[Sequence[int]]) -> list[int]:
    """Reciprocal rank fusion of ranked lists; of equals the lower number comes first."""
    scores: dict[int, float] = {}
    for ranked in lists:
        for rank, place in enumerate(ranked):
            scores[place] = scores.get(place, 0.0) + 1 / (FUSION_K + rank + 1)
    return sorted(scores, key=lambda place: (-scores[place], place))


def ndcg(ids: Sequence[str], grades: Mapping[str, int], cut: int) -> float:
    """Normalised discounted cumulative gain with gains of 2^grade - 1, from 0 to 1 (Burges and others, 2005)."""
    best = _gain(sorted(grades.values(), reverse=True)[:cut])
    return _gain([grades.get(clip_id, 0) for clip_id in ids[:cut]]) / best if best else 0.0


def precision(ids: Sequence[str], grades: Mapping[str, int], cut: int) -> float:
    """The share of the first `cut` places that hold something that fits."""
    return sum(grades.get(clip_id, 0) > 0 for clip_id in ids[:cut]) / cut


def violating_share(ids: Sequence[str], violating: Set[str]) -> float:
    """The share of what is shown that must not be; nothing shown breaks nothing."""
    return sum(clip_id in violating for clip_id in ids) / len(ids) if ids else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))
