"""Reads asks and instructions with the words of this community's catalogue."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cached_property

from recommender.instruction import compile_instruction
from recommender.language.chat_reading import Ask, read_by_chat
from recommender.language.lexicon import Lexicon, read_lexicon
from recommender.rules import Instruction, Maker

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HANDLE_SIGN = "@"


class AskReader:
    """One text, one reading: offline, the same words at the same moment are always read alike.

    `descriptions` gives what the clips are described by, for typing mistakes to be repaired towards; `ask` puts
    instructions to a chat model, where there is one.
    """

    def __init__(self, descriptions: Callable[[], list[str]] = list, ask: Ask | None = None) -> None:
        self._descriptions = descriptions
        self._ask = ask

    def read(self, text: str, moment: datetime | None, utc_offset: timedelta = timedelta(0)) -> Instruction:
        """What a text says. Raises AskEmpty, AskTooLong, LanguageUnknown."""
        return compile_instruction(text, self._lexicon, moment or EPOCH, utc_offset)

    def read_instruction(self, text: str, moment: datetime, utc_offset: timedelta) -> Instruction:
        """The same of what shall hold for long, which a chat model may add to. Raises as `read`.

        Not so a text about people of this community: whom somebody means is told to nobody.
        """
        offline = self.read(text, moment, utc_offset)
        if self._ask is None or _is_about_people(offline):
            return offline
        return read_by_chat(offline, moment + utc_offset, self._ask)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return read_lexicon(self._descriptions())


def _is_about_people(read: Instruction) -> bool:
    return HANDLE_SIGN in read.text or any(isinstance(rule.about, Maker) for rule in read.rules)
