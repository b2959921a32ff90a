"""Finds the clips nearest to a vector while clips come and go: exactly while few, by codes first when many."""

import threading
from collections.abc import Collection, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from domain.ids import ClipId
from recommender import table_state
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.nearest import Near, best, bits_of, compare, live_count, nearest
from recommender.quantised import Codes, encode, open_codes
from recommender.vector_table import Rows, VectorTable

# Below this many allowed clips it is quicker to gather their rows than to scan all and mask.
GATHER_CLIPS_MAX = 2_000
# A scan of so many takes about 11 ms; with more, codes choose what is compared.
FLAT_ROWS_MAX = 100_000
# Rows that came after the codes were made are compared one by one: so many cost about 1 ms.
TAIL_ROWS_MAX = 8_192
# Similarities that differ by less are one: they differ where a vector is made anew.
SIMILARITY_STEP = 1e-5
TIES_MAX = 16
# Lists are drawn again when there are so many times the rows they were drawn for.
REDRAWN_AT_RATIO = 2


class Allowed(NamedTuple):
    """The clips that a search may find, made once by `ClipIndex.allow` for any number of searches.

    Clips added since are not among them; those removed since are not found.
    """

    rows: np.ndarray  # int64, sorted
    bits: np.ndarray  # uint8, eight rows a byte, lowest bit first


class Standing(NamedTuple):
    """Which rows an index has: rows only come at the end and only go, so that the same numbers mean the same rows."""

    table: str
    rows_count: int
    live_count: int
    coded_count: int


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

    @property
    def standing(self) -> Standing:
        """Tells whether a clip has come or gone, in any process: a search finds the same while this is the same."""
        rows, codes = self._state
        coded_count = 0 if codes is None else codes.rows_count
        return Standing(self.table.state.folder, rows.count, live_count(rows), coded_count)

    def __len__(self) -> int:
        return live_count(self._state.rows)

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
        mask = np.zeros(8 * len(bits_of(rows)), bool)
        mask[positions[positions >= 0]] = True
        return Allowed(np.flatnonzero(mask), np.packbits(mask, bitorder="little"))

    def search(self, vector: np.ndarray, count: int, allowed: Allowed | None = None) -> list[Near]:
        """The nearest clips to a unit vector, float32 (384,), best first; None allows every clip."""
        return best(*self._near(vector, count, allowed), count)

    def search_even(self, vector: np.ndarray, count: int, allowed: Allowed | None = None) -> list[ClipId]:
        """The same clips in an order that a vector made anew does not change: those as near stand by their ids."""
        near = best(*self._near(vector, count + TIES_MAX, allowed), count + TIES_MAX)
        names = [each.clip_id for each in near]
        steps = np.rint(np.array([each.similarity for each in near], np.float64) / SIMILARITY_STEP)
        order = np.lexsort((np.array(names, "U"), -steps))[: max(count, 0)]
        return [names[place] for place in order]

    def _near(
        self, vector: np.ndarray, count: int, allowed: Allowed | None
    ) -> tuple[Rows, np.ndarray, np.ndarray]:
        """Rows, which of them are near, and how much, in no order: the nearest `count` and maybe others."""
        if vector.shape != (VECTOR_DIMENSIONS,):
            raise ValueError(f"one vector of {VECTOR_DIMENSIONS}, not {vector.shape}")
        state = self._state
        query = np.ascontiguousarray(vector, np.float32)
        bits = bits_of(state.rows)
        if allowed is not None:
            if len(allowed.rows) <= GATHER_CLIPS_MAX:
                rows = allowed.rows[allowed.rows < state.rows.count]
                return state.rows, *compare(state.rows, query, rows[state.rows.are_live(rows)])
            both = min(len(bits), len(allowed.bits))
            bits = bits[:both] & allowed.bits[:both]
        return state.rows, *nearest(state.rows, state.codes, query, max(count, 0), bits)

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
