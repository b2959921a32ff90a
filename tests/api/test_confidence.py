"""What a member must not learn: who blocked or reported them, and what others have not shown."""


def code(response):
    return response.json()["code"]


def types_told(response, actor):
    return {row["type"] for row in response.json() if row["actor"] == actor.id}


def at_head(community, *members):
    for member in members:
        member.catch_up(community.wiring.ledger.head())


def test_who_was_blocked_finds_no_trace_of_it_by_any_door(community):
    maya, theo, zoe = community.join("maya"), community.join("theo"), community.join("zoe")
    clip_id, elsewhere = community.clip(maya), community.clip(zoe)
    for writer in (maya, theo):
        writer.post(f"/api/clips/{elsewhere}/comments", {"text": f"from {writer.handle}"})
    maya.put(f"/api/people/{theo.id}/block")
    at_head(community, maya, theo, zoe)
    for path in ("", "/comments", "/lineage", "/trail"):
        assert code(theo.get(f"/api/clips/{clip_id}{path}")) == "clip_unknown"
    assert code(theo.put(f"/api/clips/{clip_id}/like")) == "clip_unknown"
    assert code(theo.post(f"/api/clips/{clip_id}/comments", {"text": "hi"})) == "clip_unknown"
    assert code(theo.post(f"/api/clips/{clip_id}/remix", {"prompt": "again"})) == "clip_unknown"
    assert code(theo.put(f"/api/people/{maya.id}/follow")) == "person_unknown"
    assert types_told(theo.get("/api/trail"), maya) == set()
    for reader, writers in ((maya, {maya}), (theo, {theo}), (zoe, {maya, theo})):
        rows = reader.get(f"/api/clips/{elsewhere}/comments").json()
        assert {row["person_id"] for row in rows} == {writer.id for writer in writers}


def test_a_maker_learns_who_liked_but_not_who_reported_or_works_on_a_remix(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    theo.put(f"/api/clips/{clip_id}/like")
    theo.post(f"/api/clips/{clip_id}/reports", {"reason": "other"})
    theo.post(f"/api/clips/{clip_id}/remix", {"prompt": "again"})
    at_head(community, maya, theo)
    assert types_told(maya.get(f"/api/clips/{clip_id}/trail"), theo) == {"clip.liked.v1"}
    assert {"clip.reported.v1", "generation.requested.v1"} <= types_told(theo.get("/api/trail"), theo)


def test_a_foreign_draft_and_no_clip_at_all_are_answered_alike(community):
    maya, theo = community.join("maya"), community.join("theo")
    draft_id = community.draft(maya)
    at_head(community, maya, theo)

    def answers(clip_id):
        responses = [
            theo.get(f"/api/clips/{clip_id}{path}") for path in ("", "/comments", "/lineage", "/trail")
        ]
        responses += [theo.get(f"/media/{clip_id}/video"), theo.delete(f"/api/clips/{clip_id}")]
        responses += [theo.put(f"/api/clips/{clip_id}/like"), theo.post(f"/api/clips/{clip_id}/publish")]
        responses += [
            theo.post(f"/api/clips/{clip_id}/{path}", body)
            for path, body in (
                ("remix", {"prompt": "x"}),
                ("comments", {"text": "x"}),
                ("reports", {"reason": "other"}),
            )
        ]
        return [(response.status_code, code(response)) for response in responses]

    assert answers(draft_id) == answers("clip-0")
