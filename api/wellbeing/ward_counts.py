"""What a guardian may know of a teen's day: numbers, signed by the server, and never what they stand for."""

import base64
from datetime import date, datetime

import msgspec

from domain.consent import CastWish, Standing, boundary_of
from domain.decider import Clause
from domain.errors import LinkUnknown
from domain.events import (
    CameoErased,
    CameoGranted,
    ClipCommented,
    ClipPublished,
    ConsentRevoked,
    GenerationRequested,
    GrantApproved,
    GuardianLinked,
    GuardianUnlinked,
    WellnessCheckAnswered,
    WellnessCheckAnsweredV1,
)
from domain.ids import GrantId, LinkId, PersonId
from domain.keys import KeyRing
from domain.ledger import Ledger
from domain.proof.signing import NOTE_SIGNATURE, PrivateKey

COUNTS_KEY = "counts"


class Ward(msgspec.Struct, frozen=True):
    """A link that stands, as the log has it now."""

    link_id: LinkId
    teen_id: PersonId
    guardian_id: PersonId
    linked_at: datetime


class Counts(msgspec.Struct, frozen=True):
    """A teen's day, by the clock that their caps say, in numbers; grants and casters are as of now."""

    teen_id: PersonId
    guardian_id: PersonId
    day: date
    position: int
    clips_asked_count: int
    clips_published_count: int
    clips_watched_count: int
    comments_count: int
    checks_answered_count: int
    grants_count: int
    casters_count: int


class SignedCounts(msgspec.Struct, frozen=True):
    """Counts with an Ed25519 signature (base64) under their JSON: keys in order, no white space."""

    counts: Counts
    signature: str


class StandingGrant(msgspec.Struct, frozen=True):
    """A grant of a teen's that nobody revoked, and under which link it was approved, if it was."""

    granted: CameoGranted
    approved: bool


def ward(ledger: Ledger, guardian_id: PersonId, teen_id: PersonId) -> Ward:
    """The standing link of a guardian with a teen. Raises LinkUnknown."""
    standing: dict[LinkId, Ward] = {}
    clause = Clause((GuardianLinked, GuardianUnlinked), (teen_id, guardian_id))
    for recorded in ledger.read((clause,)):
        match recorded.event:
            case GuardianLinked(link_id=link_id) as linked:
                # Two members' tags in either part, or one's own twice: only this way round it is a ward's link.
                if (linked.teen_id, linked.guardian_id) == (teen_id, guardian_id):
                    standing[link_id] = Ward(link_id, teen_id, guardian_id, recorded.meta.recorded_at)
            case GuardianUnlinked(link_id=link_id):
                standing.pop(link_id, None)
    for found in standing.values():
        return found
    raise LinkUnknown


def standing_grants(ledger: Ledger, found: Ward) -> list[StandingGrant]:
    """The grants of a teen that nobody revoked, oldest first."""
    granted: dict[GrantId, CameoGranted] = {}
    for recorded in ledger.read((Clause((CameoGranted, ConsentRevoked, CameoErased), (found.teen_id,)),)):
        event = recorded.event
        if event.owner_id != found.teen_id:  # what others grant a teen carries their tag too
            continue
        match event:
            case CameoGranted(grant_id=grant_id):
                granted[grant_id] = event
            case ConsentRevoked(grant_id=grant_id) if grant_id is not None:
                granted.pop(grant_id, None)
            case ConsentRevoked() | CameoErased():
                granted = {each: one for each, one in granted.items() if one.cameo_id != event.cameo_id}
    approved = {
        recorded.event.grant_id
        for cameo_id in {event.cameo_id for event in granted.values()}
        for recorded in ledger.read((Clause((GrantApproved,), (cameo_id,)),))
        if recorded.event.link_id == found.link_id
    }
    return [StandingGrant(event, event.grant_id in approved) for event in granted.values()]


def casters_count(ledger: Ledger, grants: list[StandingGrant], at: datetime) -> int:
    """How many people may cast a teen now, whatever for."""
    pairs = {(each.granted.cameo_id, each.granted.owner_id, each.granted.grantee_id) for each in grants}
    casters = set()
    for cameo_id, owner_id, grantee_id in pairs:
        standing = Standing(cameo_id, owner_id, grantee_id)
        for recorded in ledger.read(boundary_of(CastWish(cameo_id, owner_id, ()), grantee_id)):
            standing = standing.evolve(recorded.event)
        if standing.in_force(at):
            casters.add(grantee_id)
    return len(casters)


def counted(
    found: Ward,
    day: date,
    position: int,
    facts_counts: dict[str, int],
    watched_count: int,
    grants: list[StandingGrant],
    casters: int,
) -> Counts:
    """The counts of a day, of how often each type of fact names the teen on it."""
    return Counts(
        teen_id=found.teen_id,
        guardian_id=found.guardian_id,
        day=day,
        position=position,
        clips_asked_count=facts_counts.get(GenerationRequested.name, 0),
        clips_published_count=facts_counts.get(ClipPublished.name, 0),
        clips_watched_count=watched_count,
        comments_count=facts_counts.get(ClipCommented.name, 0),
        checks_answered_count=sum(
            facts_counts.get(each.name, 0) for each in (WellnessCheckAnswered, WellnessCheckAnsweredV1)
        ),
        grants_count=len(grants),
        casters_count=casters,
    )


def signed(keys: KeyRing, counts: Counts) -> SignedCounts:
    """The counts with the server's signature under them."""
    return SignedCounts(counts, base64.b64encode(counts_key(keys).sign(to_sign(counts))).decode())


def counts_key(keys: KeyRing) -> PrivateKey:
    """The server's key for counts: not the log's, so that no count can pass for a head."""
    return PrivateKey(COUNTS_KEY, NOTE_SIGNATURE, keys.secret(COUNTS_KEY))


def to_sign(counts: Counts) -> bytes:
    """What the signature is under: the counts as JSON, keys in order, no white space."""
    return msgspec.json.encode(counts, order="sorted")
