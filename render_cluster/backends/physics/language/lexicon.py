"""What the compiler asks of the catalogue: which things and animals there are, and the nouns for them."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Entry(NamedTuple):
    """A kind that can be shown; `traits` are those of `things.thing.Trait`, empty for an animal.

    `size` is that of the young beside their parents; `is_near` where only a relative can be shown.
    """

    kind: str
    is_animal: bool = False
    traits: tuple[str, ...] = ()
    size: float = 1.0
    is_near: bool = False


class Lexicon(Protocol):
    """Nouns and the kinds that they mean."""

    def find(self, noun: str) -> Entry | None:
        """The kind that a singular noun in lower case means, if there is one."""

    def nouns(self) -> Iterable[str]:
        """Nouns that others may be near to in meaning, in an order that never changes."""
