"""What WordNet is asked for is found in its files."""

import pytest

from recommender.matching.wordnet import WordNet


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("corgis", "animal"),
        ("eagle", "bird"),
        ("trucks", "vehicle"),
        ("croissant", "food"),
        ("geese", "bird"),
    ],
)
def test_a_word_in_any_form_falls_under_its_kinds(wordnet: WordNet, word: str, kind: str) -> None:
    top = wordnet.senses(kind)[0].synset
    assert top in wordnet.ancestors(wordnet.senses(word)[0].synset)


def test_the_commonest_meaning_comes_first_and_shares_add_up(wordnet: WordNet) -> None:
    senses = wordnet.senses("dog")
    assert "domestic_dog" in wordnet.synset(senses[0].synset).words
    assert sum(sense.share for sense in senses) == pytest.approx(1.0)


@pytest.mark.parametrize("word", ["", " ", "qzxv", "\u65e5\u672c", "zzzzzz", "!", "a_b_c"])
def test_what_is_no_word_means_nothing(wordnet: WordNet, word: str) -> None:
    assert wordnet.senses(word) == ()


def test_the_first_and_last_words_of_a_file_are_found(wordnet: WordNet) -> None:
    assert wordnet.senses("zygote")
    assert wordnet.senses("aardvark")
    assert wordnet.base_forms("zyrian")
