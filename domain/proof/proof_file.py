"""The proof file `castmates.proof.v1`: log entries, a proof for each, and the log's signed word on what they are."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from domain.proof.leaf import Row
from domain.proof.note import BadNote, Note, parse_note, sign_note
from domain.proof.signing import PrivateKey

SCHEMA = "castmates.proof.v1"
STATEMENT_FORM = "castmates.statement.v1"
FILE_BYTES_MAX = 64 << 20
ENTRIES_MAX = 10_000
NUMBER_MAX = (1 << 53) - 1
"""The largest whole number that every JSON reader takes for what it is."""

_FIELDS = {"schema", "claim", "checkpoint", "entries", "statement"}
_ENTRY_FIELDS = {"position", "name", "tags", "data", "proof"}

Json = dict[str, Any]


class BadProofFile(ValueError):
    """The bytes are no proof file in its one form; the text says why."""


class Entry(NamedTuple):
    """A row of the log, sealed fields sealed, and the text of its proof."""

    row: Row
    proof: str


class ProofFile(NamedTuple):
    """What a proof file says; nothing is said yet of whether it holds."""

    claim: Json
    checkpoint: str
    entries: tuple[Entry, ...]
    statement: str

    def document(self) -> Json:
        """The file as a JSON object."""
        return {**self.unsigned(), "statement": self.statement}

    def unsigned(self) -> Json:
        """The part of it that the statement speaks of."""
        return {
            "schema": SCHEMA,
            "claim": self.claim,
            "checkpoint": self.checkpoint,
            "entries": [_entry_document(entry) for entry in self.entries],
        }

    def statement_text(self, origin: str) -> str:
        """What the log signs: its name, and the digest of all the rest."""
        digest = hashlib.sha256(canonical(self.unsigned())).digest()
        return f"{STATEMENT_FORM}\n{origin}\n{base64.b64encode(digest).decode()}\n"


def make_proof_file(
    claim: Mapping[str, Any], checkpoint: str, entries: Sequence[Entry], key: PrivateKey
) -> ProofFile:
    """A file under the log's own statement. Raises BadProofFile where it would be too large or not JSON."""
    if len(entries) > ENTRIES_MAX:
        raise BadProofFile(f"a proof file holds at most {ENTRIES_MAX} entries")
    unsigned = ProofFile(dict(claim), checkpoint, tuple(entries), "")
    _check_plain(unsigned.claim)
    note = sign_note(unsigned.statement_text(key.name), key)
    return unsigned._replace(statement=note.whole())


def canonical(document: Json) -> bytes:
    """JSON in its one form (RFC 8785): keys in order, no spaces, and, for there are none, no fractions to write."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def parse_proof_file(content: bytes) -> ProofFile:
    """The proof file in these bytes, a newline at the end aside. Raises BadProofFile."""
    if len(content) > FILE_BYTES_MAX:
        raise BadProofFile(f"a proof file has at most {FILE_BYTES_MAX} bytes")
    try:
        document = json.loads(content)
        file = read_document(document)
        if canonical(document) != content.removesuffix(b"\n"):
            raise BadProofFile("the JSON is not in its one form (RFC 8785)")
    except (UnicodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadProofFile(f"no JSON: {type(error).__name__}") from None
    return file


def read_document(document: object) -> ProofFile:
    """The proof file in a JSON object. Raises BadProofFile."""
    _check_plain(document)
    fields = _fields(document, _FIELDS)
    if fields["schema"] != SCHEMA:
        raise BadProofFile(f"not {SCHEMA}")
    claim, entries = fields["claim"], fields["entries"]
    if not isinstance(claim, dict) or not isinstance(entries, list) or len(entries) > ENTRIES_MAX:
        raise BadProofFile(f"a claim is an object, entries are a list of at most {ENTRIES_MAX}")
    return ProofFile(
        claim, _text(fields["checkpoint"]), tuple(map(_read_entry, entries)), _text(fields["statement"])
    )


def statement_note(file: ProofFile, origin: str) -> Note:
    """The statement, where it speaks of this file and log; its signature is still to be checked. Raises BadNote."""
    note = parse_note(file.statement)
    if note.text != file.statement_text(origin):
        raise BadNote("the statement speaks of another file")
    return note


def _entry_document(entry: Entry) -> Json:
    row = entry.row
    return {
        "position": row.position,
        "name": row.name,
        "tags": list(row.tags),
        "data": row.data.decode(),
        "proof": entry.proof,
    }


def _read_entry(document: object) -> Entry:
    fields = _fields(document, _ENTRY_FIELDS)
    position, tags = fields["position"], fields["tags"]
    if type(position) is not int or position < 1 or not isinstance(tags, list):
        raise BadProofFile("an entry has a position from 1 on, and tags")
    row = Row(position, _text(fields["name"]), tuple(map(_text, tags)), _text(fields["data"]).encode())
    return Entry(row, _text(fields["proof"]))


def _fields(document: object, names: set[str]) -> Json:
    if not isinstance(document, dict) or document.keys() != names:
        raise BadProofFile(f"expected the fields {', '.join(sorted(names))}, and no others")
    return document


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadProofFile("expected a text")
    return value


def _check_plain(value: object) -> None:
    """Raises BadProofFile for what has more than one form in JSON: fractions, and numbers too large for some."""
    if isinstance(value, dict):
        for key, each in value.items():
            _check_plain(key)
            _check_plain(each)
    elif isinstance(value, list | tuple):
        for each in value:
            _check_plain(each)
    elif isinstance(value, float) or (isinstance(value, int) and abs(value) > NUMBER_MAX):
        raise BadProofFile("numbers are whole and small enough for every reader")
    elif isinstance(value, str):
        value.encode()  # a lone surrogate cannot be written
