"""Finds the clips nearest to a vector while clips come and go: exactly while few, by codes first when many."""

import threading
from collections.abc import Collection, Sequence
from typing import NamedTuple

import faiss
import msgspec
import numpy as np

from domain.ids import ClipId
from recommender import table_state
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.quantised import Codes, encode, open_codes
from recommender.vector_table import Rows, VectorTable

# Below this many allowed clips it is quicker to gather their rows than to scan all and mask.
GATHER_CLIPS_MAX = 2_000
# A scan of so many takes about 11 ms; with more, codes choose what is compared.
FLAT_ROWS_MAX = 100_000
# Rows that came after the codes were made are compared one by one: so many cost about 1 ms.
TAIL_ROWS_MAX = 8_192
# How much of the index a search looks into.
LISTS_COUNT = 64
CANDIDATES_MIN = 400
CANDIDATES_PER_ASKED = 4
# Lists are drawn again when there are so many times the rows they were drawn for.
REDRAWN_AT_RATIO = 2


class Near(NamedTuple):
    """A clip and its cosine similarity to what was searched, -1 to 1."""

    clip_id: ClipId
    similarity: float


class Allowed(NamedTuple):
    """The clips that a search may find, made once by `ClipIndex.allow` for any number of searches.

    Clips added since are not among them; those removed since are not found.
    """

    rows: np.ndarray  # int64, sorted
    bits: np.ndarray  # uint8, eight rows a byte, lowest bit first


class _State(NamedTuple):
    """What a search looks at: rows, and codes of the first of them where there are any."""

    rows: Rows
    codes: Codes | None


class ClipIndex:
    """An inner-product index of unit vectors by clip; one writer at a time, any number of readers.

    Up to `flat_rows_max` rows it is exact. Past that, once `tend` has made codes, they choose candidates and
    the vectors themselves decide between them: a near clip may then be missed, but every similarity is exact.
    """

    def __init__(self, table: VectorTable | None = None, flat_rows_max: int = FLAT_ROWS_MAX) -> None:
        self.table = VectorTable() if table is None else table
        self.position = self.table.state.position
        """How far in the log publications and withdrawals are taken in, as the writer says."""
        self._flat_rows_max = flat_rows_max
        self._writing = threading.Lock()
        self._barred: set[ClipId] = set()
        self._state = _State(self.table.rows, self._opened_codes())
        if self.table.is_writing:
            self._erase(self.table.half_removed())

    @property
    def is_exact(self) -> bool:
        """Whether a search compares every vector, so that it finds the same whenever it is made."""
        return self._state.codes is None

    def __len__(self) -> int:
        rows = self._state.rows
        return int(np.bitwise_count(_bits(rows)).sum())

    def __contains__(self, clip_id: ClipId) -> bool:
        return clip_id in self.table

    def add(
        self, clip_ids: Sequence[ClipId], vectors: Sequence[np.ndarray], position: int | None = None
    ) -> None:
        """Makes clips findable by the first of their unit vectors, float32 (1 + n, 384) each, and moves the position.

        A clip added again is replaced, and those that are barred are passed over. Raises OSError.
        """
        pieces = [np.reshape(each, (-1, VECTOR_DIMENSIONS)) for each in _fitting(clip_ids, vectors)]
        with self._writing:
            kept = [place for place, clip_id in enumerate(clip_ids) if clip_id not in self._barred]
            names = [clip_ids[place] for place in kept]
            self._erase(self._found(names))
            position = self.position if position is None else position
            self.table.add(names, [pieces[place] for place in kept], position)
            self._state = _State(self.table.rows, self._state.codes)
            self.position = position

    def remove(self, clip_ids: Collection[ClipId]) -> None:
        """Makes clips unfindable at once and overwrites them in the files; unknown ones are passed over."""
        with self._writing:
            self._erase(self._found(clip_ids))

    def bar(self, clip_ids: Collection[ClipId]) -> None:
        """Makes clips unfindable for good: the writer may just be about to add them from an older look."""
        with self._writing:
            self._barred.update(clip_ids)
            self._erase(self._found(clip_ids))

    def allow(self, clip_ids: Collection[ClipId]) -> Allowed:
        """The clips that a search may find; unknown ones are passed over."""
        rows = self._state.rows
        positions = rows.positions(clip_ids)
        mask = np.zeros(8 * len(_bits(rows)), bool)
        mask[positions[positions >= 0]] = True
        return Allowed(np.flatnonzero(mask), np.packbits(mask, bitorder="little"))

    def search(self, vector: np.ndarray, count: int, allowed: Allowed | None = None) -> list[Near]:
        """The nearest clips to a unit vector, float32 (384,), best first; None allows every clip."""
        if vector.shape != (VECTOR_DIMENSIONS,):
            raise ValueError(f"one vector of {VECTOR_DIMENSIONS}, not {vector.shape}")
        state = self._state
        query = np.ascontiguousarray(vector, np.float32)
        bits = _bits(state.rows)
        if allowed is not None:
            if len(allowed.rows) <= GATHER_CLIPS_MAX:
                rows = allowed.rows[allowed.rows < state.rows.count]
                return _best(state.rows, *_compare(state.rows, query, rows[state.rows.are_live(rows)]), count)
            both = min(len(bits), len(allowed.bits))
            bits = bits[:both] & allowed.bits[:both]
        return _nearest(state, query, max(count, 0), bits)

    def tend(self, stop: threading.Event | None = None) -> bool:
        """Makes codes for an index that has grown, if it has; adding, removing and searching go on meanwhile.

        Only one thread does this. What is half made when it is told to stop is dropped. Raises OSError.
        """
        before = self._state.codes
        codes = _codes_for(self._state, self._flat_rows_max, stop or threading.Event())
        if codes is None or codes is before:
            return False
        files = self.table.files
        name = f"codes-{codes.rows_count}-{codes.drawn_for_count}"
        if files is not None:
            codes = codes.save(files / name)
        with self._writing:
            gone = np.arange(codes.rows_count)
            codes.wipe(gone[~self.table.rows.are_live(gone)])
            kept = table_state.Codes(name, codes.drawn_for_count)
            self.table.keep(msgspec.structs.replace(self.table.state, codes=kept))
            self._state = _State(self.table.rows, codes)
        if before is not None:
            before.drop()
        return True

    def refresh(self) -> None:
        """In a process that only reads: takes in what the writing one has added since."""
        if self.table.refresh():
            self._state = _State(self.table.rows, self._opened_codes())
            self.position = self.table.state.position

    def vectors(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """The clips' vectors in the order asked, float32 (n, 384); zeros for a clip that is not here."""
        rows = self._state.rows
        found = np.zeros((len(clip_ids), VECTOR_DIMENSIONS), np.float32)
        positions = rows.positions(clip_ids)
        known = positions >= 0
        if known.any():
            found[known] = rows.wholes[positions[known]]
        return found

    def _found(self, clip_ids: Collection[ClipId]) -> np.ndarray:
        positions = self.table.rows.positions(list(clip_ids))
        return positions[positions >= 0]

    def _erase(self, rows: np.ndarray) -> None:
        if len(rows):
            self.table.hide(rows)
            if self._state.codes is not None:
                self._state.codes.wipe(rows)
            self.table.wipe(rows)

    def _opened_codes(self) -> Codes | None:
        kept, files = self.table.state.codes, self.table.files
        if kept is None or files is None:
            return None
        try:
            return open_codes(files / kept.file, kept.drawn_for_count)
        except RuntimeError:  # a damaged file: they are made again
            return None


def _fitting(clip_ids: Sequence[ClipId], vectors: Sequence[np.ndarray]) -> Sequence[np.ndarray]:
    fit = all(each.shape[-1] == VECTOR_DIMENSIONS for each in vectors)
    if not fit or len(vectors) != len(clip_ids) or len(set(clip_ids)) != len(clip_ids):
        raise ValueError(
            f"vectors of {len(vectors)} clips, or of other lengths, for {len(set(clip_ids))} different"
        )
    return vectors


def _bits(rows: Rows) -> np.ndarray:
    """The bits of a state's own rows: those of the last byte that lie past them are not set."""
    return rows.live[: (rows.count + 7) // 8]


def _codes_for(state: _State, flat_rows_max: int, stop: threading.Event) -> Codes | None:
    """The codes that these rows should have: those they have, longer ones, or new ones."""
    rows, codes = state
    # Whole bytes of bits, so that the rows after them can be searched by theirs.
    rows_count = rows.count // 8 * 8
    if codes is None:
        return encode(rows.wholes, rows_count, stop) if rows.count > flat_rows_max else None
    if rows_count > REDRAWN_AT_RATIO * codes.drawn_for_count:
        return encode(rows.wholes, rows_count, stop)
    if rows_count - codes.rows_count > TAIL_ROWS_MAX:
        return codes.extended(rows.wholes, rows_count, stop)
    return codes


def _nearest(state: _State, query: np.ndarray, count: int, bits: np.ndarray) -> list[Near]:
    """The nearest of the rows whose bit is set."""
    rows, codes = state
    if codes is None or count == 0:
        return _best(rows, *_scan(rows, query, count, bits, 0), count)
    wanted = max(CANDIDATES_MIN, CANDIDATES_PER_ASKED * count)
    coded = _compare(rows, query, codes.near(query, wanted, LISTS_COUNT, bits))
    later = _scan(rows, query, count, bits, codes.rows_count)
    # Lists near the vector may hold few that are allowed: then all are compared.
    if len(coded[0]) < min(wanted, int(np.bitwise_count(bits[: codes.rows_count // 8]).sum())):
        return _best(rows, *_scan(rows, query, count, bits, 0), count)
    return _best(rows, *(np.concatenate(pair) for pair in zip(coded, later, strict=True)), count)


def _compare(rows: Rows, query: np.ndarray, positions: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
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


def _best(rows: Rows, positions: np.ndarray, similarities: np.ndarray, count: int) -> list[Near]:
    best = np.argsort(-similarities, kind="stable")[: max(count, 0)]
    names = rows.names
    return [Near(names[positions[place]], float(similarities[place])) for place in best]
