"""The operator's word on who is a reviewer and who an auditor."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import PersonUnknown, RoleNotForTeens
from domain.events import (
    AgeBand,
    Event,
    PersonCameOfAge,
    PersonErased,
    PersonJoined,
    Role,
    RoleGiven,
    RoleTaken,
)
from domain.ids import PersonId
from domain.roles import Roles, role_boundary


class _RoleState(msgspec.Struct, frozen=True):
    roles: Roles
    age_band: AgeBand | None = None

    def evolve(self, event: Event) -> "_RoleState":
        band = self.age_band
        match event:
            case PersonJoined(age_band=joined_as):
                band = joined_as
            case PersonCameOfAge():
                band = "adult"
            case PersonErased():
                band = None
        return _RoleState(self.roles.evolve(event), band)


class _RoleCommand(Command):
    """A wish about one role of one member."""

    person_id: PersonId
    role: Role

    def boundary(self) -> Boundary:
        return (Clause((PersonJoined, PersonCameOfAge), (self.person_id,)), *role_boundary(self.person_id))

    def initial(self) -> _RoleState:
        return _RoleState(Roles(self.person_id))


class GiveRole(_RoleCommand):
    """Make a member a reviewer or an auditor; what these must look at is not for teens."""

    def decide(self, state: _RoleState) -> tuple[Event, ...]:
        if state.age_band is None:
            raise PersonUnknown
        if state.age_band == "teen":
            raise RoleNotForTeens
        if self.role in state.roles.held:
            return ()
        return (RoleGiven(person_id=self.person_id, role=self.role),)


class TakeRole(_RoleCommand):
    """Take a role back."""

    def decide(self, state: _RoleState) -> tuple[Event, ...]:
        if self.role not in state.roles.held:
            return ()
        return (RoleTaken(person_id=self.person_id, role=self.role),)
