"""Who is a reviewer: the operator's word, and what needs it."""

import pytest

from domain.decisions.roles import GiveRole, TakeRole
from domain.errors import PersonUnknown, RoleMissing, RoleNotForTeens
from domain.events import PersonErased, RoleGiven, RoleTaken
from domain.roles import Roles
from tests.cast import ANA, BEN, ERASURE, joined
from tests.gwt import given

GIVE, TAKE = GiveRole(ANA, "reviewer"), TakeRole(ANA, "reviewer")
GIVEN, TAKEN, ERASED = RoleGiven(ANA, "reviewer"), RoleTaken(ANA, "reviewer"), PersonErased(ERASURE, ANA)


def test_a_member_is_given_a_role_once() -> None:
    given(joined(ANA)).when(GIVE).then(GIVEN)
    given(joined(ANA), GIVEN).when(GIVE).then()
    given(joined(ANA), GIVEN).when(GiveRole(ANA, "auditor")).then(RoleGiven(ANA, "auditor"))


def test_strangers_teens_and_those_who_left_get_none() -> None:
    given().when(GIVE).refused(PersonUnknown)
    given(joined(ANA), ERASED).when(GIVE).refused(PersonUnknown)
    given(joined(ANA, age_band="teen")).when(GIVE).refused(RoleNotForTeens)


def test_a_role_is_taken_back_and_can_be_given_again() -> None:
    given(joined(ANA)).when(TAKE).then()
    given(joined(ANA), GIVEN).when(TAKE).then(TAKEN)
    given(joined(ANA), GIVEN, TAKEN).when(GIVE).then(GIVEN)


def test_a_role_ends_with_its_person_and_is_nobody_elses() -> None:
    roles = Roles(ANA).evolve(GIVEN)
    roles.demand("reviewer")
    for others in (Roles(BEN).evolve(GIVEN), roles.evolve(TAKEN), roles.evolve(ERASED)):
        with pytest.raises(RoleMissing):
            others.demand("reviewer")
    with pytest.raises(RoleMissing):
        roles.demand("auditor")
