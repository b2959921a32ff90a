"""Backups hold what a restore needs, and whoever is erased is erased in each of them."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from api.building.root import build
from api.ending.backups import Backups
from api.hosting.founding import found
from api.open_log import open_log
from api.settings import RAY_OFF, Settings
from domain.events import InviteIssued
from domain.keys import KeyRing
from render_cluster.artifacts import FolderStore
from tests.cast import ANA, BEN


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A community's data folder, with keys of two people and a file."""
    found(Settings(data=tmp_path / "data", ray_address=RAY_OFF, countries="CA"))
    for person in (ANA, BEN):
        KeyRing(tmp_path / "data" / "keys").create(person)
    FolderStore(tmp_path / "data" / "media").put(b"a clip", "video/mp4")
    return tmp_path / "data"


def test_a_restored_backup_is_the_community_as_it_was(data: Path, tmp_path: Path) -> None:
    copy, keys = tmp_path / "copy", tmp_path / "safe"
    made = Backups(data).make(copy, keys)
    assert not (copy / "keys").exists()
    shutil.copytree(keys, copy / "keys")
    with open_log(Settings(data=copy)) as log, open_log(Settings(data=data)) as source:
        assert log.ledger.head() == source.ledger.head() == made.position
        assert log.ledger.scan((InviteIssued,)) == source.ledger.scan((InviteIssued,))
        assert log.keys.digest("ana") == source.keys.digest("ana")
    wiring = build(Settings(data=copy, ray_address=RAY_OFF))
    wiring.pages.prepare()
    wiring.pages.rebuild()
    wiring.close()


def test_a_backup_is_made_while_the_log_is_written(data: Path, tmp_path: Path) -> None:
    with open_log(Settings(data=data)) as log:
        before = log.ledger.head()
        Backups(data).make(tmp_path / "copy", tmp_path / "copy" / "keys")
        found(Settings(data=data))
        assert log.ledger.head() >= before
    with closing(sqlite3.connect(tmp_path / "copy" / "log.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_keys_and_files_go_from_every_copy(data: Path, tmp_path: Path) -> None:
    backups, store = Backups(data), FolderStore(data / "media")
    digest = store.put(b"a clip", "video/mp4").digest
    places = [data / "backups" / "one", tmp_path / "two"]
    for place in places:
        backups.make(place, place / "keys")
    backups.destroy(ANA)
    backups.delete(digest)
    for place in places:
        assert not KeyRing(place / "keys").exists(ANA)
        assert KeyRing(place / "keys").exists(BEN)
        assert not FolderStore(place / "media").exists(digest)


def test_a_copy_out_of_reach_is_owed_what_it_missed(data: Path, tmp_path: Path) -> None:
    backups, copy, away = Backups(data), tmp_path / "disk", tmp_path / "unplugged"
    backups.make(copy, copy / "keys")
    copy.rename(away)
    backups.destroy(ANA)
    assert backups.pay() == (str(copy),)
    away.rename(copy)
    assert KeyRing(copy / "keys").exists(ANA)
    assert Backups(data).pay() == ()
    assert not KeyRing(copy / "keys").exists(ANA)


def test_a_backup_in_a_backups_place_brings_it_up_to_date_and_copies_no_backup(data: Path) -> None:
    backups, place = Backups(data), data / "backups" / "daily"
    first = backups.make(place, place / "keys")
    FolderStore(data / "media").put(b"another clip", "video/mp4")
    second = backups.make(place, place / "keys")
    assert second.files_count == first.files_count + 1
    assert not (place / "backups").exists()


def test_a_key_that_is_destroyed_while_it_is_copied_is_not_in_the_copy(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups, copy, copied = Backups(data), tmp_path / "copy", shutil.copyfile
    name = f"{hashlib.sha256(ANA.encode()).hexdigest()}.key"

    def copy_and_erase(source: Path, target: Path) -> None:
        copied(source, target)
        if source.name == name:  # the copy is there, and does not bear its name yet
            KeyRing(data / "keys").destroy(ANA)
            backups.destroy(ANA)

    monkeypatch.setattr(shutil, "copyfile", copy_and_erase)
    backups.make(copy, copy / "keys")
    assert not list(copy.rglob(f"{name}*"))
    assert KeyRing(copy / "keys").exists(BEN)


def test_a_half_copied_key_does_not_outlive_its_owner(data: Path, tmp_path: Path) -> None:
    backups, keys = Backups(data), tmp_path / "copy" / "keys"
    backups.make(tmp_path / "copy", keys)
    half = next(keys.rglob("*.key")).with_suffix(".key.part")
    half.write_bytes(b"left by a crash")
    backups.destroy(ANA)
    assert not half.exists()
