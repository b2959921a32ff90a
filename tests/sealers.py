"""Sealers for tests: one that leaves texts open, one whose ciphertext is the same each time."""

import base64
import hashlib

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12


class OpenSealer:
    """Leaves personal fields as they are, where a test is not about sealing."""

    def seal(self, subject: str, plaintext: str, context: str) -> str:  # noqa: ARG002
        """The text itself."""
        return plaintext

    def open(self, subject: str, sealed: str, context: str) -> str | None:  # noqa: ARG002
        """The text itself."""
        return sealed


class FixedSealer:
    """Seals as the key ring does, but under key and nonce made from what it is given."""

    def seal(self, subject: str, plaintext: str, context: str) -> str:
        """The sealed text, always the same for the same input."""
        nonce = hashlib.sha256(f"{context}\0{plaintext}".encode()).digest()[:NONCE_BYTES]
        sealed = _cipher(subject).encrypt(nonce, plaintext.encode(), context.encode())
        return base64.b64encode(nonce + sealed).decode()

    def open(self, subject: str, sealed: str, context: str) -> str | None:
        """The plaintext."""
        raw = base64.b64decode(sealed, validate=True)
        return _cipher(subject).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], context.encode()).decode()


def _cipher(subject: str) -> AESGCM:
    return AESGCM(hashlib.sha256(subject.encode()).digest())
