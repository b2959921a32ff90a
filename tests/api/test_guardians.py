"""Linking and unlinking over HTTP."""

import pytest

from api.hosting.birthdays import Birthdays
from api.minting import now
from domain.decider import Clause
from domain.events import ConsentRevoked, GrantApproved
from domain.ids import LinkId, PersonId
from tests.api.conftest import Community, Member
from tests.api.families import capped, code, linked, teen
from tests.api.likeness import Likeness, append


@pytest.fixture
def tess(community: Community) -> Member:
    """A teen."""
    return teen(community)


@pytest.fixture
def gina(community: Community) -> Member:
    """An adult."""
    return community.join("gina")


def test_a_teen_asks_the_adult_agrees_and_both_see_it(community, tess, gina) -> None:
    link_id = linked(community, tess, gina)
    (card,) = tess.get("/api/guardians").json()
    assert (card["link_id"], card["they_are"], card["status"]) == (link_id, "guardian", "stands")
    assert card["they"] == {"person_id": gina.id, "handle": gina.handle}
    (ward,) = gina.get("/api/wards").json()
    assert ward["teen"] == {"person_id": tess.id, "handle": tess.handle}
    assert ward["caps"] == {}


def test_the_guardian_is_told_that_the_teen_unlinked_and_when(community, tess, gina) -> None:
    link_id = linked(community, tess, gina)
    assert tess.delete(f"/api/guardians/{link_id}").status_code == 204
    gina.catch_up(community.wiring.ledger.head())
    (ward,) = gina.get("/api/wards").json()
    assert ward["ended_by_teen"] is True
    assert ward["ended_at"] >= ward["linked_at"]
    assert "caps" not in ward
    (card,) = gina.get("/api/guardians").json()
    assert (card["status"], card["ended_by"]) == ("ended", "them")


def test_an_adult_asks_only_a_teen_who_follows_them(community, tess, gina) -> None:
    ask = {"person_id": tess.id, "they_are": "teen"}
    assert code(gina.post("/api/guardians", ask)) == (409, "guardian_not_possible")
    nobody = {"person_id": community.join("nora").id, "they_are": "teen"}
    assert code(gina.post("/api/guardians", nobody)) == (409, "guardian_not_possible")
    assert tess.put(f"/api/people/{gina.id}/follow").status_code == 204
    link_id = gina.post("/api/guardians", ask).json()["link_id"]
    assert code(gina.post(f"/api/guardians/{link_id}/accept")) == (404, "link_unknown")
    assert tess.post(f"/api/guardians/{link_id}/accept").status_code == 204


def test_a_link_is_nobody_elses(community, tess, gina) -> None:
    link_id = linked(community, tess, gina)
    nosy = community.join("nosy")
    assert code(nosy.delete(f"/api/guardians/{link_id}")) == (404, "link_unknown")
    assert code(nosy.delete("/api/guardians/link-none")) == (404, "link_unknown")
    assert nosy.get("/api/guardians").json() == nosy.get("/api/wards").json() == []


def test_a_guardian_closes_comments_to_strangers(community, tess, gina) -> None:
    linked(community, tess, gina)
    clip_id = community.clip(tess)
    stranger = community.join("stranger")
    capped(tess, gina, contact="mutuals")
    write = {"text": "hello"}
    path = f"/api/clips/{clip_id}/comments"
    assert code(stranger.post(path, write)) == (403, "contact_closed")
    assert stranger.put(f"/api/people/{tess.id}/follow").status_code == 204
    assert tess.put(f"/api/people/{stranger.id}/follow").status_code == 204
    assert stranger.post(path, write).status_code == 201
    capped(tess, gina, contact="nobody")
    assert code(stranger.post(path, write)) == (403, "contact_closed")
    assert code(gina.put(f"/api/people/{tess.id}/follow")) == (403, "contact_closed")


def test_a_guardians_cap_on_making_says_whose_it_is(community, tess, gina) -> None:
    linked(community, tess, gina)
    capped(tess, gina, clips_made_max=1)
    assert tess.get("/api/me").json()["clips_left_today"] == 1
    wish = {"prompt": "a ball", "seconds": 1}
    assert tess.post("/api/generations", wish).status_code == 202
    assert code(tess.post("/api/generations", wish)) == (429, "make_cap_reached")
    assert gina.post("/api/generations", wish).status_code == 202


def test_what_the_guardian_approved_is_down_once_the_link_ended(community, tess, gina) -> None:
    link_id, maker = linked(community, tess, gina), community.join("ben")
    likeness = Likeness(community, tess)
    grant_id = likeness.grant(maker)
    append(community, GrantApproved(grant_id, likeness.cameo_id, LinkId(link_id), PersonId(gina.id)))
    clip_id = likeness.clip(maker)
    maker.catch_up(community.wiring.ledger.head())
    assert maker.get(f"/api/clips/{clip_id}").status_code == 200
    assert gina.delete(f"/api/guardians/{link_id}").status_code == 204
    assert code(maker.get(f"/media/{clip_id}/video"))[0] == 404
    assert code(maker.get(f"/api/clips/{clip_id}")) == (404, "clip_unknown")
    (revoked,) = community.wiring.ledger.read((Clause((ConsentRevoked,), (grant_id,)),))
    assert revoked.event.revoker_id == gina.id


def test_a_teen_who_turned_eighteen_is_told_and_so_is_the_guardian(community, tess, gina) -> None:
    linked(community, tess, gina)
    community.wiring.birthdays.catch_up()
    assert tess.get("/api/me").json()["age_band"] == "teen"
    Birthdays(community.wiring.ledger, lambda: now().replace(year=2040)).catch_up()
    for member in (tess, gina):
        member.catch_up(community.wiring.ledger.head())
        (card,) = member.get("/api/guardians").json()
        assert (card["status"], card["ended_by"]) == ("ended", "coming_of_age")
    assert tess.get("/api/me").json()["age_band"] == "adult"
    (ward,) = gina.get("/api/wards").json()
    assert (ward["ended_by_teen"], ward["came_of_age"]) == (False, True)
