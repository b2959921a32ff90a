"""One key per subject, private, durable, and gone for good once destroyed."""

import hashlib
import multiprocessing
import os
import secrets
import stat
from pathlib import Path

import pytest

from domain.keys import KEY_BYTES, KeyDestroyed, KeyRing

SUBJECTS = [f"person-{number}" for number in range(30)]


def key_files(folder: Path) -> list[Path]:
    """Every file below the key folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def create_and_digest(folder: Path) -> list[str]:
    """Creates every subject's key and tells which keys then stand; runs in a process of its own."""
    ring = KeyRing(folder)
    digests = []
    for subject in SUBJECTS:
        ring.create(subject)
        digests.append(hashlib.sha256(ring._path(subject).read_bytes()).hexdigest())
    return digests


def test_keys_are_for_their_owners_eyes_only(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    ring = KeyRing(folder)
    ring.create("person-ana")
    (path,) = key_files(folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(path.read_bytes()) == KEY_BYTES
    assert "ana" not in str(path.relative_to(folder))


def test_a_key_that_stands_is_kept(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.create("person-ana")
    sealed = ring.seal("person-ana", "hello", "place")
    ring.create("person-ana")
    KeyRing(tmp_path).create("person-ana")
    assert KeyRing(tmp_path).open("person-ana", sealed, "place") == "hello"
    assert len(key_files(tmp_path)) == 1


def test_two_processes_that_make_the_same_keys_end_with_one_each(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        one, other = pool.map(create_and_digest, [tmp_path, tmp_path], chunksize=1)
    assert one == other
    assert len(set(one)) == len(SUBJECTS)
    assert len(key_files(tmp_path)) == len(SUBJECTS)


def test_a_key_that_another_made_in_the_meantime_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring, other, sealed = KeyRing(tmp_path), KeyRing(tmp_path), []
    token_bytes = secrets.token_bytes

    def overtaken(count: int) -> bytes:
        monkeypatch.setattr(secrets, "token_bytes", token_bytes)
        other.create("person-ana")
        sealed.append(other.seal("person-ana", "hello", "place"))
        return token_bytes(count)

    monkeypatch.setattr(secrets, "token_bytes", overtaken)
    ring.create("person-ana")
    assert ring.open("person-ana", sealed[0], "place") == "hello"
    assert len(key_files(tmp_path)) == 1


def test_each_subject_has_a_key_of_its_own(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.create("person-ana")
    ring.create("person-ben")
    sealed = ring.seal("person-ana", "hello", "place")
    with pytest.raises(ValueError, match="does not open"):
        ring.open("person-ben", sealed, "place")


def test_equal_texts_are_sealed_differently(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.create("person-ana")
    assert ring.seal("person-ana", "bad", "felt") != ring.seal("person-ana", "bad", "felt")


def test_destroying_overwrites_the_key(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.create("person-ana")
    (path,) = key_files(tmp_path)
    held = os.open(path, os.O_RDONLY)  # the file's blocks outlive its name
    try:
        ring.destroy("person-ana")
        assert os.read(held, 2 * KEY_BYTES) == bytes(KEY_BYTES)
    finally:
        os.close(held)
    assert key_files(tmp_path) == []


def test_a_destroyed_key_is_gone_for_every_process_that_had_read_it(tmp_path: Path) -> None:
    ring, other = KeyRing(tmp_path), KeyRing(tmp_path)
    ring.create("person-ana")
    sealed = other.seal("person-ana", "hello", "place")
    ring.destroy("person-ana")
    for each in (ring, other):
        assert not each.exists("person-ana")
        assert each.open("person-ana", sealed, "place") is None
        with pytest.raises(KeyDestroyed):
            each.seal("person-ana", "hello", "place")


def test_a_key_that_a_crash_left_overwritten_counts_as_destroyed(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.create("person-ana")
    sealed = ring.seal("person-ana", "hello", "place")
    (path,) = key_files(tmp_path)
    path.write_bytes(bytes(KEY_BYTES))
    after_the_crash = KeyRing(tmp_path)
    assert not after_the_crash.exists("person-ana")
    assert after_the_crash.open("person-ana", sealed, "place") is None
    with pytest.raises(KeyDestroyed):
        after_the_crash.seal("person-ana", "hello", "place")
    after_the_crash.destroy("person-ana")
    assert key_files(tmp_path) == []


def test_destroying_what_never_was_or_is_gone_changes_nothing(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.destroy("person-ana")
    ring.create("person-ana")
    ring.destroy("person-ana")
    ring.destroy("person-ana")
    assert not ring.exists("person-ana")


def test_nothing_is_sealed_for_a_subject_without_a_key(tmp_path: Path) -> None:
    with pytest.raises(KeyDestroyed):
        KeyRing(tmp_path).seal("person-ana", "hello", "place")
    assert KeyRing(tmp_path).open("person-ana", "AAAA", "place") is None


def test_digests_of_equal_texts_meet_within_a_community_only(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert KeyRing(here).digest("ana") == KeyRing(here).digest("ana")
    assert KeyRing(here).digest("ana") != KeyRing(here).digest("ben")
    assert KeyRing(here).digest("ana") != KeyRing(there).digest("ana")
    assert KeyRing(here).digest("ana") != hashlib.sha256(b"ana").hexdigest()
