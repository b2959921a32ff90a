"""Finds the clips nearest to a vector while clips come and go: exactly while few, by codes first when many."""

import threading
from collections.abc import Collection, Sequence
from typing import NamedTuple

import faiss
import numpy as np

from domain.ids import ClipId
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.quantised import Codes, encode

# Below this many allowed clips it is quicker to gather their rows than to scan all and mask.
GATHER_CLIPS_MAX = 2_000
CAPACITY_ROWS_MIN = 1_024
# A scan of so many takes about 11 ms; with more, codes choose what is compared.
FLAT_ROWS_MAX = 100_000
# Rows that came after the codes were made are compared one by one: so many cost 2 to 3 ms.
TAIL_ROWS_MAX = 8_192
# How much of the index a search looks into: measured by benchmarks/index_at_size.py.
LISTS_COUNT = 64
CANDIDATES_MIN = 400
CANDIDATES_PER_ASKED = 4
# Lists are drawn again when there are so many times the rows they were drawn for.
REDRAWN_AT_RATIO = 2


class Near(NamedTuple):
    """A clip and its cosine similarity to what was searched, -1 to 1."""

    clip_id: ClipId
    similarity: float


class _Rows(NamedTuple):
    """One state of the index. Rows past `len(live)` are not part of it, though a writer may be filling them.

    A reader keeps the state it began with, so readers take no lock: the matrix and the names only ever
    grow behind a state, and a state's own `live` and `bits` are never changed.
    """

    matrix: np.ndarray  # float32 (capacity, 384)
    names: list[ClipId]
    row_of: dict[ClipId, int]
    live: np.ndarray  # bool (rows,)
    bits: np.ndarray  # uint8, `live` with eight rows a byte, lowest bit first
    codes: Codes | None = None  # of the first rows; None while a plain scan is quick enough


class ClipIndex:
    """An inner-product index of unit vectors by clip; one writer at a time, any number of readers.

    Up to `flat_rows_max` rows it is exact. Past that, once `tend` has made codes, they choose candidates and
    the vectors themselves decide between them: a near clip may then be missed, but every similarity is exact.

    `position` is what its writer says of it: how far in the log publications and withdrawals are taken in.
    """

    def __init__(self, flat_rows_max: int = FLAT_ROWS_MAX) -> None:
        self.position = 0
        self._flat_rows_max = flat_rows_max
        self._writing = threading.Lock()
        self._barred: set[ClipId] = set()
        self._rows = _empty(CAPACITY_ROWS_MIN)

    def __len__(self) -> int:
        return len(self._rows.row_of)

    def __contains__(self, clip_id: object) -> bool:
        return clip_id in self._rows.row_of

    def add(self, clip_ids: Sequence[ClipId], vectors: np.ndarray) -> None:
        """Makes clips findable by their unit vectors, float32 (n, 384); a clip added again is replaced.

        Those that are barred are passed over.
        """
        if vectors.shape != (len(clip_ids), VECTOR_DIMENSIONS) or len(set(clip_ids)) != len(clip_ids):
            raise ValueError(f"vectors of shape {vectors.shape} for {len(set(clip_ids))} different clips")
        with self._writing:
            if not self._barred.isdisjoint(clip_ids):
                places = [place for place, clip_id in enumerate(clip_ids) if clip_id not in self._barred]
                clip_ids, vectors = [clip_ids[place] for place in places], vectors[places]
            if not len(clip_ids):
                return
            rows = _roomier(_without(self._rows, clip_ids), len(clip_ids))
            first = len(rows.live)
            rows.matrix[first : first + len(clip_ids)] = vectors
            rows.names.extend(clip_ids)
            live = np.concatenate([rows.live, np.ones(len(clip_ids), bool)])
            # Published before the clips can be looked up by name, so that no name leads past a state's rows.
            self._rows = rows._replace(live=live, bits=_packed(live))
            rows.row_of.update(zip(clip_ids, range(first, first + len(clip_ids)), strict=True))

    def remove(self, clip_ids: Collection[ClipId]) -> None:
        """Makes clips unfindable at once; unknown ones are passed over."""
        with self._writing:
            self._rows = _without(self._rows, clip_ids)

    def bar(self, clip_ids: Collection[ClipId]) -> None:
        """Makes clips unfindable for good: the writer may just be about to add them from an older look."""
        with self._writing:
            self._barred.update(clip_ids)
            self._rows = _without(self._rows, clip_ids)

    def search(self, vector: np.ndarray, count: int, allowed: Collection[ClipId] | None = None) -> list[Near]:
        """The nearest clips to a unit vector, float32 (384,), best first; None allows every clip."""
        if vector.shape != (VECTOR_DIMENSIONS,):
            raise ValueError(f"one vector of {VECTOR_DIMENSIONS}, not {vector.shape}")
        rows = self._rows
        if allowed is None:
            return _nearest(rows, vector, count, rows.bits, len(rows.row_of))
        positions = _positions(rows, set(allowed))
        positions = positions[positions >= 0]
        if len(positions) <= GATHER_CLIPS_MAX:
            return _gather(rows, vector, count, positions)
        mask = np.zeros(len(rows.live), bool)
        mask[positions] = True
        return _nearest(rows, vector, count, _packed(mask & rows.live), len(positions))

    def tend(self) -> bool:
        """Makes codes for an index that has grown, if it has; adding, removing and searching go on meanwhile.

        Not for an index that a slate of the past is computed again by: what codes miss depends on when they
        were made, and an index at a position of the past is scanned in full.
        """
        rows = self._rows
        codes = _codes_for(rows, self._flat_rows_max)
        if codes is rows.codes:
            return False
        with self._writing:
            # Rows are numbered anew together with their names.
            if self._rows.names is not rows.names:
                return False
            self._rows = self._rows._replace(codes=codes)
        return True

    def vectors(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """The clips' vectors in the order asked, float32 (n, 384); zeros for a clip that is not here."""
        rows = self._rows
        found = np.zeros((len(clip_ids), VECTOR_DIMENSIONS), np.float32)
        positions = _positions(rows, clip_ids)
        known = positions >= 0
        found[known] = rows.matrix[positions[known]]
        return found


def _empty(capacity_rows: int) -> _Rows:
    matrix = np.zeros((capacity_rows, VECTOR_DIMENSIONS), np.float32)
    return _Rows(matrix, [], {}, np.zeros(0, bool), np.zeros(0, np.uint8))


def _without(rows: _Rows, clip_ids: Collection[ClipId]) -> _Rows:
    removed = [rows.row_of.pop(clip_id) for clip_id in set(clip_ids) if clip_id in rows.row_of]
    if not removed:
        return rows
    live = rows.live.copy()
    live[removed] = False
    return rows._replace(live=live, bits=_packed(live))


def _roomier(rows: _Rows, extra_count: int) -> _Rows:
    """The same rows with space for more; removed rows are left behind if the matrix is copied.

    Where there are codes, the rows keep their numbers until half of them are removed ones.
    """
    if len(rows.live) + extra_count <= len(rows.matrix):
        return rows
    kept = np.flatnonzero(rows.live)
    if rows.codes is not None and 2 * len(kept) > len(rows.live):
        grown = _empty(2 * (len(rows.live) + extra_count))
        grown.matrix[: len(rows.live)] = rows.matrix[: len(rows.live)]
        return rows._replace(matrix=grown.matrix)
    grown = _empty(max(CAPACITY_ROWS_MIN, 2 * (len(kept) + extra_count)))
    grown.matrix[: len(kept)] = rows.matrix[kept]
    names = [rows.names[row] for row in kept]
    live = np.ones(len(kept), bool)
    return grown._replace(
        names=names, row_of={name: row for row, name in enumerate(names)}, live=live, bits=_packed(live)
    )


def _packed(mask: np.ndarray) -> np.ndarray:
    return np.packbits(mask, bitorder="little")


def _positions(rows: _Rows, clip_ids: Collection[ClipId]) -> np.ndarray:
    """The row of each clip, int64 (n,); -1 for one that is not in this state."""
    positions = np.fromiter((rows.row_of.get(clip_id, -1) for clip_id in clip_ids), np.int64, len(clip_ids))
    # A clip that another thread has just added stands in a row past this state's end.
    positions[positions >= len(rows.live)] = -1
    return positions


def _codes_for(rows: _Rows, flat_rows_max: int) -> Codes | None:
    """The codes that these rows should have: those they have, longer ones, or new ones."""
    rows_count, codes = len(rows.live), rows.codes
    if codes is None:
        return encode(rows.matrix, rows_count) if rows_count > flat_rows_max else None
    if rows_count > REDRAWN_AT_RATIO * codes.drawn_for_count:
        return encode(rows.matrix, rows_count)
    if rows_count - codes.rows_count > TAIL_ROWS_MAX:
        return codes.extended(rows.matrix, rows_count)
    return codes


def _nearest(rows: _Rows, vector: np.ndarray, count: int, bits: np.ndarray, allowed_count: int) -> list[Near]:
    """The nearest of the rows whose bit is set, of which there are so many."""
    if rows.codes is None or count <= 0:
        return _scan(rows, vector, count, bits)
    wanted = max(CANDIDATES_MIN, CANDIDATES_PER_ASKED * count)
    coded = rows.codes.near(vector, wanted, LISTS_COUNT, bits)
    later = np.arange(rows.codes.rows_count, len(rows.live))
    later = later[bits[later >> 3] >> (later & 7) & 1 == 1]
    positions = np.concatenate([coded, later])
    # Lists near the vector may hold few that are allowed: then all are compared.
    if len(positions) < min(wanted, allowed_count):
        return _scan(rows, vector, count, bits)
    return _gather(rows, vector, count, positions)


def _gather(rows: _Rows, vector: np.ndarray, count: int, positions: np.ndarray) -> list[Near]:
    similarities = rows.matrix[positions] @ vector
    best = np.argsort(-similarities, kind="stable")[: max(count, 0)]
    return [Near(rows.names[positions[place]], float(similarities[place])) for place in best]


def _scan(rows: _Rows, vector: np.ndarray, count: int, bits: np.ndarray) -> list[Near]:
    count = min(count, len(rows.live))
    if count <= 0:
        return []
    query = np.ascontiguousarray(vector, np.float32)
    similarities = np.empty(count, np.float32)
    positions = np.empty(count, np.int64)
    # faiss's own flat search over memory that stays ours: an IndexFlat moves its rows when it grows,
    # which no reader may be in the middle of.
    faiss.knn_inner_product(
        faiss.swig_ptr(query), faiss.swig_ptr(rows.matrix), VECTOR_DIMENSIONS, 1, len(rows.live), count,
        faiss.swig_ptr(similarities), faiss.swig_ptr(positions),
        faiss.IDSelectorBitmap(len(rows.live), faiss.swig_ptr(bits)),
    )  # fmt: skip
    return [
        Near(rows.names[position], float(similarity))
        for position, similarity in zip(positions, similarities, strict=True)
        if position >= 0
    ]
