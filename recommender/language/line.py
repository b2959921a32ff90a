"""A text as one line of words, so that patterns can be sought in it and their places found among the tokens."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recommender.language.tokens import Token


class Line(NamedTuple):
    """The tokens' words with single spaces between, and where each of them starts, in characters."""

    tokens: tuple[Token, ...]
    text: str
    starts: tuple[int, ...]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], slice]]:
        """Where a pattern stands, with the places of its tokens; it must begin and end between words."""
        for match in pattern.finditer(self.text):
            yield (
                match,
                slice(
                    bisect_left(self.starts, match.start()),
                    bisect_left(self.starts, max(match.end(), match.start() + 1)),
                ),
            )


def line_of(tokens: Sequence[Token]) -> Line:
    """The line that some tokens make."""
    starts: list[int] = []
    at = 0
    for token in tokens:
        starts.append(at)
        at += len(token.word) + 1
    return Line(tuple(tokens), " ".join(token.word for token in tokens), tuple(starts))
