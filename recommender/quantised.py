"""Finds near rows of a large matrix by few-bit codes, as candidates for an exact comparison."""

import math
import os
import threading
from functools import cached_property
from pathlib import Path

import faiss
import numpy as np

from recommender.embedder import VECTOR_DIMENSIONS

# 4 * sqrt(n) lists is faiss's own advice; so many rows train each, and more change little.
LISTS_PER_ROOT = 2
TRAINING_ROWS_PER_LIST = 64
TRAINING_ROUNDS_COUNT = 8
# A list's centre is kept beside the codes: as the mean of so many clips it is no clip's own vector.
ROWS_PER_CENTRE_MIN = 8
BATCH_ROWS = 65_536


class Codes:
    """RaBitQ codes of the first `rows_count` rows of a matrix, in inverted lists.

    Gao and Long, "RaBitQ" (SIGMOD 2024), as faiss has it: the sign of each dimension of what a row differs by from
    its list's centre, and the correction that makes the estimated inner product unbiased.
    """

    def __init__(self, inner: faiss.IndexIVF, drawn_for_count: int, path: Path | None = None) -> None:
        self._inner = inner
        self._path = path
        self.drawn_for_count = drawn_for_count
        self.rows_count = inner.ntotal

    def near(self, vector: np.ndarray, count: int, lists_count: int, bits: np.ndarray) -> np.ndarray:
        """Rows likely to be nearest to a vector, int64, at most `count`, among those whose bit is set."""
        chosen = faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
        how = faiss.IVFSearchParameters(sel=chosen, nprobe=min(lists_count, self._inner.nlist))
        _, positions = self._inner.search(vector[None], count, params=how)
        return positions[0][positions[0] >= 0]

    def extended(self, matrix: np.ndarray, rows_count: int, stop: threading.Event) -> "Codes | None":
        """Codes of the first `rows_count` rows: these, and new ones for the rows after; None when told to stop."""
        _leave_cores()
        inner = faiss.clone_index(self._inner) if self._path is None else faiss.read_index(str(self._path))
        return _filled(inner, self.drawn_for_count, matrix, rows_count, stop)

    def save(self, path: Path) -> "Codes":
        """Writes the codes to a file of their own; they are then these, mapped by all who open them."""
        faiss.write_index(self._inner, str(path))
        handle = os.open(path, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
        return open_codes(path, self.drawn_for_count)

    def wipe(self, rows: np.ndarray) -> None:
        """Overwrites the codes of some rows in their file; what lies in memory goes with its process."""
        rows = rows[rows < self.rows_count]
        if self._path is None or not len(rows):
            return
        nothing = bytes(self._inner.code_size)
        handle = os.open(self._path, os.O_WRONLY)
        try:
            for place in self._places[rows].tolist():
                os.pwrite(handle, nothing, place)
            os.fdatasync(handle)
        finally:
            os.close(handle)

    def drop(self) -> None:
        """Deletes the file; who maps it still may go on reading."""
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    @cached_property
    def _places(self) -> np.ndarray:
        """Where in the file each row's code begins, int64 (rows_count,)."""
        places = np.zeros(self.rows_count, np.int64)
        lists = faiss.downcast_InvertedLists(self._inner.invlists)
        for number in range(self._inner.nlist):
            size = lists.list_size(number)
            if size:
                ids = faiss.rev_swig_ptr(lists.get_ids(number), size)
                places[ids] = lists.lists.at(number).offset + np.arange(size) * self._inner.code_size
        return places


def open_codes(path: Path, drawn_for_count: int) -> Codes:
    """Codes from their file, which is mapped. Raises RuntimeError where it cannot be read."""
    return Codes(faiss.read_index(str(path), faiss.IO_FLAG_MMAP), drawn_for_count, path)


def encode(matrix: np.ndarray, rows_count: int, stop: threading.Event) -> Codes | None:
    """Codes of the first rows of a matrix, float32 (at least rows_count, 384); None when told to stop."""
    _leave_cores()
    centres = _centres(matrix[:rows_count], max(1, LISTS_PER_ROOT * math.isqrt(rows_count)), stop)
    # Made by hand from our centres, where faiss's training would keep clips that stand alone as centres.
    coarse = faiss.IndexFlatIP(VECTOR_DIMENSIONS)
    coarse.add(centres)
    inner = faiss.IndexIVFRaBitQ(coarse, VECTOR_DIMENSIONS, len(centres), faiss.METRIC_INNER_PRODUCT)
    coarse.this.disown()
    inner.own_fields = True
    inner.train(centres)
    return _filled(inner, rows_count, matrix, rows_count, stop)


def _leave_cores() -> None:
    # Said of the calling thread alone: the other cores answer people.
    faiss.omp_set_num_threads(1)


def _filled(
    inner: faiss.IndexIVF, drawn_for_count: int, matrix: np.ndarray, rows_count: int, stop: threading.Event
) -> Codes | None:
    # In batches, so that the threads that search get the interpreter in between.
    for first in range(inner.ntotal, rows_count, BATCH_ROWS):
        if stop.is_set():
            return None
        inner.add(np.ascontiguousarray(matrix[first : min(first + BATCH_ROWS, rows_count)]))
    return Codes(inner, drawn_for_count)


def _centres(rows: np.ndarray, lists_count: int, stop: threading.Event) -> np.ndarray:
    """Unit vectors in the middle of many rows each, float32 (about lists_count, 384): spherical k-means."""
    step = max(1, len(rows) // (lists_count * TRAINING_ROWS_PER_LIST))
    sample = np.ascontiguousarray(rows[::step])
    centres = np.ascontiguousarray(sample[:: max(1, len(sample) // lists_count)][:lists_count])
    for _ in range(TRAINING_ROUNDS_COUNT):
        if stop.is_set():
            break
        _, nearest = faiss.knn(sample, centres, 1, metric=faiss.METRIC_INNER_PRODUCT)
        centres = _means(sample, nearest[:, 0], len(centres))
    return centres


def _means(sample: np.ndarray, nearest: np.ndarray, centres_count: int) -> np.ndarray:
    """The middle of the rows nearest to each centre, brought to length one; a centre of few rows is given up."""
    order = np.argsort(nearest, kind="stable")
    counts = np.bincount(nearest, minlength=centres_count)
    filled = counts > 0
    starts = (np.cumsum(counts) - counts)[filled]
    sums = np.add.reduceat(sample[order], starts, axis=0)
    kept = sums[counts[filled] >= min(ROWS_PER_CENTRE_MIN, len(sample))]
    kept = kept if len(kept) else sums.sum(axis=0, keepdims=True)
    return (kept / np.maximum(np.linalg.norm(kept, axis=1, keepdims=True), 1e-9)).astype(np.float32)
