"""One entry's proof as a text of its own (c2sp.org/tlog-proof): index, hashes and the signed head."""

import base64
import binascii
from typing import NamedTuple

from domain.proof.checkpoint import parse_hash, parse_number
from domain.proof.merkle import LEVELS_MAX
from domain.proof.note import BadNote

FIRST_LINE = "c2sp.org/tlog-proof@v1"


class TlogProof(NamedTuple):
    """An inclusion proof; `checkpoint` is the signed note, verbatim. Nobody vouches for `extra`."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: str
    extra: bytes | None = None

    def text(self) -> str:
        """The proof as it is handed around."""
        lines = [FIRST_LINE]
        if self.extra is not None:
            lines.append(f"extra {base64.b64encode(self.extra).decode()}")
        lines.append(f"index {self.index}")
        lines += [base64.b64encode(each).decode() for each in self.hashes]
        return "\n".join(lines) + "\n\n" + self.checkpoint


def parse_tlog_proof(text: str) -> TlogProof:
    """The proof in a text; nothing is said yet of whether it holds. Raises BadNote."""
    head, gap, checkpoint = text.partition("\n\n")
    lines = head.split("\n")
    if not gap or lines.pop(0) != FIRST_LINE:
        raise BadNote(f"a proof begins with {FIRST_LINE}")
    extra = _extra(lines.pop(0)) if lines and lines[0].startswith("extra ") else None
    if not lines or not lines[0].startswith("index "):
        raise BadNote("a proof names the index of its entry")
    if len(lines) - 1 > LEVELS_MAX:
        raise BadNote(f"a proof has at most {LEVELS_MAX} hashes")
    index = parse_number(lines[0].removeprefix("index "))
    return TlogProof(index, tuple(map(parse_hash, lines[1:])), checkpoint, extra)


def _extra(line: str) -> bytes:
    encoded = line.removeprefix("extra ")
    try:
        raw = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise BadNote("the extra data is not base64") from None
    if base64.b64encode(raw).decode() != encoded:
        raise BadNote("the extra data is not base64 in its one form")
    return raw
