"""The examination as a process of its own: a task as JSON on standard input, progress and verdict as JSON lines."""

import resource
import sys
from pathlib import Path

import msgspec

from render_cluster.likeness.apart import ADDRESS_SPACE_BYTES, CPU_S_MAX, Task
from render_cluster.likeness.examination import examine


def main() -> None:
    """Examine one recording within limits of time and memory, and end."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S_MAX, CPU_S_MAX))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE_BYTES, ADDRESS_SPACE_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # a recording's bytes must never reach another file
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=Task)
    steps = examine(Path(task.recording), task.challenge, task.bounds)
    while True:
        try:
            told = next(steps)
        except StopIteration as done:
            _tell(done.value)
            return
        _tell(told)


def _tell(said: msgspec.Struct) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
