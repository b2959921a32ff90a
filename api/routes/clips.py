"""Clips: see, publish, take down, like, comment, report, remix."""

import asyncio
from datetime import datetime

import msgspec
from litestar import Response, delete, get, post, put
from litestar.params import JSONBody

from api.cards import ClipCard, cards, handle_of, maker_of, visible_clip
from api.desk import Asker, Commands, Parts, Views, answer
from api.minting import mint, now
from api.problems import ConsentRefused
from api.wire import CommentBody, IdInPath, PublishBody, ReportBody
from domain.decisions.clips import PublishClip, WithdrawClip
from domain.decisions.reactions import CommentClip, LikeClip, RemoveComment, ReportClip, UnlikeClip
from domain.errors import ClipUnknown
from domain.events import GenerationRefused
from domain.ids import ClipId, CommentId, PersonId, RefusalId, ReportId
from domain.store import POSITION_MAX
from projections.views import clip_catalogue, clip_reactions, member_directory, social_graph

DRAFTS_MAX = 100
COMMENTS_MAX = 200


class Comment(msgspec.Struct, frozen=True):
    """A comment with its writer's handle."""

    comment_id: CommentId
    person_id: PersonId
    handle: str | None
    text: str | None
    at: datetime


class NewComment(msgspec.Struct, frozen=True):
    """The id of a comment just written."""

    comment_id: CommentId


class Report(msgspec.Struct, frozen=True):
    """The id of a report, to ask after it."""

    report_id: ReportId


@get("/clips/{clip_id:str}")
async def clip(clip_id: IdInPath, principal: Asker, reader: Views) -> Response[ClipCard]:
    """One clip."""
    found = cards(reader, principal.person_id, [ClipId(clip_id)])
    if not found:
        raise ClipUnknown
    return answer(found[0], reader.position)


@get("/drafts")
async def drafts(principal: Asker, reader: Views) -> Response[list[ClipCard]]:
    """One's own finished clips that nobody else can see."""
    rows = clip_catalogue.drafts_of(reader.views, principal.person_id, DRAFTS_MAX, POSITION_MAX)
    return answer(cards(reader, principal.person_id, [row.clip_id for row in rows]), reader.position)


@get("/clips/{clip_id:str}/lineage")
async def lineage(clip_id: IdInPath, principal: Asker, reader: Views) -> Response[list[ClipCard]]:
    """What a clip was made after, step by step to the first; clips that are gone leave a gap."""
    visible_clip(reader, principal.person_id, ClipId(clip_id))
    rows = clip_catalogue.lineage(reader.views, ClipId(clip_id))
    return answer(cards(reader, principal.person_id, [row.clip_id for row in rows]), reader.position)


@post("/clips/{clip_id:str}/publish", status_code=204)
async def publish(
    clip_id: IdInPath,
    data: JSONBody[PublishBody],
    principal: Asker,
    wiring: Parts,
    desk: Commands,
) -> Response[None]:
    """Show a draft to the community, with the consent of everybody in it; its caption is read as prompts are."""
    read = await asyncio.to_thread(wiring.casting.to_publish, ClipId(clip_id), data.caption)
    command = PublishClip(
        clip_id=ClipId(clip_id),
        maker_id=principal.person_id,
        refusal_id=RefusalId(mint("refusal")),
        at=now(),
        caption=data.caption,
        cast=read.cast,
        named=read.named,
    )
    receipt = await desk.handle(command)
    for refused in receipt.events:
        if isinstance(refused, GenerationRefused):
            raise ConsentRefused(refused, receipt.position)
    return answer(None, receipt.position, 204)


@delete("/clips/{clip_id:str}", status_code=204)
async def withdraw(clip_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Take a clip or draft of one's own down for good."""
    receipt = await desk.handle(WithdrawClip(clip_id=ClipId(clip_id), maker_id=principal.person_id))
    return answer(None, receipt.position, 204)


@put("/clips/{clip_id:str}/like", status_code=204)
async def like(
    clip_id: IdInPath,
    principal: Asker,
    wiring: Parts,
    desk: Commands,
) -> Response[None]:
    """Say that a clip is liked."""
    target = ClipId(clip_id)
    command = LikeClip(
        clip_id=target, maker_id=maker_of(wiring.ledger, target), person_id=principal.person_id
    )
    return answer(None, (await desk.handle(command)).position, 204)


@delete("/clips/{clip_id:str}/like", status_code=204)
async def unlike(
    clip_id: IdInPath,
    principal: Asker,
    wiring: Parts,
    desk: Commands,
) -> Response[None]:
    """Take a like back."""
    target = ClipId(clip_id)
    command = UnlikeClip(
        clip_id=target, maker_id=maker_of(wiring.ledger, target), person_id=principal.person_id
    )
    return answer(None, (await desk.handle(command)).position, 204)


@get("/clips/{clip_id:str}/comments")
async def comments(clip_id: IdInPath, principal: Asker, reader: Views) -> Response[list[Comment]]:
    """What people wrote under a clip, newest first, less what a block keeps from the asker."""
    visible_clip(reader, principal.person_id, ClipId(clip_id))
    blocked = social_graph.blocked_either_way(reader.views, principal.person_id)
    newest = clip_reactions.comments_of(reader.views, ClipId(clip_id), COMMENTS_MAX, POSITION_MAX)
    rows = [row for row in newest if row.person_id not in blocked]
    writers = member_directory.get_many(reader.views, {row.person_id for row in rows})
    found = [
        Comment(row.comment_id, row.person_id, handle_of(writers, row.person_id), row.text, row.at)
        for row in rows
    ]
    return answer(found, reader.position)


@post("/clips/{clip_id:str}/comments")
async def comment(
    clip_id: IdInPath,
    data: JSONBody[CommentBody],
    principal: Asker,
    wiring: Parts,
    desk: Commands,
) -> Response[NewComment]:
    """Write under a clip."""
    target = ClipId(clip_id)
    command = CommentClip(
        clip_id=target,
        maker_id=maker_of(wiring.ledger, target),
        person_id=principal.person_id,
        comment_id=CommentId(mint("comment")),
        text=data.text,
    )
    receipt = await desk.handle(command)
    return answer(NewComment(receipt.events[0].comment_id), receipt.position, 201)


@delete("/clips/{clip_id:str}/comments/{comment_id:str}", status_code=204)
async def remove_comment(
    clip_id: IdInPath,
    comment_id: IdInPath,
    principal: Asker,
    desk: Commands,
) -> Response[None]:
    """Take a comment down: one's own, or any under a clip of one's own."""
    command = RemoveComment(
        comment_id=CommentId(comment_id),
        clip_id=ClipId(clip_id),
        remover_id=principal.person_id,
    )
    return answer(None, (await desk.handle(command)).position, 204)


@post("/clips/{clip_id:str}/reports")
async def report(
    clip_id: IdInPath,
    data: JSONBody[ReportBody],
    principal: Asker,
    wiring: Parts,
    desk: Commands,
) -> Response[Report]:
    """Ask the reviewers to look at a clip."""
    target = ClipId(clip_id)
    command = ReportClip(
        clip_id=target,
        maker_id=maker_of(wiring.ledger, target),
        person_id=principal.person_id,
        report_id=ReportId(mint("report")),
        reason=data.reason,
        note=data.note,
    )
    receipt = await desk.handle(command)
    return answer(Report(receipt.events[0].report_id), receipt.position, 201)


ROUTES = (
    clip, drafts, lineage, publish, withdraw, like, unlike,
    comments, comment, remove_comment, report,
)  # fmt: skip
