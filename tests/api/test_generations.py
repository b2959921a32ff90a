"""Asking for clips: what is accepted, what is refused, what a watcher hears."""

import json

import pytest

from domain.decisions.jobs import FailGeneration
from domain.ids import JobId
from render_cluster.job import Preview, at_frame, at_stage
from tests.api.conftest import WISH


def code(response):
    return response.json()["code"]


def heard(response):
    """The events of a stream as (name, data)."""
    blocks = response.text.replace("\r\n", "\n").strip().split("\n\n")
    fields = [dict(line.split(": ", 1) for line in block.split("\n") if ": " in line) for block in blocks]
    return [(field["event"], json.loads(field["data"])) for field in fields if "event" in field]


def test_a_request_waits_in_the_log(community):
    maya = community.join("maya")
    accepted = maya.post("/api/generations", {"prompt": "a ball", "seconds": 2, "style": "anime", "seed": 5})
    assert accepted.status_code == 202
    job = maya.get(f"/api/generations/{accepted.json()['job_id']}").json()
    assert (job["status"], job["prompt"]) == ("queued", "a ball")
    assert [row["job_id"] for row in maya.get("/api/generations").json()] == [job["job_id"]]


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        ({"prompt": ""}, 422, "prompt_empty"),
        ({"prompt": " \n\t "}, 422, "prompt_empty"),
        ({"prompt": "x" * 2001}, 422, "prompt_too_long"),
        ({"prompt": "x" * 100_000}, 400, "body_invalid"),
        ({"prompt": "x" * 300_000}, 413, "body_too_large"),
        ({"prompt": 7}, 400, "body_invalid"),
        ({}, 400, "body_invalid"),
        ({"prompt": "a", "seconds": 0}, 400, "body_invalid"),
        ({"prompt": "a", "seconds": 1e9}, 400, "body_invalid"),
        ({"prompt": "a", "size": "641x361"}, 422, "clip_settings_invalid"),
        ({"prompt": "a", "size": "huge"}, 400, "body_invalid"),
        ({"prompt": "a", "style": "oil"}, 400, "body_invalid"),
        ({"prompt": "a", "seed": -1}, 400, "body_invalid"),
        ({"prompt": "a", "seed": 2**31}, 400, "body_invalid"),
        ({"prompt": "a", "storyboard": {"shots": 1}}, 400, "body_invalid"),
        ({"prompt": "a", "colour": "red"}, 400, "body_invalid"),
        ([], 400, "body_invalid"),
    ],
)
def test_a_bad_request_changes_nothing(community, body, status, expected):
    maya = community.join("maya")
    before = community.wiring.ledger.head()
    response = maya.post("/api/generations", body)
    assert (response.status_code, code(response)) == (status, expected), response.text
    assert community.wiring.ledger.head() == before


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"null", b'{"prompt": "a"} trailing'])
def test_a_body_that_is_no_json_is_refused(community, content):
    maya = community.join("maya")
    headers = {"Authorization": f"Bearer {maya.token}", "Content-Type": "application/json"}
    response = community.client.post("/api/generations", content=content, headers=headers)
    assert response.status_code == 400
    assert code(response) in ("body_not_json", "body_invalid")


def test_the_allowance_ends_and_a_cancelled_wish_gives_its_share_back(community):
    maya = community.join("maya")
    jobs = [maya.post("/api/generations", {"prompt": "a ball"}).json() for _ in range(5)]
    spent = maya.post("/api/generations", {"prompt": "a ball"})
    assert (spent.status_code, code(spent)) == (429, "allowance_spent")
    assert maya.get("/api/me").json()["clips_left_today"] == 0
    assert maya.delete(f"/api/generations/{jobs[0]['job_id']}").status_code == 204
    assert maya.get("/api/me").json()["clips_left_today"] == 1
    assert maya.post("/api/generations", {"prompt": "a ball"}).status_code == 202


def test_a_repeat_with_the_same_key_asks_once(community):
    maya = community.join("maya")
    key = {"Idempotency-Key": "k-1"}
    first = maya.post("/api/generations", {"prompt": "a ball"}, **key)
    again = maya.post("/api/generations", {"prompt": "a ball"}, **key)
    other = maya.post("/api/generations", {"prompt": "another"}, **key)
    assert first.json() == again.json()
    assert first.json()["job_id"] != other.json()["job_id"]
    assert len(maya.get("/api/generations").json()) == 2


def test_a_watcher_hears_progress_and_then_how_it_ended(community):
    maya = community.join("maya")
    job_id = maya.post("/api/generations", {"prompt": "a ball"}).json()["job_id"]
    community.wiring.board.post(job_id, at_stage("storyboard"))
    community.wiring.board.post(job_id, at_frame(12, 24))
    community.complete(job_id)
    community.wiring.board.end(job_id)
    events = heard(maya.get(f"/api/generations/{job_id}/events"))
    assert events[-1][0] == "completed"
    maya.catch_up(events[-1][1]["position"])
    assert maya.get(f"/api/clips/{events[-1][1]['clip_id']}").json()["status"] == "draft"


def drawn(community, member):
    """A job of theirs of which the first frame is drawn."""
    job_id = member.post("/api/generations", {"prompt": "a ball"}).json()["job_id"]
    community.wiring.board.show(job_id, Preview(1, b"webp"))
    community.wiring.board.post(job_id, at_frame(1, 24))
    return job_id


def test_the_newest_frame_is_seen_while_a_job_is_drawn_and_gone_with_its_end(community):
    maya = community.join("maya")
    job_id = drawn(community, maya)
    url = maya.get(f"/api/generations/{job_id}").json()["progress"]["preview_url"]
    assert url.startswith(f"/api/generations/{job_id}/preview")
    picture = maya.get(url)
    assert (picture.content, picture.headers["content-type"]) == (b"webp", "image/webp")
    assert picture.headers["cache-control"] == "no-store"
    community.wiring.board.show(job_id, Preview(13, b"newer"))
    assert maya.get(url).content == b"newer"
    assert maya.get(f"/api/generations/{job_id}").json()["progress"]["preview_url"] != url

    # Whoever cancels sees no picture any more, even before the board has heard of it.
    assert maya.delete(f"/api/generations/{job_id}").status_code == 204
    assert community.wiring.board.preview(job_id) is not None
    assert code(maya.get(url)) == "preview_absent"
    community.wiring.board.end(job_id)
    assert community.wiring.board.preview(job_id) is None


def test_a_job_that_waits_has_no_preview(community):
    maya = community.join("maya")
    job_id = maya.post("/api/generations", {"prompt": "a ball"}).json()["job_id"]
    community.wiring.board.post(job_id, at_stage("queued"))
    assert maya.get(f"/api/generations/{job_id}").json()["progress"]["preview_url"] is None
    answer = maya.get(f"/api/generations/{job_id}/preview")
    assert (answer.status_code, code(answer)) == (404, "preview_absent")


def test_a_watcher_of_a_failed_job_hears_the_code(community):
    maya = community.join("maya")
    job_id = maya.post("/api/generations", {"prompt": "a ball"}).json()["job_id"]
    community.wiring.ledger.handle_now(FailGeneration(job_id=JobId(job_id), reason="backend_failed"), WISH)
    assert heard(maya.get(f"/api/generations/{job_id}/events"))[-1] == (
        "failed",
        heard(maya.get(f"/api/generations/{job_id}/events"))[-1][1] | {"code": "backend_failed"},
    )
    assert maya.get("/api/me").json()["clips_left_today"] == 5


def test_anothers_job_does_not_exist(community):
    maya, theo = community.join("maya"), community.join("theo")
    job_id = drawn(community, maya)
    theo.catch_up(community.wiring.ledger.head())
    for response in (
        theo.get(f"/api/generations/{job_id}"),
        theo.get(f"/api/generations/{job_id}/events"),
        theo.get(f"/api/generations/{job_id}/preview"),
        theo.delete(f"/api/generations/{job_id}"),
    ):
        assert (response.status_code, code(response)) == (404, "job_unknown")


def test_an_ended_job_cannot_be_cancelled(community):
    maya = community.join("maya")
    job_id = maya.post("/api/generations", {"prompt": "a ball"}).json()["job_id"]
    community.complete(job_id)
    assert code(maya.delete(f"/api/generations/{job_id}")) == "job_ended"
