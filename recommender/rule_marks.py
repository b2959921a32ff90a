"""What each rule that moves the score says of each candidate, worked out once a ranking."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from recommender.rule_gate import fact_holds, judged_by
from recommender.rules import Topic
from recommender.slate import MARK_FULL, Candidate, Query
from recommender.steering import ASK, ActiveRule, RuleMark
from recommender.topic_matcher import Judged, TopicMatcher


class RuleMarks:
    """One column of marks a rule: of all that give more or less, of what an ask wants, and doubts of each `never`."""

    def __init__(self, query: Query, candidates: Sequence[Candidate], matcher: TopicMatcher) -> None:
        self._matcher = matcher
        rules = [each for each in query.rules if _counts(each)]
        judged = judged_by(rules, candidates, matcher)
        self._columns = {each.key: _column(each, query, candidates, judged) for each in rules}

    def joined(self, rules: Iterable[ActiveRule]) -> np.ndarray:
        """The marks for fitting all of the rules at once, int64 (n,); what any `never` bars is doubted."""
        every = tuple(rules)
        wanted = [each for each in every if each.rule.kind != "never"]
        return self._matcher.join(
            [self._columns[each.key] for each in wanted],
            [_is_look(each) for each in wanted],
            [self._columns[each.key] for each in every if each.rule.kind == "never"],
        )

    def best(self, rules: Iterable[ActiveRule]) -> np.ndarray:
        """The marks for fitting any of the rules, int64 (n,)."""
        return np.maximum.reduce([self._columns[each.key] for each in rules])

    def of(self, place: int) -> tuple[RuleMark, ...]:
        """What all rules say of one candidate."""
        return tuple(RuleMark(key, int(column[place])) for key, column in self._columns.items())


def is_asked(active: ActiveRule) -> bool:
    """Whether it is something that an ask wants to see."""
    wanted = active.origin == ASK and active.rule.kind in ("more", "only")
    return wanted and isinstance(active.rule.about, Topic)


def is_doubted(active: ActiveRule) -> bool:
    """Whether clips that are not hidden may yet hold a little of what it bars."""
    return active.rule.kind == "never" and isinstance(active.rule.about, Topic)


def _is_look(active: ActiveRule) -> bool:
    return isinstance(active.rule.about, Topic) and active.rule.about.facet == "style"


def _counts(active: ActiveRule) -> bool:
    return active.rule.kind in ("more", "less") or is_asked(active) or is_doubted(active)


def _column(
    active: ActiveRule, query: Query, candidates: Sequence[Candidate], judged: Mapping[Topic, Judged]
) -> np.ndarray:
    about = active.rule.about
    if isinstance(about, Topic):
        return judged[about].doubts if is_doubted(active) else judged[about].marks
    return np.array([MARK_FULL * bool(fact_holds(about, query, each)) for each in candidates], np.int64)
