"""Asking for clips: request, remix, watch the progress, cancel."""

import msgspec
from litestar import Response, post
from litestar.params import JSONBody

from api.cards import maker_of
from api.desk import Desk, answer
from api.minting import mint, mint_seed, now
from api.principal import Principal
from api.wire import ClipSettings, GenerationBody
from api.wiring import Wiring
from domain.decisions.generations import RequestGeneration
from domain.decisions.remixes import RemixClip
from domain.events import GenerationRequested
from domain.ids import ClipId, JobId
from domain.ledger import Receipt

JOBS_MAX = 100


class Accepted(msgspec.Struct, frozen=True):
    """A request that stands in the log; the clip's id is known from the start."""

    job_id: JobId
    clip_id: ClipId
    status: str
    events_url: str


def settings_of(data: ClipSettings) -> dict[str, object]:
    """The command's fields that a body's settings decide."""
    width_px, height_px = data.size_px
    storyboard = None if data.storyboard is None else msgspec.json.encode(data.storyboard).decode()
    return {
        "duration_s": data.seconds,
        "width_px": width_px,
        "height_px": height_px,
        "style": data.style,
        "seed": mint_seed() if data.seed is None else data.seed,
        "storyboard": storyboard,
    }


def accepted(receipt: Receipt) -> Response[Accepted]:
    """The answer to a request that stands in the log."""
    (requested,) = (event for event in receipt.events if isinstance(event, GenerationRequested))
    body = Accepted(
        job_id=requested.job_id,
        clip_id=requested.clip_id,
        status="queued",
        events_url=f"/api/generations/{requested.job_id}/events",
    )
    return answer(body, receipt.position, 202)


@post("/generations")
async def request_generation(
    data: JSONBody[GenerationBody], principal: Principal, wiring: Wiring, desk: Desk
) -> Response[Accepted]:
    """Ask for a clip."""
    command = RequestGeneration(
        job_id=JobId(mint("job")),
        clip_id=ClipId(mint("clip")),
        maker_id=principal.person_id,
        prompt=data.prompt,
        allowance_per_day=wiring.settings.allowance_per_day,
        at=now(),
        **settings_of(data),
    )
    return accepted(await desk.handle(command))


@post("/clips/{clip_id:str}/remix")
async def remix(
    clip_id: str,
    data: JSONBody[GenerationBody],
    principal: Principal,
    wiring: Wiring,
    desk: Desk,
) -> Response[Accepted]:
    """Ask for a clip after a published one; the lineage is kept."""
    command = RemixClip(
        job_id=JobId(mint("job")),
        clip_id=ClipId(mint("clip")),
        maker_id=principal.person_id,
        prompt=data.prompt,
        allowance_per_day=wiring.settings.allowance_per_day,
        at=now(),
        source_id=ClipId(clip_id),
        source_maker_id=maker_of(wiring.ledger, ClipId(clip_id)),
        **settings_of(data),
    )
    return accepted(await desk.handle(command))
