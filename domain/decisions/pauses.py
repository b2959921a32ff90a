"""Pausing one's feed: for as long as one says, and one may change one's mind."""

from datetime import datetime, timedelta

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import PauseInvalid
from domain.events import Event, PauseEnded, PauseTaken
from domain.ids import PersonId
from domain.limits import PAUSE_MINUTES_MAX


class PauseState(msgspec.Struct, frozen=True):
    """Until when somebody's feed rests; None where it does not, or did so before."""

    until: datetime | None = None

    def evolve(self, event: Event) -> "PauseState":
        """The state after one more event."""
        match event:
            case PauseTaken(until=until):
                return PauseState(until)
            case PauseEnded():
                return PauseState()
        return self


class _PauseCommand(Command, kw_only=True):
    """A wish about one's own feed."""

    person_id: PersonId
    at: datetime

    def boundary(self) -> Boundary:
        return (Clause((PauseTaken, PauseEnded), (self.person_id,)),)

    def initial(self) -> PauseState:
        return PauseState()


class TakePause(_PauseCommand, kw_only=True):
    """Want no feed for so many minutes from now; another pause takes the place of one that runs."""

    minutes: int

    @property
    def until(self) -> datetime:
        """When the pause is over. Raises PauseInvalid."""
        if not 1 <= self.minutes <= PAUSE_MINUTES_MAX:
            raise PauseInvalid
        return self.at + timedelta(minutes=self.minutes)

    def decide(self, state: PauseState) -> tuple[Event, ...]:
        if state.until == self.until:
            return ()
        return (PauseTaken(person_id=self.person_id, at=self.at, until=self.until),)


class EndPause(_PauseCommand, kw_only=True):
    """Want one's feed again; where no pause runs, nothing happens."""

    def decide(self, state: PauseState) -> tuple[Event, ...]:
        if state.until is None or state.until <= self.at:
            return ()
        return (PauseEnded(person_id=self.person_id, at=self.at),)
