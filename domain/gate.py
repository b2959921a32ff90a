"""The gate: whether everybody in a clip's cast consents, asked at acceptance, start, completion and publication."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

import msgspec

from domain.consent import CastWish, Denial, Standing, boundary_of
from domain.decider import Boundary
from domain.events import Casting, Event, GateStage, GenerationRefused, GenerationRequested
from domain.ids import CameoId, GrantId, JobId, PersonId, RefusalId

CAST_COUNT_MAX = 4
PERSON_NAMED = "person_named"
MODERATED = "moderated"

_WISHES = msgspec.json.Decoder(tuple[CastWish, ...])


class Cast(msgspec.Struct, frozen=True):
    """How each cameo that is wanted stands before one maker."""

    standings: tuple[Standing, ...]

    def evolve(self, event: Event) -> "Cast":
        """The cast after one more event."""
        return Cast(tuple(each.evolve(event) for each in self.standings))


class Kept(NamedTuple):
    """Somebody's consent is missing: whose, and why."""

    cameo_id: CameoId
    denial: Denial


def cast_boundary(wishes: Iterable[CastWish], asker_id: PersonId) -> Boundary:
    """The events that decide on a cast; empty for an empty one."""
    return tuple(clause for wish in wishes for clause in boundary_of(wish, asker_id))


def cast_of(wishes: Iterable[CastWish], asker_id: PersonId) -> Cast:
    """The cast before any event."""
    return Cast(tuple(Standing(wish.cameo_id, wish.owner_id, asker_id) for wish in wishes))


def judged(
    cast: Cast, wishes: Iterable[CastWish], at: datetime, job_id: JobId | None = None
) -> tuple[Casting, ...] | Kept:
    """The castings of wishes that are all permitted, or the first that is not."""
    castings = []
    for standing, wish in zip(cast.standings, wishes, strict=True):
        found = standing.permit(wish, at, job_id)
        if isinstance(found, Denial):
            return Kept(wish.cameo_id, found)
        grant_ids: tuple[GrantId, ...] = () if found.grant_id is None else (found.grant_id,)
        castings.append(Casting(wish.cameo_id, wish.owner_id, wish.uses, grant_ids))
    return tuple(castings)


def wishes_of(requested: GenerationRequested) -> tuple[CastWish, ...]:
    """What a request asked of whom, with the readings that were judged then; none are left of an erased maker."""
    if requested.cast_wishes is not None:
        return _WISHES.decode(requested.cast_wishes)
    return tuple(CastWish(each.cameo_id, each.owner_id, each.uses) for each in requested.cast)


def encoded_wishes(wishes: tuple[CastWish, ...]) -> str | None:
    """The form in which a request keeps its wishes; None for none."""
    return msgspec.json.encode(wishes).decode() if wishes else None


def refusal(
    refusal_id: RefusalId,
    wished: GenerationRequested,
    stage: GateStage,
    rule: str,
    evidence: str,
    cameo_ids: tuple[CameoId, ...],
    caption: str | None = None,
) -> GenerationRefused:
    """The fact of a refusal, which keeps the whole request that was wished or stood."""
    return GenerationRefused(
        refusal_id=refusal_id,
        job_id=wished.job_id,
        clip_id=wished.clip_id,
        maker_id=wished.maker_id,
        allowance_id=wished.allowance_id,
        stage=stage,
        rule=rule,
        cameo_ids=cameo_ids,
        evidence=evidence,
        wish=msgspec.json.encode(wished).decode(),
        caption=caption,
    )
