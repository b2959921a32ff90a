"""What happened that concerns oneself, newest first, and how much of it one has not seen."""

import asyncio

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from api.desk import Asker, Parts, Views, answer
from api.notice_cards import NoticeCard, notice_cards
from api.wire import PositionInQuery, SeenNoticesBody
from domain.store import POSITION_MAX
from projections.views import notices

NOTICES_MAX = 30
# What is counted: a phone shows no more than "99+".
UNSEEN_MAX = 100


class NoticePage(msgspec.Struct, frozen=True):
    """Some notices; `next` is where older ones follow, `unseen_count` counts to 100."""

    notices: list[NoticeCard]
    unseen_count: int
    next: int | None


@get("/notices")
async def listed(
    principal: Asker, wiring: Parts, reader: Views, before: PositionInQuery = POSITION_MAX
) -> Response[NoticePage]:
    """What happened that concerns oneself, newest first; `before` is the `next` of the page before."""
    me = principal.person_id
    rows = notices.of_person(reader.views, me, NOTICES_MAX, before)
    newest = notices.of_person(reader.views, me, UNSEEN_MAX, POSITION_MAX)
    seen = await asyncio.to_thread(wiring.seen_notices.upto, me)
    unseen = notice_cards(reader, me, [row for row in newest if row.position > seen])
    page = NoticePage(
        notices=notice_cards(reader, me, rows),
        unseen_count=len(unseen),
        next=rows[-1].number if len(rows) == NOTICES_MAX else None,
    )
    return answer(page, reader.position)


@post("/notices/seen", status_code=204)
async def see(data: JSONBody[SeenNoticesBody], principal: Asker, wiring: Parts) -> Response[None]:
    """Say that one saw one's notices up to this position of the log, the newest one's as a rule."""
    head = wiring.ledger.head()
    await asyncio.to_thread(wiring.seen_notices.see, principal.person_id, min(data.position, head))
    return answer(None, head, 204)


ROUTES = (listed, see)
