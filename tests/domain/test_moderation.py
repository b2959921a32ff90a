"""A reviewer's word on a report."""

import pytest

from domain.decisions.moderation import DecideReport
from domain.errors import OwnCase, ReportDecidedAlready, ReportUnknown, RoleMissing
from domain.events import (
    Casting,
    ClipPublished,
    ClipReported,
    ClipWithdrawn,
    ReportDecided,
    RoleGiven,
    RoleTaken,
)
from domain.gate import refusal
from domain.ids import PersonId
from tests.cast import (
    ANA,
    BEN,
    CAMEO,
    CLEO,
    CLIP,
    REFUSAL,
    REMIX,
    REPORT,
    published,
    requested,
    withdrawn,
)
from tests.gwt import but, given

REVIEWER = RoleGiven(CLEO, "reviewer")
REPORTED = ClipReported(REPORT, CLIP, BEN, "violence", "look at the end")
OPEN = (REVIEWER, requested(), published(), REPORTED)
DISMISS = DecideReport(REPORT, CLIP, CLEO, withdraw=False, refusal_id=REFUSAL)
TAKE_DOWN = but(DISMISS, withdraw=True)
TAKEN_DOWN = but(refusal(REFUSAL, requested(), "review", "moderated", "violence", ()), reviewer_id=CLEO)
DISMISSED = ReportDecided(REPORT, CLIP, CLEO, withdrawn=False)


def test_a_report_is_dismissed_or_the_clip_is_taken_down_for_it() -> None:
    given(*OPEN).when(DISMISS).then(DISMISSED)
    gone = ClipWithdrawn(CLIP, ANA, "moderated")
    given(*OPEN).when(TAKE_DOWN).then(but(DISMISSED, withdrawn=True), gone, TAKEN_DOWN)


def test_the_people_in_a_clip_are_named_with_its_withdrawal() -> None:
    cast = ClipPublished(CLIP, ANA, cameo_ids=(CAMEO,))
    decided = given(REVIEWER, requested(), cast, REPORTED).when(TAKE_DOWN).decided()
    assert decided[1] == ClipWithdrawn(CLIP, ANA, "moderated", cameo_ids=(CAMEO,))


def test_what_is_down_is_not_taken_down_again() -> None:
    given(*OPEN, withdrawn()).when(TAKE_DOWN).then(but(DISMISSED, withdrawn=True))
    given(*OPEN, published(REMIX, remix_of=CLIP), withdrawn()).when(DISMISS).then(DISMISSED)


def test_only_who_is_a_reviewer_at_that_moment_decides() -> None:
    given(published(), REPORTED).when(DISMISS).refused(RoleMissing)
    given(*OPEN, RoleTaken(CLEO, "reviewer")).when(DISMISS).refused(RoleMissing)
    given(RoleGiven(CLEO, "auditor"), published(), REPORTED).when(DISMISS).refused(RoleMissing)


@pytest.mark.parametrize("own", [ANA, BEN])
def test_nobody_decides_on_a_clip_or_report_of_their_own(own: PersonId) -> None:
    history = (RoleGiven(own, "reviewer"), requested(), published(), REPORTED)
    given(*history).when(but(DISMISS, reviewer_id=own)).refused(OwnCase)


def test_of_two_reviewers_the_first_decides() -> None:
    given(*OPEN, but(DISMISSED, reviewer_id=BEN)).when(TAKE_DOWN).refused(ReportDecidedAlready)


def test_a_report_that_nobody_made_is_not_known() -> None:
    given(REVIEWER, published()).when(DISMISS).refused(ReportUnknown)


def test_nobody_depicted_in_a_clip_decides_on_a_report_of_it() -> None:
    cast = ClipPublished(CLIP, ANA, cameo_ids=(CAMEO,), cast=(Casting(CAMEO, CLEO, ("appear",)),))
    given(REVIEWER, requested(), cast, REPORTED).when(DISMISS).refused(OwnCase)
    given(REVIEWER, requested(), cast, REPORTED).when(TAKE_DOWN).refused(OwnCase)
