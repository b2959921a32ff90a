"""Rows of one kind in a file that every process maps, so that none of them loads it."""

import mmap
import os
import weakref
from pathlib import Path

import numpy as np

# The file grows by a quarter: it is sparse, so that room for rows to come takes none of the disk.
GROWTH = 1.25
CAPACITY_ROWS_MIN = 1_024


class Column:
    """A growing array, written through its file and read through a mapping; without a path it has no name on disk.

    Written so, a full disk is an OSError and no crash, and all who map the file see what is written at once.
    One process writes; `writing` says whether it is this one.
    """

    def __init__(
        self, path: Path | None, dtype: np.dtype | type, width: int = 1, writing: bool = True
    ) -> None:
        self._dtype, self._width = np.dtype(dtype), width
        self._row_bytes = self._dtype.itemsize * width
        if path is None:
            self._file = os.memfd_create("column")
        else:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT if writing else os.O_RDONLY, 0o600)
        weakref.finalize(self, os.close, self._file)
        self.rows = self._mapped()
        """(capacity, width), or (capacity,) where the width is one; zeros where nothing was written yet."""

    def write(self, first: int, values: np.ndarray) -> None:
        """Puts rows in the place of those from `first` on. Raises OSError where the disk is full."""
        end = first + len(values)
        if end > len(self.rows):
            os.ftruncate(self._file, max(CAPACITY_ROWS_MIN, int(end * GROWTH)) * self._row_bytes)
            self.rows = self._mapped()
        left = memoryview(np.ascontiguousarray(values, self._dtype)).cast("B") if len(values) else b""
        offset = first * self._row_bytes
        while len(left):
            written = os.pwrite(self._file, left, offset)
            left, offset = left[written:], offset + written

    def cut(self, rows_count: int) -> None:
        """Makes all rows past so many zero."""
        os.ftruncate(self._file, rows_count * self._row_bytes)
        os.ftruncate(self._file, len(self.rows) * self._row_bytes)

    def refresh(self) -> None:
        """Maps what another process has added."""
        if os.fstat(self._file).st_size > self.rows.nbytes:
            self.rows = self._mapped()

    def sync(self) -> None:
        """Returns once the disk has it all."""
        os.fdatasync(self._file)

    def _mapped(self) -> np.ndarray:
        rows_count = os.fstat(self._file).st_size // self._row_bytes
        shape = (rows_count, self._width) if self._width > 1 else (rows_count,)
        if not rows_count:
            return np.zeros(shape, self._dtype)
        pages = mmap.mmap(self._file, rows_count * self._row_bytes, prot=mmap.PROT_READ)
        return np.frombuffer(pages, self._dtype).reshape(shape)
