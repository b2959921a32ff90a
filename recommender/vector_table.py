"""Keeps the clips' vectors in mapped files: a restart loads and embeds nothing, and other processes read along."""

import secrets
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from domain.ids import ClipId
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.table_files import CLIP, NAME_BYTES_MAX, Columns, cut, drop_all_but, hold, open_columns
from recommender.table_state import TableState, read_state, sync_folder, write_state

FORM = 1


class Rows(NamedTuple):
    """What a reader looks at: rows past `count` are none of its, though a writer may be filling them.

    A row that is removed is removed from every state, of every process that maps the file.
    """

    count: int
    wholes: np.ndarray
    parts: np.ndarray
    clips: np.ndarray
    live: np.ndarray
    names: list[ClipId]
    row_of: dict[ClipId, int]

    def row(self, clip_id: ClipId) -> int:
        """The row of a clip; -1 for one that is not here."""
        row = self.row_of.get(clip_id, -1)
        # A clip that another thread has just added stands in a row past this state's end.
        return row if 0 <= row < self.count and self.live[row >> 3] >> (row & 7) & 1 else -1

    def positions(self, clip_ids: Collection[ClipId]) -> np.ndarray:
        """The row of each clip, int64 (n,); -1 for one that is not here."""
        row_of = self.row_of
        rows = np.fromiter((row_of.get(clip_id, -1) for clip_id in clip_ids), np.int64, len(clip_ids))
        rows[rows >= self.count] = -1
        rows[~self.are_live(rows)] = -1
        return rows

    def are_live(self, rows: np.ndarray) -> np.ndarray:
        """Which rows may be found, bool (n,); those below zero may not."""
        if not self.count:
            return np.zeros(len(rows), bool)
        return (self.live[rows >> 3] >> (rows & 7).astype(np.uint8) & 1 == 1) & (rows >= 0)


class VectorTable:
    """One process writes, one thread at a time; any number of threads and processes read.

    A table made as another is (`made_as`), or a damaged one, counts as none: its writer begins anew, at position
    0 of the log. Without a folder it is in memory. A reading process sees removals at once and adds by `refresh`.
    """

    def __init__(self, folder: Path | None = None, made_as: str = "", writing: bool = True) -> None:
        self.folder = folder
        self.is_writing = writing
        self._made_as = f"{FORM} {made_as}"
        self.state = TableState(self._made_as, secrets.token_hex(8))
        self._columns: Columns | None = None
        self.rows = Rows(0, *(np.zeros(0) for _ in range(4)), [], {})
        if writing:
            self._open_to_write()
        else:
            self.refresh()

    @property
    def files(self) -> Path | None:
        """Where the table's files lie; None in memory."""
        return None if self.folder is None else self.folder / self.state.folder

    def __contains__(self, clip_id: ClipId) -> bool:
        return self.rows.row(clip_id) >= 0

    def known(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """Which of some clips are here, bool (n,)."""
        return self.rows.positions(clip_ids) >= 0

    def of(self, clip_id: ClipId) -> np.ndarray | None:
        """A clip's vectors, float32 (1 + n, 384), that of all its words first; None for one that is not here."""
        rows = self.rows
        row = rows.row(clip_id)
        if row < 0:
            return None
        clip = rows.clips[row]
        first = int(clip["first_part"])
        return np.concatenate([rows.wholes[row][None], rows.parts[first : first + int(clip["parts_count"])]])

    def clip_ids(self) -> list[ClipId]:
        """The clips that are here."""
        rows = self.rows
        return [rows.names[row] for row in np.flatnonzero(rows.are_live(np.arange(rows.count)))]

    def add(self, clip_ids: Sequence[ClipId], vectors: Sequence[np.ndarray], position: int) -> None:
        """Adds clips that are not here, float32 (1 + n, 384) each, and keeps the position. Raises OSError.

        Where that fails nothing is added.
        """
        columns, first = self._writable(), self.state.rows_count
        names = [_bytes(clip_id) for clip_id in clip_ids]
        parts_counts = [len(each) - 1 for each in vectors]
        ends = self.state.parts_count + np.cumsum([0, *parts_counts])
        clips = np.array(list(zip(names, ends[:-1].tolist(), parts_counts, strict=True)), CLIP)
        if clip_ids:
            columns.wholes.write(first, np.stack([each[0] for each in vectors]))
            columns.parts.write(self.state.parts_count, np.concatenate([each[1:] for each in vectors]))
            columns.clips.write(first, clips)
            self._mark(np.arange(first, first + len(clips)), live=True)
        grown = {"position": position, "rows_count": first + len(clips), "parts_count": int(ends[-1])}
        self.keep(msgspec.structs.replace(self.state, **grown))
        names_now, row_of = self.rows.names, self.rows.row_of
        names_now.extend(clip_ids)
        # Published before the clips can be looked up by name, so that no name leads past a state's rows.
        self.rows = self._rows_now(names_now, row_of)
        row_of.update(zip(clip_ids, range(first, first + len(clips)), strict=True))

    def hide(self, rows: np.ndarray) -> None:
        """Makes rows unfindable, here and for every reader."""
        self._mark(rows, live=False)

    def wipe(self, rows: np.ndarray) -> None:
        """Overwrites hidden rows in the files: nothing of them can be read there any more, when it returns."""
        columns = self._writable()
        for row in rows.tolist():
            clip = columns.clips.rows[row].copy()
            columns.wholes.write(row, np.zeros((1, VECTOR_DIMENSIONS)))
            columns.parts.write(
                int(clip["first_part"]), np.zeros((int(clip["parts_count"]), VECTOR_DIMENSIONS))
            )
        for column in (columns.wholes, columns.parts, columns.live):
            column.sync()
        # The name goes last: a hidden row that has one still is not wiped yet.
        for row in rows.tolist():
            columns.clips.write(row, np.zeros(1, CLIP))
        columns.clips.sync()

    def half_removed(self) -> np.ndarray:
        """Rows that a writer hid and did not come to wipe, int64."""
        clips = self.rows.clips[: self.rows.count]
        named = np.flatnonzero(clips["name"] != b"") if len(clips) else np.zeros(0, np.int64)
        return named[~self.rows.are_live(named)]

    def keep(self, state: TableState) -> None:
        """Makes a state the table's, once the disk has all that it speaks of. Raises OSError."""
        if self.folder is not None:
            for column in self._writable():
                column.sync()
            write_state(self.folder, state)
        self.state = state

    def refresh(self) -> bool:
        """Takes in what the writing process has kept since; whether there was anything."""
        state = self.folder and read_state(self.folder, self._made_as)
        if state is None or (state == self.state and self._columns is not None):
            return False
        if self._columns is None or state.folder != self.state.folder:
            columns, names, row_of = open_columns(self.folder / state.folder, writing=False), [], {}
        else:
            columns, names, row_of = self._columns, self.rows.names, self.rows.row_of
            for column in columns:
                column.refresh()
        self._columns, self.state = columns, state
        new = _names(columns.clips.rows[len(names) : state.rows_count])
        first = len(names)
        names.extend(new)
        self.rows = self._rows_now(names, row_of)
        row_of.update(zip(new, range(first, first + len(new)), strict=True))
        return True

    def _open_to_write(self) -> None:
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.state = read_state(self.folder, self._made_as) or self.state
        self._columns = open_columns(self._made_files(), writing=True)
        if not hold(self._columns, self.state):
            self.state = TableState(self._made_as, secrets.token_hex(8))
            self._columns = open_columns(self._made_files(), writing=True)
        if self.folder is not None:
            # What the state does not name was left by a table before it, or by a crash.
            drop_all_but(self.folder, self.state)
            write_state(self.folder, self.state)
        cut(self._columns, self.state)
        names = _names(self._columns.clips.rows[: self.state.rows_count])
        self.rows = self._rows_now(names, dict(zip(names, range(len(names)), strict=True)))

    def _made_files(self) -> Path | None:
        if self.files is not None:
            self.files.mkdir(exist_ok=True)
            sync_folder(self.folder)
        return self.files

    def _rows_now(self, names: list[ClipId], row_of: dict[ClipId, int]) -> Rows:
        return Rows(self.state.rows_count, *(column.rows for column in self._columns), names, row_of)

    def _mark(self, rows: np.ndarray, live: bool) -> None:
        """Sets or clears the bits of some rows that are not empty."""
        column = self._writable().live
        if not len(rows):
            return
        first, last = int(rows.min()) >> 3, int(rows.max()) >> 3
        bits = np.zeros(8 * (last - first + 1), bool)
        bits[rows - 8 * first] = True
        marked, before = np.packbits(bits, bitorder="little"), np.zeros(last - first + 1, np.uint8)
        there = column.rows[first : last + 1]
        before[: len(there)] = there
        column.write(first, before | marked if live else before & ~marked)

    def _writable(self) -> Columns:
        if self._columns is None or not self.is_writing:
            raise ValueError("this process reads the table and does not write it")
        return self._columns


def _names(clips: np.ndarray) -> list[ClipId]:
    return [ClipId(name.decode()) for name in clips["name"].tolist()]


def _bytes(clip_id: ClipId) -> bytes:
    name = clip_id.encode()
    if not 0 < len(name) <= NAME_BYTES_MAX:
        raise ValueError(f"a clip's id of {len(name)} bytes")
    return name
