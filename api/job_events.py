"""A job's life as server-sent events: progress while it lasts, then how it ended."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import msgspec
from litestar.response.sse import ServerSentEventMessage

from api.wiring import Wiring
from domain.decider import Clause
from domain.decisions.jobs import JOB_EVENTS
from domain.events import (
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
)
from domain.ids import ClipId, JobId, PersonId
from domain.ledger import Ledger
from render_cluster.job import Progress
from render_cluster.progress_board import Numbered, ProgressBoard

KEEPALIVE_S = 15.0
FORGOTTEN_POLL_S = 1.0


class JobProgress(Progress, frozen=True):
    """How far a job is, and where its newest picture is while it is drawn."""

    preview_url: str | None = None


class Ended(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a job ended; `position` is where the views stand that know of it."""

    job_id: JobId
    clip_id: ClipId
    position: int
    code: str | None = None


async def job_events(wiring: Wiring, job_id: JobId, after: int) -> AsyncIterator[ServerSentEventMessage]:
    """Progress past number `after`, then `completed`, `failed` or `cancelled`, once the views know of it."""
    async with contextlib.aclosing(wiring.board.follow(job_id, after)) as progress:
        upcoming: asyncio.Task[Numbered] | None = None
        try:
            while (end := _end(wiring.ledger, job_id)) is None:
                upcoming = upcoming or asyncio.ensure_future(anext(progress))
                await asyncio.wait((upcoming,), timeout=KEEPALIVE_S)
                if not upcoming.done():
                    yield ServerSentEventMessage(data=None, comment="still there")
                    continue
                try:
                    numbered = upcoming.result()
                except StopAsyncIteration:
                    if wiring.board.is_closed:  # the server winds up; the watcher comes back to the next one
                        return
                    # The board forgot the job; the log will say how it ends.
                    await asyncio.sleep(FORGOTTEN_POLL_S)
                    continue
                finally:
                    upcoming = None
                yield ServerSentEventMessage(
                    event="progress",
                    id=numbered.number,
                    data=msgspec.json.encode(job_progress(wiring.board, job_id, numbered.progress)).decode(),
                )
        finally:
            if upcoming is not None:
                upcoming.cancel()
                await asyncio.gather(upcoming, return_exceptions=True)
    name, ended = end
    await wiring.position_watch.reached(ended.position)
    yield ServerSentEventMessage(event=name, data=msgspec.json.encode(ended).decode())


def job_progress(board: ProgressBoard, job_id: JobId, progress: Progress) -> JobProgress:
    """Progress as a watcher is told; each picture has an address of its own, so that a page fetches it anew."""
    preview = board.preview(job_id)
    url = f"/api/generations/{job_id}/preview?frame={preview.frames_done}" if preview else None
    return JobProgress(**msgspec.structs.asdict(progress), preview_url=url)


def has_ended(ledger: Ledger, job_id: JobId) -> bool:
    """Whether a job ended; asked of the log, so that it is known at once."""
    return _end(ledger, job_id) is not None


def requester_of(ledger: Ledger, job_id: JobId) -> PersonId | None:
    """Who asked for a job; asked of the log, so that it is known at once."""
    for recorded in ledger.read((Clause((GenerationRequested,), (job_id,)),)):
        return recorded.event.maker_id
    return None


def _end(ledger: Ledger, job_id: JobId) -> tuple[str, Ended] | None:
    for recorded in ledger.read((Clause(JOB_EVENTS, (job_id,)),)):
        named = _named(recorded.event)
        if named is not None:
            event, position = recorded.event, recorded.position
            return named, Ended(job_id, event.clip_id, position, getattr(event, "code", None))
    return None


def _named(event: Event) -> str | None:
    match event:
        case GenerationCompleted():
            return "completed"
        case GenerationFailed():
            return "failed"
        case GenerationCancelled():
            return "cancelled"
    return None
