"""Finds teens who turned eighteen, so that nobody stays a ward by the server's forgetfulness."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from domain.decisions.coming_of_age import ComeOfAge
from domain.events import PersonCameOfAge, PersonErased, PersonJoined
from domain.ids import PersonId
from domain.ledger import Ledger, Wish

ACTOR = "birthdays"
EVERY_S = 600.0

log = logging.getLogger("castmates.birthdays")


class Birthdays:
    """One a server; `follow` it on a thread. Until it has looked, a teen is one still: the safe side."""

    def __init__(self, ledger: Ledger, clock: Callable[[], datetime]) -> None:
        self._ledger, self._clock = ledger, clock
        self._position = 0
        self._teens: set[PersonId] = set()

    def follow(self, stop: threading.Event) -> None:
        """Looks every ten minutes until told to stop; what fails is tried again the next time."""
        while not stop.is_set():
            try:
                self.catch_up()
            except Exception as error:
                log.error("birthdays could not be looked at: %s", type(error).__name__)
            stop.wait(EVERY_S)

    def catch_up(self) -> None:
        """Asks of every teen whether they came of age. Raises Contended, LogUnavailable."""
        for recorded in self._ledger.scan((PersonJoined, PersonCameOfAge, PersonErased), self._position):
            match recorded.event:
                case PersonJoined(person_id=person_id, age_band="teen"):
                    self._teens.add(person_id)
                case PersonCameOfAge(person_id=person_id) | PersonErased(person_id=person_id):
                    self._teens.discard(person_id)
            self._position = recorded.position
        today = self._clock().date()
        for person_id in tuple(self._teens):
            self._ledger.handle_now(ComeOfAge(person_id, today), Wish(ACTOR, person_id, person_id))
