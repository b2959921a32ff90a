"""Asks of each clip which of a viewer's hard rules it breaks, once a slate."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from domain.ids import ClipId
from recommender.rules import Age, Constraint, Heard, Length, Maker, Topic
from recommender.slate import Candidate, Query
from recommender.steering import ActiveRule, topics_of
from recommender.topic_matcher import Judged, TopicMatcher

HOUR_S = 3_600
# Judging a handful of clips takes as long as judging so many.
JUDGED_TOGETHER_MIN = 32


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

    def passing(self, clip_ids: Sequence[ClipId], count: int) -> list[ClipId]:
        """The first `count` of the clips that break no rule, in their order; what comes after is not judged."""
        if self.is_open:
            return list(clip_ids[:count])
        found: list[ClipId] = []
        start = 0
        while start < len(clip_ids) and len(found) < count:
            end = start + max(count - len(found), JUDGED_TOGETHER_MIN)
            some = clip_ids[start:end]
            self._judge(self._hydrate([clip_id for clip_id in some if clip_id not in self._broken]))
            found += [clip_id for clip_id in some if not self._broken.get(clip_id)]
            start = end
        return found[:count]

    def broken(self, candidates: Sequence[Candidate]) -> list[tuple[str, ...]]:
        """The keys of the rules that each candidate breaks."""
        if self.is_open:
            return [()] * len(candidates)
        self._judge([each for each in candidates if each.clip_id not in self._broken])
        return [self._broken[each.clip_id] for each in candidates]

    def _judge(self, candidates: Sequence[Candidate]) -> None:
        if not candidates:
            return
        judged = judged_by(self._rules, candidates, self._matcher)
        breaks = [(each.key, _breaking(each, self._query, candidates, judged)) for each in self._rules]
        for place, candidate in enumerate(candidates):
            self._broken[candidate.clip_id] = tuple(key for key, column in breaks if column[place])


def judged_by(
    rules: Iterable[ActiveRule], candidates: Sequence[Candidate], matcher: TopicMatcher
) -> dict[Topic, Judged]:
    """What matching says of the candidates and of each topic that the rules are about."""
    topics = list(dict.fromkeys(topics_of(rules)))
    judged = matcher.judge(topics, [each.clip_id for each in candidates]) if topics else []
    return dict(zip(topics, judged, strict=True))


def _breaking(
    active: ActiveRule, query: Query, candidates: Sequence[Candidate], judged: Mapping[Topic, Judged]
) -> list[bool]:
    """Which of the candidates break a hard rule."""
    about, is_never = active.rule.about, active.rule.kind == "never"
    if isinstance(about, Topic):
        found = judged[about]
        return (~found.known | (found.holds if is_never else ~found.surely_holds)).tolist()
    facts = (fact_holds(about, query, each) for each in candidates)
    return [fact is None or fact == is_never for fact in facts]


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
