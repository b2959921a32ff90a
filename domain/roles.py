"""Who is a reviewer or an auditor: folded inside the boundary of whatever decision needs the role."""

import msgspec

from domain.decider import Boundary, Clause
from domain.errors import RoleMissing
from domain.events import Event, PersonErased, Role, RoleGiven, RoleTaken
from domain.ids import PersonId


class Roles(msgspec.Struct, frozen=True):
    """The roles that one person holds."""

    person_id: PersonId
    held: frozenset[Role] = frozenset()

    def evolve(self, event: Event) -> "Roles":
        """The roles after one more event of any boundary; others' events change nothing."""
        match event:
            case RoleGiven(person_id=self.person_id, role=role):
                return Roles(self.person_id, self.held | {role})
            case RoleTaken(person_id=self.person_id, role=role):
                return Roles(self.person_id, self.held - {role})
            case PersonErased(person_id=self.person_id):
                return Roles(self.person_id)
        return self

    def demand(self, role: Role) -> None:
        """Raises RoleMissing where the person does not hold it."""
        if role not in self.held:
            raise RoleMissing


def role_boundary(person_id: PersonId) -> Boundary:
    """The events that decide on a person's roles."""
    return (Clause((RoleGiven, RoleTaken, PersonErased), (person_id,)),)
