"""How much of a day's allowance is used."""

import pytest

from domain.events import Event, GenerationCancelled, GenerationFailed
from projections.views.allowance import ALLOWANCE, used_count
from tests.gwt import but
from tests.projections.given import completed, given, requested

REQUESTED = requested("clip-1", "ada")
OF_JOB = {"job_id": REQUESTED.job_id, "clip_id": "clip-1", "allowance_id": REQUESTED.allowance_id}


@pytest.mark.parametrize(
    ("events", "count"),
    [
        ((), 0),
        ((REQUESTED,), 1),
        ((REQUESTED, requested("clip-2", "ada")), 2),
        ((REQUESTED, but(requested("clip-2", "ada"), appeal_id="appeal-1")), 1),
        ((REQUESTED, completed("clip-1", "ada")), 1),
        ((REQUESTED, GenerationFailed(**OF_JOB, code="render.failed")), 0),
        ((REQUESTED, GenerationCancelled(**OF_JOB, refunded=True)), 0),
        ((REQUESTED, GenerationCancelled(**OF_JOB, refunded=False)), 1),
    ],
)
def test_a_request_counts_unless_it_was_given_back(events: tuple[Event, ...], count: int) -> None:
    assert used_count(given(ALLOWANCE, *events), REQUESTED.allowance_id) == count


def test_each_allowance_counts_alone() -> None:
    assert used_count(given(ALLOWANCE, REQUESTED), "allowance-ben-2026-03-01") == 0
