"""Telling the feed what to show, as a phone does it."""

from datetime import datetime, timedelta

import msgspec
import pytest

from api.minting import now

NO_BALLS = {
    "kind": "never",
    "about": {"type": "topic", "words": "basketball"},
    "words": "no basketball",
}
FROM_ZOE = {"kind": "only", "about": {"type": "maker", "who": "@zoe"}, "words": "only from @zoe"}
PATH = "/api/feed/instructions"


def code(response):
    return response.json()["code"]


@pytest.fixture
def theo(community):
    """A viewer who follows the two makers of `makers`."""
    return community.join("theo")


@pytest.fixture
def makers(community, theo):
    """Two people whom the viewer follows, with a clip each."""
    made = [community.join("maya"), community.join("zoe")]
    for maker in made:
        community.clip(maker)
        theo.put(f"/api/people/{maker.id}/follow")
    theo.catch_up(community.wiring.ledger.head())
    return made


def only(maker):
    """A rule."""
    return FROM_ZOE | {"about": {"type": "maker", "who": f"@{maker.handle}"}}


def shown(member, query=""):
    """The handles of those whose clips stand in somebody's feed of the followed alone."""
    page = member.get(f"/api/feed?from=following{query}").json()
    return [item["clip"]["maker"]["handle"] for item in page["items"]]


def test_words_are_read_before_they_apply(theo):
    read = theo.post(f"{PATH}/reading", {"text": "more calm nature"})
    assert read.status_code == 200
    body = read.json()
    assert [chip["rule"]["kind"] for chip in body["rules"]] == ["more"]
    assert body["hides_count"] == 0
    assert theo.get(PATH).json() == []
    assert code(theo.post(f"{PATH}/reading", {"text": "?!"})) == "ask_empty"


def test_tonight_is_that_of_ones_own_clock_and_begins_now(theo):
    ends = {}
    for offset_min in (0, 120, -480):
        body = {"text": "more birds, for tonight", "utc_offset_min": offset_min}
        read = datetime.fromisoformat(theo.post(f"{PATH}/reading", body).json()["until"])
        kept = datetime.fromisoformat(theo.post(PATH, body).json()["until"])
        assert kept == read
        assert timedelta(0) < read - now() <= timedelta(days=1)
        ends[offset_min] = (read.hour, read.minute)
    assert ends == {0: (4, 0), 120: (2, 0), -480: (12, 0)}
    assert code(theo.post(PATH, {"text": "birds", "utc_offset_min": 841})) == "body_invalid"


def test_an_instruction_applies_is_listed_edited_and_undone(theo, makers):
    maya, zoe = makers
    given = theo.post(PATH, {"text": "only from zoe", "rules": [only(zoe)]})
    assert given.status_code == 201
    assert shown(theo) == [zoe.handle]
    (row,) = theo.get(PATH).json()
    assert row["instruction_id"] == given.json()["instruction_id"]
    assert [chip["rule"] for chip in row["rules"]] == [only(zoe)]
    path = f"{PATH}/{row['instruction_id']}"
    assert theo.put(path, {"rules": [only(maya)]}).status_code == 204
    assert shown(theo) == [maya.handle]
    assert theo.delete(path).status_code == 204
    assert theo.delete(path).status_code == 204
    assert set(shown(theo)) == {maya.handle, zoe.handle}
    assert theo.get(PATH).json() == []
    (ended,) = theo.get(f"{PATH}?ended=true").json()
    assert (ended["instruction_id"], ended["because"]) == (row["instruction_id"], "undone")
    assert code(theo.put(path, {"rules": [FROM_ZOE]})) == "instruction_over"


def test_nobody_touches_anybody_elses(community, theo):
    given = theo.post(PATH, {"text": "only from @zoe", "rules": [FROM_ZOE]}).json()
    path = f"{PATH}/{given['instruction_id']}"
    stranger = community.join("stranger")
    assert code(stranger.delete(path)) == "instruction_unknown"
    assert code(stranger.put(path, {"rules": [FROM_ZOE]})) == "instruction_unknown"
    assert stranger.get(PATH).json() == []


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({"text": "x", "rules": []}, "instruction_empty"),
        ({"text": "x", "rules": [FROM_ZOE] * 13}, "rules_too_many"),
        ({"text": "x", "rules": [FROM_ZOE | {"words": "x" * 6_000}]}, "rules_too_many"),
        ({"text": "x", "rules": [FROM_ZOE], "until": "2020-01-01T00:00:00Z"}, "until_past"),
        ({"text": "x", "rules": [FROM_ZOE], "until": "2020-01-01T00:00:00"}, "body_invalid"),
        ({"text": "x" * 301, "rules": [FROM_ZOE]}, "text_too_long"),
        ({"text": "x" * 1_201}, "body_invalid"),
        ({"text": "x", "rules": [FROM_ZOE | {"kind": "watch"}]}, "body_invalid"),
        ({"text": "x", "rules": [FROM_ZOE], "watched_s": 3}, "body_invalid"),
    ],
)
def test_an_instruction_has_its_bounds(theo, body, refusal):
    assert code(theo.post(PATH, body)) == refusal


def test_bounds_of_facts_may_be_anything(theo, makers):
    for about in ({"type": "age", "max_h": 1e300}, {"type": "length", "min_s": -1e300, "max_s": 1e300}):
        rule = {"kind": "where", "about": about, "words": "x"}
        assert theo.post(PATH, {"text": "x", "rules": [rule]}).status_code == 201
    assert len(shown(theo)) == len(makers)


def test_what_rules_hid_is_counted_and_shown(theo, makers):
    maya, zoe = makers
    theo.post(PATH, {"text": "only from zoe", "rules": [only(zoe)]})
    assert shown(theo) == [zoe.handle]
    hidden = theo.get("/api/feed/hidden").json()
    assert maya.handle in [item["clip"]["maker"]["handle"] for item in hidden["items"]]
    (count,) = hidden["counts"]
    assert count["clips_count"] >= len(hidden["items"]) > 0
    assert count["chip"]["rule"] == only(zoe)
    first = theo.get("/api/feed/hidden?limit=1").json()
    assert len(first["items"]) == 1
    assert first["next_offset"] in (1, None)
    later = (now() + timedelta(hours=1)).isoformat().replace("+00:00", "Z")
    assert theo.get(f"/api/feed/hidden?since={later}").json()["items"] == []
    assert code(theo.get("/api/feed/hidden?since=yesterday")) == "place_invalid"


def test_why_says_what_each_rule_did(theo, makers):
    theo.post(PATH, {"text": "only from zoe", "rules": [only(makers[1])]})
    page = theo.get("/api/feed").json()
    clip_id = page["items"][0]["clip"]["clip_id"]
    why = theo.get(f"/api/feed/{page['slate_id']}/why/{clip_id}").json()
    assert why["score"] == sum(part["points"] for part in why["parts"])
    assert [(each["kind"], each["did"]) for each in why["rules"]] == [("only", "let_through")]


def test_an_instruction_ends_by_itself_before_a_page_is_made(theo, makers):
    until = now() + timedelta(seconds=1)
    rules = [only(makers[1])]
    theo.post(PATH, {"text": "only from zoe", "rules": rules, "until": msgspec.to_builtins(until)})
    assert shown(theo) == [makers[1].handle]
    while now() < until:
        pass
    assert len(shown(theo)) == len(makers)
    (ended,) = theo.get(f"{PATH}?ended=true").json()
    assert ended["because"] == "expired"


def test_newest_and_following_only_are_one_tap_away(theo, makers):
    maya, zoe = makers
    assert shown(theo, "&order=newest") == [zoe.handle, maya.handle]
    assert theo.get("/api/feed?order=longest").status_code == 400


def test_a_feed_that_is_not_personal_is_a_switch(theo):
    path = "/api/me/personalisation"
    assert theo.get(path).json() == {"chosen": True, "personalised": True}
    assert theo.put(path, {"personalised": False}).json() == {"chosen": False, "personalised": False}
    assert theo.get(path).json() == {"chosen": False, "personalised": False}
    assert theo.put(path, {"personalised": True}).json()["personalised"]


def test_words_stand_sealed_in_the_log(community, theo):
    theo.post(PATH, {"text": "no zebrafinches", "rules": [NO_BALLS | {"words": "no zebrafinches"}]})
    folder = community.wiring.settings.data
    logs = [path for path in folder.glob("*.db*") if path.is_file()]
    assert logs
    for path in logs:
        assert b"zebrafinches" not in path.read_bytes(), path


def test_what_was_said_to_the_feed_is_gone_with_its_person(community, theo):
    theo.post(PATH, {"text": "no zebrafinches", "rules": [NO_BALLS | {"words": "no zebrafinches"}]})
    shown(theo)
    person_id = theo.id
    community.wiring.feed.forget(person_id)
    assert community.wiring.lasting.hidden.since(person_id, now() - timedelta(days=1)) == []
