"""A clip from draft to withdrawal, and what people do with it."""


def code(response):
    return response.json()["code"]


def test_a_draft_is_its_makers_alone(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.draft(maya)
    theo.catch_up(community.wiring.ledger.head())
    assert maya.get(f"/api/clips/{clip_id}").json()["status"] == "draft"
    assert [card["clip_id"] for card in maya.get("/api/drafts").json()] == [clip_id]
    assert code(theo.get(f"/api/clips/{clip_id}")) == "clip_unknown"
    assert code(theo.post(f"/api/clips/{clip_id}/publish")) == "clip_unknown"
    assert code(theo.put(f"/api/clips/{clip_id}/like")) == "clip_unknown"


def test_a_clip_is_published_once_and_shows_who_made_it(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.draft(maya)
    assert maya.post(f"/api/clips/{clip_id}/publish", {"caption": " so close "}).status_code == 204
    assert code(maya.post(f"/api/clips/{clip_id}/publish")) == "clip_published"
    theo.catch_up(community.wiring.ledger.head())
    card = theo.get(f"/api/clips/{clip_id}").json()
    assert (card["caption"], card["maker"]["handle"]) == ("so close", maya.handle)
    assert maya.get("/api/drafts").json() == []


def test_a_job_that_is_not_finished_cannot_be_published(community):
    maya = community.join("maya")
    accepted = maya.post("/api/generations", {"prompt": "a ball"}).json()
    assert code(maya.post(f"/api/clips/{accepted['clip_id']}/publish")) == "clip_unfinished"


def test_likes_count_people_once_and_can_be_taken_back(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    for _ in range(2):
        assert theo.put(f"/api/clips/{clip_id}/like").status_code == 204
    card = theo.get(f"/api/clips/{clip_id}").json()
    assert (card["likes_count"], card["liked"]) == (1, True)
    theo.delete(f"/api/clips/{clip_id}/like")
    assert theo.get(f"/api/clips/{clip_id}").json()["likes_count"] == 0


def test_a_withdrawn_clip_is_gone_for_everybody(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    assert code(theo.delete(f"/api/clips/{clip_id}")) == "clip_unknown"
    assert maya.delete(f"/api/clips/{clip_id}").status_code == 204
    theo.catch_up(community.wiring.ledger.head())
    assert code(theo.put(f"/api/clips/{clip_id}/like")) == "clip_withdrawn"
    assert code(theo.post(f"/api/clips/{clip_id}/comments", {"text": "hi"})) == "clip_withdrawn"
    assert code(theo.post(f"/api/clips/{clip_id}/remix", {"prompt": "again"})) == "clip_withdrawn"
    for asker in (maya, theo):
        assert code(asker.get(f"/api/clips/{clip_id}")) == "clip_unknown"
        assert code(asker.get(f"/media/{clip_id}/video")) == "clip_unknown"


def test_comments_are_removed_by_their_writer_or_the_clips_maker_only(community):
    maya, theo, zoe = community.join("maya"), community.join("theo"), community.join("zoe")
    clip_id = community.clip(maya)
    path = f"/api/clips/{clip_id}/comments"
    written = [theo.post(path, {"text": text}).json()["comment_id"] for text in ("one", "two", "three")]
    zoe.catch_up(community.wiring.ledger.head())
    assert [row["text"] for row in zoe.get(path).json()] == ["three", "two", "one"]
    assert code(zoe.delete(f"{path}/{written[0]}")) == "comment_unknown"
    assert theo.delete(f"{path}/{written[0]}").status_code == 204
    assert maya.delete(f"{path}/{written[1]}").status_code == 204
    assert [row["text"] for row in maya.get(path).json()] == ["three"]


def test_a_comment_needs_words_within_its_limit(community):
    maya = community.join("maya")
    path = f"/api/clips/{community.clip(maya)}/comments"
    assert code(maya.post(path, {"text": "  "})) == "text_empty"
    assert code(maya.post(path, {"text": "x" * 1001})) == "body_invalid"


def test_a_report_is_taken_in(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    assert theo.post(f"/api/clips/{clip_id}/reports", {"reason": "spam"}).status_code == 201
    assert code(theo.post(f"/api/clips/{clip_id}/reports", {"reason": "boring"})) == "body_invalid"


def test_a_remix_keeps_its_lineage(community):
    maya, theo = community.join("maya"), community.join("theo")
    source = community.clip(maya)
    accepted = theo.post(f"/api/clips/{source}/remix", {"prompt": "the same in anime", "style": "anime"})
    assert accepted.status_code == 202
    theo.catch_up(community.complete(accepted.json()["job_id"], "anime"))
    remix = accepted.json()["clip_id"]
    assert theo.post(f"/api/clips/{remix}/publish").status_code == 204
    assert theo.get(f"/api/clips/{remix}").json()["remix_of"] == source
    assert [card["clip_id"] for card in theo.get(f"/api/clips/{remix}/lineage").json()] == [source]
    maya.catch_up(community.wiring.ledger.head())
    assert maya.get(f"/api/clips/{source}").json()["remixes_count"] == 1


def test_a_draft_of_anothers_cannot_be_remixed(community):
    maya, theo = community.join("maya"), community.join("theo")
    assert code(theo.post(f"/api/clips/{community.draft(maya)}/remix", {"prompt": "mine"})) == "clip_unknown"


def test_the_trail_of_a_clip_is_its_makers_and_can_be_read_as_of_a_position(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    rows = maya.get(f"/api/clips/{clip_id}/trail").json()
    assert [row["type"] for row in rows] == [
        "generation.requested.v1", "generation.started.v1", "generation.completed.v1", "clip.published.v1",
    ]  # fmt: skip
    before = rows[-1]["position"] - 1
    assert maya.get(f"/api/clips/{clip_id}/trail?as_of={before}").json() == rows[:-1]
    assert code(theo.get(f"/api/clips/{clip_id}/trail")) == "clip_unknown"
    assert any(row["type"] == "person.joined.v1" for row in maya.get("/api/trail").json())
