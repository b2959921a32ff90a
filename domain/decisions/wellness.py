"""Asking people now and then how the feed makes them feel; the answer is theirs."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from domain.days import own_time
from domain.decider import Boundary, Clause, Command
from domain.errors import CheckAnswered, CheckNotDue, CheckUnknown, TextTooLong
from domain.events import (
    Event,
    FeltAnswer,
    InstructionGiven,
    WellnessCheckAnswered,
    WellnessCheckAnsweredV1,
    WellnessCheckAsked,
    WellnessCheckDue,
    WellnessRecordCleared,
)
from domain.ids import AnswerId, CheckId, InstructionId, PersonId
from domain.limits import ANSWER_NOTE_CHARS_MAX
from domain.text import tidy

ANSWERED = (WellnessCheckAnswered, WellnessCheckAnsweredV1)
EFFECT_LASTS = timedelta(days=7)


class WellnessRule(msgspec.Struct, frozen=True):
    """When a check is due: after so many clips or days, once a day at most unless the last felt bad.

    In the night, from midnight until `night_ends_h` by the person's own clock, half as many clips are enough.
    """

    clips_seen_min: int = 60
    days_between_max: int = 7
    hours_between_min: int = 24
    hours_after_bad: int = 4
    night_ends_h: int = 5


class WellnessState(msgspec.Struct, frozen=True):
    """A person's checks so far."""

    last_answered_at: datetime | None = None
    open_check_id: CheckId | None = None
    last_felt: str | None = None

    def evolve(self, event: Event) -> "WellnessState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case WellnessCheckDue(check_id=check_id):
                return replace(self, open_check_id=check_id)
            case WellnessCheckAnswered(at=at, felt=felt) | WellnessCheckAnsweredV1(at=at, felt=felt):
                return replace(self, last_answered_at=at, open_check_id=None, last_felt=felt)
        return self


class CallWellnessCheck(Command):
    """Find that a check is due, by what was seen since the last one; never in a first session."""

    check_id: CheckId
    person_id: PersonId
    joined_at: datetime
    clips_seen_count: int
    rule: WellnessRule
    first_session: bool
    at: datetime
    utc_offset_min: int = 0

    def boundary(self) -> Boundary:
        kinds = (WellnessCheckDue, *ANSWERED)
        return (Clause(kinds, (self.person_id,)),)

    def initial(self) -> WellnessState:
        return WellnessState()

    def decide(self, state: WellnessState) -> tuple[Event, ...]:
        if state.open_check_id is not None:
            return ()
        because = self._because(state)
        if because is None:
            raise CheckNotDue
        return (
            WellnessCheckDue(check_id=self.check_id, person_id=self.person_id, because=because, at=self.at),
        )

    def _because(
        self, state: WellnessState
    ) -> Literal["clips_seen", "late_at_night", "time_passed", "felt_bad"] | None:
        if self.first_session:
            return None
        # From the answer, not from when it fell due: who answers a day late is not asked again at once.
        since = self.at - (state.last_answered_at or self.joined_at)
        if state.last_answered_at is not None:
            if state.last_felt == "bad" and since >= timedelta(hours=self.rule.hours_after_bad):
                return "felt_bad"
            if since < timedelta(hours=self.rule.hours_between_min):
                return None
        if self.clips_seen_count >= self.rule.clips_seen_min:
            return "clips_seen"
        is_night = own_time(self.at, self.utc_offset_min).hour < self.rule.night_ends_h
        if is_night and 2 * self.clips_seen_count >= self.rule.clips_seen_min:
            return "late_at_night"
        if since >= timedelta(days=self.rule.days_between_max):
            return "time_passed"
        return None


class _CheckState(msgspec.Struct, frozen=True):
    person_id: PersonId | None = None
    asked: bool = False
    answered: bool = False

    def evolve(self, event: Event) -> "_CheckState":
        match event:
            case WellnessCheckDue(person_id=person_id):
                return _CheckState(person_id)
            case WellnessCheckAsked():
                return msgspec.structs.replace(self, asked=True)
            case WellnessCheckAnswered() | WellnessCheckAnsweredV1():
                return msgspec.structs.replace(self, answered=True)
        return self


class _CheckCommand(Command):
    """A wish about one check of one's own."""

    check_id: CheckId
    person_id: PersonId

    def boundary(self) -> Boundary:
        kinds = (WellnessCheckDue, WellnessCheckAsked, *ANSWERED)
        return (Clause(kinds, (self.check_id,)),)

    def initial(self) -> _CheckState:
        return _CheckState()

    def _check(self, state: _CheckState) -> None:
        if state.person_id != self.person_id:
            raise CheckUnknown


class AskWellnessCheck(_CheckCommand):
    """Put the question of a due check to the person."""

    def decide(self, state: _CheckState) -> tuple[Event, ...]:
        self._check(state)
        if state.asked or state.answered:
            return ()
        return (WellnessCheckAsked(check_id=self.check_id, person_id=self.person_id),)


class Effect(msgspec.Struct, frozen=True):
    """What is to change in somebody's feed after a bad answer: rules (JSON) that they can see and undo."""

    instruction_id: InstructionId
    text: str
    rules: str


class AnswerWellnessCheck(_CheckCommand):
    """Answer a check, once; a bad answer has its effect in the same append. A key for `answer_id` must stand."""

    answer_id: AnswerId
    felt: FeltAnswer
    note: str | None
    at: datetime
    effect: Effect | None = None

    def boundary(self) -> Boundary:
        return (*super().boundary(), Clause((InstructionGiven,), (self.check_id,)))

    def decide(self, state: _CheckState) -> tuple[Event, ...]:
        self._check(state)
        if state.answered:
            raise CheckAnswered
        note = tidy(self.note or "") or None
        if note is not None and len(note) > ANSWER_NOTE_CHARS_MAX:
            raise TextTooLong
        answered = WellnessCheckAnswered(
            check_id=self.check_id,
            person_id=self.person_id,
            answer_id=self.answer_id,
            at=self.at,
            felt=self.felt,
            note=note,
        )
        if self.felt != "bad" or self.effect is None:
            return (answered,)
        return (answered, self._given(self.effect))

    def _given(self, effect: Effect) -> InstructionGiven:
        return InstructionGiven(
            instruction_id=effect.instruction_id,
            person_id=self.person_id,
            at=self.at,
            text=effect.text,
            rules=effect.rules,
            until=self.at + EFFECT_LASTS,
            check_id=self.check_id,
        )


class _RecordState(msgspec.Struct, frozen=True):
    """Whether there is anything in a person's record."""

    answered: bool = False

    def evolve(self, event: Event) -> "_RecordState":
        match event:
            case WellnessCheckAnswered() | WellnessCheckAnsweredV1():
                return _RecordState(True)
            case WellnessRecordCleared():
                return _RecordState(False)
        return self


class ClearWellnessRecord(Command):
    """Take all one's answers out of one's record; an empty one stays as it is."""

    person_id: PersonId
    at: datetime

    def boundary(self) -> Boundary:
        return (Clause((*ANSWERED, WellnessRecordCleared), (self.person_id,)),)

    def initial(self) -> _RecordState:
        return _RecordState()

    def decide(self, state: _RecordState) -> tuple[Event, ...]:
        return (WellnessRecordCleared(person_id=self.person_id, at=self.at),) if state.answered else ()
