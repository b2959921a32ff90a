"""Passkeys: a device's own lock as a way in, added by whoever is signed in and removed when they like."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import PasskeysFull, PasskeyUnknown, PersonUnknown
from domain.events import (
    AccessIssued,
    Client,
    Event,
    PasskeyAdded,
    PasskeyRemoved,
    PersonErased,
    PersonJoined,
)
from domain.ids import AccessId, PasskeyId, PersonId
from domain.limits import PASSKEYS_MAX


class PasskeyState(msgspec.Struct, frozen=True):
    """Whether somebody is a member, and the passkeys of theirs that stand."""

    member: bool = False
    standing: tuple[PasskeyAdded, ...] = ()

    def evolve(self, event: Event) -> "PasskeyState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case PersonJoined():
                return replace(self, member=True)
            case PasskeyAdded():
                return replace(self, standing=(*self.standing, event))
            case PasskeyRemoved(passkey_id=passkey_id):
                return replace(self, standing=tuple(k for k in self.standing if k.passkey_id != passkey_id))
            case PersonErased():
                return PasskeyState()
        return self

    def has(self, passkey_id: PasskeyId) -> bool:
        """Whether a passkey stands."""
        return any(each.passkey_id == passkey_id for each in self.standing)


def passkey_boundary(person_id: PersonId) -> Boundary:
    """The events that decide which passkeys of a person's stand."""
    return (Clause((PersonJoined, PersonErased, PasskeyAdded, PasskeyRemoved), (person_id,)),)


class _PasskeyCommand(Command, kw_only=True):
    passkey_id: PasskeyId
    person_id: PersonId

    def boundary(self) -> Boundary:
        return passkey_boundary(self.person_id)

    def initial(self) -> PasskeyState:
        return PasskeyState()


class AddPasskey(_PasskeyCommand, kw_only=True):
    """Takes a passkey that was checked outside: its credential's id and public key, both in base64url."""

    credential: str
    public_key: str

    def decide(self, state: PasskeyState) -> tuple[Event, ...]:
        if not state.member:
            raise PersonUnknown
        if len(state.standing) >= PASSKEYS_MAX:
            raise PasskeysFull
        added = PasskeyAdded(
            passkey_id=self.passkey_id,
            person_id=self.person_id,
            credential=self.credential,
            public_key=self.public_key,
        )
        return (added,)


class RemovePasskey(_PasskeyCommand, kw_only=True):
    """Lets a passkey sign nobody in any more."""

    def decide(self, state: PasskeyState) -> tuple[Event, ...]:
        if not state.has(self.passkey_id):
            raise PasskeyUnknown
        return (PasskeyRemoved(passkey_id=self.passkey_id, person_id=self.person_id),)


class EnterByPasskey(_PasskeyCommand, kw_only=True):
    """Lets somebody in by a passkey whose signature was checked outside."""

    access_id: AccessId
    secret_digest: str
    client: Client = "native"

    def decide(self, state: PasskeyState) -> tuple[Event, ...]:
        if not state.has(self.passkey_id):  # removed meanwhile, or its person has left
            raise PasskeyUnknown
        issued = AccessIssued(
            access_id=self.access_id,
            person_id=self.person_id,
            secret_digest=self.secret_digest,
            client=self.client,
        )
        return (issued,)
