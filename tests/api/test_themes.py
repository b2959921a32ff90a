"""Whether a text is about a theme: by its words, or by what its sentences mean."""

from pathlib import Path

import numpy as np
import pytest

from api.consent.themes import ThemeReader
from recommender.embedder import Embedder
from render_cluster.backends.physics.language.word_book import word_book

TABLE = [line.split("\t") for line in (Path(__file__).parent / "theme_table.tsv").read_text().splitlines()]


def nothing_is_near(texts):
    """Vectors that have nothing to do with each other."""
    return np.stack([np.random.default_rng(abs(hash(text)) % 2**32).normal(size=64) for text in texts])


@pytest.fixture(scope="module")
def by_words():
    return ThemeReader(nothing_is_near, word_book)


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        ("dancing", "@maya danced all night"),
        ("board games", "two friends play a board game"),
        ("beer", 'a man says "one beer, please"'),
        ("knives", "a knife on the table"),
    ],
)
def test_a_themes_own_words_in_any_form_are_found(by_words, theme, text):
    (reading,) = by_words.read([theme], text)
    assert reading.found
    assert theme in reading.evidence


def test_a_handle_is_no_word(by_words):
    (reading,) = by_words.read(["beer"], "@beer")
    assert not reading.found


def test_each_theme_is_read_and_nothing_without_themes(by_words):
    assert [each.theme for each in by_words.read(["war", "beer"], "beer")] == ["war", "beer"]
    assert by_words.read([], "beer") == ()
    assert not by_words.read(["war"], " \n ")[0].found


@pytest.mark.slow
def test_the_table_is_read_as_well_as_the_page_on_cameos_says():
    reader = ThemeReader(Embedder().embed, word_book)
    read = [(reader.read([theme], text)[0].found, about == "yes") for theme, about, text in TABLE]
    assert sum(found and about for found, about in read) >= 54
    assert sum(not found and not about for found, about in read) >= 45
