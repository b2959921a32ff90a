"""The log's end of the talk with a witness: submits heads, and takes only cosignatures that hold."""

import httpx

from domain.notary import Notary
from domain.proof.add_checkpoint import CONFLICT, UNPROCESSABLE, Submission
from domain.proof.checkpoint import cosigned_at_s
from domain.proof.note import BadNote, parse_note, parse_signature_line
from domain.proof.signing import COSIGNATURE, BadKey, PublicKey, read_public_key
from domain.store_heads import Head

PATIENCE_S = 5.0
ANSWER_CHARS_MAX = 16_384
WITNESSES_MAX = 16


class WitnessesInvalid(ValueError):
    """The setting names no list of witnesses; the text says why."""


class WitnessRefuses(Exception):
    """A witness knows of another history of this log, or says that it does."""


class WitnessAbsent(Exception):
    """A witness cannot be reached, or does not answer as the protocol has it."""


class WitnessLink:
    """One witness; remembers which size it cosigned last."""

    def __init__(self, url: str, key: PublicKey) -> None:
        self.key = key
        self._url = url.rstrip("/") + "/add-checkpoint"
        self._known_size = 0

    def cosign(self, notary: Notary, head: Head) -> None:
        """Has a head cosigned, and the line kept. Raises WitnessRefuses, WitnessAbsent, Unproved."""
        answer = self._submit(notary, head)
        if answer.status_code == CONFLICT:
            # It knows another size than we thought, which is so at the first talk after a start.
            self._known_size = _size_in(answer)
            if self._known_size > head.size:
                raise WitnessRefuses(f"{self.key.name} knows {self._known_size} entries of this log")
            answer = self._submit(notary, head)
        if answer.status_code in (CONFLICT, UNPROCESSABLE):
            raise WitnessRefuses(f"{self.key.name} knows another history of this log")
        if answer.status_code != 200:
            raise WitnessAbsent(f"{self.key.name} answers {answer.status_code}")
        notary.add_cosignature(head.size, self.key.name, self._own_line(head, answer.text))
        self._known_size = head.size

    def _submit(self, notary: Notary, head: Head) -> httpx.Response:
        hashes = notary.consistency(self._known_size, head.size).hashes
        body = Submission(self._known_size, tuple(hashes), head.note).text()
        try:
            return httpx.post(self._url, content=body.encode(), timeout=PATIENCE_S)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise WitnessAbsent(f"{self.key.name} cannot be reached: {type(error).__name__}") from error

    def _own_line(self, head: Head, answer: str) -> str:
        """The line in an answer that is this witness's, once it was checked."""
        note = parse_note(head.note)
        try:
            lines = [parse_signature_line(line) for line in answer[:ANSWER_CHARS_MAX].splitlines()]
            own = next(line for line in lines if line.is_by(self.key))
            cosigned_at_s(note._replace(signatures=(own,)), self.key)
        except (BadNote, StopIteration):
            raise WitnessAbsent(f"{self.key.name} gave no cosignature that holds") from None
        return own.text()


def read_witnesses(setting: str) -> list[WitnessLink]:
    """The witnesses in `url key; url key; ...`. Raises WitnessesInvalid."""
    parts = [part.split() for part in setting.split(";") if part.strip()]
    if len(parts) > WITNESSES_MAX:
        raise WitnessesInvalid(f"at most {WITNESSES_MAX} witnesses are asked")
    links = []
    for part in parts:
        if len(part) != 2 or not part[0].startswith(("http://", "https://")):
            raise WitnessesInvalid("each witness is an address and its key, with a space between")
        try:
            key = read_public_key(part[1])
        except BadKey as error:
            raise WitnessesInvalid(str(error)) from error
        if key.kind != COSIGNATURE:
            raise WitnessesInvalid(f"{key.name} is a log's key, not a witness's")
        links.append(WitnessLink(part[0], key))
    return links


def _size_in(answer: httpx.Response) -> int:
    text = answer.text.strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 20):
        raise WitnessAbsent("a witness answered without its size")
    return int(text)
