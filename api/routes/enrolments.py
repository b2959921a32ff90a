"""Becoming castable: ask for a challenge, send the recording, follow the verdict; and a reviewer's look at some."""

import asyncio
from datetime import datetime
from typing import Any

import msgspec
from litestar import Request, Response, get, post, put

from api.consent.own_cameo import enrolments_of
from api.desk import Asker, Commands, Parts, answer
from api.enrolling.challenges import CHALLENGE_LASTS, NOTICE, RECORDING_S_MAX, RECORDING_S_MIN, mint_challenge
from api.enrolling.check_words import check_words
from api.enrolling.enroller import recording_name
from api.minting import mint, now
from api.problems import RecordingEmpty, RecordingTooLarge
from api.wire import IdInPath
from api.wiring import Wiring
from domain.decisions.enrolments import OpenEnrolment, SubmitEnrolment
from domain.enrolment import Enrolment, Stage
from domain.errors import EnrolmentSpent, EnrolmentStale, EnrolmentUnknown
from domain.events import Turn
from domain.ids import CameoId, EnrolmentId, PersonId
from domain.vault import Vault


class NewChallenge(msgspec.Struct, frozen=True):
    """What to record: speak the digits, turn the head in this order, within the seconds, before it runs out."""

    enrolment_id: EnrolmentId
    digits: str
    turns: tuple[Turn, ...]
    expires_at: datetime
    seconds_min: float
    seconds_max: float
    notice: str
    recording_url: str


class FailedCheck(msgspec.Struct, frozen=True):
    """A check that did not pass, and how to pass it."""

    check: str
    words: str


class EnrolmentCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """How far an enrolment is; an open one repeats its challenge."""

    enrolment_id: EnrolmentId
    state: Stage
    expires_at: datetime
    checks: tuple[FailedCheck, ...] = ()
    examining: bool = False
    digits: str | None = None
    turns: tuple[Turn, ...] = ()
    cameo_id: CameoId | None = None


@post("/cameos/enrolments")
async def open_enrolment(principal: Asker, wiring: Parts, desk: Commands) -> Response[NewChallenge]:
    """Ask for a challenge; it serves once and for ten minutes."""
    at = now()
    command = OpenEnrolment(
        enrolment_id=EnrolmentId(mint("enrolment")),
        person_id=principal.person_id,
        **mint_challenge()._asdict(),
        expires_at=at + CHALLENGE_LASTS,
        notice=NOTICE,
        per_day=wiring.settings.enrolments_per_day,
        at=at,
    )
    receipt = await desk.handle(command)
    (opened,) = receipt.events
    body = NewChallenge(
        enrolment_id=opened.enrolment_id,
        digits=opened.digits,
        turns=opened.turns,
        expires_at=opened.expires_at,
        seconds_min=RECORDING_S_MIN,
        seconds_max=RECORDING_S_MAX,
        notice=opened.notice,
        recording_url=f"/api/cameos/enrolments/{opened.enrolment_id}/recording",
    )
    return answer(body, receipt.position, 201)


@put("/cameos/enrolments/{enrolment_id:str}/recording", status_code=202, request_max_body_size=None)
async def send_recording(
    enrolment_id: IdInPath, request: Request[Any, Any, Any], principal: Asker, wiring: Parts, desk: Commands
) -> Response[EnrolmentCard]:
    """Send the recording as the body; it is sealed as it arrives, and dropped with the verdict."""
    found = _own(wiring, principal.person_id, EnrolmentId(enrolment_id))
    if found.stage != "open":
        raise EnrolmentSpent
    if now() >= found.opened.expires_at:
        raise EnrolmentStale
    await _keep(request, wiring.vault, wiring.settings.recording_bytes_max, principal.person_id, enrolment_id)
    command = SubmitEnrolment(enrolment_id=found.opened.enrolment_id, person_id=principal.person_id, at=now())
    receipt = await desk.handle_once(command)
    submitted = msgspec.structs.replace(found, stage="submitted")
    return answer(enrolment_card(submitted), receipt.position, 202)


@get("/cameos/enrolments/{enrolment_id:str}")
async def enrolment(enrolment_id: IdInPath, principal: Asker, wiring: Parts) -> Response[EnrolmentCard]:
    """One enrolment of one's own: how far it is, and which checks did not pass."""
    found = _own(wiring, principal.person_id, EnrolmentId(enrolment_id))
    card = enrolment_card(found, is_examining=wiring.enroller.examining == enrolment_id)
    return answer(card, wiring.ledger.head())


def enrolment_card(found: Enrolment, *, is_examining: bool = False) -> EnrolmentCard:
    """An enrolment as its person sees it."""
    is_open = found.stage == "open"
    return EnrolmentCard(
        enrolment_id=found.opened.enrolment_id,
        state=found.stage,
        expires_at=found.opened.expires_at,
        checks=tuple(FailedCheck(code, check_words(code)) for code in found.checks),
        examining=is_examining,
        digits=found.opened.digits if is_open else None,
        turns=found.opened.turns if is_open else (),
        cameo_id=found.cameo_id,
    )


def _own(wiring: Wiring, person_id: PersonId, enrolment_id: EnrolmentId) -> Enrolment:
    found = enrolments_of(wiring.ledger, person_id).tries.get(enrolment_id)
    if found is None:
        raise EnrolmentUnknown
    return found


async def _keep(
    request: Request[Any, Any, Any], vault: Vault, bytes_max: int, person_id: PersonId, enrolment_id: str
) -> None:
    """Streams a body into the vault; the first whole one stays. Raises RecordingTooLarge, RecordingEmpty."""
    with vault.draft(person_id, recording_name(EnrolmentId(enrolment_id))) as draft:
        async for chunk in request.stream():
            if draft.size_bytes + len(chunk) > bytes_max:
                raise RecordingTooLarge
            await asyncio.to_thread(draft.add, chunk)
        if not draft.size_bytes:
            raise RecordingEmpty
        await asyncio.to_thread(draft.keep, replace=False)


ROUTES = (open_enrolment, send_recording, enrolment)
