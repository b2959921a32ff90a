"""Joining, one's own page, one's own tokens."""

from datetime import UTC, datetime, timedelta

import pytest


def body(community, **changes):
    return {
        "invite": community.founder_invite(),
        "handle": "somebody_new",
        "birth_date": "1996-04-30",
        "country": "CA",
        **changes,
    }


def refusal(response, status, code):
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith("application/problem+json")
    assert response.json()["code"] == code


def test_an_invite_makes_a_member_with_four_invites(community):
    member = community.join("fresh")
    me = member.get("/api/me").json()
    assert (me["handle"], me["age_band"], me["country"]) == (member.handle, "adult", "CA")
    assert len(set(member.invites)) == 4


def test_an_invite_is_spent_once(community):
    invite = community.founder_invite()
    community.join("first", invite=invite)
    refusal(community.client.post("/api/accounts", json=body(community, invite=invite)), 409, "invite_spent")


def test_an_unknown_invite_lets_nobody_in(community):
    refusal(
        community.client.post("/api/accounts", json=body(community, invite="invite-0")), 404, "invite_unknown"
    )


def test_a_handle_is_taken_whatever_its_case(community):
    member = community.join("taken")
    refusal(
        community.client.post("/api/accounts", json=body(community, handle=member.handle.upper())),
        409,
        "handle_taken",
    )


@pytest.mark.parametrize("handle", ["ab", "x" * 25, "with space", "é_é_é", "<script>"])
def test_a_handle_has_a_form(community, handle):
    refusal(
        community.client.post("/api/accounts", json=body(community, handle=handle)), 422, "handle_invalid"
    )


def test_children_may_not_join_and_teens_are_known_as_teens(community):
    today = datetime.now(UTC).date()
    child = (today - timedelta(days=365 * 12)).isoformat()
    refusal(
        community.client.post("/api/accounts", json=body(community, birth_date=child)), 403, "age_too_young"
    )
    teen = community.join("teen", birth_date=(today - timedelta(days=365 * 15)).isoformat())
    assert teen.get("/api/me").json()["age_band"] == "teen"


def test_a_birth_date_in_the_future_is_refused(community):
    refusal(
        community.client.post("/api/accounts", json=body(community, birth_date="2999-01-01")),
        422,
        "birth_date_invalid",
    )


def test_a_country_that_is_not_open_waits(community):
    refusal(
        community.client.post("/api/accounts", json=body(community, country="ZZ")), 403, "country_not_open"
    )


@pytest.mark.parametrize(
    "change",
    [{"handle": 7}, {"birth_date": "yesterday"}, {"country": "Canada"}, {"invite": None}, {"extra": 1}],
)
def test_a_body_of_the_wrong_shape_is_refused_without_being_repeated(community, change):
    response = community.client.post("/api/accounts", json=body(community, **change))
    refusal(response, 400, "body_invalid")
    assert "somebody_new" not in response.text


def test_a_refused_joining_leaves_the_invite_unspent_and_no_key_behind(community):
    invite = community.founder_invite()
    keys = community.wiring.settings.data / "keys"
    before = sorted(keys.rglob("*.key"))
    refusal(
        community.client.post("/api/accounts", json=body(community, invite=invite, handle="x")),
        422,
        "handle_invalid",
    )
    assert sorted(keys.rglob("*.key")) == before
    community.join("second_try", invite=invite)


def test_a_revoked_token_is_worth_nothing_at_once(community):
    member = community.join("leaver")
    assert member.delete("/api/access/current").status_code == 204
    refusal(member.get("/api/me"), 401, "unauthenticated")


def test_a_further_token_outlives_the_first_and_knows_the_same_person(community):
    member = community.join("two_phones")
    further = member.post("/api/access").json()["token"]
    member.delete("/api/access/current")
    member.token = further
    assert member.get("/api/me").json()["person_id"] == member.id


def test_nobody_revokes_anothers_token(community):
    member, other = community.join("mine"), community.join("yours")
    refusal(member.delete(f"/api/access/{other.token.split('.')[0]}"), 404, "access_unknown")
    assert other.get("/api/me").status_code == 200


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer x", "Bearer x.y", "Basic eDp5", "Bearer " + "x." * 500]
)
def test_a_bad_token_is_refused(community, header):
    response = community.client.get("/api/me", headers={"Authorization": header})
    refusal(response, 401, "unauthenticated")
    assert response.headers["www-authenticate"] == "Bearer"


def test_secrets_of_tokens_stand_nowhere_on_disk(community):
    member = community.join("secretive")
    secret = member.token.split(".")[1].encode()
    files = (path for path in community.wiring.settings.data.rglob("*") if path.is_file())
    assert not any(secret in path.read_bytes() for path in files)
