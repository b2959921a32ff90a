"""What a witness remembers: the largest tree it cosigned, and signed heads that told of another history."""

from pathlib import Path

from domain.proof.add_checkpoint import Declined, Known, Submission, judge
from domain.proof.checkpoint import Checkpoint, cosign
from domain.proof.note import Note
from domain.proof.signing import PrivateKey, PublicKey
from domain.sqlite_connections import open_writer, transaction

_SCHEMA = """
CREATE TABLE IF NOT EXISTS logs (
    origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS evidence (
    origin TEXT NOT NULL, known_note TEXT NOT NULL, submission TEXT NOT NULL, at_s INTEGER NOT NULL,
    PRIMARY KEY (origin, submission)
) STRICT, WITHOUT ROWID;
"""
EVIDENCE_MAX = 1_000


class WitnessStore:
    """Judges, remembers and cosigns in one transaction, so that no two answers can contradict each other."""

    def __init__(self, path: Path, key: PrivateKey, log_key: PublicKey) -> None:
        self._key, self._log_key = key, log_key
        self._connection = open_writer(path, "FULL")
        self._connection.executescript(_SCHEMA)

    def known(self) -> Known:
        """The largest tree that was cosigned."""
        row = self._connection.execute(
            "SELECT size, root FROM logs WHERE origin = ?", (self._log_key.name,)
        ).fetchone()
        return Known(*row) if row else Known()

    def note(self) -> str | None:
        """The cosigned head itself."""
        row = self._connection.execute(
            "SELECT note FROM logs WHERE origin = ?", (self._log_key.name,)
        ).fetchone()
        return row[0] if row else None

    def add(self, submission: Submission, at_s: int) -> str:
        """The witness's signature line under a head, durable before return. Raises Declined."""
        try:
            with transaction(self._connection):
                checkpoint, note = judge(submission, self.known(), self._log_key)
                line = cosign(note, self._key, at_s)
                self._remember(checkpoint, note._replace(signatures=(*note.signatures, line)))
        except Declined as declined:
            if declined.is_evidence:
                self._keep_evidence(submission, at_s)
            raise
        return line.text()

    def evidence_count(self) -> int:
        """How many signed heads told of another history."""
        (count,) = self._connection.execute("SELECT COUNT(*) FROM evidence").fetchone()
        return count

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _remember(self, checkpoint: Checkpoint, note: Note) -> None:
        row = (checkpoint.origin, checkpoint.size, checkpoint.root, note.whole())
        self._connection.execute("INSERT OR REPLACE INTO logs VALUES (?, ?, ?, ?)", row)

    def _keep_evidence(self, submission: Submission, at_s: int) -> None:
        if self.evidence_count() < EVIDENCE_MAX:
            row = (self._log_key.name, self.note() or "", submission.text(), at_s)
            with transaction(self._connection):
                self._connection.execute("INSERT OR IGNORE INTO evidence VALUES (?, ?, ?, ?)", row)
