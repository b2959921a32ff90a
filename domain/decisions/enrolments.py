"""Becoming castable: a challenge, one recording of it, and the verdict of the checks or of a reviewer."""

from datetime import datetime, timedelta

import msgspec

from domain.decider import Boundary, Command
from domain.enrolment import Enrolment, EnrolmentsState, Stage, enrolments_boundary
from domain.errors import (
    CameoEnrolledAlready,
    EnrolmentDecided,
    EnrolmentOpenAlready,
    EnrolmentSpent,
    EnrolmentsSpent,
    EnrolmentStale,
    EnrolmentUnknown,
    OwnCase,
    PersonUnknown,
    SelfReference,
)
from domain.events import (
    CameoEnrolled,
    EnrolmentHeld,
    EnrolmentOpened,
    EnrolmentRefused,
    EnrolmentSubmitted,
    Event,
    Turn,
)
from domain.ids import CameoId, EnrolmentId, PersonId
from domain.roles import Roles, role_boundary

REVIEWER_CHECK = "reviewer"
"""What a refusal names where a person, not a check, said no."""


class ReviewState(msgspec.Struct, frozen=True):
    """Somebody's enrolments, and the roles of whoever reviews one."""

    enrolments: EnrolmentsState
    roles: Roles

    def evolve(self, event: Event) -> "ReviewState":
        """The state after one more event."""
        return ReviewState(self.enrolments.evolve(event), self.roles.evolve(event))


class _EnrolmentCommand(Command, kw_only=True):
    """A wish about one enrolment of one person."""

    enrolment_id: EnrolmentId
    person_id: PersonId

    def boundary(self) -> Boundary:
        return enrolments_boundary(self.person_id)

    def initial(self) -> EnrolmentsState:
        return EnrolmentsState(self.person_id)

    def _own(self, state: EnrolmentsState) -> Enrolment:
        found = state.tries.get(self.enrolment_id)
        if found is None or not state.joined:
            raise EnrolmentUnknown
        return found


class OpenEnrolment(_EnrolmentCommand, kw_only=True):
    """Ask for a challenge: none while a cameo or another try stands, and a few a day."""

    digits: str
    turns: tuple[Turn, ...]
    expires_at: datetime
    notice: str
    per_day: int
    at: datetime

    def decide(self, state: EnrolmentsState) -> tuple[Event, ...]:
        if not state.joined:
            raise PersonUnknown
        if state.cameo_id is not None:
            raise CameoEnrolledAlready
        if any(each.is_pending(self.at) for each in state.tries.values()):
            raise EnrolmentOpenAlready
        if state.opened_since(self.at - timedelta(days=1)) >= self.per_day:
            raise EnrolmentsSpent
        return (
            EnrolmentOpened(
                enrolment_id=self.enrolment_id,
                person_id=self.person_id,
                digits=self.digits,
                turns=self.turns,
                expires_at=self.expires_at,
                notice=self.notice,
            ),
        )


class SubmitEnrolment(_EnrolmentCommand, kw_only=True):
    """The recording is in the vault: the challenge is spent."""

    at: datetime

    def decide(self, state: EnrolmentsState) -> tuple[Event, ...]:
        found = self._own(state)
        if found.stage != "open":
            raise EnrolmentSpent
        if self.at >= found.opened.expires_at:
            raise EnrolmentStale
        return (EnrolmentSubmitted(enrolment_id=self.enrolment_id, person_id=self.person_id),)


class _Verdict(_EnrolmentCommand, kw_only=True):
    """What the checks made of a recording."""

    def _judged(self, state: EnrolmentsState, *stages: Stage) -> Enrolment:
        found = self._own(state)
        if found.stage not in stages:
            raise EnrolmentDecided
        return found


class RefuseEnrolment(_Verdict, kw_only=True):
    """Checks failed; their codes say which."""

    checks: tuple[str, ...]

    def decide(self, state: EnrolmentsState) -> tuple[Event, ...]:
        self._judged(state, "submitted")
        return (
            EnrolmentRefused(enrolment_id=self.enrolment_id, person_id=self.person_id, checks=self.checks),
        )


class HoldEnrolment(_Verdict, kw_only=True):
    """Checks were unsure, or somebody else has this face: a reviewer is to decide."""

    checks: tuple[str, ...]

    def decide(self, state: EnrolmentsState) -> tuple[Event, ...]:
        self._judged(state, "submitted")
        return (EnrolmentHeld(enrolment_id=self.enrolment_id, person_id=self.person_id, checks=self.checks),)


class EnrolCameo(_Verdict, kw_only=True):
    """All checks passed: the likeness is verified. The key of the cameo must stand before."""

    cameo_id: CameoId
    template: str

    def decide(self, state: EnrolmentsState) -> tuple[Event, ...]:
        self._judged(state, "submitted")
        if state.cameo_id is not None:
            raise CameoEnrolledAlready
        return (
            CameoEnrolled(
                cameo_id=self.cameo_id,
                owner_id=self.person_id,
                enrolment_id=self.enrolment_id,
                template=self.template,
            ),
        )


class ReviewEnrolment(_Verdict, kw_only=True):
    """A reviewer decides on a held one; with a template it passes. Nobody reviews themselves, or their `twin_id`."""

    reviewer_id: PersonId
    cameo_id: CameoId
    template: str | None
    twin_id: PersonId | None = None

    def boundary(self) -> Boundary:
        return (*super().boundary(), *role_boundary(self.reviewer_id))

    def initial(self) -> ReviewState:
        return ReviewState(super().initial(), Roles(self.reviewer_id))

    def decide(self, state: ReviewState) -> tuple[Event, ...]:
        state.roles.demand("reviewer")
        if self.reviewer_id == self.person_id:
            raise SelfReference
        if self.reviewer_id == self.twin_id:  # the face may be their own
            raise OwnCase
        self._judged(state.enrolments, "held")
        if self.template is None:
            return (self._refused(),)
        if state.enrolments.cameo_id is not None:
            raise CameoEnrolledAlready
        return (
            CameoEnrolled(
                cameo_id=self.cameo_id,
                owner_id=self.person_id,
                enrolment_id=self.enrolment_id,
                template=self.template,
                reviewer_id=self.reviewer_id,
            ),
        )

    def _refused(self) -> EnrolmentRefused:
        return EnrolmentRefused(
            enrolment_id=self.enrolment_id,
            person_id=self.person_id,
            checks=(REVIEWER_CHECK,),
            reviewer_id=self.reviewer_id,
        )
