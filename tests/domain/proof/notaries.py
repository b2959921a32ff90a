"""Small logs with a notary, for tests to prove things of."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from eventsourcing.dcb.api import DCBEvent

from domain.notary import Notary
from domain.proof.checkpoint import cosign
from domain.proof.note import parse_note
from domain.proof.signing import COSIGNATURE, NOTE_SIGNATURE, PrivateKey
from domain.store_heads import Head, HeadStore
from domain.store_sqlite import SQLiteRecorder
from domain.store_tree import TreeStore

ORIGIN = "castmates.test/log"
KEY = PrivateKey(ORIGIN, NOTE_SIGNATURE, b"l" * 32)
WITNESS = PrivateKey("witness.test/1", COSIGNATURE, b"w" * 32)
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
NOON_S = int(NOON.timestamp())


class Community:
    """A log of plain rows in a folder, and a notary of it; open it again to see what a restart would see."""

    def __init__(self, folder: Path, key: PrivateKey = KEY, batch_positions: int = 7) -> None:
        self.folder = folder
        self.recorder = SQLiteRecorder(folder / "log.db")
        self.tree = TreeStore(folder / "tree.db")
        self.heads = HeadStore(folder / "heads.db", key.name)
        self.notary = Notary(self.recorder, self.tree, self.heads, key, lambda: NOON, batch_positions)

    def add(self, count: int, about: str = "person-ana") -> int:
        """Appends rows; the newest position."""
        first = self.recorder.head() + 1
        rows = [
            DCBEvent("clip.liked.v1", row_data(number), [f"clip-{number}", about])
            for number in range(first, first + count)
        ]
        return self.recorder.append(rows)

    def cosigned(self, head: Head) -> Head:
        """The head once the witness cosigned it."""
        line = cosign(parse_note(head.note), WITNESS, NOON_S)
        self.notary.add_cosignature(head.size, WITNESS.name, line.text())
        found = self.heads.of_size(head.size)
        assert found is not None
        return found

    def rewrite(self, position: int) -> None:
        """Changes a row behind everybody's back."""
        self._meddle(
            "UPDATE events SET data = CAST(replace(CAST(data AS TEXT), 'like', 'hate') AS BLOB) WHERE position = ?",
            position,
        )

    def remove(self, position: int) -> None:
        """Takes a row out behind everybody's back."""
        self._meddle("DELETE FROM events WHERE position = ?", position)

    def cut(self, position: int) -> None:
        """Forgets all rows after a position, as an old backup does."""
        for table in ("events", "tags"):
            self._meddle(f"DELETE FROM {table} WHERE position > ?", position)

    def _meddle(self, sql: str, position: int) -> None:
        connection = sqlite3.connect(self.folder / "log.db", isolation_level=None)
        assert connection.execute(sql, (position,)).rowcount > 0
        connection.close()

    def damage_tree(self) -> None:
        """Spoils some nodes, but not those that make up the root."""
        connection = sqlite3.connect(self.folder / "tree.db", isolation_level=None)
        connection.execute("UPDATE nodes SET hash = zeroblob(32) WHERE number < 10")
        connection.close()

    def close(self) -> None:
        """Closes the files."""
        for part in (self.tree, self.heads, self.recorder):
            part.close()


def row_data(number: int) -> bytes:
    """An event as it could lie in the log."""
    return (
        f'{{"meta":{{"actor":"test"}},"event":{{"like":{number},"seconds":4.0,"words":"c\u00e9"}}}}'.encode()
    )
