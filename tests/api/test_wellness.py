"""A wellness check from due to one's own record."""


def code(response):
    return response.json()["code"]


def due_check(community, theo):
    maya = community.join("maya")
    clip_id = community.clip(maya)
    theo.catch_up(community.wiring.ledger.head())
    slate_id = theo.get("/api/feed").json()["slate_id"]
    for _ in range(2):  # never in a first session; each look is one here
        assert theo.post(f"/api/feed/{slate_id}/seen", {"clip_ids": [clip_id]}).status_code == 204
    return theo.get("/api/wellness").json()


def test_nothing_is_asked_in_a_first_session(community):
    assert community.join("theo").get("/api/wellness").json() == {"due": False}


def test_a_due_check_is_asked_answered_once_and_kept_as_ones_own(community):
    theo, zoe = community.join("theo"), community.join("zoe")
    check = due_check(community, theo)
    assert check["due"]
    path = f"/api/wellness/checks/{check['check_id']}/answer"
    assert code(zoe.post(path, {"felt": "bad"})) == "check_unknown"
    assert code(theo.post(path, {"felt": "ecstatic"})) == "body_invalid"
    assert theo.post(path, {"felt": "bad", "note": "too loud"}).status_code == 204
    assert code(theo.post(path, {"felt": "good"})) == "check_answered"
    assert [(row["felt"], row["note"]) for row in theo.get("/api/wellness/record").json()] == [("bad", "too loud")]
    assert zoe.get("/api/wellness/record").json() == []
    assert theo.get("/api/wellness").json() == {"due": False}


def test_an_answer_stands_sealed_in_the_log(community):
    theo = community.join("theo")
    check = due_check(community, theo)
    theo.post(f"/api/wellness/checks/{check['check_id']}/answer", {"felt": "bad", "note": "quite a secret"})
    log = community.wiring.settings.data
    stored = b"".join(path.read_bytes() for path in log.glob("log.db*"))
    assert check["check_id"].encode() in stored
    assert b"quite a secret" not in stored
