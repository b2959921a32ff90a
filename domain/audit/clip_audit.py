"""The story of one clip: who is in it by whose leave, each check of that, and how it ended."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from domain.decider import Boundary, Clause
from domain.events import (
    Casting,
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRefused,
    GenerationRequested,
    GenerationStarted,
)
from domain.ids import CameoId, ClipId, PersonId
from domain.recorded import Recorded

KINDS = (
    GenerationRequested,
    GenerationRefused,
    GenerationStarted,
    GenerationCompleted,
    GenerationFailed,
    GenerationCancelled,
    ClipPublished,
    ClipWithdrawn,
)


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """One fact of a clip's life: at acceptance, start, completion and publication consent was judged anew."""

    position: int
    at: datetime
    what: str
    actor: str
    detail: str = ""


class ClipAudit(msgspec.Struct, frozen=True, tag="clip"):
    """A clip or what never became one, as of some position."""

    clip_id: ClipId
    maker_id: PersonId | None
    status: str
    cast: tuple[Casting, ...]
    steps: tuple[Step, ...]
    remix_of: ClipId | None = None

    def casts(self, cameo_id: CameoId) -> bool:
        """Whether this cameo is in the clip."""
        return any(casting.cameo_id == cameo_id for casting in self.cast)


def clip_boundary(clip_id: ClipId) -> Boundary:
    """The events that name a clip; those of its remixes among them."""
    return (Clause(KINDS, (clip_id,)),)


def clip_audits(facts: Iterable[Recorded]) -> dict[ClipId, ClipAudit]:
    """The clips that these facts tell of, each with its own steps, in order of appearance."""
    audits: dict[ClipId, ClipAudit] = {}
    for fact in facts:
        if isinstance(fact.event, KINDS):
            clip_id = fact.event.clip_id
            before = audits.get(clip_id) or ClipAudit(clip_id, None, "unknown", (), ())
            audits[clip_id] = _after(before, fact)
    return audits


def _after(audit: ClipAudit, fact: Recorded) -> ClipAudit:
    event = fact.event
    step = Step(fact.position, fact.meta.recorded_at, event.name, fact.meta.actor, _detail(event))
    audit = msgspec.structs.replace(audit, steps=(*audit.steps, step), status=_status(audit, event))
    match event:
        case GenerationRequested():
            return msgspec.structs.replace(
                audit, maker_id=event.maker_id, cast=event.cast, remix_of=event.remix_of
            )
        case GenerationRefused(maker_id=maker_id):
            return msgspec.structs.replace(audit, maker_id=maker_id)
    return audit


def _status(audit: ClipAudit, event: Event) -> str:
    match event:
        case GenerationRequested():
            return "requested"
        case GenerationRefused():
            return "refused" if audit.status == "unknown" else audit.status
        case GenerationStarted():
            return "started"
        case GenerationCompleted():
            return "draft"
        case GenerationFailed():
            return "failed"
        case GenerationCancelled():
            return "cancelled"
        case ClipPublished():
            return "published"
    return "withdrawn"


def _detail(event: Event) -> str:
    match event:
        case GenerationRefused(stage=stage, rule=rule):
            return f"{stage}: {rule}"
        case GenerationFailed(code=code):
            return code
        case GenerationCancelled(cause=cause) | ClipWithdrawn(cause=cause):
            return cause
    return ""
