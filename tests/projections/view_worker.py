"""What the processes do that the kill tests kill."""

import itertools
import os
import signal
from collections import deque
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path

from domain.group_commit import GroupCommit
from domain.store_sqlite import SQLiteRecorder
from projections.runner import Runner
from tests.projections.tally_view import Counted, counted, decode, ignored, tally


def follow_until_killed(folder: Path, positions: Connection) -> None:
    """Write and follow for ever, with 64 appends in flight; send each position that the view reached."""
    log = SQLiteRecorder(folder / "log.db")
    runner = Runner(log, tally(), folder / "views", decode, batch_positions=50)
    runner.on_position(positions.send)
    runner.follow()
    writer = GroupCommit(log)
    unanswered: deque[Future[int]] = deque()
    for number in itertools.count():
        unanswered.append(writer.submit([counted(f"thing-{number % 97}"), ignored()]))
        if len(unanswered) == 64:
            unanswered.popleft().result()


def die_in_rebuild(folder: Path, events_count: int) -> None:
    """Rebuild the view, a row a transaction, and kill this very process at the event after so many."""
    decoded = itertools.count()

    def decode_or_die(type_name: str, data: bytes) -> tuple[Counted, None]:
        if next(decoded) == events_count:
            os.kill(os.getpid(), signal.SIGKILL)
        return decode(type_name, data)

    Runner(
        SQLiteRecorder(folder / "log.db"), tally(), folder / "views", decode_or_die, batch_positions=1
    ).rebuild()
