"""Asking for clips: request, remix, watch the progress, cancel."""

from collections.abc import AsyncIterator

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.params import JSONBody
from litestar.response import ServerSentEvent
from litestar.response.sse import ServerSentEventMessage

from api.desk import Desk, Reader, answer
from api.minting import mint, mint_seed, now
from api.principal import Principal
from api.routes_shared import maker_of
from api.wire import ClipSettings, GenerationBody
from api.wiring import Wiring
from domain.decisions.generations import CancelGeneration, RequestGeneration
from domain.decisions.remixes import RemixClip
from domain.errors import JobUnknown
from domain.events import GenerationRequested
from domain.ids import ClipId, JobId, PersonId
from projections.views import job_status

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
