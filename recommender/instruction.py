"""Reads what a viewer asks of the feed: one text becomes rules that a person can read."""

from datetime import datetime, timedelta

from domain.limits import INSTRUCTION_CHARS_MAX
from recommender.language.english import read
from recommender.language.foreign import translated
from recommender.language.japanese import japanese
from recommender.language.languages import language_of
from recommender.language.lexicon import Lexicon
from recommender.language.spelling import repaired
from recommender.language.tidy import tidy
from recommender.language.tokens import Token, tokens
from recommender.language.vocabulary import known_words
from recommender.refusals import AskEmpty, LanguageUnknown
from recommender.rules import Instruction, Repair

ASK_CHARS_MAX = INSTRUCTION_CHARS_MAX


def compile_instruction(
    text: str, lexicon: Lexicon, moment: datetime, utc_offset: timedelta = timedelta(0)
) -> Instruction:
    """What a text asks for at a moment, offline and the same every time.

    `moment` is in UTC; `utc_offset` is how far the viewer's clock is ahead of it, for "tonight" and "until Friday".
    Raises AskEmpty where nothing is asked for, AskTooLong, LanguageUnknown.
    """
    tidied = tidy(text)
    typed = tokens(tidied)
    language = language_of([token.word for token in typed if not token.is_mark], lexicon, known_words())
    in_english, repairs, unread = _in_english(tidied, typed, language, lexicon)
    reading = read(in_english, moment, utc_offset)
    if not reading.rules and reading.until is None:
        raise LanguageUnknown if unread else AskEmpty
    return Instruction(
        text=tidied,
        rules=reading.rules,
        until=reading.until,
        unread=(*reading.unread, *unread),
        repairs=repairs,
        language=language,
    )


def _in_english(
    text: str, typed: tuple[Token, ...], language: str, lexicon: Lexicon
) -> tuple[tuple[Token, ...], tuple[Repair, ...], tuple[str, ...]]:
    """The tokens in English, what was mended, and the words that could not be read."""
    if language == "en":
        return *repaired(typed, lexicon, known_words()), ()
    read_as = japanese(text) if language == "ja" else translated(typed, language)
    return read_as.tokens, (), read_as.unread
