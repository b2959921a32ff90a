"""Opens the log and its keys together: one without the other is a loss to restore, not a start to make."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from api.minting import now
from api.settings import Settings
from domain.codec import Codec
from domain.group_commit import GroupCommit
from domain.keys import PEPPER, KeyRing
from domain.ledger import Ledger
from domain.store_sqlite import SQLiteRecorder


class DataIncomplete(Exception):
    """The data folder lacks a part that no server may make anew; the text says which."""


def open_log_and_keys(data: Path) -> tuple[SQLiteRecorder, KeyRing]:
    """The log and the keys of a folder, both new in a new one. Raises DataIncomplete, LogUnavailable, OSError.

    The log's file comes first, the pepper before its first event: so a crash on the way leaves nothing that
    is refused here.
    """
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    log, keys = data / "log.db", KeyRing(data / "keys")
    has_pepper = keys.exists(PEPPER)
    if has_pepper and not log.exists():
        raise DataIncomplete(f"{log} is missing, yet its keys are there: restore it from a backup")
    recorder = SQLiteRecorder(log)
    if not has_pepper and recorder.head() > 0:
        recorder.close()
        raise DataIncomplete(f"{data / 'keys'} lacks the keys of {log}: restore the folder from a backup")
    keys.create(PEPPER)
    return recorder, keys


class OpenLog(NamedTuple):
    """The log and the parts that make sense of it."""

    ledger: Ledger
    keys: KeyRing
    codec: Codec
    recorder: SQLiteRecorder


@contextmanager
def open_standing_log(settings: Settings) -> Iterator[OpenLog]:
    """The same for commands that only make sense where a community is. Raises DataIncomplete."""
    if not (settings.data / "log.db").exists():
        raise DataIncomplete(f"there is no community in {settings.data}")
    with open_log(settings) as log:
        yield log


@contextmanager
def open_log(settings: Settings) -> Iterator[OpenLog]:
    """Opens the log beside a running server or without one."""
    recorder, keys = open_log_and_keys(settings.data)
    codec = Codec(keys)
    writer = GroupCommit(recorder)
    try:
        yield OpenLog(Ledger(recorder, writer, codec, now), keys, codec, recorder)
    finally:
        writer.close()
        recorder.close()
