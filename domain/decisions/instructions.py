"""Telling one's feed what to show: instructions are given, changed, undone, and end when they said they would."""

from datetime import datetime

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import (
    InstructionEmpty,
    InstructionOver,
    InstructionsTooMany,
    InstructionUnknown,
    RulesTooMany,
    TextTooLong,
    UntilPast,
)
from domain.events import (
    Event,
    InstructionEdited,
    InstructionEnd,
    InstructionEnded,
    InstructionGiven,
    PersonalisationSet,
)
from domain.ids import InstructionId, PersonId
from domain.limits import (
    INSTRUCTION_CHARS_MAX,
    INSTRUCTIONS_PER_PERSON_MAX,
    RULES_CHARS_MAX,
    RULES_PER_INSTRUCTION_MAX,
)

_decode_rules = msgspec.json.Decoder(tuple[msgspec.Raw, ...]).decode


class Held(msgspec.Struct, frozen=True):
    """What an instruction that holds says now."""

    rules: str | None
    until: datetime | None

    def is_over(self, at: datetime) -> bool:
        """Whether it was to end by then."""
        return self.until is not None and self.until <= at


class InstructionsState(msgspec.Struct, frozen=True):
    """One person's instructions: those that hold, and the ids of those that ended."""

    held: dict[InstructionId, Held] = {}
    ended: frozenset[InstructionId] = frozenset()

    def evolve(self, event: Event) -> "InstructionsState":
        """The state after one more event."""
        match event:
            case InstructionGiven(instruction_id=given, rules=rules, until=until):
                return InstructionsState({**self.held, given: Held(rules, until)}, self.ended)
            case InstructionEdited(instruction_id=edited, rules=rules, until=until):
                return InstructionsState({**self.held, edited: Held(rules, until)}, self.ended)
            case InstructionEnded(instruction_id=over):
                left = {name: held for name, held in self.held.items() if name != over}
                return InstructionsState(left, self.ended | {over})
        return self


class _InstructionsCommand(Command, kw_only=True):
    """A wish about one's own instructions."""

    person_id: PersonId
    at: datetime

    def boundary(self) -> Boundary:
        return (Clause((InstructionGiven, InstructionEdited, InstructionEnded), (self.person_id,)),)

    def initial(self) -> InstructionsState:
        return InstructionsState()

    def _ended(self, instruction_id: InstructionId, because: InstructionEnd) -> InstructionEnded:
        return InstructionEnded(
            instruction_id=instruction_id, person_id=self.person_id, at=self.at, because=because
        )


class GiveInstruction(_InstructionsCommand, kw_only=True):
    """Let rules hold from now on; another instruction with the very same rules makes room for this one."""

    instruction_id: InstructionId
    text: str
    rules: str
    until: datetime | None = None

    def decide(self, state: InstructionsState) -> tuple[Event, ...]:
        if self.instruction_id in state.held or self.instruction_id in state.ended:
            return ()
        if len(self.text) > INSTRUCTION_CHARS_MAX:
            raise TextTooLong
        _check(self.rules, self.until, self.at)
        replaced = [name for name, held in state.held.items() if held.rules == self.rules]
        holding = [name for name, held in state.held.items() if not held.is_over(self.at)]
        if len(set(holding) - set(replaced)) >= INSTRUCTIONS_PER_PERSON_MAX:
            raise InstructionsTooMany
        given = InstructionGiven(
            instruction_id=self.instruction_id,
            person_id=self.person_id,
            at=self.at,
            text=self.text,
            rules=self.rules,
            until=self.until,
        )
        return (*(self._ended(name, "replaced") for name in replaced), given)


class EditInstruction(_InstructionsCommand, kw_only=True):
    """Give an instruction that holds other rules, another end, or both; `until` of None is no end."""

    instruction_id: InstructionId
    rules: str
    until: datetime | None = None

    def decide(self, state: InstructionsState) -> tuple[Event, ...]:
        held = _held(state, self.instruction_id)
        if held is None or held.is_over(self.at):
            raise InstructionOver
        if held == Held(self.rules, self.until):
            return ()
        _check(self.rules, self.until, self.at)
        return (
            InstructionEdited(
                instruction_id=self.instruction_id,
                person_id=self.person_id,
                at=self.at,
                rules=self.rules,
                until=self.until,
            ),
        )


class UndoInstruction(_InstructionsCommand, kw_only=True):
    """Let an instruction hold no longer; one that has ended stays as it is."""

    instruction_id: InstructionId

    def decide(self, state: InstructionsState) -> tuple[Event, ...]:
        if _held(state, self.instruction_id) is None:
            return ()
        return (self._ended(self.instruction_id, "undone"),)


class ExpireInstructions(_InstructionsCommand, kw_only=True):
    """End all instructions that were to end by now, so that what holds changes with the log alone."""

    def decide(self, state: InstructionsState) -> tuple[Event, ...]:
        over = [name for name, held in state.held.items() if held.is_over(self.at)]
        return tuple(self._ended(name, "expired") for name in over)


class PersonalisationState(msgspec.Struct, frozen=True):
    """What a person chose last."""

    personalised: bool = True

    def evolve(self, event: Event) -> "PersonalisationState":
        """The state after one more event."""
        match event:
            case PersonalisationSet(personalised=personalised):
                return PersonalisationState(personalised)
        return self


class SetPersonalisation(Command):
    """Choose whether one's feed may build on whom one follows and what one saw."""

    person_id: PersonId
    personalised: bool

    def boundary(self) -> Boundary:
        return (Clause((PersonalisationSet,), (self.person_id,)),)

    def initial(self) -> PersonalisationState:
        return PersonalisationState()

    def decide(self, state: PersonalisationState) -> tuple[Event, ...]:
        if state.personalised == self.personalised:
            return ()
        return (PersonalisationSet(person_id=self.person_id, personalised=self.personalised),)


def _held(state: InstructionsState, instruction_id: InstructionId) -> Held | None:
    """An instruction that holds; None for one that ended. Raises InstructionUnknown."""
    held = state.held.get(instruction_id)
    if held is None and instruction_id not in state.ended:
        raise InstructionUnknown
    return held


def _check(rules: str, until: datetime | None, at: datetime) -> None:
    if len(rules) > RULES_CHARS_MAX:
        raise RulesTooMany
    rules_count = len(_decode_rules(rules))
    if rules_count == 0:
        raise InstructionEmpty
    if rules_count > RULES_PER_INSTRUCTION_MAX:
        raise RulesTooMany
    if until is not None and until <= at:
        raise UntilPast
