"""Telling the feed what to show: one's own, bounded, the same wish once, and over when it said."""

from datetime import timedelta

import msgspec
import pytest

from domain.decisions.instructions import (
    EditInstruction,
    ExpireInstructions,
    GiveInstruction,
    SetPersonalisation,
    UndoInstruction,
)
from domain.errors import (
    InstructionEmpty,
    InstructionOver,
    InstructionsTooMany,
    InstructionUnknown,
    RulesTooMany,
    TextTooLong,
    UntilPast,
)
from domain.events import InstructionEdited, InstructionEnded, InstructionGiven, PersonalisationSet
from domain.ids import InstructionId
from domain.limits import (
    INSTRUCTION_CHARS_MAX,
    INSTRUCTIONS_PER_PERSON_MAX,
    RULES_CHARS_MAX,
    RULES_PER_INSTRUCTION_MAX,
)
from tests.cast import ANA, BEN, INSTRUCTION, NOON
from tests.gwt import but, given

OTHER = InstructionId("instruction-2")
HOUR = timedelta(hours=1)
NO_DOGS, NO_CATS = '[{"never":"dogs"}]', '[{"never":"cats"}]'
GIVE = GiveInstruction(person_id=ANA, at=NOON, instruction_id=INSTRUCTION, text="no dogs", rules=NO_DOGS)
EDIT = EditInstruction(person_id=ANA, at=NOON, instruction_id=INSTRUCTION, rules=NO_CATS)
UNDO = UndoInstruction(person_id=ANA, at=NOON, instruction_id=INSTRUCTION)
EXPIRE = ExpireInstructions(person_id=ANA, at=NOON)
GIVEN = InstructionGiven(INSTRUCTION, ANA, NOON, "no dogs", NO_DOGS)
EDITED = InstructionEdited(INSTRUCTION, ANA, NOON, NO_CATS)


def ended(because: str, instruction_id: InstructionId = INSTRUCTION) -> InstructionEnded:
    """An instruction's end."""
    return InstructionEnded(instruction_id, ANA, NOON, because)


def rules(count: int) -> str:
    """So many rules."""
    return msgspec.json.encode([{"never": str(number)} for number in range(count)]).decode()


def many(count: int) -> list[InstructionGiven]:
    """So many instructions of Ana's, all different."""
    return [
        but(
            GIVEN, instruction_id=InstructionId(f"instruction-of-{number}"), rules=f'[{{"never":"{number}"}}]'
        )
        for number in range(count)
    ]


def test_an_instruction_is_given_once() -> None:
    given().when(GIVE).then(GIVEN)
    given(GIVEN).when(GIVE).then()
    given(GIVEN, ended("undone")).when(GIVE).then()


def test_the_same_rules_given_again_take_the_place_of_the_first() -> None:
    again = but(GIVE, instruction_id=OTHER, until=NOON + HOUR)
    fresh = but(GIVEN, instruction_id=OTHER, until=NOON + HOUR)
    given(GIVEN).when(again).then(ended("replaced"), fresh)


def test_an_instruction_has_its_bounds() -> None:
    given().when(but(GIVE, text="x" * (INSTRUCTION_CHARS_MAX + 1))).refused(TextTooLong)
    given().when(but(GIVE, rules="[]")).refused(InstructionEmpty)
    given().when(but(GIVE, rules=rules(RULES_PER_INSTRUCTION_MAX + 1))).refused(RulesTooMany)
    given().when(but(GIVE, rules=f'["{"x" * RULES_CHARS_MAX}"]')).refused(RulesTooMany)
    given().when(but(GIVE, until=NOON)).refused(UntilPast)
    full = rules(RULES_PER_INSTRUCTION_MAX)
    given().when(but(GIVE, rules=full)).then(but(GIVEN, rules=full))


def test_only_so_many_hold_at_once() -> None:
    full = many(INSTRUCTIONS_PER_PERSON_MAX)
    given(*full).when(GIVE).refused(InstructionsTooMany)
    given(*full[1:]).when(GIVE).then(GIVEN)
    over = [but(each, until=NOON) for each in full]
    given(*over).when(GIVE).then(GIVEN)
    given(*full).when(but(GIVE, rules=full[0].rules)).then(
        ended("replaced", full[0].instruction_id), but(GIVEN, rules=full[0].rules)
    )


def test_one_that_holds_is_edited() -> None:
    given(GIVEN).when(EDIT).then(EDITED)
    given(GIVEN, EDITED).when(EDIT).then()
    given(GIVEN).when(but(EDIT, rules="[]")).refused(InstructionEmpty)
    given(GIVEN, ended("undone")).when(EDIT).refused(InstructionOver)
    given(but(GIVEN, until=NOON)).when(EDIT).refused(InstructionOver)


def test_one_that_holds_is_undone_once() -> None:
    given(GIVEN).when(UNDO).then(ended("undone"))
    given(GIVEN, ended("expired")).when(UNDO).then()


@pytest.mark.parametrize("command", [EDIT, UNDO])
def test_nobody_touches_anybody_elses(command) -> None:
    given(GIVEN).when(but(command, instruction_id=OTHER)).refused(InstructionUnknown)
    given().when(but(command, person_id=BEN)).refused(InstructionUnknown)


def test_those_whose_time_has_come_expire_together() -> None:
    due = (but(GIVEN, until=NOON), but(GIVEN, instruction_id=OTHER, until=NOON - HOUR))
    later = but(GIVEN, instruction_id=InstructionId("instruction-3"), until=NOON + HOUR)
    given(*due, later).when(EXPIRE).then(ended("expired"), ended("expired", OTHER))
    given(*due, ended("expired"), ended("undone", OTHER)).when(EXPIRE).then()
    given(due[0], but(EDITED, until=NOON + HOUR)).when(EXPIRE).then()


def test_a_choice_is_recorded_where_it_changes_something() -> None:
    off, on = SetPersonalisation(ANA, False), SetPersonalisation(ANA, True)
    given().when(on).then()
    given().when(off).then(PersonalisationSet(ANA, False))
    given(PersonalisationSet(ANA, False)).when(off).then()
    given(PersonalisationSet(ANA, False)).when(on).then(PersonalisationSet(ANA, True))
