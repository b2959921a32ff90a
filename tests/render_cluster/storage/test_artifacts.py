"""One set of promises, kept by a folder and by a real S3 bucket."""

import hashlib
import resource
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import urllib3
from minio import Minio

from render_cluster.artifacts import (
    CHUNK_BYTES,
    Artifact,
    ArtifactCorrupt,
    ArtifactMissing,
    ArtifactStore,
    BadDigest,
    BadRange,
    BucketStore,
    FolderStore,
    StoreFailed,
    StoreFull,
    verify,
)

CONTENT = bytes(range(256)) * 4000  # about a megabyte: several chunks
DIGEST = hashlib.sha256(CONTENT).hexdigest()
NOWHERE = hashlib.sha256(b"never stored").hexdigest()
BAD_DIGESTS = (
    "",
    "../../etc/passwd",
    "a" * 63,
    "a" * 65,
    "A" * 64,
    "g" * 64,
    f"../{'a' * 61}",
    f"{'a' * 64}\n",
    f"{'a' * 63}/",
)


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ArtifactStore:
    if request.param == "folder":
        return FolderStore(tmp_path / "artifacts")
    return BucketStore(request.getfixturevalue("s3"), "castmates")


def test_an_artifact_is_named_by_its_digest(store: ArtifactStore) -> None:
    assert store.put(CONTENT, "video/mp4") == Artifact(DIGEST, len(CONTENT), "video/mp4")
    assert b"".join(store.open(DIGEST)) == CONTENT


def test_a_file_is_stored_as_its_bytes_are_and_stays(store: ArtifactStore, tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(CONTENT)
    assert store.put(path, "video/mp4").digest == DIGEST
    assert path.read_bytes() == CONTENT
    verify(store, DIGEST)


def test_storing_twice_is_storing_once(store: ArtifactStore) -> None:
    assert store.put(CONTENT, "video/mp4") == store.put(CONTENT, "video/mp4")
    assert store.size_bytes(DIGEST) == len(CONTENT)


def test_an_empty_artifact_is_one_too(store: ArtifactStore) -> None:
    empty = store.put(b"", "text/plain")
    assert store.size_bytes(empty.digest) == 0
    assert b"".join(store.open(empty.digest)) == b""


@pytest.mark.parametrize(
    ("start", "length"),
    [
        (0, 1),
        (0, None),
        (1000, 16),
        (len(CONTENT) - 5, None),
        (len(CONTENT) - 5, 100),
        (CHUNK_BYTES - 1, 2),
        (7, 0),
    ],
)
def test_a_range_is_exactly_what_was_asked(store: ArtifactStore, start: int, length: int | None) -> None:
    store.put(CONTENT, "video/mp4")
    expected = CONTENT[start:] if length is None else CONTENT[start : start + length]
    assert b"".join(store.open(DIGEST, start, length)) == expected


def test_the_end_is_a_range_of_nothing(store: ArtifactStore) -> None:
    store.put(CONTENT, "video/mp4")
    assert b"".join(store.open(DIGEST, len(CONTENT))) == b""


@pytest.mark.parametrize(("start", "length"), [(-1, None), (len(CONTENT) + 1, None), (0, -1)])
def test_a_range_outside_is_refused(store: ArtifactStore, start: int, length: int | None) -> None:
    store.put(CONTENT, "video/mp4")
    with pytest.raises(BadRange):
        store.open(DIGEST, start, length)


def test_reading_can_stop_half_way(store: ArtifactStore) -> None:
    store.put(CONTENT, "video/mp4")
    reader = store.open(DIGEST)
    assert len(next(reader)) <= CHUNK_BYTES
    reader.close()
    assert b"".join(store.open(DIGEST)) == CONTENT


def test_what_is_missing_is_said_to_be(store: ArtifactStore) -> None:
    assert not store.exists(NOWHERE)
    with pytest.raises(ArtifactMissing):
        store.open(NOWHERE)
    with pytest.raises(ArtifactMissing):
        store.size_bytes(NOWHERE)


def test_deleted_is_missing_and_deleting_again_is_no_error(store: ArtifactStore) -> None:
    store.put(CONTENT, "video/mp4")
    assert store.exists(DIGEST)
    store.delete(DIGEST)
    assert not store.exists(DIGEST)
    store.delete(DIGEST)


@pytest.mark.parametrize("digest", BAD_DIGESTS)
def test_what_is_no_digest_reaches_nothing(store: ArtifactStore, digest: str) -> None:
    for call in (store.open, store.size_bytes, store.exists, store.delete):
        with pytest.raises(BadDigest):
            call(digest)


def test_a_full_disk_is_said_to_be_and_leaves_nothing_behind(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "artifacts")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (CHUNK_BYTES, hard))
    try:
        with pytest.raises(StoreFull):
            store.put(CONTENT, "video/mp4")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [path for path in (tmp_path / "artifacts").rglob("*") if path.is_file()] == []
    assert store.put(CONTENT, "video/mp4").digest == DIGEST


def test_changed_bytes_are_found_out(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.put(CONTENT, "video/mp4")
    (tmp_path / DIGEST[:2] / DIGEST).write_bytes(CONTENT[:-1] + b"!")
    with pytest.raises(ArtifactCorrupt, match=DIGEST):
        verify(store, DIGEST)


def test_a_bucket_out_of_reach_is_a_failure_and_not_a_missing_artifact() -> None:
    pool = urllib3.PoolManager(retries=False, timeout=1.0)
    client = Minio(
        endpoint="127.0.0.1:9", access_key="any", secret_key="anything", secure=False, http_client=pool
    )
    store = BucketStore(client, "absent")
    with pytest.raises(StoreFailed):
        store.put(CONTENT, "video/mp4")
    with pytest.raises(StoreFailed):
        store.exists(DIGEST)


def test_what_is_older_than_a_moment_is_listed(store: ArtifactStore) -> None:
    digest = store.put(b"listed by its age", "text/plain").digest
    now = datetime.now(UTC)
    assert digest in store.older_than(now + timedelta(minutes=1))
    assert digest not in store.older_than(now - timedelta(minutes=1))


def test_parts_that_a_crash_left_go_with_the_look_for_old_files(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "artifacts")
    part = tmp_path / "artifacts" / "incoming" / "half"
    part.write_bytes(CONTENT)
    list(store.older_than(datetime.now(UTC) - timedelta(minutes=1)))
    assert part.exists()
    list(store.older_than(datetime.now(UTC) + timedelta(minutes=1)))
    assert not part.exists()
