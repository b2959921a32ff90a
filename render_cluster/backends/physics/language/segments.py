"""Parts a prompt where a new shot may or must begin."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from render_cluster.backends.physics.language.tokens import Token
from render_cluster.backends.physics.language.vocabulary.numbers import NUMBERS
from render_cluster.storyboard import Transition

Begins = Literal["must", "may", "flows"]
"""Whether a segment is a shot of its own, may be one because of a "then", or only follows the one before."""

SEGMENTS_COUNT_MAX = 60
_SECONDS = frozenset({"second", "seconds", "sec", "secs", "s"})
_LIST_WORDS = frozenset({"shot", "scene", "clip", "part", "act", "frame"})


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(", "))


_MAY = _phrases(
    "and then, after that, afterwards, then, next, finally, later, suddenly, moments later, eventually, at last, "
    "in the end, soon after"
)
_MUST = _phrases(
    "we cut to, cut to, cuts to, cutting to, meanwhile, the scene changes to, the camera cuts to, switch to, "
    "in the next shot, in the next scene, transition to, transitions to, the next day, jump cut to, smash cut to"
)
_FADES = _phrases(
    "dissolve to, dissolves to, dissolve into, dissolves into, fade to, fades to, fade into, fades into, "
    "cross fade to, cross fades to, cross fade into, crossfade to, crossfades to, cross dissolve to, crossfade into"
)


class Segment(NamedTuple):
    """Tokens of a sentence or of a part of one; `heading` is the words that said how it begins."""

    tokens: tuple[Token, ...]
    begins: Begins = "flows"
    transition: Transition = "cut"
    fixed_s: float | None = None
    heading: str = ""


def segments(found: Sequence[Token]) -> tuple[Segment, ...]:
    """The segments of a prompt, at most SEGMENTS_COUNT_MAX; what is beyond belongs to the last."""
    parts: list[Segment] = []
    now = Segment(())
    index = 0
    while index < len(found):
        at_start = not now.tokens
        length, marker = _marker(found, index, at_start)
        full = len(parts) >= SEGMENTS_COUNT_MAX - 1
        if marker is not None and not full:
            parts.append(now._replace(tokens=_trimmed(now.tokens)))
            now = marker
            index += length
            continue
        if found[index].kind == "stop" and not full:
            if now.tokens:
                parts.append(now)
                now = Segment(())
            index += 1
            continue
        now = now._replace(tokens=(*now.tokens, found[index]))
        index += 1
    parts.append(now._replace(tokens=_trimmed(now.tokens)))
    return tuple(_timed(part) for part in parts if part.tokens or part.heading)


def _marker(found: Sequence[Token], index: int, at_start: bool) -> tuple[int, Segment | None]:
    """How many tokens at `index` say that another segment begins, and the segment, still empty."""
    length = _listed(found, index, at_start)
    if length:
        return length, Segment((), "must")
    for words in _FADES:
        if _reads(found, index, words):
            return _with_colon(found, index + len(words)) - index, Segment(
                (), "must", "cross_fade", heading=" ".join(words)
            )
    for words in _MUST:
        if _reads(found, index, words):
            return _with_colon(found, index + len(words)) - index, Segment((), "must")
    for words in _MAY:
        # Within a sentence "then" parts shots only where somebody else comes in: "then a dog runs past".
        if _reads(found, index, words) and (at_start or _somebody_new(found, index + len(words))):
            return _with_colon(found, index + len(words)) - index, Segment((), "may")
    return 0, None


def _listed(found: Sequence[Token], index: int, at_start: bool) -> int:
    """Length of "Shot 2:", "Scene two -", "3." or "4)" at a beginning, else 0."""
    token = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    then = found[index + 2] if index + 2 < len(found) else None
    if (
        token.lower in _LIST_WORDS
        and after is not None
        and (after.kind == "number" or after.lower in NUMBERS)
    ):
        if then is not None and then.text[:1] in (":", ".", ")", ","):
            return 3
        return 2 if at_start and after.kind == "number" else 0
    if (
        at_start
        and token.kind == "number"
        and token.text.isdigit()
        and after is not None
        and then is not None
    ):
        return 2 if after.text[:1] in (".", ")", ":") and int(token.text[:4]) <= 40 else 0
    return 0


def _reads(found: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    return tuple(token.lower for token in found[index : index + len(words)]) == words


def _with_colon(found: Sequence[Token], index: int) -> int:
    return index + 1 if index < len(found) and found[index].kind == "comma" else index


def _somebody_new(found: Sequence[Token], index: int) -> bool:
    if index >= len(found):
        return False
    return found[index].kind == "handle" or found[index].lower in (
        "a",
        "an",
        "the",
        "another",
        "two",
        "three",
    )


def _trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the "and" or comma that led to what was cut off."""
    end = len(tokens)
    while end and (tokens[end - 1].kind == "comma" or tokens[end - 1].lower in ("and", "but", "we", "the")):
        end -= 1
    return tokens[:end]


def _timed(segment: Segment) -> Segment:
    """The segment with "for 3 seconds" taken out and kept as its length."""
    tokens = segment.tokens
    for index in range(len(tokens) - 1):
        if tokens[index + 1].lower not in _SECONDS:
            continue
        number = _number(tokens[index])
        if number is None:
            continue
        start = index
        while start and tokens[start - 1].lower in (
            "for",
            "lasting",
            "lasts",
            "about",
            "(",
            "the",
            "first",
            "last",
        ):
            start -= 1
        end = index + 2
        if end < len(tokens) and tokens[end].text == ")":
            end += 1
        return segment._replace(tokens=tokens[:start] + tokens[end:], fixed_s=number)
    return segment


def _number(token: Token) -> float | None:
    if token.kind == "number":
        try:
            return float(token.text.replace(",", "."))
        except ValueError:
            return None
    return float(NUMBERS[token.lower]) if token.lower in NUMBERS else None
