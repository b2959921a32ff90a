"""An export holds everything of its person that the server keeps, nothing of others, and is for nobody else."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from api.app import create_app
from api.building.root import build
from api.exporting.told import fact_of
from api.hosting.founding import found
from api.minting import now
from api.settings import RAY_OFF, Settings
from domain.codec import Codec, personal_fields, tag_fields
from domain.events import EVENT_TYPES, EnrolmentOpened, EnrolmentRefused, Event
from domain.ids import CameoId, EnrolmentId, PersonId
from domain.ledger import Ledger
from tests.api.conftest import Community, Member
from tests.api.families import code
from tests.api.likeness import append
from tests.api.lives import HANDLE, TEXTS, Life, live
from tests.cast import CLEO
from tests.golden.event_samples import GROWN, SAMPLES
from tests.sealers import FixedSealer
from tests.writers import InMemoryLog, SynchronousWriter

# Spoken in a clip's own file, which is named by its address; and kept under a name that no recording has.
IN_FILES = {"spoken by a cassowary", "a voice on the recording"}
SEALED = [event for event in (*SAMPLES, *GROWN) if personal_fields(type(event))]


@pytest.fixture(scope="module")
def community(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Community]:
    """A community in which people may make as much as a whole life needs."""
    folder: Path = tmp_path_factory.mktemp("exporting")
    rules: dict[str, Any] = {"allowance_per_day": 20, "session_gap_s": 0, "wellness_clips_seen_min": 1}
    settings = Settings(data=folder, ray_address=RAY_OFF, **rules)
    found(settings)
    with TestClient(create_app(build(settings))) as client:
        yield Community(client, client.app.state.wiring)


@pytest.fixture(scope="module")
def life(community: Community) -> Life:
    """Somebody with a trace in every place."""
    return live(community)


def exported(member: Member) -> tuple[dict[str, Any], str]:
    """A member's export, and the same as text."""
    answer = member.get("/api/account/export")
    assert answer.status_code == 200, answer.text
    return answer.json(), answer.text


@pytest.mark.parametrize("event", SEALED, ids=lambda event: event.name)
def test_what_is_sealed_is_open_in_its_owners_export_and_in_no_other(event: Event) -> None:
    recorder, codec = InMemoryLog(), Codec(FixedSealer())
    recorder.append(SynchronousWriter.rows(codec, [event]))
    ledger = Ledger(recorder, SynchronousWriter(recorder), codec, now)
    for field, subject in personal_fields(type(event)):
        owner_id = getattr(event, subject)
        for reader_id, expected in ((owner_id, getattr(event, field)), (CLEO, None)):
            (recorded,) = ledger.told(owner_id, (reader_id,), 0, 10)
            fact = fact_of(recorded, reader_id)
            assert fact is not None
            assert fact.says.get(field) == expected


def test_every_owner_of_something_sealed_is_a_tag_of_the_event_that_holds_it() -> None:
    for event_type in EVENT_TYPES:
        for _, subject in personal_fields(event_type):
            assert subject in tag_fields(event_type), event_type.name


def test_every_trace_of_a_life_is_in_its_export(life: Life) -> None:
    document, text = exported(life.maya)
    assert {each for each in TEXTS if each not in text} == IN_FILES
    shown = {each["clip_id"] for name in ("clips", "drafts") for each in document[name]}
    assert {clip_id for clip_id in life.own_clips if clip_id not in shown} == {life.own_clips[2]}
    types = {fact["type"] for fact in document["log"]}
    assert {"generation.refused.v1", "refusal.appealed.v1", "wellness.answered.v2"} <= types
    assert {fact["says"]["clip_id"] for fact in document["likeness_log"]} == {life.with_her}
    assert {each["status"] for each in document["invites"]} == {"spent", "standing"}
    assert {each["name"]: each["kept"] for each in document["beside_log"]}["seen_clip_ids"] == [life.theirs]


def test_nothing_of_hers_is_in_anybody_elses(life: Life) -> None:
    for other in (life.guest, life.theo):
        document, text = exported(other)
        asks = json.dumps(document["feed_asks"] + document["beside_log"])  # of Theo, who asked for her clips
        assert [each for each in TEXTS if each in text and each not in asks] == []
    assert HANDLE not in exported(life.guest)[1]


def test_a_block_a_report_and_a_reviewers_name_are_not_in_it(community: Community) -> None:
    maya, theo, rae = (community.join(name) for name in ("maya", "theo", "rae"))
    clip_id = community.clip(maya)
    maya.put(f"/api/people/{theo.id}/follow")
    theo.post(f"/api/clips/{clip_id}/reports", {"reason": "spam"})
    theo.put(f"/api/people/{maya.id}/block")
    ids = EnrolmentId("enrolment-mayas"), PersonId(maya.id)
    append(community, EnrolmentRefused(*ids, ("too_dark",), PersonId(rae.id)))
    document, text = exported(maya)
    types = [fact["type"] for fact in document["log"]]
    assert "person.followed.v1" in types
    assert not {"person.blocked.v1", "person.unfollowed.v1", "clip.reported.v1"} & set(types)
    assert rae.id not in text
    assert "person.blocked.v1" in [fact["type"] for fact in exported(theo)[0]["log"]]
    assert "too_dark" not in exported(rae)[1]


def test_a_sealed_recording_and_a_likeness_are_in_it(community: Community) -> None:
    maya = community.join("maya")
    cameo_id = CameoId(community.enrol(maya))
    # Open still: the recording of a try that is decided is dropped at any moment.
    enrolment_id, soon = EnrolmentId("enrolment-open"), now() + timedelta(minutes=5)
    append(
        community,
        EnrolmentOpened(enrolment_id, PersonId(maya.id), "482915", ("left", "up"), soon, "notice-1"),
    )
    community.wiring.vault.put(maya.id, f"recording/{enrolment_id}", b"hello")
    community.wiring.vault.put(cameo_id, "likeness", b"a face")
    files = [(each["file"], each["base64"]) for each in exported(maya)[0]["sealed_files"]]
    assert files == [
        (f"{maya.id}/recording/{enrolment_id}", "aGVsbG8="),
        (f"{cameo_id}/likeness", "YSBmYWNl"),
    ]


def test_long_lists_are_read_page_by_page(community: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.exporting.sections.PAGE", 2)
    maya = community.join("maya")
    others = [community.join("theo") for _ in range(3)]
    for other in others:
        other.put(f"/api/people/{maya.id}/follow")
    drafts = [community.draft(maya) for _ in range(3)]
    maya.catch_up(community.wiring.ledger.head())
    document, _ = exported(maya)
    assert [each["clip_id"] for each in document["drafts"]] == drafts[::-1]
    assert len(document["notices"]) == 3
    positions = [fact["position"] for fact in document["log"]]
    assert positions == sorted(set(positions))
    entries = maya.get("/api/trail").json()
    assert set(positions) == {each["position"] for each in entries}


def test_who_left_or_was_signed_out_gets_none_and_nobody_asks_without_end(community: Community) -> None:
    maya, theo = community.join("maya"), community.join("theo")
    assert maya.call("DELETE", "/api/account", {"handle": maya.handle}).status_code == 200
    assert code(maya.get("/api/account/export")) == (401, "unauthenticated")
    assert maya.handle not in exported(theo)[1]
    for _ in range(5):
        exported(theo)
    spent = theo.get("/api/account/export")
    assert code(spent) == (429, "tries_spent")
    assert int(spent.headers["retry-after"]) > 0
