"""Following and blocking, seen from both sides."""


def test_a_follow_shows_on_both_profiles(community):
    maya, theo = community.join("maya"), community.join("theo")
    assert theo.put(f"/api/people/{maya.id}/follow").status_code == 204
    profile = theo.get(f"/api/people/@{maya.handle}").json()
    assert profile["followed_by_me"]
    assert profile["followers_count"] == 1
    theo.delete(f"/api/people/{maya.id}/follow")
    assert not theo.get(f"/api/people/{maya.id}").json()["followed_by_me"]


def test_a_block_hides_each_from_the_other_and_ends_the_follow(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    theo.put(f"/api/people/{maya.id}/follow")
    maya.put(f"/api/people/{theo.id}/block")
    theo.catch_up(community.wiring.ledger.head())
    assert theo.get(f"/api/people/{maya.id}").json()["code"] == "person_unknown"
    assert theo.get(f"/api/clips/{clip_id}").json()["code"] == "clip_unknown"
    assert theo.get(f"/media/{clip_id}/video").json()["code"] == "clip_unknown"
    assert theo.put(f"/api/people/{maya.id}/follow").json()["code"] == "person_unknown"
    assert theo.put(f"/api/clips/{clip_id}/like").json()["code"] == "clip_unknown"
    assert maya.put(f"/api/people/{theo.id}/follow").json()["code"] == "blocked"
    assert maya.get(f"/api/people/{theo.id}").json()["blocked_by_me"]
    maya.delete(f"/api/people/{theo.id}/block")
    theo.catch_up(community.wiring.ledger.head())
    assert theo.get(f"/api/clips/{clip_id}").status_code == 200
    assert not theo.get(f"/api/people/{maya.id}").json()["followed_by_me"]


def test_following_oneself_or_nobody_is_refused(community):
    maya = community.join("maya")
    assert maya.put(f"/api/people/{maya.id}/follow").json()["code"] == "self_reference"
    assert maya.put("/api/people/person-0/follow").json()["code"] == "person_unknown"
