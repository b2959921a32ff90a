"""Four invites each, to give, take back and give again."""


def test_a_members_invites_tell_what_became_of_them(community):
    host = community.join("host")
    guest = community.join("guest", invite=host.invites[0])
    host.catch_up(community.wiring.ledger.head())
    statuses = {row["invite_id"]: row for row in host.get("/api/invites").json()}
    assert statuses[host.invites[0]]["status"] == "spent"
    assert statuses[host.invites[0]]["joined_id"] == guest.id
    assert statuses[host.invites[1]]["status"] == "standing"


def test_a_fifth_invite_is_refused_until_one_is_taken_back(community):
    host = community.join("host")
    assert host.post("/api/invites").json()["code"] == "invites_exhausted"
    assert host.delete(f"/api/invites/{host.invites[3]}").status_code == 204
    fresh = host.post("/api/invites")
    assert fresh.status_code == 201
    community.join("guest", invite=fresh.json()["invite"])


def test_a_taken_back_invite_lets_nobody_in(community):
    host = community.join("host")
    host.delete(f"/api/invites/{host.invites[0]}")
    body = {"invite": host.invites[0], "handle": "late_guest", "birth_date": "1990-01-01", "country": "US"}
    assert community.client.post("/api/accounts", json=body).json()["code"] == "invite_void"


def test_nobody_takes_back_anothers_invite_nor_a_spent_one(community):
    host, other = community.join("host"), community.join("other")
    assert other.delete(f"/api/invites/{host.invites[0]}").json()["code"] == "invite_unknown"
    community.join("guest", invite=host.invites[1])
    assert host.delete(f"/api/invites/{host.invites[1]}").json()["code"] == "invite_spent"
