"""All kinds of things by name and by noun: the well-made ones first, then whatever the emoji pack holds."""

from functools import cache

from render_cluster.backends.physics.things import (
    emoji,
    food,
    furniture,
    household,
    laboratory,
    nature,
    sports,
    street,
    toys,
    vehicles,
)  # fmt: skip
from render_cluster.backends.physics.things.thing import Thing

_GROUPS = (sports, furniture, vehicles, household, laboratory, nature, street, food, toys)

KINDS: dict[str, Thing] = {thing.kind: thing for group in _GROUPS for thing in group.THINGS}
"""The kinds with a mesh of their own, by name; those drawn from pictures come through `find`."""


def find(noun: str) -> Thing | None:
    """The thing that a noun means (singular, lower case, of one word or several); None where nothing does."""
    return _by_word().get(noun)


def thing_of(kind: str) -> Thing:
    """What is known of a kind; KeyError where there is none of that name."""
    return KINDS[kind] if kind in KINDS else emoji.pictured()[kind]


def nouns() -> tuple[str, ...]:
    """Every noun that `find` knows."""
    return tuple(_by_word())


@cache
def _by_word() -> dict[str, Thing]:
    pictured = {word: thing for thing in emoji.pictured().values() for word in thing.words}
    return pictured | {word: thing for thing in KINDS.values() for word in thing.words}
