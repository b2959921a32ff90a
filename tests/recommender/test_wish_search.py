"""What wishes find is remembered, and never outlives a clip."""

from recommender.rules import Topic
from recommender.wish_search import WishSearch

BOATS = ((Topic("boats"),),)


class Counted:
    """An index that counts its searches."""

    def __init__(self, index):
        self._index = index
        self.searches_count = 0

    def search_even(self, *arguments):
        self.searches_count += 1
        return self._index.search_even(*arguments)

    def __getattr__(self, name):
        return getattr(self._index, name)


def test_what_stands_is_searched_once_and_anew_after_a_clip_came_or_went(world):
    ben = world.joins("ben")
    boat, ship = world.publishes(ben, "a boat on a lake"), world.publishes(ben, "a ship at sea")
    world.publishes(ben, "a dog in a park")
    world.feeder.catch_up()
    index = Counted(world.index)
    search = WishSearch(index, world.embedder)
    first = search.nearest(BOATS, 2)
    assert (search.nearest(BOATS, 2), set(first), index.searches_count) == (first, {boat, ship}, 1)
    world.index.remove([boat])
    assert boat not in search.nearest(BOATS, 2)
    rowing = world.publishes(ben, "boats")
    world.feeder.catch_up()
    assert search.nearest(BOATS, 2)[0] == rowing
    assert search.nearest(BOATS, 2) == WishSearch(world.index, world.embedder).nearest(BOATS, 2)
    assert index.searches_count == 3


def test_more_of_a_search_begins_with_what_less_of_it_found(world):
    ben = world.joins("ben")
    for number in range(12):
        world.publishes(ben, f"a boat number {number}")
    world.feeder.catch_up()
    search = world.catalogue.search
    whole = search.nearest(BOATS, 12)
    assert all(search.nearest(BOATS, count) == whole[:count] for count in range(13))
