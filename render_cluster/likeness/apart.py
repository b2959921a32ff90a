"""Runs an examination in a process of its own, so that a hostile file can break nothing but that process."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec

from render_cluster.likeness.challenge import Challenge
from render_cluster.likeness.thresholds import Thresholds
from render_cluster.likeness.verdict import Passed, Progress, Refused, Unsure, Verdict

CPU_S_MAX = 120
WALL_S_MAX = 300.0
ADDRESS_SPACE_BYTES = 4 << 30


class Task(msgspec.Struct, frozen=True):
    """What the process is asked to do."""

    recording: str
    challenge: Challenge
    bounds: Thresholds


class ExaminationFailed(Exception):
    """The process ended without a verdict: no fault of the person's, so the recording may be tried again."""


def examine_apart(
    recording: Path, challenge: Challenge, bounds: Thresholds | None = None
) -> Iterator[Progress | Verdict]:
    """Progress as it comes, and the verdict last; blocks between, so it is for a thread.

    Raises ExaminationFailed where the process dies or takes more than WALL_S_MAX. Closing the iterator ends it.
    """
    task = Task(str(recording.absolute()), challenge, bounds or Thresholds())
    told = msgspec.json.Decoder(Progress | Passed | Unsure | Refused)
    command = [sys.executable, "-m", "render_cluster.likeness"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        late = threading.Timer(WALL_S_MAX, process.kill)
        late.start()
        try:
            process.stdin.write(msgspec.json.encode(task))
            process.stdin.close()
            for line in process.stdout:
                said = told.decode(line)
                yield said
                if not isinstance(said, Progress):
                    return
        except BrokenPipeError as broken:
            raise ExaminationFailed("the examination did not start") from broken
        finally:
            late.cancel()
            process.kill()
    raise ExaminationFailed(f"the examination ended with status {process.returncode} and no verdict")
