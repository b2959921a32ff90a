"""Given events, when a command, then events or a refusal; nothing given or decided may slip its boundary."""

from collections.abc import Iterable

import msgspec
import pytest

from domain.codec import Codec
from domain.decider import Command, fold, within
from domain.decisions.accounts import IssueAccess, JoinByInvite
from domain.decisions.passkeys import EnterByPasskey
from domain.decisions.reactions import CommentClip, ReportClip
from domain.decisions.recovery import RecoverAccount
from domain.decisions.waiting import BeginWaiting
from domain.errors import Refused
from domain.events import (
    AccessIssued,
    AccountRecovered,
    ClipCommented,
    ClipReported,
    Event,
    InviteIssued,
    RecoveryCodeSet,
    WaitingBegun,
)
from tests.sealers import OpenSealer

# A conditional append is safe only where the event that changes the state lies inside the decision's own
# boundary: else two racers who read the same state both win. These events may lie outside, and why:
UNGUARDED: dict[tuple[type[Command], type[Event]], str] = {
    (JoinByInvite, AccessIssued): "its id is fresh, and no rule counts a person's tokens",
    (JoinByInvite, InviteIssued): "their ids are fresh, and whoever issues them joins in the same append",
    (BeginWaiting, WaitingBegun): "its id is fresh, and no rule counts who waits",
    (JoinByInvite, RecoveryCodeSet): "whose it is joins in the same append",
    (RecoverAccount, AccessIssued): "its id is fresh, and the code that is spent for it lies within",
    (RecoverAccount, AccountRecovered): "the code that is spent for it lies within",
    (EnterByPasskey, AccessIssued): "its id is fresh, and the passkey that lets in lies within",
    (IssueAccess, AccessIssued): "its id is fresh, and no rule counts a person's tokens",
    (CommentClip, ClipCommented): "its id is fresh, and no comment bars another",
    (ReportClip, ClipReported): "its id is fresh, and no report bars another",
}

_CODEC = Codec(OpenSealer())


class Stray(AssertionError):
    """An event lies outside the boundary of the decision that is tested."""


class Given:
    """What stands in the log."""

    def __init__(self, events: tuple[Event, ...]) -> None:
        self._events = events

    def when(self, command: Command) -> "When":
        """Hands the command to be judged. Raises Stray where it would never be shown a given event."""
        for event in self._events:
            if not is_within(command, event):
                raise Stray(f"{type(command).__name__} never reads {event}")
        return When(self._events, command)


class When:
    """A command on what stands in the log."""

    def __init__(self, events: tuple[Event, ...], command: Command) -> None:
        self._events = events
        self._command = command

    def then(self, *expected: Event) -> None:
        """Fails unless exactly these events follow. Raises Stray for one that two racers could both add."""
        decided = self.decided()
        assert decided == expected
        assert_guarded(self._command, decided)

    def refused(self, error: type[Refused]) -> None:
        """Fails unless the command is refused for exactly this reason."""
        with pytest.raises(Refused) as refusal:
            self.decided()
        assert refusal.type is error

    def decided(self) -> tuple[Event, ...]:
        """The events that follow. Raises Refused."""
        return tuple(self._command.decide(fold(self._command, self._events)))


def given(*events: Event) -> Given:
    """Begins a sentence: what stands in the log, in order."""
    return Given(events)


def is_within(command: Command, event: Event) -> bool:
    """Whether the command's boundary holds the event."""
    return within(command.boundary(), event, frozenset(_CODEC.tags(event)))


def assert_guarded(command: Command, decided: Iterable[Event]) -> None:
    """Raises Stray where a decided event lies outside the boundary and has no reason to."""
    for event in decided:
        if not is_within(command, event) and (type(command), type(event)) not in UNGUARDED:
            raise Stray(f"{type(command).__name__} adds {type(event).__name__} that its own boundary misses")


def but(value: msgspec.Struct, **changes: object) -> msgspec.Struct:
    """The same command or event with some fields changed."""
    return msgspec.structs.replace(value, **changes)
