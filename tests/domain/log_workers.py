"""What the other processes of the race and kill tests do."""

import itertools
from collections import deque
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Barrier

from eventsourcing.dcb.api import DCBAppendCondition
from eventsourcing.persistence import IntegrityError

from domain.group_commit import GroupCommit
from domain.store_sqlite import SQLiteRecorder
from tests.domain.log_shapes import event, query, unless

IN_FLIGHT_COUNT = 64


def spend_invites(log: Path, worker: int, invites: list[str], gate: Barrier) -> int:
    """Try to spend every invite once; how many this process got."""
    recorder = SQLiteRecorder(log)
    gate.wait()
    spent_count = 0
    for invite in invites:
        try:
            recorder.append(
                [event("person.joined.v1", invite, f"person-{worker}")],
                unless(invite, types=("person.joined.v1",)),
            )
            spent_count += 1
        except IntegrityError:
            pass
    recorder.close()
    return spent_count


def use_allowance(log: Path, allowance: str, uses_max: int, gate: Barrier) -> int:
    """Use an allowance until it is used up, deciding on what was read; how often this process could."""
    recorder = SQLiteRecorder(log)
    gate.wait()
    boundary = query((("clip.requested.v1",), (allowance,)))
    used_count = 0
    while True:
        response = recorder.read(boundary)
        if len(list(response)) >= uses_max:
            recorder.close()
            return used_count
        try:
            recorder.append(
                [event("clip.requested.v1", allowance)], DCBAppendCondition(boundary, response.head)
            )
            used_count += 1
        except IntegrityError:
            pass


def append_until_killed(log: Path, run: str, answers: Connection) -> None:
    """Append one to three events at a time for ever, sending (name, position) for each that was answered."""
    writer = GroupCommit(SQLiteRecorder(log))
    unanswered: deque[tuple[str, Future[int]]] = deque()
    for number in itertools.count():
        name, size = f"append-{run}-{number}", 1 + number % 3
        events = [event("thing.happened.v1", name, f"size-{size}", data=b"x" * 300) for _ in range(size)]
        unanswered.append((name, writer.submit(events, unless(name))))
        if len(unanswered) == IN_FLIGHT_COUNT:
            answered, future = unanswered.popleft()
            answers.send((answered, future.result()))
