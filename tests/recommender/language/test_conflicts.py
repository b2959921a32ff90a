"""Rules that undo each other are named, by what is a kind of what."""

import pytest

from recommender.instruction import compile_instruction
from recommender.language.chips import label
from recommender.language.conflicts import conflicts
from recommender.language.lexicon import Lexicon, read_lexicon
from recommender.matching.kinds import kinds_of
from recommender.matching.wordnet import WordNet
from tests.recommender.language.notation import DESCRIPTIONS, MOMENT


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(DESCRIPTIONS)


@pytest.fixture(scope="module")
def is_kind():
    return kinds_of(WordNet())


@pytest.mark.parametrize(
    ("text", "held", "because"),
    [
        ("only cats", "never animals", "wanted_and_barred"),
        ("more poodles", "no dogs", "wanted_and_barred"),
        ("only cats", "only trains", "two_onlys"),
        ("more football", "less football", "more_and_less"),
        ("longer than 20 seconds", "under 10 seconds", "lengths_apart"),
        ("with music", "silent", "wanted_and_barred"),
        ("from @maya", "no @maya", "wanted_and_barred"),
    ],
)
def test_a_conflict_is_named(text, held, because, lexicon, is_kind):
    rules, others = (compile_instruction(each, lexicon, MOMENT).rules for each in (text, held))
    assert [found.because for found in conflicts(rules, others, is_kind)] == [because]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("only animals", "no cats"),
        ("cats or trains", "no animals"),
        ("more birds", "less cars"),
        ("only cats", "only anime"),
        ("under 10 seconds", "longer than 5 seconds"),
        ("only from @maya", "only from @bob"),
    ],
)
def test_rules_that_can_both_be_kept_are_no_conflict(text, held, lexicon, is_kind):
    rules, others = (compile_instruction(each, lexicon, MOMENT).rules for each in (text, held))
    assert conflicts(rules, others, is_kind) == ()


def test_an_instruction_may_contradict_itself(lexicon, is_kind):
    rules = compile_instruction("only cats, never animals", lexicon, MOMENT).rules
    assert [found.because for found in conflicts(rules, (), is_kind)] == ["wanted_and_barred"]


def test_chips_say_what_a_rule_does(lexicon):
    text = "cats or dogs, no snakes, only from @maya, with music, under 10 seconds, from the last 3 days"
    said = {label(rule) for rule in compile_instruction(text, lexicon, MOMENT).rules}
    assert said == {
        "More cats or dogs", "Never snakes", "Only from @maya", "With music", "Up to 10 s", "From the last 3 days",
    }  # fmt: skip
