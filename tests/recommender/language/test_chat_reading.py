"""A chat model may add to what was read without it, and may take no denial away."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.instruction import compile_instruction
from recommender.language.chat_reading import held_to, read_by_chat
from recommender.language.lexicon import Lexicon, read_lexicon
from recommender.rules import Maker, Rule, Topic
from tests.recommender.language.notation import DESCRIPTIONS, MOMENT, noted


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(DESCRIPTIONS)


def _answer(*rules: Rule) -> str:
    return msgspec.json.encode({"rules": rules}).decode()


def test_a_better_topic_stands(lexicon):
    offline = compile_instruction("birds I guess", lexicon, MOMENT)
    read = read_by_chat(offline, MOMENT, lambda _: _answer(Rule("more", Topic("wild birds"), "birds")))
    assert noted(read) == "more wild birds"


def test_a_denial_that_was_read_is_never_lost(lexicon):
    offline = compile_instruction("birds but no snakes", lexicon, MOMENT)
    read = read_by_chat(offline, MOMENT, lambda _: _answer(Rule("more", Topic("birds"), "birds")))
    assert noted(read) == "never snakes; more birds"


def test_what_is_barred_is_not_asked_for(lexicon):
    offline = compile_instruction("no snakes", lexicon, MOMENT)
    read = read_by_chat(offline, MOMENT, lambda _: _answer(Rule("more", Topic("snakes"), "snakes")))
    assert noted(read) == "never snakes"


def test_nobody_is_named_who_was_not(lexicon):
    offline = compile_instruction("birds", lexicon, MOMENT)
    said = _answer(Rule("more", Topic("birds"), "birds"), Rule("only", Maker("eve"), "birds"))
    assert noted(read_by_chat(offline, MOMENT, lambda _: said)) == "more birds"


@pytest.mark.parametrize(
    "answer", [None, "", "no", "{}", '{"rules": 3}', '{"rules": []}', '{"rules": [{"kind": "all"}]}']
)
def test_what_is_no_answer_leaves_the_offline_reading(answer, lexicon):
    offline = compile_instruction("birds", lexicon, MOMENT)
    assert read_by_chat(offline, MOMENT, lambda _: answer) == offline


_RULES = st.lists(
    st.builds(
        Rule,
        st.sampled_from(["only", "never", "more", "less", "where"]),
        st.builds(Topic, st.sampled_from(["snakes", "birds", "cars", ""])),
        st.text(max_size=5),
    ),
    max_size=6,
)


@given(said=_RULES)
def test_no_answer_takes_a_hard_rule_away(said, lexicon):
    offline = compile_instruction("only birds, no snakes, under 10 seconds", lexicon, MOMENT)
    hard = [(rule.kind, rule.about) for rule in offline.rules]
    assert [(rule.kind, rule.about) for rule in held_to(offline, said)][: len(hard)] == hard
