"""A published clip as one person may use it: whether it stands, and whether a block lies between them."""

import msgspec

from domain.decider import Boundary, Clause
from domain.errors import Blocked, ClipUnknown, ClipWithdrawnAlready
from domain.events import Casting, ClipPublished, ClipWithdrawn, Event, PersonBlocked, PersonUnblocked
from domain.ids import ClipId, PersonId


class ShownClip(msgspec.Struct, frozen=True):
    """Where a clip stands before a person; `maker_id` is looked up before, and held against the log."""

    clip_id: ClipId
    maker_id: PersonId
    person_id: PersonId
    published: bool = False
    withdrawn: bool = False
    cast: tuple[Casting, ...] = ()
    blockers: frozenset[PersonId] = frozenset()

    def evolve(self, event: Event) -> "ShownClip":
        """The clip after one more event of any boundary."""
        replace = msgspec.structs.replace
        pair = {self.person_id, self.maker_id}
        match event:
            case ClipPublished(clip_id=self.clip_id, maker_id=maker_id, cast=cast):
                # A remix of it carries its tag too. A wrong maker would be asked for the wrong blocks.
                return replace(self, published=maker_id == self.maker_id, withdrawn=False, cast=cast)
            case ClipWithdrawn(clip_id=self.clip_id):
                return replace(self, withdrawn=True)
            # Blocks between others come along where a cameo is cast.
            case PersonBlocked(blocker_id=blocker, blocked_id=blocked) if {blocker, blocked} == pair:
                return replace(self, blockers=self.blockers | {blocker})
            case PersonUnblocked(blocker_id=blocker, blocked_id=blocked) if {blocker, blocked} == pair:
                return replace(self, blockers=self.blockers - {blocker})
        return self

    def check(self) -> None:
        """Raises ClipUnknown, Blocked or ClipWithdrawnAlready where the person may not use the clip."""
        if not self.published:
            raise ClipUnknown
        if self.person_id in self.blockers:
            raise Blocked
        if self.blockers:  # whoever was shut out does not learn it
            raise ClipUnknown
        if self.withdrawn:
            raise ClipWithdrawnAlready


def shown_boundary(clip_id: ClipId, maker_id: PersonId, person_id: PersonId) -> Boundary:
    """The events that decide on whether a person may use a clip; nobody blocks themselves."""
    clip = Clause((ClipPublished, ClipWithdrawn), (clip_id,))
    blocks = Clause((PersonBlocked, PersonUnblocked), (person_id, maker_id))
    return (clip,) if person_id == maker_id else (clip, blocks)
