"""A replay up to a position shows what a view showed when it stood there."""

import pytest

from domain.store_sqlite import SQLiteRecorder
from projections.fold import PoisonEvent
from tests.projections.conftest import StartRunner
from tests.projections.reading import replayed, run_to_head, shown
from tests.projections.tally_view import counted, garbled, ignored


def test_as_of_equals_a_view_that_stopped_there(log: SQLiteRecorder, new_runner: StartRunner) -> None:
    runner = new_runner()
    history = [(0, [])]
    for made in (counted("ball"), ignored(), counted("hoop", 2), counted("ball", 3), ignored()):
        log.append([made])
        run_to_head(runner)
        history.append(shown(runner))
    assert [replayed(log, upto_position=position) for position in range(6)] == history


def test_a_position_beyond_the_head_shows_the_head(log: SQLiteRecorder) -> None:
    log.append([counted("ball")])
    assert replayed(log, upto_position=99) == (1, [("ball", 1, 1)])


def test_a_replay_that_meets_poison_raises(log: SQLiteRecorder) -> None:
    log.append([counted("ball"), garbled()])
    with pytest.raises(PoisonEvent):
        replayed(log)
    assert replayed(log, upto_position=1) == (1, [("ball", 1, 1)])
