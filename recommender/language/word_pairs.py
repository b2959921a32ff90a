"""The words of the other languages that are read, with their English ones, as data in the tree."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
LANGUAGES = ("de", "es", "fr", "pt", "ja")


@cache
def word_pairs() -> Mapping[str, Mapping[str, str]]:
    """By language, its words and phrases in lower case and what they are in English, read once."""
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    # Phrases chosen by hand come last, so that they stand.
    for name in ("translations.tsv", "phrases.tsv"):
        for row in (_DATA / name).read_text("utf-8").splitlines():
            language, phrase, english = row.split("\t")
            found[language][phrase] = english
    return found


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """By language, the single words of its hand-made phrases, which tell a language from its neighbours."""
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for row in (_DATA / "phrases.tsv").read_text("utf-8").splitlines():
        language, phrase, _ = row.split("\t")
        found[language].update(phrase.split())
    return {language: frozenset(words) for language, words in found.items()}
