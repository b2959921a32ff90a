"""The weights and bounds of the feed as data, under a version that every slate names."""

import msgspec

from domain.events import AgeBand


class Weights(msgspec.Struct, frozen=True):
    """What each scorer's full mark is worth, in points; an integer, so that scores add up exactly."""

    match: int
    fact: int
    friend: int
    inspiration: int
    freshness: int


class Recipe(msgspec.Struct, frozen=True):
    """How one kind of feed is made: its weights, and every how many items a stranger gets the place.

    Where it is `varied`, neighbours differ in maker and topic and near-duplicates are left out.
    """

    weights: Weights
    unknown_every_items: int | None
    varied: bool = True


class Policy(msgspec.Struct, frozen=True):
    """All that can be tuned.

    `more` and `less` are the points that an instruction gives or takes where a clip fits it in full.
    """

    version: str
    plain: Recipe
    asked: Recipe
    newest: Recipe
    more: int
    less: int
    freshness_half_life_h: float
    inspiration_full_makers_count: int
    near_duplicate_cosine: float
    same_topic_cosine: float
    quarantine_reporters_count: dict[AgeBand, int]
    slate_items_max: int
    source_clips_max: int


# Plain: a followed maker's newest clip (40) stands before all else (20 + 9 + 10 at most).
# More and less: what a viewer said counts for more than whom they follow.
# Asked: what the viewer named decides; friends and makers only settle what is nearly even.
POLICY = Policy(
    version="2026-11-b",
    plain=Recipe(
        Weights(match=0, fact=0, friend=40, inspiration=9, freshness=10),
        unknown_every_items=10,
    ),
    asked=Recipe(
        Weights(match=100, fact=50, friend=5, inspiration=3, freshness=2),
        unknown_every_items=None,
    ),
    newest=Recipe(
        Weights(match=0, fact=0, friend=0, inspiration=0, freshness=0),
        unknown_every_items=None,
        varied=False,
    ),
    more=60,
    less=60,
    freshness_half_life_h=48.0,
    inspiration_full_makers_count=20,
    near_duplicate_cosine=0.97,
    same_topic_cosine=0.6,
    quarantine_reporters_count={"adult": 3, "teen": 1},
    slate_items_max=120,
    source_clips_max=150,
)
