"""What a text speaks of, and what it does not."""

import pytest

from recommender.matching.mentions import lemmas_of, read_mentions, terms
from recommender.matching.wordnet import WordNet


def test_a_text_speaks_of_every_kind_above_its_words(wordnet: WordNet) -> None:
    mentions = read_mentions("Two corgis run along a beach", wordnet)
    assert {"corgi", "run", "beach"} <= mentions.lemmas
    assert mentions.concepts[wordnet.senses("animal")[0].synset] == 1.0


def test_what_stands_behind_no_is_not_spoken_of(wordnet: WordNet) -> None:
    mentions = read_mentions("A street without any people. A cat yawns", wordnet)
    assert "people" not in mentions.lemmas
    assert "cat" in mentions.lemmas


def test_a_compound_is_read_as_one(wordnet: WordNet) -> None:
    assert [term.word for term in terms("eating a hot dog", wordnet)] == ["eating", "hot_dog"]


def test_what_only_looks_like_a_compound_still_speaks_of_its_words(wordnet: WordNet) -> None:
    assert [term.word for term in terms("a cat sleeps", wordnet)] == ["cat_sleeps"]
    mentions = read_mentions("a cat sleeps", wordnet)
    assert mentions.concepts[wordnet.senses("animal")[0].synset] > 0.3


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Close up of a bear", "animal"),  # the verb is commoner
        ("bears in a river", "animal"),
        ("The woman's hat", "person"),
        ("snow falls on his coat", "person"),
        ("a boy with a kite", "child"),
    ],
)
def test_a_word_in_the_place_of_a_noun_is_one_and_somebody_is_told_by_a_pronoun(
    text: str, kind: str, wordnet: WordNet
) -> None:
    assert read_mentions(text, wordnet).concepts.get(wordnet.senses(kind)[0].synset, 0.0) > 0.4


def test_a_woman_is_no_animal(wordnet: WordNet) -> None:
    concepts = read_mentions("a woman reads", wordnet).concepts
    assert concepts.get(wordnet.senses("animal")[0].synset, 0.0) < 0.1


def test_a_hot_dog_is_no_dog_and_a_coffee_cup_holds_coffee(wordnet: WordNet) -> None:
    assert "dog" not in lemmas_of("hot_dog", wordnet)
    assert "coffee" in lemmas_of("coffee_cup", wordnet)
