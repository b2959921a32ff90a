"""Nobody may cast a cameo until its owner says who, and what they say is bounded."""

from datetime import timedelta

import pytest

from domain.consent import THEMES_COUNT_MAX, Themes
from domain.decisions.cameos import encoded_themes
from domain.errors import (
    Blocked,
    CameoUnknown,
    GrantsExhausted,
    LevelNotForTeens,
    PersonUnknown,
    SelfReference,
    TermsInvalid,
    ThemesInvalid,
)
from domain.events import PersonBlocked, PersonErased, PersonUnblocked, Terms
from domain.ids import ErasureId, GrantId
from domain.limits import GRANT_CLIPS_COUNT_MAX, GRANTS_PER_PAIR_MAX
from tests.cast import ANA, BEN, CLEO, NOON, joined
from tests.gwt import but, given
from tests.likenesses import GIVE, RULE, enrolled, erased, granted, revoked, ruled

ADULT, TEEN, OTHER = joined(ANA), joined(ANA, age_band="teen"), joined(BEN)
STANDS = (ADULT, enrolled())
LEFT = ErasureId("erasure-1")


@pytest.mark.parametrize("level", ["nobody", "approved", "mutuals", "everyone"])
def test_an_owner_says_who_may_cast_them(level: str) -> None:
    given(*STANDS).when(but(RULE, level=level)).then(ruled(level))


def test_the_same_rule_again_changes_nothing_but_after_revoking_all_it_does() -> None:
    given(*STANDS, ruled("mutuals")).when(RULE).then()
    given(*STANDS, ruled("mutuals"), revoked()).when(RULE).then(ruled("mutuals"))


@pytest.mark.parametrize("history", [(), (ADULT,), (*STANDS, erased())])
def test_a_cameo_that_does_not_stand_has_no_rules(history: tuple) -> None:
    given(*history).when(RULE).refused(CameoUnknown)


def test_a_strangers_cameo_is_unknown() -> None:
    given(enrolled(), joined(CLEO)).when(but(RULE, owner_id=CLEO)).refused(CameoUnknown)
    given(enrolled(), OTHER).when(but(GIVE, owner_id=CLEO)).refused(CameoUnknown)


def test_an_erased_owner_decides_nothing() -> None:
    given(*STANDS, PersonErased(LEFT, ANA)).when(RULE).refused(CameoUnknown)


@pytest.mark.parametrize("level", ["mutuals", "everyone"])
def test_no_level_opens_a_teens_cameo(level: str) -> None:
    given(TEEN, enrolled()).when(but(RULE, level=level)).refused(LevelNotForTeens)


@pytest.mark.parametrize("level", ["nobody", "approved"])
def test_a_teen_may_close_theirs(level: str) -> None:
    given(TEEN, enrolled()).when(but(RULE, level=level)).then(ruled(level))


def test_a_rule_that_opens_nothing_needs_no_use() -> None:
    closed = but(RULE, level="nobody", terms=Terms(()))
    given(*STANDS).when(closed).then(ruled("nobody", Terms(())))


@pytest.mark.parametrize(
    "terms",
    [
        Terms(()),
        Terms(("appear", "appear")),
        Terms(("appear",), NOON),
        Terms(("appear",), NOON - timedelta(days=1)),
        Terms(("appear",), (NOON + timedelta(days=1)).replace(tzinfo=None)),
        Terms(("appear",), None, 0),
        Terms(("appear",), None, GRANT_CLIPS_COUNT_MAX + 1),
    ],
)
def test_terms_that_cannot_be_met_are_refused(terms: Terms) -> None:
    given(*STANDS).when(but(RULE, terms=terms)).refused(TermsInvalid)
    given(*STANDS, OTHER).when(but(GIVE, terms=terms)).refused(TermsInvalid)


@pytest.mark.parametrize(
    "themes",
    [
        Themes(("",)),
        Themes((), (" \n ",)),
        Themes((), ("x" * 81,)),
        Themes(("Sport",), ("sport ",)),
        Themes(tuple(f"theme {number}" for number in range(THEMES_COUNT_MAX)), ("one more",)),
    ],
)
def test_themes_that_say_nothing_or_too_much_are_refused(themes: Themes) -> None:
    given(*STANDS).when(but(RULE, themes=themes)).refused(ThemesInvalid)
    given(*STANDS, OTHER).when(but(GIVE, themes=themes)).refused(ThemesInvalid)


def test_themes_are_kept_in_one_form() -> None:
    loose = but(RULE, themes=Themes(("  Board  Games", "board games"), ()))
    kept = but(ruled("mutuals"), themes=encoded_themes(Themes(("board games",))))
    given(*STANDS).when(loose).then(kept)


def test_an_owner_lets_one_person_cast_them() -> None:
    given(*STANDS, OTHER).when(GIVE).then(granted())


def test_a_teens_grant_is_given_and_waits_for_the_guardian() -> None:
    given(TEEN, enrolled(), OTHER).when(GIVE).then(granted())


def test_nobody_grants_to_themselves_to_strangers_or_to_those_who_left() -> None:
    given(*STANDS).when(but(GIVE, grantee_id=ANA)).refused(SelfReference)
    given(*STANDS).when(GIVE).refused(PersonUnknown)
    given(*STANDS, OTHER, PersonErased(LEFT, BEN)).when(GIVE).refused(PersonUnknown)


def test_a_block_bars_a_grant_and_is_not_told() -> None:
    given(*STANDS, OTHER, PersonBlocked(ANA, BEN)).when(GIVE).refused(Blocked)
    given(*STANDS, OTHER, PersonBlocked(BEN, ANA)).when(GIVE).refused(PersonUnknown)
    lifted = (PersonBlocked(ANA, BEN), PersonUnblocked(ANA, BEN))
    given(*STANDS, OTHER, *lifted).when(GIVE).then(granted())


def test_grants_are_bounded_and_a_revoked_one_counts_no_more() -> None:
    many = [granted(GrantId(f"grant-early-{number}")) for number in range(GRANTS_PER_PAIR_MAX)]
    given(*STANDS, OTHER, *many).when(GIVE).refused(GrantsExhausted)
    given(*STANDS, OTHER, *many, revoked(many[0].grant_id)).when(GIVE).then(granted())
    given(*STANDS, OTHER, *many, revoked()).when(GIVE).then(granted())
