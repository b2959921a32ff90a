"""What a guardian had approved, once nobody stands by it any more: it is revoked, and what was made by it goes."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.events import (
    CameoErased,
    CameoGranted,
    ConsentRevoked,
    Event,
    GrantApproved,
    GuardianLinked,
    GuardianUnlinked,
    PersonCameOfAge,
)
from domain.ids import CameoId, GrantId, LinkId, PersonId, RevocationId


class _LapseState(msgspec.Struct, frozen=True):
    link_id: LinkId
    ended: GuardianUnlinked | None = None
    of_age: bool = False
    approved_by: dict[GrantId, LinkId] = {}

    def evolve(self, event: Event) -> "_LapseState":
        replace = msgspec.structs.replace
        match event:
            case GuardianUnlinked(link_id=self.link_id):
                return replace(self, ended=event)
            case PersonCameOfAge():
                return replace(self, of_age=True)
            case GrantApproved(grant_id=grant_id, link_id=link_id):
                return replace(self, approved_by=self.approved_by | {grant_id: link_id})
            case CameoErased() | ConsentRevoked(grant_id=None):
                return replace(self, approved_by={})
            case ConsentRevoked(grant_id=ended):
                kept = {grant: link for grant, link in self.approved_by.items() if grant != ended}
                return replace(self, approved_by=kept)
        return self


class LapseApprovals(Command):
    """Revoke a teen's grants that held by a link which ended; those that another guardian approved since stay.

    Whoever came of age needs nobody's approval: their grants stay theirs. `revocation_id` is numbered on.
    """

    revocation_id: RevocationId
    cameo_id: CameoId
    link_id: LinkId
    teen_id: PersonId

    def boundary(self) -> Boundary:
        return (
            Clause((CameoGranted, GrantApproved, ConsentRevoked, CameoErased), (self.cameo_id,)),
            Clause((GuardianLinked, GuardianUnlinked, PersonCameOfAge), (self.teen_id,)),
        )

    def initial(self) -> _LapseState:
        return _LapseState(self.link_id)

    def decide(self, state: _LapseState) -> tuple[Event, ...]:
        if state.ended is None or state.of_age:
            return ()
        lapsed = [grant for grant, link in state.approved_by.items() if link == self.link_id]
        return tuple(
            ConsentRevoked(
                revocation_id=RevocationId(f"{self.revocation_id}-{number}"),
                cameo_id=self.cameo_id,
                owner_id=self.teen_id,
                revoker_id=state.ended.ender_id,
                grant_id=grant,
            )
            for number, grant in enumerate(lapsed, 1)
        )
