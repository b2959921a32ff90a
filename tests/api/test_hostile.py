"""What hostile and clumsy clients send: each is refused in our form, and none breaks the server."""

import msgspec
import pytest

from domain.store import POSITION_MAX

IDS = ("%00", "%0A", "a%0Ab", "%1F", "%C2%A0", "%E2%80%AE", "%F0%9F%98%80", "%FF", "a" * 65, "a" * 10_000)
DOORS = (
    ("GET", "/api/clips/{}"),
    ("PUT", "/api/clips/{}/like"),
    ("DELETE", "/api/clips/{}"),
    ("GET", "/api/clips/{}/trail"),
    ("GET", "/api/clips/{}/storyboard"),
    ("DELETE", "/api/clips/clip-0/comments/{}"),
    ("GET", "/api/generations/{}/events"),
    ("DELETE", "/api/generations/{}"),
    ("GET", "/api/people/{}"),
    ("GET", "/api/people/@{}"),
    ("PUT", "/api/people/{}/block"),
    ("DELETE", "/api/invites/{}"),
    ("DELETE", "/api/access/{}"),
    ("GET", "/api/feed/slate-0/why/{}"),
    ("GET", "/media/{}/video"),
    ("GET", "/media/clip-0/{}"),
)
BODIES = (
    b"[" * 100_000,
    b'{"prompt":' * 20_000,
    b'{"prompt": "\xff"}',
    b'{"prompt": "\xed\xa0\x80"}',
    b'{"prompt": "\\ud800"}',
    b'{"prompt": "x", "seconds": NaN}',
    b'{"prompt": "x", "seconds": 1e999}',
    b'{"prompt": "x", "seed": ' + b"9" * 5_000 + b"}",
    b"\xef\xbb\xbf{}",
    b"null",
    b"",
)


def code(response):
    return response.json()["code"]


@pytest.fixture(scope="module")
def mallory(community):
    return community.join("mallory")


@pytest.mark.parametrize(("method", "door"), DOORS)
@pytest.mark.parametrize("text", IDS)
def test_what_cannot_be_an_id_is_nowhere(mallory, method, door, text):
    assert mallory.call(method, door.format(text)).status_code == 404


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_body_that_cannot_be_read_is_the_senders_fault(community, mallory, body):
    headers = {"Authorization": f"Bearer {mallory.token}", "Content-Type": "application/json"}
    for door in ("/api/generations", "/api/storyboards"):
        response = community.client.post(door, content=body, headers=headers)
        assert response.status_code == 400
        assert code(response) in ("body_not_json", "body_invalid")


def test_a_body_past_its_limit_is_not_read(community, mallory):
    body = msgspec.json.encode({"prompt": "x" * community.wiring.settings.body_bytes_max})
    headers = {"Authorization": f"Bearer {mallory.token}"}
    assert code(community.client.post("/api/generations", content=body, headers=headers)) == "body_too_large"


@pytest.mark.parametrize(
    "change", [{"country": "CA\n"}, {"invite": ""}, {"invite": "\n"}, {"invite": "a\0b"}, {"invite": "😀"}]
)
def test_a_joining_with_what_no_id_can_be_is_refused(community, change):
    body = {
        "invite": "invite-0",
        "handle": "mallory",
        "birth_date": "1990-01-01",
        "country": "CA",
        **change,
    }
    assert code(community.client.post("/api/accounts", json=body)) == "body_invalid"


@pytest.mark.parametrize("token", [".x", "..", "a\tb.x", "\xa0.x", "é.x", "a" * 65 + ".x", "a b.x"])
def test_a_token_that_names_no_access_is_refused(community, token):
    headers = {"Authorization": f"Bearer {token}".encode("latin-1")}
    assert code(community.client.get("/api/me", headers=headers)) == "unauthenticated"


@pytest.mark.parametrize("path", ["/api/trail?as_of={}", "/api/trail?after={}", "/api/feed?as_of={}"])
@pytest.mark.parametrize("position", [POSITION_MAX + 1, "9" * 5_000, -1, "x"])
def test_a_position_beyond_all_logs_is_refused(mallory, path, position):
    assert code(mallory.get(path.format(position))) == "body_invalid"


@pytest.mark.parametrize(
    ("wanted", "status"), [("9" * 5_000, 425), ("99999999", 425), ("-1", 200), ("x", 200)]
)
def test_a_wish_for_a_far_position_is_told_to_wait_and_nonsense_is_passed_over(
    community, mallory, wanted, status
):
    headers = {"Authorization": f"Bearer {mallory.token}", "Castmates-At-Least": wanted}
    assert community.client.get("/api/me", headers=headers).status_code == status


@pytest.mark.parametrize("last", ["9" * 5_000, "-1", "x", "\xb2", ""])
def test_a_resumption_after_nonsense_starts_over(mallory, last):
    accepted = mallory.post("/api/generations", {"prompt": "a ball"}).json()
    mallory.delete(f"/api/generations/{accepted['job_id']}")
    response = mallory.get(accepted["events_url"], **{"Last-Event-ID": last.encode("latin-1")})
    assert response.status_code == 200
    assert "event: cancelled" in response.text


def test_no_value_is_repeated_in_a_refusal(mallory):
    response = mallory.post("/api/generations", {"prompt": "x", "style": "a private matter"})
    assert code(response) == "body_invalid"
    assert "private" not in response.text


def test_words_keep_no_controls_and_cannot_turn_a_page_around(community, mallory):
    path = f"/api/clips/{community.clip(mallory)}/comments"
    assert mallory.post(path, {"text": "\u202eso\0 close\x1b\ufeff"}).status_code == 201
    assert [row["text"] for row in mallory.get(path).json()] == ["so close"]
    assert code(mallory.post(path, {"text": "\u200b\u2060\0"})) == "text_empty"
    assert code(mallory.post("/api/generations", {"prompt": "\u202e\0"})) == "prompt_empty"
