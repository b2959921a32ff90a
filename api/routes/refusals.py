"""One's own refusals: why a request was not taken, the appeal against it, and what became of that."""

import sqlite3
from datetime import datetime
from typing import Literal

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from api.desk import Asker, Commands, Views, answer
from api.minting import mint
from api.wire import AppealBody, IdInPath
from domain.decisions.appeals import AppealRefusal
from domain.errors import AppealUnknown
from domain.events import GateStage
from domain.ids import AppealId, ClipId, JobId, RefusalId
from domain.store import POSITION_MAX
from projections.views import refusals

REFUSALS_MAX = 100


class AppealCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """An appeal of one's own; `job_id` and `clip_id` are what an overturned one was asked for again as."""

    appeal_id: AppealId
    refusal_id: RefusalId
    words: str | None
    appealed_at: datetime | None
    status: Literal["waits", "upheld", "overturned"]
    reason: str | None = None
    decided_at: datetime | None = None
    job_id: JobId | None = None
    clip_id: ClipId | None = None


class RefusalCard(msgspec.Struct, frozen=True):
    """A refusal of one's own: at which stage, by which rule, on what evidence."""

    refusal_id: RefusalId
    stage: GateStage
    rule: str
    evidence: str | None
    job_id: JobId
    clip_id: ClipId
    refused_at: datetime
    appeal: AppealCard | None


class NewAppeal(msgspec.Struct, frozen=True):
    """The id of an appeal just made."""

    appeal_id: AppealId


@get("/refusals")
async def mine(principal: Asker, reader: Views) -> Response[list[RefusalCard]]:
    """One's own refusals, newest first, with their appeals."""
    rows = refusals.of_maker(reader.views, principal.person_id, REFUSALS_MAX, POSITION_MAX)
    found = [
        RefusalCard(
            refusal_id=row.refusal_id,
            stage=row.stage,
            rule=row.rule,
            evidence=row.evidence,
            job_id=row.job_id,
            clip_id=row.clip_id,
            refused_at=row.refused_at,
            appeal=None if row.appeal_id is None else _card(reader.views, row),
        )
        for row in rows
    ]
    return answer(found, reader.position)


@post("/refusals/{refusal_id:str}/appeal")
async def appeal(
    refusal_id: IdInPath, data: JSONBody[AppealBody], principal: Asker, desk: Commands
) -> Response[NewAppeal]:
    """Ask a person to look at a refusal, once."""
    command = AppealRefusal(
        appeal_id=AppealId(mint("appeal")),
        refusal_id=RefusalId(refusal_id),
        maker_id=principal.person_id,
        words=data.words,
    )
    receipt = await desk.handle(command)
    return answer(NewAppeal(receipt.events[0].appeal_id), receipt.position, 201)


@get("/appeals/{appeal_id:str}")
async def one_appeal(appeal_id: IdInPath, principal: Asker, reader: Views) -> Response[AppealCard]:
    """One appeal of one's own."""
    row = refusals.of_appeal(reader.views, AppealId(appeal_id))
    if row is None or row.maker_id != principal.person_id:
        raise AppealUnknown
    return answer(_card(reader.views, row), reader.position)


def _card(views: sqlite3.Connection, row: refusals.Refusal) -> AppealCard:
    again = refusals.again(views, row.appeal_id)
    status = "waits" if row.decided_at is None else "overturned" if row.overturned else "upheld"
    return AppealCard(
        appeal_id=row.appeal_id,
        refusal_id=row.refusal_id,
        words=row.words,
        appealed_at=row.appealed_at,
        status=status,
        reason=row.reason,
        decided_at=row.decided_at,
        job_id=None if again is None else again.job_id,
        clip_id=None if again is None else again.clip_id,
    )


ROUTES = (mine, appeal, one_appeal)
