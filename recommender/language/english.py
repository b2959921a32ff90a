"""Reads English words as rules: the facts first, then the clauses about them, then their topics."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from domain.limits import RULES_PER_INSTRUCTION_MAX
from recommender.language.ages import ages
from recommender.language.chatter import is_chatter
from recommender.language.clauses import clauses
from recommender.language.cues import cues
from recommender.language.facets import is_mood
from recommender.language.lengths import lengths
from recommender.language.line import Line, line_of
from recommender.language.moods import Mood, moods
from recommender.language.order import straightened
from recommender.language.people import makers
from recommender.language.sounds import heard
from recommender.language.tokens import Token, sources
from recommender.language.topics import ALTERNATIVES, topic_rules, whole_wish
from recommender.language.untils import until
from recommender.rules import Rule, Topic


class Reading(NamedTuple):
    """The rules of a text, when they end, and the words that none of them holds."""

    rules: tuple[Rule, ...]
    until: datetime | None
    unread: tuple[str, ...]


def read(tokens: Sequence[Token], moment: datetime, utc_offset: timedelta) -> Reading:
    """What repaired English tokens ask for at a moment; `utc_offset` is how far the viewer's clock is ahead."""
    line = line_of(straightened(tokens))
    taken: set[int] = set()
    ends = until(line, moment, utc_offset)
    if ends is not None:
        taken.update(_places(ends[1]))
    facts = tuple(_facts(line, taken))
    if taken:
        line = Line(line.tokens, _blanked(line, taken), line.starts)
    found = clauses(line.tokens, cues(line), taken)
    wishes = [clause for clause in found if not clause.is_told]
    # Who tells of themselves and asks for nothing else means what they told.
    asking = wishes if wishes or facts else found
    topics = [rule for clause in asking for rule in topic_rules(clause)]
    rules, unread = _bounded(_without_repeats((*topics, *facts, *whole_wish(asking, topics))))
    return Reading(rules, None if ends is None else ends[0], unread)


def _facts(line: Line, taken: set[int]) -> Iterator[Rule]:
    """The rules on facts and moods; the places of their tokens are added to those taken."""

    def free() -> Line:
        return Line(line.tokens, _blanked(line, taken), line.starts)

    for length, place in lengths(free()):
        if _take(place, taken):
            yield Rule("where", length, sources(line.tokens[place]))
    for age, place in ages(free()):
        if _take(place, taken):
            yield Rule("where", age, sources(line.tokens[place]))
    for rules, place in makers(free()):
        if _take(place, taken):
            yield from (Rule(rule.kind, rule.about, sources(line.tokens[place])) for rule in rules)
    for rule, place in heard(free()):
        if _take(place, taken):
            yield Rule(rule.kind, rule.about, sources(line.tokens[place]))
    for mood, place in moods(free()):
        if _take(place, taken):
            yield from _mood_rules(mood, sources(line.tokens[place]))


def _mood_rules(mood: Mood, words: str) -> Iterator[Rule]:
    yield Rule("more", Topic(mood.more, "mood"), words)
    yield from (Rule("never", Topic(each, "mood" if is_mood(each) else "any"), words) for each in mood.never)


def _take(place: slice, taken: set[int]) -> bool:
    places = set(_places(place))
    if places & taken:
        return False
    taken |= places
    return True


def _places(place: slice) -> range:
    return range(place.start, place.stop)


def _blanked(line: Line, taken: set[int]) -> str:
    """The line's text with the taken words made unreadable, as long as before."""
    words = [
        "\0" * len(token.word) if place in taken else token.word for place, token in enumerate(line.tokens)
    ]
    return " ".join(words)


def _without_repeats(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules without those that another says already, in other words or in other places of the text."""
    kept: dict[tuple[str, object], Rule] = {}
    for rule in rules:
        kept.setdefault((rule.kind, rule.about), rule)
    return tuple(kept.values())


def _bounded(rules: tuple[Rule, ...]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """As many rules as an instruction may hold, and the words of those left out; no denial is ever left out."""
    if len(rules) <= RULES_PER_INSTRUCTION_MAX:
        return rules, ()
    topics = [rule for rule in rules if isinstance(rule.about, Topic)]
    denied = [rule for rule in topics if rule.kind == "never"]
    whole = [rule for rule in topics if rule.about.facet == "whole"]  # type: ignore[union-attr]
    others = [rule for rule in rules if rule not in (*denied, *whole)]
    # Hard filters before what only moves the score.
    others.sort(key=lambda rule: rule.kind in ("more", "less"))
    kept, left_out = others[: RULES_PER_INSTRUCTION_MAX - 1], others[RULES_PER_INSTRUCTION_MAX - 1 :]
    if denied:
        words = ALTERNATIVES.join(rule.about.words for rule in denied)  # type: ignore[union-attr]
        kept.append(Rule("never", Topic(words), " ".join(rule.words for rule in denied)))
    return tuple(kept), tuple(
        word for rule in left_out for word in rule.words.split() if not is_chatter(word)
    )
