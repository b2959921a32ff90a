"""Ending consent, and taking down what was made by it: in the same append, or in as many as it takes."""

from typing import ClassVar

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import CameoUnknown, ClipUnknown, ClipWithdrawnAlready, GrantUnknown, RevocationUnknown
from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ClipDisowned,
    ClipWithdrawn,
    ConsentRevoked,
    Event,
    GenerationCancelled,
    GuardianLinked,
    GuardianUnlinked,
    RevocationReached,
)
from domain.ids import CameoId, ClipId, GrantId, LinkId, PersonId, RevocationId
from domain.limits import REACH_EVENTS_MAX
from domain.reach import ROOTS, WORK_EVENTS, Root, Works, cause_of, taken_down, to_take_down

# Beside those that take something down, an append may hold the revocation itself and word of its end.
BATCH_MAX = REACH_EVENTS_MAX - 2


class ReachState(msgspec.Struct):
    """What one cameo is in, who may end that, and how far one revocation of it has come.

    Changed in place by its one fold, as its works are.
    """

    cameo_id: CameoId
    revocation_id: RevocationId
    works: Works
    owner_id: PersonId | None = None
    erased: bool = False
    wards: dict[LinkId, PersonId] = {}
    given: set[GrantId] = set()
    revoked: set[GrantId] = set()
    open: bool = False
    """Whether consent was given since all of it was last revoked."""

    root: Root | None = None
    asked_before: frozenset[ClipId] = frozenset()
    reached: bool = False
    clips_count: int = 0
    jobs_count: int = 0

    def evolve(self, event: Event) -> "ReachState":
        """The state after one more event: itself."""
        if isinstance(event, ROOTS) and event.revocation_id == self.revocation_id:
            self.root, self.asked_before = event, self.works.ids()
        if isinstance(event, ClipWithdrawn) and event.revocation_id == self.revocation_id:
            self.clips_count += 1
        if isinstance(event, GenerationCancelled) and event.revocation_id == self.revocation_id:
            self.jobs_count += 1
        self.works.take(event)
        self._take_consent(event)
        return self

    def _take_consent(self, event: Event) -> None:
        match event:
            case CameoEnrolled(owner_id=owner_id):
                self.owner_id, self.open = owner_id, True
            case CameoErased():
                self.erased = True
            case CameoRuleSet():
                self.open = True
            case CameoGranted(grant_id=grant_id):
                self.given.add(grant_id)
                self.open = True
            case ConsentRevoked(grant_id=None):
                self.revoked |= self.given
                self.open = False
            case ConsentRevoked(grant_id=grant_id):
                self.revoked.add(grant_id)
            case RevocationReached(revocation_id=self.revocation_id):
                self.reached = True
            case GuardianLinked(link_id=link_id, teen_id=teen_id):
                self.wards[link_id] = teen_id
            case GuardianUnlinked(link_id=link_id):
                self.wards.pop(link_id, None)

    def owner_before(self, asker_id: PersonId) -> PersonId:
        """The owner, where the asker is they or their linked guardian. Raises CameoUnknown."""
        if self.owner_id is None or self.erased:
            raise CameoUnknown
        if asker_id != self.owner_id and self.owner_id not in self.wards.values():
            raise CameoUnknown  # a stranger learns nothing
        return self.owner_id

    def down(self, root: Root) -> list[Event]:
        """The next events that take down what a revocation reaches; none are left once all is down."""
        asked_before = self.works.ids() if self.root is None else self.asked_before
        work = to_take_down(root, self.works, asked_before)[:BATCH_MAX]
        return [taken_down(each, cause_of(root), self.revocation_id) for each in work]

    def end(self, down: list[Event]) -> list[Event]:
        """Word that all is down, where these are the last that were left to be."""
        if len(down) == BATCH_MAX:  # there may be more, and another append says so
            return []
        clips_count = sum(isinstance(event, ClipWithdrawn) for event in down)
        return [
            RevocationReached(
                revocation_id=self.revocation_id,
                cameo_id=self.cameo_id,
                clips_count=self.clips_count + clips_count,
                jobs_count=self.jobs_count + len(down) - clips_count,
            )
        ]


class _ReachCommand(Command, kw_only=True):
    """A wish about everything that one cameo is in."""

    opens_sealed: ClassVar[bool] = False

    revocation_id: RevocationId
    cameo_id: CameoId

    def boundary(self) -> Boundary:
        consent = (*ROOTS, RevocationReached, CameoEnrolled, CameoRuleSet, CameoGranted)
        return (Clause((*consent, *WORK_EVENTS), (self.cameo_id,)),)

    def initial(self) -> ReachState:
        return ReachState(self.cameo_id, self.revocation_id, Works())


class _RevokerCommand(_ReachCommand, kw_only=True):
    """A wish of the owner, or of a teen's linked guardian."""

    revoker_id: PersonId

    def boundary(self) -> Boundary:
        return (*super().boundary(), Clause((GuardianLinked, GuardianUnlinked), (self.revoker_id,)))


class RevokeConsent(_RevokerCommand, kw_only=True):
    """End one grant, or all consent to a cameo: the clips of others that rest on it go, their jobs too."""

    grant_id: GrantId | None = None

    def decide(self, state: ReachState) -> tuple[Event, ...]:
        owner_id = state.owner_before(self.revoker_id)
        if self.grant_id is not None and self.grant_id not in state.given:
            raise GrantUnknown
        root = ConsentRevoked(
            revocation_id=self.revocation_id,
            cameo_id=self.cameo_id,
            owner_id=owner_id,
            revoker_id=self.revoker_id,
            grant_id=self.grant_id,
        )
        down = state.down(root)
        if not down and (not state.open if self.grant_id is None else self.grant_id in state.revoked):
            return ()
        return (root, *down, *state.end(down))


class WithdrawAsSubject(_RevokerCommand, kw_only=True):
    """Take down one clip in which one is depicted, and what was made after it."""

    clip_id: ClipId

    def decide(self, state: ReachState) -> tuple[Event, ...]:
        owner_id = state.owner_before(self.revoker_id)
        if self.clip_id not in state.works:
            raise ClipUnknown
        root = ClipDisowned(
            revocation_id=self.revocation_id,
            cameo_id=self.cameo_id,
            owner_id=owner_id,
            revoker_id=self.revoker_id,
            clip_id=self.clip_id,
        )
        down = state.down(root)
        if not down:
            raise ClipWithdrawnAlready
        return (root, *down, *state.end(down))


class EraseCameo(_ReachCommand, kw_only=True):
    """Give up one's likeness here: every clip with it goes, one's own too.

    That all is gone is left to `ReachRevocation` to say, once it is gone beside the log as well.
    """

    owner_id: PersonId

    def decide(self, state: ReachState) -> tuple[Event, ...]:
        if state.owner_id != self.owner_id:
            raise CameoUnknown
        if state.erased:
            return ()
        root = CameoErased(revocation_id=self.revocation_id, cameo_id=self.cameo_id, owner_id=self.owner_id)
        return (root, *state.down(root))


class ReachRevocation(_ReachCommand, kw_only=True):
    """Take down the next of what an unfinished revocation reaches; nothing follows once all of it is down.

    The end of an erased cameo is told only where `forgotten` says that its key and its files are gone.
    """

    forgotten: bool = False

    def decide(self, state: ReachState) -> tuple[Event, ...]:
        if state.root is None:
            raise RevocationUnknown
        if state.reached:
            return ()
        down = state.down(state.root)
        if isinstance(state.root, CameoErased) and not self.forgotten:
            return tuple(down)
        return (*down, *state.end(down))
