"""Rules at work: which of them apply to a slate, where each came from, and what it did to a clip."""

from collections.abc import Iterable, Sequence

import msgspec

from recommender.rules import Rule, RuleKind, Topic

ASK = "ask"
"""The origin of the rules of an ask, which is not kept."""

FROM = "from"
"""The origin of the rule that the switch "following only" sets for a page."""

HARD_KINDS: frozenset[RuleKind] = frozenset({"only", "never", "where"})


class ActiveRule(msgspec.Struct, frozen=True):
    """A rule that applies; `origin` is `ASK`, `FROM` or the id of an instruction that holds."""

    origin: str
    number: int
    rule: Rule

    @property
    def key(self) -> str:
        """Names the rule among all of its viewer's."""
        return f"{self.origin}.{self.number}"

    @property
    def only(self) -> bool:
        """Whether nothing is shown but what it is about."""
        return self.rule.kind in ("only", "where")

    @property
    def is_hard(self) -> bool:
        """Whether what breaks it is not shown at all."""
        return self.rule.kind in HARD_KINDS


class RuleMark(msgspec.Struct, frozen=True):
    """How well a clip fits what one rule is about, 0 to `MARK_FULL`."""

    rule: str
    value: int


def numbered(origin: str, rules: Iterable[Rule]) -> tuple[ActiveRule, ...]:
    """The rules of one origin in their order."""
    return tuple(ActiveRule(origin, number, rule) for number, rule in enumerate(rules))


def topics_of(rules: Iterable[ActiveRule]) -> tuple[Topic, ...]:
    """What the rules are about, where that is something a clip shows or is like."""
    return tuple(each.rule.about for each in rules if isinstance(each.rule.about, Topic))


def grouped(rules: Sequence[ActiveRule], kind: RuleKind) -> dict[str, tuple[ActiveRule, ...]]:
    """The rules of a kind by their origin: those of one instruction belong together."""
    groups: dict[str, tuple[ActiveRule, ...]] = {}
    for each in rules:
        if each.rule.kind == kind:
            groups[each.origin] = (*groups.get(each.origin, ()), each)
    return groups
