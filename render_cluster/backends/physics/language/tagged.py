"""A word of a sentence with what the tagger found out about it."""

from typing import Literal, NamedTuple

Tag = Literal[
    "noun", "verb", "adj", "adv", "det", "num", "prep", "pron", "conj", "be", "modal", "not", "relative", "mark",
    "speech", "owner", "name",
]  # fmt: skip


class Tagged(NamedTuple):
    """A word with its part of speech, its plain form, and of a verb which form it stands in."""

    text: str
    tag: Tag
    lemma: str
    form: str = ""

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()
