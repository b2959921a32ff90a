"""Has a recording examined in a process of its own, which sees it in memory and nowhere else."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from api.enrolling.challenges import Challenge

EXAMINER = "api.enrolling.likeness_examiner:examine"
_ANSWER_BYTES_MAX = 16 << 20
_LOOK_UP_S = 0.5


class Finding(msgspec.Struct, frozen=True):
    """What the checks came to; who passes, or nearly does, has a template and a likeness.

    `checks` are the codes of those that failed or were unsure. `template` is a unit vector, float32,
    little-endian; `likeness` is what a backend's own packer made of the texture.
    """

    result: Literal["passed", "unsure", "refused"]
    checks: tuple[str, ...] = ()
    template: bytes = b""
    likeness: bytes = b""


class Examiner(Protocol):
    """What examines a recording."""

    def __call__(self, recording: Path, challenge: Challenge) -> Finding:
        """The finding; raises where the recording cannot be read."""


class ExaminationFailed(Exception):
    """The examining process came to no finding: the recording broke it, or took it too long."""


class Stopped(Exception):
    """The server winds up; the recording is examined at its next start."""


class Examinations:
    """Runs an examiner, named as `module:function`, a process a recording."""

    def __init__(self, limit_s: float, examiner: str) -> None:
        self._limit_s = limit_s
        self._examiner = examiner

    def examine(self, recording: Iterable[bytes], challenge: Challenge, stop: threading.Event) -> Finding:
        """The finding. Raises ExaminationFailed, Stopped, and what reading the recording raises."""
        descriptor = os.memfd_create("recording")
        try:
            for piece in recording:
                os.write(descriptor, piece)
            return self._examined(descriptor, challenge, stop)
        finally:
            os.close(descriptor)

    def _examined(self, descriptor: int, challenge: Challenge, stop: threading.Event) -> Finding:
        process = subprocess.Popen(
            (sys.executable, "-m", "api.enrolling.examining", self._examiner, str(descriptor)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's complaint could quote what is personal
            pass_fds=(descriptor,),
        )
        try:
            said = self._said(process, msgspec.msgpack.encode(challenge), stop)
            if process.returncode != 0 or len(said) > _ANSWER_BYTES_MAX:
                raise ExaminationFailed
            return msgspec.msgpack.decode(said, type=Finding)
        except msgspec.MsgspecError as error:
            raise ExaminationFailed from error
        finally:
            process.kill()
            process.wait()

    def _said(self, process: subprocess.Popen[bytes], asked: bytes, stop: threading.Event) -> bytes:
        """What the process says until it ends; looks up now and then, so that a server can stop."""
        ends_s = time.monotonic() + self._limit_s
        unsaid: bytes | None = asked
        while not stop.is_set():
            try:
                return process.communicate(unsaid, timeout=_LOOK_UP_S)[0]
            except subprocess.TimeoutExpired:
                unsaid = None  # it goes on with what it was given
                if time.monotonic() >= ends_s:
                    raise ExaminationFailed from None
        raise Stopped
