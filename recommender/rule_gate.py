"""Asks of each clip which of a viewer's hard rules it breaks, once a slate."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from domain.ids import ClipId
from recommender.rules import Age, Constraint, Heard, Length, Maker, Topic
from recommender.slate import Candidate, Query
from recommender.steering import ActiveRule
from recommender.topic_matcher import TopicMatcher

HOUR_S = 3_600


class RuleGate:
    """Where it is not known whether a clip meets a rule, it breaks it: rules only ever remove.

    `hydrate` turns ids into candidates and leaves out those of clips that are not known.
    """

    def __init__(
        self,
        query: Query,
        matcher: TopicMatcher,
        hydrate: Callable[[Iterable[ClipId]], Sequence[Candidate]],
    ) -> None:
        self._query = query
        self._matcher = matcher
        self._hydrate = hydrate
        self._rules = tuple(each for each in query.rules if each.is_hard)
        self._broken: dict[ClipId, tuple[str, ...]] = {}
        self.kept_back: dict[ClipId, None] = {}
        """Clips that would have been looked at had no rule been broken, in the order they were found."""

    @property
    def is_open(self) -> bool:
        """Whether there is no rule to break."""
        return not self._rules

    def passing(self, clip_ids: Sequence[ClipId]) -> list[ClipId]:
        """Those of the clips that break no rule, in their order."""
        if self.is_open:
            return list(clip_ids)
        unjudged = [clip_id for clip_id in clip_ids if clip_id not in self._broken]
        self._judge(self._hydrate(unjudged))
        return [clip_id for clip_id in clip_ids if not self._broken.get(clip_id)]

    def broken(self, candidates: Sequence[Candidate]) -> list[tuple[str, ...]]:
        """The keys of the rules that each candidate breaks."""
        if self.is_open:
            return [()] * len(candidates)
        self._judge([each for each in candidates if each.clip_id not in self._broken])
        return [self._broken[each.clip_id] for each in candidates]

    def _judge(self, candidates: Sequence[Candidate]) -> None:
        if not candidates:
            return
        breaks = [(rule.key, breaking(rule, self._query, candidates, self._matcher)) for rule in self._rules]
        for place, candidate in enumerate(candidates):
            self._broken[candidate.clip_id] = tuple(key for key, column in breaks if column[place])


def breaking(
    active: ActiveRule, query: Query, candidates: Sequence[Candidate], matcher: TopicMatcher
) -> np.ndarray:
    """Which of the candidates break a hard rule, bool (n,)."""
    about = active.rule.about
    if isinstance(about, Topic):
        clip_ids = [each.clip_id for each in candidates]
        asked = matcher.holds if active.rule.kind == "never" else matcher.surely_holds
        known, holds = matcher.knows(clip_ids), asked(about, clip_ids)
    else:
        facts = [fact_holds(about, query, each) for each in candidates]
        known = np.array([fact is not None for fact in facts], bool)
        holds = np.array([bool(fact) for fact in facts], bool)
    return ~known | (holds if active.rule.kind == "never" else ~holds)


def fact_holds(about: Constraint, query: Query, candidate: Candidate) -> bool | None:
    """Whether a fact of a clip is as a rule has it; None where that is not known."""
    match about:
        case Maker(who=who):
            return candidate.maker_id in query.viewer.named(who)
        case Length(min_s=min_s, max_s=max_s):
            return (min_s or 0.0) <= candidate.duration_s <= (float("inf") if max_s is None else max_s)
        case Age(max_h=max_h):
            if query.moment is None:
                return None
            return (query.moment - candidate.published_at).total_seconds() <= max_h * HOUR_S
        case Heard(what="sound"):
            return True  # every clip is made with its sound
        case Heard(what="speech"):
            return candidate.captioned
        case Heard(what="music"):
            return candidate.music
    return None
