"""The index follows the log: published clips become findable, withdrawn ones are gone."""

import threading

from recommender.clip_features import ClipFeatures
from recommender.description import DESCRIPTION_VERSION
from recommender.embedder import Embedder
from recommender.index import ClipIndex
from recommender.vector_feeder import BATCH_EVENTS_MAX, VectorFeeder
from recommender.vector_table import VectorTable
from tests.recommender.test_index import vectors_for


class NothingToEmbed(Embedder):
    """Fails where a text is embedded that need not be."""

    def embed(self, texts):
        assert not texts
        return super().embed(texts)


def restarted(world, embedder, description_version=DESCRIPTION_VERSION):
    """A new index with its feeder over the same log and the same kept vectors."""
    index = ClipIndex(VectorTable(world.folder / "vectors", str(description_version)))
    features = ClipFeatures(str, index.table)
    return index, VectorFeeder(world.ledger, embedder, index, features)


def nearest(index, embedder, text):
    """The clip nearest to a text."""
    return index.search(embedder.embed_together((text,))[0], 1)[0].clip_id


def test_a_published_clip_is_found_by_its_prompt_its_caption_and_its_facts(world):
    ana = world.joins("ana")
    boat = world.publishes(ana, "a boat tips over", scene="paddleboard", setting="lake")
    dog = world.publishes(ana, "something", scene="park", setting="meadow", caption="my dog Bruno")
    ball = world.publishes(ana, "something", scene="basketball", setting="court")
    assert world.feeder.catch_up() == 3
    assert nearest(world.index, world.embedder, "a capsizing ship") == boat
    assert nearest(world.index, world.embedder, "puppies") == dog
    assert nearest(world.index, world.embedder, "basketball") == ball


def test_a_draft_is_not_findable_and_a_withdrawn_clip_is_gone(world):
    ana = world.joins("ana")
    first, second = world.publishes(ana, "one"), world.publishes(ana, "two")
    world.feeder.catch_up()
    world.withdraws(ana, first)
    world.feeder.catch_up()
    assert (first in world.index, second in world.index) == (False, True)
    assert restarted(world, NothingToEmbed())[0].table.clip_ids() == [second]
    assert world.index.position == world.position


def test_a_clip_withdrawn_before_it_was_taken_in_is_never_embedded(world):
    ana = world.joins("ana")
    world.withdraws(ana, world.publishes(ana, "gone"))
    index, feeder = restarted(world, NothingToEmbed())
    feeder.catch_up()
    assert len(index) == 0


def test_a_restart_embeds_nothing_twice(world):
    ana = world.joins("ana")
    clips = [world.publishes(ana, f"clip {number}") for number in range(BATCH_EVENTS_MAX + 3)]
    world.feeder.catch_up()
    index, feeder = restarted(world, NothingToEmbed())
    assert feeder.catch_up() == 0
    assert all(clip_id in index for clip_id in clips)
    query = world.embedder.embed_together(("clip 3",))[0]
    assert index.search(query, 5) == world.index.search(query, 5)


def test_other_descriptions_than_todays_are_made_anew(world):
    ana = world.joins("ana")
    clip = world.publishes(ana, "a boat")
    world.feeder.catch_up()
    index, feeder = restarted(world, world.embedder, DESCRIPTION_VERSION + 1)
    assert len(index) == 0
    assert feeder.catch_up() == 1
    assert clip in index


def test_words_that_were_erased_describe_nothing(world):
    ana = world.joins("ana")
    world.publishes(ana, "a unicorn", scene="basketball", setting="court")
    world.keys.destroy(ana)
    world.feeder.catch_up()
    (found,) = world.index.search(world.embedder.embed_together(("a unicorn",))[0], 1)
    assert found.similarity < 0.3


def test_what_is_published_while_it_follows_becomes_findable(world):
    ana = world.joins("ana")
    stop = threading.Event()
    thread = threading.Thread(target=world.feeder.follow, args=(stop,))
    thread.start()
    try:
        clip = world.publishes(ana, "a boat")
        arrived = threading.Event()
        for _ in range(200):
            if clip in world.index:
                break
            arrived.wait(0.05)
        assert clip in world.index
    finally:
        stop.set()
        thread.join()


def test_a_forgotten_clip_leaves_index_and_file_at_once(world):
    ana = world.joins("ana")
    first, second = world.publishes(ana, "one"), world.publishes(ana, "two")
    world.feeder.catch_up()
    # Clauses that both clips have stand there for the other.
    own, other = ({each[:16].tobytes() for each in world.index.table.of(clip)} for clip in (first, second))
    pieces = own - other

    def found_count():
        kept = b"".join(path.read_bytes() for path in world.folder.glob("vectors/*/*"))
        return sum(piece in kept for piece in pieces)

    assert found_count() == len(pieces)
    world.withdraws(ana, first)
    world.feeder.forget([first])
    assert (first in world.index, second in world.index) == (False, True)
    assert found_count() == 0


def test_an_index_that_has_grown_gets_its_codes_beside_what_follows_the_log(world, monkeypatch):
    monkeypatch.setattr("recommender.vector_feeder.TEND_S", 0.01)
    index = ClipIndex(VectorTable(world.folder / "many"), flat_rows_max=50)
    index.add([f"clip-{number}" for number in range(80)], vectors_for(1, 80))
    feeder = VectorFeeder(world.ledger, world.embedder, index, ClipFeatures(str, index.table))
    stop = threading.Event()
    thread = threading.Thread(target=feeder.tend, args=(stop,))
    thread.start()
    try:
        waited = threading.Event()
        for _ in range(400):
            if not index.is_exact:
                break
            waited.wait(0.02)
        assert not index.is_exact
    finally:
        stop.set()
        thread.join()


def test_codes_that_are_being_made_are_dropped_when_the_server_stops():
    index, stop = ClipIndex(flat_rows_max=50), threading.Event()
    index.add([f"clip-{number}" for number in range(80)], vectors_for(1, 80))
    stop.set()
    assert not index.tend(stop)
    assert index.is_exact
