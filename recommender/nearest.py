"""Finds the rows of a table that are nearest to a vector: by comparing all, or those that codes choose."""

from typing import NamedTuple

import faiss
import numpy as np

from domain.ids import ClipId
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.quantised import Codes
from recommender.vector_table import Rows

# How much of the index a search looks into: chosen by what `benchmarks.index_at_size --tuning` finds.
LISTS_COUNT = 64
CANDIDATES_MIN = 400
CANDIDATES_PER_ASKED = 8


class Near(NamedTuple):
    """A clip and its cosine similarity to what was searched, -1 to 1."""

    clip_id: ClipId
    similarity: float


def bits_of(rows: Rows) -> np.ndarray:
    """The bits of a state's own rows; those of the last byte that lie past them mean nothing to it."""
    return rows.live[: (rows.count + 7) // 8]


def live_count(rows: Rows) -> int:
    """How many rows may be found."""
    if not rows.count:
        return 0
    whole, rest = divmod(rows.count, 8)
    bits = bits_of(rows)
    last = int(bits[whole]) & ((1 << rest) - 1) if rest else 0
    return int(np.bitwise_count(bits[:whole]).sum(dtype=np.int64)) + last.bit_count()


def nearest(
    rows: Rows, codes: Codes | None, query: np.ndarray, count: int, bits: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The nearest `count` of the rows whose bit is set to a vector, float32 (384,), maybe among others, in no order.

    Rows, int64 (n,), and their similarities, float32 (n,); exactly the nearest, without codes.
    """
    if codes is None or count == 0:
        return _scan(rows, query, count, bits, 0)
    wanted = max(CANDIDATES_MIN, CANDIDATES_PER_ASKED * count)
    coded = compare(rows, query, codes.near(query, wanted, LISTS_COUNT, bits))
    later = _scan(rows, query, count, bits, codes.rows_count)
    # Lists near the vector may hold few that are allowed: then all are compared.
    if len(coded[0]) < min(wanted, int(np.bitwise_count(bits[: codes.rows_count // 8]).sum())):
        return _scan(rows, query, count, bits, 0)
    return np.concatenate([coded[0], later[0]]), np.concatenate([coded[1], later[1]])


def compare(rows: Rows, query: np.ndarray, positions: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """These rows, and their similarities."""
    if not len(positions):
        return positions, np.zeros(0, np.float32)
    return positions, rows.wholes[positions] @ query


def _scan(
    rows: Rows, query: np.ndarray, count: int, bits: np.ndarray, first: int
) -> tuple[np.ndarray, np.ndarray]:
    """The nearest `count` of the rows from `first` on, a multiple of eight, whose bit is set."""
    end = min(rows.count, 8 * len(bits))
    count = min(count, end - first)
    if count <= 0:
        return np.zeros(0, np.int64), np.zeros(0, np.float32)
    similarities = np.empty(count, np.float32)
    positions = np.empty(count, np.int64)
    chosen = bits[first >> 3 :]
    # faiss's own flat search over memory that stays ours: an IndexFlat would copy the rows.
    faiss.knn_inner_product(
        faiss.swig_ptr(query), faiss.swig_ptr(rows.wholes[first:end]), VECTOR_DIMENSIONS, 1, end - first, count,
        faiss.swig_ptr(similarities), faiss.swig_ptr(positions),
        faiss.IDSelectorBitmap(len(chosen), faiss.swig_ptr(chosen)),
    )  # fmt: skip
    found = positions >= 0
    return positions[found] + first, similarities[found]


def best(rows: Rows, positions: np.ndarray, similarities: np.ndarray, count: int) -> list[Near]:
    """The most similar of some rows, best first."""
    order = np.argsort(-similarities, kind="stable")[: max(count, 0)]
    names = rows.names
    return [Near(names[positions[place]], float(similarities[place])) for place in order]
