"""Leaving for good: no byte of a person is found afterwards, in the data or in its backups; all else stands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from litestar.testing import TestClient

from api.app import create_app
from api.building.root import build
from api.cli import main
from api.enrolling.enroller import LIKENESS, cameo_id_of
from api.hosting.founding import found
from api.settings import RAY_OFF, Settings
from domain.decider import Clause
from domain.events import (
    CameoErased,
    PersonErased,
    PersonJoined,
)
from tests.api.conftest import Community, Member
from tests.api.lives import HANDLE, TEXTS, Life, live
from tests.api.remains import found_in, packed


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A community of its own, which can be stopped and searched."""
    return Settings(
        data=tmp_path / "data",
        ray_address=RAY_OFF,
        allowance_per_day=20,
        session_gap_s=0,
        wellness_clips_seen_min=1,
    )


@pytest.fixture
def community(settings: Settings) -> Iterator[Community]:
    """The community while it runs."""
    found(settings)
    with TestClient(create_app(build(settings))) as client:
        yield Community(client, client.app.state.wiring)


def back_up(settings: Settings, folder: Path, *keys: str) -> None:
    """The operator's command."""
    done = CliRunner().invoke(
        main, ["backup", str(folder), *keys], env={"CASTMATES_DATA": str(settings.data)}
    )
    assert done.exit_code == 0, done.output


def test_nothing_of_whoever_left_is_found_in_any_file_or_backup(settings: Settings, tmp_path: Path) -> None:
    inside, outside, keys = settings.data / "backups" / "monday", tmp_path / "backup", tmp_path / "safe"
    found(settings)
    with TestClient(create_app(build(settings))) as client:
        community = Community(client, client.app.state.wiring)
        life = live(community)
        before = {text for text, _ in found_in([settings.data], TEXTS)}
        back_up(settings, inside)
        back_up(settings, outside, "--keys", str(keys))
        farewell = leave(life.maya, HANDLE)
        assert farewell.status_code == 200, farewell.text
        receipt = farewell.json()
        # Her own three clips and the files only they name; the receipts are alike, and others' stand.
        assert (receipt["clips_count"], receipt["jobs_count"], receipt["files_count"]) == (3, 0, 7)
        check_what_stands(community, life)
    # In the clear before: a search that found nothing then would prove nothing now.
    assert before >= {HANDLE, *TEXTS[2:7], TEXTS[8], TEXTS[9]}
    assert found_in([tmp_path], TEXTS) == set()


def leave(member: Member, handle: str) -> Any:
    """Asks to be erased."""
    return member.call("DELETE", "/api/account", {"handle": handle})


def check_what_stands(community: Community, life: Life) -> None:
    """Others' clips and people stand; hers, and those with her likeness, are gone."""
    theo, wiring = life.theo, community.wiring
    theo.catch_up(wiring.ledger.head())
    assert life.maya.get("/api/me").status_code == 401
    assert theo.get(f"/media/{life.theirs}/video").status_code == 200
    for clip_id in (*life.own_clips, life.with_her):
        assert theo.get(f"/media/{clip_id}/video").status_code == 404
        assert clip_id not in wiring.index
    assert life.guest.get("/api/me").status_code == 200
    (joined,) = wiring.ledger.read((Clause((PersonJoined,), (life.maya.id,)),))
    assert (joined.event.handle, joined.event.birth_date) == (None, None)
    assert wiring.ledger.read((Clause((CameoErased,), (life.maya.id,)),))
    comments = theo.get(f"/api/clips/{life.theirs}/comments").json()
    assert [(each["handle"], each["text"]) for each in comments] == [(None, None)]


def test_only_ones_own_handle_confirms(community: Community) -> None:
    maya = community.join("maya")
    assert leave(maya, "theo").json()["code"] == "confirmation_wrong"
    assert maya.get("/api/me").status_code == 200
    assert leave(maya, f" {maya.handle.upper()} ").status_code == 200


def test_a_likeness_that_the_log_never_heard_of_goes_with_its_person(community: Community) -> None:
    wiring, maya = community.wiring, community.join("maya")
    challenge = maya.post("/api/cameos/enrolments").json()
    cameo_id = cameo_id_of(challenge["enrolment_id"])
    wiring.keys.create(cameo_id)
    wiring.vault.put(cameo_id, LIKENESS, b"left by a server that died before its append")
    assert leave(maya, maya.handle).status_code == 200
    assert not wiring.keys.exists(cameo_id)
    assert not wiring.vault.has(cameo_id, LIKENESS)


def test_files_that_another_clip_names_stay(community: Community) -> None:
    maya, theo = community.join("maya"), community.join("theo")
    for member in (maya, theo):
        community.clip(member)  # their receipts are the same bytes
    theirs = community.clip(theo)
    leave(maya, maya.handle)
    theo.catch_up(community.wiring.ledger.head())
    assert theo.get(f"/media/{theirs}/receipt").status_code == 200


def test_the_operator_erases_beside_a_running_server(community: Community, settings: Settings) -> None:
    maya = community.join("maya")
    clip_id = community.clip(maya)
    environment = {"CASTMATES_DATA": str(settings.data), "CASTMATES_RAY_ADDRESS": "off"}
    done = CliRunner().invoke(main, ["erase-person", "--yes", f"@{maya.handle}"], env=environment)
    assert done.exit_code == 0, done.output
    assert "1 clips" in done.output
    (erased,) = community.wiring.ledger.scan((PersonErased,))
    assert (erased.event.person_id, erased.meta.actor) == (maya.id, "operator")
    assert maya.get(f"/media/{clip_id}/video").status_code == 401
    unknown = CliRunner().invoke(main, ["erase-person", "--yes", "nobody_at_all"], env=environment)
    assert unknown.exit_code == 1


def test_the_search_looks_into_wide_and_packed_text(tmp_path: Path) -> None:
    (tmp_path / "wide").write_bytes("xx narwhal xx".encode("utf-16"))
    (tmp_path / "packed").write_bytes(b"before" + packed("a Narwhal") + b"after")
    (tmp_path / "none").write_bytes(b"nothing of it")
    hits = {Path(path).name for _, path in found_in([tmp_path], ["narwhal"])}
    assert hits == {"wide", "packed"}
