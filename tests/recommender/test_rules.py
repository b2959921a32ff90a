"""Stories of people who tell their feed what to show, from the log to the page."""

import msgspec
import pytest

from domain.events import Caps, CapsSet, GuardianAsked, GuardianLinked, PersonalisationSet
from recommender.refusals import CursorInvalid
from recommender.rules import Age, Heard, Length, Maker, Rule, Topic
from tests.recommender.test_feed import clips_of, reasons_of
from tests.recommender.world import NOON

NEVER_DOGS = Rule("never", Topic("dogs"), "no dogs")
MORE_BOATS = Rule("more", Topic("boats on water"), "more boats")
LESS_BOATS = Rule("less", Topic("boats on water"), "less boats")
FROM_BEN = Rule("only", Maker("@Ben"), "only from @ben")
FOLLOWED = Rule("where", Maker("following"), "from people I follow")


@pytest.fixture
def ana(world):
    return world.joins("ana")


@pytest.fixture
def town(world):
    """Clips of a boat, a dog and a city, each by somebody else, in this order."""
    made = {
        "boat": world.publishes(world.joins("ben"), "a boat on a lake", scene="boat", setting="lake"),
        "dog": world.publishes(world.joins("cleo"), "a dog runs in a park", scene="dog", setting="park"),
        "city": world.publishes(world.joins("dino"), "a city at night", scene="city", setting="street"),
    }
    world.feeder.catch_up()
    return made


def test_what_is_never_wanted_is_hidden_counted_and_back_once_undone(world, ana, town):
    told = world.tells(ana, NEVER_DOGS)
    page = world.feed.page(ana)
    assert clips_of(page) == [town["city"], town["boat"]]
    slate = world.slates.get(page.slate_id, ana)
    assert (slate.removed_counts["rule"], slate.hidden_counts) == (1, {f"{told}.0": 1})
    assert [rule.rule for rule in slate.rules] == [NEVER_DOGS]
    assert world.feed.hidden(ana, NOON) == [(town["dog"], (f"{told}.0",))]
    world.undoes(ana, told)
    assert set(clips_of(world.feed.page(ana))) == set(town.values())


def test_more_raises_and_less_lowers_and_why_says_by_how_much(world, ana, town):
    more = world.tells(ana, MORE_BOATS)
    page = world.feed.page(ana)
    assert clips_of(page)[0] == town["boat"]
    assert "you want more of it: more boats" in reasons_of(page, town["boat"])
    why = world.feed.why(ana, page.slate_id, town["boat"])
    (part,) = (part for part in why.parts if part.origin == more)
    (effect,) = why.rules
    assert part.points == 60 * effect.mark > 0
    assert (effect.rule, effect.did) == (f"{more}.0", "raised")
    world.undoes(ana, more)
    less = world.tells(ana, LESS_BOATS)
    page = world.feed.page(ana)
    assert clips_of(page)[-1] == town["boat"]
    why = world.feed.why(ana, page.slate_id, town["boat"])
    assert why.score == sum(part.points for part in why.parts)
    assert next(part.points for part in why.parts if part.origin == less) < 0


def test_facts_filter_exactly(world, ana, town):
    for rule, expected in [
        (Rule("where", Age(2.0), "of two hours"), {"city"}),
        (Rule("where", Age(1.0), "of this hour"), set()),
        (FROM_BEN, {"boat"}),
        (Rule("never", Maker("ben"), "not @ben"), {"dog", "city"}),
        (Rule("only", Maker("nobody"), "only @nobody"), set()),
        (Rule("where", Length(max_s=3.0), "under 3 s"), set()),
        (Rule("where", Length(max_s=4.0), "up to 4 s"), {"boat", "dog", "city"}),
    ]:
        told = world.tells(ana, rule)
        assert set(clips_of(world.feed.page(ana))) == {town[name] for name in expected}, rule
        world.undoes(ana, told)


def test_music_is_filtered_by_where_it_is_known(world, ana):
    ben = world.joins("ben")
    scored, silent, _ = [world.publishes(ben, "a boat", music=music) for music in (True, False, None)]
    for kind, expected in [("where", {scored}), ("never", {silent})]:
        told = world.tells(ana, Rule(kind, Heard("music"), "music"))
        assert set(clips_of(world.feed.page(ana))) == expected
        world.undoes(ana, told)


def test_a_rule_about_makers_finds_what_no_newest_clip_would_show(world, ana):
    ben, cleo = world.joins("ben"), world.joins("cleo")
    old = world.publishes(ben, "an old boat")
    for number in range(200):
        world.publishes(cleo, f"clip {number}")
    world.tells(ana, FROM_BEN)
    assert clips_of(world.feed.page(ana)) == [old]


def test_following_only_and_newest_are_one_switch_away(world, ana, town):
    world.follows(ana, "person-ben")
    assert clips_of(world.feed.page(ana, circle="following")) == [town["boat"]]
    page = world.feed.page(ana, order="newest")
    assert clips_of(page) == [town["city"], town["dog"], town["boat"]]
    assert world.feed.why(ana, page.slate_id, town["boat"]).score == 0


def test_who_wants_no_personal_feed_keeps_what_they_hide(world, ana, town):
    world.follows(ana, "person-ben")
    world.tells(ana, NEVER_DOGS, MORE_BOATS)
    world.happens(PersonalisationSet(ana, False))
    page = world.feed.page(ana)
    assert clips_of(page) == [town["city"], town["boat"]]
    assert clips_of(world.feed.page(ana, circle="following")) == [town["boat"]]
    assert world.slates.get(page.slate_id, ana) is None
    world.happens(PersonalisationSet(ana, True))
    assert clips_of(world.feed.page(ana))[0] == town["boat"]


@pytest.mark.usefixtures("town")
def test_a_guardians_word_goes_before_ones_own(world):
    tess, gina = world.joins("tess", "teen"), world.joins("gina")
    pair = ("link-1", tess, gina)
    world.happens(GuardianAsked(*pair, tess), GuardianLinked(*pair), CapsSet(*pair, Caps(personalised=False)))
    world.happens(PersonalisationSet(tess, True))
    assert not world.community.is_personalised(tess)


def test_a_rule_set_between_two_pages_holds_on_the_second(world, ana, town):
    page = world.feed.page(ana, limit=1)
    world.tells(ana, NEVER_DOGS)
    assert town["dog"] not in clips_of(world.feed.page(ana, cursor=page.cursor))


@pytest.mark.usefixtures("town")
def test_trying_rules_counts_what_they_would_hide_and_keeps_nothing(world, ana):
    assert world.feed.preview(ana, [NEVER_DOGS]) == (1, 3)
    assert world.feed.preview(ana, [MORE_BOATS]) == (0, 3)
    assert world.feed.hidden(ana, NOON) == []


def test_hidden_shows_nothing_that_may_not_be_seen(world, ana, town):
    told = world.tells(ana, NEVER_DOGS)
    world.feed.page(ana)
    assert [each.clip_id for each in world.feed.hidden(ana, NOON)] == [town["dog"]]
    world.blocks("person-cleo", ana)
    assert world.feed.hidden(ana, NOON) == []
    assert told


def test_a_clip_of_which_nothing_is_known_passes_no_rule_about_what_is_shown(world, ana):
    world.publishes(world.joins("ben"), "a clip without a vector")
    assert len(world.feed.page(ana).items) == 1
    world.tells(ana, NEVER_DOGS)
    assert world.feed.page(ana).items == ()


def test_a_dropped_slate_is_made_again_byte_for_byte(world, ana, town):
    world.follows(ana, "person-dino")
    world.tells(ana, NEVER_DOGS, MORE_BOATS)
    kept = []
    for ask in (None, "a boat", "city lights"):
        page = world.feed.page(ana, ask=ask)
        kept.append((ask, page, msgspec.json.encode(world.slates.get(page.slate_id, ana))))
    world.feed.saw(ana, kept[0][1].slate_id, [town["boat"]])
    world.tells(ana, Rule("never", Topic("boats"), "no boats"))
    world.withdraws("person-dino", town["city"])
    world.feeder.catch_up()
    world.slates.clear()
    for ask, page, body in kept:
        again = world.feed.page(ana, ask=ask, as_of=page.position)
        assert again.slate_id == page.slate_id
        assert msgspec.json.encode(world.slates.get(page.slate_id, ana)) == body
        assert town["city"] not in clips_of(again)


@pytest.mark.usefixtures("town")
def test_a_cursor_of_a_dropped_slate_is_refused(world, ana):
    page = world.feed.page(ana, limit=1)
    world.slates.clear()
    with pytest.raises(CursorInvalid):
        world.feed.page(ana, cursor=page.cursor)


@pytest.mark.usefixtures("town")
def test_forgetting_leaves_nothing_to_make_a_slate_from(world, ana):
    world.tells(ana, NEVER_DOGS)
    page = world.feed.page(ana, ask="zebra")
    world.feed.forget(ana)
    assert world.lasting.served.get(page.slate_id, ana) is None
    assert world.feed.hidden(ana, NOON) == []


@pytest.mark.usefixtures("town")
def test_what_a_slate_was_made_from_lies_sealed(world, ana):
    world.feed.page(ana, ask="zebra")
    world.slates.clear()
    for path in world.folder.glob("s*.sqlite*"):
        assert b"zebra" not in path.read_bytes(), path
