"""What a revocation reached, as its owner keeps it: each clip and job with its time, its grants and its maker."""

import sqlite3
from datetime import datetime
from typing import Literal

import msgspec

from api.cards import Maker, handle_of
from domain.decider import Clause
from domain.errors import RevocationUnknown
from domain.events import (
    ClipDisowned,
    ClipWithdrawn,
    ConsentRevoked,
    GenerationCancelled,
    GenerationRequested,
    RevocationReached,
)
from domain.ids import CameoId, ClipId, GrantId, JobId, PersonId, RevocationId
from domain.ledger import Ledger, Recorded
from domain.reach import ROOTS, Root
from projections.views import member_directory

Kind = Literal["grant", "all", "clip", "cameo"]

REVOCATIONS_MAX = 100

_PARTS = (*ROOTS, ClipWithdrawn, GenerationCancelled, RevocationReached)


class Reached(msgspec.Struct, frozen=True, omit_defaults=True):
    """A clip or draft that was taken down, or a job that was called off before it made one."""

    what: Literal["clip", "job"]
    clip_id: ClipId
    job_id: JobId
    at: datetime
    maker: Maker
    grant_ids: tuple[GrantId, ...] = ()


class Revocation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One end of consent; `finished_at` is missing while it is under way, and guardians see counts alone."""

    revocation_id: RevocationId
    cameo_id: CameoId
    kind: Kind
    revoked_at: datetime
    clips_count: int
    jobs_count: int
    grant_id: GrantId | None = None
    clip_id: ClipId | None = None
    finished_at: datetime | None = None
    reached: tuple[Reached, ...] = ()


def revocation(
    ledger: Ledger, views: sqlite3.Connection, asker_id: PersonId, revocation_id: RevocationId
) -> Revocation:
    """The receipt of a revocation of the asker's likeness, or by them. Raises RevocationUnknown."""
    first, *others = ledger.read((Clause(_PARTS, (revocation_id,)),), opened=False) or [None]
    if first is None or asker_id not in (first.event.owner_id, getattr(first.event, "revoker_id", None)):
        raise RevocationUnknown
    root: Root = first.event
    counted = _counted(first, others)
    if asker_id != root.owner_id:
        return counted
    reached = _reached(ledger, views, root.cameo_id, _ends(others))
    return msgspec.structs.replace(counted, reached=reached)


def revocations_of(ledger: Ledger, owner_id: PersonId) -> list[Revocation]:
    """The newest revocations of a person's likeness, newest first, counted and not listed."""
    begun = ledger.read((Clause(ROOTS, (owner_id,)),), opened=False)
    # One that a guardian began carries the guardian's tag too, and is the teen's alone to see in a list.
    own = [each for each in begun if each.event.owner_id == owner_id]
    newest = own[-REVOCATIONS_MAX:]
    return [_counted(first, _parts_after(ledger, first)) for first in reversed(newest)]


def _parts_after(ledger: Ledger, first: Recorded) -> list[Recorded]:
    return ledger.read((Clause(_PARTS, (first.event.revocation_id,)),), opened=False)[1:]


def _counted(first: Recorded, others: list[Recorded]) -> Revocation:
    """The receipt without the list of what was reached."""
    root: Root = first.event
    ends = _ends(others)
    clips_count = sum(isinstance(each.event, ClipWithdrawn) for each in ends)
    return Revocation(
        revocation_id=root.revocation_id,
        cameo_id=root.cameo_id,
        kind=_kind(root),
        revoked_at=first.meta.recorded_at,
        clips_count=clips_count,
        jobs_count=len(ends) - clips_count,
        grant_id=getattr(root, "grant_id", None),
        clip_id=getattr(root, "clip_id", None),
        finished_at=next((each.meta.recorded_at for each in others if each not in ends), None),
    )


def _ends(others: list[Recorded]) -> list[Recorded]:
    return [each for each in others if not isinstance(each.event, RevocationReached)]


def _kind(root: Root) -> Kind:
    if isinstance(root, ConsentRevoked):
        return "all" if root.grant_id is None else "grant"
    return "clip" if isinstance(root, ClipDisowned) else "cameo"


def _reached(
    ledger: Ledger, views: sqlite3.Connection, cameo_id: CameoId, ends: list[Recorded]
) -> tuple[Reached, ...]:
    requested = (Clause((GenerationRequested,), (cameo_id,)),)
    asked = (each.event for each in ledger.read(requested, opened=False))
    requests = {each.clip_id: each for each in asked}
    makers = member_directory.get_many(views, {each.event.maker_id for each in ends})
    return tuple(
        Reached(
            what="clip" if isinstance(each.event, ClipWithdrawn) else "job",
            clip_id=each.event.clip_id,
            job_id=requests[each.event.clip_id].job_id,
            at=each.meta.recorded_at,
            maker=Maker(each.event.maker_id, handle_of(makers, each.event.maker_id)),
            grant_ids=_grants(requests[each.event.clip_id], cameo_id),
        )
        for each in ends
    )


def _grants(asked: GenerationRequested, cameo_id: CameoId) -> tuple[GrantId, ...]:
    return next((casting.grant_ids for casting in asked.cast if casting.cameo_id == cameo_id), ())
