"""Which instructions of a person hold, and may their feed be personal."""

import msgspec

from domain.events import InstructionEdited, InstructionEnded, InstructionGiven, PersonalisationSet
from projections.views.instructions import (
    INSTRUCTIONS,
    ended_of,
    get,
    holding_of,
    is_personalised,
    overdue,
)
from tests.projections.given import LATEST, given, time_of


def told(name: str, person: str = "ada", until: int | None = None) -> InstructionGiven:
    end = None if until is None else time_of(until)
    return InstructionGiven(name, person, time_of(1), f"text of {name}", f'["{name}"]', end)


def over(name: str, because: str = "undone") -> InstructionEnded:
    return InstructionEnded(name, "ada", time_of(60), because)


def test_what_holds_stands_in_the_order_given_and_what_ended_newest_first() -> None:
    views = given(
        INSTRUCTIONS, told("one"), told("two"), told("three"), told("bens", "ben"), over("one"), over("two")
    )
    assert [each.instruction_id for each in holding_of(views, "ada")] == ["three"]
    assert [each.instruction_id for each in ended_of(views, "ada", 10, LATEST)] == ["two", "one"]
    assert [each.instruction_id for each in ended_of(views, "ada", 10, before_position=2)] == ["one"]
    assert get(views, "one").because == "undone"


def test_an_edit_sets_rules_and_end() -> None:
    edited = InstructionEdited("one", "ada", time_of(2), '["other"]', time_of(9))
    (found,) = holding_of(given(INSTRUCTIONS, told("one"), edited), "ada")
    assert (found.text, found.rules, found.until) == ("text of one", '["other"]', time_of(9))


def test_what_can_no_longer_be_read_does_not_hold() -> None:
    erased = msgspec.structs.replace(told("one"), text=None, rules=None)
    assert holding_of(given(INSTRUCTIONS, erased), "ada") == []


def test_people_are_named_whose_instructions_should_have_ended() -> None:
    views = given(
        INSTRUCTIONS, told("one", until=5), told("two", "ben", 20), told("three", "cleo", 5), over("three")
    )
    assert overdue(views, time_of(4), 10) == []
    assert overdue(views, time_of(5), 10) == ["ada"]
    assert sorted(overdue(views, time_of(30), 10)) == ["ada", "ben"]
    assert len(overdue(views, time_of(30), 1)) == 1


def test_the_last_choice_counts_and_none_is_a_personal_feed() -> None:
    off, on = PersonalisationSet("ada", False), PersonalisationSet("ada", True)
    assert is_personalised(given(INSTRUCTIONS), "ada")
    assert not is_personalised(given(INSTRUCTIONS, on, off), "ada")
    assert is_personalised(given(INSTRUCTIONS, off, on), "ada")
