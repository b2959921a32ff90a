"""The community and its vectors as they stood at a position of the log."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from domain.ledger import Ledger
from projections.fold import Decode, RawLog, advance
from projections.registry import FEED
from projections.replay import BATCH_POSITIONS, replay
from projections.view_file import position_of
from projections.views import feed_candidates
from recommender.catalogue import Catalogue
from recommender.community import Community
from recommender.description import describe
from recommender.embedder import VECTOR_DIMENSIONS, Embedder
from recommender.index import ClipIndex
from recommender.topic_matcher import FeatureMatcher


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
        now = self._catalogue.features
        gone = [clip_id for clip_id in clip_ids if not now.has(clip_id)]
        if not gone and len(clip_ids) == len(self._catalogue.index):
            return self._catalogue
        texts = [describe(self._ledger, clip_id).text for clip_id in gone]
        made = dict(zip(gone, now.read(texts, self._embedder.embed), strict=True))
        features, index = now.of(clip_ids, made), ClipIndex()
        vectors = [features.vectors_of(clip_id)[0] for clip_id in clip_ids]
        index.add(clip_ids, np.stack(vectors) if vectors else np.zeros((0, VECTOR_DIMENSIONS), np.float32))
        index.position = position
        return Catalogue(index, features, FeatureMatcher(features, self._embedder))
