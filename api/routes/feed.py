"""The feed: a page, why a clip stands in it, and which clips were seen."""

import asyncio
from collections.abc import Sequence
from typing import Annotated

import msgspec
from litestar import Response, get, post
from litestar.params import FromQuery, JSONBody, QueryParameter

from api.cards import ClipCard, cards
from api.desk import Asker, Commands, Parts, Views, answer
from api.minting import mint, now
from api.problems import ViewBehind
from api.wellbeing.stops import admit
from api.wellbeing.watch_cap import clips_left, watch
from api.wire import IdInPath, PositionInQueryOrNone, SeenBody
from domain.decisions.instructions import ExpireInstructions
from domain.decisions.wellness import CallWellnessCheck
from domain.errors import CheckNotDue
from domain.ids import CheckId, ClipId
from projections.views import instructions, member_directory
from recommender.feed import PAGE_ITEMS_MAX
from recommender.look import Circle
from recommender.presenter import Page, ShownReason, Why
from recommender.slate import Order

PAGE_ITEMS = 30
VIEWS_S_MAX = 1.0


class FeedItem(msgspec.Struct, frozen=True):
    """A clip and why it stands here; `reason` is the weightiest of `reasons`."""

    clip: ClipCard
    reason: ShownReason
    reasons: tuple[ShownReason, ...]


class FeedPage(msgspec.Struct, frozen=True):
    """Some items of a slate; without a cursor it was the last page."""

    slate_id: str
    position: int
    items: list[FeedItem]
    cursor: str | None


@get("/feed")
async def page(
    principal: Asker,
    wiring: Parts,
    reader: Views,
    desk: Commands,
    ask: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=PAGE_ITEMS_MAX)] = PAGE_ITEMS,
    cursor: FromQuery[str | None] = None,
    as_of: PositionInQueryOrNone = None,
    order: FromQuery[Order] = "ranked",
    circle: Annotated[Circle, QueryParameter(name="from")] = "everyone",
) -> Response[FeedPage]:
    """A page of clips. `ask` says in plain words what it should show; it is kept with the slate alone.

    `order=newest` and `from=following` need no words.

    Where a guardian capped what is watched in a day, a page holds no more than is left of it. While a pause runs,
    and after a teen's long visit, there is none.
    """
    admit(reader.views, wiring.sittings, principal.person_id, wiring.teen_visit_clips_max, now())
    left = clips_left(reader.views, wiring.watched, principal.person_id, now())
    limit = limit if left is None else min(limit, left)
    holding = instructions.holding_of(reader.views, principal.person_id)
    await _end_overdue(holding, principal, wiring, desk)
    arguments = (principal.person_id, ask, limit, cursor, as_of, order, circle)
    if ask is None and not holding:
        found = wiring.feed.page(*arguments)
    else:  # new words are embedded, which takes long enough to leave the event loop for
        found = await asyncio.to_thread(wiring.feed.page, *arguments)
    return answer(_present(reader, principal, found), found.position)


async def _end_overdue(
    holding: Sequence[instructions.Instruction], principal: Asker, wiring: Parts, desk: Commands
) -> None:
    """Ends instructions of the viewer's whose time has come, and waits for the views to know."""
    at = now()
    if not any(each.until is not None and each.until <= at for each in holding):
        return
    receipt = await desk.handle(ExpireInstructions(person_id=principal.person_id, at=at))
    try:
        async with asyncio.timeout(VIEWS_S_MAX):
            await wiring.position_watch.reached(receipt.position)
    except TimeoutError:
        raise ViewBehind from None


def _present(reader: Views, principal: Asker, found: Page) -> FeedPage:
    clip_ids = [item.clip_id for item in found.items]
    by_id = {card.clip_id: card for card in cards(reader, principal.person_id, clip_ids)}
    items = [
        FeedItem(by_id[item.clip_id], item.reasons[0], item.reasons)
        for item in found.items
        if item.clip_id in by_id  # taken down since the page was cut
    ]
    return FeedPage(found.slate_id, found.position, items, found.cursor)


@get("/feed/{slate_id:str}/why/{clip_id:str}")
async def why(
    slate_id: IdInPath,
    clip_id: IdInPath,
    principal: Asker,
    wiring: Parts,
) -> Response[Why]:
    """The exact parts of a clip's score in a slate of one's own."""
    found = wiring.feed.why(principal.person_id, slate_id, ClipId(clip_id))
    return answer(found, found.position)


@post("/feed/{slate_id:str}/seen", status_code=204)
async def seen(
    slate_id: IdInPath,
    data: JSONBody[SeenBody],
    principal: Asker,
    wiring: Parts,
    reader: Views,
    desk: Commands,
) -> Response[None]:
    """Say which clips of a slate stood on the screen; that may call a wellness check."""
    clip_ids = wiring.feed.saw(principal.person_id, slate_id, data.clip_ids)
    watch(reader.views, wiring.watched, principal.person_id, clip_ids, now())
    member = member_directory.get(reader.views, principal.person_id)
    if member is None:  # the log knows the token's holder, so the view must be behind
        raise ViewBehind
    sitting = wiring.sittings.saw(principal.person_id, len(set(data.clip_ids)), now())
    command = CallWellnessCheck(
        check_id=CheckId(mint("check")),
        person_id=principal.person_id,
        joined_at=member.joined_at,
        clips_seen_count=sitting.clips_seen_count,
        rule=wiring.wellness_rule,
        first_session=sitting.first_session,
        at=now(),
        utc_offset_min=data.utc_offset_min,
    )
    try:
        receipt = await desk.handle(command)
    except CheckNotDue:
        return answer(None, reader.position, 204)
    return answer(None, receipt.position, 204)


ROUTES = (page, why, seen)
