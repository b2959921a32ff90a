"""An ask is tidied or clearly refused, whatever is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.instruction import ASK_CHARS_MAX, tidy
from recommender.refusals import AskEmpty, AskTooLong


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "?!", "🙂", "\ud800"])
def test_an_ask_without_a_word_is_refused(text):
    with pytest.raises(AskEmpty):
        tidy(text)


def test_an_ask_past_its_bound_is_refused():
    with pytest.raises(AskTooLong):
        tidy("a" * (ASK_CHARS_MAX + 1))


@given(st.text(max_size=ASK_CHARS_MAX + 20))
def test_whatever_is_typed_becomes_a_bounded_line_or_a_refusal(text):
    try:
        tidied = tidy(text)
    except (AskEmpty, AskTooLong):
        return
    assert 0 < len(tidied) <= ASK_CHARS_MAX
    assert tidied == tidied.strip()
    assert "\n" not in tidied
