"""Between people and clips: like, comment, report."""

import msgspec

from domain.caps import CapsState, caps_boundary
from domain.decider import Boundary, Clause, Command
from domain.errors import ClipUnknown, CommentUnknown, ContactClosed, TextEmpty, TextTooLong
from domain.events import (
    ClipCommented,
    ClipLiked,
    ClipPublished,
    ClipReported,
    ClipUnliked,
    CommentRemoved,
    Event,
    PersonFollowed,
    PersonUnfollowed,
    ReportReason,
)
from domain.ids import ClipId, CommentId, PersonId, ReportId
from domain.limits import COMMENT_CHARS_MAX, REPORT_NOTE_CHARS_MAX
from domain.shown_clip import ShownClip, shown_boundary
from domain.text import tidy


class _ClipReaction(Command):
    """A wish of a person about a published clip; `maker_id` is looked up before, and held against the log."""

    clip_id: ClipId
    maker_id: PersonId
    person_id: PersonId

    def boundary(self) -> Boundary:
        return shown_boundary(self.clip_id, self.maker_id, self.person_id)

    def initial(self) -> ShownClip:
        return ShownClip(self.clip_id, self.maker_id, self.person_id)


class LikeState(msgspec.Struct, frozen=True):
    """What a like must know: of the clip, and whether it stands already."""

    clip: ShownClip
    liked: bool = False

    def evolve(self, event: Event) -> "LikeState":
        """The state after one more event."""
        match event:
            case ClipLiked():
                return LikeState(self.clip, liked=True)
            case ClipUnliked():
                return LikeState(self.clip, liked=False)
        return LikeState(self.clip.evolve(event), self.liked)


class _LikeCommand(_ClipReaction):
    """A wish about one's own like of a clip."""

    def boundary(self) -> Boundary:
        return (*super().boundary(), Clause((ClipLiked, ClipUnliked), (self.clip_id, self.person_id)))

    def initial(self) -> LikeState:
        return LikeState(super().initial())


class LikeClip(_LikeCommand):
    """Say that a clip is liked."""

    def decide(self, state: LikeState) -> tuple[Event, ...]:
        state.clip.check()
        return () if state.liked else (ClipLiked(clip_id=self.clip_id, person_id=self.person_id),)


class UnlikeClip(_LikeCommand):
    """Take a like back; possible as long as the like stands, whatever became of the clip."""

    def decide(self, state: LikeState) -> tuple[Event, ...]:
        if not state.clip.published:
            raise ClipUnknown
        if not state.liked:
            if state.clip.blockers - {self.person_id}:  # whoever was shut out does not learn it
                raise ClipUnknown
            return ()
        return (ClipUnliked(clip_id=self.clip_id, person_id=self.person_id),)


class CommentState(msgspec.Struct, frozen=True):
    """What a comment must know: of the clip, of the maker's guardian, and of who follows whom."""

    clip: ShownClip
    caps: CapsState
    followers: frozenset[PersonId] = frozenset()

    def evolve(self, event: Event) -> "CommentState":
        """The state after one more event."""
        match event:
            case PersonFollowed(follower_id=follower_id):
                followers = self.followers | {follower_id}
            case PersonUnfollowed(follower_id=follower_id):
                followers = self.followers - {follower_id}
            case _:
                followers = self.followers
        return CommentState(self.clip.evolve(event), self.caps.evolve(event), followers)

    def lets_write(self, person_id: PersonId) -> bool:
        """Whether the maker's guardian lets this person write to them."""
        contact, is_mutual = self.caps.caps.contact, len(self.followers) == 2
        return (
            person_id == self.clip.maker_id or contact == "everyone" or (contact == "mutuals" and is_mutual)
        )


class CommentClip(_ClipReaction):
    """Write under a clip; where the maker has a guardian, theirs is the word on who may."""

    comment_id: CommentId
    text: str

    def boundary(self) -> Boundary:
        clauses = (*super().boundary(), *caps_boundary(self.maker_id))
        if self.person_id == self.maker_id:
            return clauses
        return (*clauses, Clause((PersonFollowed, PersonUnfollowed), (self.person_id, self.maker_id)))

    def initial(self) -> CommentState:
        return CommentState(super().initial(), CapsState(self.maker_id))

    def decide(self, state: CommentState) -> tuple[Event, ...]:
        state.clip.check()
        if not state.lets_write(self.person_id):
            raise ContactClosed
        text = _text(self.text, COMMENT_CHARS_MAX)
        return (
            ClipCommented(
                comment_id=self.comment_id, clip_id=self.clip_id, person_id=self.person_id, text=text
            ),
        )


class ReportClip(_ClipReaction):
    """Ask the reviewers to look; a block does not keep one from reporting."""

    report_id: ReportId
    reason: ReportReason
    note: str | None = None

    def decide(self, state: ShownClip) -> tuple[Event, ...]:
        if not state.published:
            raise ClipUnknown
        note = None if self.note is None else _text(self.note, REPORT_NOTE_CHARS_MAX)
        return (
            ClipReported(
                report_id=self.report_id,
                clip_id=self.clip_id,
                reporter_id=self.person_id,
                reason=self.reason,
                note=note,
            ),
        )


class _CommentState(msgspec.Struct, frozen=True):
    clip_id: ClipId
    maker_id: PersonId | None = None
    writer_id: PersonId | None = None
    removed: bool = False

    def evolve(self, event: Event) -> "_CommentState":
        match event:
            case ClipPublished(clip_id=clip_id, maker_id=maker_id) if clip_id == self.clip_id:
                return msgspec.structs.replace(self, maker_id=maker_id)
            case ClipCommented(person_id=person_id):
                return msgspec.structs.replace(self, writer_id=person_id)
            case CommentRemoved():
                return msgspec.structs.replace(self, removed=True)
        return self


class RemoveComment(Command):
    """Take a comment down: its writer may, and the clip's maker may."""

    comment_id: CommentId
    clip_id: ClipId
    remover_id: PersonId

    def boundary(self) -> Boundary:
        return (
            Clause((ClipCommented, CommentRemoved), (self.comment_id, self.clip_id)),
            Clause((ClipPublished,), (self.clip_id,)),
        )

    def initial(self) -> _CommentState:
        return _CommentState(self.clip_id)

    def decide(self, state: _CommentState) -> tuple[Event, ...]:
        if state.writer_id is None or self.remover_id not in (state.writer_id, state.maker_id):
            raise CommentUnknown
        if state.removed:
            return ()
        return (CommentRemoved(comment_id=self.comment_id, clip_id=self.clip_id, remover_id=self.remover_id),)


def _text(text: str, chars_max: int) -> str:
    text = tidy(text)
    if not text:
        raise TextEmpty
    if len(text) > chars_max:
        raise TextTooLong
    return text
