"""Who follows whom, and who has shut whom out."""

import pytest

from domain.events import PersonBlocked, PersonFollowed, PersonUnblocked, PersonUnfollowed
from projections.views import social_graph
from projections.views.social_graph import (
    SOCIAL_GRAPH,
    blocked_by,
    blocked_either_way,
    followers,
    following,
    is_following,
)
from tests.projections.given import empty, given
from tests.projections.plans import full_scans


def follows(follower: str, followed: str) -> PersonFollowed:
    return PersonFollowed(follower_id=follower, followed_id=followed)


def unfollows(follower: str, followed: str) -> PersonUnfollowed:
    return PersonUnfollowed(follower_id=follower, followed_id=followed)


def blocks(blocker: str, blocked: str) -> PersonBlocked:
    return PersonBlocked(blocker_id=blocker, blocked_id=blocked)


def test_a_follow_is_seen_from_both_ends() -> None:
    graph = given(SOCIAL_GRAPH, follows("ada", "ben"), follows("ada", "cleo"), follows("ben", "cleo"))
    assert following(graph, "ada") == {"ben", "cleo"}
    assert followers(graph, "cleo") == {"ada", "ben"}
    assert is_following(graph, "ada", "ben")
    assert not is_following(graph, "ben", "ada")


def test_an_unfollow_ends_it_and_a_new_follow_brings_it_back() -> None:
    ended = (follows("ada", "ben"), unfollows("ada", "ben"))
    graph = given(SOCIAL_GRAPH, *ended)
    assert following(graph, "ada") == followers(graph, "ben") == frozenset()
    assert is_following(given(SOCIAL_GRAPH, *ended, follows("ada", "ben")), "ada", "ben")


def test_a_block_counts_in_both_directions_until_lifted() -> None:
    block = blocks("ada", "ben")
    graph = given(SOCIAL_GRAPH, block, blocks("cleo", "ada"))
    assert blocked_either_way(graph, "ada") == {"ben", "cleo"}
    assert blocked_either_way(graph, "ben") == {"ada"}
    lifted = given(SOCIAL_GRAPH, block, PersonUnblocked(blocker_id="ada", blocked_id="ben"))
    assert blocked_either_way(lifted, "ben") == frozenset()


def test_a_person_sees_only_their_own_blocks() -> None:
    graph = given(SOCIAL_GRAPH, blocks("ada", "ben"))
    assert blocked_by(graph, "ada") == {"ben"}
    assert blocked_by(graph, "ben") == frozenset()


@pytest.mark.parametrize(
    "query", ["FOLLOWING", "FOLLOWERS", "IS_FOLLOWING", "BLOCKED_BY", "BLOCKED_EITHER_WAY"]
)
def test_no_query_walks_a_whole_table(query: str) -> None:
    sql = getattr(social_graph, query)
    assert full_scans(empty(SOCIAL_GRAPH), sql, ("person",) * sql.count("?")) == []
