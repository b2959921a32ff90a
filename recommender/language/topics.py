"""Turns a clause into topics: what must hold together stands apart, what one may choose among stands in one."""

from collections.abc import Iterator, Sequence

from recommender.language.chatter import is_backstory, stripped
from recommender.language.clauses import Clause
from recommender.language.facets import FacetSpan, facet_spans, is_mood
from recommender.language.line import line_of
from recommender.language.tokens import Token, sources
from recommender.rules import Facet, Rule, Topic

ALTERNATIVES = " | "
TOPIC_CHARS_MAX = 120
PARTS_MAX = 5
_LIST_MARKS = frozenset((",", "and", "or"))
_PLACES = frozenset(
    "in on at near by under underneath beneath inside outside along across through during behind beside around above "
    "below over into onto among amid within atop".split()
)
_WITH = frozenset(("with", "featuring", "having", "wearing"))
_WANTED = ("more", "only")
_TOGETHER = frozenset("together both each".split())


def topic_rules(clause: Clause) -> tuple[Rule, ...]:
    """The rules on topics that a clause makes."""
    if clause.polarity in ("never", "less"):
        # What one is rid of is each thing of a list; together with its place it is one thing.
        items = [stripped(item) for item in _without_talk(_items(clause.tokens))]
        return tuple(
            Rule(clause.polarity, Topic(_words(item), _facet(item)), sources(item)) for item in items if item
        )
    return tuple(
        Rule(clause.polarity, Topic(words[:TOPIC_CHARS_MAX], facet), sources(clause.tokens))
        for words, facet in dict.fromkeys(_joined(clause.tokens))
        if words
    )


def whole_wish(wishes: Sequence[Clause], topics: Sequence[Rule]) -> tuple[Rule, ...]:
    """Beside several wishes one more, of all their words as they were typed: what their parts mean together."""
    wanted = [rule for rule in topics if rule.kind in _WANTED]
    tokens = [token for clause in wishes if clause.polarity in _WANTED for token in clause.whole]
    words = _words(stripped(tokens))
    return (Rule("more", Topic(words, "whole"), sources(stripped(tokens))),) if len(wanted) > 1 else ()


def _joined(tokens: Sequence[Token]) -> Iterator[tuple[str, Facet]]:
    """The parts of a wish that must hold together, as words and facet."""
    line = line_of(tokens)
    spans = facet_spans(line)
    for facet in ("style", "camera"):
        words = [span.words for span in spans if span.facet == facet]
        if words:
            yield ALTERNATIVES.join(dict.fromkeys(words)), facet
    yield from _parts(_outside(tokens, spans), "any", PARTS_MAX)


def _outside(tokens: Sequence[Token], spans: Sequence[FacetSpan]) -> tuple[Token, ...]:
    taken = {place for span in spans for place in range(span.place.start, min(span.place.stop, len(tokens)))}
    left = [token for place, token in enumerate(tokens) if place not in taken]
    # Between two styles only their "or" is left.
    return _without_edge_marks(left)


def _parts(tokens: Sequence[Token], facet: Facet, depth: int) -> Iterator[tuple[str, Facet]]:
    tokens = stripped(_without_edge_marks(tokens))
    if not tokens:
        return
    at = _turning(tokens)
    if depth > 1 and at is not None and not _lists_places(tokens, at):
        yield from _parts(tokens[:at], facet, 1)
        yield from _parts(tokens[at + 1 :], "any" if tokens[at].word in _WITH else "setting", depth - 1)
        return
    items = [stripped(item) for item in _without_talk(_items(tokens))]
    if any(token.word in _TOGETHER for token in tokens):
        yield from ((_words(item), _facet(item, facet)) for item in items if item)
        return
    kept = [item for item in items if item]
    if kept:
        yield ALTERNATIVES.join(dict.fromkeys(map(_words, kept))), _facet(kept[0], facet)


def _turning(tokens: Sequence[Token]) -> int | None:
    """Where a place or a companion begins, with words on both sides."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].word in _PLACES | _WITH and stripped(tokens[:at]) and stripped(tokens[at + 1 :]):
            return at
    return None


def _lists_places(tokens: Sequence[Token], at: int) -> bool:
    """Whether places belong to the items of a list: "cats in boxes or dogs in cars"."""
    marks = [place for place, token in enumerate(tokens) if token.word in _LIST_MARKS and place > at]
    return any(token.word in _PLACES for mark in marks[:1] for token in tokens[mark:])


def _items(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The items of a list; marks inside the name of a style part nothing ("black and white")."""
    held = {
        place
        for span in facet_spans(line_of(tokens))
        for place in range(span.place.start, span.place.stop)
        if " and " in span.words or " or " in span.words
    }
    items: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        if token.word in _LIST_MARKS and place not in held:
            items.append([])
        else:
            items[-1].append(token)
    return [tuple(item) for item in items]


def _without_talk(items: Sequence[tuple[Token, ...]]) -> list[tuple[Token, ...]]:
    """The items without what the speaker tells of themselves behind the first: "no cooking, I am hungry already"."""
    return [item for place, item in enumerate(items) if place == 0 or not is_backstory(item)]


def _facet(tokens: Sequence[Token], otherwise: Facet = "any") -> Facet:
    spans = facet_spans(line_of(tokens))
    if len(spans) == 1 and spans[0].place == slice(0, len(tokens)):
        return spans[0].facet
    if tokens and all(is_mood(token.word) for token in tokens):
        return "mood"
    if any(token.word == "camera" for token in tokens):
        return "camera"
    return otherwise


def _words(tokens: Sequence[Token]) -> str:
    """The words of a topic, single spaces between and no sign that parts alternatives."""
    return " ".join(token.word for token in tokens if not token.is_mark)[:TOPIC_CHARS_MAX].strip()


def _without_edge_marks(tokens: Sequence[Token]) -> tuple[Token, ...]:
    start, end = 0, len(tokens)
    while start < end and tokens[start].word in _LIST_MARKS:
        start += 1
    while end > start and tokens[end - 1].word in _LIST_MARKS:
        end -= 1
    return tuple(tokens[start:end])
