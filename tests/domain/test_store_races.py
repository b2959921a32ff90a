"""Several processes on one log get exactly what the rule allows, however they meet."""

import contextlib
import multiprocessing
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from domain.store_sqlite import SQLiteRecorder
from tests.domain.log_shapes import positions, query
from tests.domain.log_workers import spend_invites, use_allowance

PROCESSES_COUNT = 4


def race(work: Callable[..., int], arguments: Sequence[tuple[Any, ...]]) -> list[int]:
    """Run the work in one process for each tuple of arguments, all starting at the same moment."""
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager, ProcessPoolExecutor(len(arguments), mp_context=context) as pool:
        gate = manager.Barrier(len(arguments))
        return [future.result() for future in [pool.submit(work, *given, gate) for given in arguments]]


def test_an_invite_is_spent_once(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    invites = [f"invite-{number}" for number in range(60)]
    spent_counts = race(spend_invites, [(log, worker, invites) for worker in range(PROCESSES_COUNT)])
    assert sum(spent_counts) == len(invites)
    with contextlib.closing(SQLiteRecorder(log)) as recorder:
        spent = Counter(row.event.tags[0] for row in recorder.read())
        assert spent == dict.fromkeys(invites, 1)
        assert positions(recorder) == list(range(1, len(invites) + 1))


def test_an_allowance_is_used_up_exactly(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    used_counts = race(use_allowance, [(log, "allowance-ana", 40)] * PROCESSES_COUNT)
    assert sum(used_counts) == 40
    with contextlib.closing(SQLiteRecorder(log)) as recorder:
        assert len(list(recorder.read(query(((), ("allowance-ana",)))))) == 40
