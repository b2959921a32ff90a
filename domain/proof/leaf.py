"""One row of the log as the tree hashes it: sealed as it lies there, so that an erased key changes no proof."""

from collections.abc import Sequence
from typing import NamedTuple

LEAF_FORM = "castmates.leaf.v1"
_TAG_SEPARATOR = "\x1f"


class Row(NamedTuple):
    """A row of the log: its position (from 1, without gaps), log name, tags, and the event, sealed fields sealed."""

    position: int
    name: str
    tags: tuple[str, ...]
    data: bytes

    @property
    def index(self) -> int:
        """Its place in the tree, from 0."""
        return self.position - 1


def leaf_bytes(row: Row) -> bytes:
    """Four lines (form, position, name, tags) and the event; no two rows give the same bytes.

    Names and tags are printable, so neither a newline nor the separator of tags can occur in them. Raises
    ValueError where one does all the same.
    """
    if not _is_printable((row.name, *row.tags)):
        raise ValueError(f"a name or tag of row {row.position} is not printable")
    tags = _TAG_SEPARATOR.join(row.tags)
    return f"{LEAF_FORM}\n{row.position}\n{row.name}\n{tags}\n".encode() + row.data


def _is_printable(texts: Sequence[str]) -> bool:
    return "".join(texts).isprintable() and "" not in texts
