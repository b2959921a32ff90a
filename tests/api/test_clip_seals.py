"""A finished clip carries who is in it and the proof; its frames, its sound and its digest before that stay."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import av
import msgspec
import numpy as np
import pytest
from eventsourcing.dcb.api import DCBEvent

from api.commands.verify_clip import _essence_sha256, _seal_checks
from api.ending.forgetting import digests
from api.proving.clip_seals import ClipSeals
from domain.codec import Codec
from domain.events import Casting, ClipFile, Meta
from domain.ids import CameoId, GrantId, PersonId
from domain.keys import KeyRing
from domain.proof.clip_file import BadClip, boxes, is_sealed, unsealed
from domain.proof.manifest import ManifestUnreadable, read_manifest
from domain.proof.proof_file import canonical
from domain.proof.verifier import INVALID, UNREADABLE, VALID, main
from render_cluster.backlog import OpenJob
from render_cluster.clip_seal import ClipSealer, SealFailed
from render_cluster.job import JobFailed, Rendered
from render_cluster.muxer import ClipFormat, mux
from render_cluster.seal_identity import seal_identity
from tests import cast
from tests.domain.proof.notaries import KEY, NOON, Community

MAYA = Casting(CameoId("cameo-maya"), PersonId("person-maya"), ("appear", "voice"), (GrantId("grant-1"),))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clip as the muxer leaves it."""
    clip, chance = ClipFormat(96, 64, 24, 24), np.random.default_rng(7)
    frames = chance.integers(0, 255, (24, 64, 96, 3), dtype=np.uint8)
    sound = (chance.random((2, clip.samples_count)) * 0.1).astype(np.float32)
    return mux(tmp_path_factory.mktemp("plain") / "clip.mp4", clip, frames, sound)


@pytest.fixture
def community(tmp_path: Path) -> Iterator[Community]:
    community = Community(tmp_path)
    community.add(5)
    yield community
    community.close()


@pytest.fixture
def rendered(plain: Path, tmp_path: Path) -> Rendered:
    """A worker's files in a spool folder."""
    video, receipt = tmp_path / "spool" / "clip.mp4", tmp_path / "spool" / "receipt.json"
    video.parent.mkdir()
    shutil.copy(plain, video)
    receipt.write_text("{}")
    return Rendered(str(video), "", str(receipt), cast.FACTS)


def accepted_job(community: Community, keys: KeyRing) -> OpenJob:
    """A request with somebody in it, as the log has it."""
    keys.create(cast.ANA)
    requested = msgspec.structs.replace(cast.requested(), cameo_ids=(MAYA.cameo_id,), cast=(MAYA,))
    row = Codec(keys).encode(requested, Meta(cast.ANA, "test", "test", NOON))
    position = community.recorder.append([DCBEvent(row.type, row.data, row.tags)])
    return OpenJob(requested, "test", 1, position)


@pytest.fixture
def sealed(community: Community, rendered: Rendered, tmp_path: Path) -> tuple[Path, Path]:
    """A clip with its receipt inside and beside it."""
    keys = KeyRing(tmp_path / "keys")
    seals = ClipSeals(community.notary, keys)
    return Path(rendered.video_path), seals.seal(accepted_job(community, keys), rendered)


def verdict(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([*map(str, arguments), "--key", KEY.public().text()])
    return ended.value.code


def packets(path: Path) -> list[tuple]:
    with av.open(str(path)) as container:
        return [
            (packet.stream_index, packet.pts, packet.dts, packet.duration, bytes(packet))
            for packet in container.demux()
            if packet.size
        ]


def test_a_sealed_clip_is_taken_by_whoever_has_the_key(sealed: tuple[Path, Path], plain: Path) -> None:
    video, beside = sealed
    assert verdict(video) == VALID
    assert verdict(beside, "--clip", video) == VALID
    assert verdict(beside, "--clip", plain) == VALID
    assert json.loads(beside.read_bytes()) == read_manifest(video).proof


def test_the_receipt_says_who_is_in_it_under_which_grant_accepted_where(sealed: tuple[Path, Path]) -> None:
    claim = read_manifest(sealed[0]).proof["claim"]
    assert claim["cast"] == [
        {
            "cameo_id": "cameo-maya",
            "owner_id": "person-maya",
            "uses": ["appear", "voice"],
            "grant_ids": ["grant-1"],
            "position": 6,
        }
    ]
    assert (claim["kind"], claim["about"], claim["job_id"]) == ("clip", cast.CLIP, cast.JOB)
    assert "basketball" not in sealed[1].read_text()  # the prompt stays sealed


def test_sealing_leaves_picture_sound_and_their_times(sealed: tuple[Path, Path], plain: Path) -> None:
    video, _ = sealed
    assert packets(video) == packets(plain)
    assert unsealed(video.read_bytes()) == plain.read_bytes()
    assert video.stat().st_size - plain.stat().st_size < 8_000


def test_one_flipped_byte_of_a_sealed_clip_is_refused(sealed: tuple[Path, Path], tmp_path: Path) -> None:
    """But for the packaging of a manifest, padding and labels of boxes: there, what is read must be the same."""
    content, changed, told = sealed[0].read_bytes(), tmp_path / "changed.mp4", read_manifest(sealed[0])
    manifest = next(box for box in boxes(content, 0, len(content)) if box.kind == b"uuid")
    chance = np.random.default_rng(7)
    outside = chance.integers(manifest.end, len(content), 40)
    for place in (*outside, *chance.integers(manifest.start, manifest.end, 40), 4, len(content) - 1):
        touched = bytearray(content)
        touched[place] ^= 1
        changed.write_bytes(touched)
        if verdict(changed) == VALID:
            assert manifest.start <= place < manifest.end, f"byte {place}"
            assert read_manifest(changed) == told


def test_the_fact_of_its_completion_names_every_byte_of_a_clip(
    sealed: tuple[Path, Path], community: Community, tmp_path: Path
) -> None:
    video, _ = sealed
    content = video.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    data = json.dumps({"event": {"clip_id": cast.CLIP, "video": {"digest": digest}}}).encode()
    position = community.recorder.append([DCBEvent("generation.completed.v1", data, [cast.CLIP])])
    file = tmp_path / "audit.json"
    document = community.notary.prove([position], {"kind": "audit", "about": cast.CLIP}).document()
    file.write_bytes(canonical(document))
    assert verdict(file, "--clip", video) == VALID
    changed = tmp_path / "changed.mp4"
    for place in range(0, len(content), 997):
        touched = bytearray(content)
        touched[place] ^= 1
        changed.write_bytes(touched)
        assert verdict(file, "--clip", changed) == INVALID


def test_another_clip_is_refused(sealed: tuple[Path, Path], plain: Path, tmp_path: Path) -> None:
    """Not even one that was sealed anew, with the true proof of the first clip, by whoever has the seal's key."""
    other = tmp_path / "other.mp4"
    clip = ClipFormat(96, 64, 24, 24)
    mux(other, clip, np.zeros((24, 64, 96, 3), np.uint8), np.zeros((2, clip.samples_count), np.float32))
    assert verdict(sealed[1], "--clip", other) == INVALID
    assert verdict(sealed[1], "--clip", __file__) == INVALID
    assert verdict(other) == UNREADABLE
    ClipSealer(seal_identity("Eve", b"r" * 32, b"s" * 32), "1").seal(
        other, json.loads(sealed[1].read_bytes())
    )
    assert read_manifest(other).fits
    assert verdict(other) == INVALID
    stripped = tmp_path / "stripped.mp4"
    shutil.copy(plain, stripped)
    ClipSealer(seal_identity("Eve", b"r" * 32, b"s" * 32), "1").seal(stripped, {"schema": "something else"})
    assert verdict(stripped) == INVALID


def test_verify_clip_compares_the_essence_and_refuses_a_broken_seal(
    sealed: tuple[Path, Path], plain: Path
) -> None:
    video, _ = sealed
    digest = hashlib.sha256(plain.read_bytes()).hexdigest()
    assert _essence_sha256(video) == _essence_sha256(plain) == digest
    assert [check.holds for check in _seal_checks(video)] == [True]
    assert list(_seal_checks(plain)) == []
    content = bytearray(video.read_bytes())
    manifest = next(box for box in boxes(content, 0, len(content)) if box.kind == b"uuid")
    content[manifest.end - 40] ^= 1
    video.write_bytes(content)
    assert _essence_sha256(video) == digest
    assert [check.holds for check in _seal_checks(video)] == [False]


def test_a_clip_that_cannot_be_proved_does_not_leave_the_house(
    community: Community, rendered: Rendered, tmp_path: Path, plain: Path
) -> None:
    keys = KeyRing(tmp_path / "keys")
    job = accepted_job(community, keys)
    seals = ClipSeals(community.notary, keys)
    community.notary.sign_head()
    community.rewrite(3)
    with pytest.raises(JobFailed, match="seal_failed"):
        seals.seal(msgspec.structs.replace(job, position=3), rendered)
    with pytest.raises(JobFailed, match="seal_failed"):
        seals.seal(job, rendered)
    assert Path(rendered.video_path).read_bytes() == plain.read_bytes()


def test_what_is_no_clip_is_not_sealed(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"no clip")
    with pytest.raises(SealFailed):
        ClipSealer(seal_identity("Ana", b"r" * 32, b"s" * 32), "1").seal(path, {})
    assert [each.name for each in tmp_path.iterdir()] == ["clip.mp4"]
    assert path.read_bytes() == b"no clip"
    with pytest.raises(BadClip):
        unsealed(b"no clip that anybody knows")
    with pytest.raises(ManifestUnreadable):
        read_manifest(path)


def test_a_consent_receipt_is_forgotten_with_its_clip() -> None:
    completed = msgspec.structs.replace(cast.completed(), consent=cast.CONSENT)
    files = [value for value in msgspec.structs.astuple(completed) if isinstance(value, ClipFile)]
    assert len(files) == 5
    assert digests(completed) == {file.digest for file in files}


def test_the_same_secrets_give_the_same_identity() -> None:
    first, second = (seal_identity("Ana", b"r" * 32, b"s" * 32) for _ in range(2))
    assert first == second
    assert seal_identity("Ana", b"r" * 32, b"t" * 32) != first


def test_a_clip_without_a_manifest_stays_as_it_is(plain: Path) -> None:
    content = plain.read_bytes()
    assert not is_sealed(content)
    assert unsealed(content) == content
