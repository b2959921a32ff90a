"""Four invites each, spent once."""

import pytest

from domain.decisions.invites import IssueFounderInvite, IssueInvite, VoidInvite
from domain.errors import InvitesExhausted, InviteSpent, InviteUnknown, PersonUnknown
from domain.events import InviteIssued, InviteVoided
from domain.ids import InviteId
from tests.cast import ANA, ANAS_INVITES, BEN, FOUNDERS_INVITE, invited, joined
from tests.gwt import Stray, given

FIRST = ANAS_INVITES[0]
NEXT = InviteId("invite-ana-5")
FOUR = tuple(InviteIssued(each, ANA) for each in ANAS_INVITES)
ISSUE, VOID = IssueInvite(NEXT, ANA), VoidInvite(FIRST, ANA)


def test_a_founders_invite_comes_into_being_once() -> None:
    given().when(IssueFounderInvite(FOUNDERS_INVITE)).then(invited())
    given(invited()).when(IssueFounderInvite(FOUNDERS_INVITE)).then()


def test_a_member_has_four_invites_and_no_fifth() -> None:
    given(joined(ANA), *FOUR[:3]).when(ISSUE).then(InviteIssued(NEXT, ANA))
    given(joined(ANA), *FOUR).when(ISSUE).refused(InvitesExhausted)


def test_an_invite_taken_back_leaves_its_place_free() -> None:
    given(joined(ANA), *FOUR, InviteVoided(FIRST, ANA)).when(ISSUE).then(InviteIssued(NEXT, ANA))


def test_a_place_is_filled_once() -> None:
    history = (joined(ANA), *FOUR, InviteVoided(FIRST, ANA), InviteIssued(NEXT, ANA))
    given(*history).when(IssueInvite(InviteId("invite-ana-6"), ANA)).refused(InvitesExhausted)


def test_a_spent_invite_keeps_its_place() -> None:
    # Ben joined by one of Ana's: the quota does not read that, so nothing comes free.
    with pytest.raises(Stray):
        given(joined(ANA), *FOUR, joined(BEN, FIRST)).when(ISSUE)


def test_a_stranger_has_no_invites() -> None:
    given().when(ISSUE).refused(PersonUnknown)


def test_an_issuer_takes_an_unspent_invite_back_once() -> None:
    given(FOUR[0]).when(VOID).then(InviteVoided(FIRST, ANA))
    given(FOUR[0], InviteVoided(FIRST, ANA)).when(VOID).then()


def test_a_spent_invite_is_not_taken_back() -> None:
    given(FOUR[0], joined(BEN, FIRST)).when(VOID).refused(InviteSpent)


def test_nobody_takes_back_what_is_not_theirs_or_never_was() -> None:
    given(FOUR[0]).when(VoidInvite(FIRST, BEN)).refused(InviteUnknown)
    given(invited()).when(VoidInvite(FOUNDERS_INVITE, ANA)).refused(InviteUnknown)
    given().when(VOID).refused(InviteUnknown)


def test_an_invite_that_never_was_is_unknown_even_to_no_issuer() -> None:
    given().when(VoidInvite(FIRST, None)).refused(InviteUnknown)
