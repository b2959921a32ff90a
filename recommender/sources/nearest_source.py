"""Proposes the clips nearest in meaning to what the viewer asked, and to what they want more of or only."""

from collections.abc import Sequence
from itertools import chain, zip_longest

import numpy as np

from domain.ids import ClipId
from recommender.community import Community
from recommender.embedder import Embedder
from recommender.index import Allowed, ClipIndex
from recommender.language.topics import ALTERNATIVES
from recommender.rule_gate import RuleGate
from recommender.slate import Query
from recommender.stages import fitting
from recommender.steering import grouped, topics_of

# Of makers whom a rule names, this many of the newest clips are searched.
MAKERS_CLIPS_MAX = 20_000
# Similarities that differ by less are one: they differ where a vector is made anew.
SIMILARITY_DIGITS = 5
TIES_MAX = 16


class NearestSource:
    """Searches for each wording of each topic by itself, and for topics that belong together also between them.

    Proposes nothing where no topic is wanted.
    """

    name = "nearest"

    def __init__(self, community: Community, index: ClipIndex, embedder: Embedder) -> None:
        self._community = community
        self._index = index
        self._embedder = embedder

    def find(self, query: Query, gate: RuleGate) -> Sequence[ClipId]:
        """See `recommender.stages.Source`."""
        vectors = self._vectors(query)
        if not vectors:
            return []
        makers = query.wanted_makers
        allowed = None
        if makers is not None:
            allowed = self._index.allow(self._community.newest_by_makers(makers, MAKERS_CLIPS_MAX))
        return fitting(query, gate, lambda limit: self._nearest(vectors, limit, allowed))

    def _vectors(self, query: Query) -> list[np.ndarray]:
        wanted = [
            topics_of(rules) for kind in ("more", "only") for rules in grouped(query.rules, kind).values()
        ]
        vectors: list[np.ndarray] = []
        for topics in wanted:
            wordings = [topic.words.split(ALTERNATIVES) for topic in topics]
            each = [[self._embedder.embed_query(words) for words in any_of] for any_of in wordings]
            vectors += chain.from_iterable(each)
            if len(each) > 1:
                middle = np.sum([np.sum(any_of, axis=0) for any_of in each], axis=0)
                vectors.append((middle / np.linalg.norm(middle)).astype(np.float32))
        return vectors

    def _nearest(self, vectors: Sequence[np.ndarray], limit: int, allowed: Allowed | None) -> list[ClipId]:
        found = [self._search(vector, limit, allowed) for vector in vectors]
        turns = chain.from_iterable(zip_longest(*found))
        return list(dict.fromkeys(clip_id for clip_id in turns if clip_id is not None))[:limit]

    def _search(self, vector: np.ndarray, limit: int, allowed: Allowed | None) -> list[ClipId]:
        near = self._index.search(vector, limit + TIES_MAX, allowed)
        near.sort(key=lambda each: (-round(each.similarity, SIMILARITY_DIGITS), each.clip_id))
        return [each.clip_id for each in near[:limit]]
