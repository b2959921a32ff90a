"""A log and runners for the tests of views."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from domain.store_sqlite import SQLiteRecorder
from projections.runner import Runner
from projections.view import ViewGroup
from tests.projections.tally_view import decode, tally

StartRunner = Callable[..., Runner]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SQLiteRecorder]:
    """An empty log."""
    with contextlib.closing(SQLiteRecorder(tmp_path / "log.db")) as recorder:
        yield recorder


@pytest.fixture
def new_runner(tmp_path: Path, log: SQLiteRecorder) -> Iterator[StartRunner]:
    """Makes runners of the tally on one folder; each is stopped at the end."""
    with contextlib.ExitStack() as stack:

        def make(group: ViewGroup | None = None, batch_positions: int = 500) -> Runner:
            runner = Runner(log, group or tally(), tmp_path / "views", decode, batch_positions)
            stack.callback(runner.stop)
            runner.prepare()
            return runner

        yield make
