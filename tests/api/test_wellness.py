"""A wellness check from due to one's own record, what a bad answer changes, and what closes the feed."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from api.problems import TeenStop
from api.wellbeing.sittings import Sittings
from api.wellbeing.stops import admit
from domain.decider import Clause
from domain.decisions.instructions import GiveInstruction
from domain.events import WellnessCheckAnswered
from domain.ids import InstructionId
from projections.views import instructions
from recommender.rules import Maker, Rule, Topic
from tests.api.conftest import WISH
from tests.api.families import teen

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


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
    assert theo.post(path, {"felt": "bad", "note": "too loud"}).status_code == 200
    assert code(theo.post(path, {"felt": "good"})) == "check_answered"
    assert [(row["felt"], row["note"]) for row in theo.get("/api/wellness/record").json()] == [
        ("bad", "too loud")
    ]
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


def seen_by_views(community, member):
    """Returns once the views know all that the log knows now."""
    member.catch_up(community.wiring.ledger.head())
    assert member.get("/api/me").status_code == 200


def answered_badly(community, theo):
    check = due_check(community, theo)
    return theo.post(f"/api/wellness/checks/{check['check_id']}/answer", {"felt": "bad"}).json()


def test_a_bad_answer_turns_the_feed_to_friends_and_from_what_was_asked_for(community):
    theo = community.join("theo")
    wanted = msgspec.json.encode([Rule("more", Topic("true crime"), "true crime")]).decode()
    wish = GiveInstruction(
        person_id=theo.id,
        at=NOON,
        instruction_id=InstructionId("instruction-1"),
        text="true crime",
        rules=wanted,
    )
    community.wiring.ledger.handle_now(wish, WISH)
    seen_by_views(community, theo)
    effect = answered_badly(community, theo)["effect"]
    seen_by_views(community, theo)
    with community.wiring.views.snapshot() as views:
        held = {one.instruction_id: one for one in instructions.holding_of(views, theo.id)}
    rules = msgspec.json.decode(held[effect["instruction_id"]].rules, type=tuple[Rule, ...])
    assert [(rule.kind, rule.about) for rule in rules] == [
        ("more", Maker("following")),
        ("less", Topic("true crime")),
    ]


def test_a_good_answer_changes_nothing_and_offers_no_pause(community):
    theo = community.join("theo")
    check = due_check(community, theo)
    followed = theo.post(f"/api/wellness/checks/{check['check_id']}/answer", {"felt": "good"}).json()
    assert followed == {"effect": None, "pauses_minutes": []}


def test_a_pause_shuts_the_feed_until_it_is_over_or_ended(community):
    theo = community.join("theo")
    until = theo.post("/api/wellness/pause", {"minutes": 15}).json()["until"]
    shut = theo.get("/api/feed")
    assert (shut.status_code, code(shut), shut.json()["opens_at"]) == (403, "feed_paused", until)
    assert theo.get("/api/wellness").json() == {"due": False, "paused_until": until}
    assert theo.delete("/api/wellness/pause").status_code == 204
    assert theo.get("/api/feed").status_code == 200
    assert code(theo.post("/api/wellness/pause", {"minutes": 0})) == "body_invalid"


def test_a_record_is_read_as_a_page_and_cleared(community):
    theo = community.join("theo")
    check = due_check(community, theo)
    theo.post(f"/api/wellness/checks/{check['check_id']}/answer", {"felt": "good", "note": "<b>calm</b>"})
    page = theo.get("/api/wellness/record", Accept="text/html")
    assert page.headers["content-type"].startswith("text/html")
    assert "&lt;b&gt;calm" in page.text
    assert theo.delete("/api/wellness/record").status_code == 204
    assert theo.get("/api/wellness/record").json() == []


def test_what_is_cleared_can_be_read_by_nobody_and_the_rest_still_can(community):
    theo, zoe = community.join("theo"), community.join("zoe")
    for member in (theo, zoe):
        check = due_check(community, member)
        body = {"felt": "bad", "note": "quite a secret"}
        assert member.post(f"/api/wellness/checks/{check['check_id']}/answer", body).status_code == 200
        assert code(member.post(f"/api/wellness/checks/{check['check_id']}/answer", body)) == "check_answered"
    assert theo.delete("/api/wellness/record").status_code == 204
    assert [answer.note for answer in answers_in_log(community, theo)] == [None]
    assert [answer.felt for answer in answers_in_log(community, theo)] == [None]
    assert [answer.note for answer in answers_in_log(community, zoe)] == ["quite a secret"]
    assert community.wiring.keys.exists(theo.id)


def answers_in_log(community, member):
    """The answers as the log still tells them."""
    clause = Clause((WellnessCheckAnswered,), (member.id,))
    return [recorded.event for recorded in community.wiring.ledger.read((clause,))]


def test_an_answer_that_was_refused_leaves_no_key(community):
    theo, zoe = community.join("theo"), community.join("zoe")
    check = due_check(community, theo)
    keys = community.wiring.settings.data / "keys"
    before = sorted(keys.rglob("*.key"))
    assert (
        code(zoe.post(f"/api/wellness/checks/{check['check_id']}/answer", {"felt": "bad"})) == "check_unknown"
    )
    assert sorted(keys.rglob("*.key")) == before


def test_a_teens_long_visit_ends_and_a_grown_ones_does_not(community, tmp_path):
    tess, theo = teen(community), community.join("theo")
    sittings = Sittings(tmp_path / "sittings.db", timedelta(minutes=30))
    for member in (tess, theo):
        for minute in range(3):
            sittings.saw(member.id, 20, NOON + timedelta(minutes=minute))
    seen_by_views(community, theo)
    with community.wiring.views.snapshot() as views:
        admit(views, sittings, theo.id, 60, NOON + timedelta(minutes=3))
        with pytest.raises(TeenStop) as stop:
            admit(views, sittings, tess.id, 60, NOON + timedelta(minutes=3))
        assert stop.value.opens_at == NOON + timedelta(minutes=32)
        admit(views, sittings, tess.id, 61, NOON + timedelta(minutes=3))
        admit(views, sittings, tess.id, 60, NOON + timedelta(minutes=32))
    sittings.saw(tess.id, 1, NOON + timedelta(hours=1))
    with community.wiring.views.snapshot() as views:
        admit(views, sittings, tess.id, 60, NOON + timedelta(hours=1))
    sittings.close()
