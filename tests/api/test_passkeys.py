"""A passkey lets its own person in, from our own page, for a challenge of ours, once."""

import pytest

from tests.api.authenticators import Authenticator, flipped
from tests.api.browsers import WEB, browser, cookie_in

ORIGIN = "http://testserver.local"


@pytest.fixture
def device():
    """Somebody's device, not yet known here."""
    return Authenticator(ORIGIN)


@pytest.fixture
def maya(community):
    return community.join("maya")


def added(member, device):
    made = device.make(member.post("/api/me/passkeys/options").json())
    answered = member.post("/api/me/passkeys", made)
    assert answered.status_code == 201, answered.text
    return answered.json()["passkey_id"]


def shown(community, device):
    return device.show(community.client.post("/api/session/passkey/options").json())


def enter(community, shown):
    return community.client.post("/api/session/passkey", json=shown)


def refused(response, code="passkey_wrong", status=403):
    assert (response.status_code, response.json()["code"]) == (status, code), response.text


def test_a_passkey_lets_its_person_in(community, maya, device):
    passkey_id = added(maya, device)
    assert [each["passkey_id"] for each in maya.get("/api/me/passkeys").json()["passkeys"]] == [passkey_id]
    back = enter(community, shown(community, device))
    assert (back.status_code, back.json()["person_id"]) == (200, maya.id), back.text
    assert back.headers["cache-control"] == "no-store"
    headers = {"Authorization": f"Bearer {back.json()['token']}"}
    assert community.client.get("/api/invites", headers=headers).status_code == 200


def test_a_browser_gets_its_token_in_a_cookie(community, maya, device):
    added(maya, device)
    client = browser(community)
    options = client.post("/api/session/passkey/options", headers=WEB).json()
    back = client.post("/api/session/passkey", json=device.show(options), headers={**WEB, "Origin": ORIGIN})
    assert back.json()["token"] is None
    assert "httponly" in cookie_in(back)


def test_a_removed_one_lets_nobody_in(community, maya, device):
    passkey_id = added(maya, device)
    assert maya.delete(f"/api/me/passkeys/{passkey_id}").status_code == 204
    assert maya.get("/api/me/passkeys").json()["passkeys"] == []
    refused(enter(community, shown(community, device)))
    refused(maya.delete(f"/api/me/passkeys/{passkey_id}"), "passkey_unknown", 404)


def test_nobody_removes_another_ones(community, maya, device):
    passkey_id = added(maya, device)
    refused(community.join("theo").delete(f"/api/me/passkeys/{passkey_id}"), "passkey_unknown", 404)


def test_a_challenge_serves_once_and_for_its_own_person(community, maya, device):
    options = maya.post("/api/me/passkeys/options").json()
    refused(community.join("theo").post("/api/me/passkeys", device.make(options)))
    added(maya, device)
    used = shown(community, device)
    assert enter(community, used).status_code == 200
    refused(enter(community, used))


def test_an_unknown_challenge_is_none(community, maya, device):
    added(maya, device)
    options = community.client.post("/api/session/passkey/options").json()
    refused(enter(community, device.show({**options, "challenge": flipped(options["challenge"])})))


def test_what_another_page_asked_for_is_refused(maya):
    device = Authenticator("https://castmates.example.evil")
    options = maya.post("/api/me/passkeys/options").json()
    refused(maya.post("/api/me/passkeys", device.make(options)))


def test_a_device_that_verifies_nobody_is_refused(maya):
    device = Authenticator(ORIGIN, verifies=False)
    refused(maya.post("/api/me/passkeys", device.make(maya.post("/api/me/passkeys/options").json())))


@pytest.mark.parametrize("part", ["signature", "authenticatorData", "clientDataJSON", "userHandle"])
def test_one_flipped_bit_is_refused(community, maya, device, part):
    added(maya, device)
    told = shown(community, device)
    told["response"][part] = flipped(told["response"][part])
    refused(enter(community, told))


@pytest.mark.parametrize("part", ["signature", "authenticatorData", "clientDataJSON", "userHandle"])
@pytest.mark.parametrize("value", [None, 7, "!"])
def test_rubbish_is_refused_and_no_fault(community, maya, device, part, value):
    added(maya, device)
    told = shown(community, device)
    told["response"][part] = value
    refused(enter(community, told))


def test_somebody_elses_device_that_says_it_is_hers_is_refused(community, maya, device):
    added(maya, device)
    theirs = Authenticator(ORIGIN)
    added(community.join("theo"), theirs)
    theirs.user_id, theirs.credential_id = device.user_id, device.credential_id
    refused(enter(community, shown(community, theirs)))


def test_a_copy_whose_counter_lags_is_refused(community, maya, device):
    added(maya, device)
    assert enter(community, shown(community, device)).status_code == 200
    device.count -= 1
    refused(enter(community, shown(community, device)))


def test_a_device_that_has_one_is_told_so(maya, device):
    added(maya, device)
    (known,) = maya.post("/api/me/passkeys/options").json()["excludeCredentials"]
    assert known["id"] == device.show({"rpId": "x", "challenge": "x"})["id"]


def test_it_ends_with_its_person(community, maya, device):
    added(maya, device)
    told = shown(community, device)
    assert maya.call("DELETE", "/api/account", {"handle": maya.handle}).status_code == 200
    refused(enter(community, told))
