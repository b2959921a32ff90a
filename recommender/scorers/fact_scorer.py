"""Marks a clip whose style, scene or setting the viewer named outright."""

import re
from collections.abc import Sequence

from recommender.slate import MARK_FULL, Candidate, Mark, Query, Reason

_WORD = re.compile(r"\w+")


class FactScorer:
    """A full mark for a named fact: of words like styles the model's sense is weak, and a fact is a fact."""

    name = "fact"

    def mark(self, query: Query, candidates: Sequence[Candidate]) -> Sequence[Mark]:
        """See `recommender.stages.Scorer`."""
        words = frozenset(
            word for topic in query.asked_topics for word in _WORD.findall(topic.words.casefold())
        )
        return [_mark(words, candidate.facts) for candidate in candidates]


def _mark(words: frozenset[str], facts: Sequence[str]) -> Mark:
    for fact in facts:
        named = fact.split()
        if named and words.issuperset(named):
            return Mark(MARK_FULL, Reason("named", fact))
    return Mark(0)
