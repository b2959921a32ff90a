"""Storyboards over the wire: planned from a prompt, read from a clip, edited and sent back, refused in time."""

import copy

import msgspec
import pytest

from api.storyboards import DESCRIPTION_CHARS_MAX, described
from domain.events import GenerationRequested
from domain.limits import STORYBOARD_BYTES_MAX
from render_cluster.job import job_spec
from render_cluster.storyboard import (
    ACTIONS_COUNT_MAX,
    SHOTS_COUNT_MAX,
    Action,
    Shot,
    Storyboard,
    Subject,
)

DOG = {"id": "dog", "kind": "dog"}
BOARD = {
    "seed": 7,
    "style": "noir",
    "shots": [
        {
            "duration_s": 1.5,
            "setting": "beach",
            "subjects": [DOG],
            "actions": [{"subject": "dog", "verb": "run"}],
        },
        {"duration_s": 1.0, "setting": "forest", "transition": "cross_fade", "subjects": [DOG]},
    ],
}


def code(response):
    return response.json()["code"]


def changed(**of_first_shot):
    board = copy.deepcopy(BOARD)
    board["shots"][0] |= of_first_shot
    return board


def requested(community, job_id):
    """The request as the log has it."""
    rows = community.wiring.ledger.scan((GenerationRequested,))
    return next(row.event for row in rows if row.event.job_id == job_id)


def test_a_prompt_is_planned_without_a_clip_being_made(community):
    maya = community.join("maya")
    before = community.wiring.ledger.head()
    body = {"prompt": "a red dog runs on a beach, a florp hums, noir", "seconds": 3, "seed": 5}
    planned = maya.post("/api/storyboards", body)
    assert planned.status_code == 200, planned.text
    board = msgspec.convert(planned.json()["storyboard"], Storyboard)
    assert (board.duration_s, board.style, board.seed, board.shots[0].setting) == (3.0, "noir", 5, "beach")
    fates = {word["phrase"]: word["fate"] for word in planned.json()["coverage"]}
    assert fates["red"] == "realised"
    assert "left_out" in fates.values()
    assert community.wiring.ledger.head() == before
    assert maya.get("/api/me").json()["clips_left_today"] == 5


def test_without_a_seed_each_plan_has_its_own(community):
    maya = community.join("maya")
    seeds = {
        maya.post("/api/storyboards", {"prompt": "a dog"}).json()["storyboard"]["seed"] for _ in range(3)
    }
    assert len(seeds) == 3


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        ({"prompt": ""}, 422, "prompt_empty"),
        ({"prompt": "\u200b \x00"}, 422, "prompt_empty"),
        ({"prompt": "x" * 2001}, 422, "prompt_too_long"),
        ({"prompt": "x" * 9000}, 400, "body_invalid"),
        ({"prompt": "a dog", "seconds": 61}, 400, "body_invalid"),
        ({"prompt": "a dog", "style": "oil"}, 400, "body_invalid"),
        ({"prompt": "a dog", "seed": 2**31}, 400, "body_invalid"),
        ({"prompt": "a dog", "storyboard": BOARD}, 400, "body_invalid"),
        ({}, 400, "body_invalid"),
    ],
)
def test_what_cannot_be_planned_is_refused(community, body, status, expected):
    response = community.join("maya").post("/api/storyboards", body)
    assert (response.status_code, code(response)) == (status, expected), response.text


def test_a_plan_can_be_sent_back_as_it_came(community):
    maya = community.join("maya")
    board = maya.post("/api/storyboards", {"prompt": "a dog runs. Then a cat jumps.", "seconds": 5}).json()
    accepted = maya.post("/api/generations", {"storyboard": board["storyboard"]})
    assert accepted.status_code == 202, accepted.text
    spec = job_spec(requested(community, accepted.json()["job_id"])).spec
    assert spec.storyboard == msgspec.convert(board["storyboard"], Storyboard)
    assert (spec.duration_s, spec.seed) == (5.0, board["storyboard"]["seed"])


def test_a_storyboard_needs_no_prompt_and_decides_length_style_and_seed(community):
    maya = community.join("maya")
    accepted = maya.post("/api/generations", {"storyboard": BOARD})
    assert accepted.status_code == 202, accepted.text
    event = requested(community, accepted.json()["job_id"])
    assert (event.duration_s, event.style, event.seed) == (2.5, "noir", 7)
    assert event.prompt == "beach, dog runs; forest, dog"
    assert maya.get("/api/generations").json()[0]["prompt"] == event.prompt


def test_prompt_style_and_seed_beside_a_storyboard_take_the_place_of_its_own(community):
    maya = community.join("maya")
    body = {"storyboard": BOARD, "prompt": "my dog", "style": "anime", "seed": 9, "seconds": 2.5}
    event = requested(community, maya.post("/api/generations", body).json()["job_id"])
    board = msgspec.json.decode(event.storyboard, type=Storyboard)
    assert (event.prompt, event.style, event.seed) == ("my dog", "anime", 9)
    assert (board.style, board.seed) == ("anime", 9)


@pytest.mark.parametrize(
    ("board", "expected"),
    [
        (changed(setting="volcano"), "unknown_setting"),
        (changed(subjects=[DOG | {"kind": "blorp"}]), "unknown_kind"),
        (changed(subjects=[DOG, DOG]), "id_twice"),
        (changed(subjects=[DOG | {"colour": "loud"}]), "unknown_colour"),
        (changed(actions=[{"subject": "cat", "verb": "run"}]), "unknown_id"),
        (changed(lines=[{"text": "hello", "speaker": "nobody"}]), "unknown_id"),
        (changed(lines=[{"text": "\u200b\x00"}]), "line_empty"),
        (changed(duration_s=59.5), "duration_range"),
    ],
)
@pytest.mark.parametrize("way", ["generations", "remix"])
def test_a_storyboard_that_no_worker_would_take_is_refused_at_once(community, way, board, expected):
    maya = community.join("maya")
    path = "/api/generations" if way == "generations" else f"/api/clips/{community.clip(maya)}/remix"
    before = community.wiring.ledger.head()
    response = maya.post(path, {"storyboard": board})
    assert (response.status_code, code(response)) == (422, "storyboard_refused"), response.text
    (error,) = response.json()["errors"]
    assert error["code"] == expected
    assert error["message"]
    assert community.wiring.ledger.head() == before


def test_lines_keep_no_controls_and_cannot_turn_captions_around(community):
    board = changed(lines=[{"text": " \u202ekeep\x00 going\u2066 "}])
    accepted = community.join("maya").post("/api/generations", {"storyboard": board})
    kept = job_spec(requested(community, accepted.json()["job_id"])).spec.storyboard
    assert [line.text for line in kept.shots[0].lines] == ["keep going"]


def test_seconds_beside_a_storyboard_must_be_its_length(community):
    response = community.join("maya").post("/api/generations", {"storyboard": BOARD, "seconds": 4})
    assert response.json()["errors"][0]["code"] == "duration_mismatch"


def test_a_likeness_is_a_members_handle(community):
    person = {"id": "anna", "kind": "person", "likeness": "nobody_here"}
    board = changed(subjects=[DOG, person])
    response = community.join("maya").post("/api/generations", {"storyboard": board, "prompt": "x"})
    assert (response.status_code, code(response)) == (404, "person_unknown")


def test_the_fullest_storyboard_fits():
    subjects = tuple(Subject(f"subject_{number}", "dog") for number in range(8))
    actions = tuple(Action(f"subject_{number % 8}", "v" * 40) for number in range(ACTIONS_COUNT_MAX))
    board = Storyboard((Shot(5.0, "beach", subjects=subjects, actions=actions),) * SHOTS_COUNT_MAX)
    assert len(msgspec.json.encode(board)) < STORYBOARD_BYTES_MAX
    assert 0 < len(described(board)) <= DESCRIPTION_CHARS_MAX


def test_a_clips_storyboard_is_shown_to_whoever_may_see_the_clip(community):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.draft(maya)
    path = f"/api/clips/{clip_id}/storyboard"
    theo.catch_up(community.wiring.ledger.head())
    assert code(theo.get(path)) == "clip_unknown"
    maya.post(f"/api/clips/{clip_id}/publish")
    theo.catch_up(community.wiring.ledger.head())
    shown = theo.get(path)
    assert shown.status_code == 200, shown.text
    assert shown.json()["storyboard"]["shots"][0]["setting"] == "court"
    assert shown.json()["coverage"] == [{"phrase": "rim", "fate": "realised", "by": None}]
    maya.delete(f"/api/clips/{clip_id}")
    theo.catch_up(community.wiring.ledger.head())
    assert code(theo.get(path)) == "clip_unknown"


def test_a_receipt_that_cannot_be_read_here_has_no_storyboard(community, monkeypatch):
    maya = community.join("maya")
    monkeypatch.setattr("tests.api.conftest.RECEIPT", b'{"schema": "receipt.v0"}')
    clip_id = community.draft(maya)
    response = maya.get(f"/api/clips/{clip_id}/storyboard")
    assert (response.status_code, code(response)) == (404, "storyboard_absent")
