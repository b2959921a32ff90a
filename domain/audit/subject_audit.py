"""The story of one likeness: its enrolment, its rules and grants, who could use it at a moment, what was made."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from domain.audit.clip_audit import KINDS, ClipAudit, Step, clip_audits
from domain.consent import Standing, Themes
from domain.decider import Boundary, Clause
from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ConsentRevoked,
    EnrolmentHeld,
    EnrolmentOpened,
    EnrolmentRefused,
    EnrolmentSubmitted,
    ErasureFinished,
    Event,
    GenerationRequested,
    GrantApproved,
    GuardianLinked,
    GuardianUnlinked,
    Level,
    PersonBlocked,
    PersonCameOfAge,
    PersonErased,
    PersonFollowed,
    PersonJoined,
    PersonUnblocked,
    PersonUnfollowed,
    RevocationReached,
    Terms,
)
from domain.ids import CameoId, GrantId, PersonId
from domain.recorded import Recorded

_OF_OWNER = (
    PersonJoined, PersonCameOfAge, PersonErased, ErasureFinished, GuardianLinked, GuardianUnlinked,
    EnrolmentOpened, EnrolmentSubmitted, EnrolmentRefused, EnrolmentHeld, CameoEnrolled,
    PersonFollowed, PersonUnfollowed, PersonBlocked, PersonUnblocked,
)  # fmt: skip
_OF_CAMEO = (
    CameoErased, CameoRuleSet, CameoGranted, GrantApproved, ConsentRevoked, RevocationReached, *KINDS,
)  # fmt: skip
_IN_CONFIDENCE = (PersonFollowed, PersonUnfollowed, PersonBlocked, PersonUnblocked)
"""Needed to know who is mutual and who is shut out; they are not told as steps of their own."""


class Leave(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody who could use the likeness: under which grant (none: by the level), on which terms and words."""

    person_id: PersonId
    terms: Terms
    themes: Themes | None
    grant_id: GrantId | None = None


class SubjectAudit(msgspec.Struct, frozen=True, tag="subject"):
    """Everything about a likeness as of a position and a moment.

    `anyone` says that the level opened it to every member who was not shut out; `leaves` then names only
    those who had a grant or made something of it.
    """

    person_id: PersonId
    cameo_id: CameoId | None
    state: str
    level: Level
    anyone: bool
    leaves: tuple[Leave, ...]
    clips: tuple[ClipAudit, ...]
    steps: tuple[Step, ...]


def owner_boundary(person_id: PersonId) -> Boundary:
    """The events about a person that bear on their likeness."""
    return (Clause(_OF_OWNER, (person_id,)),)


def cameo_boundary(cameo_ids: Sequence[CameoId]) -> Boundary:
    """The events about these cameos, one at least."""
    return tuple(Clause(_OF_CAMEO, (cameo_id,)) for cameo_id in cameo_ids)


def leaving_boundary(person_ids: Sequence[PersonId]) -> Boundary:
    """The events that tell who of these people, one at least, left."""
    return tuple(Clause((PersonErased,), (person_id,)) for person_id in person_ids)


def cameos_of(facts: Iterable[Recorded], person_id: PersonId) -> tuple[CameoId, ...]:
    """A person's cameos, in order of enrolment."""
    return tuple(
        fact.event.cameo_id
        for fact in facts
        if isinstance(fact.event, CameoEnrolled) and fact.event.owner_id == person_id
    )


def askers_of(own: Sequence[Recorded], person_id: PersonId) -> tuple[PersonId, ...]:
    """Everybody who may have had a leave of their own: grantees, makers, and who follows the owner."""
    found: dict[PersonId, None] = {}
    for fact in own:
        match fact.event:
            case CameoGranted(grantee_id=asker_id) | GenerationRequested(maker_id=asker_id):
                found[asker_id] = None
            case PersonFollowed(follower_id=asker_id, followed_id=followed_id) if followed_id == person_id:
                found[asker_id] = None
    found.pop(person_id, None)
    return tuple(found)


def subject_audit(person_id: PersonId, facts: Sequence[Recorded], at: datetime) -> SubjectAudit:
    """The audit that these facts give, in the log's order, of the moment `at`; facts of others are passed over."""
    cameo_ids = cameos_of(facts, person_id)
    cameo_id = cameo_ids[-1] if cameo_ids else None
    own = [fact for fact in facts if _bears(fact.event, person_id, cameo_ids)]
    rule = _newest_rule(own, cameo_id)
    clips = tuple(
        audit for audit in clip_audits(own).values() if any(audit.casts(each) for each in cameo_ids)
    )
    return SubjectAudit(
        person_id=person_id,
        cameo_id=cameo_id,
        state=_state(own, person_id, cameo_id),
        level="nobody" if rule is None else rule.level,
        anyone=_opens_to_anyone(own, cameo_id, person_id, at),
        leaves=() if cameo_id is None else _leaves(own, cameo_id, person_id, at),
        clips=clips,
        steps=tuple(_step(fact) for fact in own if _is_step(fact.event, person_id)),
    )


def _is_step(event: Event, person_id: PersonId) -> bool:
    """Whether a fact is told as a step of its own: not who follows or shuts out whom, not that others left."""
    if isinstance(event, PersonErased):
        return event.person_id == person_id
    return not isinstance(event, (*_IN_CONFIDENCE, *KINDS))


def _bears(event: Event, person_id: PersonId, cameo_ids: tuple[CameoId, ...]) -> bool:
    """Whether a fact bears on the likeness: of the owner, of a cameo of theirs, or that somebody left."""
    if isinstance(event, PersonErased):
        return True
    if isinstance(event, KINDS):
        return bool(set(getattr(event, "cameo_ids", ())) & set(cameo_ids))
    if isinstance(event, _OF_CAMEO):
        return event.cameo_id in cameo_ids
    if not isinstance(event, _OF_OWNER):
        return False
    match event:
        case CameoEnrolled(owner_id=owner_id):
            return owner_id == person_id
        case GuardianLinked(teen_id=teen_id) | GuardianUnlinked(teen_id=teen_id):
            return teen_id == person_id
        case PersonFollowed() | PersonUnfollowed():
            return person_id in (event.follower_id, event.followed_id)
        case PersonBlocked() | PersonUnblocked():
            return person_id in (event.blocker_id, event.blocked_id)
    return event.person_id == person_id


def _step(fact: Recorded) -> Step:
    event = fact.event
    detail = ""
    match event:
        case EnrolmentRefused(checks=checks) | EnrolmentHeld(checks=checks):
            detail = ", ".join(checks)
        case EnrolmentOpened(notice=notice):
            detail = notice
        case CameoRuleSet(level=level):
            detail = level
        case CameoGranted(grant_id=grant_id, grantee_id=grantee_id):
            detail = f"{grant_id} to {grantee_id}"
        case GrantApproved(grant_id=grant_id):
            detail = grant_id
        case ConsentRevoked(grant_id=grant_id):
            detail = grant_id or "all"
        case RevocationReached(clips_count=clips, jobs_count=jobs):
            detail = f"{clips} clips, {jobs} jobs"
    return Step(fact.position, fact.meta.recorded_at, event.name, fact.meta.actor, detail)


def _state(own: Sequence[Recorded], person_id: PersonId, cameo_id: CameoId | None) -> str:
    state = "none"
    for fact in own:
        match fact.event:
            case EnrolmentOpened() if state in ("none", "refused", "erased"):
                state = "enrolling"
            case EnrolmentRefused() if state in ("enrolling", "held"):
                state = "refused"
            case EnrolmentHeld():
                state = "held"
            case CameoEnrolled():
                state = "verified"
            case CameoErased(cameo_id=erased_id) if erased_id == cameo_id:
                state = "erased"
            case PersonErased(person_id=erased_id) if erased_id == person_id:
                return "erased"
    return state


def _newest_rule(own: Sequence[Recorded], cameo_id: CameoId | None) -> CameoRuleSet | None:
    rule = None
    for fact in own:
        match fact.event:
            case CameoRuleSet(cameo_id=ruled_id) if ruled_id == cameo_id:
                rule = fact.event
            case ConsentRevoked(grant_id=None) | CameoErased() | PersonErased():
                rule = None
    return rule


def _opens_to_anyone(
    own: Sequence[Recorded], cameo_id: CameoId | None, person_id: PersonId, at: datetime
) -> bool:
    """Whether a member with whom nothing stands could use it, asked of somebody who does not exist."""
    if cameo_id is None:
        return False
    return bool(_standing(own, cameo_id, person_id, PersonId("person-nobody")).in_force(at))


def _leaves(
    own: Sequence[Recorded], cameo_id: CameoId, person_id: PersonId, at: datetime
) -> tuple[Leave, ...]:
    found = []
    for asker_id in askers_of(own, person_id):
        for offer in _standing(own, cameo_id, person_id, asker_id).in_force(at):
            themes = None if offer.themes is None else msgspec.json.decode(offer.themes, type=Themes)
            found.append(Leave(asker_id, offer.terms, themes, offer.grant_id))
    return tuple(found)


def _standing(
    own: Sequence[Recorded], cameo_id: CameoId, person_id: PersonId, asker_id: PersonId
) -> Standing:
    standing = Standing(cameo_id, person_id, asker_id)
    for fact in own:
        standing = standing.evolve(fact.event)
    return standing
