"""Turning eighteen, and what becomes of a guardian's word when it ends otherwise."""

from datetime import timedelta

import pytest

from domain.consent import CastWish, Denial, Permit, Standing
from domain.decisions.roles import GiveRole
from domain.errors import RoleNotForTeens
from domain.events import (
    CameoEnrolled,
    ConsentRevoked,
    Event,
    GuardianLinked,
    PersonErased,
    RoleGiven,
)
from tests.cast import ANA, BEN, CAMEO, ENROLMENT, ERASURE, GRANT, NOON, REVOCATION, joined
from tests.gwt import but, given
from tests.turning import (
    ADULT_ON,
    APPROVED,
    ASKED,
    GRANTED,
    LAPSE,
    LAPSED,
    LINKED,
    OF_AGE,
    OTHER_LINK,
    TEEN,
    TURN,
    UNAPPROVED,
    UNLINKED,
    UNLINKED_OF_AGE,
)


def test_a_teen_is_an_adult_from_their_birthday_on_and_not_a_day_sooner() -> None:
    given(TEEN).when(but(TURN, on=ADULT_ON - timedelta(days=1))).then()
    given(TEEN).when(TURN).then(OF_AGE)
    given(TEEN, OF_AGE).when(TURN).then()


def test_a_link_and_an_ask_end_with_it_and_say_why() -> None:
    given(TEEN, ASKED).when(TURN).then(OF_AGE, UNLINKED_OF_AGE)
    given(TEEN, ASKED, LINKED).when(TURN).then(OF_AGE, UNLINKED_OF_AGE)
    given(TEEN, ASKED, LINKED, UNLINKED).when(TURN).then(OF_AGE)


@pytest.mark.parametrize(
    "person", [joined(ANA), but(TEEN, birth_date=None)], ids=["an adult", "one whose key is gone"]
)
def test_nobody_else_comes_of_age(person: Event) -> None:
    given(person).when(TURN).then()
    given(TEEN, PersonErased(ERASURE, ANA)).when(TURN).then()


def test_a_role_is_for_those_who_came_of_age() -> None:
    given(TEEN).when(GiveRole(ANA, "reviewer")).refused(RoleNotForTeens)
    given(TEEN, OF_AGE).when(GiveRole(ANA, "reviewer")).then(RoleGiven(ANA, "reviewer"))


def permitted(*events: Event) -> Permit | Denial:
    """What Ben hears who wants to cast Ana."""
    standing = Standing(CAMEO, ANA, BEN)
    for event in events:
        standing = standing.evolve(event)
    return standing.permit(CastWish(CAMEO, ANA, ("appear",)), NOON)


def test_what_the_guardian_approved_stays_ones_own_and_nothing_else_awakes() -> None:
    cameo = CameoEnrolled(CAMEO, ANA, ENROLMENT, "AAAA")
    assert permitted(TEEN, cameo, LINKED, GRANTED, APPROVED, OF_AGE, UNLINKED_OF_AGE) == Permit(GRANT)
    waiting = permitted(TEEN, cameo, LINKED, UNAPPROVED, OF_AGE, UNLINKED_OF_AGE)
    assert waiting == Denial("not_permitted")
    long_ended = permitted(TEEN, cameo, LINKED, GRANTED, APPROVED, UNLINKED, OF_AGE)
    assert long_ended == Denial("not_permitted")
    assert permitted(TEEN, cameo, OF_AGE, GRANTED) == Permit(GRANT)


def test_grants_lapse_with_the_link_by_which_they_held() -> None:
    linked = (LINKED, GRANTED, UNAPPROVED, APPROVED)
    given(*linked).when(LAPSE).then()
    given(*linked, UNLINKED).when(LAPSE).then(LAPSED)
    given(*linked, UNLINKED, LAPSED).when(LAPSE).then()


def test_grants_that_were_revoked_or_approved_again_do_not_lapse() -> None:
    begun = (LINKED, GRANTED, APPROVED)
    all_revoked = ConsentRevoked(REVOCATION, CAMEO, ANA, ANA)
    given(*begun, all_revoked, UNLINKED).when(LAPSE).then()
    again = (GuardianLinked(OTHER_LINK, ANA, BEN), but(APPROVED, link_id=OTHER_LINK, guardian_id=BEN))
    given(*begun, UNLINKED, *again).when(LAPSE).then()


def test_who_came_of_age_keeps_their_grants() -> None:
    given(LINKED, GRANTED, APPROVED, OF_AGE, UNLINKED_OF_AGE).when(LAPSE).then()
