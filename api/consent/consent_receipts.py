"""The copy of a consent that a person keeps: as JSON after ISO/IEC TS 27560 in the words of W3C DPV, or a page."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

import msgspec

from api.printed_pages import printed
from domain.consent import Themes
from domain.decider import Clause
from domain.errors import GrantUnknown
from domain.events import (
    CameoErased,
    CameoGranted,
    ConsentRevoked,
    EnrolmentOpened,
    Event,
    GrantApproved,
    PersonErased,
    Terms,
)
from domain.ids import CameoId, GrantId, PersonId
from domain.ledger import Ledger
from domain.recorded import Recorded

PROFILE = "https://w3id.org/dpv/schema/dpv-27560#receipt-record"
CONTEXT = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
}
PURPOSES = {
    "appear": "To show the person's face on somebody in a generated clip",
    "voice": "To let that somebody speak in a generated clip",
    "remix": "To make a further clip after one that the person is in",
}

Status = Literal["ConsentGiven", "ConsentExpired", "ConsentWithdrawn", "ConsentInvalidated"]
"""Terms of DPV; a grant whose owner erased the likeness is invalidated."""

_EVENT_WORDS = {
    CameoGranted.name: "given",
    GrantApproved.name: "approved by the guardian",
    ConsentRevoked.name: "withdrawn",
    CameoErased.name: "likeness erased",
    PersonErased.name: "account erased",
}
_STATUS_WORDS: dict[Status, str] = {
    "ConsentGiven": "in force",
    "ConsentExpired": "expired",
    "ConsentWithdrawn": "withdrawn",
    "ConsentInvalidated": "void: the likeness was erased",
}


class ConsentEvent(msgspec.Struct, frozen=True):
    """One thing that happened to a consent, and where the log has it."""

    position: int
    at: datetime
    what: str
    actor: str


class Consent(msgspec.Struct, frozen=True):
    """One grant as its owner and its grantee may read it."""

    grant_id: GrantId
    cameo_id: CameoId
    owner_id: PersonId
    grantee_id: PersonId
    terms: Terms
    themes: Themes
    notice: str
    status: Status
    events: tuple[ConsentEvent, ...]

    @property
    def given_at(self) -> datetime:
        """When the grant was given."""
        return self.events[0].at


def read_consent(ledger: Ledger, grant_id: GrantId, reader_id: PersonId, now: datetime) -> Consent:
    """The consent behind a grant. Raises GrantUnknown for anybody but its owner and its grantee."""
    given = ledger.read((Clause((CameoGranted,), (grant_id,)),))
    if not given or reader_id not in (given[0].event.owner_id, given[0].event.grantee_id):
        raise GrantUnknown
    grant: CameoGranted = given[0].event
    facts = ledger.read(
        (
            Clause((CameoGranted, GrantApproved, ConsentRevoked), (grant_id,)),
            Clause((ConsentRevoked, CameoErased), (grant.cameo_id,)),
            Clause((PersonErased,), (grant.owner_id,)),
        )
    )
    told = [fact for fact in facts if _concerns(fact.event, grant_id) and fact.position >= given[0].position]
    return Consent(
        grant_id=grant_id,
        cameo_id=grant.cameo_id,
        owner_id=grant.owner_id,
        grantee_id=grant.grantee_id,
        terms=grant.terms,
        themes=Themes() if grant.themes is None else msgspec.json.decode(grant.themes, type=Themes),
        notice=_notice(ledger.read((Clause((EnrolmentOpened,), (grant.owner_id,)),))),
        status=_status(grant, [fact.event for fact in told], now),
        events=tuple(_told(fact, (grant.owner_id, grant.grantee_id)) for fact in told),
    )


def as_dpv(consent: Consent, controller: str) -> dict[str, Any]:
    """The receipt as JSON-LD: record, processing, parties and events, as the DPV profile of TS 27560 has them."""
    until = consent.terms.expires_at
    return {
        "@context": CONTEXT,
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": PROFILE,
        "dct:identifier": consent.grant_id,
        "dct:created": consent.given_at.isoformat(),
        "dpv:hasDataSubject": consent.owner_id,
        "dpv:hasDataController": controller,
        "dpv:hasRecipient": consent.grantee_id,
        "dpv:hasNotice": consent.notice,
        "dpv:hasConsentStatus": f"dpv:{consent.status}",
        "dpv:hasProcess": [_process(use) for use in consent.terms.uses],
        "dpv:hasDuration": "until withdrawn" if until is None else {"dct:valid": until.isoformat()},
        "dpv:hasRight": [
            f"withdraw: DELETE /api/grants/{consent.grant_id}",
            f"erase the likeness: DELETE /api/cameos/{consent.cameo_id}",
            "see everything made of it: GET /api/made-of-me",
        ],
        "castmates:limits": {
            "clips_count_max": consent.terms.clips_count_max,
            "themes_allowed": consent.themes.allowed,
            "themes_barred": consent.themes.barred,
        },
        "castmates:events": [
            {
                "castmates:position": event.position,
                "dct:date": event.at.isoformat(),
                "castmates:event": event.what,
                "dpv:isIndicatedBy": event.actor,
            }
            for event in consent.events
        ],
    }


def as_page(consent: Consent, controller: str, names: dict[PersonId, str]) -> str:
    """The receipt as an HTML page to read and print; ids stand where a name is gone."""
    return printed(
        "consent_receipt.html",
        consent=consent,
        controller=controller,
        owner=names.get(consent.owner_id, consent.owner_id),
        grantee=names.get(consent.grantee_id, consent.grantee_id),
        purposes=[PURPOSES[use] for use in consent.terms.uses],
        status=_STATUS_WORDS[consent.status],
        events=[
            (
                event.position,
                event.at,
                _EVENT_WORDS[event.what],
                names.get(PersonId(event.actor), event.actor),
            )
            for event in consent.events
        ],
    )


def _process(use: str) -> dict[str, Any]:
    return {
        "@type": "dpv:Process",
        "dpv:hasPurpose": PURPOSES[use],
        "dpv:hasLegalBasis": "dpv:ExplicitlyExpressedConsent",
        "dpv:hasPersonalData": ["pd:FacialPrint", "pd:Picture"],
        "dpv:hasProcessing": ["dpv:Store", "dpv:Use", "dpv:Derive"],
        "dpv:hasStorageCondition": "sealed under a key of the likeness's own, on the community's server",
    }


def _concerns(event: Event, grant_id: GrantId) -> bool:
    """Whether an event of the cameo is one of this grant: its own, or one that ends every consent."""
    return getattr(event, "grant_id", None) in (None, grant_id)


def _status(grant: CameoGranted, events: Iterable[Event], now: datetime) -> Status:
    kinds = {type(event) for event in events}
    if kinds & {CameoErased, PersonErased}:
        return "ConsentInvalidated"
    if ConsentRevoked in kinds:
        return "ConsentWithdrawn"
    if grant.terms.expires_at is not None and now >= grant.terms.expires_at:
        return "ConsentExpired"
    return "ConsentGiven"


def _notice(opened: list[Recorded]) -> str:
    return opened[-1].event.notice if opened else "none"


def _told(fact: Recorded, parties: tuple[PersonId, PersonId]) -> ConsentEvent:
    """An event as both may read it: who a teen's guardian is, is none of the grantee's business."""
    actor = fact.meta.actor
    is_guardians = isinstance(fact.event, GrantApproved | ConsentRevoked) and actor not in parties
    return ConsentEvent(
        fact.position, fact.meta.recorded_at, fact.event.name, "guardian" if is_guardians else actor
    )
