"""The code that lets a person back in who lost every device: one stands at a time, and it serves once."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import PersonUnknown, RecoveryWrong
from domain.events import (
    AccessIssued,
    AccountRecovered,
    Client,
    Event,
    PersonErased,
    PersonJoined,
    RecoveryCodeSet,
)
from domain.ids import AccessId, PersonId


class RecoveryState(msgspec.Struct, frozen=True):
    """Whether somebody is a member, and the digest of the code that stands."""

    member: bool = False
    digest: str | None = None

    def evolve(self, event: Event) -> "RecoveryState":
        """The state after one more event."""
        match event:
            case PersonJoined():
                return msgspec.structs.replace(self, member=True)
            case RecoveryCodeSet(digest=digest):
                return msgspec.structs.replace(self, digest=digest)
            case PersonErased():
                return RecoveryState()
        return self


def recovery_boundary(person_id: PersonId) -> Boundary:
    """The events that decide which code of a person's stands."""
    return (Clause((PersonJoined, PersonErased, RecoveryCodeSet), (person_id,)),)


class SetRecoveryCode(Command):
    """Takes a new code; the one before is worth nothing from then on."""

    person_id: PersonId
    digest: str

    def boundary(self) -> Boundary:
        return recovery_boundary(self.person_id)

    def initial(self) -> RecoveryState:
        return RecoveryState()

    def decide(self, state: RecoveryState) -> tuple[Event, ...]:
        if not state.member:
            raise PersonUnknown
        return (RecoveryCodeSet(person_id=self.person_id, digest=self.digest),)


class RecoverAccount(Command):
    """Lets somebody in by their code, which was compared to `spent_digest` outside, and gives them another one."""

    person_id: PersonId
    spent_digest: str
    digest: str
    access_id: AccessId
    secret_digest: str
    client: Client = "native"

    def boundary(self) -> Boundary:
        return recovery_boundary(self.person_id)

    def initial(self) -> RecoveryState:
        return RecoveryState()

    def decide(self, state: RecoveryState) -> tuple[Event, ...]:
        if state.digest != self.spent_digest:  # spent meanwhile, or its person has left
            raise RecoveryWrong
        return (
            AccountRecovered(person_id=self.person_id, access_id=self.access_id),
            AccessIssued(
                access_id=self.access_id,
                person_id=self.person_id,
                secret_digest=self.secret_digest,
                client=self.client,
            ),
            RecoveryCodeSet(person_id=self.person_id, digest=self.digest),
        )
