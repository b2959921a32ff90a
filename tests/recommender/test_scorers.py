"""Each scorer marks for one thing alone, within bounds."""

import numpy as np
import pytest
from hypothesis import given

from recommender.rule_marks import RuleMarks
from recommender.rules import Rule, Topic
from recommender.scorers.fact_scorer import FactScorer
from recommender.scorers.freshness_scorer import FreshnessScorer
from recommender.scorers.friend_scorer import FriendScorer
from recommender.scorers.inspiration_scorer import InspirationScorer
from recommender.scorers.rule_scorer import rule_scorers
from recommender.slate import MARK_FULL, Reason
from recommender.steering import ASK, numbered
from recommender.topic_matcher import Judged, quantised
from tests.recommender.candidates import BEN, CLEO, candidate, candidates, queries, query

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


class FixedMatcher:
    """Marks every clip by a table."""

    def judge(self, topics, clip_ids):
        table = {"first": [900_000, 100_000], "second": [400_000, 100_000]}
        all_of_them = np.ones(len(clip_ids), bool)
        marks = [np.array(table[topic.words][: len(clip_ids)], np.int64) for topic in topics]
        return [Judged(all_of_them, each, all_of_them, all_of_them, each) for each in marks]

    def join(self, columns, _looks=(), doubts=()):
        return np.minimum.reduce([*columns, *(MARK_FULL - doubt for doubt in doubts)])


def told(kind, origin, *topics):
    """Rules of one origin."""
    return numbered(origin, [Rule(kind, Topic(words), words) for words in topics])


def test_what_may_hold_a_little_of_what_is_barred_meets_the_wants_beside_it_less():
    clips = [candidate(1), candidate(2)]
    both = [Rule("more", Topic("first"), "first"), Rule("never", Topic("second"), "second")]
    rules = (*numbered("a", both), *told("never", "b", "second"))
    asked = query(rules=(*rules, *told("more", ASK, "first")))
    weighed = rule_scorers(asked, RuleMarks(asked, clips, FixedMatcher()))
    asked_for, told_to = (values(each.scorer, asked, *clips) for each in weighed)
    assert asked_for == [900_000, 100_000]
    assert told_to == [600_000, 100_000]
    assert weighed[1].scorer.mark(asked, clips)[0].reason.fact == "first"


def test_what_belongs_together_must_be_met_together_and_any_of_less_is_enough():
    clips = [candidate(1), candidate(2)]
    rules = (*told("more", "a", "first", "second"), *told("less", "b", "first", "second"))
    asked = query(rules=rules)
    more, less = rule_scorers(asked, RuleMarks(asked, clips, FixedMatcher()))
    assert (more.weight, more.origin, values(more.scorer, asked, *clips)) == (60, "a", [400_000, 100_000])
    assert (less.weight, less.origin, values(less.scorer, asked, *clips)) == (-60, "b", [900_000, 100_000])


def test_an_ask_is_matched_by_the_weight_of_its_recipe():
    asked = query(rules=told("more", ASK, "first"))
    (weighed,) = rule_scorers(asked, RuleMarks(asked, [candidate(1)], FixedMatcher()))
    assert weighed.weight == asked.recipe.weights.match
    assert weighed.scorer.mark(asked, [candidate(1)])[0].reason == Reason("asked")


def test_a_mark_outlives_a_vector_that_was_made_again():
    shares = np.array([0.7071, 0.25, 1.2, -0.3])
    for nudge in (0.0, 3e-7, -3e-7):
        assert quantised(shares + nudge).tolist() == [707_000, 250_000, MARK_FULL, 0]


def test_nothing_asked_matches_nothing():
    assert rule_scorers(query(), RuleMarks(query(), [], FixedMatcher())) == []


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
