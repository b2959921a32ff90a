"""A slate that was served comes out of the log again, byte for byte, and its parts add up."""

import random
from contextlib import closing

import msgspec
import pytest

from recommender.look import Look
from recommender.rules import Age, Length, Maker, Rule, Topic
from recommender.slate import Slate
from tests.recommender.world import World

NAMES = ("ana", "ben", "cleo", "dino", "eda", "finn")
THINGS = ("boat", "dog", "city", "skater", "horse", "train", "kitten", "wave", "mountain", "dancer")
PLACES = ("on a lake", "in a park", "at night", "in the rain", "at sunset")
ASKS = (None, None, None, "a boat", "dogs in a park", "no trains", "something calm", "only kittens")
RULES = (
    Rule("never", Topic("dogs"), "no dogs"),
    Rule("more", Topic("boats"), "more boats"),
    Rule("less", Topic("trains"), "less trains"),
    Rule("only", Maker("following"), "only from people I follow"),
    Rule("where", Length(max_s=5.0), "under 5 s"),
    Rule("where", Age(20.0), "of today"),
    Rule("more", Maker("@ben"), "more from @ben"),
)


class Days:
    """What random people do, and every slate that they are served meanwhile."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.chance = world, random.Random(seed)
        self.people = [world.joins(name) for name in NAMES]
        self.clips: list[tuple[str, str]] = []
        self.told: list[tuple[str, str]] = []
        self.served: dict[tuple[str, int, Look], bytes] = {}

    def go_on(self) -> None:
        """One thing happens."""
        who, other = self.chance.sample(self.people, 2)
        match self.chance.randrange(10):
            case 0 | 1 | 2 | 3:
                text = f"a {self.chance.choice(THINGS)} {self.chance.choice(PLACES)}"
                self.clips.append((who, self.world.publishes(who, text)))
            case 4 | 5:
                self.world.follows(who, other)
            case 6 if self.clips and self.chance.random() < 0.3:
                self.world.withdraws(*self.clips.pop(self.chance.randrange(len(self.clips))))
            case 7 if self.told:
                self.world.undoes(*self.told.pop())
            case 8 if self.chance.random() < 0.1:
                self.world.blocks(who, other)
            case _:
                self.told.append((who, self.world.tells(who, self.chance.choice(RULES))))
        self.world.feeder.catch_up()
        self.world.index.tend()

    def look(self) -> None:
        """Somebody looks at their feed, and sees some of it."""
        who = self.chance.choice(self.people)
        order = "newest" if self.chance.random() < 0.1 else "ranked"
        circle = "following" if self.chance.random() < 0.1 else "everyone"
        look = Look(self.chance.choice(ASKS), order, circle)
        page = self.world.feed.page(who, ask=look.ask, order=order, circle=circle)
        slate = self.world.slates.get(page.slate_id, who)
        self.served[who, page.position, look] = msgspec.json.encode(slate)
        if self.chance.random() < 0.3:
            self.world.feed.saw(who, page.slate_id, [item.clip_id for item in page.items[:2]])


def again(days: Days, viewer_id: str, position: int, look: Look) -> bytes:
    """The slate of then, made again."""
    feed, slates = days.world.feed, days.world.slates
    page = feed.page(viewer_id, ask=look.ask, as_of=position, order=look.order, circle=look.circle)
    return msgspec.json.encode(slates.get(page.slate_id, viewer_id))


@pytest.mark.parametrize(
    ("events_count", "pairs_count"), [(40, 60), pytest.param(300, 1_000, marks=pytest.mark.slow)]
)
def test_random_slates_are_made_again_byte_for_byte(world, events_count, pairs_count):
    days = Days(world, seed=5)
    while len(days.served) < pairs_count:
        if len(days.clips) + len(days.told) < 3 or world.position < 4 * events_count:
            days.go_on()
        for _ in range(pairs_count // events_count + 1):
            days.look()
    world.slates.clear()
    for (viewer_id, position, look), body in sorted(days.served.items(), key=lambda pair: pair[0][1]):
        assert again(days, viewer_id, position, look) == body
        slate = msgspec.json.decode(body, type=Slate)
        assert all(item.score == sum(part.points for part in item.parts) for item in slate.items)


def test_slates_that_codes_found_are_made_again_after_the_codes_were_renewed(tmp_path, embedder, monkeypatch):
    # So few candidates that codes miss near clips, and other codes miss others.
    for bound, number in (("LISTS_COUNT", 1), ("CANDIDATES_MIN", 3), ("CANDIDATES_PER_ASKED", 0)):
        monkeypatch.setattr(f"recommender.nearest.{bound}", number)
    monkeypatch.setattr("recommender.index.TAIL_ROWS_MAX", 2)
    with closing(World(tmp_path, embedder, flat_rows_max=16)) as world:
        days = Days(world, seed=8)
        while len(days.clips) < 20:
            days.go_on()
        assert not world.index.is_exact
        days.served.clear()
        for _ in range(40):
            days.look()
        rows_count = len(world.index)
        while len(world.index) < 2 * rows_count + 8:
            days.go_on()
        served = dict(days.served)
        kept = [world.lasting.served.as_of(*key) for key in served]
        assert all(each.searched is not None for each in kept)
        assert any(each.searched.clip_ids for each in kept)
        world.slates.clear()
        for (viewer_id, position, look), body in served.items():
            assert again(days, viewer_id, position, look) == body
