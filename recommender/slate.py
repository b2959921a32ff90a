"""What passes from stage to stage: candidates, the removed, scores as sums, and the slate they end in."""

from datetime import datetime
from typing import Literal

import msgspec

from domain.events import AgeBand
from domain.ids import ClipId, PersonId
from recommender.instruction import Ask
from recommender.policy import Policy, Recipe

# A scorer's full mark. Marks and weights are integers, so that a score is exactly the sum of its parts.
MARK_FULL = 1_000_000

SourceName = Literal["friends", "inspiring", "nearest", "fresh"]
Because = Literal[
    "unknown", "withdrawn", "blocked", "quarantined", "own", "seen", "near_duplicate", "slate_full"
]
ReasonCode = Literal[
    "asked", "named", "friend_newest", "friend", "inspired", "fresh", "earlier", "unknown_maker"
]


class Viewer(msgspec.Struct, frozen=True):
    """Who looks: what the community's views and the record of seen clips say of them."""

    person_id: PersonId
    age_band: AgeBand
    following: frozenset[PersonId]
    blocked: frozenset[PersonId]
    seen: frozenset[ClipId]


class Query(msgspec.Struct, frozen=True):
    """What a slate is made for; the same query at the same position makes the same slate."""

    viewer: Viewer
    ask: Ask | None
    policy: Policy

    @property
    def recipe(self) -> Recipe:
        """The recipe that applies: an ask has one of its own."""
        return self.policy.plain if self.ask is None else self.policy.asked

    @property
    def passed_over(self) -> frozenset[ClipId]:
        """Clips not to show again; none for an ask, which may mean what was seen before."""
        return self.viewer.seen if self.ask is None else frozenset()


class Candidate(msgspec.Struct, frozen=True):
    """A clip that could be shown; facts are lower-case words, counts are of people, never of minutes."""

    clip_id: ClipId
    maker_id: PersonId
    published_position: int
    published_at: datetime
    withdrawn: bool
    facts: tuple[str, ...]
    inspired_makers_count: int
    reporters_count: int
    found_by: tuple[SourceName, ...] = ()


class Removed(msgspec.Struct, frozen=True):
    """A clip that will not be shown, and why."""

    clip_id: ClipId
    because: Because


class Reason(msgspec.Struct, frozen=True):
    """Why a clip is shown: a code, and the one fact its sentence needs, if any."""

    code: ReasonCode
    fact: str | int | None = None


class Mark(msgspec.Struct, frozen=True):
    """What one scorer gives one candidate: 0 to `MARK_FULL`, and the reason this would be shown for."""

    value: int
    reason: Reason | None = None


class Scored(msgspec.Struct, frozen=True):
    """A candidate with its marks, one a scorer that counts, and the weighted sum of these.

    `introduced` says that it got its place by the share for the unknown.
    """

    candidate: Candidate
    score: int
    marks: tuple[Mark, ...]
    introduced: bool = False


class Part(msgspec.Struct, frozen=True):
    """One summand of a score: `points` = weight x mark, in millionths of a point."""

    name: str
    weight: int
    points: int


class Item(msgspec.Struct, frozen=True):
    """A clip's place in a slate; `score` is the sum of the parts' points, reasons stand weightiest first."""

    clip_id: ClipId
    maker_id: PersonId
    score: int
    parts: tuple[Part, ...]
    reasons: tuple[Reason, ...]
    found_by: tuple[SourceName, ...]


class Slate(msgspec.Struct, frozen=True):
    """A whole ranking as it was computed once, for one viewer at one position of the log."""

    slate_id: str
    viewer_id: PersonId
    position: int
    policy_version: str
    ask: str | None
    items: tuple[Item, ...]
    removed_counts: dict[Because, int]
