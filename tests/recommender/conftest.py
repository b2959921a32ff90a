"""One sentence model for all tests of the feed, and a fresh community for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recommender.embedder import Embedder
from tests.recommender.world import World


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The real model; it loads at first use."""
    return Embedder()


@pytest.fixture
def world(tmp_path: Path, embedder: Embedder) -> Iterator[World]:
    """An empty community."""
    made = World(tmp_path, embedder)
    yield made
    made.close()
