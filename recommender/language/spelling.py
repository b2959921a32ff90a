"""Repairs typing mistakes: an unknown word is taken for the known one that fingers most likely slipped from."""

import math
from collections.abc import Container
from functools import cache

from recommender.language.lexicon import Lexicon
from recommender.language.tokens import Token
from recommender.rules import Repair

WORD_CHARS_MIN = 3
WORD_CHARS_MAX = 24
ATTEMPTS_MAX = 6
LETTERS_APART_MAX = 3
CANDIDATES_MAX = 180
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOUR, _LETTER, _SWAP, _DOUBLED, _VOWEL = 0.7, 1.0, 0.55, 0.5, 0.8
_FIRST_LETTER = 0.5  # a slip in the first letter is rare
_COST_MIN, _COST_MAX = 1.05, 2.1
_SHORT_COST_MAX = 0.9
# A name that nobody taught us ("Naruto") is no mistake: the longer a word, the more slips it may hold.
_COST_A_LETTER = 0.22
_LONG_CHARS = 6
_FAVOUR = 0.25
# How much rarer, in powers of ten, a word may be for every whole slip it is nearer.
_DECADES_A_SLIP = 0.45
_VOWELS = frozenset("aeiouy")


def repaired(
    typed: tuple[Token, ...], lexicon: Lexicon, also_known: Container[str]
) -> tuple[tuple[Token, ...], tuple[Repair, ...]]:
    """The tokens with unknown words mended where a likely word is near, and what was mended."""
    tokens: list[Token] = []
    repairs: list[Repair] = []
    attempts = 0
    for token in typed:
        read = token.word
        if may_repair(read) and attempts < ATTEMPTS_MAX and not _known(read, lexicon, also_known):
            attempts += 1
            read = nearest_word(read, lexicon, also_known) or read
        if read != token.word:
            repairs.append(Repair(typed=token.source, read=read))
        tokens.append(Token(read, token.source))
    return tuple(tokens), tuple(repairs)


def may_repair(word: str) -> bool:
    """Whether a word is of the kind that can hold a mistake: plain letters, not too few or many."""
    return WORD_CHARS_MIN <= len(word) <= WORD_CHARS_MAX and word.isascii() and word.isalpha()


def nearest_word(word: str, lexicon: Lexicon, favoured: Container[str] = ()) -> str | None:
    """The known word that an unknown one most likely is, weighing slips against how common it is.

    The `favoured` words count for more: those that people steer a feed with.
    """
    found = _likeliest(word, lexicon, favoured)
    if word.endswith("s") and len(word) > 4:
        # The lists hold few plurals.
        single = _likeliest(word[:-1], lexicon, favoured)
        if single is not None and (found is None or single[0] <= found[0]):
            return single[1] if single[1].endswith("s") else single[1] + "s"
    return None if found is None else found[1]


def _likeliest(word: str, lexicon: Lexicon, favoured: Container[str]) -> tuple[float, str] | None:
    """The known word with the least of slips minus commonness, and that sum."""
    limit = (
        _SHORT_COST_MAX
        if len(word) == WORD_CHARS_MIN
        else min(_COST_MAX, max(_COST_MIN, _COST_A_LETTER * len(word)))
    )
    best: tuple[float, str] | None = None
    sounded = word.replace("ph", "f")  # "elefant" is written as it sounds
    reach = 1 if len(word) < _LONG_CHARS else 2
    lengths = range(len(word) - reach, len(word) + reach + 1)
    # Those with the same first letter, then the commonest, come first: a rare word must then be nearer than the best so far to be measured at all.
    alike = sorted(
        lexicon.alike(word, lengths, LETTERS_APART_MAX),
        key=lambda each: (each[0] != word[0], -lexicon.count(each), each),
    )
    for candidate in alike[:CANDIDATES_MAX]:
        bonus = _DECADES_A_SLIP * math.log10(lexicon.count(candidate) + 1)
        bonus += _FAVOUR if candidate in favoured else 0.0
        room = limit if best is None else min(limit, best[0] + bonus)
        if room < _SWAP:
            continue
        cost = slips(sounded, candidate.replace("ph", "f"), room)
        if cost <= room and (best is None or cost - bonus < best[0]):
            best = cost - bonus, candidate
    return best


def slips(typed: str, meant: str, limit: float) -> float:
    """The cost of the slips that turn one word into another (Damerau's edits, weighed); above `limit` any more."""
    before: list[float] = []
    row = [float(place) for place in range(len(meant) + 1)]
    for i, a in enumerate(typed, 1):
        older, before, row = before, row, [row[0] + _LETTER]
        for j, b in enumerate(meant, 1):
            cost = before[j - 1] if a == b else before[j - 1] + _replaced(a, b)
            again = _DOUBLED if i > 1 and typed[i - 2] == a else _LETTER
            cost = min(cost, before[j] + again)
            missed = _DOUBLED if j > 1 and meant[j - 2] == b else _LETTER
            cost = min(cost, row[j - 1] + missed)
            if i > 1 and j > 1 and a == meant[j - 2] and typed[i - 2] == b and a != b:
                cost = min(cost, older[j - 2] + _SWAP)
            row.append(cost)
        if min(row) > limit and (i < 2 or min(before) > limit):
            return limit + 1.0
    return row[-1] + (_FIRST_LETTER if typed[0] != meant[0] else 0.0)


def _replaced(a: str, b: str) -> float:
    if (a, b) in _neighbours():
        return _NEIGHBOUR
    return _VOWEL if a in _VOWELS and b in _VOWELS else _LETTER


def _known(word: str, lexicon: Lexicon, also_known: Container[str]) -> bool:
    if word in also_known or lexicon.knows(word) or word in lexicon.handles:
        return True
    # A plural or a form that the lists leave out ("kittens", "snowboarders") is no mistake.
    return any(
        len(word) - len(ending) >= 2
        and word.endswith(ending)
        and lexicon.knows(word[: -len(ending)] + instead)
        for ending, instead in (
            ("s", ""),
            ("es", ""),
            ("ies", "y"),
            ("ing", ""),
            ("ing", "e"),
            ("ed", ""),
            ("er", ""),
        )
    )


@cache
def _neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of keys that lie side by side or one above the other."""
    places = {key: (x + y * 0.4, float(y)) for y, row in enumerate(_ROWS) for x, key in enumerate(row)}
    return frozenset(
        (a, b)
        for a, (ax, ay) in places.items()
        for b, (bx, by) in places.items()
        if a != b and (ax - bx) ** 2 + (ay - by) ** 2 <= 1.6
    )
