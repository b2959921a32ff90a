"""Signed notes: a text, an empty line, and a line a signature (c2sp.org/signed-note)."""

import base64
import binascii
from collections.abc import Iterable
from typing import NamedTuple

from domain.proof.signing import KEY_ID_BYTES, NOTE_SIGNATURE, PrivateKey, PublicKey

NOTE_BYTES_MAX = 64 * 1024
SIGNATURES_MAX = 64
_DASH = "— "


class BadNote(ValueError):
    """The text is no signed note, or one of its signatures is not what it says."""


class SignatureLine(NamedTuple):
    """One signature: the name of a key, the key's id, and what it signed with."""

    name: str
    key_id: bytes
    signature: bytes

    def text(self) -> str:
        """The line, with its end."""
        return f"{_DASH}{self.name} {base64.b64encode(self.key_id + self.signature).decode()}\n"

    def is_by(self, key: PublicKey) -> bool:
        """Whether it says that it is this key's."""
        return (self.name, self.key_id) == (key.name, key.key_id)


class Note(NamedTuple):
    """A text, ending in a newline, and who signed it."""

    text: str
    signatures: tuple[SignatureLine, ...]

    def whole(self) -> str:
        """The note as it is handed around."""
        return self.text + "\n" + "".join(line.text() for line in self.signatures)


def sign_note(text: str, key: PrivateKey) -> Note:
    """A note with one signature."""
    line = SignatureLine(key.name, key.public().key_id, key.sign(text.encode()))
    return Note(text, (line,))


def parse_note(whole: str) -> Note:
    """The note in a text; nothing is said yet of whether a signature holds. Raises BadNote."""
    if len(whole.encode(errors="replace")) > NOTE_BYTES_MAX:
        raise BadNote(f"a note has at most {NOTE_BYTES_MAX} bytes")
    if any(char < " " and char != "\n" for char in whole):
        raise BadNote("a note has no control characters but newlines")
    text, gap, signatures = whole.rpartition("\n\n")
    if not gap or not text or not signatures.endswith("\n"):
        raise BadNote("a note is a text, an empty line and signature lines")
    lines = signatures[:-1].split("\n")
    if len(lines) > SIGNATURES_MAX:
        raise BadNote(f"a note has at most {SIGNATURES_MAX} signatures here")
    return Note(text + "\n", tuple(map(parse_signature_line, lines)))


def parse_signature_line(line: str) -> SignatureLine:
    """The signature in a line without its end. Raises BadNote."""
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    try:
        raw = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise BadNote("a signature is not base64") from None
    found = SignatureLine(name, raw[:KEY_ID_BYTES], raw[KEY_ID_BYTES:])
    if not name or not found.signature or found.text() != line + "\n":
        raise BadNote("a signature line is a dash, a key's name and a signature")
    return found


def check_signed(note: Note, key: PublicKey) -> None:
    """Returns where a log's key signed the note. Raises BadNote, also where any line that names it does not hold."""
    if key.kind != NOTE_SIGNATURE:
        raise BadNote(f"{key.name} is a witness's key, not a log's")
    lines = lines_by(note.signatures, key)
    if not all(key.has_signed(note.text.encode(), line.signature) for line in lines):
        raise BadNote(f"the signature of {key.name} does not hold")


def lines_by(lines: Iterable[SignatureLine], key: PublicKey) -> list[SignatureLine]:
    """The lines that say they are a key's, at least one. Raises BadNote."""
    found = [line for line in lines if line.is_by(key)]
    if not found:
        raise BadNote(f"not signed by {key.name}")
    return found
