"""The road of consent on a real server: enrolled from a film, cast, proved, revoked, guarded, erased.

The tests are one story and run in their order.
"""

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.road.enrolling import Actor, Member, command
from tests.road.server import Server

pytestmark = pytest.mark.slow
FREE_THROW = "@maya shoots a free throw"
MAYAS_WORDS = ("quixotic kumquat", "zeppelin riddles", "marzipan")
FILES = ("video", "poster", "receipt", "consent")


class Town:
    """A community with a reviewer and an auditor, and what was kept on the way."""

    def __init__(self, server: Server) -> None:
        self.server, self.folder = server, server.folder
        self.leo, self.gus = Member(server, "leo"), Member(server, "gus")
        self.maya, self.tim = Member(server, "maya"), Member(server, "tim", "2011-03-05")
        self.rita, self.aude = Member(server, "rita"), Member(server, "aude")
        command(server, "role", "give", "rita", "reviewer")
        command(server, "role", "give", "aude", "auditor")
        self.log_key = command(server, "proof", "key")
        self.grant_id = self.shot = self.remix = self.again = ""

    def grant(self, **terms: Any) -> str:
        """Maya lets somebody in."""
        given = self.maya.post("/api/cameo/grants", json=terms)
        assert given.status_code == 201, given.text
        return given.json()["grant_id"]

    def verified(self, path: Path) -> bool:
        """Whether `castmates-verify` accepts a file with nothing but the log's key."""
        asked = [sys.executable, "-m", "domain.proof.verifier", str(path), "--key", self.log_key]
        return subprocess.run(asked, capture_output=True, text=True, timeout=60).returncode == 0

    def audit(self, **place: int) -> dict[str, Any]:
        """What the auditor is told of Maya's likeness."""
        return self.aude.get(f"/api/audit/subjects/{self.maya.id}", params=place).json()["audit"]

    def holding(self, word: str) -> list[Path]:
        """Files of the data folder that hold a word in the clear; Ray's own sessions aside."""
        data = self.folder / "data"
        files = [path for path in data.rglob("*") if path.is_file() and data / "cluster" not in path.parents]
        return [path for path in files if word.encode() in path.read_bytes()]


def refusal(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 403, answer.text
    return answer.json()["refusal"]


def position(member: Member) -> int:
    return int(member.get("/api/me").headers["Castmates-Position"])


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("consent"))
    server.start()
    yield Town(server)
    assert server.stop() == 0


def test_a_film_with_other_digits_is_refused_for_that_alone_and_a_right_one_enrols(town):
    maya = Actor("collins.jpg", "woman_1", town.folder)
    refused = town.maya.tried(maya, digits="135790")
    assert refused["state"] == "refused"
    assert [one["check"] for one in refused["checks"]] == ["digits_wrong"], "nothing else is wrong with it"
    assert "one by one" in refused["checks"][0]["words"]
    town.maya.enrol(maya, town.rita)
    town.tim.enrol(Actor("hopper.jpg", "man_1", town.folder), town.rita)


def test_a_rule_is_tried_on_the_past_before_it_is_set(town):
    assert refusal(town.leo.ask(FREE_THROW))["rule"] == "not_permitted"
    rule = {"level": "nobody", "themes": {"barred": [MAYAS_WORDS[1]]}}
    tried = town.maya.post("/api/cameo/backtest", json={"rule": rule}).json()
    assert tried["words"] == "This would have refused 1 of 1."
    assert town.maya.put("/api/cameo/rule", json=rule).status_code == 204


def test_who_was_let_in_casts_her_and_the_clip_says_so(town):
    town.grant_id = town.grant(
        grantee="leo", terms={"uses": ["appear", "voice"]}, themes={"barred": ["violence"]}
    )
    town.shot = town.leo.finished(town.leo.ask(FREE_THROW).json())
    spoken = town.leo.finished(town.leo.ask('@maya says "hello"').json())
    assert "hello" in town.maya.get(f"/media/{spoken}/captions").text, "who is depicted sees drafts"
    assert town.leo.post(f"/api/clips/{town.shot}/publish", json={}).status_code == 204
    (badge,) = town.gus.get(f"/api/clips/{town.shot}").json()["cast"]
    assert (badge["handle"], badge["uses"], badge["grant_ids"]) == ("maya", ["appear"], [town.grant_id])
    assert {each["clip_id"] for each in town.maya.get("/api/made-of-me").json()} == {town.shot, spoken}


def test_the_consent_has_a_receipt_as_data_and_as_a_page(town):
    address = f"/api/grants/{town.grant_id}/receipt"
    assert town.leo.get(address).json()["dpv:hasConsentStatus"] == "dpv:ConsentGiven"
    page = town.maya.get(address, headers={"Accept": "text/html"}).text
    assert "@maya" in page
    assert "in force" in page


def test_clip_and_audit_are_proved_offline_and_one_flipped_byte_is_not(town):
    video = town.gus.get(f"/media/{town.shot}/video").content
    (town.folder / "clip.mp4").write_bytes(video)
    (town.folder / "clip.json").write_bytes(town.gus.get(f"/media/{town.shot}/receipt").content)
    command(town.server, "audit", "subject", "maya", "--proof", str(town.folder / "old.json"))
    assert town.verified(town.folder / "clip.mp4")
    assert town.verified(town.folder / "old.json")
    middle = len(video) // 2
    flipped = video[:middle] + bytes([video[middle] ^ 1]) + video[middle + 1 :]
    (town.folder / "flipped.mp4").write_bytes(flipped)
    assert not town.verified(town.folder / "flipped.mp4")


def test_a_cast_clip_is_not_made_again_and_says_why(town):
    asked = [sys.executable, "-m", "api.cli", "verify-clip", str(town.folder / "clip.mp4")]
    done = subprocess.run(asked, env=town.server.environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "FAIL the clip can be made again: it shows @maya, whose face no receipt holds" in done.stdout


def test_a_remix_wants_leave_of_its_own(town):
    address = f"/api/clips/{town.shot}/remix"
    assert refusal(town.gus.ask(FREE_THROW, address))["rule"] == "not_permitted"
    town.grant(grantee="gus", terms={"uses": ["appear", "remix"]})
    town.remix = town.gus.finished(town.gus.ask(FREE_THROW, address).json())
    assert town.gus.post(f"/api/clips/{town.remix}/publish", json={}).status_code == 204


def test_a_misread_theme_is_appealed_and_the_job_runs(town):
    refused = refusal(town.leo.ask("@maya fights in a violent battle"))
    assert refused["rule"] == "theme_barred"
    left = town.leo.get("/api/me").json()["clips_left_today"]
    appeal_id = town.leo.post(refused["appeal_url"], json={"words": "a play"}).json()["appeal_id"]
    (case,) = town.rita.get("/api/review").json()["appeals"]
    themes = [{"cameo_id": one["cameo_id"], "theme": one["theme"], "found": False} for one in case["themes"]]
    word = {"overturn": True, "reason": "it is one", "themes": themes}
    assert town.rita.post(f"/api/review/appeals/{appeal_id}", json=word).status_code == 204
    appeal = town.leo.get(f"/api/appeals/{appeal_id}").json()
    assert appeal["status"] == "overturned"
    town.again = town.leo.finished(appeal)
    assert town.leo.get("/api/me").json()["clips_left_today"] == left


def test_a_revoked_grant_takes_everything_down_and_the_audit_tells_both_times(town):
    before = position(town.maya)
    receipt = town.maya.delete(f"/api/grants/{town.grant_id}").json()
    reached = {each["clip_id"] for each in receipt["reached"]}
    assert {town.shot, town.remix, town.again} < reached
    for member in (town.maya, town.leo, town.gus):
        for clip_id in reached:
            assert {member.get(f"/media/{clip_id}/{name}").status_code for name in FILES} == {404}
    assert town.maya.get("/api/made-of-me").json() == []
    then, now = town.audit(as_of=before), town.audit()
    assert town.grant_id in {leave["grant_id"] for leave in then["leaves"]}
    assert town.grant_id not in {leave["grant_id"] for leave in now["leaves"]}
    assert {clip["status"] for clip in then["clips"]} == {"published", "draft"}
    assert {clip["status"] for clip in now["clips"]} == {"withdrawn"}


def test_a_teens_grant_waits_for_the_guardian_who_sets_caps_and_sees_signed_counts(town):
    grant = {"grantee": "leo", "terms": {"uses": ["appear"]}}
    given = town.tim.post("/api/cameo/grants", json=grant).json()
    assert given["waits_for_guardian"]
    assert refusal(town.leo.ask("@tim runs"))["rule"] == "guardian_approval_missing"
    link = {"person_id": town.gus.id, "they_are": "guardian"}
    link_id = town.tim.post("/api/guardians", json=link).json()["link_id"]
    ward = f"/api/wards/{town.tim.id}"
    assert town.gus.post(f"/api/guardians/{link_id}/accept").status_code == 204
    assert town.gus.post(f"{ward}/grants/{given['grant_id']}/approve").status_code == 204
    town.leo.finished(town.leo.ask("@tim runs").json())
    assert town.gus.put(f"{ward}/caps", json={"clips_made_max": 0, "clips_watched_max": 0}).status_code == 204
    assert town.tim.ask("a ball bounces").json()["code"] == "make_cap_reached"
    assert town.tim.get("/api/feed").json()["code"] == "watch_cap_reached"
    told = town.gus.get(f"{ward}/counts").json()
    key = base64.b64decode(httpx.get(f"{town.server.url}/api/keys/counts").json()["public_key"])
    signed = json.dumps(told["counts"], sort_keys=True, separators=(",", ":")).encode()
    Ed25519PublicKey.from_public_bytes(key).verify(base64.b64decode(told["signature"]), signed)
    assert told["counts"]["casters_count"] == 1


def test_who_leaves_leaves_no_word_behind_and_old_proofs_hold(town):
    clip_id = town.maya.finished(town.maya.ask("@maya kicks a marzipan coloured ball").json())
    caption = {"caption": MAYAS_WORDS[0]}
    assert town.maya.post(f"/api/clips/{clip_id}/publish", json=caption).status_code == 204
    assert town.maya.get("/api/drafts").is_success
    assert town.holding(MAYAS_WORDS[0]), "views hold what was written in the clear"
    assert town.maya.request("DELETE", "/api/account", json={"handle": "maya"}).is_success
    assert [town.holding(words) for words in MAYAS_WORDS] == [[], [], []]
    assert town.maya.get("/api/me").status_code == 401
    assert town.leo.get(f"/media/{clip_id}/video").status_code == 404
    assert town.audit()["state"] == "erased"
    assert town.verified(town.folder / "old.json")
    assert town.verified(town.folder / "clip.mp4")
