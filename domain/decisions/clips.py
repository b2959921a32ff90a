"""What becomes of a finished clip: its maker shows it or takes it down; an appeal puts it back."""

from datetime import datetime

import msgspec

from domain.consent import CastWish
from domain.decider import Boundary, Clause, Command
from domain.errors import (
    ClipPublishedAlready,
    ClipUnfinished,
    ClipUnknown,
    ClipWithdrawnAlready,
    TextTooLong,
)
from domain.events import (
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationCompleted,
    GenerationRefused,
    GenerationRequested,
    WithdrawalCause,
)
from domain.gate import MODERATED, PERSON_NAMED, Cast, Kept, cast_boundary, cast_of, judged, refusal
from domain.ids import CameoId, ClipId, PersonId, RefusalId
from domain.limits import CAPTION_CHARS_MAX
from domain.text import tidy


class ClipState(msgspec.Struct, frozen=True):
    """Where one clip stands, and the consent of its cast; other clips' events are passed over."""

    clip_id: ClipId
    cast: Cast
    requested: GenerationRequested | None = None
    completed: bool = False
    published: bool = False
    withdrawn: WithdrawalCause | None = None

    def evolve(self, event: Event) -> "ClipState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        state = replace(self, cast=self.cast.evolve(event))
        match event:  # events of its remixes carry its tag too
            case GenerationRequested(clip_id=self.clip_id):
                return replace(state, requested=event)
            case GenerationCompleted(clip_id=self.clip_id):
                return replace(state, completed=True)
            case ClipPublished(clip_id=self.clip_id):
                return replace(state, published=True, withdrawn=None)
            case ClipWithdrawn(clip_id=self.clip_id, cause=cause):
                return replace(state, withdrawn=cause)
        return state


class _ClipCommand(Command):
    """A wish of the maker about a clip of theirs."""

    clip_id: ClipId
    maker_id: PersonId

    def boundary(self) -> Boundary:
        kinds = (GenerationRequested, GenerationCompleted, ClipPublished, ClipWithdrawn)
        return (Clause(kinds, (self.clip_id,)),)

    def initial(self) -> ClipState:
        return ClipState(self.clip_id, Cast(()))

    def _own_clip(self, state: ClipState) -> GenerationRequested:
        # A stranger learns nothing, not even that the clip exists.
        if state.requested is None or state.requested.maker_id != self.maker_id:
            raise ClipUnknown
        if not state.completed:
            raise ClipUnfinished
        return state.requested


class PublishClip(_ClipCommand, kw_only=True):
    """Show a draft to the community, once; `cast` is what its request says, read before.

    `named` are the real people whom the caption names. Where it names one, or where somebody in the clip
    consents no longer, what follows is the fact of a refusal, and the draft stays one.
    """

    refusal_id: RefusalId
    at: datetime
    caption: str | None = None
    cast: tuple[CastWish, ...] = ()
    named: tuple[str, ...] = ()

    def boundary(self) -> Boundary:
        return (*super().boundary(), *cast_boundary(self.cast, self.maker_id))

    def initial(self) -> ClipState:
        return ClipState(self.clip_id, cast_of(self.cast, self.maker_id))

    def decide(self, state: ClipState) -> tuple[Event, ...]:
        requested = self._own_clip(state)
        self._check_place(state)
        caption = tidy(self.caption or "") or None
        if caption is not None and len(caption) > CAPTION_CHARS_MAX:
            raise TextTooLong
        if requested.cameo_ids != tuple(wish.cameo_id for wish in self.cast):
            raise ClipUnknown  # consent was asked of others than this clip casts
        wishes = self.cast if caption is None else tuple(_with_caption(wish) for wish in self.cast)
        found = judged(state.cast, wishes, self.at, requested.job_id)
        if isinstance(found, Kept):
            denial, whose = found.denial, (found.cameo_id,)
            return (self._refused(requested, denial.rule, denial.evidence, whose, caption),)
        if self.named:
            return (self._refused(requested, PERSON_NAMED, ", ".join(self.named), (), caption),)
        return (
            ClipPublished(
                clip_id=self.clip_id,
                maker_id=self.maker_id,
                caption=caption,
                remix_of=requested.remix_of,
                cameo_ids=requested.cameo_ids,
                cast=requested.cast,
            ),
        )

    def _check_place(self, state: ClipState) -> None:
        """Raises what keeps a clip from being shown, wherever consent is."""
        if state.withdrawn is not None:
            raise ClipWithdrawnAlready
        if state.published:
            raise ClipPublishedAlready

    def _refused(
        self,
        requested: GenerationRequested,
        rule: str,
        evidence: str,
        whose: tuple[CameoId, ...],
        caption: str | None,
    ) -> GenerationRefused:
        return refusal(self.refusal_id, requested, "publish", rule, evidence, whose, caption)


def _with_caption(wish: CastWish) -> CastWish:
    """The wish of a clip with a caption; one that nobody read counts as unread."""
    return msgspec.structs.replace(wish, captioned=wish.captioned or ())


class RestoreClip(PublishClip):
    """Show a clip again that a reviewer took down, where everybody in it consents at this moment.

    Whatever ended consent meanwhile has reached it while it was down, and keeps it there for good.
    """

    def _check_place(self, state: ClipState) -> None:
        if state.withdrawn is None:
            raise ClipPublishedAlready
        if state.withdrawn != MODERATED:
            raise ClipWithdrawnAlready


class WithdrawClip(_ClipCommand):
    """Take a clip or draft down for good; one that a reviewer took down is then put back by no appeal."""

    def decide(self, state: ClipState) -> tuple[Event, ...]:
        requested = self._own_clip(state)
        if state.withdrawn not in (None, MODERATED):
            return ()
        return (
            ClipWithdrawn(
                clip_id=self.clip_id, maker_id=self.maker_id, cause="maker", cameo_ids=requested.cameo_ids
            ),
        )
