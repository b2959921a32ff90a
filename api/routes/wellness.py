"""Wellness checks: the one that is due, one's answer, one's own record."""

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from api.desk import Desk, Reader, answer
from api.minting import now
from api.principal import Principal
from api.wire import AnswerBody
from domain.decisions.wellness import AnswerWellnessCheck, AskWellnessCheck
from domain.ids import CheckId
from projections.views import wellness_state

QUESTION = "How has what you saw here made you feel lately?"
RECORD_MAX = 365


class Check(msgspec.Struct, frozen=True, omit_defaults=True):
    """The check that waits for an answer, if one does."""

    due: bool
    check_id: CheckId | None = None
    question: str | None = None
    answers: tuple[str, ...] = ()


@get("/wellness")
async def current_check(principal: Principal, reader: Reader, desk: Desk) -> Response[Check]:
    """The question of a due check; asking for it is what puts it to the person."""
    open_check = wellness_state.open_check(reader.of(wellness_state.VIEW), principal.person_id)
    if open_check is None:
        return answer(Check(due=False), reader.position)
    receipt = await desk.handle(AskWellnessCheck(check_id=open_check.check_id, person_id=principal.person_id))
    check = Check(
        due=True, check_id=open_check.check_id, question=QUESTION, answers=("good", "neutral", "bad")
    )
    return answer(check, receipt.position)


@post("/wellness/checks/{check_id:str}/answer")
async def answer_check(
    check_id: str, data: JSONBody[AnswerBody], principal: Principal, desk: Desk
) -> Response[None]:
    """Answer a check; the answer is one's own sealed record."""
    command = AnswerWellnessCheck(
        check_id=CheckId(check_id),
        person_id=principal.person_id,
        felt=data.felt,
        note=data.note,
        at=now(),
    )
    return answer(None, (await desk.handle(command)).position, 204)


@get("/wellness/record")
async def record(principal: Principal, reader: Reader) -> Response[list[wellness_state.AnswerRow]]:
    """One's own answers, newest first; nobody else can read them."""
    rows = wellness_state.record(reader.of(wellness_state.VIEW), principal.person_id, RECORD_MAX)
    return answer(rows, reader.position)


ROUTES = (current_check, answer_check, record)
