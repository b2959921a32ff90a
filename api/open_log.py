"""The log alone, for commands that need no server."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from api.minting import now
from api.settings import Settings
from domain.codec import Codec
from domain.group_commit import GroupCommit
from domain.keys import KeyRing
from domain.ledger import Ledger
from domain.store_sqlite import SQLiteRecorder


class OpenLog(NamedTuple):
    """The log and the parts that make sense of it."""

    ledger: Ledger
    keys: KeyRing
    codec: Codec
    recorder: SQLiteRecorder


@contextmanager
def open_log(settings: Settings) -> Iterator[OpenLog]:
    """Opens the log beside a running server or without one."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    keys = KeyRing(settings.data / "keys")
    codec = Codec(keys)
    recorder = SQLiteRecorder(settings.data / "log.db")
    writer = GroupCommit(recorder)
    try:
        yield OpenLog(Ledger(recorder, writer, codec, now), keys, codec, recorder)
    finally:
        writer.close()
        recorder.close()
