"""What a guardian bounds for a teen, as it stands now: folded by every decision that a cap can refuse."""

import msgspec

from domain.decider import Boundary, Clause
from domain.events import Caps, CapsSet, Event, GuardianUnlinked
from domain.ids import LinkId, PersonId

UNBOUND = Caps()


class CapsState(msgspec.Struct, frozen=True):
    """The caps on one person; a person who is a guardian themselves is not bound by what they set for others."""

    person_id: PersonId
    caps: Caps = UNBOUND
    link_id: LinkId | None = None

    def evolve(self, event: Event) -> "CapsState":
        """The caps after one more event of any boundary; they end with the link under which they were set."""
        match event:
            case CapsSet(teen_id=self.person_id, link_id=link_id, caps=caps):
                return CapsState(self.person_id, caps, link_id)
            case GuardianUnlinked(link_id=self.link_id):
                return CapsState(self.person_id)
        return self


def caps_boundary(person_id: PersonId) -> Boundary:
    """The events that decide on a person's caps."""
    return (Clause((CapsSet, GuardianUnlinked), (person_id,)),)
