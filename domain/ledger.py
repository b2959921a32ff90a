"""The door to the log: handles a command by deciding on what stands there, and appends on condition."""

import asyncio
import bisect
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import NamedTuple, Protocol

from eventsourcing.dcb.api import (
    DCBAppendCondition,
    DCBEvent,
    DCBQuery,
    DCBQueryItem,
    DCBReadResponse,
)
from eventsourcing.persistence import IntegrityError

from domain.codec import Codec
from domain.decider import Boundary, Clause, Command, fold
from domain.errors import Refused
from domain.events import Event, Meta, PersonErased
from domain.ids import RequestId
from domain.recorded import Recorded

ATTEMPTS_MAX = 20


class AccountErased(Refused):
    """Whoever asks was erased while their request was under way."""

    code = "account_erased"


class Contended(Exception):
    """Others kept changing what the decision depends on; the caller may try again."""

    code = "contended"


class Receipt(NamedTuple):
    """What became of a command: where the log stands and the events it left, if any."""

    position: int
    events: tuple[Event, ...]


class Wish(NamedTuple):
    """Who asks, in answer to what; `request_id` makes a repeat give the first receipt again.

    Nothing is accepted from an `actor` who is a member and was erased, though they asked before that.
    """

    actor: str
    correlation: str
    causation: str
    request_id: RequestId | None = None


class Recorder(Protocol):
    """What is read of the log: the library's recorder, which also knows its newest position."""

    def read(
        self, query: DCBQuery | None = None, *, after: int | None = None, limit: int | None = None
    ) -> DCBReadResponse:
        """The events that match, in order."""

    def head(self) -> int:
        """The newest position; 0 for an empty log."""


class Writer(Protocol):
    """Where appends are queued; the future holds the position once the append is durable."""

    def submit(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None) -> "Future[int]":
        """Queues one append."""


class Ledger:
    """Reads a boundary, decides, and appends only if nothing relevant was added in between."""

    def __init__(
        self, recorder: Recorder, writer: Writer, codec: Codec, clock: Callable[[], datetime]
    ) -> None:
        self._recorder = recorder
        self._writer = writer
        self._codec = codec
        self._clock = clock

    async def handle(self, command: Command, wish: Wish) -> Receipt:
        """The receipt, once durable. Raises Refused, Contended, LogUnavailable."""
        for _ in range(ATTEMPTS_MAX):
            attempt = self._attempt(command, wish)
            if isinstance(attempt, Receipt):
                return attempt
            try:
                position = await asyncio.wrap_future(self._submit(attempt))
            except IntegrityError:
                continue
            return Receipt(position, attempt.events)
        raise Contended

    def handle_now(self, command: Command, wish: Wish) -> Receipt:
        """The same for callers on a thread of their own."""
        for _ in range(ATTEMPTS_MAX):
            attempt = self._attempt(command, wish)
            if isinstance(attempt, Receipt):
                return attempt
            try:
                return Receipt(self._submit(attempt).result(), attempt.events)
            except IntegrityError:
                continue
        raise Contended

    def read(self, boundary: Boundary, after: int = 0, *, opened: bool = True) -> list[Recorded]:
        """The events of a boundary in order, personal fields opened, or left sealed where nobody looks at them."""
        response = self._recorder.read(_query(boundary, None), after=after)
        return [self._recorded(row.position, row.event, opened) for row in response]

    def scan(self, types: Sequence[type[Event]], after: int = 0, limit: int | None = None) -> list[Recorded]:
        """All events of some types in order, for those who follow the log rather than decide on it."""
        query = DCBQuery([DCBQueryItem(types=[kind.name for kind in types])])
        response = self._recorder.read(query, after=after, limit=limit)
        return [self._recorded(row.position, row.event) for row in response]

    def trail(self, tag: str, upto: int | None = None) -> list[Recorded]:
        """Everything that carries a tag, in order, up to a position; what is personal stays sealed."""
        response = self._recorder.read(DCBQuery([DCBQueryItem(tags=[tag])]))
        rows = (row for row in response if upto is None or row.position <= upto)
        return [
            Recorded(row.position, *self._codec.decode_sealed(row.event.type, row.event.data)) for row in rows
        ]

    def told(self, tag: str, subjects: Collection[str], after: int, limit: int) -> list[Recorded]:
        """Up to `limit` events that carry a tag, after a position; what is personal of `subjects` alone is opened."""
        response = self._recorder.read(DCBQuery([DCBQueryItem(tags=[tag])]), after=after, limit=limit)
        return [
            Recorded(row.position, *self._codec.decode_for(row.event.type, row.event.data, subjects))
            for row in response
        ]

    def head(self) -> int:
        """The newest position; 0 for an empty log."""
        return self._recorder.head()

    def position_at(self, moment: datetime) -> int:
        """The last position that was recorded by a moment; 0 for one before the log began."""
        return bisect.bisect_right(range(1, self.head() + 1), moment, key=self.recorded_at)

    def recorded_at(self, position: int) -> datetime:
        """When the event at a position was recorded. Raises IndexError where there is none."""
        rows = list(self._recorder.read(after=position - 1, limit=1))
        return self._codec.decode_sealed(rows[0].event.type, rows[0].event.data)[1].recorded_at

    def _attempt(self, command: Command, wish: Wish) -> "Receipt | _Attempt":
        # An erasure between reading and appending makes the append fail, and the next attempt reads of it.
        gone = (Clause((PersonErased,), (wish.actor,)),)
        query = _query((*command.boundary(), *gone), wish.request_id)
        response = self._recorder.read(query)
        rows = list(response)
        after = response.head or 0
        repeated = [row for row in rows if wish.request_id is not None and wish.request_id in row.event.tags]
        if repeated:
            events = tuple(self._recorded(row.position, row.event).event for row in repeated)
            return Receipt(repeated[-1].position, events)
        if any(
            row.type == PersonErased.name and wish.actor in row.tags for row in (each.event for each in rows)
        ):
            raise AccountErased
        opened = command.opens_sealed
        history = (self._recorded(row.position, row.event, opened).event for row in rows)
        events = tuple(command.decide(fold(command, history)))
        if not events:
            return Receipt(after, ())
        return _Attempt(events, self._rows(events, wish), DCBAppendCondition(query, after))

    def _submit(self, attempt: "_Attempt") -> "Future[int]":
        return self._writer.submit(attempt.rows, attempt.condition)

    def _rows(self, events: tuple[Event, ...], wish: Wish) -> list[DCBEvent]:
        meta = Meta(
            actor=wish.actor,
            correlation=wish.correlation,
            causation=wish.causation,
            recorded_at=self._clock(),
        )
        extra = [] if wish.request_id is None else [wish.request_id]
        rows = (self._codec.encode(event, meta) for event in events)
        return [DCBEvent(row.type, row.data, row.tags + extra) for row in rows]

    def _recorded(self, position: int, row: DCBEvent, opened: bool = True) -> Recorded:
        decode = self._codec.decode if opened else self._codec.decode_sealed
        return Recorded(position, *decode(row.type, row.data))


class _Attempt(NamedTuple):
    events: tuple[Event, ...]
    rows: list[DCBEvent]
    condition: DCBAppendCondition


def _query(boundary: Boundary, request_id: RequestId | None) -> DCBQuery:
    """The library's query of a boundary; refuses an empty one, which would mean every event."""
    if not boundary or any(not clause.types or not clause.tags for clause in boundary):
        raise ValueError("a boundary names at least one type and one tag in each clause")
    items = [
        DCBQueryItem(types=[kind.name for kind in clause.types], tags=list(clause.tags))
        for clause in boundary
    ]
    if request_id is not None:
        items.append(DCBQueryItem(types=[], tags=[request_id]))
    return DCBQuery(items)
