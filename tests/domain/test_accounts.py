"""Who may come in, and what their tokens are worth."""

from datetime import UTC, date, datetime

import pytest

from domain.decisions.accounts import (
    CloseCountry,
    IssueAccess,
    JoinByInvite,
    OpenCountry,
    RevokeAccess,
    age_band,
)
from domain.errors import (
    AccessUnknown,
    AgeTooYoung,
    BirthDateInvalid,
    CountryNotOpen,
    HandleInvalid,
    HandleTaken,
    InvitesExhausted,
    InviteSpent,
    InviteUnknown,
    InviteVoid,
    PersonUnknown,
)
from domain.events import (
    AccessIssued,
    AccessRevoked,
    CountryClosed,
    CountryOpened,
    InviteIssued,
    InviteVoided,
    PersonJoined,
    RecoveryCodeSet,
)
from domain.ids import HandleDigest, InviteId, country_id
from tests.cast import (
    ADULT_BIRTH,
    ANA,
    ANAS_INVITES,
    BEN,
    BENS_INVITE,
    CLEO,
    FOUNDERS_INVITE,
    GERMANY,
    NOON,
    PHONE,
    TODAY,
    invited,
    joined,
)
from tests.gwt import Stray, but, given

JOIN = JoinByInvite(
    person_id=ANA,
    invite_id=FOUNDERS_INVITE,
    handle="ana",
    handle_digest=HandleDigest("handle-ana"),
    birth_date=ADULT_BIRTH,
    country_id=GERMANY,
    access_id=PHONE,
    secret_digest="d" * 64,
    own_invite_ids=ANAS_INVITES,
    at=NOON,
    recovery_digest="r" * 64,
)
OPENED, CLOSED = CountryOpened(GERMANY), CountryClosed(GERMANY)
ISSUED = AccessIssued(PHONE, ANA, "d" * 64)
RECOVERY = RecoveryCodeSet(ANA, "r" * 64)


def test_an_invite_makes_a_member_with_a_token_a_recovery_code_and_four_invites() -> None:
    given(invited(), OPENED).when(JOIN).then(
        joined(ANA), ISSUED, RECOVERY, *(InviteIssued(each, ANA) for each in ANAS_INVITES)
    )


def test_nobody_joins_by_an_invite_that_never_was() -> None:
    given(OPENED).when(JOIN).refused(InviteUnknown)


def test_nobody_joins_by_a_spent_invite() -> None:
    given(invited(), OPENED, joined(BEN)).when(JOIN).refused(InviteSpent)


def test_nobody_joins_by_an_invite_taken_back() -> None:
    given(invited(), OPENED, InviteVoided(FOUNDERS_INVITE)).when(JOIN).refused(InviteVoid)


def test_a_member_with_the_same_handle_did_not_spend_the_invite() -> None:
    ben_is_called_ana = but(joined(BEN, BENS_INVITE), handle_digest=JOIN.handle_digest)
    given(invited(), OPENED, ben_is_called_ana).when(JOIN).refused(HandleTaken)


def test_a_member_who_shares_neither_invite_nor_handle_is_none_of_its_business() -> None:
    with pytest.raises(Stray):
        given(invited(), OPENED, joined(BEN, BENS_INVITE)).when(JOIN)


def test_who_has_no_good_invite_learns_nothing_about_handles() -> None:
    given(invited(), OPENED, joined(BEN)).when(but(JOIN, handle="a!")).refused(InviteSpent)
    taken = but(joined(BEN), handle_digest=JOIN.handle_digest)
    given(OPENED, taken).when(JOIN).refused(InviteUnknown)


def test_nobody_joins_from_a_country_that_never_opened() -> None:
    given(invited()).when(JOIN).refused(CountryNotOpen)


def test_nobody_joins_from_a_country_that_closed_again() -> None:
    given(invited(), OPENED, CLOSED).when(JOIN).refused(CountryNotOpen)


def test_a_country_that_opened_again_is_open() -> None:
    assert given(invited(), OPENED, CLOSED, OPENED).when(JOIN).decided()


@pytest.mark.parametrize("handle", ["", "ab", "a" * 25, "Ana", "an a", "ana\n", "änä", "ana-b", "ana\u200b"])
def test_a_handle_is_3_to_24_of_a_to_z_digits_and_underscores(handle: str) -> None:
    given(invited(), OPENED).when(but(JOIN, handle=handle)).refused(HandleInvalid)


@pytest.mark.parametrize("handle", ["ana", "a_1", "a" * 24, "007"])
def test_handles_that_fit_are_taken(handle: str) -> None:
    assert given(invited(), OPENED).when(but(JOIN, handle=handle)).decided()[0].handle == handle


def test_nobody_brings_more_invites_than_a_member_may_have() -> None:
    five = (*ANAS_INVITES, InviteId("invite-ana-5"))
    given(invited(), OPENED).when(but(JOIN, own_invite_ids=five)).refused(InvitesExhausted)


@pytest.mark.parametrize(
    ("birth", "band"),
    [
        (date(2008, 3, 14), "adult"),  # eighteen today
        (date(2008, 3, 15), "teen"),  # eighteen tomorrow
        (date(2013, 3, 14), "teen"),  # thirteen today
        (date(1901, 3, 14), "adult"),
    ],
)
def test_the_age_band_follows_from_the_birth_date(birth: date, band: str) -> None:
    joined_event, *_ = given(invited(), OPENED).when(but(JOIN, birth_date=birth)).decided()
    assert isinstance(joined_event, PersonJoined)
    assert joined_event.age_band == band


def test_those_born_on_the_29th_of_february_come_of_age_in_march() -> None:
    assert age_band(date(2008, 2, 29), date(2026, 2, 28)) == "teen"
    assert age_band(date(2008, 2, 29), date(2026, 3, 1)) == "adult"


@pytest.mark.parametrize("birth", [date(2013, 3, 15), date(2020, 1, 1), TODAY])
def test_nobody_joins_below_thirteen(birth: date) -> None:
    given(invited(), OPENED).when(but(JOIN, birth_date=birth)).refused(AgeTooYoung)


@pytest.mark.parametrize("birth", [date(2026, 3, 15), date(3000, 1, 1), date(1900, 3, 14), date(1, 1, 1)])
def test_a_birth_date_lies_in_the_past_and_in_a_life(birth: date) -> None:
    given(invited(), OPENED).when(but(JOIN, birth_date=birth)).refused(BirthDateInvalid)


def test_the_day_that_counts_is_the_day_of_joining() -> None:
    later = datetime(2031, 3, 14, tzinfo=UTC)
    command = but(JOIN, birth_date=date(2013, 3, 15), at=later)
    assert given(invited(), OPENED).when(command).decided()[0].age_band == "teen"


def test_a_country_opens_once() -> None:
    given().when(OpenCountry(GERMANY)).then(OPENED)
    given(OPENED).when(OpenCountry(GERMANY)).then()
    given(OPENED, CLOSED).when(OpenCountry(GERMANY)).then(OPENED)


def test_only_an_open_country_closes() -> None:
    given().when(CloseCountry(GERMANY)).then()
    given(OPENED).when(CloseCountry(GERMANY)).then(CLOSED)
    given(OPENED, CLOSED).when(CloseCountry(GERMANY)).then()


def test_another_countrys_events_are_none_of_its_business() -> None:
    with pytest.raises(Stray):
        given(CountryOpened(country_id("FR"))).when(OpenCountry(GERMANY))


def test_a_member_gets_a_further_token() -> None:
    given(joined(ANA)).when(IssueAccess(PHONE, ANA, "d" * 64)).then(ISSUED)


def test_a_stranger_gets_no_token() -> None:
    given().when(IssueAccess(PHONE, ANA, "d" * 64)).refused(PersonUnknown)


def test_the_holder_ends_a_token_once() -> None:
    given(ISSUED).when(RevokeAccess(PHONE, ANA)).then(AccessRevoked(PHONE, ANA))
    given(ISSUED, AccessRevoked(PHONE, ANA)).when(RevokeAccess(PHONE, ANA)).then()


def test_nobody_ends_a_token_that_is_not_theirs_or_never_was() -> None:
    given(ISSUED).when(RevokeAccess(PHONE, CLEO)).refused(AccessUnknown)
    given().when(RevokeAccess(PHONE, ANA)).refused(AccessUnknown)
