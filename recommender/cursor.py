"""Seals where a viewer stands in a slate into a text that only we can make, and only they can use."""

import base64
import binascii
import hashlib
import hmac
from typing import NamedTuple

from domain.ids import PersonId
from recommender.refusals import CursorInvalid

CURSOR_CHARS_MAX = 200
SEAL_BYTES = 16


class Place(NamedTuple):
    """A slate and how many of its items are behind."""

    slate_id: str
    offset: int


class CursorSeal:
    """Makes and reads cursors with one secret, which must outlive a restart for cursors to do so."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def close(self, viewer_id: PersonId, place: Place) -> str:
        """The cursor of a place, in the URL-safe alphabet."""
        body = f"{place.offset}.{place.slate_id}".encode()
        return base64.urlsafe_b64encode(self._seal(viewer_id, body) + body).rstrip(b"=").decode()

    def open(self, viewer_id: PersonId, cursor: str) -> Place:
        """The place that a cursor stands for. Raises CursorInvalid for one not made for this viewer."""
        if len(cursor) > CURSOR_CHARS_MAX or not cursor.isascii():
            raise CursorInvalid
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except binascii.Error as error:
            raise CursorInvalid from error
        seal, body = raw[:SEAL_BYTES], raw[SEAL_BYTES:]
        if not hmac.compare_digest(seal, self._seal(viewer_id, body)):
            raise CursorInvalid
        offset, _, slate_id = body.decode().partition(".")
        return Place(slate_id, int(offset))

    def _seal(self, viewer_id: PersonId, body: bytes) -> bytes:
        message = b"cursor\0" + viewer_id.encode() + b"\0" + body
        return hmac.digest(self._secret, message, hashlib.sha256)[:SEAL_BYTES]
