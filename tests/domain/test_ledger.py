"""The door to the log: what becomes of a wish, of its repeat, and of one that others overtake."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future

import pytest
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent
from eventsourcing.persistence import IntegrityError

from domain.codec import Codec
from domain.decider import Boundary, Clause
from domain.decisions.accounts import CloseCountry, OpenCountry
from domain.decisions.invites import IssueFounderInvite, VoidInvite
from domain.decisions.social import FollowPerson
from domain.errors import InviteUnknown
from domain.events import CountryClosed, CountryOpened, PersonErased, PersonFollowed
from domain.ids import RequestId
from domain.ledger import ATTEMPTS_MAX, AccountErased, Contended, Ledger, Receipt, Wish
from tests.cast import ANA, BEN, ERASURE, FOUNDERS_INVITE, GERMANY, NOON, invited, joined
from tests.sealers import OpenSealer
from tests.writers import InMemoryLog, SynchronousWriter

OPEN, CLOSE = OpenCountry(GERMANY), CloseCountry(GERMANY)
WISH = Wish("operator", "correlation-1", "causation-1", RequestId("request-1"))
NEXT_WISH = WISH._replace(request_id=RequestId("request-2"))
COUNTRY = (Clause((CountryOpened, CountryClosed), (GERMANY,)),)


class OvertakenWriter(SynchronousWriter):
    """Says that others were faster, so many times."""

    def __init__(self, log: InMemoryLog, times: int) -> None:
        super().__init__(log)
        self.times = times

    def submit(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None) -> Future[int]:
        """A future that fails while others are faster."""
        if self.times == 0:
            return super().submit(events, condition)
        self.times -= 1
        future: Future[int] = Future()
        future.set_exception(IntegrityError())
        return future


def ledger_on(log: InMemoryLog, overtaken: int = 0) -> Ledger:
    """A ledger on a log, whose first appends are overtaken."""
    return Ledger(log, OvertakenWriter(log, overtaken), Codec(OpenSealer()), lambda: NOON)


class ErasingWriter(SynchronousWriter):
    """Lets somebody's erasure in between a decision's reading and its append."""

    def submit(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None) -> Future[int]:
        """Appends the erasure first."""
        self._recorder.append(self.rows(Codec(OpenSealer()), [PersonErased(ERASURE, ANA)]))
        return super().submit(events, condition)


@pytest.fixture
def ledger() -> Ledger:
    """A ledger on an empty log."""
    return ledger_on(InMemoryLog())


def test_a_receipt_says_where_the_log_stands_and_what_was_added(ledger: Ledger) -> None:
    assert ledger.head() == 0
    assert ledger.handle_now(OPEN, WISH) == Receipt(1, (CountryOpened(GERMANY),))
    assert ledger.head() == 1


def test_a_wish_that_is_already_so_adds_nothing(ledger: Ledger) -> None:
    ledger.handle_now(OPEN, WISH)
    assert ledger.handle_now(OPEN, NEXT_WISH) == Receipt(1, ())
    assert ledger.head() == 1


def test_a_repeat_gives_the_first_receipt_whatever_happened_since(ledger: Ledger) -> None:
    first = ledger.handle_now(OPEN, WISH)
    ledger.handle_now(CLOSE, NEXT_WISH)
    assert ledger.handle_now(OPEN, WISH) == first
    assert ledger.head() == 2


def test_without_a_request_id_every_wish_is_a_new_one(ledger: Ledger) -> None:
    wish = WISH._replace(request_id=None)
    for command in (OPEN, CLOSE, OPEN):
        assert ledger.handle_now(command, wish).events
    assert ledger.head() == 3


def test_a_refusal_leaves_the_log_as_it_was(ledger: Ledger) -> None:
    with pytest.raises(InviteUnknown):
        ledger.handle_now(VoidInvite(FOUNDERS_INVITE, ANA), WISH)
    assert ledger.head() == 0


def test_every_event_says_who_in_answer_to_what_and_when(ledger: Ledger) -> None:
    ledger.handle_now(OPEN, WISH)
    (recorded,) = ledger.read(COUNTRY)
    meta = recorded.meta
    assert (meta.actor, meta.correlation, meta.causation) == ("operator", "correlation-1", "causation-1")
    assert meta.recorded_at == NOON


def test_who_is_overtaken_looks_again() -> None:
    ledger = ledger_on(InMemoryLog(), overtaken=ATTEMPTS_MAX - 1)
    assert ledger.handle_now(OPEN, WISH).position == 1


def test_who_is_overtaken_for_ever_gives_up() -> None:
    log = InMemoryLog()
    with pytest.raises(Contended):
        ledger_on(log, overtaken=ATTEMPTS_MAX).handle_now(OPEN, WISH)
    assert log.head() == 0


def test_waiting_for_the_writer_blocks_nobody_and_comes_to_the_same() -> None:
    async def road() -> tuple[Receipt, Receipt]:
        ledger = ledger_on(InMemoryLog(), overtaken=3)
        return await ledger.handle(OPEN, WISH), await ledger.handle(OPEN, WISH)

    first, repeat = asyncio.run(road())
    assert first == repeat == Receipt(1, (CountryOpened(GERMANY),))


def test_who_gives_up_waiting_says_so() -> None:
    with pytest.raises(Contended):
        asyncio.run(ledger_on(InMemoryLog(), overtaken=ATTEMPTS_MAX).handle(OPEN, WISH))


def test_a_boundary_is_read_and_the_log_is_scanned_from_any_position(ledger: Ledger) -> None:
    ledger.handle_now(OPEN, WISH)
    ledger.handle_now(IssueFounderInvite(FOUNDERS_INVITE), NEXT_WISH)
    ledger.handle_now(CLOSE, WISH._replace(request_id=None))
    assert [each.position for each in ledger.read(COUNTRY)] == [1, 3]
    assert [each.event for each in ledger.read(COUNTRY, after=1)] == [CountryClosed(GERMANY)]
    kinds = (type(invited()), CountryClosed)
    assert [each.position for each in ledger.scan(kinds)] == [2, 3]
    assert [each.position for each in ledger.scan(kinds, after=2)] == [3]
    assert [each.position for each in ledger.scan(kinds, limit=1)] == [2]


@pytest.mark.parametrize(
    "boundary", [(), (Clause((), (GERMANY,)),), (Clause((CountryOpened,), ()),), (*COUNTRY, Clause((), ()))]
)
def test_a_boundary_that_would_mean_everything_is_a_fault(ledger: Ledger, boundary: Boundary) -> None:
    with pytest.raises(ValueError, match="at least one type and one tag"):
        ledger.read(boundary)


def test_nothing_is_accepted_of_whom_an_erasure_overtakes() -> None:
    log = InMemoryLog()
    log.append(SynchronousWriter.rows(Codec(OpenSealer()), [joined(ANA), joined(BEN)]))
    ledger = Ledger(log, ErasingWriter(log), Codec(OpenSealer()), lambda: NOON)
    with pytest.raises(AccountErased):
        ledger.handle_now(FollowPerson(ANA, BEN), Wish(ANA, "correlation-1", "causation-1"))
    assert ledger.scan((PersonFollowed,)) == []
    assert len(ledger.scan((PersonErased,))) == 1
