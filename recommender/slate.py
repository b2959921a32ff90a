"""What passes from stage to stage: candidates, the removed, scores as sums, and the slate they end in."""

from datetime import datetime
from typing import Literal

import msgspec

from domain.events import AgeBand
from domain.ids import ClipId, CountryId, PersonId
from recommender.policy import Policy, Recipe
from recommender.rules import FOLLOWING, Maker, Topic
from recommender.steering import ASK, ActiveRule, RuleMark, topics_of

# A scorer's full mark. Marks and weights are integers, so that a score is exactly the sum of its parts.
MARK_FULL = 1_000_000

Order = Literal["ranked", "newest"]
SourceName = Literal["friends", "inspiring", "nearest", "fresh", "region"]
Because = Literal[
    "unknown",
    "withdrawn",
    "blocked",
    "region",
    "quarantined",
    "own",
    "seen",
    "rule",
    "near_duplicate",
    "slate_full",
]
ReasonCode = Literal[
    "asked", "named", "told", "friend_newest", "friend", "inspired", "fresh", "earlier", "unknown_maker"
]


class Viewer(msgspec.Struct, frozen=True):
    """Who looks: what the community's views and the record of seen clips say of them.

    `makers` are the people whom rules name, by the handle as it was typed; handles of nobody are absent.
    `country_id` is where they joined from, None where that is not known.
    """

    person_id: PersonId
    age_band: AgeBand
    following: frozenset[PersonId]
    blocked: frozenset[PersonId]
    seen: frozenset[ClipId]
    makers: dict[str, PersonId] = {}
    country_id: CountryId | None = None
    personalised: bool = True

    def named(self, who: str) -> frozenset[PersonId]:
        """The people whom a rule about makers means; nobody, for a handle that nobody has."""
        if who == FOLLOWING:
            return self.following
        return frozenset({self.makers[who]} if who in self.makers else ())


class Searched(msgspec.Struct, frozen=True):
    """What a search that need not find the same again proposed, and what rules kept back of that."""

    clip_ids: tuple[ClipId, ...]
    kept_back: tuple[ClipId, ...]


class Query(msgspec.Struct, frozen=True):
    """What a slate is made for; the same query at the same position makes the same slate.

    `rules` are all that apply, an ask's among them; `moment` is when the newest event was recorded, from which
    "this week" counts. A slate that is made again takes what was `searched` then, and searches nothing.
    """

    viewer: Viewer
    ask: str | None
    policy: Policy
    rules: tuple[ActiveRule, ...] = ()
    moment: datetime | None = None
    order: Order = "ranked"
    searched: Searched | None = None

    @property
    def recipe(self) -> Recipe:
        """The recipe that applies: newest first has one of its own, and so has an ask for something."""
        if self.order == "newest":
            return self.policy.newest
        return self.policy.asked if self.asked_topics else self.policy.plain

    @property
    def asked_topics(self) -> tuple[Topic, ...]:
        """What the ask wants to see: all of it at once."""
        return topics_of(
            each for each in self.rules if each.origin == ASK and each.rule.kind in ("more", "only")
        )

    @property
    def wanted_makers(self) -> frozenset[PersonId] | None:
        """The only makers whose clips any hard rule lets through; None where no rule names makers."""
        named = [
            each.rule.about.who for each in self.rules if isinstance(each.rule.about, Maker) and each.only
        ]
        if not named:
            return None
        return frozenset.intersection(*(self.viewer.named(who) for who in named))

    @property
    def passed_over(self) -> frozenset[ClipId]:
        """Clips not to show again; none for an ask, which may mean what was seen before, nor in mere order."""
        return self.viewer.seen if self.ask is None and self.order == "ranked" else frozenset()


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
    duration_s: float = 0.0
    captioned: bool = False
    music: bool | None = None
    withheld_in: frozenset[CountryId] = frozenset()


class Removed(msgspec.Struct, frozen=True):
    """A clip that will not be shown, and why; `rules` are the keys of the viewer's rules that it breaks."""

    clip_id: ClipId
    because: Because
    rules: tuple[str, ...] = ()


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


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """One summand of a score: `points` = weight x mark, in millionths of a point.

    `origin` is the instruction, or the ask, whose rules it comes from.
    """

    name: str
    weight: int
    points: int
    origin: str | None = None


class Item(msgspec.Struct, frozen=True):
    """A clip's place in a slate; `score` is the sum of the parts' points, reasons stand weightiest first."""

    clip_id: ClipId
    maker_id: PersonId
    score: int
    parts: tuple[Part, ...]
    reasons: tuple[Reason, ...]
    found_by: tuple[SourceName, ...]
    rule_marks: tuple[RuleMark, ...] = ()


class Slate(msgspec.Struct, frozen=True):
    """A whole ranking as it was computed once, for one viewer at one position of the log.

    It keeps the rules and the recipe that it was made by; `hidden_counts` says how many clips each hard rule
    kept out.
    """

    slate_id: str
    viewer_id: PersonId
    position: int
    policy_version: str
    ask: str | None
    items: tuple[Item, ...]
    removed_counts: dict[Because, int]
    order: Order = "ranked"
    rules: tuple[ActiveRule, ...] = ()
    recipe: Recipe | None = None
    hidden_counts: dict[str, int] = {}
