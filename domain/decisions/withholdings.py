"""A reviewer keeps a clip from the people of one country, for its law, and lets it be seen there again."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import ClipUnknown, OwnCase
from domain.events import ClipPublished, ClipReleased, ClipWithdrawn, ClipWithheld, Event
from domain.ids import ClipId, CountryId, PersonId
from domain.roles import Roles, role_boundary


class _WithheldState(msgspec.Struct, frozen=True):
    clip_id: ClipId
    reviewer: Roles
    published: ClipPublished | None = None
    withheld: bool = False

    def evolve(self, event: Event) -> "_WithheldState":
        replace = msgspec.structs.replace
        match event:
            case ClipPublished(clip_id=self.clip_id):  # a remix of it carries its tag too
                return replace(self, published=event)
            case ClipWithdrawn(clip_id=self.clip_id):
                return replace(self, published=None)
            case ClipWithheld():
                return replace(self, withheld=True)
            case ClipReleased():
                return replace(self, withheld=False)
        return replace(self, reviewer=self.reviewer.evolve(event))


class _WithholdingCommand(Command):
    """A reviewer's wish about a clip in a country; nobody decides on a clip of theirs, or of them."""

    clip_id: ClipId
    country_id: CountryId
    reviewer_id: PersonId

    def boundary(self) -> Boundary:
        return (
            Clause((ClipPublished, ClipWithdrawn), (self.clip_id,)),
            Clause((ClipWithheld, ClipReleased), (self.clip_id, self.country_id)),
            *role_boundary(self.reviewer_id),
        )

    def initial(self) -> _WithheldState:
        return _WithheldState(self.clip_id, Roles(self.reviewer_id))

    def _check(self, state: _WithheldState) -> None:
        state.reviewer.demand("reviewer")
        if state.published is None:
            raise ClipUnknown
        if self.reviewer_id in (state.published.maker_id, *(each.owner_id for each in state.published.cast)):
            raise OwnCase


class WithholdClip(_WithholdingCommand):
    """Keep a clip from everybody of a country but its maker and whom it depicts."""

    def decide(self, state: _WithheldState) -> tuple[Event, ...]:
        self._check(state)
        return () if state.withheld else (ClipWithheld(self.clip_id, self.country_id, self.reviewer_id),)


class ReleaseClip(_WithholdingCommand):
    """Let a clip be seen in a country again."""

    def decide(self, state: _WithheldState) -> tuple[Event, ...]:
        self._check(state)
        return (ClipReleased(self.clip_id, self.country_id, self.reviewer_id),) if state.withheld else ()
