"""Wishes about likenesses that overlap and die half-way: never a clip without consent, never a byte too late."""

import pytest

from domain.events import AppealDecided, ClipPublished, GenerationRefused, RevocationReached
from tests.api.consent_oracle import broken_promises
from tests.api.consent_town import Town

STEPS_COUNT = 60


@pytest.mark.parametrize(("first", "count"), [(0, 50), pytest.param(100, 10_000, marks=[pytest.mark.slow])])
def test_no_interleaving_breaks_the_promise(first: int, count: int) -> None:
    published = refused = reached = served = put_back = 0
    for seed in range(first, first + count):
        town = Town(seed)
        town.play(STEPS_COUNT)
        assert broken_promises(town) == [], f"seed {seed}"
        published += sum(bool(each.event.cast) for each in town.ledger.scan((ClipPublished,)))
        refused += len(town.ledger.scan((GenerationRefused,)))
        reached += len(town.ledger.scan((RevocationReached,)))
        served += len(town.served)
        put_back += len(town.ledger.scan((AppealDecided,)))
    assert put_back > count / 10
    assert min(published, refused, reached, served) > count / 2  # the towns had something to lose
