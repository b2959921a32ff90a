"""Which reports wait for a reviewer."""

from domain.events import ClipReported, ClipWithdrawn
from projections.views.review_queue import REVIEW_QUEUE, open_reports
from tests.projections.given import given, time_of

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


def test_an_erased_reporters_report_stands_without_its_note() -> None:
    (report,) = open_reports(given(REVIEW_QUEUE, reports(1, "clip-1", note=None)), 10, 0)
    assert report.note is None
