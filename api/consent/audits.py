"""Reads from the log what an audit of a likeness or a clip needs, as of a position or a moment."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

from domain.audit.clip_audit import ClipAudit, clip_audits, clip_boundary
from domain.audit.subject_audit import (
    SubjectAudit,
    askers_of,
    cameo_boundary,
    cameos_of,
    leaving_boundary,
    owner_boundary,
    subject_audit,
)
from domain.decider import Boundary
from domain.errors import ClipUnknown, PersonUnknown
from domain.ids import ClipId, PersonId
from domain.ledger import Ledger
from domain.recorded import Recorded

_CLAUSES_MAX = 100


class AsOf(msgspec.Struct, frozen=True):
    """The place in the log that an audit looks from, and the moment whose clock decides on expiry."""

    position: int
    at: datetime


class Told(msgspec.Struct, frozen=True):
    """An audit, and the positions of the facts that it rests on, for their proof."""

    audit: SubjectAudit | ClipAudit
    as_of: AsOf
    positions: tuple[int, ...]


def claim_of(told: Told) -> dict[str, Any]:
    """What a proof file of an audit claims: which facts there were, up to where."""
    audit = told.audit
    about = audit.person_id if isinstance(audit, SubjectAudit) else audit.clip_id
    return {"kind": "audit", "about": about, "as_of": told.as_of.position, "at": told.as_of.at.isoformat()}


def as_of(ledger: Ledger, wanted: int | datetime | None, now: datetime) -> AsOf:
    """Where to look from: a position, at its own moment; a moment, at its last position; or now."""
    head = ledger.head()
    if wanted is None:
        return AsOf(head, now)
    if isinstance(wanted, datetime):
        return AsOf(ledger.position_at(wanted), wanted)
    if not 1 <= wanted <= head:
        return AsOf(min(wanted, head), now)
    return AsOf(wanted, ledger.recorded_at(wanted))


def audit_subject(ledger: Ledger, person_id: PersonId, where: AsOf) -> Told:
    """The audit of a person's likeness. Raises PersonUnknown for one who had not joined by then."""
    facts = _upto(ledger, owner_boundary(person_id), where)
    if not facts:
        raise PersonUnknown
    cameo_ids = cameos_of(facts, person_id)
    if cameo_ids:
        facts = _merged(facts, _upto(ledger, cameo_boundary(cameo_ids), where))
        askers = askers_of(facts, person_id)
        for first in range(0, len(askers), _CLAUSES_MAX):
            some = askers[first : first + _CLAUSES_MAX]
            facts = _merged(facts, _upto(ledger, leaving_boundary(some), where))
    audit = subject_audit(person_id, facts, where.at)
    steps = (*audit.steps, *(step for clip in audit.clips for step in clip.steps))
    return Told(audit, where, tuple(sorted(step.position for step in steps)))


def audit_clip(ledger: Ledger, clip_id: ClipId, where: AsOf) -> Told:
    """The audit of a clip. Raises ClipUnknown for one that nobody had asked for by then."""
    audit = clip_audits(_upto(ledger, clip_boundary(clip_id), where)).get(clip_id)
    if audit is None:
        raise ClipUnknown
    return Told(audit, where, tuple(step.position for step in audit.steps))


def _upto(ledger: Ledger, boundary: Boundary, where: AsOf) -> list[Recorded]:
    return [fact for fact in ledger.read(boundary) if fact.position <= where.position]


def _merged(*parts: Iterable[Recorded]) -> list[Recorded]:
    """Facts of several readings in the log's order, each once."""
    by_position = {fact.position: fact for part in parts for fact in part}
    return [by_position[position] for position in sorted(by_position)]
