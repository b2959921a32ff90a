"""Names rules that cannot both be kept, such as "only cats" and "never animals"."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from recommender.language.topics import ALTERNATIVES
from recommender.rules import Heard, Length, Maker, Rule, Topic

IsKind = Callable[[str, str], bool]
"""Whether all that the first words name is of the kind that the second words name."""

Reason = Literal["wanted_and_barred", "two_onlys", "more_and_less", "lengths_apart"]
_WANTED = ("only", "more", "where")


class Conflict(msgspec.Struct, frozen=True):
    """Two rules of which one undoes the other, and how."""

    rule: Rule
    other: Rule
    because: Reason


def conflicts(rules: Sequence[Rule], others: Sequence[Rule], is_kind: IsKind) -> tuple[Conflict, ...]:
    """The conflicts of rules with each other and with those that hold already."""
    pairs = [(rule, later) for place, rule in enumerate(rules) for later in (*rules[place + 1 :], *others)]
    return tuple(
        Conflict(rule, other, because)
        for rule, other in pairs
        if (because := _between(rule, other, is_kind) or _between(other, rule, is_kind)) is not None
    )


def _between(rule: Rule, other: Rule, is_kind: IsKind) -> Reason | None:
    if rule.kind in _WANTED and other.kind == "never":
        return "wanted_and_barred" if _lies_in(rule, other, is_kind) else None
    match rule.about, other.about:
        case Topic(), Topic():
            if rule.kind == other.kind == "only" and not _overlap(rule.about, other.about, is_kind):
                return "two_onlys"
            if rule.kind == "more" and other.kind == "less" and rule.about.words == other.about.words:
                return "more_and_less"
        case Maker(), Maker():
            if rule.kind == "more" and other.kind == "less" and rule.about == other.about:
                return "more_and_less"
        case Length(min_s=min_s), Length(max_s=max_s):
            if min_s is not None and max_s is not None and min_s > max_s:
                return "lengths_apart"
    return None


def _lies_in(rule: Rule, barred: Rule, is_kind: IsKind) -> bool:
    """Whether all that a rule wants is barred by another."""
    match rule.about, barred.about:
        case Topic(facet="whole"), _:
            return False  # its parts have rules of their own
        case Topic(words=words), Topic(words=barred_words):
            return all(
                any(is_kind(wanted, kind) for kind in _choices(barred_words)) for wanted in _choices(words)
            )
        case Heard(what=what), Heard(what=barred_what):
            return barred_what in (what, "sound")
    return rule.about == barred.about


def _overlap(topic: Topic, other: Topic, is_kind: IsKind) -> bool:
    """Whether a clip of one may be of the other; only topics of one facet shut each other out."""
    if topic.facet != other.facet:
        return True
    return any(
        is_kind(one, two) or is_kind(two, one)
        for one in _choices(topic.words)
        for two in _choices(other.words)
    )


def _choices(words: str) -> Iterator[str]:
    return iter(words.split(ALTERNATIVES))
