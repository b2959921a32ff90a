"""Reads what a viewer asks of the feed: one text becomes rules that a person can read."""

import re
from datetime import datetime, timedelta

import msgspec
import numpy as np

from domain.limits import INSTRUCTION_CHARS_MAX
from recommender.embedder import Embedder
from recommender.language.english import read
from recommender.language.lexicon import Lexicon
from recommender.language.spelling import repaired
from recommender.language.tidy import tidy
from recommender.language.tokens import tokens
from recommender.language.vocabulary import known_words
from recommender.refusals import AskEmpty
from recommender.rules import Instruction

ASK_CHARS_MAX = INSTRUCTION_CHARS_MAX

_WORD = re.compile(r"\w+")


class Ask(msgspec.Struct, frozen=True):
    """A wish: its text, its words in lower case, and its unit vector, float32 (384,)."""

    text: str
    words: frozenset[str]
    vector: np.ndarray


def read_ask(text: str, embedder: Embedder) -> Ask:
    """The ask that a tidied text makes."""
    words = frozenset(_WORD.findall(text.casefold()))
    return Ask(text, words, embedder.embed_query(text))


def compile_instruction(
    text: str, lexicon: Lexicon, moment: datetime, utc_offset: timedelta = timedelta(0)
) -> Instruction:
    """What a text asks for at a moment, offline and the same every time.

    `moment` is in UTC; `utc_offset` is how far the viewer's clock is ahead of it, for "tonight" and "until Friday".
    Raises AskEmpty where nothing is asked for, AskTooLong, LanguageUnknown.
    """
    tidied = tidy(text)
    read_tokens, repairs = repaired(tokens(tidied), lexicon, known_words())
    reading = read(read_tokens, moment, utc_offset)
    if not reading.rules and reading.until is None:
        raise AskEmpty
    return Instruction(
        text=tidied, rules=reading.rules, until=reading.until, unread=reading.unread, repairs=repairs
    )
