"""A disk that takes nothing, a file that is gone: what can be answered is answered, the rest says so."""

import contextlib


@contextlib.contextmanager
def full(connection):
    """No room for another page, as SQLite itself tells it."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    before = connection.execute("PRAGMA max_page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA max_page_count = {before}")


def code(response):
    return response.json()["code"]


def test_a_full_log_refuses_writing_goes_on_reading_and_recovers(community):
    maya = community.join("maya")
    path = f"/api/clips/{community.clip(maya)}/comments"
    head = community.wiring.ledger.head()
    with full(community.wiring.recorder._writer):
        refused = [maya.post(path, {"text": "x" * 1_000}) for _ in range(60)][-1]
        assert (refused.status_code, code(refused)) == (503, "log_unavailable")
        assert refused.headers["retry-after"]
        full_head = community.wiring.ledger.head()
        assert maya.post(path, {"text": "x" * 1_000}).status_code == 503
        assert community.wiring.ledger.head() == full_head >= head
        assert maya.get("/api/me").status_code == 200
        assert maya.get("/api/feed").status_code == 200
    assert maya.post(path, {"text": "room again"}).status_code == 201
    assert maya.get(path).json()[0]["text"] == "room again"


def test_a_feed_is_shown_although_its_slate_cannot_be_kept(community):
    theo = community.join("theo")
    clip_id = community.clip(community.join("maya"))
    theo.catch_up(community.wiring.ledger.head())
    shelf = community.wiring.lasting
    with full(shelf.slates._connection), full(shelf.served._connection):
        pages = [theo.get(f"/api/feed?ask=basketball {number}").json() for number in range(60)]
        assert all(page["items"] for page in pages)
        slate_id = pages[-1]["slate_id"]
        assert code(theo.get(f"/api/feed/{slate_id}/why/{clip_id}")) == "slate_unknown"


def test_a_file_that_is_gone_from_the_store_is_said_to_be_missing(community):
    maya = community.join("maya")
    clip_id = community.draft(maya)
    digest = maya.get(f"/media/{clip_id}/video").headers["etag"].strip('"')
    community.wiring.artifacts.delete(digest)
    assert code(maya.get(f"/media/{clip_id}/video")) == "artifact_missing"
