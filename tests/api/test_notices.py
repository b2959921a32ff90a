"""Members are told what concerns them, by nobody whom they shut out, and what they saw stays seen."""

from tests.api.families import code, linked, reviewer, teen


def kinds(member) -> list[str]:
    """What somebody is told, newest first."""
    return [each["kind"] for each in member.get("/api/notices").json()["notices"]]


def in_step(community, *members) -> None:
    """Everybody insists on what the log has by now."""
    for member in members:
        member.catch_up(community.wiring.ledger.head())


def test_a_maker_is_told_who_follows_likes_and_comments(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    theo.put(f"/api/people/{maya.id}/follow")
    theo.put(f"/api/clips/{clip_id}/like")
    theo.post(f"/api/clips/{clip_id}/comments", {"text": "again"})
    in_step(community, maya)
    page = maya.get("/api/notices").json()
    assert [each["kind"] for each in page["notices"]] == ["commented", "liked", "followed"]
    assert page["unseen_count"] == 3
    newest = page["notices"][0]
    assert newest["person"] == {"person_id": theo.id, "handle": theo.handle}
    assert (newest["clip_id"], newest["text_key"]) == (clip_id, "notice_commented")


def test_what_was_seen_is_not_counted_again_and_seeing_less_takes_nothing_back(community):
    maya, theo, ana = (community.join(name) for name in ("maya", "theo", "ana"))
    theo.put(f"/api/people/{maya.id}/follow")
    in_step(community, maya)
    (first,) = maya.get("/api/notices").json()["notices"]
    assert maya.post("/api/notices/seen", {"position": first["position"]}).status_code == 204
    assert maya.get("/api/notices").json()["unseen_count"] == 0
    maya.post("/api/notices/seen", {"position": 0})
    assert maya.get("/api/notices").json()["unseen_count"] == 0
    ana.put(f"/api/people/{maya.id}/follow")
    in_step(community, maya)
    assert maya.get("/api/notices").json()["unseen_count"] == 1


def test_nobody_sees_beyond_what_has_happened(community):
    maya, theo = community.join("maya"), community.join("theo")
    maya.post("/api/notices/seen", {"position": 1 << 60})
    theo.put(f"/api/people/{maya.id}/follow")
    in_step(community, maya)
    assert maya.get("/api/notices").json()["unseen_count"] == 1


def test_notices_of_people_who_are_blocked_either_way_or_left_are_not_shown(community):
    maya, theo, ana, ben = (community.join(name) for name in ("maya", "theo", "ana", "ben"))
    for other in (theo, ana, ben):
        other.put(f"/api/people/{maya.id}/follow")
    in_step(community, maya)
    assert len(kinds(maya)) == 3
    maya.put(f"/api/people/{theo.id}/block")
    ana.put(f"/api/people/{maya.id}/block")
    ben.call("DELETE", "/api/account", {"handle": ben.handle})
    in_step(community, maya)
    assert kinds(maya) == []
    assert maya.get("/api/notices").json()["unseen_count"] == 0


def test_whoever_is_granted_and_cast_is_told_and_a_revocation_is_told_to_the_maker(community):
    maya, theo = community.join("maya"), community.join("theo")
    community.enrol(maya)
    terms = {"grantee": theo.handle, "terms": {"uses": ["appear"]}}
    grant_id = maya.post("/api/cameo/grants", terms).json()["grant_id"]
    in_step(community, theo)
    assert kinds(theo) == ["granted"]
    clip_id = community.clip(theo, f"@{maya.handle} walks in a park")
    in_step(community, maya)
    assert kinds(maya) == ["cast", "enrolled"]
    maya.delete(f"/api/grants/{grant_id}")
    in_step(community, maya, theo)
    (notice,) = theo.get("/api/notices").json()["notices"]
    assert (notice["clip_id"], notice["text_key"]) == (clip_id, "notice_clip_withdrawn_revoked")
    assert "person" not in notice
    assert kinds(maya) == ["revocation_finished", "enrolled"]


def test_a_maker_is_told_of_a_removal_by_its_refusal_and_then_of_the_appeal(community):
    maya, theo = community.join("maya"), community.join("theo")
    rae, roy = reviewer(community), reviewer(community)
    clip_id = community.clip(maya)
    report_id = theo.post(f"/api/clips/{clip_id}/reports", {"reason": "spam"}).json()["report_id"]
    in_step(community, rae)
    rae.post(f"/api/review/reports/{report_id}", {"withdraw": True})
    in_step(community, maya, theo)
    (removed,) = maya.get("/api/notices").json()["notices"]
    assert (removed["kind"], removed["clip_id"]) == ("clip_removed", clip_id)
    appealed = maya.post(f"/api/refusals/{removed['refusal_id']}/appeal", {"words": "it is no spam"})
    in_step(community, roy)
    body = {"overturn": True, "reason": "it is none"}
    assert roy.post(f"/api/review/appeals/{appealed.json()['appeal_id']}", body).status_code < 300
    in_step(community, maya)
    assert maya.get("/api/notices").json()["notices"][0]["text_key"] == "notice_appeal_decided_overturned"


def test_a_guardian_is_told_that_they_are_asked_and_a_teen_that_they_agreed(community):
    tess, gil = teen(community), community.join("gil")
    tess.post("/api/guardians", {"person_id": gil.id, "they_are": "guardian"})
    in_step(community, gil)
    assert kinds(gil) == ["guardian_asked"]
    ward, guardian = teen(community), community.join("gus")
    linked(community, ward, guardian)
    in_step(community, guardian)
    assert (kinds(ward), kinds(guardian)) == (["guardian_linked"], [])


def test_older_notices_follow_where_a_page_ends(community, monkeypatch):
    monkeypatch.setattr("api.routes.notices.NOTICES_MAX", 2)
    maya = community.join("maya")
    others = [community.join("theo") for _ in range(3)]
    for other in others:
        other.put(f"/api/people/{maya.id}/follow")
    in_step(community, maya)
    first = maya.get("/api/notices").json()
    rest = maya.get(f"/api/notices?before={first['next']}").json()
    people = [each["person"]["person_id"] for page in (first, rest) for each in page["notices"]]
    assert people == [other.id for other in reversed(others)]
    assert rest["next"] is None


def test_notices_want_a_member(community):
    assert code(community.client.get("/api/notices")) == (401, "unauthenticated")
    assert community.client.post("/api/notices/seen", json={"position": 1}).status_code == 401
