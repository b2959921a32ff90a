"""Invented requests of every kind are read as the rules that they mean."""

from datetime import timedelta

import pytest

from recommender.instruction import compile_instruction
from recommender.language.lexicon import Lexicon, read_lexicon
from recommender.refusals import AskEmpty, LanguageUnknown
from recommender.rules import Rule
from tests.recommender.language.notation import DESCRIPTIONS, MOMENT, is_whole, noted, requests


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(DESCRIPTIONS, ("maya", "bob"))


def test_the_table_is_large():
    assert len(requests()) >= 150


@pytest.mark.parametrize(("text", "rules"), requests())
def test_a_request_is_read_as_it_is_meant(text, rules, lexicon):
    assert noted(compile_instruction(text, lexicon, MOMENT)) == rules


@pytest.mark.parametrize("text", ["hello", "show me videos", "please", "hi there, thank you!"])
def test_what_asks_for_nothing_is_refused(text, lexicon):
    with pytest.raises(AskEmpty):
        compile_instruction(text, lexicon, MOMENT)


@pytest.mark.parametrize(
    "text",
    [
        "покажи мне собак",
        "أرني كلاباً",
        "给我看狗",
        "näytä minulle koiria ilman ihmisiä",
        "mostrami cani senza persone",
    ],
)
def test_a_language_that_is_not_read_is_refused(text, lexicon):
    with pytest.raises(LanguageUnknown):
        compile_instruction(text, lexicon, MOMENT)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("birds", "en"),
        ("Hunde ohne Leine", "de"),
        ("perros", "es"),
        ("des chiens", "fr"),
        ("cachorros", "pt"),
        ("鳥", "ja"),
    ],
)
def test_the_language_is_told(text, language, lexicon):
    assert compile_instruction(text, lexicon, MOMENT).language == language


def test_an_end_is_told_by_the_clock_of_the_viewer(lexicon):
    # Nine in the evening in UTC is six in the morning in Tokyo: that night is over, the next ends at four.
    moment = MOMENT.replace(hour=21)
    read = compile_instruction("cats for tonight", lexicon, moment, utc_offset=timedelta(hours=9))
    assert read.until == moment + timedelta(hours=22)


def test_what_was_mended_is_said(lexicon):
    read = compile_instruction("fihsing baots", lexicon, MOMENT)
    assert [(repair.typed, repair.read) for repair in read.repairs] == [
        ("fihsing", "fishing"),
        ("baots", "boats"),
    ]


def test_a_handle_is_never_mended(lexicon):
    read = compile_instruction("only from @maay", lexicon, MOMENT)
    assert noted(read) == "only @maay"
    assert read.repairs == ()


def test_a_rule_says_which_words_it_was_read_from(lexicon):
    read = compile_instruction("More Trains, but NO people", lexicon, MOMENT)
    assert [rule.words for rule in read.rules] == ["Trains", "people"]


def test_many_denials_are_all_kept(lexicon):
    things = (
        "cats dogs birds snakes spiders cars trains boats planes trees flowers rivers lakes hills".split()
    )
    read = compile_instruction("no " + ", ".join(things[:-1]) + " or " + things[-1], lexicon, MOMENT)
    said = " ".join(_words(rule) for rule in read.rules)
    assert len(read.rules) <= 12
    assert set(things) <= set(said.split())


def _words(rule: Rule) -> str:
    return rule.about.words


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a dog in the snow", "dog in the snow"),
        ("I had a long day, show me slow motion on the beach", "slow motion on the beach"),
        ("birds in the rain, no people", "birds in the rain"),
        ("only cats in boxes", "cats in boxes"),
        ("birds", None),
        ("cats or dogs, nothing over 10 s", None),
    ],
)
def test_several_wishes_are_asked_for_as_one_sentence_too(text, whole, lexicon):
    found = [rule.about.words for rule in compile_instruction(text, lexicon, MOMENT).rules if is_whole(rule)]
    assert found == ([] if whole is None else [whole])
