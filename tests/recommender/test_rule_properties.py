"""Whatever rules say, they only ever remove or reorder what the standing filters let through."""

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recommender.rules import Age, Heard, Length, Maker, Rule, Topic
from recommender.steering import ASK, FROM, numbered
from recommender.topic_matcher import Judged
from recommender.wish_search import WishSearch
from tests.recommender.world import World

words = st.text(max_size=12) | st.sampled_from(["dogs", "boats", "dogs | boats", "a | b", "", "|"])
bounds = st.none() | st.floats(allow_nan=False)
constraints = (
    st.builds(Topic, words, st.sampled_from(["any", "style", "camera"]))
    | st.builds(Maker, st.sampled_from(["following", "@ben", "BEN", "gone", "", "person-gone"]))
    | st.builds(Length, bounds, bounds)
    | st.builds(Age, st.floats(allow_nan=False))
    | st.builds(Heard, st.sampled_from(["sound", "speech", "music"]))
)
rules = st.lists(
    st.builds(Rule, st.sampled_from(["only", "never", "more", "less", "where"]), constraints, words),
    max_size=6,
)


def _anything(topic, clip_ids):
    marks = [hash((topic.words, clip_id)) % 1_001 * 1_000 for clip_id in clip_ids]
    holds = np.array([hash((clip_id, topic.words)) % 2 for clip_id in clip_ids], bool)
    return np.array(marks, np.int64), holds, holds, np.array(marks, np.int64)


class Anyhow:
    """A matcher that says anything, the same each time."""

    def judge(self, topics, clip_ids):
        known = np.array([hash(clip_id) % 5 > 0 for clip_id in clip_ids], bool)
        return [Judged(known, *_anything(topic, clip_ids)) for topic in topics]

    def join(self, columns, _looks=(), _doubts=()):
        return np.minimum.reduce(columns)


class NoWords:
    """An embedder of random vectors."""

    def embed_together(self, texts):
        vectors = np.random.default_rng(len(texts[0])).standard_normal((len(texts), 384)).astype(np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def town(tmp_path_factory, embedder):
    """A viewer, and clips that may be shown and others that may not."""
    world = World(tmp_path_factory.mktemp("town"), embedder)
    ana, ben, gone, shut = (world.joins(name) for name in ("ana", "ben", "gone", "shut"))
    world.follows(ana, ben)
    for maker in (ben, gone, shut):
        for number in range(4):
            world.publishes(maker, f"a clip {number}")
    world.withdraws(gone, world.publishes(gone, "a clip taken down"))
    world.blocks(shut, ana)
    reported = world.publishes(gone, "a clip that several reported")
    for reporter in (ana, ben, shut):
        world.reports(reporter, reported)
    yield world, ana
    world.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rules=rules,
    origin=st.sampled_from([ASK, FROM, "instruction-1"]),
    order=st.sampled_from(["ranked", "newest"]),
)
def test_no_rule_shows_what_a_filter_hides(town, rules, origin, order):
    world, ana = town
    stages = world.pipeline
    stages._matcher = Anyhow()
    for source in stages._sources:
        if source.name == "nearest":
            source._search = WishSearch(world.index, NoWords())
    hydrated = world.feed._hydrator.query(ana, rules=numbered(origin, rules), order=order)
    asked = msgspec.structs.replace(hydrated, ask="words" if origin == ASK else None)
    plain = msgspec.structs.replace(hydrated, rules=(), ask="words", order="newest")
    allowed = {item.clip_id for item in stages.rank(plain).items}
    ranking = stages.rank(asked)
    assert {item.clip_id for item in ranking.items} <= allowed
    # Nor is a rule said to have hidden what may not be seen.
    assert set(ranking.hidden) <= allowed
    for item in ranking.items:
        assert item.score == sum(part.points for part in item.parts)
        assert stages.still_standing(plain, [item.clip_id])
