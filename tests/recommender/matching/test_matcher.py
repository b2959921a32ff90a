"""A clip that fits stands above one that does not, and what must not be shown is found by its kind."""

import numpy as np
import pytest

from recommender.embedder import Embedder
from recommender.matching.features import Shelf, parts_of, read_features, shelve
from recommender.matching.matcher import Matcher
from recommender.matching.ranking import rank
from recommender.matching.wordnet import WordNet
from recommender.rules import Length, Rule, Topic

CLIPS = (
    "A corgi chases a ball over wet grass",
    "A ferry leaves the harbour at dawn, in super slow motion",
    "Two girls jump over puddles in yellow coats",
    "An empty road through the desert",
    "A chef slices a cucumber in a bright kitchen, oil painting",
    "A sparrow drinks from a fountain, black and white",
)
CORGI, FERRY, GIRLS, ROAD, CHEF, SPARROW = range(len(CLIPS))


@pytest.fixture(scope="module")
def shelf(embedder: Embedder, wordnet: WordNet) -> Shelf:
    return shelve(read_features(CLIPS, embedder.embed, wordnet))


@pytest.mark.parametrize(
    ("topic", "best"),
    [
        (Topic("dogs"), CORGI),
        (Topic("boats"), FERRY),
        (Topic("cooking"), CHEF),
        (Topic("birds"), SPARROW),
        (Topic("slow motion", "camera"), FERRY),
        (Topic("oil paintings", "style"), CHEF),
        (Topic("trains | ferries"), FERRY),
    ],
)
def test_the_clip_that_fits_is_first(matcher: Matcher, shelf: Shelf, topic: Topic, best: int) -> None:
    assert matcher.judge(topic, shelf).marks.argmax() == best


def test_a_mark_is_the_same_whatever_stands_beside_the_clip(
    matcher: Matcher, embedder: Embedder, wordnet: WordNet
) -> None:
    features = read_features(CLIPS, embedder.embed, wordnet)
    topic = Topic("animals")
    together = matcher.judge(topic, shelve(features)).marks
    alone = [matcher.judge(topic, shelve([clip])).marks[0] for clip in features]
    assert together.tolist() == alone
    assert ((together >= 0) & (together <= 1)).all()


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("animals", {CORGI, SPARROW}),
        ("dogs", {CORGI}),
        ("vehicles", {FERRY}),
        ("birds | boats", {FERRY, SPARROW}),
        ("kids", {GIRLS}),
        ("humans", {GIRLS, CHEF}),
    ],
)
def test_what_must_not_be_shown_is_held_by_its_kind(
    matcher: Matcher, shelf: Shelf, words: str, hidden: set[int]
) -> None:
    held = set(np.flatnonzero(matcher.judge(Topic(words), shelf).holds).tolist())
    assert hidden <= held
    assert ROAD not in held


def test_hard_rules_remove_and_facts_are_passed_over(matcher: Matcher, shelf: Shelf) -> None:
    never = Rule("never", Topic("animals"), "no animals")
    short = Rule("where", Length(max_s=5.0), "short")
    assert not {CORGI, SPARROW} & set(rank([never, short], shelf, matcher))
    assert rank([short], shelf, matcher) == list(range(len(CLIPS)))
    only = Rule("only", Topic("dogs"), "only dogs")
    assert rank([only], shelf, matcher) == [CORGI]


def test_each_of_several_wishes_counts(matcher: Matcher, shelf: Shelf) -> None:
    wishes = [Rule("more", Topic("birds"), "birds"), Rule("more", Topic("black and white", "style"), "b/w")]
    assert rank(wishes, shelf, matcher)[0] == SPARROW


def test_nothing_to_match_and_nothing_to_match_by(matcher: Matcher, shelf: Shelf) -> None:
    assert matcher.judge(Topic("dogs"), shelve([])).marks.shape == (0,)
    assert matcher.judge(Topic("|"), shelf).marks.shape == (len(CLIPS),)
    assert matcher.judge(Topic("\u65e5\u672c"), shelf).marks.shape == (len(CLIPS),)


def test_a_long_description_is_heard_clause_by_clause() -> None:
    assert parts_of("A boat at sea, oil painting. It rains") == ["A boat at sea", "oil painting.", "It rains"]
    assert parts_of("A boat at sea") == []


def test_a_mood_is_found_by_what_is_seen_in_clips_of_it(
    matcher: Matcher, embedder: Embedder, wordnet: WordNet
) -> None:
    clips = ("A man waits for a bus", "Logs crackle in the fireplace of a cabin", "A lorry on a motorway")
    shelf = shelve(read_features(clips, embedder.embed, wordnet))
    assert matcher.judge(Topic("cosy", "mood"), shelf).marks.argmax() == 1
    assert matcher.judge(
        Topic("violence"), shelve(read_features(["Two knights fight with swords"], embedder.embed, wordnet))
    ).holds.all()


def test_near_kin_of_what_is_unwanted_are_hidden_and_yet_no_kind_of_it(
    matcher: Matcher, embedder: Embedder, wordnet: WordNet
) -> None:
    shelf = shelve(
        read_features(["A lion yawns on a rock", "The singer bows", "A tram"], embedder.embed, wordnet)
    )
    assert matcher.judge(Topic("cats"), shelf).holds.tolist() == [True, False, False]
    assert matcher.judge(Topic("singing"), shelf).holds.tolist() == [False, True, False]
    assert matcher.judge(Topic("cats"), shelf).marks[0] < 0.5


def test_of_two_that_are_not_hidden_the_one_that_may_hold_a_little_comes_last(
    matcher: Matcher, embedder: Embedder, wordnet: WordNet
) -> None:
    texts = ["a street in the city, full of traffic", "a street in the city, full of trees"]
    shelf = shelve(read_features(texts, embedder.embed, wordnet))
    cars = matcher.judge(Topic("cars"), shelf)
    assert not cars.holds.any()
    assert (cars.doubts > cars.marks).all()
    assert rank([Rule("never", Topic("cars"), "no cars")], shelf, matcher) == [1, 0]
