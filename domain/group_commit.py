"""One writer thread a process: many appends share a transaction, each is answered once it is durable."""

import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent

from domain.store import Append, GroupRecorder, LogOverloaded, LogUnavailable, Outcome

BATCH_MAX = 256
QUEUE_DEPTH_MAX = 4_096

_Waiting = tuple[Append, "Future[int]"]


class GroupCommit:
    """Queues appends for a recorder. While one transaction is being written, the next group gathers."""

    def __init__(
        self, recorder: GroupRecorder, *, batch_max: int = BATCH_MAX, queue_depth_max: int = QUEUE_DEPTH_MAX
    ) -> None:
        self._recorder = recorder
        self._batch_max = batch_max
        self._queue_depth_max = queue_depth_max
        self._queue: deque[_Waiting] = deque()
        self._changed = threading.Condition()
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="log-writer", daemon=True)
        self._thread.start()

    def submit(
        self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None = None
    ) -> "Future[int]":
        """Queue an append; the future holds the position of its last event once that is durable.

        The future raises IntegrityError if the condition does not hold, ProgrammingError if the events are
        none or too large, LogUnavailable if the commit failed. It can be cancelled until the writer takes it.
        Raises LogOverloaded when the queue is full, LogUnavailable after `close`.
        """
        future: Future[int] = Future()
        with self._changed:
            if self._is_closed:
                raise LogUnavailable("the writer was closed")
            if len(self._queue) >= self._queue_depth_max:
                raise LogOverloaded(f"{self._queue_depth_max} appends are waiting")
            self._queue.append((Append(events, condition), future))
            self._changed.notify()
        return future

    def depth(self) -> int:
        """How many appends wait for the writer."""
        return len(self._queue)

    def close(self) -> None:
        """Take no more appends, write those that wait, and end the thread."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while batch := self._next_batch():
            taken = [(append, future) for append, future in batch if future.set_running_or_notify_cancel()]
            for (_, future), outcome in zip(taken, self._write(taken), strict=True):
                if isinstance(outcome, Exception):
                    future.set_exception(outcome)
                else:
                    future.set_result(outcome)

    def _next_batch(self) -> list[_Waiting]:
        """Wait for appends; an empty list means closed and drained."""
        with self._changed:
            while not self._queue and not self._is_closed:
                self._changed.wait()
            return [self._queue.popleft() for _ in range(min(len(self._queue), self._batch_max))]

    def _write(self, taken: list[_Waiting]) -> list[Outcome]:
        try:
            return self._recorder.append_group([append for append, _ in taken])
        except Exception as error:
            # Whatever it was, nothing was written: these callers learn it, and the writer goes on. The text
            # of an error that nobody foresaw may hold personal data, its class does not.
            reason = str(error) if isinstance(error, LogUnavailable) else type(error).__name__
            return [LogUnavailable(reason) for _ in taken]
