"""A teen and their guardian: who may ask whom, one at a time, and what a guardian's word does."""

from collections.abc import Iterable

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain.decider import Command, fold
from domain.decisions.guardians import (
    AcceptGuardian,
    ApproveGrant,
    AskGuardian,
    EndGuardian,
    SetCaps,
)
from domain.decisions.reactions import CommentClip
from domain.decisions.social import FollowPerson
from domain.errors import (
    Blocked,
    CapsInvalid,
    ContactClosed,
    GrantUnknown,
    GuardianAskedAlready,
    GuardianAsksExhausted,
    GuardianNotPossible,
    GuardianStands,
    LinkUnknown,
    PersonUnknown,
    Refused,
)
from domain.events import (
    CameoErased,
    CameoGranted,
    Caps,
    CapsSet,
    ClipCommented,
    ConsentRevoked,
    Event,
    GrantApproved,
    GuardianAsked,
    GuardianLinked,
    GuardianUnlinked,
    PersonBlocked,
    PersonErased,
    PersonFollowed,
    PersonUnblocked,
    PersonUnfollowed,
    Terms,
)
from domain.ids import LinkId, PersonId
from domain.limits import CAP_CLIPS_MAX, GUARDIAN_ASKS_OPEN_MAX
from tests.cast import (
    ANA,
    BEN,
    CAMEO,
    CLEO,
    CLIP,
    COMMENT,
    ERASURE,
    GRANT,
    LINK,
    REVOCATION,
    joined,
    published,
)
from tests.gwt import but, given, is_within

TEEN, ADULT = joined(ANA, age_band="teen"), joined(BEN)
FOLLOWS = PersonFollowed(ANA, BEN)
TEENS_ASK, ADULTS_ASK = AskGuardian(LINK, ANA, BEN, ANA), AskGuardian(LINK, ANA, BEN, BEN)
ASKED, ASKED_BY_ADULT = GuardianAsked(LINK, ANA, BEN, ANA), GuardianAsked(LINK, ANA, BEN, BEN)
LINKED = GuardianLinked(LINK, ANA, BEN)
STANDS = (TEEN, ADULT, ASKED, LINKED)
UNLINKED = GuardianUnlinked(LINK, ANA, BEN, ANA)
OTHER = LinkId("link-2")
OTHERS_ASK, OTHERS_LINK = GuardianAsked(OTHER, ANA, CLEO, CLEO), GuardianLinked(OTHER, ANA, CLEO)
ACCEPT = AcceptGuardian(LINK, ANA, BEN, BEN)
CAPS = Caps(clips_made_max=2, contact="mutuals")
SET_CAPS = SetCaps(LINK, ANA, BEN, CAPS)
CAPPED = CapsSet(LINK, ANA, BEN, CAPS)


# --- asking -------------------------------------------------------------------------------------


def test_a_teen_asks_an_adult_and_an_adult_a_teen_who_follows_them() -> None:
    given(TEEN, ADULT).when(TEENS_ASK).then(ASKED)
    given(TEEN, ADULT, FOLLOWS).when(ADULTS_ASK).then(ASKED_BY_ADULT)


def test_an_ask_does_not_outlive_a_block_unseen() -> None:
    """The teen thought better of it: the adult who was blocked since does not become their guardian."""
    given(TEEN, ADULT, ASKED, PersonBlocked(ANA, BEN)).when(ACCEPT).refused(LinkUnknown)
    given(TEEN, ADULT, ASKED, PersonBlocked(BEN, ANA)).when(ACCEPT).refused(Blocked)
    lifted = (PersonBlocked(ANA, BEN), PersonUnblocked(ANA, BEN))
    given(TEEN, ADULT, ASKED, *lifted).when(ACCEPT).then(LINKED)


def test_an_adult_cannot_ask_around_to_learn_who_is_a_teen() -> None:
    given(TEEN, ADULT).when(ADULTS_ASK).refused(GuardianNotPossible)
    given(joined(ANA), ADULT).when(ADULTS_ASK).refused(GuardianNotPossible)
    given(TEEN, ADULT, FOLLOWS, PersonUnfollowed(ANA, BEN)).when(ADULTS_ASK).refused(GuardianNotPossible)
    given(TEEN, ADULT, PersonFollowed(BEN, ANA)).when(ADULTS_ASK).refused(GuardianNotPossible)


def test_a_guardian_is_an_adult_and_a_ward_a_teen_by_the_log() -> None:
    given(TEEN, joined(BEN, age_band="teen")).when(TEENS_ASK).refused(GuardianNotPossible)
    given(joined(ANA), ADULT).when(TEENS_ASK).refused(GuardianNotPossible)
    given(TEEN).when(AskGuardian(LINK, ANA, ANA, ANA)).refused(GuardianNotPossible)


def test_only_members_are_asked_and_only_by_the_two() -> None:
    given(TEEN).when(TEENS_ASK).refused(PersonUnknown)
    given(TEEN, ADULT, PersonErased(ERASURE, BEN)).when(TEENS_ASK).refused(PersonUnknown)
    given(TEEN, ADULT).when(but(TEENS_ASK, asker_id=CLEO)).refused(LinkUnknown)


def test_a_block_bars_an_ask_and_whoever_was_shut_out_does_not_learn_it() -> None:
    given(TEEN, ADULT, PersonBlocked(ANA, BEN)).when(TEENS_ASK).refused(Blocked)
    given(TEEN, ADULT, PersonBlocked(BEN, ANA)).when(TEENS_ASK).refused(PersonUnknown)


def test_a_pair_asks_once_and_a_teen_with_a_guardian_asks_no_other() -> None:
    given(TEEN, ADULT, ASKED).when(but(TEENS_ASK, link_id=OTHER)).refused(GuardianAskedAlready)
    given(TEEN, ADULT, OTHERS_ASK, OTHERS_LINK).when(TEENS_ASK).refused(GuardianStands)
    given(TEEN, ADULT, ASKED, UNLINKED).when(TEENS_ASK).then(ASKED)


def test_few_asks_wait_at_a_time() -> None:
    waiting = (
        GuardianAsked(LinkId(f"link-of-{number}"), ANA, PersonId(f"person-{number}"), ANA)
        for number in range(GUARDIAN_ASKS_OPEN_MAX)
    )
    given(TEEN, ADULT, *waiting).when(TEENS_ASK).refused(GuardianAsksExhausted)


# --- agreeing, ending ---------------------------------------------------------------------------


def test_the_other_one_agrees() -> None:
    given(TEEN, ADULT, ASKED).when(ACCEPT).then(LINKED)
    given(TEEN, ADULT, ASKED_BY_ADULT).when(but(ACCEPT, person_id=ANA)).then(LINKED)
    given(*STANDS).when(ACCEPT).then()


def test_nobody_else_agrees_not_even_the_asker() -> None:
    given(TEEN, ADULT, ASKED).when(but(ACCEPT, person_id=ANA)).refused(LinkUnknown)
    given(TEEN, ADULT, ASKED).when(but(ACCEPT, person_id=CLEO)).refused(LinkUnknown)
    given(TEEN, ADULT).when(ACCEPT).refused(LinkUnknown)
    given(TEEN, ADULT, ASKED, UNLINKED).when(ACCEPT).refused(LinkUnknown)
    given(TEEN, ADULT, ASKED, PersonErased(ERASURE, ANA)).when(ACCEPT).refused(LinkUnknown)


def test_ids_that_were_looked_up_wrongly_are_found_out() -> None:
    given(TEEN, joined(CLEO), ASKED).when(AcceptGuardian(LINK, ANA, CLEO, CLEO)).refused(LinkUnknown)


def test_a_second_guardian_waits_until_the_first_is_gone() -> None:
    both = (TEEN, ADULT, ASKED, OTHERS_ASK, OTHERS_LINK)
    given(*both).when(ACCEPT).refused(GuardianStands)
    given(*both, GuardianUnlinked(OTHER, ANA, CLEO, CLEO)).when(ACCEPT).then(LINKED)


@pytest.mark.parametrize("ender", [ANA, BEN])
def test_either_ends_it_and_it_stands_who_did(ender: PersonId) -> None:
    end = EndGuardian(LINK, ANA, BEN, ender)
    given(*STANDS).when(end).then(but(UNLINKED, ender_id=ender))
    given(TEEN, ADULT, ASKED).when(end).then(but(UNLINKED, ender_id=ender))
    given(*STANDS, UNLINKED).when(end).refused(LinkUnknown)
    given(*STANDS).when(but(end, person_id=CLEO)).refused(LinkUnknown)


# --- caps ---------------------------------------------------------------------------------------


def test_caps_are_set_while_the_link_stands() -> None:
    given(*STANDS).when(SET_CAPS).then(CAPPED)
    given(*STANDS, CAPPED).when(SET_CAPS).then()
    given(TEEN, ADULT, ASKED).when(SET_CAPS).refused(LinkUnknown)
    given(*STANDS, UNLINKED).when(SET_CAPS).refused(LinkUnknown)
    given(TEEN, ASKED, LINKED).when(but(SET_CAPS, guardian_id=CLEO)).refused(LinkUnknown)


@pytest.mark.parametrize("count", [-1, CAP_CLIPS_MAX + 1])
def test_caps_lie_within_reason(count: int) -> None:
    for caps in (Caps(clips_made_max=count), Caps(clips_watched_max=count)):
        given(*STANDS).when(but(SET_CAPS, caps=caps)).refused(CapsInvalid)


def comment(person_id: PersonId) -> CommentClip:
    return CommentClip(CLIP, ANA, person_id, COMMENT, "so close")


def contact(allowed: str) -> CapsSet:
    return CapsSet(LINK, ANA, BEN, Caps(contact=allowed))


def test_a_guardian_says_who_may_write_to_a_teen() -> None:
    written = ClipCommented(COMMENT, CLIP, CLEO, "so close")
    mutual = (PersonFollowed(ANA, CLEO), PersonFollowed(CLEO, ANA))
    given(published(), contact("everyone")).when(comment(CLEO)).then(written)
    given(published(), contact("mutuals"), *mutual).when(comment(CLEO)).then(written)
    given(published(), contact("mutuals"), mutual[1]).when(comment(CLEO)).refused(ContactClosed)
    given(published(), contact("nobody"), *mutual).when(comment(CLEO)).refused(ContactClosed)
    given(published(), contact("nobody"), UNLINKED).when(comment(CLEO)).then(written)


def test_a_teen_may_write_under_their_own_clip() -> None:
    given(published(), contact("nobody")).when(comment(ANA)).then(
        ClipCommented(COMMENT, CLIP, ANA, "so close")
    )


def test_a_guardian_is_not_bound_by_the_caps_they_set() -> None:
    bens = published(maker_id=BEN)
    given(bens, contact("nobody")).when(CommentClip(CLIP, BEN, CLEO, COMMENT, "hm")).then(
        ClipCommented(COMMENT, CLIP, CLEO, "hm")
    )


def test_an_ask_that_is_turned_down_lifts_no_caps() -> None:
    down = GuardianUnlinked(OTHER, ANA, CLEO, ANA)
    given(published(), contact("nobody"), down).when(comment(CLEO)).refused(ContactClosed)


def test_nobody_new_follows_where_contact_is_shut_but_mutuals_must_begin_somewhere() -> None:
    follow = FollowPerson(CLEO, ANA)
    given(TEEN, contact("nobody")).when(follow).refused(ContactClosed)
    given(TEEN, contact("mutuals")).when(follow).then(PersonFollowed(CLEO, ANA))
    given(TEEN, PersonFollowed(CLEO, ANA), contact("nobody")).when(follow).then()


# --- grants -------------------------------------------------------------------------------------

GRANTED = CameoGranted(GRANT, CAMEO, ANA, CLEO, Terms(uses=("appear",)), "{}")
APPROVE = ApproveGrant(GRANT, CAMEO, LINK, BEN)
APPROVED = GrantApproved(GRANT, CAMEO, LINK, BEN)


def test_the_linked_guardian_approves_the_teens_own_grants() -> None:
    given(LINKED, GRANTED).when(APPROVE).then(APPROVED)
    given(LINKED, GRANTED, APPROVED).when(APPROVE).then()
    given(LINKED, but(GRANTED, owner_id=CLEO)).when(APPROVE).refused(GrantUnknown)
    given(LINKED).when(APPROVE).refused(GrantUnknown)


def test_approval_needs_a_link_that_stands() -> None:
    given(GRANTED).when(APPROVE).refused(LinkUnknown)
    given(LINKED, UNLINKED, GRANTED).when(APPROVE).refused(LinkUnknown)
    given(LINKED, GRANTED).when(but(APPROVE, guardian_id=CLEO)).refused(LinkUnknown)


def test_a_new_link_approves_anew() -> None:
    again = GuardianLinked(OTHER, ANA, BEN)
    events = (GRANTED, APPROVED, again)
    given(*events).when(but(APPROVE, link_id=OTHER)).then(but(APPROVED, link_id=OTHER))


@pytest.mark.parametrize(
    "end",
    [
        ConsentRevoked(REVOCATION, CAMEO, ANA, BEN, GRANT),
        ConsentRevoked(REVOCATION, CAMEO, ANA, ANA),
        CameoErased(REVOCATION, CAMEO, ANA),
    ],
)
def test_what_was_revoked_is_not_approved(end: Event) -> None:
    given(LINKED, GRANTED, end).when(APPROVE).refused(GrantUnknown)


# --- whatever happens ---------------------------------------------------------------------------

PEOPLE = (ANA, BEN, CLEO)
WISHES = st.lists(
    st.tuples(st.sampled_from(["ask", "accept", "end"]), st.integers(0, 3), st.permutations(PEOPLE)),
    max_size=30,
)


def wish(kind: str, number: int, people: Iterable[PersonId]) -> Command:
    teen_id, guardian_id, _ = people
    asker_id = teen_id if number % 2 else guardian_id
    pair = (LinkId(f"link-{number}"), teen_id, guardian_id, asker_id)
    return {"ask": AskGuardian, "accept": AcceptGuardian, "end": EndGuardian}[kind](*pair)


@for_all(wishes=WISHES)
def test_a_teen_never_has_two_guardians_and_never_one_whom_only_one_of_them_wanted(wishes: list) -> None:
    log: list[Event] = [joined(ANA, age_band="teen"), joined(BEN), joined(CLEO)]
    log += [PersonFollowed(ANA, BEN), PersonFollowed(ANA, CLEO)]
    askers: dict[LinkId, PersonId] = {}
    standing: set[LinkId] = set()
    for kind, number, people in wishes:
        command = wish(kind, number, people)
        if kind == "ask" and command.link_id in askers:
            continue  # ids are fresh
        history = [event for event in log if is_within(command, event)]
        try:
            events = command.decide(fold(command, history))
        except Refused:
            continue
        log += events
        for event in events:
            match event:
                case GuardianAsked(link_id=link_id, asker_id=asker_id):
                    askers[link_id] = asker_id
                case GuardianLinked(link_id=link_id, teen_id=teen_id, guardian_id=guardian_id):
                    assert (teen_id, guardian_id in (BEN, CLEO)) == (ANA, True)
                    assert command.person_id != askers[link_id]
                    standing.add(link_id)
                case GuardianUnlinked(link_id=link_id, ender_id=ender_id):
                    assert ender_id in (event.teen_id, event.guardian_id)
                    standing.discard(link_id)
        assert len(standing) <= 1
