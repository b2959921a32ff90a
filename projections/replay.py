"""Builds views as they stood at a position of the log, for an audit that asks what was known when."""

import sqlite3

from projections.fold import Decode, RawLog, advance
from projections.view import ViewGroup
from projections.view_file import create_tables

BATCH_POSITIONS = 5_000


def replay(log: RawLog, group: ViewGroup, decode: Decode, upto_position: int) -> sqlite3.Connection:
    """The group's tables in memory after the event at `upto_position`, for the caller to close.

    Raises PoisonEvent if an event on the way cannot be applied.
    """
    # Any thread may read the result, one at a time.
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        create_tables(connection, group)
        upto = min(upto_position, log.head())
        while advance(connection, group, log, decode, BATCH_POSITIONS, upto):
            pass
    except BaseException:
        connection.close()
        raise
    return connection
