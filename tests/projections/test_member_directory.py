"""Who is a member, under which handle, and who invited them."""

from domain.ids import country_id
from projections.views.member_directory import MEMBER_DIRECTORY, by_handle, get, get_many
from tests.projections.given import given, issued, joined, time_of

ADA_JOINS = (issued("invite-1"), joined("person-ada", "invite-1", "ada"))
BEN_JOINS = (issued("invite-2", "person-ada"), joined("person-ben", "invite-2", "ben"))


def test_a_member_is_found_by_id_and_by_handle() -> None:
    members = given(MEMBER_DIRECTORY, *ADA_JOINS, *BEN_JOINS)
    ben = get(members, "person-ben")
    assert ben == by_handle(members, "ben")
    assert (ben.handle, ben.age_band, ben.country_id) == ("ben", "adult", country_id("fr"))
    assert (ben.joined_position, ben.joined_at) == (4, time_of(4))


def test_a_member_keeps_who_invited_them_and_a_founder_has_nobody() -> None:
    members = given(MEMBER_DIRECTORY, *ADA_JOINS, *BEN_JOINS)
    assert get(members, "person-ben").invited_by == "person-ada"
    assert get(members, "person-ada").invited_by is None


def test_strangers_are_not_found() -> None:
    members = given(MEMBER_DIRECTORY, *ADA_JOINS)
    assert get(members, "person-ben") is None
    assert by_handle(members, "ben") is None
    assert get_many(members, ["person-ada", "person-ben"]).keys() == {"person-ada"}
    assert get_many(members, []) == {}


def test_an_erased_member_stays_without_a_handle() -> None:
    members = given(MEMBER_DIRECTORY, issued("invite-1"), joined("person-ada", "invite-1", None))
    assert get(members, "person-ada").handle is None
    assert by_handle(members, "None") is None
