"""What stands between people."""

import pytest

from domain.decisions.social import BlockPerson, FollowPerson, UnblockPerson, UnfollowPerson
from domain.errors import Blocked, PersonUnknown, SelfReference
from domain.events import PersonBlocked, PersonErased, PersonFollowed, PersonUnblocked, PersonUnfollowed
from tests.cast import ANA, BEN, CLEO, ERASURE, joined
from tests.gwt import Stray, given

PAIR_COMMANDS = (FollowPerson, UnfollowPerson, BlockPerson, UnblockPerson)
BEN_JOINED = joined(BEN)
FOLLOWS, FOLLOWS_BACK = PersonFollowed(ANA, BEN), PersonFollowed(BEN, ANA)
BLOCKS, IS_BLOCKED = PersonBlocked(ANA, BEN), PersonBlocked(BEN, ANA)


@pytest.mark.parametrize("command", PAIR_COMMANDS)
def test_nobody_does_it_to_themselves(command: type) -> None:
    given(joined(ANA)).when(command(ANA, ANA)).refused(SelfReference)


@pytest.mark.parametrize("command", PAIR_COMMANDS)
def test_nobody_does_it_to_a_stranger(command: type) -> None:
    given().when(command(ANA, BEN)).refused(PersonUnknown)


@pytest.mark.parametrize("command", PAIR_COMMANDS)
def test_what_others_do_is_none_of_their_business(command: type) -> None:
    with pytest.raises(Stray):
        given(BEN_JOINED, PersonBlocked(CLEO, BEN)).when(command(ANA, BEN))


def test_a_person_follows_another_once() -> None:
    given(BEN_JOINED).when(FollowPerson(ANA, BEN)).then(FOLLOWS)
    given(BEN_JOINED, FOLLOWS).when(FollowPerson(ANA, BEN)).then()


def test_following_is_not_mutual() -> None:
    given(BEN_JOINED, FOLLOWS_BACK).when(FollowPerson(ANA, BEN)).then(FOLLOWS)
    given(BEN_JOINED, FOLLOWS_BACK).when(UnfollowPerson(ANA, BEN)).then()


def test_a_person_unfollows_whom_they_follow_and_no_one_else() -> None:
    unfollowed = PersonUnfollowed(ANA, BEN)
    given(BEN_JOINED, FOLLOWS).when(UnfollowPerson(ANA, BEN)).then(unfollowed)
    given(BEN_JOINED, FOLLOWS, unfollowed).when(UnfollowPerson(ANA, BEN)).then()
    given(BEN_JOINED, FOLLOWS, unfollowed).when(FollowPerson(ANA, BEN)).then(FOLLOWS)


def test_a_block_bars_following_in_both_directions_and_is_told_to_the_blocker_alone() -> None:
    given(BEN_JOINED, BLOCKS).when(FollowPerson(ANA, BEN)).refused(Blocked)
    given(BEN_JOINED, IS_BLOCKED).when(FollowPerson(ANA, BEN)).refused(PersonUnknown)


def test_a_block_of_each_is_lifted_by_each() -> None:
    lifted = PersonUnblocked(ANA, BEN)
    given(BEN_JOINED, BLOCKS, IS_BLOCKED, lifted).when(FollowPerson(ANA, BEN)).refused(PersonUnknown)
    both_lifted = (lifted, PersonUnblocked(BEN, ANA))
    given(BEN_JOINED, BLOCKS, IS_BLOCKED, *both_lifted).when(FollowPerson(ANA, BEN)).then(FOLLOWS)


def test_a_block_stands_once() -> None:
    given(BEN_JOINED).when(BlockPerson(ANA, BEN)).then(BLOCKS)
    given(BEN_JOINED, BLOCKS).when(BlockPerson(ANA, BEN)).then()
    given(BEN_JOINED, IS_BLOCKED).when(BlockPerson(ANA, BEN)).then(BLOCKS)


def test_a_block_ends_what_either_follows_of_the_other() -> None:
    given(BEN_JOINED, FOLLOWS, FOLLOWS_BACK).when(BlockPerson(ANA, BEN)).then(
        BLOCKS, PersonUnfollowed(ANA, BEN), PersonUnfollowed(BEN, ANA)
    )
    given(BEN_JOINED, FOLLOWS_BACK).when(BlockPerson(ANA, BEN)).then(BLOCKS, PersonUnfollowed(BEN, ANA))


def test_only_the_blocker_lifts_a_block() -> None:
    given(BEN_JOINED, BLOCKS).when(UnblockPerson(ANA, BEN)).then(PersonUnblocked(ANA, BEN))
    given(BEN_JOINED, IS_BLOCKED).when(UnblockPerson(ANA, BEN)).refused(PersonUnknown)


def test_follows_do_not_come_back_with_a_lifted_block() -> None:
    history = (FOLLOWS, BLOCKS, PersonUnfollowed(ANA, BEN), PersonUnblocked(ANA, BEN))
    given(BEN_JOINED, *history).when(UnfollowPerson(ANA, BEN)).then()


@pytest.mark.parametrize("command", PAIR_COMMANDS)
def test_nobody_does_it_to_somebody_who_left(command: type) -> None:
    given(BEN_JOINED, PersonErased(ERASURE, BEN)).when(command(ANA, BEN)).refused(PersonUnknown)


@pytest.mark.parametrize("command", [UnfollowPerson, UnblockPerson])
def test_who_was_shut_out_does_not_learn_it_from_what_changes_nothing(command: type) -> None:
    given(BEN_JOINED, IS_BLOCKED).when(command(ANA, BEN)).refused(PersonUnknown)
    given(BEN_JOINED).when(command(ANA, BEN)).then()


def test_who_was_shut_out_lifts_a_block_of_their_own() -> None:
    lifted = PersonUnblocked(ANA, BEN)
    given(BEN_JOINED, BLOCKS, IS_BLOCKED).when(UnblockPerson(ANA, BEN)).then(lifted)
