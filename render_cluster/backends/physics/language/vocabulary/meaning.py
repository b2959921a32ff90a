"""A phrase known by heart: what it asks for and what stands in where that cannot be had."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Role = Literal[
    "style", "time", "weather", "framing", "ends", "angle", "move", "speed", "mood", "transition", "backdrop",
    "wind", "unsupported", "nobody", "silent",
]  # fmt: skip


class Meaning(NamedTuple):
    """What a phrase asks for; `by` names the stand-in of what is only approximated."""

    role: Role
    value: str
    by: str | None = None


def phrases(
    role: Role, value: str, exact: str = "", near: str = "", by: str | None = None
) -> Iterator[tuple]:
    """(words, Meaning) of each of the comma-separated phrases; the `near` ones are approximated by `by`."""
    for texts, stand_in in ((exact, None), (near, by or value.replace("_", " "))):
        for text in texts.split(","):
            if text.strip():
                yield tuple(text.split()), Meaning(role, value, stand_in)
