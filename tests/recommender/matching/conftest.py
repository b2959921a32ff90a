"""WordNet and a matcher, read once."""

import pytest

from recommender.embedder import Embedder
from recommender.matching.matcher import Matcher
from recommender.matching.wordnet import WordNet


@pytest.fixture(scope="session")
def wordnet() -> WordNet:
    """The real one."""
    return WordNet()


@pytest.fixture(scope="session")
def matcher(embedder: Embedder, wordnet: WordNet) -> Matcher:
    """With the real model."""
    return Matcher(embedder, wordnet)
