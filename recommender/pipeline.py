"""The feed as a list of named stages: hydrators, sources, filters, scorers, selector."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import mul
from typing import NamedTuple

import msgspec

from domain.ids import ClipId
from recommender.catalogue import Catalogue
from recommender.community import Community
from recommender.filters.blocked_filter import BlockedFilter
from recommender.filters.own_filter import OwnFilter
from recommender.filters.quarantine_filter import QuarantineFilter
from recommender.filters.region_filter import RegionFilter
from recommender.filters.rule_filter import RuleFilter
from recommender.filters.seen_filter import SeenFilter
from recommender.filters.withdrawn_filter import WithdrawnFilter
from recommender.hydrators.candidate_hydrator import CandidateHydrator, Hydration
from recommender.index import ClipIndex
from recommender.policy import Policy, Weights
from recommender.rule_gate import RuleGate
from recommender.rule_marks import RuleMarks
from recommender.scorers.fact_scorer import FactScorer
from recommender.scorers.freshness_scorer import FreshnessScorer
from recommender.scorers.friend_scorer import FriendScorer
from recommender.scorers.inspiration_scorer import InspirationScorer
from recommender.scorers.rule_scorer import RuleScorer, rule_scorers
from recommender.selector import Selector
from recommender.slate import (
    MARK_FULL,
    Because,
    Candidate,
    Item,
    Mark,
    Part,
    Query,
    Reason,
    Scored,
    Searched,
    SourceName,
)
from recommender.sources.fresh_source import FreshSource
from recommender.sources.friends_source import FriendsSource
from recommender.sources.inspiring_source import InspiringSource
from recommender.sources.nearest_source import NearestSource
from recommender.sources.region_source import RegionSource
from recommender.stages import Filter, Parted, Scorer, Source, Weighed
from recommender.steering import RuleMark
from recommender.topic_matcher import TopicMatcher

NEAREST: SourceName = "nearest"


class Ranking(NamedTuple):
    """The items in their order, how many were left out for which reason, and which for rules of the viewer's own.

    `hidden` has the keys of the rules by the clips that broke them; `searched` is what codes found, if they did.
    """

    items: tuple[Item, ...]
    removed_counts: dict[Because, int]
    hidden: dict[ClipId, tuple[str, ...]]
    searched: Searched | None = None


class Pipeline:
    """Runs the stages in their order.

    `standing` filters protect people and are asked again whenever a page is served; `personal` ones shape
    a slate once, when it is made. The viewer's own rules come after all of these, so that what they are said
    to hide is nothing that they may not see.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        hydrator: CandidateHydrator,
        standing: Sequence[Filter],
        personal: Sequence[Filter],
        scorers: Sequence[Scorer],
        selector: Selector,
        index: ClipIndex,
        matcher: TopicMatcher,
    ) -> None:
        if sorted([*(scorer.name for scorer in scorers), "match"]) != sorted(Weights.__struct_fields__):
            raise ValueError(
                "each weight of the policy has exactly one scorer, and `match` those of the rules"
            )
        self._sources = sources
        self._hydrator = hydrator
        self._standing = standing
        self._personal = personal
        self._scorers = scorers
        self._selector = selector
        self._index = index
        self._matcher = matcher

    def index_position(self) -> int:
        """How far in the log the clips have vectors: a slate made later may match more of them."""
        return self._index.position

    def rank(self, query: Query) -> Ranking:
        """All stages, once."""
        hydration = Hydration(self._hydrator)
        gate = RuleGate(query, self._matcher, hydration.known)
        found_by, searched = self._find(query, gate)
        filtered = _filter(
            query, hydration.candidates(found_by), (*self._standing, *self._personal, RuleFilter(gate))
        )
        marks = RuleMarks(query, filtered.kept, self._matcher)
        weighed = [*self._weighed(query.recipe.weights), *rule_scorers(query, marks)]
        selection = self._selector.select(query, _score(query, filtered.kept, weighed))
        removed = (*filtered.removed, *selection.removed)
        places = {candidate.clip_id: place for place, candidate in enumerate(filtered.kept)}
        items = tuple(
            _item(scored, found_by[clip_id], weighed, marks.of(places[clip_id]))
            for clip_id, scored in ((each.candidate.clip_id, each) for each in selection.chosen)
        )
        hidden = {gone.clip_id: gone.rules for gone in removed if gone.rules}
        return Ranking(items, dict(Counter(gone.because for gone in removed)), hidden, searched)

    def still_standing(self, query: Query, clip_ids: Iterable[ClipId]) -> frozenset[ClipId]:
        """Those of the clips that may be shown to this viewer as the views stand now.

        What breaks a hard rule of the query's is not among them.
        """
        hydration = Hydration(self._hydrator)
        rules = RuleFilter(RuleGate(query, self._matcher, hydration.known))
        filtered = _filter(query, hydration.candidates(clip_ids), (*self._standing, rules))
        return frozenset(candidate.clip_id for candidate in filtered.kept)

    def hidden(self, query: Query, clip_ids: Sequence[ClipId]) -> dict[ClipId, tuple[str, ...]]:
        """Those of the clips that break a hard rule of the query's, with the keys of such rules."""
        hydration = Hydration(self._hydrator)
        gate = RuleGate(query, self._matcher, hydration.known)
        removed = RuleFilter(gate).part(query, hydration.known(clip_ids)).removed
        return {gone.clip_id: gone.rules for gone in removed}

    def describe(self, policy: Policy) -> str:
        """The stages, what each is for, and the policy, for a person to read."""
        kinds = (
            ("source", self._sources), ("hydrator", (self._hydrator,)),
            ("filter, asked with every page", self._standing), ("filter", self._personal),
            ("filter, by the viewer's own rules", (RuleFilter,)),
            ("scorer", self._scorers), ("scorer, by rules and asks", (RuleScorer,)), ("selector", (self._selector,)),
        )  # fmt: skip
        lines = [f"{kind}: {_name(stage)}: {_purpose(stage)}" for kind, stages in kinds for stage in stages]
        settings = [f"{name}: {value}" for name, value in msgspec.to_builtins(policy).items()]
        return "\n".join(["stages", *_indented(lines), "policy", *_indented(settings)])

    def _find(self, query: Query, gate: RuleGate) -> tuple[dict[ClipId, list[SourceName]], Searched | None]:
        """By which sources each clip was found; and what the search by meaning found, where that was by codes."""
        found_by: dict[ClipId, list[SourceName]] = {}
        searched = query.searched
        for source in self._sources:
            if source.name == NEAREST and query.searched is not None:
                found: Sequence[ClipId] = query.searched.clip_ids
                gate.kept_back.update(dict.fromkeys(query.searched.kept_back))
            else:
                before_count = len(gate.kept_back)
                found = source.find(query, gate)[: query.policy.source_clips_max]
                if source.name == NEAREST and not self._index.is_exact:
                    searched = Searched(tuple(found), tuple(gate.kept_back)[before_count:])
            for clip_id in found:
                found_by.setdefault(clip_id, []).append(source.name)
        # Looked at like all others, so that each is counted under the first reason that keeps it out.
        for clip_id in gate.kept_back:
            found_by.setdefault(clip_id, [])
        return found_by, searched

    def _weighed(self, weights: Weights) -> list[Weighed]:
        """The scorers of every feed that count in a recipe, with what each is worth."""
        weighed = [Weighed(scorer, getattr(weights, scorer.name)) for scorer in self._scorers]
        return [each for each in weighed if each.weight]


def feed_pipeline(community: Community, catalogue: Catalogue) -> Pipeline:
    """The stages of the feed; one that is not here does not run."""
    index = catalogue.index
    return Pipeline(
        sources=(
            FriendsSource(community),
            InspiringSource(community),
            NearestSource(community, catalogue.search),
            FreshSource(community),
            RegionSource(community),
        ),
        hydrator=CandidateHydrator(community),
        standing=(WithdrawnFilter(), BlockedFilter(), RegionFilter(), QuarantineFilter()),
        personal=(OwnFilter(), SeenFilter()),
        scorers=(FactScorer(), FriendScorer(), InspirationScorer(), FreshnessScorer()),
        selector=Selector(index),
        index=index,
        matcher=catalogue.matcher,
    )


def _filter(query: Query, parted: Parted, filters: Iterable[Filter]) -> Parted:
    kept, removed = parted.kept, list(parted.removed)
    for stage in filters:
        result = stage.part(query, kept)
        if len(result.kept) + len(result.removed) != len(kept):
            raise ValueError(f"filter {stage.name} lost or made up candidates")
        kept = result.kept
        removed += result.removed
    return Parted(kept, removed)


def _checked(scorer: Scorer, marks: Sequence[Mark], count: int) -> Sequence[Mark]:
    if len(marks) != count or not all(0 <= mark.value <= MARK_FULL for mark in marks):
        raise ValueError(f"scorer {scorer.name} gave {len(marks)} marks for {count}, or one out of bounds")
    return marks


def _score(query: Query, candidates: Sequence[Candidate], weighed: Sequence[Weighed]) -> list[Scored]:
    columns = [_checked(scorer, scorer.mark(query, candidates), len(candidates)) for scorer, *_ in weighed]
    weights = [each.weight for each in weighed]
    rows = zip(*columns, strict=True) if columns else repeat(())
    return [
        Scored(candidate, sum(map(mul, weights, (mark.value for mark in marks))), marks)
        for candidate, marks in zip(candidates, rows, strict=bool(columns))
    ]


def _item(
    scored: Scored,
    found_by: Sequence[SourceName],
    weighed: Sequence[Weighed],
    rule_marks: tuple[RuleMark, ...],
) -> Item:
    candidate = scored.candidate
    parts = tuple(
        Part(scorer.name, weight, weight * mark.value, origin)
        for (scorer, weight, origin), mark in zip(weighed, scored.marks, strict=True)
    )
    return Item(
        clip_id=candidate.clip_id,
        maker_id=candidate.maker_id,
        score=scored.score,
        parts=parts,
        reasons=_reasons(scored, parts),
        found_by=tuple(found_by),
        rule_marks=rule_marks,
    )


def _reasons(scored: Scored, parts: Sequence[Part]) -> tuple[Reason, ...]:
    given = [(part.points, mark.reason) for part, mark in zip(parts, scored.marks, strict=True)]
    given.sort(key=lambda pair: -pair[0])
    reasons = [reason for _, reason in given if reason is not None]
    if scored.introduced:
        reasons.insert(0, Reason("unknown_maker"))
    return tuple(reasons) or (Reason("earlier"),)


def _name(stage: object) -> str:
    return getattr(stage, "name", "") or "rules"


def _purpose(stage: object) -> str:
    kind = stage if isinstance(stage, type) else type(stage)
    return (sys.modules[kind.__module__].__doc__ or "").strip()


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]
