"""The waiting list of countries that are not open: a contact each, sealed under a key of its own."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import CountryOpenAlready, TextEmpty, TextTooLong, WaitingUnknown
from domain.events import CountryClosed, CountryOpened, Event, WaitingBegun, WaitingEnded
from domain.ids import CountryId, WaitingId
from domain.limits import CONTACT_CHARS_MAX
from domain.text import tidy


class _CountryState(msgspec.Struct, frozen=True):
    open: bool = False

    def evolve(self, event: Event) -> "_CountryState":
        return _CountryState(open=isinstance(event, CountryOpened))


class BeginWaiting(Command):
    """Asks to be told when a country opens."""

    waiting_id: WaitingId
    country_id: CountryId
    secret_digest: str
    contact: str

    def boundary(self) -> Boundary:
        return (Clause((CountryOpened, CountryClosed), (self.country_id,)),)

    def initial(self) -> _CountryState:
        return _CountryState()

    def decide(self, state: _CountryState) -> tuple[Event, ...]:
        if state.open:
            raise CountryOpenAlready
        contact = tidy(self.contact)
        if not contact:
            raise TextEmpty
        if len(contact) > CONTACT_CHARS_MAX:
            raise TextTooLong
        return (
            WaitingBegun(
                waiting_id=self.waiting_id,
                country_id=self.country_id,
                secret_digest=self.secret_digest,
                contact=contact,
            ),
        )


class _WaitingState(msgspec.Struct, frozen=True):
    begun: WaitingBegun | None = None
    ended: bool = False

    def evolve(self, event: Event) -> "_WaitingState":
        match event:
            case WaitingBegun():
                return msgspec.structs.replace(self, begun=event)
            case WaitingEnded():
                return msgspec.structs.replace(self, ended=True)
        return self


class EndWaiting(Command):
    """Takes a contact off the list, by the secret that was given for it."""

    waiting_id: WaitingId
    secret_digest: str

    def boundary(self) -> Boundary:
        return (Clause((WaitingBegun, WaitingEnded), (self.waiting_id,)),)

    def initial(self) -> _WaitingState:
        return _WaitingState()

    def decide(self, state: _WaitingState) -> tuple[Event, ...]:
        begun = state.begun
        if begun is None or begun.secret_digest != self.secret_digest:
            raise WaitingUnknown
        if state.ended:
            return ()
        return (WaitingEnded(waiting_id=begun.waiting_id, country_id=begun.country_id),)
