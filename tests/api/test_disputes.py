"""A dispute settled over HTTP: the audit for the auditor's role, its proof file, the receipt of a consent."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from domain.decisions.roles import GiveRole
from domain.ids import PersonId
from tests.api.conftest import WISH, Community, Member

TERMS = {"uses": ["appear", "voice"], "clips_count_max": 3}


@pytest.fixture(scope="module")
def cast(community: Community) -> dict[str, object]:
    """Maya, whom Leo may cast, a clip of his with her in it, and an auditor."""
    maya, leo, auditor = community.join("maya"), community.join("leo"), community.join("auditor")
    community.wiring.ledger.handle_now(GiveRole(PersonId(auditor.id), "auditor"), WISH)
    cameo_id = community.enrol(maya)
    granted = maya.post(
        "/api/cameo/grants", {"grantee": leo.handle, "terms": TERMS, "themes": {"barred": ["war"]}}
    )
    assert granted.status_code in (200, 201), granted.text
    leo.catch_up(int(granted.headers["castmates-position"]))
    clip_id = community.clip(leo, f"@{maya.handle} shoots a free throw")
    return {
        "maya": maya, "leo": leo, "auditor": auditor, "cameo_id": cameo_id,
        "grant_id": granted.json()["grant_id"], "clip_id": clip_id,
    }  # fmt: skip


def test_the_auditor_is_told_who_could_use_a_likeness_and_what_was_made(cast: dict[str, object]) -> None:
    auditor, maya, leo = cast["auditor"], cast["maya"], cast["leo"]
    told = auditor.get(f"/api/audit/subjects/{maya.id}").json()["audit"]
    assert (told["state"], told["level"], told["anyone"]) == ("verified", "nobody", False)
    (leave,) = told["leaves"]
    assert (leave["person_id"], leave["grant_id"]) == (leo.id, cast["grant_id"])
    assert leave["themes"]["barred"] == ["war"]
    (clip,) = told["clips"]
    assert (clip["clip_id"], clip["status"]) == (cast["clip_id"], "published")
    names = [step["what"] for step in clip["steps"]]
    assert names == [
        "generation.requested.v1", "generation.started.v1", "generation.completed.v1", "clip.published.v1",
    ]  # fmt: skip


def test_before_the_grant_nobody_could(cast: dict[str, object]) -> None:
    auditor, maya = cast["auditor"], cast["maya"]
    steps = auditor.get(f"/api/audit/subjects/{maya.id}").json()["audit"]["steps"]
    granted = next(step["position"] for step in steps if step["what"] == "cameo.granted.v1")
    before = auditor.get(f"/api/audit/subjects/{maya.id}?as_of={granted - 1}").json()["audit"]
    assert (before["state"], before["leaves"], before["clips"]) == ("verified", [], [])


def test_a_proof_file_is_accepted_offline(
    cast: dict[str, object], community: Community, tmp_path: Path
) -> None:
    auditor = cast["auditor"]
    community.wiring.proofs.notary.sign_head()
    for road in (f"subjects/{cast['maya'].id}", f"clips/{cast['clip_id']}"):
        answer = auditor.get(f"/api/audit/{road}/proof")
        assert answer.status_code == 200, answer.text
        file = tmp_path / "proof.json"
        file.write_bytes(answer.content)
        key = auditor.get("/api/proof/key").text.strip()
        verify = [sys.executable, "-m", "domain.proof.verifier", str(file), "--key", key]
        assert subprocess.run(verify, capture_output=True, text=True, check=False).returncode == 0
        broken = json.loads(answer.content)
        broken["entries"][0]["tags"][0] += "x"
        file.write_text(json.dumps(broken))
        assert subprocess.run(verify, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize(
    "road", ["subjects/person-x", "subjects/person-x/proof", "clips/clip-x", "clips/clip-x/proof"]
)
def test_nobody_else_is_told(cast: dict[str, object], community: Community, road: str) -> None:
    assert cast["maya"].get(f"/api/audit/{road}").status_code == 403
    assert community.client.get(f"/api/audit/{road}").status_code == 401
    assert cast["auditor"].get(f"/api/audit/{road}").status_code == 404


def test_a_place_that_is_none_is_refused(cast: dict[str, object]) -> None:
    auditor, maya = cast["auditor"], cast["maya"]
    answer = auditor.get(f"/api/audit/subjects/{maya.id}?as_of=yesterday")
    assert (answer.status_code, answer.json()["code"]) == (400, "place_invalid")


def receipt(member: Member, grant_id: object, accept: str = "application/json") -> object:
    """The answer to somebody who asks for a consent's receipt."""
    return member.get(f"/api/grants/{grant_id}/receipt", accept=accept)


def test_owner_and_grantee_have_the_receipt_of_a_consent_and_nobody_else(cast: dict[str, object]) -> None:
    for member in (cast["maya"], cast["leo"]):
        found = receipt(member, cast["grant_id"]).json()
        assert found["dpv:hasConsentStatus"] == "dpv:ConsentGiven"
        assert found["castmates:limits"] == {
            "clips_count_max": 3, "themes_allowed": [], "themes_barred": ["war"],
        }  # fmt: skip
        assert len(found["dpv:hasProcess"]) == 2
        assert f"withdraw: DELETE /api/grants/{cast['grant_id']}" in found["dpv:hasRight"]
    assert receipt(cast["auditor"], cast["grant_id"]).status_code == 404


def test_the_receipt_is_a_page_too(cast: dict[str, object]) -> None:
    page = receipt(cast["maya"], cast["grant_id"], "text/html,application/xhtml+xml")
    assert page.headers["content-type"].startswith("text/html")
    assert "script-src" not in page.headers["content-security-policy"]
    for word in (f"@{cast['leo'].handle}", "in force", "Never with", "war"):
        assert word in page.text


def test_a_revoked_consent_says_so(cast: dict[str, object]) -> None:
    revoked = cast["maya"].delete(f"/api/grants/{cast['grant_id']}")
    assert revoked.status_code < 300, revoked.text
    assert receipt(cast["leo"], cast["grant_id"]).json()["dpv:hasConsentStatus"] == "dpv:ConsentWithdrawn"
    told = cast["auditor"].get(f"/api/audit/clips/{cast['clip_id']}").json()["audit"]
    assert (told["status"], told["steps"][-1]["detail"]) == ("withdrawn", "revoked")
