"""Signed tree heads (c2sp.org/tlog-checkpoint) and what witnesses sign of them (c2sp.org/tlog-cosignature)."""

import base64
import binascii
from typing import NamedTuple

from domain.proof.merkle import HASH_BYTES
from domain.proof.note import BadNote, Note, SignatureLine, check_signed, lines_by, parse_note, sign_note
from domain.proof.signing import COSIGNATURE, SIGNATURE_BYTES, PrivateKey, PublicKey, check_name

SIZE_MAX = (1 << 63) - 1
_TIMESTAMP_BYTES = 8


class Checkpoint(NamedTuple):
    """How a log stood: its name, how many entries it had, and the root of the tree over them."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def parse_checkpoint(text: str) -> Checkpoint:
    """The checkpoint in a note's text; one with lines of extension is not taken. Raises BadNote."""
    lines = text.split("\n")
    if len(lines) != 4:
        raise BadNote("a checkpoint has three lines: origin, size, root")
    origin, size, root, _ = lines
    checkpoint = Checkpoint(origin, parse_number(size), parse_hash(root))
    if not origin or checkpoint.text() != text:
        raise BadNote("a checkpoint names its origin")
    return checkpoint


def sign_checkpoint(size: int, root: bytes, key: PrivateKey) -> Note:
    """The log's word on how it stands; its origin is the key's name."""
    return sign_note(Checkpoint(check_name(key.name), size, root).text(), key)


def open_checkpoint(whole: str, key: PublicKey) -> tuple[Checkpoint, Note]:
    """The checkpoint in a note that the log's key signed. Raises BadNote."""
    note = parse_note(whole)
    check_signed(note, key)
    checkpoint = parse_checkpoint(note.text)
    if checkpoint.origin != key.name:
        raise BadNote(f"a checkpoint of {checkpoint.origin}, not of {key.name}")
    return checkpoint, note


def cosign(note: Note, key: PrivateKey, at_s: int) -> SignatureLine:
    """A witness's line: at this time (Unix seconds) it knew of no larger tree of this log."""
    signature = key.sign(_cosigned_message(note.text, at_s))
    stamped = at_s.to_bytes(_TIMESTAMP_BYTES, "big") + signature
    return SignatureLine(key.name, key.public().key_id, stamped)


def cosigned_at_s(note: Note, key: PublicKey) -> int:
    """When a witness last cosigned a checkpoint (Unix seconds). Raises BadNote where it did not, or a line fails."""
    if key.kind != COSIGNATURE:
        raise BadNote(f"{key.name} is a log's key, not a witness's")
    return max(_checked_time_s(note, line, key) for line in lines_by(note.signatures, key))


def _checked_time_s(note: Note, line: SignatureLine, key: PublicKey) -> int:
    stamp, signature = line.signature[:_TIMESTAMP_BYTES], line.signature[_TIMESTAMP_BYTES:]
    at_s = int.from_bytes(stamp, "big")
    is_whole = len(signature) == SIGNATURE_BYTES and at_s <= SIZE_MAX
    if not is_whole or not key.has_signed(_cosigned_message(note.text, at_s), signature):
        raise BadNote(f"the cosignature of {key.name} does not hold")
    return at_s


def _cosigned_message(text: str, at_s: int) -> bytes:
    return f"cosignature/v1\ntime {at_s}\n{text}".encode()


def parse_number(text: str) -> int:
    """A number in decimal digits, 0 to SIZE_MAX, without leading zeroes. Raises BadNote."""
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(SIZE_MAX))):
        raise BadNote(f"not a number: {text[:20]!r}")
    number = int(text)
    if str(number) != text or number > SIZE_MAX:
        raise BadNote(f"not a number in its shortest form: {text!r}")
    return number


def parse_hash(text: str) -> bytes:
    """A SHA-256 in base64. Raises BadNote."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadNote("a hash is not base64") from None
    if len(raw) != HASH_BYTES or base64.b64encode(raw).decode() != text:
        raise BadNote(f"a hash has {HASH_BYTES} bytes")
    return raw
