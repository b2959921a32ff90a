"""A person's tries to enrol, folded from the log: what was asked, how far each is, which cameo stands."""

from datetime import datetime
from typing import Literal

import msgspec

from domain.decider import Boundary, Clause
from domain.events import (
    CameoEnrolled,
    CameoErased,
    EnrolmentHeld,
    EnrolmentOpened,
    EnrolmentRefused,
    EnrolmentSubmitted,
    Event,
    PersonErased,
    PersonJoined,
)
from domain.ids import CameoId, EnrolmentId, PersonId

ENROLMENT_EVENTS = (
    EnrolmentOpened, EnrolmentSubmitted, EnrolmentRefused, EnrolmentHeld, CameoEnrolled, CameoErased,
)  # fmt: skip

Stage = Literal["open", "submitted", "held", "refused", "enrolled"]


class Enrolment(msgspec.Struct, frozen=True):
    """One try: what was asked, until when, and what came of it."""

    opened: EnrolmentOpened
    stage: Stage = "open"
    checks: tuple[str, ...] = ()
    cameo_id: CameoId | None = None

    def is_pending(self, at: datetime) -> bool:
        """Whether something may still come of it."""
        return self.stage in ("submitted", "held") or (self.stage == "open" and at < self.opened.expires_at)


class EnrolmentsState(msgspec.Struct, frozen=True):
    """A person's tries so far, and whether a cameo of theirs stands."""

    person_id: PersonId
    joined: bool = False
    tries: dict[EnrolmentId, Enrolment] = {}
    cameo_id: CameoId | None = None

    def evolve(self, event: Event) -> "EnrolmentsState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case PersonJoined(person_id=self.person_id):
                return replace(self, joined=True)
            case PersonErased(person_id=self.person_id):
                return replace(self, joined=False)
            case EnrolmentOpened():
                return replace(self, tries=self.tries | {event.enrolment_id: Enrolment(event)})
            case EnrolmentSubmitted():
                return self._moved(event.enrolment_id, stage="submitted")
            case EnrolmentHeld(checks=checks):
                return self._moved(event.enrolment_id, stage="held", checks=checks)
            case EnrolmentRefused(checks=checks):
                return self._moved(event.enrolment_id, stage="refused", checks=checks)
            case CameoEnrolled(cameo_id=cameo_id):
                state = self._moved(event.enrolment_id, stage="enrolled", cameo_id=cameo_id)
                return replace(state, cameo_id=cameo_id)
            case CameoErased(cameo_id=self.cameo_id):
                return replace(self, cameo_id=None)
        return self

    def _moved(self, enrolment_id: EnrolmentId, **changes: object) -> "EnrolmentsState":
        moved = msgspec.structs.replace(self.tries[enrolment_id], **changes)
        return msgspec.structs.replace(self, tries=self.tries | {enrolment_id: moved})

    def opened_since(self, at: datetime) -> int:
        """How many challenges ran on after a time."""
        return sum(each.opened.expires_at > at for each in self.tries.values())


def enrolments_boundary(person_id: PersonId) -> Boundary:
    """The events that a person's enrolments consist of."""
    return (Clause(ENROLMENT_EVENTS, (person_id,)), Clause((PersonJoined, PersonErased), (person_id,)))
