"""What is taken down when consent ends: the clips and jobs of a cameo or a maker, and which of them must go."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from domain.events import (
    CameoErased,
    ClipDisowned,
    ClipPublished,
    ClipWithdrawn,
    ConsentRevoked,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
)
from domain.ids import CameoId, ClipId, GrantId, PersonId, RevocationId

WORK_EVENTS = (
    GenerationRequested, GenerationCompleted, GenerationFailed, GenerationCancelled, ClipPublished, ClipWithdrawn,
)  # fmt: skip
"""All that decides whether a clip or its job stands; each carries its maker's tag and those of its cast."""

Root = ConsentRevoked | ClipDisowned | CameoErased
"""What a reach begins with."""

ROOTS = (ConsentRevoked, ClipDisowned, CameoErased)

Cause = Literal["revoked", "subject", "erased"]


class Work(msgspec.Struct):
    """One clip, from its request on: a job that is open, a clip or draft that stands, or neither any more.

    `held` is what a reviewer took down: an appeal may put it back, so it is to be reached like what stands.
    """

    requested: GenerationRequested
    status: Literal["open", "made", "held", "gone"] = "open"


class Works:
    """Clips by id in the order in which they were asked for.

    One fold's own, and changed in place: with thousands of clips, a copy for each event would take minutes.
    """

    def __init__(self) -> None:
        self._of: dict[ClipId, Work] = {}

    def take(self, event: Event) -> None:
        """Takes one more event in; others than `WORK_EVENTS` are passed over."""
        match event:
            case GenerationRequested(clip_id=clip_id):
                self._of[clip_id] = Work(event)
            case GenerationCompleted(clip_id=clip_id) | ClipPublished(clip_id=clip_id) if clip_id in self._of:
                self._of[clip_id].status = "made"
            case ClipWithdrawn(clip_id=clip_id, cause="moderated") if clip_id in self._of:
                self._of[clip_id].status = "held"
            case GenerationFailed() | GenerationCancelled() | ClipWithdrawn() if event.clip_id in self._of:
                self._of[event.clip_id].status = "gone"

    def __contains__(self, clip_id: object) -> bool:
        return clip_id in self._of

    def ids(self) -> frozenset[ClipId]:
        """The clips that were asked for so far, whatever became of them."""
        return frozenset(self._of)

    def standing(self, clip_ids: Iterable[ClipId] | None = None) -> list[Work]:
        """Those that are still to be taken down, oldest first; of some clips, or of all."""
        wanted = self._of.keys() if clip_ids is None else {*clip_ids}
        return [work for clip_id, work in self._of.items() if clip_id in wanted and work.status != "gone"]

    def by_others(self, owner_id: PersonId, clip_ids: Iterable[ClipId]) -> set[ClipId]:
        """Those of the clips that somebody else than the owner asked for."""
        return {each for each in clip_ids if self._of[each].requested.maker_id != owner_id}

    def under(self, cameo_id: CameoId, grant_id: GrantId) -> set[ClipId]:
        """The clips whose casting of a cameo rests on a grant, their own or their source's."""
        return {
            clip_id
            for clip_id, work in self._of.items()
            for casting in work.requested.cast
            if casting.cameo_id == cameo_id and grant_id in casting.grant_ids
        }

    def with_remixes(self, clip_ids: Iterable[ClipId]) -> set[ClipId]:
        """The clips and all that was made after them, at any depth."""
        found = {*clip_ids}
        for clip_id, work in self._of.items():  # a source is asked for before its remixes
            if work.requested.remix_of in found:
                found.add(clip_id)
        return found


def to_take_down(root: Root, works: Works, asked_before: Iterable[ClipId]) -> list[Work]:
    """What a revocation reaches and still stands; `asked_before` are the clips older than the revocation.

    All consent can be given anew while a large revocation is still under way: what is made by the new one
    stays. A single grant never comes back, nor does an erased cameo.
    """
    match root:
        case CameoErased():
            return works.standing()
        case ClipDisowned(clip_id=clip_id):
            return works.standing(works.with_remixes((clip_id,)))
        case ConsentRevoked(grant_id=None, owner_id=owner_id):
            return works.standing(works.by_others(owner_id, works.with_remixes(asked_before)))
        case ConsentRevoked(cameo_id=cameo_id, grant_id=grant_id):
            return works.standing(works.under(cameo_id, grant_id))


def cause_of(root: Root) -> Cause:
    """What the log names as the reason."""
    match root:
        case ConsentRevoked():
            return "revoked"
        case ClipDisowned():
            return "subject"
        case CameoErased():
            return "erased"


def taken_down(work: Work, cause: Cause, revocation_id: RevocationId | None = None) -> Event:
    """The end of a clip or draft, or of the job that would have made it; its maker is not charged for that."""
    asked = work.requested
    if work.status == "open":
        return GenerationCancelled(
            job_id=asked.job_id,
            clip_id=asked.clip_id,
            allowance_id=asked.allowance_id,
            refunded=True,
            maker_id=asked.maker_id,
            cause=cause,
            cameo_ids=asked.cameo_ids,
            revocation_id=revocation_id,
        )
    return ClipWithdrawn(
        clip_id=asked.clip_id,
        maker_id=asked.maker_id,
        cause=cause,
        cameo_ids=asked.cameo_ids,
        revocation_id=revocation_id,
    )
