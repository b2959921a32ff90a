"""Reads what a viewer asks of the feed; for now an ask of one time, matched by its meaning and its words."""

import re
import unicodedata

from recommender.refusals import AskEmpty, AskTooLong

ASK_CHARS_MAX = 300

_WORD = re.compile(r"\w+")


def tidy(text: str) -> str:
    """The text in one form of Unicode with single spaces. Raises AskEmpty, AskTooLong."""
    if len(text) > ASK_CHARS_MAX:
        raise AskTooLong
    # A lone surrogate is no character: no file, log or model takes one.
    whole = text.encode("utf-8", "replace").decode()
    tidied = " ".join(unicodedata.normalize("NFKC", whole).split())
    if not _WORD.search(tidied):
        raise AskEmpty
    # Compatibility forms can unfold to eighteen times their length.
    return tidied[:ASK_CHARS_MAX].rstrip()
