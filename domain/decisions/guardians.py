"""A teen and the adult who stands by them: linking, unlinking, caps, and the approval of grants."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import (
    Blocked,
    CapsInvalid,
    GrantUnknown,
    GuardianAskedAlready,
    GuardianAsksExhausted,
    GuardianNotPossible,
    GuardianStands,
    LinkUnknown,
    PersonUnknown,
)
from domain.events import (
    AgeBand,
    CameoErased,
    CameoGranted,
    Caps,
    CapsSet,
    ConsentRevoked,
    Event,
    GrantApproved,
    GuardianAsked,
    GuardianLinked,
    GuardianUnlinked,
    PersonBlocked,
    PersonCameOfAge,
    PersonErased,
    PersonFollowed,
    PersonJoined,
    PersonUnblocked,
    PersonUnfollowed,
)
from domain.ids import CameoId, GrantId, LinkId, PersonId
from domain.limits import CAP_CLIPS_MAX, GUARDIAN_ASKS_OPEN_MAX

LINK_EVENTS = (GuardianAsked, GuardianLinked, GuardianUnlinked, CapsSet)
BLOCK_EVENTS = (PersonBlocked, PersonUnblocked)


class Link(msgspec.Struct, frozen=True):
    """A link that was asked for and has not ended."""

    teen_id: PersonId
    guardian_id: PersonId
    asker_id: PersonId
    stands: bool = False
    caps: Caps = Caps()

    @property
    def parties(self) -> tuple[PersonId, PersonId]:
        """The two whom it would link."""
        return (self.teen_id, self.guardian_id)


class LinksState(msgspec.Struct, frozen=True):
    """The open links of one teen, and what stands between the teen and one adult."""

    teen_id: PersonId
    guardian_id: PersonId
    bands: dict[PersonId, AgeBand] = {}
    links: dict[LinkId, Link] = {}
    teen_follows: bool = False
    blockers: frozenset[PersonId] = frozenset()

    def evolve(self, event: Event) -> "LinksState":
        """The state after one more event; the adult's links to other teens are passed over."""
        replace = msgspec.structs.replace
        match event:
            case PersonJoined(person_id=person_id, age_band=band):
                return replace(self, bands=self.bands | {person_id: band})
            case PersonCameOfAge(person_id=person_id):
                return replace(self, bands=self.bands | {person_id: "adult"})
            case PersonErased(person_id=person_id):
                return replace(
                    self, bands={who: band for who, band in self.bands.items() if who != person_id}
                )
            case PersonFollowed(follower_id=self.teen_id):
                return replace(self, teen_follows=True)
            case PersonUnfollowed(follower_id=self.teen_id):
                return replace(self, teen_follows=False)
            case PersonBlocked(blocker_id=blocker_id):
                return replace(self, blockers=self.blockers | {blocker_id})
            case PersonUnblocked(blocker_id=blocker_id):
                return replace(self, blockers=self.blockers - {blocker_id})
            case GuardianAsked() | GuardianLinked() | GuardianUnlinked() | CapsSet():
                return self._with_link(event) if event.teen_id == self.teen_id else self
        return self

    def _with_link(self, event: GuardianAsked | GuardianLinked | GuardianUnlinked | CapsSet) -> "LinksState":
        replace = msgspec.structs.replace
        links, link_id = self.links, event.link_id
        match event:
            case GuardianAsked():
                links = links | {link_id: Link(event.teen_id, event.guardian_id, event.asker_id)}
            case GuardianLinked() if link_id in links:
                links = links | {link_id: replace(links[link_id], stands=True)}
            case CapsSet(caps=caps) if link_id in links:
                links = links | {link_id: replace(links[link_id], caps=caps)}
            case GuardianUnlinked():
                links = {each: link for each, link in links.items() if each != link_id}
        return replace(self, links=links)

    @property
    def has_guardian(self) -> bool:
        """Whether a link of the teen stands."""
        return any(link.stands for link in self.links.values())


class _LinkCommand(Command):
    """A wish about one link; `teen_id` and `guardian_id` are looked up before, and held against the log."""

    link_id: LinkId
    teen_id: PersonId
    guardian_id: PersonId

    def boundary(self) -> Boundary:
        return (
            Clause(LINK_EVENTS, (self.teen_id,)),
            Clause((PersonJoined, PersonCameOfAge, PersonErased), (self.teen_id,)),
            Clause((PersonJoined, PersonCameOfAge, PersonErased), (self.guardian_id,)),
        )

    def initial(self) -> LinksState:
        return LinksState(self.teen_id, self.guardian_id)

    def _between(self, *kinds: type[Event]) -> Clause:
        """Events of these kinds between the two."""
        return Clause(kinds, (self.teen_id, self.guardian_id))

    def _link(self, state: LinksState, person_id: PersonId) -> Link:
        """The link, before one of its two parties. Raises LinkUnknown."""
        link = state.links.get(self.link_id)
        if link is None or link.parties != (self.teen_id, self.guardian_id) or person_id not in link.parties:
            raise LinkUnknown
        return link


class AskGuardian(_LinkCommand):
    """Ask an adult to be one's guardian, or a teen to let one be theirs.

    An adult may ask only a teen who follows them, and does not learn why it is not possible: asking around
    must not tell a stranger who is a teen.
    """

    asker_id: PersonId

    def boundary(self) -> Boundary:
        return (*super().boundary(), self._between(PersonFollowed, PersonUnfollowed, *BLOCK_EVENTS))

    def decide(self, state: LinksState) -> tuple[Event, ...]:
        pair = (self.teen_id, self.guardian_id)
        if self.asker_id not in pair:
            raise LinkUnknown
        if self.asker_id in state.blockers:
            raise Blocked
        if state.blockers or not {*pair} <= state.bands.keys():  # whoever was shut out does not learn it
            raise PersonUnknown
        if (state.bands[self.teen_id], state.bands[self.guardian_id]) != ("teen", "adult"):
            raise GuardianNotPossible
        if self.asker_id == self.guardian_id and not state.teen_follows:
            raise GuardianNotPossible
        if state.has_guardian:
            raise GuardianStands
        if any(link.parties == pair for link in state.links.values()):
            raise GuardianAskedAlready
        if len(state.links) >= GUARDIAN_ASKS_OPEN_MAX:
            raise GuardianAsksExhausted
        return (
            GuardianAsked(
                link_id=self.link_id,
                teen_id=self.teen_id,
                guardian_id=self.guardian_id,
                asker_id=self.asker_id,
            ),
        )


class AcceptGuardian(_LinkCommand):
    """Agree to a link that the other asked for; a teen has one guardian at a time.

    A block since then stands in the way of it, and whoever was shut out does not learn of it.
    """

    person_id: PersonId

    def boundary(self) -> Boundary:
        return (*super().boundary(), self._between(*BLOCK_EVENTS))

    def decide(self, state: LinksState) -> tuple[Event, ...]:
        link = self._link(state, self.person_id)
        if link.stands:
            return ()
        if self.person_id in state.blockers:
            raise Blocked
        if self.person_id == link.asker_id or state.blockers or not {*link.parties} <= state.bands.keys():
            raise LinkUnknown
        if state.has_guardian:
            raise GuardianStands
        return (GuardianLinked(link_id=self.link_id, teen_id=self.teen_id, guardian_id=self.guardian_id),)


class EndGuardian(_LinkCommand):
    """End a link or take back, or turn down, the ask for one: either of the two may at any time."""

    person_id: PersonId

    def decide(self, state: LinksState) -> tuple[Event, ...]:
        self._link(state, self.person_id)
        return (
            GuardianUnlinked(
                link_id=self.link_id,
                teen_id=self.teen_id,
                guardian_id=self.guardian_id,
                ender_id=self.person_id,
            ),
        )


class SetCaps(_LinkCommand):
    """Bound what the teen makes and watches in a day, who may write to them, and whether their feed is personal."""

    caps: Caps

    def decide(self, state: LinksState) -> tuple[Event, ...]:
        link = self._link(state, self.guardian_id)
        if not link.stands:
            raise LinkUnknown
        counts = (self.caps.clips_made_max, self.caps.clips_watched_max)
        if not all(count is None or 0 <= count <= CAP_CLIPS_MAX for count in counts):
            raise CapsInvalid
        if self.caps == link.caps:
            return ()
        return (
            CapsSet(link_id=self.link_id, teen_id=self.teen_id, guardian_id=self.guardian_id, caps=self.caps),
        )


class _ApprovalState(msgspec.Struct, frozen=True):
    link_id: LinkId
    grant_id: GrantId
    guardian_id: PersonId
    teen_id: PersonId | None = None
    granted: CameoGranted | None = None
    approved: bool = False

    def evolve(self, event: Event) -> "_ApprovalState":
        replace = msgspec.structs.replace
        match event:
            case GuardianLinked(link_id=self.link_id, guardian_id=self.guardian_id, teen_id=teen_id):
                return replace(self, teen_id=teen_id)
            case GuardianUnlinked(link_id=self.link_id):
                return replace(self, teen_id=None)
            case CameoGranted(grant_id=self.grant_id):
                return replace(self, granted=event)
            case GrantApproved(grant_id=self.grant_id, link_id=self.link_id):
                return replace(self, approved=True)
            case CameoErased() | ConsentRevoked(grant_id=None) | ConsentRevoked(grant_id=self.grant_id):
                return replace(self, granted=None)
        return self


class ApproveGrant(Command):
    """Agree to a grant of the teen's; it holds as long as the link stands."""

    grant_id: GrantId
    cameo_id: CameoId
    link_id: LinkId
    guardian_id: PersonId

    def boundary(self) -> Boundary:
        return (
            Clause((CameoGranted, GrantApproved), (self.grant_id, self.cameo_id)),
            Clause((ConsentRevoked, CameoErased), (self.cameo_id,)),
            Clause((GuardianLinked, GuardianUnlinked), (self.link_id,)),
        )

    def initial(self) -> _ApprovalState:
        return _ApprovalState(self.link_id, self.grant_id, self.guardian_id)

    def decide(self, state: _ApprovalState) -> tuple[Event, ...]:
        if state.teen_id is None:
            raise LinkUnknown
        if state.granted is None or state.granted.owner_id != state.teen_id:
            raise GrantUnknown
        if state.approved:
            return ()
        return (
            GrantApproved(
                grant_id=self.grant_id,
                cameo_id=self.cameo_id,
                link_id=self.link_id,
                guardian_id=self.guardian_id,
            ),
        )
