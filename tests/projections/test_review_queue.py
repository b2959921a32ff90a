"""Which reports wait for a reviewer."""

import pytest

from domain.events import (
    CameoEnrolled,
    ClipReported,
    ClipWithdrawn,
    EnrolmentHeld,
    EnrolmentRefused,
    Event,
    PersonErased,
    ReportDecided,
)
from projections.views.review_queue import REVIEW_QUEUE, held_enrolments, open_reports, report
from tests.projections.given import given, published, time_of

WITHDRAWN = ClipWithdrawn(clip_id="clip-1", maker_id="ada", cause="maker")


def reports(number: int, clip: str, note: str | None = "look at this") -> ClipReported:
    return ClipReported(
        report_id=f"report-{number}", clip_id=clip, reporter_id="ben", reason="harassment", note=note
    )


def test_reports_wait_oldest_first_page_by_page() -> None:
    queue = given(REVIEW_QUEUE, reports(1, "clip-1"), reports(2, "clip-2"), reports(3, "clip-1"))
    first, second = open_reports(queue, 2, after_position=0)
    assert (first.report_id, first.reason, first.note) == ("report-1", "harassment", "look at this")
    assert (second.report_id, second.reported_at) == ("report-2", time_of(2))
    (third,) = open_reports(queue, 2, after_position=second.position)
    assert third.report_id == "report-3"


def test_a_withdrawn_clip_needs_no_review_whenever_it_was_reported() -> None:
    queue = given(REVIEW_QUEUE, reports(1, "clip-1"), reports(2, "clip-2"), WITHDRAWN, reports(3, "clip-1"))
    assert [report.report_id for report in open_reports(queue, 10, 0)] == ["report-2"]


def test_other_reports_wait_again_of_a_clip_that_an_appeal_put_back() -> None:
    decided = ReportDecided("report-1", "clip-1", "rae", withdrawn=True)
    reported = (reports(1, "clip-1"), reports(2, "clip-1"))
    back = published("clip-1", "ada")
    queue = given(REVIEW_QUEUE, *reported, decided, WITHDRAWN, back)
    assert [report.report_id for report in open_reports(queue, 10, 0)] == ["report-2"]
    assert open_reports(given(REVIEW_QUEUE, *reported, decided, WITHDRAWN, back, WITHDRAWN), 10, 0) == []


def test_an_erased_reporters_report_stands_without_its_note() -> None:
    (report,) = open_reports(given(REVIEW_QUEUE, reports(1, "clip-1", note=None)), 10, 0)
    assert report.note is None


def test_a_report_waits_until_it_is_decided() -> None:
    dismissed = ReportDecided("report-1", "clip-1", "rae", withdrawn=False)
    queue = given(REVIEW_QUEUE, reports(1, "clip-1"), reports(2, "clip-1"), dismissed)
    assert [each.report_id for each in open_reports(queue, 10, 0)] == ["report-2"]
    assert report(queue, "report-1").clip_id == "clip-1"
    assert report(queue, "report-9") is None


def held(number: int, person: str = "ada") -> EnrolmentHeld:
    return EnrolmentHeld(f"enrolment-{number}", person, ("twin", "lips"))


@pytest.mark.parametrize(
    "end",
    [
        EnrolmentRefused("enrolment-1", "ada", ("reviewer",), "rae"),
        CameoEnrolled("cameo-1", "ada", "enrolment-1", None, "rae"),
        PersonErased("erasure-1", "ada"),
    ],
)
def test_a_held_enrolment_waits_until_a_reviewer_has_looked(end: Event) -> None:
    queue = given(REVIEW_QUEUE, held(1), held(2, "ben"), end)
    (waiting,) = held_enrolments(queue, 10, 0)
    assert (waiting.enrolment_id, waiting.checks, waiting.held_at) == (
        "enrolment-2",
        '["twin","lips"]',
        time_of(2),
    )
    assert held_enrolments(queue, 10, waiting.position) == []
