"""A feed that must not be personal: ranked for everybody alike, and nothing of it kept."""

import pytest

from domain.events import Caps, CapsSet, GuardianAsked, GuardianLinked, GuardianUnlinked
from recommender.refusals import SlateUnknown
from tests.recommender.test_feed import clips_of, reasons_of
from tests.recommender.world import World


@pytest.fixture
def tess(world: World) -> str:
    """A teen whose guardian wants no personal feed for her."""
    ward, guardian = world.joins("tess", "teen"), world.joins("gina")
    pair = ("link-1", ward, guardian)
    world.happens(GuardianAsked(*pair, ward), GuardianLinked(*pair), CapsSet(*pair, Caps(personalised=False)))
    return ward


def test_whom_one_follows_and_what_one_saw_places_nothing(world, tess) -> None:
    friend, other = world.joins("friend"), world.joins("other")
    friends, others = world.publishes(friend, "a friend's boat"), world.publishes(other, "another dog")
    world.follows(tess, friend)
    world.feeder.catch_up()
    before = world.feed.page(tess)
    assert clips_of(before) == [others, friends]  # the newest first
    assert "you follow" not in " ".join(reasons_of(before, friends))
    world.feed.saw(tess, before.slate_id, clips_of(before))
    assert clips_of(world.feed.page(tess)) == clips_of(before)


def test_two_such_viewers_see_the_same(world, tess) -> None:
    ward, guardian = world.joins("toni", "teen"), world.joins("gwen")
    pair = ("link-2", ward, guardian)
    world.happens(GuardianAsked(*pair, ward), GuardianLinked(*pair), CapsSet(*pair, Caps(personalised=False)))
    for number in range(4):
        maker = world.joins(f"maker{number}")
        world.publishes(maker, f"a boat number {number}")
        world.follows(tess, maker)
    world.feeder.catch_up()
    assert clips_of(world.feed.page(tess)) == clips_of(world.feed.page(ward))


def test_an_ask_is_answered_and_paged_and_not_kept_on_disk(world, tess) -> None:
    for scene in ("basketball", "skater", "boat"):
        world.publishes(world.joins(f"maker-{scene}"), f"a {scene} in the rain", scene=scene)
    world.feeder.catch_up()
    first = world.feed.page(tess, ask="zebra rain", limit=2)
    rest = world.feed.page(tess, limit=2, cursor=first.cursor)
    assert len({*clips_of(first), *clips_of(rest)}) == 3
    assert world.feed.why(tess, first.slate_id, clips_of(first)[0]).parts
    assert world.slates.get(first.slate_id, tess) is None
    for path in world.folder.glob("s*.sqlite*"):
        assert b"zebra" not in path.read_bytes(), path
    assert not world.seen_clips.of(tess)


def test_once_unlinked_the_feed_is_personal_again_and_begins_with_nothing(world, tess) -> None:
    world.publishes(world.joins("maker"), "a boat")
    world.feeder.catch_up()
    slate = world.feed.page(tess)
    world.happens(GuardianUnlinked("link-1", tess, "person-gina", tess))
    with pytest.raises(SlateUnknown):
        world.feed.saw(tess, slate.slate_id, clips_of(slate))
    again = world.feed.page(tess)
    world.feed.saw(tess, again.slate_id, clips_of(again))
    assert world.seen_clips.of(tess) == {*clips_of(again)}


def test_what_was_kept_before_can_be_forgotten(world) -> None:
    ana = world.joins("ana")
    world.publishes(world.joins("maker"), "a boat")
    world.feeder.catch_up()
    slate = world.feed.page(ana)
    world.feed.saw(ana, slate.slate_id, clips_of(slate))
    world.feed.forget(ana)
    assert not world.seen_clips.of(ana)
    assert world.slates.get(slate.slate_id, ana) is None
