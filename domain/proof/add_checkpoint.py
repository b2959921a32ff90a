"""How a log asks a witness to cosign a head, and how a witness judges that (c2sp.org/tlog-witness)."""

import base64
from typing import NamedTuple

from domain.proof.checkpoint import Checkpoint, open_checkpoint, parse_checkpoint, parse_hash, parse_number
from domain.proof.merkle import EMPTY_ROOT, LEVELS_MAX, is_consistent
from domain.proof.note import BadNote, Note, parse_note
from domain.proof.signing import PublicKey

REQUEST_BYTES_MAX = 128 * 1024
BAD_REQUEST, FORBIDDEN, NOT_FOUND, CONFLICT, UNPROCESSABLE = 400, 403, 404, 409, 422


class Submission(NamedTuple):
    """A head to be cosigned, and what leads to it from the size that the witness is thought to know."""

    old_size: int
    hashes: tuple[bytes, ...]
    checkpoint: str

    def text(self) -> str:
        """The body of the request."""
        lines = [f"old {self.old_size}", *(base64.b64encode(each).decode() for each in self.hashes)]
        return "\n".join(lines) + "\n\n" + self.checkpoint


class Known(NamedTuple):
    """The largest tree that a witness cosigned for a log."""

    size: int = 0
    root: bytes = EMPTY_ROOT


class Declined(Exception):
    """The witness does not cosign: the protocol's status, and whether a signed head tells of another history."""

    def __init__(self, status: int, is_evidence: bool = False) -> None:
        super().__init__(status)
        self.status, self.is_evidence = status, is_evidence


def parse_submission(body: str) -> Submission:
    """The request in a body. Raises Declined."""
    head, gap, checkpoint = body.partition("\n\n")
    first, *hashes = head.split("\n")
    if not gap or not first.startswith("old ") or len(hashes) > LEVELS_MAX:
        raise Declined(BAD_REQUEST)
    try:
        old_size = parse_number(first.removeprefix("old "))
        return Submission(old_size, tuple(map(parse_hash, hashes)), checkpoint)
    except BadNote:
        raise Declined(BAD_REQUEST) from None


def judge(submission: Submission, known: Known, key: PublicKey) -> tuple[Checkpoint, Note]:
    """The head to be cosigned, of one history with the known one. Raises Declined, in the protocol's order."""
    checkpoint, note = _signed(submission.checkpoint, key)
    if submission.old_size > checkpoint.size:
        raise Declined(BAD_REQUEST)
    if submission.old_size != known.size:
        raise Declined(CONFLICT)
    if known.size == checkpoint.size and known.root != checkpoint.root:
        raise Declined(CONFLICT, is_evidence=True)
    if not is_consistent(known.size, known.root, checkpoint.size, checkpoint.root, submission.hashes):
        raise Declined(UNPROCESSABLE, is_evidence=True)
    return checkpoint, note


def _signed(whole: str, key: PublicKey) -> tuple[Checkpoint, Note]:
    try:
        origin = parse_checkpoint(parse_note(whole).text).origin
    except BadNote:
        raise Declined(BAD_REQUEST) from None
    if origin != key.name:
        raise Declined(NOT_FOUND)
    try:
        return open_checkpoint(whole, key)
    except BadNote:
        raise Declined(FORBIDDEN) from None
