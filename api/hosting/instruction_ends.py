"""Ends instructions whose time has come, so that what a feed is made from changes with the log alone."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from datetime import datetime

from domain.decisions.instructions import ExpireInstructions
from domain.ledger import Ledger, Wish
from projections.views import instructions

ACTOR = "instruction-ends"
EVERY_S = 1.0
PEOPLE_MAX = 200

log = logging.getLogger("castmates.instruction_ends")


class InstructionEnds:
    """One a server; `follow` it on a thread. `connect` gives the calling thread's connection to the views."""

    def __init__(
        self, ledger: Ledger, connect: Callable[[], sqlite3.Connection], clock: Callable[[], datetime]
    ) -> None:
        self._ledger, self._connect, self._clock = ledger, connect, clock

    def follow(self, stop: threading.Event) -> None:
        """Looks every second until told to stop; what fails is tried again the next time."""
        while not stop.wait(EVERY_S):
            try:
                self.catch_up()
            except Exception as error:
                log.error("instructions could not be ended: %s", type(error).__name__)

    def catch_up(self) -> None:
        """Ends what is over by now. Raises Contended, LogUnavailable, ViewMissing."""
        at = self._clock()
        for person_id in instructions.overdue(self._connect(), at, PEOPLE_MAX):
            command = ExpireInstructions(person_id=person_id, at=at)
            self._ledger.handle_now(command, Wish(ACTOR, person_id, person_id))
