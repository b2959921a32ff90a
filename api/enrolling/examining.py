"""The process that examines one recording: `python -m api.enrolling.examining MODULE:FUNCTION DESCRIPTOR`.

The challenge comes in by stdin, the recording by an open descriptor, the finding goes out by stdout.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

import msgspec

from api.enrolling.challenges import Challenge

NICENESS = 10


def main(examiner: str, descriptor: str) -> None:
    """Writes the finding; ends otherwise than by 0 where there is none."""
    os.nice(NICENESS)  # members' requests come first
    challenge = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Challenge)
    module, _, function = examiner.partition(":")
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print is no finding
    finding = getattr(import_module(module), function)(Path(f"/proc/self/fd/{descriptor}"), challenge)
    with os.fdopen(answer, "wb") as out:
        out.write(msgspec.msgpack.encode(finding))


if __name__ == "__main__":
    main(*sys.argv[1:])
