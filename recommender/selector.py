"""Puts scored candidates in their final order: varied makers, no near-duplicates, a share for the unknown."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from domain.ids import ClipId, PersonId
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.index import ClipIndex
from recommender.slate import Query, Removed, Scored

# Looking further down for another topic would bring up clips that nobody asked for.
LOOKAHEAD_CLIPS_MAX = 12


class Selection(NamedTuple):
    """The chosen in their order, and those left out."""

    chosen: list[Scored]
    removed: list[Removed]


class Selector:
    """Takes the best that stands each time, within four rules; in a recipe that is not varied, just the best.

    No maker comes twice running while another is left, and no topic while another is near, but that a followed
    maker's clip keeps its place. A clip that hardly differs from one already chosen is left out, unless the
    viewer follows its maker. Where the recipe says so, every so many places go to the best clip of somebody
    whom the viewer does not follow and after whom nobody has made anything yet.
    """

    name = "selector"

    def __init__(self, index: ClipIndex) -> None:
        self._index = index

    def select(self, query: Query, scored: Sequence[Scored]) -> Selection:
        """At most the policy's `slate_items_max`; equal scores go to the newer clip."""
        policy = query.policy
        queue = sorted(scored, key=_rank)
        if not query.recipe.varied:
            return _cut(queue, policy.slate_items_max)
        vectors = self._vectors(queue)
        taken = _Taken(policy.slate_items_max, policy.near_duplicate_cosine)
        # Where something was asked for, the same topic again is what was meant.
        topics = _Topics(vectors, 1.0 if query.asked_topics else policy.same_topic_cosine)
        chosen: list[Scored] = []
        removed: list[Removed] = []
        while queue and len(chosen) < policy.slate_items_max:
            best = _take_next(queue, query, chosen, topics)
            clip_id, maker_id = best.candidate.clip_id, best.candidate.maker_id
            if maker_id not in query.viewer.following and taken.resembles(vectors[clip_id]):
                removed.append(Removed(clip_id, "near_duplicate"))
                continue
            taken.add(vectors[clip_id])
            chosen.append(best)
        removed.extend(_left_out(queue))
        return Selection(chosen, removed)

    def _vectors(self, scored: Sequence[Scored]) -> dict[ClipId, np.ndarray]:
        clip_ids = [each.candidate.clip_id for each in scored]
        return dict(zip(clip_ids, self._index.vectors(clip_ids), strict=True))


class _Taken:
    """The vectors chosen so far."""

    def __init__(self, items_max: int, near_duplicate_cosine: float) -> None:
        self._vectors = np.zeros((items_max, VECTOR_DIMENSIONS), np.float32)
        self._count = 0
        self._cosine_max = near_duplicate_cosine

    def resembles(self, vector: np.ndarray) -> bool:
        """Whether a unit vector, float32 (384,), lies too near to one that was added."""
        return bool((self._vectors[: self._count] @ vector > self._cosine_max).any())

    def add(self, vector: np.ndarray) -> None:
        """Adds one vector; a clip not embedded yet has zeros and resembles nothing."""
        self._vectors[self._count] = vector
        self._count += 1


class _Topics:
    """Tells clips of one topic by their vectors, float32 (384,) each."""

    def __init__(self, vectors: Mapping[ClipId, np.ndarray], same_cosine: float) -> None:
        self._vectors = vectors
        self._same_cosine = same_cosine

    def are_one(self, first: Scored, second: Scored) -> bool:
        """Whether two clips show nearly the same kind of thing; one not embedded yet is like no other."""
        vectors = self._vectors
        return float(vectors[first.candidate.clip_id] @ vectors[second.candidate.clip_id]) > self._same_cosine


def _cut(queue: list[Scored], items_max: int) -> Selection:
    return Selection(queue[:items_max], _left_out(queue[items_max:]))


def _left_out(queue: Sequence[Scored]) -> list[Removed]:
    return [Removed(left.candidate.clip_id, "slate_full") for left in queue]


def _rank(scored: Scored) -> tuple[int, int, str]:
    candidate = scored.candidate
    return (-scored.score, -candidate.published_position, candidate.clip_id)


def _take_next(queue: list[Scored], query: Query, chosen: Sequence[Scored], topics: _Topics) -> Scored:
    """Takes the next out of a queue that is not empty, best first."""
    if not chosen:
        return queue.pop(0)
    last = chosen[-1]
    last_maker_id = last.candidate.maker_id
    if _is_turn_of_unknown(query, len(chosen)):
        for place, scored in enumerate(queue):
            if _is_unknown(scored, query) and scored.candidate.maker_id != last_maker_id:
                return msgspec.structs.replace(queue.pop(place), introduced=True)
    place = _first_of_another(queue, last_maker_id)
    nearby = range(place, min(place + LOOKAHEAD_CLIPS_MAX, len(queue)))
    others = [near for near in nearby if queue[near].candidate.maker_id != last_maker_id]
    following = query.viewer.following
    fit = (
        near
        for near in others
        if queue[near].candidate.maker_id in following or not topics.are_one(queue[near], last)
    )
    return queue.pop(next(fit, place))


def _is_turn_of_unknown(query: Query, chosen_count: int) -> bool:
    every_items = query.recipe.unknown_every_items
    return every_items is not None and (chosen_count + 1) % every_items == 0


def _is_unknown(scored: Scored, query: Query) -> bool:
    candidate = scored.candidate
    return candidate.maker_id not in query.viewer.following and candidate.inspired_makers_count == 0


def _first_of_another(queue: Sequence[Scored], last_maker_id: PersonId | None) -> int:
    # In a community of two, the other's clips may follow each other: better than an empty page.
    places = (place for place, scored in enumerate(queue) if scored.candidate.maker_id != last_maker_id)
    return next(places, 0)
