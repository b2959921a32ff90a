"""The feed as a phone asks for it."""


def code(response):
    return response.json()["code"]


def clip_ids(page):
    return [item["clip"]["clip_id"] for item in page.json()["items"]]


def test_a_friends_newest_clip_comes_first_with_a_reason(community):
    maya, theo, zoe = community.join("maya"), community.join("theo"), community.join("zoe")
    theo.put(f"/api/people/{maya.id}/follow")
    clip_id = community.clip(maya)
    community.clip(zoe)
    theo.catch_up(community.wiring.ledger.head())
    first = theo.get("/api/feed").json()["items"][0]
    assert first["clip"]["clip_id"] == clip_id
    assert maya.handle in first["reason"]["text"]


def test_pages_follow_each_other_without_repeats(community):
    maya, theo = community.join("maya"), community.join("theo")
    for style in ("realistic", "anime", "cinematic"):
        community.clip(maya, f"a {style} ball", style=style)
    theo.catch_up(community.wiring.ledger.head())
    seen, cursor = [], ""
    while cursor is not None:
        page = theo.get(f"/api/feed?limit=2{cursor and '&cursor=' + cursor}")
        seen += clip_ids(page)
        cursor = page.json()["cursor"]
    assert len(seen) == len(set(seen))
    assert len(seen) >= 3


def test_a_cursor_from_elsewhere_is_refused(community):
    maya, theo = community.join("maya"), community.join("theo")
    for number in range(3):
        community.clip(maya, f"ball number {number}")
    theo.catch_up(community.wiring.ledger.head())
    cursor = theo.get("/api/feed?limit=1").json()["cursor"]
    assert code(maya.get(f"/api/feed?cursor={cursor}")) == "cursor_invalid"
    assert code(theo.get("/api/feed?cursor=made-up")) == "cursor_invalid"
    assert code(theo.get(f"/api/feed?cursor={cursor[:-2]}xx")) == "cursor_invalid"


def test_why_gives_parts_that_add_up_and_only_to_its_viewer(community):
    maya, theo = community.join("maya"), community.join("theo")
    theo.put(f"/api/people/{maya.id}/follow")
    clip_id = community.clip(maya)
    theo.catch_up(community.wiring.ledger.head())
    slate_id = theo.get("/api/feed").json()["slate_id"]
    why = theo.get(f"/api/feed/{slate_id}/why/{clip_id}").json()
    assert sum(part["points"] for part in why["parts"]) == why["score"]
    assert code(maya.get(f"/api/feed/{slate_id}/why/{clip_id}")) == "slate_unknown"
    assert code(theo.get(f"/api/feed/{slate_id}/why/clip-0")) == "slate_item_unknown"


def test_a_withdrawn_clip_leaves_a_page_that_was_cut_before(community):
    maya, theo = community.join("maya"), community.join("theo")
    clips = [community.clip(maya, f"ball of colour {number}") for number in range(3)]
    theo.catch_up(community.wiring.ledger.head())
    first = theo.get("/api/feed?limit=1")
    later = (set(clips) - set(clip_ids(first))).pop()
    maya.delete(f"/api/clips/{later}")
    theo.catch_up(community.wiring.ledger.head())
    rest = theo.get(f"/api/feed?limit=50&cursor={first.json()['cursor']}")
    assert later not in clip_ids(rest)


def test_limits_of_a_page_and_of_an_ask(community):
    maya = community.join("maya")
    assert code(maya.get("/api/feed?limit=0")) == "body_invalid"
    assert code(maya.get("/api/feed?limit=51")) == "body_invalid"
    assert code(maya.get("/api/feed?ask=%20")) == "ask_empty"
    assert code(maya.get(f"/api/feed?ask={'x' * 5000}")) == "ask_too_long"


def test_an_answer_is_never_older_than_the_caller_insists(community):
    maya = community.join("maya")
    headers = {"Authorization": f"Bearer {maya.token}", "Castmates-At-Least": "999999999"}
    response = community.client.get("/api/feed", headers=headers)
    assert (response.status_code, code(response)) == (425, "view_behind")
    assert response.headers["retry-after"] == "1"


def test_no_field_of_the_wire_can_carry_time_spent(community):
    maya = community.join("maya")
    slate_id = maya.get("/api/feed").json()["slate_id"]
    response = maya.post(f"/api/feed/{slate_id}/seen", {"clip_ids": [], "watched_s": 12})
    assert code(response) == "body_invalid"
