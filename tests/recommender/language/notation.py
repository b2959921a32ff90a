"""Writes rules on one line, so that a table of requests can be read."""

from datetime import UTC, datetime
from pathlib import Path

from recommender.rules import Age, Heard, Instruction, Length, Maker, Rule, Topic

MOMENT = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)  # a Wednesday
# What an invented community's clips are described with.
DESCRIPTIONS = 2 * (
    "fishing boats in the harbour",
    "robots dancing in a factory",
    "drone shots of forests",
    "elephants in the mountains",
    "skateboarding in the street",
    "a restaurant kitchen at night",
    "dogs and cats on the beach",
    "sunsets over the ocean",
    "mountain bikes in the desert",
    "white flowers in a black vase",
)
_SHOWN_FACETS = ("style", "camera")


def noted(instruction: Instruction) -> str:
    """All rules but that on the whole of several wishes, and the end: "more dog; never cats; until Thu 26 04:00"."""
    parts = [f"{rule.kind} {_about(rule)}" for rule in instruction.rules if not is_whole(rule)]
    if instruction.until is not None:
        parts.append(f"until {instruction.until:%a %d %H:%M}")
    return "; ".join(parts)


def is_whole(rule: Rule) -> bool:
    """Whether a rule is on all words of several wishes together."""
    return isinstance(rule.about, Topic) and rule.about.facet == "whole"


def requests() -> list[tuple[str, str]]:
    """The table of invented requests: each text, and its rules as they should be read."""
    lines = (Path(__file__).parent / "requests.txt").read_text("utf-8").splitlines()
    return [(text, rules.strip()) for text, rules in zip(lines[::2], lines[1::2], strict=True)]


def _about(rule: Rule) -> str:
    match rule.about:
        case Topic(words=words, facet=facet):
            return f"{words} ({facet})" if facet in _SHOWN_FACETS else words
        case Maker(who=who):
            return f"@{who}"
        case Length(min_s=min_s, max_s=max_s):
            return f"{'' if min_s is None else f'{min_s:g}'}..{'' if max_s is None else f'{max_s:g}'} s"
        case Age(max_h=max_h):
            return f"{max_h:g} h"
        case Heard(what=what):
            return f"heard {what}"
