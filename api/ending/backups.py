"""Copies of a community's data, and the list of them, so that whoever is erased is erased in each copy."""

import contextlib
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from domain.keys import KeyRing
from domain.sqlite_connections import open_reader
from render_cluster.artifacts import FolderStore

LIST = "backups.json"
# Not worth keeping: built anew from the log, memories that may be lost, and what belongs to this machine.
LEFT_OUT = ("views", "beside", "cluster", "server.lock", "backups.lock", LIST)
# A tree of hashes may be behind its log and never ahead of it; keys and files may be ahead of what names them.
LAST = ("log.db", "keys", "vault", "media")
PASSING = ("-wal", "-shm", "-journal", ".part")
_SHRED_BYTES_MAX = 1 << 20


class Copy(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a backup and its keys lie, and what is still owed to it because it was out of reach."""

    folder: str
    keys: str
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

    def make(self, folder: Path, keys: Path) -> Made:
        """Copies what a restore needs, beside a running server or without one, or brings an older copy up to date.

        The copy is listed first: an erasure that comes in between then finds it.
        """
        for each in (folder, keys):
            each.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._enlist(Copy(str(folder.resolve()), str(keys.resolve())))
        self.pay()
        files = [pair for root in self._roots() for pair in self._copied(root, folder, keys)]
        for source, target in files:
            if not target.exists():  # an erasure in between took it for a crash's remains
                _copy(source, target)
        _drop_erased(files)
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

    def _roots(self) -> list[Path]:
        names = sorted(path.name for path in self._data.iterdir() if path.name not in (*LEFT_OUT, *LAST))
        return [self._data / name for name in (*names, *LAST)]

    def _copied(self, root: Path, folder: Path, keys: Path) -> list[tuple[Path, Path]]:
        """Copies a file or a folder, which is looked into only now; what was copied from where to where."""
        copies = [Path(place) for each in self._copies() for place in (each.folder, each.keys)]
        pairs = []
        for source in [root] if root.is_file() else sorted(root.rglob("*")):
            is_copy = any(source.resolve().is_relative_to(copy) for copy in copies)  # some may lie in here
            if is_copy or not _is_worth(source):
                continue
            place = source.relative_to(self._data)
            target = keys / place.relative_to("keys") if root.name == "keys" else folder / place
            _copy(source, target)
            pairs.append((source, target))
        return pairs

    def _enlist(self, copy: Copy) -> None:
        with self._alone():
            copies = self._copies()
            if all((each.folder, each.keys) != (copy.folder, copy.keys) for each in copies):
                self._write([*copies, copy])

    def _owe(self, subjects: tuple[str, ...] = (), files: tuple[str, ...] = ()) -> None:
        """Adds to what every backup is owed, and pays where it can be reached."""
        with self._alone():
            before = self._copies()
            owing = [
                msgspec.structs.replace(
                    each,
                    owed_subjects=(*each.owed_subjects, *subjects),
                    owed_files=(*each.owed_files, *files),
                )
                for each in before
            ]
            after = [_paid(each) for each in owing]
            if after != before:
                self._write(after)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Held while the list is changed: the server and a command may both do so."""
        with self._list.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

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


def _is_worth(source: Path) -> bool:
    """Whether a file belongs into a backup: no journal, nothing that is half written."""
    passes = source.name.endswith(PASSING) or source.parent.name == "incoming"
    return source.is_file() and not passes


def _paid(copy: Copy) -> Copy:
    """What is still owed to a backup after doing what can be done."""
    folder, keys_folder = Path(copy.folder), Path(copy.keys)
    subjects, files = copy.owed_subjects, copy.owed_files
    if subjects and keys_folder.is_dir():
        keys = KeyRing(keys_folder)
        for subject in subjects:
            keys.destroy(subject)
        for part in keys_folder.rglob("*.part"):  # half a copy, and nobody knows whose key it was to be
            part.unlink(missing_ok=True)
        subjects = ()
    if files and folder.is_dir():
        media = FolderStore(folder / "media")
        for digest in files:
            media.delete(digest)
        files = ()
    return Copy(copy.folder, copy.keys, subjects, files)


def _drop_erased(files: list[tuple[Path, Path]]) -> None:
    """Removes copies of what was destroyed while it was copied."""
    for source, target in files:
        if not source.exists() and target.exists():
            _shred(target)


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
