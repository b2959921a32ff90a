"""Which jobs the log says are still to be done, in the order in which they were asked for."""

from collections.abc import Iterator

import msgspec

from domain.events import (
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
)
from domain.ids import JobId
from domain.recorded import Recorded


class OpenJob(msgspec.Struct, frozen=True):
    """A request without an end, how often it was taken up, its correlation, and where in the log it was accepted."""

    requested: GenerationRequested
    correlation: str
    attempts_count: int = 0
    position: int = 0


class Backlog:
    """Folds job events; taking an event twice changes nothing that matters."""

    def __init__(self) -> None:
        self.position = 0
        self._open: dict[JobId, OpenJob] = {}

    def take(self, recorded: Recorded) -> None:
        """Takes the next event of the log."""
        self.position = recorded.position
        match recorded.event:
            case GenerationRequested(job_id=job_id) as requested:
                self._open[job_id] = OpenJob(requested, recorded.meta.correlation, position=recorded.position)
            case GenerationStarted(job_id=job_id, attempt=attempt) if job_id in self._open:
                self._open[job_id] = msgspec.structs.replace(self._open[job_id], attempts_count=attempt)
            case GenerationCompleted() | GenerationFailed() | GenerationCancelled() as ended:
                self._open.pop(ended.job_id, None)

    def get(self, job_id: JobId) -> OpenJob | None:
        """A job that is still to be done."""
        return self._open.get(job_id)

    def __iter__(self) -> Iterator[OpenJob]:
        """The jobs still to be done, oldest request first."""
        return iter(self._open.values())

    def __len__(self) -> int:
        return len(self._open)
