"""One key per subject, outside the log: destroying it is what erasing a person means.

Each key is a file of 32 random bytes, so that it can be overwritten and unlinked for good, which no
database page, journal or write-ahead file would promise.
"""

import base64
import hashlib
import hmac
import os
import secrets
import threading
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
PEPPER = "pepper"


class KeyDestroyed(Exception):
    """The subject's key is gone: nothing more can be sealed or opened for them."""


class KeyRing:
    """Seals and opens personal fields with AES-256-GCM under the key of their subject."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = threading.Lock()
        self._ciphers: dict[str, AESGCM] = {}

    def create(self, subject: str) -> None:
        """Makes the subject's key, durable before return; keeps the one that stands."""
        path = self._path(subject)
        if path.exists():
            return
        path.parent.mkdir(exist_ok=True, mode=0o700)
        draft = path.with_suffix(f".{secrets.token_hex(4)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(descriptor, secrets.token_bytes(KEY_BYTES))
            os.fsync(descriptor)
            os.link(draft, path)  # unlike rename, never replaces a key that another process just made
        except FileExistsError:
            pass
        finally:
            os.close(descriptor)
            draft.unlink()
        _sync_folder(path.parent)
        _sync_folder(self._folder)  # the parent may be as new as the key

    def destroy(self, subject: str) -> None:
        """Overwrites and removes the subject's key; what it sealed is unreadable from then on."""
        path = self._path(subject)
        with self._lock:
            self._ciphers.pop(subject, None)
            try:
                with path.open("r+b") as file:
                    file.write(bytes(KEY_BYTES))
                    file.flush()
                    os.fsync(file.fileno())
            except FileNotFoundError:
                return
            path.unlink(missing_ok=True)
            _sync_folder(path.parent)

    def exists(self, subject: str) -> bool:
        """Whether the subject's key still stands."""
        try:
            self._cipher(subject)
        except KeyDestroyed:
            return False
        return True

    def seal(self, subject: str, plaintext: str, context: str) -> str:
        """Encrypts for the subject; `context` binds the text to its place. Raises KeyDestroyed."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = self._cipher(subject).encrypt(nonce, plaintext.encode(), context.encode())
        return base64.b64encode(nonce + sealed).decode()

    def open(self, subject: str, sealed: str, context: str) -> str | None:
        """The plaintext, or None once the key is gone. Raises ValueError where the text was tampered with."""
        try:
            cipher = self._cipher(subject)
        except KeyDestroyed:
            return None
        raw = base64.b64decode(sealed, validate=True)
        try:
            return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], context.encode()).decode()
        except InvalidTag as error:
            raise ValueError(f"sealed text of {context} does not open") from error

    def seal_bytes(self, subject: str, plaintext: bytes, context: str) -> bytes:
        """Encrypts a piece of a file for the subject, as `seal` does a text. Raises KeyDestroyed."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher(subject).encrypt(nonce, plaintext, context.encode())

    def open_bytes(self, subject: str, sealed: bytes, context: str) -> bytes:
        """The plaintext of a piece. Raises KeyDestroyed, ValueError where it was tampered with."""
        try:
            return self._cipher(subject).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context.encode())
        except InvalidTag as error:
            raise ValueError(f"sealed piece of {context} does not open") from error

    def digest(self, text: str) -> str:
        """A keyed digest: equal texts meet, yet nobody without this folder can guess them."""
        return hmac.new(self.secret(PEPPER), text.encode(), hashlib.sha256).hexdigest()

    def secret(self, purpose: str) -> bytes:
        """The server's own 32 secret bytes for a purpose, the same each time; made on first use."""
        self.create(purpose)
        return self._path(purpose).read_bytes()

    def _cipher(self, subject: str) -> AESGCM:
        # The file is asked each time: another process may have destroyed the key.
        path = self._path(subject)
        if not path.exists():
            with self._lock:
                self._ciphers.pop(subject, None)
            raise KeyDestroyed(subject)
        with self._lock:
            if subject not in self._ciphers:
                self._ciphers[subject] = AESGCM(_read_key(path, subject))
            return self._ciphers[subject]

    def _path(self, subject: str) -> Path:
        name = hashlib.sha256(subject.encode()).hexdigest()
        return self._folder / name[:2] / f"{name}.key"


def _read_key(path: Path, subject: str) -> bytes:
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        raise KeyDestroyed(subject) from None
    if not any(key):  # a crash came between overwriting the key and removing it
        raise KeyDestroyed(subject)
    return key


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
