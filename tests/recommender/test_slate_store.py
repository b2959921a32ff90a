"""Slates are kept as they were, for their viewer, up to a bound."""

import msgspec

from recommender import slate_store
from recommender.look import Look
from recommender.slate import Item, Part, Reason, Slate
from recommender.slate_store import SLATES_PER_VIEWER_MAX, SlateStore
from tests.recommender.candidates import ANA, BEN


def slate(number, viewer_id=ANA, ask=None):
    """A slate of one item, computed at position `number`."""
    item = Item("clip-1", BEN, 7, (Part("friend", 1, 7),), (Reason("inspired", 3),), ("fresh",))
    return Slate(f"slate-{viewer_id}-{number}-{ask}", viewer_id, number, "v1", ask, (item,), {"seen": 2})


def keep(store, kept):
    """Keeps it as the slate of its ask."""
    store.keep(kept, Look(kept.ask))


def test_a_slate_comes_back_byte_for_byte_after_a_restart(tmp_path):
    store = SlateStore(tmp_path / "slates.sqlite")
    keep(store, slate(1))
    store.close()
    found = SlateStore(tmp_path / "slates.sqlite").get(slate(1).slate_id, ANA)
    assert msgspec.json.encode(found) == msgspec.json.encode(slate(1))


def test_a_slate_is_its_viewers_alone(tmp_path):
    store = SlateStore(tmp_path / "slates.sqlite")
    keep(store, slate(1))
    assert store.get(slate(1).slate_id, BEN) is None
    assert store.as_of(BEN, 1, Look()) is None


def test_as_of_tells_asks_and_positions_apart(tmp_path):
    store = SlateStore(tmp_path / "slates.sqlite")
    for kept in (slate(1), slate(1, ask="boats"), slate(2)):
        keep(store, kept)
    assert store.as_of(ANA, 1, Look()) == slate(1)
    assert store.as_of(ANA, 1, Look("boats")) == slate(1, ask="boats")
    assert store.as_of(ANA, 2, Look("boats")) is None


def test_the_oldest_of_a_viewer_and_of_all_are_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr(slate_store, "SLATES_MAX", SLATES_PER_VIEWER_MAX + 2)
    store = SlateStore(tmp_path / "slates.sqlite")
    for number in range(SLATES_PER_VIEWER_MAX + 1):
        keep(store, slate(number))
    assert store.get(slate(0).slate_id, ANA) is None
    assert store.get(slate(1).slate_id, ANA) is not None
    for number in range(3):
        keep(store, slate(number, BEN))
    assert store.get(slate(1).slate_id, ANA) is None
    assert store.get(slate(2).slate_id, ANA) is not None
