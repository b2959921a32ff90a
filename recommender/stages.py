"""The shape of each kind of stage, and the one way in which a filter parts its candidates."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from domain.ids import ClipId
from recommender.slate import Because, Candidate, Mark, Query, Removed, SourceName


class Parted(NamedTuple):
    """What a filter makes of its candidates: each is in exactly one of the two."""

    kept: list[Candidate]
    removed: list[Removed]


class Source(Protocol):
    """Proposes clips; may propose too many, too few and the wrong ones."""

    name: SourceName

    def find(self, query: Query) -> Sequence[ClipId]:
        """Clips worth a look, best first, at most the policy's `source_clips_max`."""


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


def part(candidates: Sequence[Candidate], because: Because, unfit: Callable[[Candidate], bool]) -> Parted:
    """Parts candidates by a question; the order stays."""
    kept, removed = [], []
    for candidate in candidates:
        if unfit(candidate):
            removed.append(Removed(candidate.clip_id, because))
        else:
            kept.append(candidate)
    return Parted(kept, removed)


def unseen(query: Query, propose: Callable[[int], Sequence[ClipId]]) -> list[ClipId]:
    """What a source proposes when asked for so many, less what is passed over, up to the policy's bound.

    Were it left to the filter, somebody who had seen all the newest would be shown nothing.
    """
    clips_max = query.policy.source_clips_max
    passed_over = query.passed_over
    proposed = propose(clips_max + len(passed_over))
    return [clip_id for clip_id in proposed if clip_id not in passed_over][:clips_max]
