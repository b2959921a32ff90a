"""Asking for clips: request, remix, watch the progress, cancel."""

import asyncio
from datetime import datetime
from typing import Any

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.params import JSONBody
from litestar.response import ServerSentEvent

from api.cards import maker_of
from api.consent.asked import Asked
from api.desk import Asker, Commands, Parts, Reader, Views, answer
from api.job_events import JobProgress, has_ended, job_events, job_progress, requester_of
from api.minting import mint, mint_seed, now
from api.principal import Principal
from api.problems import ConsentRefused, PreviewAbsent
from api.storyboards import admitted, described
from api.wire import GenerationBody, IdInPath, position_in
from api.wiring import Wiring
from domain.decisions.generations import RequestGeneration, checked_prompt
from domain.decisions.jobs import CancelGeneration
from domain.decisions.remixes import RemixClip
from domain.errors import JobUnknown
from domain.events import GenerationRefused, GenerationRequested
from domain.ids import ClipId, JobId, PersonId, RefusalId
from domain.ledger import Receipt
from domain.limits import CLIP_DURATION_S, CLIP_DURATION_S_MAX, CLIP_DURATION_S_MIN
from domain.store import POSITION_MAX
from projections.views import job_status
from projections.views.guardianship import caps_on

JOBS_MAX = 100


class Accepted(msgspec.Struct, frozen=True):
    """A request that stands in the log; the clip's id is known from the start."""

    job_id: JobId
    clip_id: ClipId
    status: str
    events_url: str


class JobCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """A job as its maker sees it; `code` says why it failed."""

    job_id: JobId
    clip_id: ClipId
    status: str
    prompt: str | None
    requested_at: datetime
    attempt: int = 0
    code: str | None = None
    progress: JobProgress | None = None
    remix_of: ClipId | None = None


def job_card(row: job_status.Job) -> JobCard:
    """The card of a row."""
    return JobCard(
        job_id=row.job_id,
        clip_id=row.clip_id,
        status=row.status,
        prompt=row.prompt,
        requested_at=row.requested_at,
        attempt=row.attempt,
        code=row.error_code,
        remix_of=row.remix_of,
    )


def own_job(reader: Reader, principal: Principal, job_id: JobId) -> job_status.Job:
    """The row of a job of the asker's. Raises JobUnknown."""
    row = job_status.get(reader.views, job_id)
    if row is None or row.maker_id != principal.person_id:
        raise JobUnknown
    return row


def wish_of(
    data: GenerationBody, wiring: Wiring, maker_id: PersonId, source_id: ClipId | None = None
) -> dict[str, object]:
    """The command's fields that a body decides.

    Raises StoryboardRefused, PersonUnknown, CameoUnknown, CastTooLarge.
    """
    width_px, height_px = data.size_px
    storyboard = data.storyboard and admitted(data.storyboard, data.seconds, data.style, data.seed)
    wish = {
        "prompt": data.prompt,
        "duration_s": data.seconds or CLIP_DURATION_S,
        "width_px": width_px,
        "height_px": height_px,
        "style": data.style,
        "seed": mint_seed() if data.seed is None else data.seed,
        "storyboard": None,
    }
    if storyboard is not None:
        wish |= {
            "prompt": described(storyboard) if data.prompt is None else data.prompt,
            # Its shots may add up to a hair more or less than the limits.
            "duration_s": min(max(storyboard.duration_s, CLIP_DURATION_S_MIN), CLIP_DURATION_S_MAX),
            "style": storyboard.style,
            "seed": storyboard.seed,
            "storyboard": msgspec.json.encode(storyboard).decode(),
        }
    asked = Asked(checked_prompt(wish["prompt"]), storyboard)
    return wish | wiring.casting.named(asked, maker_id, source_id)._asdict()


def accepted(receipt: Receipt) -> Response[Accepted]:
    """The answer to a request that stands in the log. Raises ConsentRefused where it was refused there."""
    for refused in receipt.events:
        if isinstance(refused, GenerationRefused):
            raise ConsentRefused(refused, receipt.position)
    (requested,) = (event for event in receipt.events if isinstance(event, GenerationRequested))
    body = Accepted(
        job_id=requested.job_id,
        clip_id=requested.clip_id,
        status="queued",
        events_url=f"/api/generations/{requested.job_id}/events",
    )
    return answer(body, receipt.position, 202)


@post("/generations", status_code=202)
async def request_generation(
    data: JSONBody[GenerationBody],
    principal: Asker,
    wiring: Parts,
    reader: Views,
    desk: Commands,
) -> Response[Accepted]:
    """Ask for a clip."""
    command = RequestGeneration(
        job_id=JobId(mint("job")),
        clip_id=ClipId(mint("clip")),
        refusal_id=RefusalId(mint("refusal")),
        maker_id=principal.person_id,
        allowance_per_day=wiring.settings.allowance_per_day,
        at=now(),
        utc_offset_min=caps_on(reader.views, principal.person_id).utc_offset_min,
        **await asyncio.to_thread(wish_of, data, wiring, principal.person_id),
    )
    return accepted(await desk.handle(command))


@post("/clips/{clip_id:str}/remix", status_code=202)
async def remix(
    clip_id: IdInPath,
    data: JSONBody[GenerationBody],
    principal: Asker,
    wiring: Parts,
    reader: Views,
    desk: Commands,
) -> Response[Accepted]:
    """Ask for a clip after a published one; the lineage is kept."""
    command = RemixClip(
        job_id=JobId(mint("job")),
        clip_id=ClipId(mint("clip")),
        refusal_id=RefusalId(mint("refusal")),
        maker_id=principal.person_id,
        allowance_per_day=wiring.settings.allowance_per_day,
        at=now(),
        utc_offset_min=caps_on(reader.views, principal.person_id).utc_offset_min,
        source_id=ClipId(clip_id),
        source_maker_id=maker_of(wiring.ledger, ClipId(clip_id)),
        **await asyncio.to_thread(wish_of, data, wiring, principal.person_id, ClipId(clip_id)),
    )
    return accepted(await desk.handle(command))


@get("/generations")
async def list_jobs(principal: Asker, reader: Views) -> Response[list[JobCard]]:
    """One's own jobs, newest first."""
    rows = job_status.of_maker(reader.views, principal.person_id, JOBS_MAX, POSITION_MAX)
    return answer([job_card(row) for row in rows], reader.position)


@get("/generations/{job_id:str}")
async def job(
    job_id: IdInPath,
    principal: Asker,
    wiring: Parts,
    reader: Views,
) -> Response[JobCard]:
    """One job of one's own, with its newest progress."""
    card = job_card(own_job(reader, principal, JobId(job_id)))
    newest = wiring.board.newest(job_id)
    if newest is not None and card.status in ("queued", "started"):
        progress = job_progress(wiring.board, card.job_id, newest.progress)
        card = msgspec.structs.replace(card, progress=progress)
    return answer(card, reader.position)


@get("/generations/{job_id:str}/events")
async def events(
    job_id: IdInPath,
    request: Request[Any, Any, Any],
    principal: Asker,
    wiring: Parts,
) -> ServerSentEvent:
    """A job's progress as server-sent events, resumed after `Last-Event-ID`; the last one says how it ended."""
    requester = requester_of(wiring.ledger, JobId(job_id))
    if requester != principal.person_id:
        raise JobUnknown
    after = position_in(request.headers.get("last-event-id"))
    return ServerSentEvent(job_events(wiring, JobId(job_id), after))


@get("/generations/{job_id:str}/preview", media_type="image/webp")
async def preview(job_id: IdInPath, principal: Asker, wiring: Parts) -> Response[bytes]:
    """The newest picture of a job of one's own while it is drawn; nothing keeps it."""
    if requester_of(wiring.ledger, JobId(job_id)) != principal.person_id:
        raise JobUnknown
    newest = wiring.board.preview(job_id)
    # The board hears of an end a moment after it stands in the log, which is when somebody's consent is gone.
    if newest is None or has_ended(wiring.ledger, JobId(job_id)):
        raise PreviewAbsent
    return Response(newest.webp, media_type="image/webp", headers={"Cache-Control": "no-store"})


@delete("/generations/{job_id:str}", status_code=204)
async def cancel(job_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Call a job of one's own off."""
    receipt = await desk.handle(CancelGeneration(job_id=JobId(job_id), maker_id=principal.person_id))
    return answer(None, receipt.position, 204)


ROUTES = (request_generation, remix, list_jobs, job, events, preview, cancel)
