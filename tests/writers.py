"""A log in memory for tests, and a writer that appends to it at once, on the caller's thread."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBRecorder
from eventsourcing.dcb.popo import InMemoryDCBRecorder

from domain.codec import Codec
from domain.events import Event, Meta
from tests.cast import NOON

META = Meta("person-ana", "request-1", "request-1", NOON)


class InMemoryLog(InMemoryDCBRecorder):
    """The library's recorder in memory, with its newest position."""

    def head(self) -> int:
        """The newest position; 0 for an empty log."""
        return self.events[-1].position if self.events else 0


class SynchronousWriter:
    """Appends to a recorder without queue or thread."""

    def __init__(self, recorder: DCBRecorder) -> None:
        self._recorder = recorder

    def submit(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None) -> "Future[int]":
        """A future that already holds the position, or why there is none."""
        future: Future[int] = Future()
        try:
            future.set_result(self._recorder.append(events, condition))
        except Exception as error:
            future.set_exception(error)
        return future

    @staticmethod
    def rows(codec: Codec, events: Iterable[Event]) -> list[DCBEvent]:
        """Events as the log keeps them."""
        return [DCBEvent(*codec.encode(event, META)) for event in events]
