"""Finds near rows of a large matrix by few-bit codes, as candidates for an exact comparison."""

import math

import faiss
import numpy as np

from recommender.embedder import VECTOR_DIMENSIONS

# 4 * sqrt(n) lists is faiss's own advice; so many rows train each, and more change little.
LISTS_PER_ROOT = 2
TRAINING_ROWS_PER_LIST = 64
TRAINING_ROUNDS_COUNT = 8
BATCH_ROWS = 65_536


class Codes:
    """RaBitQ codes of the first `rows_count` rows of a matrix, in inverted lists; never changed once made.

    Gao and Long, "RaBitQ" (SIGMOD 2024), as faiss has it: one bit a dimension after a turn by a fixed
    matrix, and the correction that makes the estimated inner product unbiased.
    """

    def __init__(self, inner: faiss.IndexIVF, drawn_for_count: int) -> None:
        self._inner = inner
        self.drawn_for_count = drawn_for_count
        self.rows_count = inner.ntotal

    def near(self, vector: np.ndarray, count: int, lists_count: int, bits: np.ndarray) -> np.ndarray:
        """Rows likely to be nearest to a vector, int64, at most `count`, among those whose bit is set."""
        chosen = faiss.IDSelectorBitmap(self.rows_count, faiss.swig_ptr(bits))
        how = faiss.IVFSearchParameters(sel=chosen, nprobe=min(lists_count, self._inner.nlist))
        _, positions = self._inner.search(vector[None], count, params=how)
        return positions[0][positions[0] >= 0]

    def extended(self, matrix: np.ndarray, rows_count: int) -> "Codes":
        """Codes of the first `rows_count` rows: these, and new ones for the rows after them."""
        longer = faiss.clone_index(self._inner)
        _fill(longer, matrix, self.rows_count, rows_count)
        return Codes(longer, self.drawn_for_count)


def encode(matrix: np.ndarray, rows_count: int) -> Codes:
    """Codes of the first rows of a matrix, float32 (at least rows_count, 384), trained on every so-many-th."""
    lists_count = max(1, LISTS_PER_ROOT * math.isqrt(rows_count))
    inner = faiss.index_factory(VECTOR_DIMENSIONS, f"IVF{lists_count},RaBitQ", faiss.METRIC_INNER_PRODUCT)
    inner.cp.niter = TRAINING_ROUNDS_COUNT
    inner.cp.max_points_per_centroid = TRAINING_ROWS_PER_LIST
    step = max(1, rows_count // (lists_count * TRAINING_ROWS_PER_LIST))
    inner.train(np.ascontiguousarray(matrix[:rows_count:step]))
    _fill(inner, matrix, 0, rows_count)
    return Codes(inner, rows_count)


def _fill(inner: faiss.IndexIVF, matrix: np.ndarray, start: int, end: int) -> None:
    # In batches, so that the threads that search get the interpreter in between.
    for first in range(start, end, BATCH_ROWS):
        inner.add(matrix[first : min(first + BATCH_ROWS, end)])
