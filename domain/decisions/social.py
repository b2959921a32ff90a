"""Between people: follow and block."""

import msgspec

from domain.caps import CapsState, caps_boundary
from domain.decider import Boundary, Clause, Command
from domain.errors import Blocked, ContactClosed, PersonUnknown, SelfReference
from domain.events import (
    Event,
    PersonBlocked,
    PersonErased,
    PersonFollowed,
    PersonJoined,
    PersonUnblocked,
    PersonUnfollowed,
)
from domain.ids import PersonId


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
            case PersonErased(person_id=person_id) if person_id == self.other_id:
                return replace(self, other_joined=False)
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
        return (
            Clause((PersonJoined, PersonErased), (self.other_id,)),
            Clause(between, (self.self_id, self.other_id)),
        )

    def initial(self) -> PairState:
        return PairState(self.self_id, self.other_id)

    def _check(self, state: PairState) -> None:
        if self.self_id == self.other_id:
            raise SelfReference
        if not state.other_joined:
            raise PersonUnknown

    def _check_not_shut_out(self, state: PairState) -> None:
        """Whoever was shut out does not learn it from a wish that would change nothing. Raises PersonUnknown."""
        if state.blocked:
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
            self._check_not_shut_out(state)
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
            self._check_not_shut_out(state)
            return ()
        return (PersonUnblocked(blocker_id=self.self_id, blocked_id=self.other_id),)
