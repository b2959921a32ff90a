"""A reviewer's look at an enrolment that the checks were unsure of, or whose face somebody else has."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody
from litestar.response import Stream

from api.cards import Maker, handle_of
from api.consent.own_cameo import enrolments_of
from api.desk import Parts, Reviewer, Views, answer
from api.enrolling.check_words import check_words
from api.enrolling.enroller import cameo_id_of, recording_name
from api.enrolling.twins import encoded_template
from api.wire import IdInPath, ReviewEnrolmentBody
from api.wiring import Wiring
from domain.decider import Clause
from domain.decisions.enrolments import ReviewEnrolment
from domain.enrolment import Enrolment
from domain.errors import EnrolmentDecided, EnrolmentUnknown, OwnCase, SelfReference
from domain.events import EnrolmentOpened
from domain.ids import EnrolmentId, PersonId
from domain.ledger import Receipt, Wish
from domain.vault import Absent
from projections.views import member_directory


class HeldEnrolment(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a reviewer is shown of a try: who, what was asked, what is unsure, and whose face it may be."""

    enrolment_id: EnrolmentId
    person: Maker
    digits: str
    turns: tuple[str, ...]
    checks: tuple[str, ...]
    words: tuple[str, ...]
    recording_url: str
    twin: Maker | None = None


@get("/review/enrolments/{enrolment_id:str}")
async def held_enrolment(
    enrolment_id: IdInPath, reviewer: Reviewer, wiring: Parts, reader: Views
) -> Response[HeldEnrolment]:
    """One enrolment that waits for a reviewer."""
    found = _held(wiring, EnrolmentId(enrolment_id), reviewer.person_id)
    opened, twin_id = found.opened, wiring.enroller.held(found.opened).twin_id
    wanted = {opened.person_id} | ({twin_id} if twin_id else set())
    people = member_directory.get_many(reader.views, wanted)
    card = HeldEnrolment(
        enrolment_id=opened.enrolment_id,
        person=Maker(opened.person_id, handle_of(people, opened.person_id)),
        digits=opened.digits,
        turns=opened.turns,
        checks=found.checks,
        words=tuple(check_words(code) for code in found.checks),
        recording_url=f"/api/review/enrolments/{opened.enrolment_id}/recording",
        twin=Maker(twin_id, handle_of(people, twin_id)) if twin_id else None,
    )
    return answer(card, reader.position)


@get("/review/enrolments/{enrolment_id:str}/recording")
async def held_recording(enrolment_id: IdInPath, reviewer: Reviewer, wiring: Parts) -> Stream:
    """The recording of an enrolment that waits for a reviewer; opened as it is sent, and kept nowhere."""
    opened = _held(wiring, EnrolmentId(enrolment_id), reviewer.person_id).opened
    pieces = wiring.vault.pieces(opened.person_id, recording_name(opened.enrolment_id))
    headers = {"Cache-Control": "no-store"}
    return Stream(_sent(pieces), media_type="application/octet-stream", headers=headers)


@post("/review/enrolments/{enrolment_id:str}", status_code=204)
async def review_enrolment(
    enrolment_id: IdInPath, data: JSONBody[ReviewEnrolmentBody], reviewer: Reviewer, wiring: Parts
) -> Response[None]:
    """Decide on an enrolment that is held: it is this person, or it is not. The recording is dropped."""
    found = _held(wiring, EnrolmentId(enrolment_id), reviewer.person_id)
    receipt = await asyncio.to_thread(_decided, wiring, found, reviewer.person_id, data.passed)
    return answer(None, receipt.position, 204)


def _decided(wiring: Wiring, found: Enrolment, reviewer_id: PersonId, passed: bool) -> Receipt:
    opened = found.opened
    held = wiring.enroller.held(opened)
    finding = held.finding
    command = ReviewEnrolment(
        enrolment_id=opened.enrolment_id,
        person_id=opened.person_id,
        reviewer_id=reviewer_id,
        cameo_id=cameo_id_of(opened.enrolment_id),
        template=encoded_template(finding.template) if passed else None,
        twin_id=held.twin_id,
    )
    wish = Wish(reviewer_id, opened.enrolment_id, opened.enrolment_id)
    if passed:
        return wiring.enroller.enrol(opened, finding, command, wish)
    receipt = wiring.ledger.handle_now(command, wish)
    wiring.enroller.forget(opened)
    return receipt


def _held(wiring: Wiring, enrolment_id: EnrolmentId, reviewer_id: PersonId) -> Enrolment:
    """An enrolment of somebody else's. Raises EnrolmentUnknown, EnrolmentDecided, SelfReference, OwnCase."""
    for recorded in wiring.ledger.read((Clause((EnrolmentOpened,), (enrolment_id,)),)):
        if recorded.event.person_id == reviewer_id:
            raise SelfReference
        found = enrolments_of(wiring.ledger, recorded.event.person_id).tries[enrolment_id]
        if found.stage != "held":
            raise EnrolmentDecided
        if wiring.enroller.held(found.opened).twin_id == reviewer_id:
            raise OwnCase
        return found
    raise EnrolmentUnknown


async def _sent(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    while True:
        try:
            piece = await asyncio.to_thread(next, pieces, None)
        except Absent:
            return
        if piece is None:
            return
        yield piece


ROUTES = (held_enrolment, held_recording, review_enrolment)
