"""Between people: follow and block; between people and clips: like, comment, report."""

import msgspec

from domain.caps import CapsState, caps_boundary
from domain.decider import Boundary, Clause, Command
from domain.errors import (
    Blocked,
    ClipUnknown,
    ClipWithdrawnAlready,
    CommentUnknown,
    ContactClosed,
    PersonUnknown,
    SelfReference,
    TextEmpty,
    TextTooLong,
)
from domain.events import (
    ClipCommented,
    ClipLiked,
    ClipPublished,
    ClipReported,
    ClipUnliked,
    ClipWithdrawn,
    CommentRemoved,
    Event,
    PersonBlocked,
    PersonFollowed,
    PersonJoined,
    PersonUnblocked,
    PersonUnfollowed,
    ReportReason,
)
from domain.ids import ClipId, CommentId, PersonId, ReportId
from domain.limits import COMMENT_CHARS_MAX, REPORT_NOTE_CHARS_MAX
from domain.text import tidy


class PairState(msgspec.Struct, frozen=True):
    """What stands between two people, seen from the first."""

    self_id: PersonId
    other_id: PersonId
    other_joined: bool = False
    follows: bool = False
    followed: bool = False
    blocks: bool = False
    blocked: bool = False
    other_caps: CapsState | None = None

    def evolve(self, event: Event) -> "PairState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case PersonJoined(person_id=person_id) if person_id == self.other_id:
                return replace(self, other_joined=True)
            case PersonFollowed(follower_id=by) | PersonUnfollowed(follower_id=by):
                now = isinstance(event, PersonFollowed)
                return replace(self, follows=now) if by == self.self_id else replace(self, followed=now)
            case PersonBlocked(blocker_id=by) | PersonUnblocked(blocker_id=by):
                now = isinstance(event, PersonBlocked)
                return replace(self, blocks=now) if by == self.self_id else replace(self, blocked=now)
        if self.other_caps is not None:
            return replace(self, other_caps=self.other_caps.evolve(event))
        return self


class _PairCommand(Command):
    """A wish of one person about another."""

    self_id: PersonId
    other_id: PersonId

    def boundary(self) -> Boundary:
        between = (PersonFollowed, PersonUnfollowed, PersonBlocked, PersonUnblocked)
        return (Clause((PersonJoined,), (self.other_id,)), Clause(between, (self.self_id, self.other_id)))

    def initial(self) -> PairState:
        return PairState(self.self_id, self.other_id)

    def _check(self, state: PairState) -> None:
        if self.self_id == self.other_id:
            raise SelfReference
        if not state.other_joined:
            raise PersonUnknown


class FollowPerson(_PairCommand):
    """Begin to see somebody's clips among friends.

    Where a guardian lets nobody come into contact with the other, nobody new follows them; "mutuals" must
    leave that open, for else nobody could become one.
    """

    def boundary(self) -> Boundary:
        return (*super().boundary(), *caps_boundary(self.other_id))

    def initial(self) -> PairState:
        return PairState(self.self_id, self.other_id, other_caps=CapsState(self.other_id))

    def decide(self, state: PairState) -> tuple[Event, ...]:
        self._check(state)
        if state.blocks:
            raise Blocked
        if state.blocked:  # whoever was shut out does not learn it
            raise PersonUnknown
        if state.follows:
            return ()
        if state.other_caps.caps.contact == "nobody":
            raise ContactClosed
        return (PersonFollowed(follower_id=self.self_id, followed_id=self.other_id),)


class UnfollowPerson(_PairCommand):
    """Cease to see somebody's clips among friends."""

    def decide(self, state: PairState) -> tuple[Event, ...]:
        self._check(state)
        if not state.follows:
            return ()
        return (PersonUnfollowed(follower_id=self.self_id, followed_id=self.other_id),)


class BlockPerson(_PairCommand):
    """Shut somebody out; what either follows of the other ends with it."""

    def decide(self, state: PairState) -> tuple[Event, ...]:
        self._check(state)
        if state.blocks:
            return ()
        events: list[Event] = [PersonBlocked(blocker_id=self.self_id, blocked_id=self.other_id)]
        if state.follows:
            events.append(PersonUnfollowed(follower_id=self.self_id, followed_id=self.other_id))
        if state.followed:
            events.append(PersonUnfollowed(follower_id=self.other_id, followed_id=self.self_id))
        return tuple(events)


class UnblockPerson(_PairCommand):
    """Lift one's own block; follows do not come back by themselves."""

    def decide(self, state: PairState) -> tuple[Event, ...]:
        self._check(state)
        if not state.blocks:
            return ()
        return (PersonUnblocked(blocker_id=self.self_id, blocked_id=self.other_id),)


class ClipState(msgspec.Struct, frozen=True):
    """What a reaction must know of the clip and of the one who reacts."""

    clip_id: ClipId
    maker_id: PersonId
    published: bool = False
    withdrawn: bool = False
    liked: bool = False
    blocks: frozenset[tuple[PersonId, PersonId]] = frozenset()

    def evolve(self, event: Event) -> "ClipState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case ClipPublished(clip_id=clip_id, maker_id=maker_id) if clip_id == self.clip_id:
                # A remix carries this clip's tag too. A wrong maker would be asked for the wrong blocks.
                return replace(self, published=maker_id == self.maker_id)
            case ClipWithdrawn():
                return replace(self, withdrawn=True)
            case ClipLiked():
                return replace(self, liked=True)
            case ClipUnliked():
                return replace(self, liked=False)
            case PersonBlocked(blocker_id=blocker, blocked_id=blocked):
                return replace(self, blocks=self.blocks | {(blocker, blocked)})
            case PersonUnblocked(blocker_id=blocker, blocked_id=blocked):
                return replace(self, blocks=self.blocks - {(blocker, blocked)})
        return self


class _ClipReaction(Command):
    """A wish of a person about a published clip; `maker_id` is looked up before, and held against the log."""

    clip_id: ClipId
    maker_id: PersonId
    person_id: PersonId

    def boundary(self) -> Boundary:
        clip = Clause((ClipPublished, ClipWithdrawn), (self.clip_id,))
        own = Clause((ClipLiked, ClipUnliked), (self.clip_id, self.person_id))
        blocks = Clause((PersonBlocked, PersonUnblocked), (self.person_id, self.maker_id))
        return (clip, own) if self.person_id == self.maker_id else (clip, own, blocks)

    def initial(self) -> ClipState:
        return ClipState(self.clip_id, self.maker_id)

    def _check(self, state: ClipState) -> None:
        if not state.published:
            raise ClipUnknown
        if (self.person_id, self.maker_id) in state.blocks:
            raise Blocked
        if state.blocks:  # whoever was shut out does not learn it
            raise ClipUnknown
        if state.withdrawn:
            raise ClipWithdrawnAlready


class LikeClip(_ClipReaction):
    """Say that a clip is liked."""

    def decide(self, state: ClipState) -> tuple[Event, ...]:
        self._check(state)
        return () if state.liked else (ClipLiked(clip_id=self.clip_id, person_id=self.person_id),)


class UnlikeClip(_ClipReaction):
    """Take a like back; possible as long as the like stands, whatever became of the clip."""

    def decide(self, state: ClipState) -> tuple[Event, ...]:
        if not state.published:
            raise ClipUnknown
        return (ClipUnliked(clip_id=self.clip_id, person_id=self.person_id),) if state.liked else ()


class CommentState(msgspec.Struct, frozen=True):
    """What a comment must know: of the clip, of the maker's guardian, and of who follows whom."""

    clip: ClipState
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
        self._check(state.clip)
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

    def decide(self, state: ClipState) -> tuple[Event, ...]:
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
