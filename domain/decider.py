"""The pure frame of every decision: what it must know, what it makes of it, what it decides."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol, Self

import msgspec

from domain.events import Event


class Clause(msgspec.Struct, frozen=True):
    """Events of any of these types that carry all of these tags; neither may be empty."""

    types: tuple[type[Event], ...]
    tags: tuple[str, ...]


Boundary = tuple[Clause, ...]


class State(Protocol):
    """What one decision remembers of the events in its boundary."""

    def evolve(self, event: Event) -> Self:
        """The state after one more event."""


class Command(msgspec.Struct, frozen=True):
    """A wish. Time, ids and chance arrive in it, so that deciding stays pure.

    Where `opens_sealed` is False, deciding looks at no personal field, and thousands need not be deciphered.
    """

    opens_sealed: ClassVar[bool] = True

    def boundary(self) -> Boundary:
        """Which events this decision depends on; nothing relevant may be added before its own."""
        raise NotImplementedError

    def initial(self) -> State:
        """The state before any event."""
        raise NotImplementedError

    def decide(self, state: State) -> Sequence[Event]:
        """The events that follow; none where the wish is already so. Raises Refused."""
        raise NotImplementedError


def within(boundary: Boundary, event: Event, tags: frozenset[str]) -> bool:
    """Whether an event with these tags lies inside a boundary."""
    return any(isinstance(event, clause.types) and tags.issuperset(clause.tags) for clause in boundary)


def fold(command: Command, events: Iterable[Event]) -> State:
    """The command's state after the given events of its boundary."""
    state = command.initial()
    for event in events:
        state = state.evolve(event)
    return state
