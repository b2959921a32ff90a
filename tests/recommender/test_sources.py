"""Each source proposes what it is named for."""

import msgspec

from domain.ids import country_id
from recommender.clip_features import ClipFeatures
from recommender.embedder import Embedder
from recommender.hydrators.query_hydrator import QueryHydrator
from recommender.pipeline import feed_pipeline
from recommender.policy import POLICY
from recommender.rule_gate import RuleGate
from recommender.sources.fresh_source import FreshSource
from recommender.sources.friends_source import FriendsSource
from recommender.sources.inspiring_source import InspiringSource
from recommender.sources.nearest_source import NearestSource
from recommender.sources.region_source import RegionSource
from recommender.topic_matcher import FeatureMatcher
from recommender.vector_table import VectorTable
from tests.recommender.candidates import query

OPEN = RuleGate(query(), FeatureMatcher(ClipFeatures(str, VectorTable()), Embedder()), lambda _: [])
TWO_CLIPS = msgspec.structs.replace(POLICY, source_clips_max=2)


def test_friends_proposes_the_newest_of_the_followed_alone(world):
    ben, cleo, dino = (world.joins(name) for name in ("ben", "cleo", "dino"))
    first = world.publishes(ben, "one")
    world.publishes(cleo, "two")
    third = world.publishes(dino, "three")
    followed = frozenset({ben, dino})
    assert FriendsSource(world.community).find(query(following=followed), OPEN) == [third, first]
    assert FriendsSource(world.community).find(query(), OPEN) == []


def test_fresh_proposes_the_newest_up_to_its_bound_and_nothing_withdrawn(world):
    ben = world.joins("ben")
    clips = [world.publishes(ben, str(number)) for number in range(4)]
    world.withdraws(ben, clips[3])
    assert FreshSource(world.community).find(query(policy=TWO_CLIPS), OPEN) == [clips[2], clips[1]]


def test_inspiring_proposes_what_others_remixed_and_what_its_maker_did_since(world):
    ben, cleo, dino = (world.joins(name) for name in ("ben", "cleo", "dino"))
    source = world.publishes(ben, "the idea")
    own = world.publishes(cleo, "only cleo's own")
    world.publishes(cleo, "again", remix_of=own)
    world.publishes(dino, "after the idea", remix_of=source)
    since = world.publishes(ben, "the next idea")
    assert InspiringSource(world.community).find(query(), OPEN) == [source, since]


def test_region_proposes_the_newest_of_ones_own_country_to_who_has_a_personal_feed(world):
    ben, cleo = world.joins("ben"), world.joins("cleo", country="FR")
    world.publishes(ben, "berlin")
    lyon, nantes = (world.publishes(cleo, name) for name in ("lyon", "nantes"))
    source, france = RegionSource(world.community), country_id("FR")
    assert source.find(query(country_id=france), OPEN) == [nantes, lyon]
    assert source.find(query(country_id=france, personalised=False), OPEN) == []
    assert source.find(query(), OPEN) == []


def test_what_the_world_crowds_out_reaches_the_feed_by_its_region(world):
    ana, ben, cleo = world.joins("ana", country="FR"), world.joins("ben"), world.joins("cleo", country="FR")
    lyon = world.publishes(cleo, "lyon")
    for number in range(3):
        world.publishes(ben, f"berlin {number}")
    asked = QueryHydrator(world.community, TWO_CLIPS).query(ana)
    items = feed_pipeline(world.community, world.catalogue).rank(asked).items
    assert {item.clip_id: item.found_by for item in items}[lyon] == ("region",)


def nearest(world):
    """The source over a community."""
    return NearestSource(world.community, world.catalogue.search)


def test_nearest_proposes_by_meaning_and_only_when_asked(world):
    ben = world.joins("ben")
    boat = world.publishes(ben, "a boat on a lake")
    world.publishes(ben, "a dog in a park")
    world.feeder.catch_up()
    assert nearest(world).find(query(ask="a ship"), OPEN)[0] == boat
    assert nearest(world).find(query(), OPEN) == []
