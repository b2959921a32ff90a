"""The reviewers' queue: reports, appeals and held enrolments, and a reviewer's word on the first two."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, JSONBody, QueryParameter

from api.appeal_cases import AppealCase, appeal_cases, takes_part
from api.cards import ClipCard, cards_for_review, maker_of
from api.clip_files import FileName, clip_file
from api.desk import Commands, Parts, Reviewer, Views, answer
from api.ending.running_streams import awaits_appeal
from api.minting import mint, now
from api.wire import DecideAppealBody, DecideReportBody, IdInPath
from domain.decider import Clause
from domain.decisions.appeals import (
    Again,
    DecideAppeal,
    OverturnRefusal,
    Reviewed,
    wish_of,
)
from domain.decisions.moderation import DecideReport
from domain.errors import AppealUnknown, ClipWithdrawnAlready, OwnCase, ReportUnknown
from domain.events import (
    ClipReported,
    GenerationRefused,
    RefusalAppealed,
    ReportReason,
)
from domain.ids import AppealId, ClipId, EnrolmentId, JobId, PersonId, RefusalId, ReportId
from domain.ledger import Ledger
from domain.store import POSITION_MAX
from projections.views import clip_catalogue, refusals, review_queue

QUEUE_MAX = 50

After = Annotated[int, QueryParameter(ge=0, le=POSITION_MAX)]
"""A position in the log, as `next_after` gave it."""


class ReportCase(msgspec.Struct, frozen=True):
    """A report that waits; who made it is nobody's business here."""

    report_id: ReportId
    reason: ReportReason
    note: str | None
    reported_at: datetime
    clip: ClipCard


class EnrolmentCase(msgspec.Struct, frozen=True):
    """An enrolment of which the checks were unsure."""

    enrolment_id: EnrolmentId
    checks: tuple[str, ...]
    held_at: datetime


class Queue(msgspec.Struct, frozen=True):
    """What waits for a reviewer, oldest first; not what they have a part in themselves.

    `next_after` is the `after` of the next page; without one this was the last.
    """

    reports: list[ReportCase]
    appeals: list[AppealCase]
    enrolments: list[EnrolmentCase]
    next_after: int | None = None


@get("/review")
async def queue(reviewer: Reviewer, wiring: Parts, reader: Views, after: After = 0) -> Response[Queue]:
    """What waits for a reviewer since the position `after`: a page of fifty of a kind at most."""
    reports = review_queue.open_reports(reader.views, QUEUE_MAX, after)
    appeals = refusals.open_appeals(reader.views, QUEUE_MAX, after)
    held = review_queue.held_enrolments(reader.views, QUEUE_MAX, after)
    next_after = _page_end(
        [row.position for row in reports],
        [row.appealed_position for row in appeals],
        [row.position for row in held],
    )
    upto = reader.position if next_after is None else next_after
    reports = [row for row in reports if row.position <= upto]
    appeals = [row for row in appeals if row.appealed_position <= upto]
    held = [row for row in held if row.position <= upto]
    found = Queue(
        reports=_reports(reader, reports, reviewer.person_id),
        appeals=appeal_cases(wiring, reader, appeals, reviewer.person_id),
        enrolments=[
            EnrolmentCase(
                row.enrolment_id, msgspec.json.decode(row.checks, type=tuple[str, ...]), row.held_at
            )
            for row in held
            if row.person_id != reviewer.person_id
        ],
        next_after=next_after,
    )
    return answer(found, reader.position)


@post("/review/appeals/{appeal_id:str}", status_code=204)
async def decide_appeal(
    appeal_id: IdInPath,
    data: JSONBody[DecideAppealBody],
    reviewer: Reviewer,
    wiring: Parts,
    desk: Commands,
) -> Response[None]:
    """Uphold a refusal, or overturn it: what was refused is then asked for, or published, at once."""
    refused = _refused(wiring.ledger, AppealId(appeal_id))
    case = {
        "appeal_id": AppealId(appeal_id),
        "refusal_id": refused.refusal_id,
        "reviewer_id": reviewer.person_id,
        "maker_id": refused.maker_id,
        "clip_id": refused.clip_id,
        "reason": data.reason,
    }
    if not data.overturn:
        command = DecideAppeal(**case)
    else:
        source_id = wish_of(refused).remix_of
        again = Again(
            job_id=JobId(mint("job")),
            clip_id=ClipId(mint("clip")),
            source_maker_id=None if source_id is None else maker_of(wiring.ledger, source_id),
        )
        reviewed = tuple(Reviewed(each.cameo_id, each.theme, each.found) for each in data.themes)
        command = OverturnRefusal(**case, refused=refused, again=again, reviewed=reviewed, at=now())
    return answer(None, (await desk.handle(command)).position, 204)


@get("/review/appeals/{appeal_id:str}/{name:str}")
async def appealed_file(
    appeal_id: IdInPath,
    name: FromPath[FileName],
    request: Request[Any, Any, Any],
    reviewer: Reviewer,
    wiring: Parts,
    reader: Views,
) -> Response[Any]:
    """One file of a clip that is down by a reviewer's word, for the others to judge the appeal by."""
    row = refusals.of_appeal(reader.views, AppealId(appeal_id))
    if row is None or row.stage != "review" or row.decided_at is not None:
        raise AppealUnknown
    if takes_part(wiring.ledger, row, reviewer.person_id):
        raise OwnCase
    clip = clip_catalogue.get(reader.views, row.clip_id)
    if clip is None or not awaits_appeal(wiring.ledger, row.clip_id):
        raise ClipWithdrawnAlready
    return clip_file(request, wiring, clip, name, awaits_appeal)


@post("/review/reports/{report_id:str}", status_code=204)
async def decide_report(
    report_id: IdInPath,
    data: JSONBody[DecideReportBody],
    reviewer: Reviewer,
    wiring: Parts,
    desk: Commands,
) -> Response[None]:
    """Dismiss a report, so that it keeps the clip back no longer, or take the clip down."""
    for recorded in wiring.ledger.read((Clause((ClipReported,), (report_id,)),)):
        command = DecideReport(
            report_id=ReportId(report_id),
            clip_id=recorded.event.clip_id,
            reviewer_id=reviewer.person_id,
            withdraw=data.withdraw,
            refusal_id=RefusalId(mint("refusal")),
        )
        return answer(None, (await desk.handle(command)).position, 204)
    raise ReportUnknown


def _page_end(*kinds: list[int]) -> int | None:
    """Where a page of several kinds ends: at the first end of a kind that fills it; None where none does."""
    return min((positions[-1] for positions in kinds if len(positions) == QUEUE_MAX), default=None)


def _reports(reader: Views, rows: list[review_queue.Report], reviewer_id: PersonId) -> list[ReportCase]:
    clips = {card.clip_id: card for card in cards_for_review(reader, {row.clip_id for row in rows})}
    return [
        ReportCase(row.report_id, row.reason, row.note, row.reported_at, clips[row.clip_id])
        for row in rows
        if row.clip_id in clips and reviewer_id not in (row.reporter_id, *_who_is_in(clips[row.clip_id]))
    ]


def _who_is_in(clip: ClipCard) -> tuple[PersonId, ...]:
    """The maker of a clip and all whom it depicts."""
    return (clip.maker.person_id, *(badge.person_id for badge in clip.cast))


def _refused(ledger: Ledger, appeal_id: AppealId) -> GenerationRefused:
    """The refusal that was appealed, for the decision to hold against the log. Raises AppealUnknown."""
    for appealed in ledger.read((Clause((RefusalAppealed,), (appeal_id,)),)):
        refusal_id: RefusalId = appealed.event.refusal_id
        for refused in ledger.read((Clause((GenerationRefused,), (refusal_id,)),)):
            return refused.event
    raise AppealUnknown


ROUTES = (queue, decide_appeal, appealed_file, decide_report)
