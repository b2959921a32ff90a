"""Making a clip after somebody else's: the lineage is kept, a block, a withdrawal or a missing consent bars it."""

import msgspec

from domain.consent import CastWish
from domain.decider import Boundary, Clause
from domain.decisions.generations import RequestGeneration, RequestState
from domain.errors import Blocked, CastIncomplete, ClipUnknown, ClipWithdrawnAlready
from domain.events import (
    Casting,
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationRequested,
    PersonBlocked,
    PersonUnblocked,
)
from domain.ids import ClipId, PersonId


class RemixState(msgspec.Struct, frozen=True):
    """What bears on the request, and the standing of the clip that is remixed."""

    source_id: ClipId
    source_maker_id: PersonId
    maker_id: PersonId
    request: RequestState
    published: bool = False
    withdrawn: bool = False
    source_cast: tuple[Casting, ...] = ()
    blocks: frozenset[PersonId] = frozenset()

    def evolve(self, event: Event) -> "RemixState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        state = replace(self, request=self.request.evolve(event))
        pair = {self.maker_id, self.source_maker_id}
        match event:
            case ClipPublished(clip_id=self.source_id, maker_id=maker_id, cast=cast):
                # A remix of it carries its tag too. A wrong maker would be asked for the wrong blocks.
                return replace(state, published=maker_id == self.source_maker_id, source_cast=cast)
            case ClipWithdrawn(clip_id=self.source_id):
                return replace(state, withdrawn=True)
            # Blocks between others come along where a cameo is cast.
            case PersonBlocked(blocker_id=blocker, blocked_id=blocked) if {blocker, blocked} == pair:
                return replace(state, blocks=self.blocks | {blocker})
            case PersonUnblocked(blocker_id=blocker, blocked_id=blocked) if {blocker, blocked} == pair:
                return replace(state, blocks=self.blocks - {blocker})
        return state


class RemixClip(RequestGeneration, kw_only=True):
    """Ask for a clip after a published one; `source_maker_id` is held against the log.

    Whoever is cast in the source is cast in the remix, and must allow this maker to remix them.
    """

    source_id: ClipId
    source_maker_id: PersonId

    def boundary(self) -> Boundary:
        clauses = [*super().boundary(), Clause((ClipPublished, ClipWithdrawn), (self.source_id,))]
        if self.source_maker_id != self.maker_id:
            between = (self.maker_id, self.source_maker_id)
            clauses.append(Clause((PersonBlocked, PersonUnblocked), between))
        return tuple(clauses)

    def initial(self) -> RemixState:
        return RemixState(self.source_id, self.source_maker_id, self.maker_id, super().initial())

    def decide(self, state: RemixState) -> tuple[Event, ...]:
        if not state.published:
            raise ClipUnknown
        if self.maker_id in state.blocks:
            raise Blocked
        if state.blocks:  # whoever was shut out does not learn it
            raise ClipUnknown
        if state.withdrawn:
            raise ClipWithdrawnAlready
        inherited = {casting.cameo_id: casting for casting in state.source_cast}
        if not all(_covered(casting, self.cast) for casting in inherited.values()):
            raise CastIncomplete
        (decided,) = super().decide(state.request)
        if not isinstance(decided, GenerationRequested):
            return (decided,)
        cast = tuple(_after(casting, inherited.get(casting.cameo_id)) for casting in decided.cast)
        return (msgspec.structs.replace(decided, cast=cast),)

    def _requested(self, castings: tuple[Casting, ...]) -> GenerationRequested:
        return msgspec.structs.replace(super()._requested(castings), remix_of=self.source_id)


def _covered(inherited: Casting, wishes: tuple[CastWish, ...]) -> bool:
    """Whether the wishes ask for all that the source's casting takes, and for remixing it."""
    needed = {*inherited.uses, "remix"}
    return any(wish.cameo_id == inherited.cameo_id and needed <= {*wish.uses} for wish in wishes)


def _after(casting: Casting, inherited: Casting | None) -> Casting:
    """A remix's casting, which stands and falls with the source's grants too."""
    if inherited is None:
        return casting
    grant_ids = tuple(dict.fromkeys((*inherited.grant_ids, *casting.grant_ids)))
    by_rule = bool(grant_ids) and not casting.grant_ids  # else its use would count under no offer at all
    return msgspec.structs.replace(casting, grant_ids=grant_ids, by_rule=by_rule)
