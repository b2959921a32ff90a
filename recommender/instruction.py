"""Reads what a viewer asks of the feed; for now an ask of one time, matched by its meaning and its words."""

import re
import unicodedata

import msgspec
import numpy as np

from recommender.embedder import Embedder
from recommender.refusals import AskEmpty, AskTooLong

ASK_CHARS_MAX = 300

_WORD = re.compile(r"\w+")


class Ask(msgspec.Struct, frozen=True):
    """A wish: its text, its words in lower case, and its unit vector, float32 (384,)."""

    text: str
    words: frozenset[str]
    vector: np.ndarray


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


def read_ask(text: str, embedder: Embedder) -> Ask:
    """The ask that a tidied text makes."""
    words = frozenset(_WORD.findall(text.casefold()))
    return Ask(text, words, embedder.embed_query(text))
