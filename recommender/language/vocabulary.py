"""The words that the reader itself goes by: none of them is ever taken for a typing mistake."""

import re
from functools import cache

from recommender.language import ages, chatter, cues, lengths, moods, numbers, people, sounds, untils
from recommender.language.facets import facet_words

_WORD = re.compile(r"[a-z]{3,}")


@cache
def known_words() -> frozenset[str]:
    """All words of the reader's patterns and vocabularies, in lower case."""
    patterns = [
        value.pattern if isinstance(value, re.Pattern) else value
        for module in (ages, cues, lengths, moods, people, sounds, untils, numbers)
        for value in vars(module).values()
        if isinstance(value, str | re.Pattern)
    ]
    return (
        facet_words() | chatter.words() | frozenset(word for text in patterns for word in _WORD.findall(text))
    )
