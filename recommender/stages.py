"""The shape of each kind of stage, and the one way in which a filter parts its candidates."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from domain.ids import ClipId
from recommender.rule_gate import RuleGate
from recommender.slate import Because, Candidate, Mark, Query, Removed, SourceName

PROPOSALS_MAX = 4
PROPOSALS_GROWTH = 4


class Parted(NamedTuple):
    """What a filter makes of its candidates: each is in exactly one of the two."""

    kept: list[Candidate]
    removed: list[Removed]


class Source(Protocol):
    """Proposes clips; may propose too many, too few and the wrong ones."""

    name: SourceName

    def find(self, query: Query, gate: RuleGate) -> Sequence[ClipId]:
        """Clips worth a look that pass the gate, best first, at most the policy's `source_clips_max`."""


class Filter(Protocol):
    """Removes candidates that must not be shown, and says why."""

    name: Because

    def part(self, query: Query, candidates: Sequence[Candidate]) -> Parted:
        """The candidates in their order, those kept and those removed."""


class Scorer(Protocol):
    """Marks candidates for one thing; the policy's weight of the same name says what that is worth."""

    name: str

    def mark(self, query: Query, candidates: Sequence[Candidate]) -> Sequence[Mark]:
        """One mark a candidate, in their order."""


class Weighed(NamedTuple):
    """A scorer and the points that its full mark is worth; `origin` is whose rules it marks by, if any's."""

    scorer: Scorer
    weight: int
    origin: str | None = None


def part(candidates: Sequence[Candidate], because: Because, unfit: Callable[[Candidate], bool]) -> Parted:
    """Parts candidates by a question; the order stays."""
    kept, removed = [], []
    for candidate in candidates:
        if unfit(candidate):
            removed.append(Removed(candidate.clip_id, because))
        else:
            kept.append(candidate)
    return Parted(kept, removed)


def fitting(query: Query, gate: RuleGate, propose: Callable[[int], Sequence[ClipId]]) -> list[ClipId]:
    """What a source proposes when asked for so many, less what is passed over and what breaks a hard rule.

    Were that left to the filters, somebody who had seen all the newest, or wants none of them, would be shown
    nothing. A source is asked for more until there are as many as the policy allows, and a few times at most.
    """
    clips_max = query.policy.source_clips_max
    passed_over = query.passed_over
    limit = clips_max + len(passed_over)
    for turn in range(PROPOSALS_MAX):
        proposed = propose(limit)
        unseen = [clip_id for clip_id in proposed if clip_id not in passed_over]
        found = gate.passing(unseen, clips_max)
        if turn == 0:
            passing = set(found)
            gate.kept_back.update((clip_id, None) for clip_id in unseen[:clips_max] if clip_id not in passing)
        if gate.is_open or len(found) >= clips_max or len(proposed) < limit:
            break
        limit *= PROPOSALS_GROWTH
    return found
