"""Follows the log and keeps the index: a published clip becomes findable, a withdrawn one is gone."""

import logging
import threading
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from domain.events import ClipPublished, ClipWithdrawn
from domain.ids import ClipId
from domain.ledger import Ledger, Recorded
from recommender.clip_features import ClipFeatures
from recommender.description import Description, describe
from recommender.embedder import VECTOR_DIMENSIONS, Embedder
from recommender.index import ClipIndex
from recommender.vector_store import VectorStore

# Small enough that a withdrawal never waits for more than a tenth of a second of embedding before it.
BATCH_EVENTS_MAX = 16
POLL_S = 0.2
RETRY_S = 2.0

log = logging.getLogger(__name__)


class VectorFeeder:
    """The one writer of a clip index; words are read from the log when needed and kept nowhere else."""

    def __init__(
        self,
        ledger: Ledger,
        embedder: Embedder,
        index: ClipIndex,
        features: ClipFeatures,
        store: VectorStore,
    ) -> None:
        self._ledger = ledger
        self._embedder = embedder
        self._index = index
        self._features = features
        self._store = store
        self._writing = threading.Lock()
        self.trouble: str | None = None
        """The class of the error that keeps the index from following, if one does."""
        kept = store.load()
        self._index.add(kept.clip_ids, _whole(kept.vectors))
        self._features.add_vectors(kept.clip_ids, kept.vectors)
        self._index.position = kept.position

    def catch_up(self) -> int:
        """Takes in all that the log has; returns how many events that was."""
        taken_count = 0
        while batch := self._ledger.scan(
            (ClipPublished, ClipWithdrawn), self._index.position, BATCH_EVENTS_MAX
        ):
            self._take(batch)
            taken_count += len(batch)
        return taken_count

    def forget(self, clip_ids: Collection[ClipId]) -> None:
        """Drops clips that the log says are withdrawn, at once; waits for the batch in hand, if there is one.

        None of them comes back: the batches that follow ask the log again.
        """
        with self._writing:
            self._index.remove(clip_ids)
            self._features.remove(clip_ids)
            self._store.remove(clip_ids)

    def follow(self, stop: threading.Event) -> None:
        """Keeps catching up until told to stop; a log that cannot be read is tried again."""
        self._warm(stop)
        while not stop.is_set():
            try:
                self.catch_up()
                wait_s, self.trouble = POLL_S, None
            except Exception as error:
                # The class alone: a message could carry somebody's words.
                self.trouble = type(error).__name__
                log.error("the clip index could not follow the log: %s", type(error).__name__)
                wait_s = RETRY_S
            stop.wait(wait_s)

    def _warm(self, stop: threading.Event) -> None:
        try:
            self._features.warm(stop)
        except Exception as error:
            # Whoever needs them first will read them.
            log.error("the words of clips could not be read: %s", type(error).__name__)

    def _take(self, batch: list[Recorded]) -> None:
        with self._writing:
            self._take_in(batch)

    def _take_in(self, batch: list[Recorded]) -> None:
        withdrawn = {item.event.clip_id for item in batch if isinstance(item.event, ClipWithdrawn)}
        self._index.remove(withdrawn)
        self._features.remove(withdrawn)
        described = self._described(
            dict.fromkeys(item.event.clip_id for item in batch if isinstance(item.event, ClipPublished))
        )
        clip_ids = [description.clip_id for description in described]
        features = self._features.read([each.text for each in described], self._embedder.embed)
        vectors = [each.vectors for each in features]
        position = batch[-1].position
        self._store.write(position, clip_ids, vectors, withdrawn.difference(clip_ids))
        self._features.add(clip_ids, features)
        self._index.add(clip_ids, _whole(vectors))
        self._index.position = position

    def _described(self, clip_ids: Iterable[ClipId]) -> list[Description]:
        """The descriptions of those clips that stand; one withdrawn since is not worth embedding."""
        described = (describe(self._ledger, clip_id) for clip_id in clip_ids)
        return [description for description in described if not description.withdrawn]


def _whole(vectors: Sequence[np.ndarray]) -> np.ndarray:
    """Of each clip's vectors the one of all that it is described by, float32 (n, 384)."""
    firsts = [each[0] for each in vectors]
    return np.stack(firsts) if firsts else np.zeros((0, VECTOR_DIMENSIONS), np.float32)
