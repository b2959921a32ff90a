"""Making a clip after somebody else's: the lineage is kept, a block, a withdrawal or a missing consent bars it."""

import msgspec

from domain.consent import CastWish
from domain.decider import Boundary
from domain.decisions.generations import RequestGeneration, RequestState
from domain.errors import CastIncomplete
from domain.events import Casting, Event, GenerationRequested
from domain.ids import ClipId, PersonId
from domain.shown_clip import ShownClip, shown_boundary


class RemixState(msgspec.Struct, frozen=True):
    """What bears on the request, and the clip that is remixed."""

    request: RequestState
    source: ShownClip

    def evolve(self, event: Event) -> "RemixState":
        """The state after one more event."""
        return RemixState(self.request.evolve(event), self.source.evolve(event))


class RemixClip(RequestGeneration, kw_only=True):
    """Ask for a clip after a published one; `source_maker_id` is held against the log.

    Whoever is cast in the source is cast in the remix, and must allow this maker to remix them.
    """

    source_id: ClipId
    source_maker_id: PersonId

    def boundary(self) -> Boundary:
        return (
            *super().boundary(),
            *shown_boundary(self.source_id, self.source_maker_id, self.maker_id),
        )

    def initial(self) -> RemixState:
        source = ShownClip(self.source_id, self.source_maker_id, self.maker_id)
        return RemixState(super().initial(), source)

    def decide(self, state: RemixState) -> tuple[Event, ...]:
        state.source.check()
        inherited = {casting.cameo_id: casting for casting in state.source.cast}
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
