"""Reads whether a text is about a theme: by its words first, then by likeness in meaning."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

import numpy as np

from domain.consent import ThemeReading
from render_cluster.backends.physics.language.tokens import tokens
from render_cluster.backends.physics.language.word_book import WordBook

Embed = Callable[[Sequence[str]], np.ndarray]
"""Texts to unit vectors, float (n, d)."""

# A sentence is about a theme where it is this many standard deviations nearer to it than to everyday topics.
# Chosen so that about one in twenty ordinary captions is found to be about a given theme.
LIKENESS_MIN = 1.7
SENTENCES_COUNT_MAX = 40
_THEMES_CACHED_MAX = 1_024
_TOPICS = (
    "sports", "food", "travel", "animals", "music", "war", "love", "money", "school", "work", "family", "city",
    "nature", "ocean", "winter", "cars", "technology", "fashion", "art", "history", "dance", "health", "religion",
    "crime", "childhood", "night", "weather", "machines", "gardens", "kitchens", "space", "politics", "science",
    "toys", "furniture", "walking", "water", "light", "crowds", "sleep",
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_HANDLE = re.compile(r"@\w+")


class ThemeReader:
    """Judges themes of texts; any thread may ask."""

    def __init__(self, embed: Embed, book: Callable[[], WordBook]) -> None:
        self._embed = embed
        self._book = book
        self._theme_vector = lru_cache(maxsize=_THEMES_CACHED_MAX)(self._embed_theme)

    def read(self, themes: Iterable[str], text: str) -> tuple[ThemeReading, ...]:
        """One reading a theme: its own words in the text, or a sentence that means something like it."""
        wanted = tuple(themes)
        plain = _HANDLE.sub(" ", text)
        lemmas = self._lemmas(plain) if wanted else frozenset()
        readings = {theme: self._by_words(theme, lemmas) for theme in wanted}
        unread = [theme for theme, found in readings.items() if found is None]
        return tuple((readings | self._by_meaning(unread, plain)).values())

    def _by_words(self, theme: str, lemmas: frozenset[str]) -> ThemeReading | None:
        """Found where every word of the theme is in the text, in whatever form; else nothing is said."""
        own = self._lemmas(theme)
        if own and own <= lemmas:
            return ThemeReading(theme, True, f'the words "{theme}"')
        return None

    def _by_meaning(self, themes: Sequence[str], text: str) -> dict[str, ThemeReading]:
        sentences = [part for part in _SENTENCE_END.split(text) if part.strip()][:SENTENCES_COUNT_MAX]
        if not themes or not sentences:
            return {theme: ThemeReading(theme, False, "no words") for theme in themes}
        vectors = np.asarray(self._embed(sentences))
        to_topics = vectors @ self._topic_vectors.T
        usual, spread = to_topics.mean(axis=1), to_topics.std(axis=1) + 1e-6
        return {
            theme: _judged(theme, float(np.max((vectors @ self._theme_vector(theme) - usual) / spread)))
            for theme in themes
        }

    @cached_property
    def _topic_vectors(self) -> np.ndarray:
        return np.asarray(self._embed([_as_video(topic) for topic in _TOPICS]))

    def _embed_theme(self, theme: str) -> np.ndarray:
        return np.asarray(self._embed([_as_video(theme)]))[0]

    def _lemmas(self, text: str) -> frozenset[str]:
        """Plain forms of all words, those said aloud too; a word that the book does not know is its own."""
        words = (token.lower for token in tokens(text.replace('"', " ")) if token.kind in ("word", "speech"))
        return frozenset(self._lemma(part) for word in words for part in word.split())

    def _lemma(self, word: str) -> str:
        book = self._book()
        verb = book.verb(word)
        return verb[0] if verb else book.noun(word) or word


def _as_video(theme: str) -> str:
    return f"a video of {theme}"


def _judged(theme: str, likeness: float) -> ThemeReading:
    evidence = f"stands out among everyday topics by {likeness:.2f}, bound {LIKENESS_MIN:.2f}"
    return ThemeReading(theme, likeness >= LIKENESS_MIN, evidence)
