"""Four invites each: given, taken back while unspent, given again."""

from typing import Literal

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import InvitesExhausted, InviteSpent, InviteUnknown, PersonUnknown
from domain.events import Event, InviteIssued, InviteVoided, PersonJoined
from domain.ids import InviteId, PersonId
from domain.limits import INVITES_PER_PERSON


class _FounderState(msgspec.Struct, frozen=True):
    issued: bool = False

    def evolve(self, event: Event) -> "_FounderState":  # noqa: ARG002 - any event here is the issuing
        return _FounderState(issued=True)


class IssueFounderInvite(Command):
    """The operator opens the door for a first or further founder."""

    invite_id: InviteId

    def boundary(self) -> Boundary:
        return (Clause((InviteIssued,), (self.invite_id,)),)

    def initial(self) -> _FounderState:
        return _FounderState()

    def decide(self, state: _FounderState) -> tuple[Event, ...]:
        return () if state.issued else (InviteIssued(invite_id=self.invite_id),)


class _QuotaState(msgspec.Struct, frozen=True):
    issuer_id: PersonId
    joined: bool = False
    standing_count: int = 0

    def evolve(self, event: Event) -> "_QuotaState":
        match event:
            case PersonJoined(person_id=person_id) if person_id == self.issuer_id:
                return msgspec.structs.replace(self, joined=True)
            case InviteIssued():
                return msgspec.structs.replace(self, standing_count=self.standing_count + 1)
            case InviteVoided():
                return msgspec.structs.replace(self, standing_count=self.standing_count - 1)
        return self


class IssueInvite(Command):
    """A member fills a place that a voided invite left free."""

    invite_id: InviteId
    issuer_id: PersonId

    def boundary(self) -> Boundary:
        return (Clause((PersonJoined, InviteIssued, InviteVoided), (self.issuer_id,)),)

    def initial(self) -> _QuotaState:
        return _QuotaState(self.issuer_id)

    def decide(self, state: _QuotaState) -> tuple[Event, ...]:
        if not state.joined:
            raise PersonUnknown
        if state.standing_count >= INVITES_PER_PERSON:
            raise InvitesExhausted
        return (InviteIssued(invite_id=self.invite_id, issuer_id=self.issuer_id),)


class _InviteState(msgspec.Struct, frozen=True):
    status: Literal["unknown", "standing", "voided", "spent"] = "unknown"
    issuer_id: PersonId | None = None

    def evolve(self, event: Event) -> "_InviteState":
        match event:
            case InviteIssued(issuer_id=issuer_id):
                return _InviteState("standing", issuer_id)
            case InviteVoided():
                return msgspec.structs.replace(self, status="voided")
            case PersonJoined():
                return msgspec.structs.replace(self, status="spent")
        return self


class VoidInvite(Command):
    """A member takes an unspent invite of theirs back."""

    invite_id: InviteId
    issuer_id: PersonId

    def boundary(self) -> Boundary:
        return (Clause((InviteIssued, InviteVoided, PersonJoined), (self.invite_id,)),)

    def initial(self) -> _InviteState:
        return _InviteState()

    def decide(self, state: _InviteState) -> tuple[Event, ...]:
        if state.status == "unknown" or state.issuer_id != self.issuer_id:
            raise InviteUnknown
        if state.status == "spent":
            raise InviteSpent
        if state.status == "voided":
            return ()
        return (InviteVoided(invite_id=self.invite_id, issuer_id=self.issuer_id),)
