"""Says a rule in a few words, as a chip that a person can read, keep or take away."""

from typing import assert_never

from recommender.language.people import FOLLOWING
from recommender.language.topics import ALTERNATIVES
from recommender.rules import Age, Heard, Length, Maker, Rule, Topic

_DAY_H = 24.0


def label(rule: Rule) -> str:
    """A rule in English: "Never dogs", "Up to 10 s", "Only from @maya"."""
    match rule.about:
        case Topic(words=words, facet="whole"):
            return f"Like “{words}”"
        case Topic(words=words):
            return f"{rule.kind.capitalize()} {words.replace(ALTERNATIVES, ' or ')}"
        case Maker(who=who):
            return _said_of_maker(rule.kind, "people you follow" if who == FOLLOWING else f"@{who}")
        case Heard(what=what):
            return f"{'Without' if rule.kind == 'never' else 'With'} {what}"
        case Length() as length:
            said = _said_of_length(length)
        case Age(max_h=max_h):
            said = f"From the last {_said_of_hours(max_h)}"
        case _:
            assert_never(rule.about)
    return f"Never: {said.lower()}" if rule.kind == "never" else said


def _said_of_maker(kind: str, who: str) -> str:
    openings = {"only": "Only from", "never": "Nothing from", "more": "More from", "less": "Less from"}
    return f"{openings.get(kind, 'From')} {who}"


def _said_of_length(length: Length) -> str:
    if length.min_s is None:
        return "Any length" if length.max_s is None else f"Up to {length.max_s:g} s"
    return (
        f"At least {length.min_s:g} s" if length.max_s is None else f"{length.min_s:g} to {length.max_s:g} s"
    )


def _said_of_hours(hours: float) -> str:
    if hours < 2 * _DAY_H:
        return f"{hours:g} h"
    return f"{hours / _DAY_H:g} days"
