"""Reads asks and instructions with the words of this community's catalogue."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property

from recommender.instruction import compile_instruction
from recommender.language.lexicon import Lexicon, read_lexicon
from recommender.rules import Instruction

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class AskReader:
    """One text, one reading; the same words at the same moment are always read alike.

    `descriptions` gives what the clips are described by, for typing mistakes to be repaired towards.
    """

    def __init__(self, descriptions: Callable[[], list[str]] = list) -> None:
        self._descriptions = descriptions

    def read(self, text: str, moment: datetime | None) -> Instruction:
        """What a text says. Raises AskEmpty, AskTooLong, LanguageUnknown."""
        return compile_instruction(text, self._lexicon, moment or EPOCH)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return read_lexicon(self._descriptions())
