"""Each scorer marks for one thing alone, within bounds."""

import numpy as np
import pytest
from hypothesis import given

from recommender.index import ClipIndex
from recommender.rule_marks import RuleMarks
from recommender.rules import Topic
from recommender.scorers.fact_scorer import FactScorer
from recommender.scorers.freshness_scorer import FreshnessScorer
from recommender.scorers.friend_scorer import FriendScorer
from recommender.scorers.inspiration_scorer import InspirationScorer
from recommender.scorers.rule_scorer import rule_scorers
from recommender.slate import MARK_FULL, Reason
from recommender.topic_matcher import VectorMatcher
from tests.recommender.candidates import BEN, CLEO, candidate, candidates, queries, query, unit

SCORERS = [FactScorer(), FriendScorer(), InspirationScorer(), FreshnessScorer()]


@pytest.mark.parametrize("scorer", SCORERS, ids=lambda scorer: scorer.name)
@given(queries, candidates)
def test_each_candidate_gets_one_whole_mark_within_bounds(scorer, query, candidates):
    marks = scorer.mark(query, candidates)
    assert len(marks) == len(candidates)
    assert all(type(mark.value) is int and 0 <= mark.value <= MARK_FULL for mark in marks)


def values(scorer, query, *candidates):
    """The marks' values."""
    return [mark.value for mark in scorer.mark(query, candidates)]


class FixedWords:
    """An embedder that knows two words."""

    def embed_query(self, text):
        return {"first": unit(0), "second": unit(1)}[text]


def test_a_match_is_the_cosine_in_whole_steps_and_never_below_nothing():
    index = ClipIndex()
    clips = [candidate(number) for number in (1, 2, 3, 4, 5)]
    vectors = np.stack([unit(0), unit(0, 1), unit(1), -unit(0)])
    index.add([clip.clip_id for clip in clips[:4]], vectors)
    matcher = VectorMatcher(index, FixedWords())
    for words, expected in [
        ("first", [MARK_FULL, 707_000, 0, 0, 0]),
        ("first | second", [MARK_FULL, 707_000, MARK_FULL, 0, 0]),
    ]:
        asked = query(ask=words)
        (weighed,) = rule_scorers(asked, RuleMarks(asked, clips, matcher))
        assert weighed.weight == asked.recipe.weights.match
        assert values(weighed.scorer, asked, *clips) == expected


def test_a_mark_outlives_a_vector_that_was_made_again():
    index, clip = ClipIndex(), candidate(1)
    for nudge in (0.0, 3e-7, -3e-7):
        index.add([clip.clip_id], (unit(0, 1) + np.float32(nudge))[None])
        assert VectorMatcher(index, FixedWords()).marks(Topic("first"), [clip.clip_id]).tolist() == [707_000]


def test_nothing_asked_matches_nothing():
    assert rule_scorers(query(), RuleMarks(query(), [], VectorMatcher(ClipIndex(), FixedWords()))) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("cinematic clips", "cinematic"),
        ("a skate park at night", "skate park"),
        ("something at the park", None),
        ("anime", None),
    ],
)
def test_a_fact_counts_when_all_its_words_are_named(text, named):
    clip = candidate(1, facts=("cinematic", "skater", "skate park"))
    (mark,) = FactScorer().mark(query(ask=text), [clip])
    assert mark.reason == (Reason("named", named) if named else None)
    assert mark.value == (MARK_FULL if named else 0)


def test_a_friends_newest_counts_full_and_the_rest_half():
    clips = [candidate(1, BEN), candidate(2, BEN), candidate(3, CLEO)]
    following = query(following=frozenset({BEN}))
    assert values(FriendScorer(), following, *clips) == [MARK_FULL // 2, MARK_FULL, 0]


def test_inspiration_grows_with_the_makers_and_ends_at_full():
    clips = [candidate(count + 1, inspired_makers_count=count) for count in (0, 1, 2, 10, 20, 500)]
    marks = values(InspirationScorer(), query(), *clips)
    assert marks[0] == 0
    assert marks == sorted(marks)
    assert marks[-2:] == [MARK_FULL, MARK_FULL]


def test_freshness_halves_in_its_half_life_and_counts_from_the_newest():
    half_life_h = int(query().policy.freshness_half_life_h)
    clips = [candidate(100), candidate(100 + half_life_h), candidate(100 + 2 * half_life_h)]
    assert values(FreshnessScorer(), query(), *clips) == [MARK_FULL // 4, MARK_FULL // 2, MARK_FULL]
