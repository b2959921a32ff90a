"""From a challenge to a cameo: what passes, what is refused and why, and what is kept of it."""

import itertools
import json
import threading
import time
from hashlib import sha256

import pytest

from api.enrolling.check_words import check_words
from api.enrolling.enroller import LIKENESS, Enroller, cameo_id_of, recording_name
from api.enrolling.examination import Examinations, Finding
from api.enrolling.likeness_examiner import finding_of
from api.enrolling.twins import Twins
from api.minting import now
from domain.decisions.roles import GiveRole
from domain.events import CameoEnrolled
from domain.ids import PersonId
from domain.store import LogUnavailable
from domain.vault import Absent
from render_cluster.likeness.verdict import Refused
from tests.api.conftest import WISH

FACES = itertools.count(1)
WAIT_S = 30


def code(response):
    return response.json()["code"]


def opened(member):
    response = member.post("/api/cameos/enrolments")
    assert response.status_code == 201, response.text
    return response.json()


def recording(**asked):
    return json.dumps({"result": "passed", "face": next(FACES)} | asked).encode()


def sent(member, content):
    challenge = opened(member)
    response = member.call("PUT", challenge["recording_url"], content)
    assert response.status_code == 202, response.text
    return challenge["enrolment_id"]


def verdict(member, enrolment_id):
    deadline = time.monotonic() + WAIT_S
    while True:
        card = member.get(f"/api/cameos/enrolments/{enrolment_id}").json()
        if card["state"] not in ("open", "submitted") or time.monotonic() > deadline:
            return card
        time.sleep(0.2)


def kept(community, member, enrolment_id):
    return community.wiring.vault.has(member.id, recording_name(enrolment_id))


def test_a_recording_that_passes_makes_a_cameo_and_is_dropped(community):
    maya = community.join("maya")
    challenge = opened(maya)
    assert len(set(challenge["digits"])) == 6
    assert len(challenge["turns"]) == 3
    enrolment_id = challenge["enrolment_id"]
    maya.call("PUT", challenge["recording_url"], recording(digits=challenge["digits"]))
    card = verdict(maya, enrolment_id)
    assert card["state"] == "enrolled"
    assert not kept(community, maya, enrolment_id)
    assert community.wiring.vault.get(card["cameo_id"], LIKENESS) == b"a small picture"
    assert maya.get("/api/cameo").json()["cameo_id"] == card["cameo_id"]
    assert code(maya.post("/api/cameos/enrolments")) == "cameo_enrolled"


def test_a_refusal_names_the_check_and_how_to_pass_it(community):
    maya = community.join("maya")
    enrolment_id = sent(maya, recording(digits="000000"))
    card = verdict(maya, enrolment_id)
    assert (card["state"], [each["check"] for each in card["checks"]]) == ("refused", ["digits_wrong"])
    assert card["checks"][0]["words"]
    assert not kept(community, maya, enrolment_id)


def test_a_refusal_names_all_that_there_is_to_mend(community):
    maya = community.join("maya")
    codes = ["turns_wrong", "digits_wrong"]
    assert finding_of(Refused(tuple(codes), ())) == Finding("refused", tuple(codes))
    card = verdict(maya, sent(maya, recording(result="refused", checks=codes)))
    assert [each["check"] for each in card["checks"]] == codes
    assert all(each["words"] == check_words(each["check"]) for each in card["checks"])


@pytest.mark.parametrize("content", [b"no recording", b'{"dies": true}'])
def test_what_breaks_the_examination_is_refused(community, content):
    maya = community.join("maya")
    card = verdict(maya, sent(maya, content))
    assert [each["check"] for each in card["checks"]] == ["unreadable"]


def test_the_same_face_under_another_account_is_held(community):
    maya, mallory = community.join("maya"), community.join("mallory")
    assert verdict(maya, sent(maya, recording(face=77_000)))["state"] == "enrolled"
    card = verdict(mallory, sent(mallory, recording(face=77_000)))
    assert (card["state"], card["checks"][-1]["check"]) == ("held", "twin")
    assert mallory.get("/api/cameo").json()["state"] == "held"
    assert code(mallory.post("/api/cameos/enrolments")) == "enrolment_open"


def test_an_unsure_one_is_held_with_its_recording_for_the_reviewer(community):
    maya = community.join("maya")
    enrolment_id = sent(maya, recording(result="unsure", checks=["flat"]))
    assert verdict(maya, enrolment_id)["state"] == "held"
    assert kept(community, maya, enrolment_id)


def reviewer(community):
    cleo = community.join("cleo")
    receipt = community.wiring.ledger.handle_now(GiveRole(PersonId(cleo.id), "reviewer"), WISH)
    cleo.catch_up(receipt.position)
    return cleo


@pytest.mark.parametrize(("passed", "state"), [(True, "enrolled"), (False, "refused")])
def test_a_reviewer_sees_what_is_held_and_decides(community, passed, state):
    maya, cleo = community.join("maya"), reviewer(community)
    content = recording(result="unsure", checks=["face_flat"])
    enrolment_id = sent(maya, content)
    path = f"/api/review/enrolments/{enrolment_id}"
    assert verdict(maya, enrolment_id)["state"] == "held"
    assert code(maya.get(path)) == "role_missing"
    case = cleo.get(path).json()
    assert (case["person"]["handle"], case["checks"]) == (maya.handle, ["face_flat"])
    assert cleo.get(case["recording_url"]).content == content
    assert cleo.post(path, {"passed": passed}).status_code == 204
    assert maya.get(f"/api/cameos/enrolments/{enrolment_id}").json()["state"] == state
    assert not kept(community, maya, enrolment_id)
    assert code(cleo.post(path, {"passed": passed})) == "enrolment_decided"


def test_a_reviewer_is_told_whose_face_it_may_be_and_does_not_judge_themselves(community):
    maya, cleo = community.join("maya"), reviewer(community)
    assert verdict(maya, sent(maya, recording(face=88_000)))["state"] == "enrolled"
    mallory = community.join("mallory")
    twin = sent(mallory, recording(face=88_000))
    own = sent(cleo, recording(result="unsure", checks=["face_flat"]))
    assert verdict(mallory, twin)["state"] == verdict(cleo, own)["state"] == "held"
    assert cleo.get(f"/api/review/enrolments/{twin}").json()["twin"]["handle"] == maya.handle
    assert code(cleo.post(f"/api/review/enrolments/{own}", {"passed": True})) == "self_reference"


def test_a_challenge_takes_one_recording_of_its_own_person(community):
    maya, theo = community.join("maya"), community.join("theo")
    challenge = opened(maya)
    assert code(theo.call("PUT", challenge["recording_url"], recording())) == "enrolment_unknown"
    assert code(theo.get(f"/api/cameos/enrolments/{challenge['enrolment_id']}")) == "enrolment_unknown"
    assert maya.call("PUT", challenge["recording_url"], recording()).status_code == 202
    assert code(maya.call("PUT", challenge["recording_url"], recording())) == "enrolment_spent"


def test_a_recording_has_bounds_and_leaves_nothing_when_it_breaks_them(community):
    maya = community.join("maya")
    challenge = opened(maya)
    empty = maya.call("PUT", challenge["recording_url"], b"")
    assert (empty.status_code, code(empty)) == (400, "recording_empty")
    large = maya.call(
        "PUT", challenge["recording_url"], bytes(community.wiring.settings.recording_bytes_max + 1)
    )
    assert (large.status_code, code(large)) == (413, "recording_too_large")
    assert not kept(community, maya, challenge["enrolment_id"])
    assert maya.call("PUT", challenge["recording_url"], recording()).status_code == 202


def test_no_recording_lies_in_the_clear(community):
    maya = community.join("maya")
    words = b"a voice that nobody else should hear"
    content = recording(result="unsure", checks=["flat"], words=words.decode())
    verdict(maya, sent(maya, content))
    files = [path for path in community.wiring.settings.data.rglob("*") if path.is_file()]
    assert files
    assert not any(words in path.read_bytes() for path in files)


def test_what_a_killed_server_left_is_settled_by_the_next(community):
    wiring, maya = community.wiring, community.join("maya")
    enrolment_id = sent(maya, recording(lasts_s=1.5))
    stop = threading.Event()
    first = _enroller(wiring)
    thread = threading.Thread(target=first.follow, args=(stop,))
    thread.start()
    time.sleep(0.3)
    stop.set()  # in the middle of the examination
    thread.join()
    assert verdict(maya, enrolment_id)["state"] == "enrolled"
    (enrolled,) = [
        each for each in wiring.ledger.scan((CameoEnrolled,)) if each.event.enrolment_id == enrolment_id
    ]
    assert wiring.keys.exists(enrolled.event.cameo_id)
    _enroller(wiring).catch_up(threading.Event())  # a server that comes later changes nothing
    assert wiring.vault.has(enrolled.event.cameo_id, LIKENESS)


def test_a_recording_that_the_log_never_heard_of_is_dropped(community):
    wiring, maya = community.wiring, community.join("maya")
    challenge = opened(maya)
    wiring.vault.put(maya.id, recording_name(challenge["enrolment_id"]), b"left by a crash")
    late = Enroller(
        wiring.ledger,
        wiring.keys,
        wiring.vault,
        Examinations(5, "x:y"),
        Twins(wiring.ledger, 0.5),
        _in_an_hour,
    )
    late.catch_up(threading.Event())
    with pytest.raises(Absent):
        wiring.vault.get(maya.id, recording_name(challenge["enrolment_id"]))


def test_a_damaged_recording_does_not_hold_up_the_next(community):
    wiring, maya, theo = community.wiring, community.join("maya"), community.join("theo")
    challenge = opened(maya)
    name = recording_name(challenge["enrolment_id"])
    wiring.vault.put(maya.id, name, b"whole")
    (path,) = wiring.settings.data.rglob(sha256(name.encode()).hexdigest())
    path.write_bytes(path.read_bytes()[:-1])  # and the first that arrived stays
    assert maya.call("PUT", challenge["recording_url"], recording()).status_code == 202
    theirs = sent(theo, recording())
    assert verdict(theo, theirs)["state"] == "enrolled"
    (failed,) = verdict(maya, challenge["enrolment_id"])["checks"]
    assert failed["check"] == "unreadable"


def _in_an_hour():
    return now().replace(year=now().year + 1)


def _enroller(wiring):
    examinations = Examinations(60, "tests.api.examiners:examine")
    return Enroller(wiring.ledger, wiring.keys, wiring.vault, examinations, Twins(wiring.ledger, 0.45), now)


def test_a_pass_that_the_log_does_not_take_leaves_no_likeness(community, monkeypatch):
    maya, cleo = community.join("maya"), reviewer(community)
    enrolment_id = sent(maya, recording(result="unsure", checks=["face_flat"]))
    path = f"/api/review/enrolments/{enrolment_id}"
    assert verdict(maya, enrolment_id)["state"] == "held"

    def fail(*_):
        raise LogUnavailable

    with monkeypatch.context() as broken:
        broken.setattr(community.wiring.writer, "submit", fail)
        assert cleo.post(path, {"passed": True}).status_code == 503
    community.wiring.enroller.tidy()
    assert not community.wiring.vault.has(cameo_id_of(enrolment_id), LIKENESS)
    assert cleo.post(path, {"passed": True}).status_code == 204
    assert community.wiring.vault.get(cameo_id_of(enrolment_id), LIKENESS) == b"a small picture"


def test_nobody_reviews_what_may_be_their_own_face(community):
    cleo, mallory = reviewer(community), community.join("mallory")
    assert verdict(cleo, sent(cleo, recording(face=99_000)))["state"] == "enrolled"
    twin = sent(mallory, recording(face=99_000))
    assert verdict(mallory, twin)["state"] == "held"
    path = f"/api/review/enrolments/{twin}"
    assert code(cleo.get(path)) == code(cleo.post(path, {"passed": False})) == "own_case"
