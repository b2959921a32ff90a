"""Finds the known phrases of a text, the longest first, and the words that nothing is known about."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from render_cluster.backends.physics.vocabulary import NEGATIONS, STOPWORDS, Meaning

_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")


class Phrase(NamedTuple):
    """One meaningful piece of a text; `meaning` None where it is unknown, `negated` after a "not"."""

    text: str
    meaning: Meaning | None
    negated: bool = False


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces."""
    return re.sub(r"\s+", " ", text.lower().replace("\u2019", "'")).strip()


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(plain(text))


def read(text: str, vocabulary: Sequence[Meaning]) -> tuple[Phrase, ...]:
    """The phrases of `text` in order; words that carry no meaning of their own are skipped."""
    text = plain(text)
    patterns = [(re.compile(rf"(?:{meaning.pattern})(?![a-z0-9'-])"), meaning) for meaning in vocabulary]
    phrases: list[Phrase] = []
    position, negated = 0, False
    while (found := _WORD.search(text, position)) is not None:
        length, meaning = _longest(text, found.start(), patterns)
        if meaning is not None:
            phrases.append(Phrase(text[found.start() : found.start() + length], meaning, negated))
            position, negated = found.start() + length, False
            continue
        word = found.group()
        if word in NEGATIONS:
            negated = True
        elif word not in STOPWORDS:
            phrases.append(Phrase(word, None, negated))
            negated = False
        position = found.end()
    return tuple(phrases)


def _longest(
    text: str, start: int, patterns: Sequence[tuple[re.Pattern[str], Meaning]]
) -> tuple[int, Meaning | None]:
    best: tuple[int, Meaning | None] = (0, None)
    for pattern, meaning in patterns:
        found = pattern.match(text, start)
        if found is not None and found.end() - start > best[0]:
            best = (found.end() - start, meaning)
    return best
