"""Wellness checks and pauses: the check that is due, one's answer and what it changes, one's own record."""

import asyncio
from datetime import datetime
from typing import Any

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.params import JSONBody

from api import printed_pages
from api.desk import Asker, Commands, Desk, Parts, Views, answer
from api.minting import mint, now
from api.wellbeing.check_effect import effect_for
from api.wire import AnswerBody, IdInPath, PauseBody
from domain.decisions.pauses import EndPause, TakePause
from domain.decisions.wellness import AnswerWellnessCheck, AskWellnessCheck, ClearWellnessRecord
from domain.errors import Refused
from domain.events import InstructionGiven, WellnessCheckAnswered
from domain.ids import AnswerId, CheckId, InstructionId
from domain.keys import KeyRing
from domain.ledger import Receipt
from domain.store import POSITION_MAX
from projections.views import wellness_state

QUESTION = "How has what you saw here made you feel lately?"
RECORD_MAX = 365
PAUSES_MINUTES = (15, 60, 24 * 60)


class DueCheck(msgspec.Struct, frozen=True, omit_defaults=True):
    """The check that waits for an answer, if one does, and until when the feed rests, if it does."""

    due: bool
    check_id: CheckId | None = None
    question: str | None = None
    answers: tuple[str, ...] = ()
    paused_until: datetime | None = None


class Effect(msgspec.Struct, frozen=True):
    """What an answer changed: an instruction, to be seen and undone like one's own."""

    instruction_id: InstructionId
    text: str
    until: datetime | None


class Followed(msgspec.Struct, frozen=True):
    """What follows from an answer; after a bad one pauses are offered, of so many minutes."""

    effect: Effect | None
    pauses_minutes: tuple[int, ...]


class Paused(msgspec.Struct, frozen=True):
    """Until when the feed rests."""

    until: datetime


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
    paused_until = wellness_state.paused_until(reader.views, principal.person_id)
    if paused_until is not None and paused_until <= now():
        paused_until = None
    if check is None or check.answered_at is not None:
        return answer(DueCheck(due=False, paused_until=paused_until), reader.position)
    receipt = await desk.handle(AskWellnessCheck(check_id=check.check_id, person_id=principal.person_id))
    due = DueCheck(True, check.check_id, QUESTION, ("good", "neutral", "bad"), paused_until)
    return answer(due, receipt.position)


@post("/wellness/checks/{check_id:str}/answer", status_code=200)
async def answer_check(
    check_id: IdInPath,
    data: JSONBody[AnswerBody],
    principal: Asker,
    wiring: Parts,
    reader: Views,
    desk: Commands,
) -> Response[Followed]:
    """Answer a check; the answer is one's own sealed record, and a bad one changes the feed by a rule."""
    answer_id = AnswerId(mint("answer"))
    command = AnswerWellnessCheck(
        check_id=CheckId(check_id),
        person_id=principal.person_id,
        answer_id=answer_id,
        felt=data.felt,
        note=data.note,
        at=now(),
        effect=effect_for(reader.views, principal.person_id),
    )
    receipt = await _answered(command, wiring.keys, desk)
    wiring.sittings.checked(principal.person_id)
    given = next((event for event in receipt.events if isinstance(event, InstructionGiven)), None)
    effect = None if given is None else Effect(given.instruction_id, given.text or "", given.until)
    offered = PAUSES_MINUTES if data.felt == "bad" else ()
    return answer(Followed(effect, offered), receipt.position)


async def _answered(command: AnswerWellnessCheck, keys: KeyRing, desk: Desk) -> Receipt:
    """Seals an answer under a key of its own, which goes again where nothing was sealed with it."""
    keys.create(command.answer_id)
    try:
        receipt = await desk.handle(command)
    except Refused:
        keys.destroy(command.answer_id)
        raise
    answered = (event for event in receipt.events if isinstance(event, WellnessCheckAnswered))
    if all(event.answer_id != command.answer_id for event in answered):  # a repeat: the first has its own key
        keys.destroy(command.answer_id)
    return receipt


@post("/wellness/pause", status_code=200)
async def take_pause(data: JSONBody[PauseBody], principal: Asker, desk: Commands) -> Response[Paused]:
    """Want no feed for so many minutes; another pause takes the place of one that runs."""
    command = TakePause(person_id=principal.person_id, at=now(), minutes=data.minutes)
    receipt = await desk.handle(command)
    return answer(Paused(command.until), receipt.position)


@delete("/wellness/pause", status_code=204)
async def end_pause(principal: Asker, desk: Commands) -> Response[None]:
    """Want one's feed again."""
    receipt = await desk.handle(EndPause(person_id=principal.person_id, at=now()))
    return answer(None, receipt.position, 204)


@get("/wellness/record")
async def record(request: Request[Any, Any, Any], principal: Asker, reader: Views) -> Response[Any]:
    """One's own answers, newest first, as JSON to keep; with `Accept: text/html` as a page to read and print."""
    rows = wellness_state.answers_of(reader.views, principal.person_id, RECORD_MAX, POSITION_MAX)
    if "text/html" in request.headers.get("accept", ""):
        page = printed_pages.printed("wellness_record.html", question=QUESTION, checks=rows)
        return Response(page, media_type="text/html", headers=printed_pages.HEADERS)
    found = [Answered(row.check_id, row.answered_at, row.felt, row.note) for row in rows]
    return answer(found, reader.position)


@delete("/wellness/record", status_code=204)
async def clear_record(principal: Asker, wiring: Parts, desk: Commands) -> Response[None]:
    """Take all one's answers out of one's record: their keys are destroyed, and nobody can read them again."""
    receipt = await desk.handle(ClearWellnessRecord(person_id=principal.person_id, at=now()))
    await asyncio.to_thread(wiring.aftermath.forget_record, principal.person_id)
    return answer(None, receipt.position, 204)


ROUTES = (current_check, answer_check, take_pause, end_pause, record, clear_record)
