"""Ed25519 keys that have a name, as signed notes know them (c2sp.org/signed-note)."""

import base64
import binascii
import hashlib
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

NOTE_SIGNATURE, COSIGNATURE = 0x01, 0x04
"""The kinds of signature that a key is for: a log's own, and a witness's."""

KEY_BYTES, KEY_ID_BYTES, SIGNATURE_BYTES = 32, 4, 64


class BadKey(ValueError):
    """The text is no key of the form `name+id+base64`."""


class PublicKey(NamedTuple):
    """A named key to check signatures with."""

    name: str
    kind: int
    raw: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before its signatures."""
        named = self.name.encode() + b"\n" + bytes([self.kind]) + self.raw
        return hashlib.sha256(named).digest()[:KEY_ID_BYTES]

    def text(self) -> str:
        """The key as it is handed around: `name+id+base64(kind and key)`."""
        material = base64.b64encode(bytes([self.kind]) + self.raw).decode()
        return f"{self.name}+{self.key_id.hex()}+{material}"

    def has_signed(self, message: bytes, signature: bytes) -> bool:
        """Whether the signature is this key's under the message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


class PrivateKey(NamedTuple):
    """A named key to sign with, made of 32 secret bytes."""

    name: str
    kind: int
    secret: bytes

    def public(self) -> PublicKey:
        """Its other half."""
        raw = Ed25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw()
        return PublicKey(self.name, self.kind, raw)

    def sign(self, message: bytes) -> bytes:
        """The signature (64 bytes) under a message; the same each time."""
        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(message)


def check_name(name: str) -> str:
    """The name of a key, if it can be one. Raises BadKey."""
    if not name or "+" in name or not name.isprintable() or any(char.isspace() for char in name):
        raise BadKey(f"a key's name has no spaces and no plus sign: {name!r}")
    return name


def read_public_key(text: str) -> PublicKey:
    """The key in a text, spaces around it aside. Raises BadKey."""
    name, _, rest = text.strip().partition("+")
    key_id, _, material = rest.partition("+")
    try:
        raw = base64.b64decode(material, validate=True)
    except (binascii.Error, ValueError):
        raise BadKey(f"not a key: {text.strip()[:80]!r}") from None
    if len(raw) != 1 + KEY_BYTES or raw[0] not in (NOTE_SIGNATURE, COSIGNATURE):
        raise BadKey("only Ed25519 keys of logs and witnesses are known here")
    key = PublicKey(check_name(name), raw[0], raw[1:])
    if key.text() != text.strip():
        raise BadKey(f"the key's id is not that of its name and bytes: {key_id}")
    return key
