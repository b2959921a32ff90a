"""Puts words of other languages into English ones, phrase by phrase, each keeping the text it was read from."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recommender.language.tokens import Token
from recommender.language.word_pairs import word_pairs

PHRASE_WORDS_MAX = 5
_ENDINGS = ("en", "er", "es", "em", "e", "n", "s", "x")
_HALF_CHARS_MIN = 4
_UMLAUTS = str.maketrans("äöü", "aou")


class Translation(NamedTuple):
    """Tokens in English, and the words for which no English is known."""

    tokens: tuple[Token, ...]
    unread: tuple[str, ...]


def translated(typed: Sequence[Token], language: str) -> Translation:
    """The tokens of a European language in English; the longest phrases that are known come first."""
    words = word_pairs()[language]
    pieces = [piece for token in typed for piece in _elided(token)]
    tokens: list[Token] = []
    unread: list[str] = []
    at = 0
    while at < len(pieces):
        length, english = _longest(pieces, at, words)
        if english is None and language == "de":
            english = _compound(pieces[at].word, words)
        source = " ".join(piece.source for piece in pieces[at : at + length])
        if english is not None:
            tokens.extend(Token(word, source) for word in english.split())
        elif pieces[at].is_mark or pieces[at].word[0] == "@" or pieces[at].word[0].isdigit():
            tokens.append(pieces[at])
        else:
            # A name is the same in every language, so the word stands; that it was not read is said.
            tokens.append(pieces[at])
            unread.append(pieces[at].source)
        at += length
    return Translation(tuple(tokens), tuple(unread))


def _elided(token: Token) -> list[Token]:
    """The parts of "d'oiseaux", of which the first keeps its apostrophe."""
    first, apostrophe, rest = token.word.partition("'")
    if not (apostrophe and first and rest):
        return [token]
    return [Token(first + "'", token.source), Token(rest, token.source)]


def _longest(pieces: Sequence[Token], at: int, words: Mapping[str, str]) -> tuple[int, str | None]:
    for length in range(min(PHRASE_WORDS_MAX, len(pieces) - at), 1, -1):
        english = words.get(" ".join(piece.word for piece in pieces[at : at + length]))
        if english is not None:
            return length, english
    return 1, _single(pieces[at].word, words)


def _single(word: str, words: Mapping[str, str]) -> str | None:
    if word in words:
        return words[word]
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3:
            for form in (stem, stem.translate(_UMLAUTS), stem + "e"):
                if form in words:
                    return words[form]
    return None


def _compound(word: str, words: Mapping[str, str]) -> str | None:
    """Both halves of a German compound in English: "naturvideos" is "nature videos"."""
    for cut in range(len(word) - _HALF_CHARS_MIN, _HALF_CHARS_MIN - 1, -1):
        head = words.get(word[:cut]) or words.get(word[:cut].removesuffix("s"))
        tail = words.get(word[cut:])
        if head and tail:
            return f"{head} {tail}"
    return None
