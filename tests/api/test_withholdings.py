"""What a reviewer withholds in a country, over HTTP: its people see nothing of it, others as before."""

import pytest

from tests.api.conftest import Community, Member
from tests.api.families import reviewer


@pytest.fixture
def rae(community: Community) -> Member:
    """A reviewer."""
    return reviewer(community)


def feed_of(member: Member) -> list[str]:
    """The newest clips that somebody may see; a ranked page draws lots among those of strangers."""
    return [item["clip"]["clip_id"] for item in member.get("/api/feed?order=newest").json()["items"]]


def test_a_clip_is_gone_where_it_is_withheld_and_back_when_released(
    community: Community, rae: Member
) -> None:
    maker, here, there = (
        community.join(name, country=code) for name, code in (("mia", "DE"), ("gil", "DE"), ("fay", "FR"))
    )
    clip_id = community.clip(maker)
    for member in (rae, here, there):
        member.catch_up(int(maker._position))
    path = f"/api/review/clips/{clip_id}/withheld/de"
    assert clip_id in feed_of(here)
    withheld = rae.put(path)
    assert withheld.status_code == 204
    for member in (here, there, maker):
        member.catch_up(int(withheld.headers["castmates-position"]))

    addresses = (f"/api/clips/{clip_id}", f"/media/{clip_id}/video", f"/api/clips/{clip_id}/lineage")
    assert {here.get(address).status_code for address in addresses} == {404}
    assert clip_id not in feed_of(here)
    assert clip_id in feed_of(there)
    assert "withheld_in" not in there.get(addresses[0]).json()
    assert maker.get(addresses[0]).json()["withheld_in"] == ["DE"]

    here.catch_up(int(rae.delete(path).headers["castmates-position"]))
    assert clip_id in feed_of(here)


def test_only_reviewers_withhold_and_only_in_a_country(community: Community, rae: Member) -> None:
    maker = community.join("mia")
    clip_id = community.clip(maker)
    rae.catch_up(int(maker._position))
    assert maker.put(f"/api/review/clips/{clip_id}/withheld/DE").status_code == 403
    assert rae.put(f"/api/review/clips/{clip_id}/withheld/Germany").status_code in (400, 404)
    assert rae.put("/api/review/clips/clip-none/withheld/DE").json()["code"] == "clip_unknown"
