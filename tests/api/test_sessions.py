"""A browser signs in by cookie: no script reads it, no other site can use it, signing out ends it."""

import pytest

from tests.api.browsers import WEB, browser, cookie_in, join_body

OWN = "http://testserver.local"


@pytest.fixture
def member(community):
    return community.join("surfer")


@pytest.fixture
def signed_in(community, member):
    """A browser with a cookie."""
    client = browser(community)
    assert client.post("/api/session", json={"token": member.token}, headers=WEB).status_code == 200
    return client


def test_joining_in_a_browser_gives_a_cookie_and_shows_no_token(community):
    client = browser(community)
    joined = client.post("/api/accounts", json=join_body(community, "web_joiner"), headers=WEB)
    assert (joined.status_code, joined.json()["token"]) == (201, None)
    position = joined.headers["castmates-position"]
    community.join("later").get("/api/me")  # returns once the views are there
    me = client.get("/api/me", headers={"Castmates-At-Least": position})
    assert me.json()["person_id"] == joined.json()["person_id"]


def test_the_cookie_is_read_by_no_script_and_sent_by_no_other_site(community, member):
    answer = browser(community).post("/api/session", json={"token": member.token}, headers=WEB)
    cookie = cookie_in(answer)
    assert answer.json() == {"person_id": member.id, "handle": member.handle}
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert "secure" not in cookie
    assert member.token not in answer.text


def test_over_https_the_cookie_goes_over_nothing_else(community, member):
    answer = browser(community).post(
        "https://testserver.local/api/session", json={"token": member.token}, headers=WEB
    )
    assert "secure" in cookie_in(answer)


def test_others_get_no_cookie(community):
    assert (
        "set-cookie" not in community.client.post("/api/accounts", json=join_body(community, "nat")).headers
    )
    refused = browser(community).post("/api/session", json={"token": "access-0.secret"})
    assert (refused.status_code, refused.json()["code"]) == (403, "cross_site")


def test_a_bad_token_becomes_no_cookie(community):
    answer = browser(community).post("/api/session", json={"token": "access-0.secret"}, headers=WEB)
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Castmates-Client": "native"},
        {**WEB, "Origin": "https://evil.example"},
        {**WEB, "Origin": "null"},
        {**WEB, "Origin": f"{OWN}.evil.example"},
        {**WEB, "Sec-Fetch-Site": "cross-site"},
        {**WEB, "Sec-Fetch-Site": "same-site"},
        {**WEB, "Origin": OWN, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_what_another_site_sends_along_with_the_cookie_changes_nothing(signed_in, headers):
    for method, path in (("POST", "/api/access"), ("DELETE", "/api/session"), ("DELETE", "/api/account")):
        refused = signed_in.request(method, path, json={"handle": "x"}, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "cross_site"), (method, path)
    assert signed_in.get("/api/invites").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": OWN}, {"Origin": OWN, "Sec-Fetch-Site": "same-origin"}],
)
def test_our_own_page_may_change_things(signed_in, headers):
    assert signed_in.post("/api/access", headers={**WEB, **headers}).status_code == 201


def test_another_site_cannot_sign_a_browser_in_as_somebody_else(community, member):
    refused = browser(community).post(
        "/api/session", json={"token": member.token}, headers={**WEB, "Origin": "https://evil.example"}
    )
    assert (refused.status_code, refused.json()["code"]) == (403, "cross_site")


def test_a_bearer_token_needs_no_such_proof_and_goes_before_the_cookie(community, signed_in):
    other = community.join("other")
    headers = {"Authorization": f"Bearer {other.token}"}
    further = signed_in.post("/api/access", headers=headers).json()["access_id"]
    assert other.delete(f"/api/access/{further}").status_code == 204
    assert signed_in.get("/api/invites", headers={"Authorization": "Bearer x"}).status_code == 401


def test_signing_out_takes_the_cookie_and_makes_its_token_worthless(signed_in, member):
    kept = dict(signed_in.cookies)
    out = signed_in.delete("/api/session", headers=WEB)
    assert out.status_code == 204
    assert "max-age=0" in cookie_in(out)
    assert not dict(signed_in.cookies)
    signed_in.cookies.update(kept)
    assert signed_in.get("/api/me").status_code == 401
    assert member.get("/api/me").status_code == 401


def test_an_auditors_guard_takes_the_cookie_too(signed_in):
    refused = signed_in.get("/api/audit/clips/clip-0")
    assert (refused.status_code, refused.json()["code"]) == (403, "role_missing")


def test_whoever_leaves_for_good_is_signed_out(signed_in, member):
    gone = signed_in.request("DELETE", "/api/account", json={"handle": member.handle}, headers=WEB)
    assert gone.status_code == 200
    assert not dict(signed_in.cookies)


def test_a_device_that_was_lost_is_found_in_the_list_and_signed_out(signed_in, member):
    lost = member.post("/api/access").json()
    devices = signed_in.get("/api/access").json()["devices"]
    assert [each["is_this"] for each in devices] == [True, False]
    assert devices[1]["access_id"] == lost["access_id"]
    assert member.delete(f"/api/access/{lost['access_id']}").status_code == 204
    assert [each["is_this"] for each in signed_in.get("/api/access").json()["devices"]] == [True]
