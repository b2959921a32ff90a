"""Reads asks and instructions with the words of this community's catalogue."""

from datetime import datetime

from recommender.instruction import tidy
from recommender.rules import Instruction, Rule, Topic


class AskReader:
    """One text, one reading; the same words at the same moment are always read alike."""

    def read(self, text: str, moment: datetime | None) -> Instruction:  # noqa: ARG002
        """What a tidied text says. Raises AskEmpty, AskTooLong, LanguageUnknown."""
        words = tidy(text)
        return Instruction(words, (Rule("more", Topic(words), words),))
