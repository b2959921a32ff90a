"""Searches the index for the clips nearest in meaning to wishes, and remembers what stands."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

import numpy as np

from domain.ids import ClipId
from recommender.embedder import Embedder
from recommender.index import Allowed, ClipIndex, Standing
from recommender.language.topics import ALTERNATIVES
from recommender.matching.forms import wish_vectors
from recommender.rules import Topic

SEARCHES_KEPT_MAX = 256
# With ids of 8 bytes a place, all that is kept stays under 16 MiB.
CLIPS_KEPT_MAX = 8_192

Wishes = tuple[tuple[Topic, ...], ...]
"""What is wanted: topics that belong together stand together."""


class _Found(NamedTuple):
    """What a search found, and how the index stood when it began."""

    standing: Standing
    clip_ids: list[ClipId]


class WishSearch:
    """Searches for each wording of each topic by itself, and for topics that belong together also between them.

    What is found depends on the wishes and the index alone, and on no viewer; it is remembered until a clip comes
    or goes.
    """

    def __init__(self, index: ClipIndex, embedder: Embedder) -> None:
        self.index = index
        self._embedder = embedder
        self._found: OrderedDict[tuple[Wishes, int], _Found] = OrderedDict()
        self._lock = threading.Lock()

    def nearest(self, wishes: Wishes, count: int, allowed: Allowed | None = None) -> list[ClipId]:
        """The `count` clips nearest to any of the wishes, each wish's in turn, best first."""
        # A power of two, so that viewers who have seen so many or so many clips share a search.
        reach = 1 << max(0, count - 1).bit_length()
        if allowed is not None or reach > CLIPS_KEPT_MAX:
            return self._search(wishes, reach, allowed)[:count]
        # Asked before the search: where a clip comes or goes meanwhile, what is found counts as old at once.
        standing = self.index.standing
        found = self._kept((wishes, reach))
        if found is None or found.standing != standing:
            found = _Found(standing, self._search(wishes, reach, None))
            self._keep((wishes, reach), found)
        return found.clip_ids[:count]

    def meet(self, topics: Iterable[Topic]) -> None:
        """Embeds what somebody is about to wish: the page that comes of it does not wait for new words then."""
        for topic in topics:
            self._wordings(topic)

    def _search(self, wishes: Wishes, count: int, allowed: Allowed | None) -> list[ClipId]:
        found = [self.index.search_even(vector, count, allowed) for vector in self._vectors(wishes)]
        turns = chain.from_iterable(zip_longest(*found))
        return list(dict.fromkeys(clip_id for clip_id in turns if clip_id is not None))[:count]

    def _vectors(self, wishes: Wishes) -> list[np.ndarray]:
        vectors: list[np.ndarray] = []
        for topics in wishes:
            each = [self._wordings(topic) for topic in topics]
            vectors += chain.from_iterable(each)
            if len(each) > 1:
                middle = np.sum([np.sum(any_of, axis=0) for any_of in each], axis=0)
                vectors.append((middle / np.linalg.norm(middle)).astype(np.float32))
        return vectors

    def _wordings(self, topic: Topic) -> Sequence[np.ndarray]:
        """The vector of each wording, float32 (384,)."""
        return [
            wish_vectors(self._embedder, words, topic.facet)[0] for words in topic.words.split(ALTERNATIVES)
        ]

    def _kept(self, key: tuple[Wishes, int]) -> _Found | None:
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
            return found

    def _keep(self, key: tuple[Wishes, int], found: _Found) -> None:
        with self._lock:
            self._found[key] = found
            self._found.move_to_end(key)
            if len(self._found) > SEARCHES_KEPT_MAX:
                self._found.popitem(last=False)
