"""Copies of a community's data, and the list of them, so that whoever is erased is erased in each copy."""

import contextlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from domain.keys import KeyRing
from domain.sqlite_connections import open_reader
from render_cluster.artifacts import FolderStore

LIST = "backups.json"
# Not worth keeping: built anew from the log, memories that may be lost, and what belongs to this machine.
LEFT_OUT = ("views", "beside", "cluster", "server.lock", LIST)
# A tree of hashes may be behind its log and never ahead of it; keys and files may be ahead of what names them.
LAST = ("log.db", "keys", "vault", "media")
PASSING = ("-wal", "-shm", "-journal", ".part")
_SHRED_BYTES_MAX = 1 << 20


class Copy(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a backup lies, and what is still owed to it because it was out of reach."""

    folder: str
    owed_subjects: tuple[str, ...] = ()
    owed_files: tuple[str, ...] = ()


class Made(msgspec.Struct, frozen=True):
    """What a backup holds."""

    position: int
    files_count: int
    size_bytes: int


class Backups:
    """Makes backups of a data folder; what is destroyed here is destroyed in those it made."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._list = data / LIST
        self._lock = threading.Lock()

    def make(self, folder: Path) -> Made:
        """Copies what a restore needs, beside a running server or without one; an older copy is brought up to date.

        The folder is listed first: an erasure that comes in between then finds it.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._enlist(folder.resolve())
        self.pay()
        files = [(path, folder / path.relative_to(self._data)) for path in self._sources()]
        for source, target in files:
            _copy(source, target)
        self._drop_erased(folder)
        with contextlib.closing(open_reader(folder / "log.db")) as log:
            (position,) = log.execute("SELECT coalesce(max(position), 0) FROM events").fetchone()
        kept = [target for _, target in files if target.exists()]
        return Made(position, len(kept), sum(path.stat().st_size for path in kept))

    def destroy(self, subject: str) -> None:
        """Destroys a subject's key in each backup; one that is out of reach is owed it until `pay`."""
        self._owe(subjects=(subject,))

    def delete(self, digest: str) -> None:
        """Removes an artifact from each backup, or owes it that."""
        self._owe(files=(digest,))

    def older_than(self, at: datetime) -> Iterator[str]:
        """The digests of what backups of the media hold from before a time."""
        for copy in self._copies():
            media = Path(copy.folder) / "media"
            if media.is_dir():
                yield from FolderStore(media).older_than(at)

    def pay(self) -> tuple[str, ...]:
        """Does in each backup what it is owed; the folders that are still out of reach and owed something."""
        self._owe()
        return tuple(each.folder for each in self._copies() if each.owed_subjects or each.owed_files)

    def _sources(self) -> list[Path]:
        copies = [Path(each.folder) for each in self._copies()]  # some may lie inside the data folder
        names = sorted(path.name for path in self._data.iterdir() if path.name not in (*LEFT_OUT, *LAST))
        roots = (self._data / name for name in (*names, *LAST))
        found = (path for root in roots for path in ([root] if root.is_file() else sorted(root.rglob("*"))))
        return [
            path
            for path in found
            if path.is_file()
            and not path.name.endswith(PASSING)
            and path.parent.name != "incoming"
            and not any(path.resolve().is_relative_to(copy) for copy in copies)
        ]

    def _drop_erased(self, folder: Path) -> None:
        """Removes copies of keys and files that were destroyed here while they were copied, or before."""
        for part in ("keys", "vault", "media"):
            for target in (folder / part).rglob("*"):
                if target.is_file() and not (self._data / target.relative_to(folder)).exists():
                    _shred(target)

    def _enlist(self, folder: Path) -> None:
        with self._lock:
            copies = self._copies()
            if all(each.folder != str(folder) for each in copies):
                self._write([*copies, Copy(str(folder))])

    def _owe(self, subjects: tuple[str, ...] = (), files: tuple[str, ...] = ()) -> None:
        """Adds to what every backup is owed, and pays where it can be reached."""
        with self._lock:
            before = self._copies()
            owing = [
                Copy(each.folder, (*each.owed_subjects, *subjects), (*each.owed_files, *files))
                for each in before
            ]
            after = [_paid(each) for each in owing]
            if after != before:
                self._write(after)

    def _copies(self) -> list[Copy]:
        try:
            return msgspec.json.decode(self._list.read_bytes(), type=list[Copy])
        except FileNotFoundError:
            return []

    def _write(self, copies: list[Copy]) -> None:
        draft = self._list.with_suffix(".part")
        with draft.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(copies), indent=2))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._list)


def _paid(copy: Copy) -> Copy:
    """What is still owed to a backup after doing what can be done."""
    folder = Path(copy.folder)
    if not folder.is_dir():
        return copy
    if copy.owed_subjects and (folder / "keys").is_dir():
        keys = KeyRing(folder / "keys")
        for subject in copy.owed_subjects:
            keys.destroy(subject)
    if copy.owed_files and (folder / "media").is_dir():
        media = FolderStore(folder / "media")
        for digest in copy.owed_files:
            media.delete(digest)
    return Copy(copy.folder)


def _copy(source: Path, target: Path) -> None:
    """Copies a file whole or not at all; a database as it stands at one moment, a file of the same name once."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = target.with_name(f"{target.name}.part")
    try:
        if source.suffix == ".db":
            _copy_database(source, part)
        elif target.exists() and target.stat().st_size == source.stat().st_size:
            return  # keys never change, and media are named by their content
        else:
            shutil.copyfile(source, part)
        part.chmod(0o600)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except FileNotFoundError:  # destroyed in this very moment
        part.unlink(missing_ok=True)


def _copy_database(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with (
        contextlib.closing(open_reader(source)) as reader,
        contextlib.closing(sqlite3.connect(target)) as writer,
    ):
        reader.backup(writer)
        writer.execute("PRAGMA journal_mode = DELETE")


def _shred(path: Path) -> None:
    """Overwrites and removes a file."""
    with path.open("r+b") as file:
        file.write(bytes(min(path.stat().st_size, _SHRED_BYTES_MAX)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
