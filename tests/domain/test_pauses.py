"""Pausing one's feed: bounded, replaced by the next, and over when one says."""

from datetime import timedelta

import pytest

from domain.decisions.pauses import EndPause, TakePause
from domain.errors import PauseInvalid
from domain.events import PauseEnded, PauseTaken
from domain.limits import PAUSE_MINUTES_MAX
from tests.cast import ANA, NOON
from tests.gwt import but, given

TAKE, END = TakePause(person_id=ANA, at=NOON, minutes=15), EndPause(person_id=ANA, at=NOON)
TAKEN, ENDED = PauseTaken(ANA, NOON, NOON + timedelta(minutes=15)), PauseEnded(ANA, NOON)


def test_a_pause_runs_from_now_for_as_long_as_was_said() -> None:
    given().when(TAKE).then(TAKEN)
    given(TAKEN).when(TAKE).then()
    given(TAKEN).when(but(TAKE, minutes=60)).then(but(TAKEN, until=NOON + timedelta(hours=1)))


@pytest.mark.parametrize("minutes", [0, -1, PAUSE_MINUTES_MAX + 1])
def test_a_pause_has_its_bounds(minutes: int) -> None:
    given().when(but(TAKE, minutes=minutes)).refused(PauseInvalid)


def test_a_pause_that_runs_can_be_ended_and_no_other() -> None:
    given(TAKEN).when(END).then(ENDED)
    given().when(END).then()
    given(TAKEN, ENDED).when(END).then()
    given(TAKEN).when(but(END, at=NOON + timedelta(minutes=15))).then()
