"""Making a clip after somebody else's: the lineage is kept, a block or a withdrawal bars it."""

import msgspec

from domain.decider import Boundary, Clause
from domain.decisions.generations import AllowanceState, RequestGeneration
from domain.errors import Blocked, ClipUnknown, ClipWithdrawnAlready
from domain.events import ClipPublished, ClipWithdrawn, Event, PersonBlocked, PersonUnblocked
from domain.ids import ClipId, PersonId


class RemixState(msgspec.Struct, frozen=True):
    """The maker's allowance and the standing of the clip that is remixed."""

    source_id: ClipId
    source_maker_id: PersonId
    allowance: AllowanceState = AllowanceState()
    published: bool = False
    withdrawn: bool = False
    blocks: frozenset[tuple[PersonId, PersonId]] = frozenset()

    def evolve(self, event: Event) -> "RemixState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case ClipPublished(clip_id=clip_id, maker_id=maker_id) if clip_id == self.source_id:
                # A remix of it carries its tag too. A wrong maker would be asked for the wrong blocks.
                return replace(self, published=maker_id == self.source_maker_id)
            case ClipWithdrawn(clip_id=clip_id) if clip_id == self.source_id:
                return replace(self, withdrawn=True)
            case PersonBlocked(blocker_id=blocker, blocked_id=blocked):
                return replace(self, blocks=self.blocks | {(blocker, blocked)})
            case PersonUnblocked(blocker_id=blocker, blocked_id=blocked):
                return replace(self, blocks=self.blocks - {(blocker, blocked)})
        return replace(self, allowance=self.allowance.evolve(event))


class RemixClip(RequestGeneration):
    """Ask for a clip after a published one; `source_maker_id` is held against the log."""

    source_id: ClipId
    source_maker_id: PersonId

    def boundary(self) -> Boundary:
        clauses = [*super().boundary(), Clause((ClipPublished, ClipWithdrawn), (self.source_id,))]
        if self.source_maker_id != self.maker_id:
            between = (self.maker_id, self.source_maker_id)
            clauses.append(Clause((PersonBlocked, PersonUnblocked), between))
        return tuple(clauses)

    def initial(self) -> RemixState:
        return RemixState(self.source_id, self.source_maker_id)

    def decide(self, state: RemixState) -> tuple[Event, ...]:
        if not state.published:
            raise ClipUnknown
        if (self.maker_id, self.source_maker_id) in state.blocks:
            raise Blocked
        if state.blocks:  # whoever was shut out does not learn it
            raise ClipUnknown
        if state.withdrawn:
            raise ClipWithdrawnAlready
        (requested,) = super().decide(state.allowance)
        return (msgspec.structs.replace(requested, remix_of=self.source_id),)
