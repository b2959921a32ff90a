"""Notices real people who are named in a text, for whom nobody here can consent.

Lists meet: the people whom an encyclopedic dictionary names, first names and surnames, and against them
places and figures of stories. A first name alone is nobody in particular; handles are members, who decide
for themselves.
"""

import gzip
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from api.consent.name_words import ARTICLES, MADE, NO_PERSON, NOBODY, SMALL_WORDS, TITLES, WELL_KNOWN
from render_cluster.backends.physics.language.word_book import WordBook

_DATA = Path(__file__).parent / "data" / "person_names.txt.gz"
_WORDS_MAX = 4
_NAMES_COUNT_MAX = 8
# A surname that is also an English word is one only beside a plain first name, and if it is a common one.
_COMMON_RANK = 8_000
_COMMON_FIRST_RANK = 600
_NEVER = 1 << 30
# How often a word must have been met to count as ordinary English.
_ORDINARY_COUNT = 4
_WORDS_CACHED_MAX = 20_000
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*|\b[aA]\b")
_HANDLE = re.compile(r"@\w+")
_GAP = re.compile(r"\s+(?:[A-Z]\.\s*)?")


class NameBook(NamedTuple):
    """Names in lower case: first names and surnames by rank, the commonest first; who lived; what is nobody."""

    firsts: dict[str, int]
    surnames: dict[str, int]
    people: frozenset[str]
    nobody: frozenset[str]


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower().removesuffix("'s").removesuffix("’s")

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


class NameReader:
    """Finds names of people; `book` tells which words are ordinary English."""

    def __init__(self, names: Callable[[], NameBook], book: Callable[[], WordBook]) -> None:
        self._names = names
        self._book = book
        self._met_count = lru_cache(maxsize=_WORDS_CACHED_MAX)(self._count_meetings)

    def people_in(self, text: str) -> tuple[str, ...]:
        """The names as they are written, each once, at most `_NAMES_COUNT_MAX`."""
        plain = _HANDLE.sub(" , ", unicodedata.normalize("NFKC", text))
        found = (plain[start:end] for run in _runs(plain) for start, end in self._spans(run))
        return tuple(dict.fromkeys(name.removesuffix("'s").removesuffix("’s") for name in found))[
            :_NAMES_COUNT_MAX
        ]

    def _spans(self, run: list[_Word]) -> Iterator[tuple[int, int]]:
        place = 0
        while place < len(run):
            words = run[place : place + _WORDS_MAX]
            length = self._nobody_length(words)
            if not length:
                length = self._length(words, run[place - 1].lower if place else "")
                following = run[place + length].lower if place + length < len(run) else ""
                if length and not _is_about_work(run, place, following):
                    yield run[place].start, run[place + length - 1].end
            place += length or 1

    def _nobody_length(self, words: list[_Word]) -> int:
        """How many words name a place or a figure of a story, a lone one apart; 0 where they do not."""
        for length in range(len(words), 1, -1):
            name = " ".join(word.lower for word in words[:length])
            if name in NOBODY or name in self._names().nobody:
                return length
        return 0

    def _length(self, words: list[_Word], before: str) -> int:
        """How many of these words, from the first on, name somebody; 0 where they do not."""
        for length in range(len(words), 0, -1):
            name = " ".join(word.lower for word in words[:length])
            if name in WELL_KNOWN or (
                name in self._names().people and self._is_known(words[:length], before)
            ):
                return length
        return 2 if len(words) > 1 and self._is_full_name(words[0], words[1], before) else 0

    def _is_known(self, words: list[_Word], before: str) -> bool:
        """Whether the dictionary's person is meant; a lone name must mean nothing else."""
        if len(words) > 1:
            is_written_as_name = all(word.is_capital for word in words)
            return is_written_as_name or (
                before not in ARTICLES and not any(word.is_capital for word in words)
            )
        names, (word,) = self._names(), words
        if self._is_ordinary(word) or word.lower in names.firsts or word.lower in names.nobody:
            return False
        return word.is_capital or not (word.lower in names.surnames or self._is_english(word))

    def _is_full_name(self, first: _Word, last: _Word, before: str) -> bool:
        names, is_capital = self._names(), first.is_capital and last.is_capital
        if {first.lower, last.lower} & (NO_PERSON | SMALL_WORDS) or first.is_capital != last.is_capital:
            return False
        if first.lower in ARTICLES or self._book().knows(f"{first.lower} {last.lower}", "noun"):
            return False
        rank, surname_rank = names.firsts.get(first.lower), names.surnames.get(last.lower, _NEVER)
        if first.lower in TITLES:
            return is_capital and (last.lower in names.firsts or surname_rank < _COMMON_RANK)
        if rank is None:  # a first name from elsewhere
            is_elsewhere = not {first.lower, last.lower} & names.nobody and not self._is_english(first)
            return is_capital and surname_rank < _COMMON_RANK and is_elsewhere
        if self._is_ordinary(first):
            return is_capital and rank < _COMMON_FIRST_RANK and surname_rank < _COMMON_RANK
        if self._is_ordinary(last):
            return surname_rank < _COMMON_RANK and (is_capital or before not in ARTICLES)
        return surname_rank < _NEVER or is_capital

    def _is_ordinary(self, word: _Word) -> bool:
        """Whether the word is often met in English as more than a name."""
        return self._met_count(word.lower) >= _ORDINARY_COUNT

    def _is_english(self, word: _Word) -> bool:
        """Whether the dictionary has the word at all."""
        return self._met_count(word.lower) > 0

    def _count_meetings(self, word: str) -> int:
        """How often WordNet's texts hold the word, in any form."""
        book = self._book()
        verb = book.verb(word)
        forms = {"noun": book.noun(word), "verb": verb and verb[0], "adj": word, "adv": word}
        return sum(book.count(form, part) for part, form in forms.items() if form)


def _is_about_work(run: list[_Word], place: int, following: str) -> bool:
    """Whether a name stands for somebody's work, or for what is called after them."""
    before = [word.lower for word in run[max(0, place - 2) : place]]
    is_by = before[-1:] == ["by"] or (before[-1:] == ["of"] and before[0] in MADE)
    return is_by or following in NO_PERSON or following in MADE


def _runs(text: str) -> Iterator[list[_Word]]:
    """Words with nothing but white space or a middle initial between them."""
    run: list[_Word] = []
    for match in _WORD.finditer(text):
        if run and not _GAP.fullmatch(text, run[-1].end, match.start()):
            yield run
            run = []
        run.append(_Word(match[0], match.start(), match.end()))
    if run:
        yield run


def _ranked(names: Iterable[str]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(names)}


@cache
def name_book() -> NameBook:
    """The names that come along, read once."""
    kept: dict[str, list[str]] = {"F": [], "L": [], "P": [], "N": []}
    with gzip.open(_DATA, "rt", encoding="utf-8") as lines:
        for line in lines:
            letter, name = line.rstrip("\n").split("\t")
            kept[letter].append(name)
    return NameBook(_ranked(kept["F"]), _ranked(kept["L"]), frozenset(kept["P"]), frozenset(kept["N"]))
