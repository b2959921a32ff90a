"""Reads what a viewer asks of the feed: one text becomes rules that a person can read."""

from datetime import datetime, timedelta

from domain.limits import INSTRUCTION_CHARS_MAX
from recommender.language.english import read
from recommender.language.lexicon import Lexicon
from recommender.language.spelling import repaired
from recommender.language.tidy import tidy
from recommender.language.tokens import tokens
from recommender.language.vocabulary import known_words
from recommender.refusals import AskEmpty
from recommender.rules import Instruction

ASK_CHARS_MAX = INSTRUCTION_CHARS_MAX


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
