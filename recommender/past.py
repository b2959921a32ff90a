"""The community and its vectors as they stood at a position of the log."""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

from domain.ids import ClipId
from domain.ledger import Ledger
from projections.fold import Decode, RawLog, advance
from projections.registry import FEED
from projections.replay import BATCH_POSITIONS, replay
from projections.view_file import position_of
from projections.views import feed_candidates
from recommender.catalogue import Catalogue, catalogue_of
from recommender.community import Community
from recommender.description import describe
from recommender.embedder import Embedder
from recommender.index import ClipIndex
from recommender.matching.features import Features
from recommender.vector_table import VectorTable


class Past:
    """One position at a time: a later one is reached from the last, an earlier one from the log's beginning."""

    def __init__(
        self, log: RawLog, decode: Decode, ledger: Ledger, embedder: Embedder, catalogue: Catalogue
    ) -> None:
        self._log = log
        self._decode = decode
        self._ledger = ledger
        self._embedder = embedder
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    @contextmanager
    def at(self, position: int, index_position: int) -> Iterator[tuple[Community, Catalogue]]:
        """The views after the event at a position, and the vectors that stood at theirs. Raises PoisonEvent."""
        with self._lock:
            connection = self._reach(position)
            catalogue = self._catalogue_at(connection, index_position)
            yield Community(lambda: connection, lambda: position), catalogue

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

    def _catalogue_at(self, connection: sqlite3.Connection, position: int) -> Catalogue:
        """What is known still is taken over; what went with clips gone since is made again from the log."""
        clip_ids = feed_candidates.standing_at(connection, position)
        now, index = self._catalogue.features, ClipIndex()
        gone = [clip_id for clip_id, known in zip(clip_ids, now.known(clip_ids), strict=True) if not known]
        if not gone and len(clip_ids) == len(self._catalogue.index):
            return self._catalogue
        texts = [describe(self._ledger, clip_id).text for clip_id in gone]
        made = dict(zip(gone, now.read(texts, self._embedder.embed), strict=True))
        vectors = _Then(self._catalogue.index.table, frozenset(clip_ids), made)
        features = now.then(vectors, made)
        wholes = self._catalogue.index.vectors(clip_ids)
        for place, clip_id in enumerate(clip_ids):
            if clip_id in made:
                wholes[place] = made[clip_id].vectors[0]
        index.add(clip_ids, wholes, position)
        return catalogue_of(index, features, self._embedder)


class _Then(NamedTuple):
    """The vectors of the clips that stood then: those that stand still, and those made again."""

    now: VectorTable
    standing: frozenset[ClipId]
    made: Mapping[ClipId, Features]

    def known(self, clip_ids: Sequence[ClipId]) -> np.ndarray:
        """See `recommender.clip_features.Vectors`."""
        return np.array([clip_id in self.standing for clip_id in clip_ids], bool)

    def of(self, clip_id: ClipId) -> np.ndarray | None:
        """See `recommender.clip_features.Vectors`."""
        if clip_id in self.made:
            return self.made[clip_id].vectors
        return self.now.of(clip_id) if clip_id in self.standing else None

    def clip_ids(self) -> list[ClipId]:
        """See `recommender.clip_features.Vectors`."""
        return list(self.standing)
