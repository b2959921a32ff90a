"""What its maker does with a finished clip: show it, take it down."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import (
    ClipPublishedAlready,
    ClipUnfinished,
    ClipUnknown,
    ClipWithdrawnAlready,
    TextTooLong,
)
from domain.events import ClipPublished, ClipWithdrawn, Event, GenerationCompleted, GenerationRequested
from domain.ids import ClipId, PersonId
from domain.limits import CAPTION_CHARS_MAX
from domain.text import tidy


class ClipState(msgspec.Struct, frozen=True):
    """Where one clip stands; events of its remixes carry its tag too and are passed over."""

    clip_id: ClipId
    requested: GenerationRequested | None = None
    completed: bool = False
    published: bool = False
    withdrawn: bool = False

    def evolve(self, event: Event) -> "ClipState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        if event.clip_id != self.clip_id:
            return self
        match event:
            case GenerationRequested():
                return replace(self, requested=event)
            case GenerationCompleted():
                return replace(self, completed=True)
            case ClipPublished():
                return replace(self, published=True)
            case ClipWithdrawn():
                return replace(self, withdrawn=True)
        return self


class _ClipCommand(Command):
    """A wish of the maker about a clip of theirs."""

    clip_id: ClipId
    maker_id: PersonId

    def boundary(self) -> Boundary:
        kinds = (GenerationRequested, GenerationCompleted, ClipPublished, ClipWithdrawn)
        return (Clause(kinds, (self.clip_id,)),)

    def initial(self) -> ClipState:
        return ClipState(self.clip_id)

    def _own_clip(self, state: ClipState) -> GenerationRequested:
        # A stranger learns nothing, not even that the clip exists.
        if state.requested is None or state.requested.maker_id != self.maker_id:
            raise ClipUnknown
        if not state.completed:
            raise ClipUnfinished
        return state.requested


class PublishClip(_ClipCommand):
    """Show a draft to the community, once."""

    caption: str | None = None

    def decide(self, state: ClipState) -> tuple[Event, ...]:
        requested = self._own_clip(state)
        if state.withdrawn:
            raise ClipWithdrawnAlready
        if state.published:
            raise ClipPublishedAlready
        caption = tidy(self.caption or "") or None
        if caption is not None and len(caption) > CAPTION_CHARS_MAX:
            raise TextTooLong
        return (
            ClipPublished(
                clip_id=self.clip_id,
                maker_id=self.maker_id,
                caption=caption,
                remix_of=requested.remix_of,
            ),
        )


class WithdrawClip(_ClipCommand):
    """Take a clip or draft down for good."""

    def decide(self, state: ClipState) -> tuple[Event, ...]:
        self._own_clip(state)
        if state.withdrawn:
            return ()
        return (ClipWithdrawn(clip_id=self.clip_id, maker_id=self.maker_id, cause="maker"),)
