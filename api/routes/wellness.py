"""Wellness checks: the one that is due, one's answer, one's own record."""

from datetime import datetime

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from api.desk import Asker, Commands, Parts, Views, answer
from api.minting import now
from api.wire import AnswerBody, IdInPath
from domain.decisions.wellness import AnswerWellnessCheck, AskWellnessCheck
from domain.ids import CheckId
from domain.store import POSITION_MAX
from projections.views import wellness_state

QUESTION = "How has what you saw here made you feel lately?"
RECORD_MAX = 365


class DueCheck(msgspec.Struct, frozen=True, omit_defaults=True):
    """The check that waits for an answer, if one does."""

    due: bool
    check_id: CheckId | None = None
    question: str | None = None
    answers: tuple[str, ...] = ()


class Answered(msgspec.Struct, frozen=True):
    """One answer of one's own."""

    check_id: CheckId
    answered_at: datetime | None
    felt: str | None
    note: str | None


@get("/wellness")
async def current_check(principal: Asker, reader: Views, desk: Commands) -> Response[DueCheck]:
    """The question of a due check; asking for it is what puts it to the person."""
    check = wellness_state.latest(reader.views, principal.person_id)
    if check is None or check.answered_at is not None:
        return answer(DueCheck(due=False), reader.position)
    receipt = await desk.handle(AskWellnessCheck(check_id=check.check_id, person_id=principal.person_id))
    due = DueCheck(True, check.check_id, QUESTION, ("good", "neutral", "bad"))
    return answer(due, receipt.position)


@post("/wellness/checks/{check_id:str}/answer", status_code=204)
async def answer_check(
    check_id: IdInPath,
    data: JSONBody[AnswerBody],
    principal: Asker,
    wiring: Parts,
    desk: Commands,
) -> Response[None]:
    """Answer a check; the answer is one's own sealed record."""
    command = AnswerWellnessCheck(
        check_id=CheckId(check_id),
        person_id=principal.person_id,
        felt=data.felt,
        note=data.note,
        at=now(),
    )
    receipt = await desk.handle(command)
    wiring.sittings.checked(principal.person_id)
    return answer(None, receipt.position, 204)


@get("/wellness/record")
async def record(principal: Asker, reader: Views) -> Response[list[Answered]]:
    """One's own answers, newest first; nobody else can read them."""
    rows = wellness_state.answers_of(reader.views, principal.person_id, RECORD_MAX, POSITION_MAX)
    found = [Answered(row.check_id, row.answered_at, row.felt, row.note) for row in rows]
    return answer(found, reader.position)


ROUTES = (current_check, answer_check, record)
