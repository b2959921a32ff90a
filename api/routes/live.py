"""What happens elsewhere and concerns the member who asks, as it happens."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import msgspec
from litestar import Request, get
from litestar.response import ServerSentEvent
from litestar.response.sse import ServerSentEventMessage

from api.desk import Asker, Parts
from api.live.news import Told
from api.principal import Principal
from api.wire import position_in
from api.wiring import Wiring

KEEPALIVE_S = 15.0


@get("/live")
async def live(request: Request[Any, Any, Any], principal: Asker, wiring: Parts) -> ServerSentEvent:
    """News as server-sent events, resumed after `Last-Event-ID`, until the access that asks is revoked.

    `gone`: clips that the member may not see any longer. `people`: somebody blocked, was unblocked or left: reload
    what is shown. `notice`: what concerns them, as `GET /api/notices` has it. `feed`: somebody whom
    one follows published. `job`: a job of one's own began or ended.
    """
    after = position_in(request.headers.get("last-event-id"))
    return ServerSentEvent(_stream(wiring, principal, after))


async def _stream(wiring: Wiring, principal: Principal, after: int) -> AsyncIterator[ServerSentEventMessage]:
    board = wiring.switchboard
    with board.line(principal.person_id, principal.access_id) as line:
        # Asked once more, now that the line would hear of it: the access may have ended since it was let in.
        if not wiring.gate.is_good(principal):
            return
        here = board.position()
        # A position at once, so that a stream that breaks off before any news resumes from here.
        yield ServerSentEventMessage(event="here", id=here, data="{}")
        if 0 < after < here:
            for told in await asyncio.to_thread(board.missed, principal.person_id, after, here):
                yield _message(told)
        news = aiter(line.news())
        upcoming = asyncio.ensure_future(anext(news))
        try:
            while True:
                await asyncio.wait((upcoming,), timeout=KEEPALIVE_S)
                if not upcoming.done():
                    yield ServerSentEventMessage(data=None, comment="still there")
                    continue
                try:
                    told = upcoming.result()
                except StopAsyncIteration:
                    return
                yield _message(told)
                upcoming = asyncio.ensure_future(anext(news))
        finally:
            upcoming.cancel()
            await asyncio.gather(upcoming, return_exceptions=True)


def _message(told: Told) -> ServerSentEventMessage:
    return ServerSentEventMessage(
        event=told.news.kind, id=told.position, data=msgspec.json.encode(told.news.data).decode()
    )


ROUTES = (live,)
