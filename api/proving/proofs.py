"""Opens what proves the log: its tree, its signed heads and its key, beside a running server or without one."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from api.minting import now
from api.open_log import open_standing_log
from api.settings import Settings, SettingsInvalid
from domain.keys import KeyRing
from domain.notary import Notary
from domain.proof.proof_file import canonical
from domain.proof.signing import NOTE_SIGNATURE, BadKey, PrivateKey, check_name
from domain.store_heads import HeadStore
from domain.store_sqlite import SQLiteRecorder
from domain.store_tree import TreeStore

KEY_PURPOSE = "proof"


class Proofs:
    """The notary of a log, with the files that it keeps."""

    def __init__(self, settings: Settings, recorder: SQLiteRecorder, keys: KeyRing) -> None:
        folder = settings.data / "proof"
        folder.mkdir(exist_ok=True, mode=0o700)
        key = log_key(settings.proof_origin, keys)
        self._tree = TreeStore(folder / "tree.db")
        self._heads = HeadStore(folder / "heads.db", key.name)
        self.notary = Notary(recorder, self._tree, self._heads, key, now)

    def close(self) -> None:
        """Closes the files."""
        self._tree.close()
        self._heads.close()


def log_key(origin: str, keys: KeyRing) -> PrivateKey:
    """The log's own key, made on first use; without an origin it is named after itself. Raises SettingsInvalid."""
    secret = keys.secret(KEY_PURPOSE)
    if not origin:
        public = PrivateKey("", NOTE_SIGNATURE, secret).public().raw
        origin = f"castmates/log-{hashlib.sha256(public).hexdigest()[:12]}"
    try:
        return PrivateKey(check_name(origin), NOTE_SIGNATURE, secret)
    except BadKey as error:
        raise SettingsInvalid(f"CASTMATES_PROOF_ORIGIN: {error}") from error


def proof_file_bytes(notary: Notary, positions: Sequence[int], claim: Mapping[str, Any]) -> bytes:
    """The proof file for the entries at some positions, ready to be written or sent.

    `claim` is plain JSON without fractions: `kind` and, where there is one, the tag it is `about`; `as_of` is the
    position up to which it speaks. Raises Unproved, HistoryRewritten, BadProofFile.
    """
    return canonical(notary.prove(positions, claim).document()) + b"\n"


@contextmanager
def open_notary(settings: Settings) -> Iterator[Notary]:
    """The notary of a standing community, for commands. Raises DataIncomplete, LogUnavailable."""
    with open_standing_log(settings) as log:
        proofs = Proofs(settings, log.recorder, log.keys)
        try:
            yield proofs.notary
        finally:
            proofs.close()
