"""Stories of people and their feeds, from the log to the page."""

import msgspec
import pytest

from recommender.feed import PAGE_ITEMS_MAX
from recommender.policy import POLICY
from recommender.refusals import (
    AskEmpty,
    CursorInvalid,
    PageLimitInvalid,
    SlateItemUnknown,
    SlateUnknown,
)
from tests.recommender.world import World, shelf

STYLES = ("realistic", "cinematic", "anime")


@pytest.fixture
def ana(world: World):
    """The viewer."""
    return world.joins("ana")


def clips_of(page):
    """The ids of a page's clips, in order."""
    return [item.clip_id for item in page.items]


def reasons_of(page, clip_id):
    """The sentences that a page gives for a clip."""
    (item,) = (item for item in page.items if item.clip_id == clip_id)
    return [reason.text for reason in item.reasons]


def test_a_friends_newest_comes_first_with_its_reason(world, ana):
    ben, cleo = world.joins("ben"), world.joins("cleo")
    idea = world.publishes(cleo, "the idea of the year")
    world.follows(ana, ben)
    world.publishes(ben, "a first try")
    newest = world.publishes(ben, "a second try", scene="skater")
    for name in ("dino", "eda", "finn"):
        world.publishes(world.joins(name), f"after it, by {name}", remix_of=idea)
    world.feeder.catch_up()
    page = world.feed.page(ana)
    assert clips_of(page)[0] == newest
    assert reasons_of(page, newest)[0] == "the newest from @ben, whom you follow"
    assert "people who made a clip after it: 3" in reasons_of(page, idea)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("asked", ["{} clips", "focus on {} clips", "show me something {}"])
def test_asked_for_a_style_the_feed_ranks_it_above_the_others(world, ana, style, asked):
    makers = [world.joins(f"maker{number}") for number in range(3)]
    wanted = set()
    for each in STYLES:
        for maker_id, (prompt, scene) in zip(
            makers,
            [
                ("a basketball bounces off the rim at sunset", "basketball"),
                ("a paddleboard tips and sinks", "paddleboard"),
                ("a film crew at the cinema watches a premiere", "crowd"),
            ],
            strict=True,
        ):
            clip_id = world.publishes(maker_id, prompt, each, scene)
            if each == style:
                wanted.add(clip_id)
    world.follows(ana, makers[0])
    world.feeder.catch_up()
    page = world.feed.page(ana, ask=asked.format(style))
    assert set(clips_of(page)[:3]) == wanted
    assert len(page.items) == 9
    assert f"you named it: {style}" in reasons_of(page, clips_of(page)[0])


def test_asked_for_a_thing_the_feed_ranks_it_by_meaning(world, ana):
    ben, cleo = world.joins("ben"), world.joins("cleo")
    world.publishes(ben, "a skater wobbles and recovers", scene="skater", setting="plaza")
    boat = world.publishes(cleo, "a paddleboard tips and sinks", scene="paddleboard", setting="lake")
    world.follows(ana, ben)
    world.feeder.catch_up()
    page = world.feed.page(ana, ask="ships in trouble at sea")
    assert clips_of(page)[0] == boat


def test_pages_follow_one_another_without_gap_or_repeat_while_others_publish(world, ana):
    makers = [world.joins(name) for name in ("ben", "cleo", "dino")]
    clips = {world.publishes(makers[number % 3], f"clip {number}") for number in range(14)}
    shown, cursor = [], None
    while True:
        page = world.feed.page(ana, limit=4, cursor=cursor)
        shown += clips_of(page)
        world.publishes(makers[0], "meanwhile")
        if page.cursor is None:
            break
        cursor = page.cursor
    assert len(shown) == len(set(shown)) == 14
    assert set(shown) == clips


def test_a_clip_taken_down_is_gone_from_the_next_page_of_an_old_slate(world, ana):
    makers = [world.joins(name) for name in ("ben", "cleo", "dino", "eda", "finn", "gil")]
    clips = {maker_id: world.publishes(maker_id, f"by {maker_id}") for maker_id in makers}
    page = world.feed.page(ana, limit=1)
    rest = [maker_id for maker_id in makers if clips[maker_id] not in clips_of(page)]
    withdrawn, blocking, reported, *others = rest
    world.withdraws(withdrawn, clips[withdrawn])
    world.blocks(blocking, ana)
    for reporter in [*others, withdrawn]:
        world.reports(reporter, clips[reported])
    following = world.feed.page(ana, limit=5, cursor=page.cursor)
    assert set(clips_of(following)) == {clips[maker_id] for maker_id in others}
    assert following.slate_id == page.slate_id
    with pytest.raises(SlateItemUnknown):
        world.feed.why(ana, page.slate_id, clips[blocking])


def test_one_report_is_enough_to_shield_a_teen(world, ana):
    tim, ben = world.joins("tim", "teen"), world.joins("ben")
    clip = world.publishes(ben, "a clip")
    world.reports(ana, clip)
    assert clips_of(world.feed.page(tim)) == []
    assert clips_of(world.feed.page(ana)) == [clip]


def test_what_was_seen_makes_room_and_an_ask_finds_it_again(world, ana):
    ben = world.joins("ben")
    boat, dog = world.publishes(ben, "a boat"), world.publishes(ben, "a dog", scene="park")
    world.feeder.catch_up()
    page = world.feed.page(ana)
    world.feed.saw(ana, page.slate_id, [boat, "clip-from-elsewhere"])
    assert world.seen_clips.of(ana) == {boat}
    assert clips_of(world.feed.page(ana)) == [dog]
    assert clips_of(world.feed.page(ana, ask="a boat"))[0] == boat


def test_who_has_seen_all_the_newest_is_shown_older_ones(tmp_path, embedder):
    policy = msgspec.structs.replace(POLICY, source_clips_max=3)
    world = World(tmp_path, embedder, policy)
    ana, ben = world.joins("ana"), world.joins("ben")
    clips = [world.publishes(ben, f"clip {number}") for number in range(8)]
    for newest_first in (clips[7:4:-1], clips[4:1:-1], clips[1::-1], []):
        page = world.feed.page(ana)
        assert clips_of(page) == newest_first
        world.feed.saw(ana, page.slate_id, newest_first)
    world.close()


def test_asking_again_at_the_same_position_gives_the_same_slate(world, ana):
    ben = world.joins("ben")
    world.publishes(ben, "a boat")
    first = world.feed.page(ana)
    assert world.feed.page(ana) == first
    world.publishes(ben, "a dog")
    assert world.feed.page(ana).slate_id != first.slate_id


def test_a_clip_that_gets_its_vector_after_the_page_matches_the_next_time(world, ana):
    ben = world.joins("ben")
    boat = world.publishes(ben, "a boat on a lake", scene="paddleboard", setting="lake")
    world.publishes(world.joins("cleo"), "a dog in a park", scene="dog", setting="park")
    assert clips_of(world.feed.page(ana, ask="ships"))[0] != boat
    world.feeder.catch_up()
    assert clips_of(world.feed.page(ana, ask="ships"))[0] == boat


def test_two_servers_with_the_same_log_make_the_same_slate(world, ana, tmp_path):
    ben = world.joins("ben")
    for number in range(5):
        world.publishes(ben, f"clip {number}")
    world.feeder.catch_up()
    first = world.feed.page(ana, ask="boats")
    kept = world.slates.get(first.slate_id, ana)
    (tmp_path / "other").mkdir()
    other = shelf(tmp_path / "other", world.keys)
    world.opens(other).page(ana, ask="boats")
    assert msgspec.json.encode(other.slates.get(first.slate_id, ana)) == msgspec.json.encode(kept)


def test_as_of_gives_the_slate_of_then(world, ana):
    ben = world.joins("ben")
    world.publishes(ben, "a boat")
    then = world.feed.page(ana)
    world.publishes(ben, "a dog")
    assert world.feed.page(ana) != then
    assert msgspec.json.encode(world.feed.page(ana, as_of=then.position)) == msgspec.json.encode(then)
    with pytest.raises(SlateUnknown):
        world.feed.page(ana, as_of=then.position - 1)
    with pytest.raises(SlateUnknown):
        world.feed.page(ben, as_of=then.position)


def test_why_gives_the_parts_that_add_up_to_the_score(world, ana):
    ben = world.joins("ben")
    world.follows(ana, ben)
    clip = world.publishes(ben, "a boat")
    page = world.feed.page(ana)
    why = world.feed.why(ana, page.slate_id, clip)
    assert why.score == sum(part.points for part in why.parts) > 0
    assert {part.name: part.points for part in why.parts} == {
        "friend": 40_000_000,
        "inspiration": 0,
        "freshness": 10_000_000,
    }
    assert (why.position, why.policy_version) == (page.position, POLICY.version)
    assert set(why.found_by) == {"friends", "fresh", "region"}
    with pytest.raises(SlateUnknown):
        world.feed.why(ben, page.slate_id, clip)
    with pytest.raises(SlateItemUnknown):
        world.feed.why(ana, page.slate_id, "clip-from-elsewhere")


def test_a_cursor_from_elsewhere_is_refused(world, ana):
    ben, cleo = world.joins("ben"), world.joins("cleo")
    for prompt in ("a boat sinks", "a dog runs", "rain on a window", "a city at night"):
        world.publishes(cleo, prompt)
    world.feeder.catch_up()
    mine = world.feed.page(ana, ask="boats", limit=2).cursor
    assert len(world.feed.page(ana, cursor=mine).items) == 2
    assert len(world.feed.page(ana, ask="  boats", cursor=mine).items) == 2
    for viewer_id, ask, cursor in [
        (ben, None, mine),
        (ana, "dogs", mine),
        (ana, None, mine[:-2]),
        (ana, None, "none of ours"),
    ]:
        with pytest.raises(CursorInvalid):
            world.feed.page(viewer_id, ask=ask, cursor=cursor)


def test_a_cursor_whose_slate_is_forgotten_is_refused(world, ana):
    ben = world.joins("ben")
    for number in range(3):
        world.publishes(ben, f"clip {number}")
    cursor = world.feed.page(ana, limit=1).cursor
    for number in range(20):
        world.publishes(ben, f"later {number}")
        world.feed.page(ana)
    with pytest.raises(CursorInvalid):
        world.feed.page(ana, cursor=cursor)


@pytest.mark.parametrize("limit", [0, -1, PAGE_ITEMS_MAX + 1])
def test_a_page_has_bounds(world, ana, limit):
    with pytest.raises(PageLimitInvalid):
        world.feed.page(ana, limit=limit)


def test_an_empty_ask_is_refused_and_an_empty_community_has_an_empty_page(world, ana):
    with pytest.raises(AskEmpty):
        world.feed.page(ana, ask="   ")
    page = world.feed.page(ana)
    assert (page.items, page.cursor) == ((), None)


def test_the_name_of_an_erased_maker_is_not_said(world, ana):
    ben = world.joins("ben")
    world.follows(ana, ben)
    clip = world.publishes(ben, "a boat")
    page = world.feed.page(ana)
    assert b"@ben" in msgspec.json.encode(page)
    assert b"ben" not in msgspec.json.encode(world.slates.get(page.slate_id, ana)).replace(ben.encode(), b"")
    assert reasons_of(page, clip)[0] == "the newest from @ben, whom you follow"
