"""What is kept of what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.text import tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  so close\n", "so close"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("a\0b\x1b[31m\x7f", "ab[31m"),
        ("\u202egnp.elif", "gnp.elif"),
        ("\u2066left\u2069 \u200fright\ufeff", "left right"),
        ("cafe\u0301", "café"),
        ("👩\u200d🚀 and 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "👩\u200d🚀 and 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"),  # noqa: E501
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("שלום, مرحبا", "שלום, مرحبا"),
        ("\u200b \u2060\u200d", ""),
        ("\ud800", ""),
    ],
)  # fmt: skip
def test_words_stand_and_tricks_fall(typed, kept):
    assert tidy(typed) == kept


@given(st.text(st.characters()))
def test_what_is_tidy_stays_as_it_is_and_can_be_stored(text):
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert tidied.encode().decode() == tidied
