"""Makes what the pure domain must be given: ids, secrets and the time."""

import hashlib
import secrets
from datetime import UTC, datetime

import uuid_utils

from domain.ids import HandleDigest
from domain.keys import KeyRing

SECRET_BYTES = 32


def now() -> datetime:
    """The current time in UTC."""
    return datetime.now(UTC)


def mint(prefix: str) -> str:
    """A new id: the prefix and a UUIDv7, which sorts by time."""
    return f"{prefix}-{uuid_utils.uuid7()}"


def mint_seed() -> int:
    """A seed for everything that a clip leaves to chance; 31 bits, so that every client can hold it."""
    return secrets.randbits(31)


def mint_secret() -> str:
    """The secret half of a bearer token: 256 bits, URL-safe."""
    return secrets.token_urlsafe(SECRET_BYTES)


def secret_digest(secret: str) -> str:
    """What is kept of a secret. It has full entropy, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def handle_digest(keys: KeyRing, handle: str) -> HandleDigest:
    """The tag by which the log knows a handle."""
    return HandleDigest(f"handle-{keys.digest(handle)}")
