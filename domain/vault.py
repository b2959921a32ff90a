"""Sealed files of people beside the log: a recording until its verdict, a likeness as long as its cameo stands.

A file is a row of pieces, each sealed under the subject's key and bound to its place and to the end of the
file, so that pieces cannot be left out, swapped or taken from elsewhere. Nothing is ever written in the clear.
"""

import os
import secrets
import shutil
import struct
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Self

from domain.keys import KeyRing

PIECE_BYTES = 1 << 20
DRAFT = "draft-"
_LENGTH = struct.Struct(">I")
_SEALED_BYTES_MAX = PIECE_BYTES + 64


class Absent(Exception):
    """The vault holds no such file."""


class Vault:
    """Files by subject and name; a subject's folder tells outsiders neither who it is nor what lies in it."""

    def __init__(self, folder: Path, keys: KeyRing) -> None:
        self._folder = folder
        self._keys = keys
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def draft(self, subject: str, name: str) -> "Draft":
        """A file that is still arriving: nobody finds it before it is kept."""
        path = self._path(subject, name)
        path.parent.mkdir(exist_ok=True, mode=0o700)
        return Draft(path, self._keys, subject, name)

    def put(self, subject: str, name: str, content: bytes) -> None:
        """Keeps a file, durable before return, in the place of an earlier one. Raises KeyDestroyed."""
        with self.draft(subject, name) as draft:
            draft.add(content)
            draft.keep()

    def pieces(self, subject: str, name: str) -> Iterator[bytes]:
        """A file piece by piece, each at most PIECE_BYTES.

        Raises Absent, KeyDestroyed, and ValueError where it was tampered with.
        """
        try:
            file = self._path(subject, name).open("rb")
        except FileNotFoundError:
            raise Absent from None
        with file:
            index, is_last = 0, False
            while not is_last:
                sealed = _sealed_piece(file.read(_LENGTH.size), file.read)
                is_last = not file.peek(1)
                yield self._keys.open_bytes(subject, sealed, _place(name, index, is_last))
                index += 1

    def get(self, subject: str, name: str) -> bytes:
        """A whole file. Raises as `pieces`."""
        return b"".join(self.pieces(subject, name))

    def has(self, subject: str, name: str) -> bool:
        """Whether such a file lies here."""
        return self._path(subject, name).exists()

    def drop(self, subject: str, name: str) -> bool:
        """Removes a file; False where there is none."""
        path = self._path(subject, name)
        try:
            path.unlink()
        except FileNotFoundError:
            return False
        _sync_folder(path.parent)
        return True

    def destroy(self, subject: str) -> None:
        """Removes everything of a subject, as a key ring does their key."""
        folder = self._path(subject, "").parent
        if folder.exists():
            shutil.rmtree(folder)
            _sync_folder(self._folder)

    def drop_drafts(self) -> None:
        """Removes what was arriving when an earlier server ended."""
        for path in self._folder.glob(f"*/{DRAFT}*"):
            path.unlink(missing_ok=True)

    def _path(self, subject: str, name: str) -> Path:
        return self._folder / sha256(subject.encode()).hexdigest() / sha256(name.encode()).hexdigest()


class Draft:
    """A file of the vault while it arrives; leaving the `with` discards what was not kept."""

    def __init__(self, path: Path, keys: KeyRing, subject: str, name: str) -> None:
        self._path, self._keys, self._subject, self._name = path, keys, subject, name
        self._draft = path.with_name(f"{DRAFT}{secrets.token_hex(8)}")
        self._file = os.fdopen(os.open(self._draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._waiting = bytearray()
        self._index = 0
        self.size_bytes = 0

    def add(self, content: bytes) -> None:
        """Seals what came next. Raises KeyDestroyed."""
        self.size_bytes += len(content)
        self._waiting += content
        while len(self._waiting) > PIECE_BYTES:  # the last piece waits, for it is marked as the last
            self._write(self._waiting[:PIECE_BYTES], is_last=False)
            del self._waiting[:PIECE_BYTES]

    def keep(self, *, replace: bool = True) -> bool:
        """Makes it the file of its name, durable before return; False where one stands and may not be replaced."""
        self._write(self._waiting, is_last=True)
        self._file.flush()
        os.fsync(self._file.fileno())
        if replace:
            self._draft.replace(self._path)
        else:
            try:
                os.link(self._draft, self._path)
            except FileExistsError:
                return False
        _sync_folder(self._path.parent)
        _sync_folder(self._path.parent.parent)  # the subject's folder may be as new as the file
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._draft.unlink(missing_ok=True)

    def _write(self, piece: bytes | bytearray, *, is_last: bool) -> None:
        place = _place(self._name, self._index, is_last)
        sealed = self._keys.seal_bytes(self._subject, bytes(piece), place)
        self._file.write(_LENGTH.pack(len(sealed)) + sealed)
        self._index += 1


def _sealed_piece(head: bytes, read: Callable[[int], bytes]) -> bytes:
    if len(head) < _LENGTH.size:
        raise ValueError("a sealed file is cut short")
    (length,) = _LENGTH.unpack(head)
    if length > _SEALED_BYTES_MAX:
        raise ValueError("a sealed file is damaged")
    return read(length)


def _place(name: str, index: int, is_last: bool) -> str:
    """Where a piece belongs: a text that its seal is bound to."""
    return f"vault/{name}/{index}/{'last' if is_last else 'more'}"


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
