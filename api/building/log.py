"""Makes the log, its keys and the one door through which facts are written."""

from typing import NamedTuple

from api.minting import now
from api.open_log import open_log_and_keys
from api.settings import Settings
from domain.codec import Codec
from domain.group_commit import GroupCommit
from domain.keys import KeyRing
from domain.ledger import Ledger
from domain.store_sqlite import SQLiteRecorder


class Log(NamedTuple):
    """The log as everything else uses it."""

    recorder: SQLiteRecorder
    keys: KeyRing
    codec: Codec
    writer: GroupCommit
    ledger: Ledger


def build_log(settings: Settings) -> Log:
    """The log of a community. Raises DataIncomplete, LogUnavailable."""
    recorder, keys = open_log_and_keys(settings.data)
    codec = Codec(keys)
    writer = GroupCommit(recorder)
    return Log(recorder, keys, codec, writer, Ledger(recorder, writer, codec, now))
