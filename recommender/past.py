"""The community and its vectors as they stood at a position of the log."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from domain.ids import ClipId
from domain.ledger import Ledger
from projections.fold import Decode, RawLog, advance
from projections.registry import FEED
from projections.replay import BATCH_POSITIONS, replay
from projections.view_file import position_of
from projections.views import feed_candidates
from recommender.community import Community
from recommender.description import describe
from recommender.embedder import VECTOR_DIMENSIONS, Embedder
from recommender.index import ClipIndex


class Past:
    """One position at a time: a later one is reached from the last, an earlier one from the log's beginning."""

    def __init__(
        self, log: RawLog, decode: Decode, ledger: Ledger, embedder: Embedder, index: ClipIndex
    ) -> None:
        self._log = log
        self._decode = decode
        self._ledger = ledger
        self._embedder = embedder
        self._index = index
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    @contextmanager
    def at(self, position: int, index_position: int) -> Iterator[tuple[Community, ClipIndex]]:
        """The views after the event at a position, and the vectors that stood at theirs. Raises PoisonEvent."""
        with self._lock:
            connection = self._reach(position)
            index = self._index_at(connection, index_position)
            yield Community(lambda: connection, lambda: position), index

    def close(self) -> None:
        """Lets go of the last position."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _reach(self, position: int) -> sqlite3.Connection:
        if self._connection is None or position_of(self._connection) > position:
            if self._connection is not None:
                self._connection.close()
            self._connection = replay(self._log, FEED, self._decode, position)
        while advance(self._connection, FEED, self._log, self._decode, BATCH_POSITIONS, position):
            pass
        return self._connection

    def _index_at(self, connection: sqlite3.Connection, position: int) -> ClipIndex:
        """Vectors that are still there are taken over; those of clips gone since are made again from the log."""
        clip_ids = feed_candidates.standing_at(connection, position)
        vectors = self._index.vectors(clip_ids)
        gone = [place for place, known in enumerate(vectors.any(axis=1)) if not known]
        vectors[gone] = self._embedded([clip_ids[place] for place in gone])
        past = ClipIndex()
        past.add(clip_ids, vectors)
        past.position = position
        return past

    def _embedded(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        if not clip_ids:
            return np.zeros((0, VECTOR_DIMENSIONS), np.float32)
        return self._embedder.embed([describe(self._ledger, clip_id).text for clip_id in clip_ids])
