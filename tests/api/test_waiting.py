"""Waiting for a country: a contact is sealed by itself, and its secret makes it unreadable again."""

import pytest

from api.commands.waiting import print_waiting
from tests.api.remains import found_in

CONTACT = "gloriana@thistledown.example"


@pytest.fixture
def waits(community):
    """A place on the list."""
    answered = community.client.post("/api/waiting-list", json={"country": "ZZ", "contact": CONTACT})
    assert answered.status_code == 201, answered.text
    return answered.json()


def stop(community, secret):
    return community.client.request("DELETE", "/api/waiting-list", json={"secret": secret})


def counted(founder, country="ZZ"):
    countries = founder.get("/api/waiting-list/counts").json()["countries"]
    return sum(each["people_count"] for each in countries if each["country"] == country)


def test_a_country_that_is_not_open_points_to_the_list(community):
    body = {
        "invite": community.founder_invite(),
        "handle": "zed",
        "birth_date": "1990-01-01",
        "country": "ZZ",
    }
    refused = community.client.post("/api/accounts", json=body).json()
    assert refused["code"] == "country_not_open"
    assert "/api/waiting-list" in refused["detail"]


def test_a_contact_is_nowhere_in_plain(community, waits):
    assert not found_in([community.wiring.settings.data], [CONTACT, waits["secret"].split(".")[1]])


def test_founders_see_how_many_wait_until_they_stop(community):
    founder, before = community.join("founder"), None
    before = counted(founder)
    place = community.client.post("/api/waiting-list", json={"country": "zz", "contact": CONTACT})
    founder.catch_up(int(place.headers["castmates-position"]))
    assert counted(founder) == before + 1
    over = stop(community, place.json()["secret"])
    assert over.status_code == 204
    founder.catch_up(int(over.headers["castmates-position"]))
    assert counted(founder) == before


def test_nobody_but_founders_see_it(community):
    member = community.join("friend", invite=community.join("host").invites[0])
    refused = member.get("/api/waiting-list/counts")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")


def test_the_secret_destroys_the_key_of_the_contact(community, waits):
    keys = community.wiring.keys
    assert keys.exists(waits["waiting_id"])
    for _ in range(2):
        assert stop(community, waits["secret"]).status_code == 204
        assert not keys.exists(waits["waiting_id"])


@pytest.mark.parametrize("secret", ["", "waiting-0.x", "x", "{waiting_id}.wrong", "{waiting_id}"])
def test_no_other_secret_does(community, waits, secret):
    refused = stop(community, secret.format(**waits))
    assert (refused.status_code, refused.json()["code"]) == (404, "waiting_unknown")
    assert community.wiring.keys.exists(waits["waiting_id"])


def test_a_refused_contact_leaves_no_key_behind(community):
    folder = community.wiring.settings.data / "keys"
    before = sorted(folder.rglob("*.key"))
    for body, code in (
        ({"country": "CA", "contact": CONTACT}, "country_open"),
        ({"country": "ZZ", "contact": "  "}, "text_empty"),
    ):
        assert community.client.post("/api/waiting-list", json=body).json()["code"] == code
    assert sorted(folder.rglob("*.key")) == before


def test_the_operator_reads_whom_to_tell_and_nobody_who_stopped(community, waits, capsys):
    other = community.client.post("/api/waiting-list", json={"country": "ZZ", "contact": "a pigeon"}).json()
    stop(community, waits["secret"])
    print_waiting(community.wiring.settings, "zz")
    told = capsys.readouterr().out.splitlines()
    assert "a pigeon" in told
    stop(community, other["secret"])
    print_waiting(community.wiring.settings, "zz")
    assert "a pigeon" not in capsys.readouterr().out.splitlines()
