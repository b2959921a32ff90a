"""Marks clips for what their viewer asked for, and for more or less of what their instructions name."""

from collections.abc import Sequence

import numpy as np

from recommender.rule_marks import RuleMarks, is_asked, is_doubted
from recommender.slate import MARK_FULL, Candidate, Mark, Query, Reason, ReasonCode
from recommender.stages import Weighed
from recommender.steering import ASK, ActiveRule, grouped

# Below this mark nobody would see why the clip is shown for it.
REASON_MARK_MIN = MARK_FULL // 4


class RuleScorer:
    """The marks of one origin's rules of a kind: wants that belong together must all be met, less is for any.

    With wants come the same origin's `never` rules: what may hold a little of what they bar meets them less.
    """

    def __init__(self, name: str, rules: Sequence[ActiveRule], marks: RuleMarks) -> None:
        self.name = name
        self._rules = rules
        self._marks = marks

    def mark(self, query: Query, candidates: Sequence[Candidate]) -> Sequence[Mark]:  # noqa: ARG002
        """See `recommender.stages.Scorer`; the candidates are those of the marks."""
        if not candidates:
            return []
        values: np.ndarray = (
            self._marks.best(self._rules) if self.name == "less" else self._marks.joined(self._rules)
        )
        reason = self._reason()
        return [Mark(value, reason if value >= REASON_MARK_MIN else None) for value in values.tolist()]

    def _reason(self) -> Reason | None:
        codes: dict[str, ReasonCode] = {"match": "asked", "more": "told"}
        if self.name not in codes:
            return None
        words = (
            None
            if self.name == "match"
            else ", ".join(dict.fromkeys(each.rule.words for each in self._rules if not is_doubted(each)))
        )
        return Reason(codes[self.name], words)


def rule_scorers(query: Query, marks: RuleMarks) -> list[Weighed]:
    """A scorer for what is asked, and one an instruction for its more and for its less."""
    weighed = []
    asked = tuple(each for each in query.rules if is_asked(each))
    doubted = [each for each in query.rules if is_doubted(each)]
    if asked and query.recipe.weights.match:
        barred = tuple(each for each in doubted if each.origin == ASK)
        weighed.append(Weighed(RuleScorer("match", (*asked, *barred), marks), query.recipe.weights.match))
    told = [each for each in query.rules if each not in asked] if query.order == "ranked" else []
    for name, weight in (("more", query.policy.more), ("less", -query.policy.less)):
        for origin, rules in grouped(told, name).items():
            if name == "more":
                rules = (*rules, *(each for each in doubted if each.origin == origin))
            weighed.append(Weighed(RuleScorer(name, rules, marks), weight, origin))
    return weighed
