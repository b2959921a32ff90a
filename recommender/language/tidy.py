"""Brings what somebody typed into one form, or refuses it."""

import re
import unicodedata

from domain.limits import INSTRUCTION_CHARS_MAX
from recommender.refusals import AskEmpty, AskTooLong

_WORD = re.compile(r"\w+")


def tidy(text: str) -> str:
    """The text in one form of Unicode with single spaces. Raises AskEmpty, AskTooLong."""
    if len(text) > INSTRUCTION_CHARS_MAX:
        raise AskTooLong
    # A lone surrogate is no character: no file, log or model takes one.
    whole = text.encode("utf-8", "replace").decode()
    tidied = " ".join(unicodedata.normalize("NFKC", whole).split())
    if not _WORD.search(tidied):
        raise AskEmpty
    # Compatibility forms can unfold to eighteen times their length.
    return tidied[:INSTRUCTION_CHARS_MAX].rstrip()
