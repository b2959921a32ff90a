"""Builds a view group anew beside the tables in use, which serve on until the new ones replace them."""

import contextlib
import sqlite3
from collections.abc import Callable

from domain.sqlite_connections import is_damage, open_writer
from projections.fold import Decode, RawLog, advance
from projections.view import ViewGroup
from projections.view_file import ViewFile, fingerprint_of, position_of


def is_outdated(file: ViewFile, group: ViewGroup, log_head: int) -> bool:
    """Whether there are tables in use that are of other versions, damaged, or ahead of the log."""
    path = file.current()
    if path is None:
        return False
    try:
        with contextlib.closing(open_writer(path, "NORMAL")) as connection:
            return fingerprint_of(connection) != group.fingerprint() or position_of(connection) > log_head
    except sqlite3.Error as error:
        if is_damage(error):
            return True
        raise


def rebuild(
    file: ViewFile,
    group: ViewGroup,
    log: RawLog,
    decode: Decode,
    batch_positions: int,
    is_stopped: Callable[[], bool],
) -> None:
    """Replace the tables in use by newly built ones; the caller holds the build lock.

    Changes nothing if stopped on the way, or if it raises: PoisonEvent, LogUnavailable, sqlite3.Error.
    """
    path = file.create(group)
    try:
        with contextlib.closing(open_writer(path, "NORMAL")) as connection:
            while not is_stopped() and advance(connection, group, log, decode, batch_positions, log.head()):
                pass
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if not is_stopped():
            file.put_in_use(path)
    finally:
        if file.current() != path:
            file.delete(path)
