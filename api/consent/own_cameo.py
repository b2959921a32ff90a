"""A person's own cameo as the log has it: how far it is, who may cast it, under which grants."""

from datetime import datetime

import msgspec

from domain.consent import Themes
from domain.decider import Boundary, Clause
from domain.enrolment import Enrolment, EnrolmentsState, enrolments_boundary
from domain.events import (
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ConsentRevoked,
    Event,
    GrantApproved,
    GuardianUnlinked,
    PersonCameOfAge,
    Terms,
)
from domain.ids import CameoId, GrantId, LinkId, PersonId
from domain.ledger import Ledger


class Grant(msgspec.Struct, frozen=True):
    """A grant that stands, when it was given, and the guardian's link that approved it, if any."""

    granted: CameoGranted
    at: datetime
    approved_by: LinkId | None = None


class Consent(msgspec.Struct, frozen=True):
    """The rule and the grants of one cameo."""

    cameo_id: CameoId
    rule: CameoRuleSet | None = None
    grants: dict[GrantId, Grant] = {}

    def evolve(self, event: Event, at: datetime) -> "Consent":
        """The consent after one more event."""
        replace = msgspec.structs.replace
        match event:
            case CameoRuleSet():
                return replace(self, rule=event)
            case CameoGranted():
                return replace(self, grants=self.grants | {event.grant_id: Grant(event, at)})
            case GrantApproved(grant_id=grant_id, link_id=link_id) if grant_id in self.grants:
                approved = replace(self.grants[grant_id], approved_by=link_id)
                return replace(self, grants=self.grants | {grant_id: approved})
            case PersonCameOfAge():  # what nobody had agreed to by then lapses
                kept = {id: grant for id, grant in self.grants.items() if grant.approved_by is not None}
                return replace(self, grants=kept)
            case GuardianUnlinked(link_id=link_id):
                grants = self.grants.items()
                return replace(self, grants={id: _without(grant, link_id) for id, grant in grants})
            case ConsentRevoked(grant_id=None) | CameoErased():
                return Consent(self.cameo_id)
            case ConsentRevoked(grant_id=ended):
                kept = {id: grant for id, grant in self.grants.items() if id != ended}
                return replace(self, grants=kept)
        return self


def enrolments_of(ledger: Ledger, person_id: PersonId) -> EnrolmentsState:
    """A person's tries, and the cameo that stands."""
    state = EnrolmentsState(person_id)
    for recorded in ledger.read(enrolments_boundary(person_id)):
        state = state.evolve(recorded.event)
    return state


def newest_try(state: EnrolmentsState) -> Enrolment | None:
    """The try that was opened last."""
    return next(reversed(state.tries.values()), None)


def consent_of(ledger: Ledger, cameo_id: CameoId, owner_id: PersonId) -> Consent:
    """The rule and the grants that stand."""
    consent = Consent(cameo_id)
    for recorded in ledger.read(_boundary(cameo_id, owner_id)):
        consent = consent.evolve(recorded.event, recorded.meta.recorded_at)
    return consent


def themes_of(text: str | None) -> Themes:
    """The themes of a rule or grant; none where they cannot be read any more."""
    return Themes() if text is None else msgspec.json.decode(text, type=Themes)


def usual_terms() -> Terms:
    """What a cameo without a rule allows: nothing."""
    return Terms(())


def _without(grant: Grant, link_id: LinkId) -> Grant:
    is_theirs = grant.approved_by == link_id
    return msgspec.structs.replace(grant, approved_by=None) if is_theirs else grant


def _boundary(cameo_id: CameoId, owner_id: PersonId) -> Boundary:
    kinds = (CameoErased, CameoRuleSet, CameoGranted, GrantApproved, ConsentRevoked)
    return (Clause(kinds, (cameo_id,)), Clause((GuardianUnlinked, PersonCameOfAge), (owner_id,)))
