"""Every kind of thing: one meaning a word, likely sizes and masses, a collision body inside its extent."""

import math
from collections import Counter

import numpy as np
import pytest

from render_cluster.backends.physics.dynamics.materials import MATERIALS
from render_cluster.backends.physics.things.catalogue import KINDS, find, thing_of
from render_cluster.backends.physics.things.emoji import pictured
from render_cluster.backends.physics.things.thing import Shape, Thing

EVERY = sorted([*KINDS.values(), *pictured().values()], key=lambda thing: thing.kind)
# Mass over the box around a thing, kg/m3: most things are mostly air.
DENSITY_KGPM3 = (0.1, 8000.0)
LARGEST_M = 200.0


def corners(shape: Shape) -> np.ndarray:
    """The eight corners (8, 3) of the box around a shape, in shares of the extent."""
    turn = np.eye(3)
    for axis, angle in enumerate(shape.euler_rad):
        one = np.eye(3)
        a, b = (axis + 1) % 3, (axis + 2) % 3
        one[a, a] = one[b, b] = math.cos(angle)
        one[a, b], one[b, a] = -math.sin(angle), math.sin(angle)
        turn = one @ turn
    signs = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) / 2
    return np.array(shape.position) + (signs * shape.size) @ turn.T


def is_likely(thing: Thing) -> bool:
    """Whether size, weight and stuff of a thing are such as things have."""
    low, high = DENSITY_KGPM3
    weighs = "fixed" in thing.traits or low <= thing.mass_kg / math.prod(thing.size_m) <= high
    extends = all(0.001 <= side <= LARGEST_M for side in thing.size_m)
    holds = thing.breaks_at_ns is None or thing.breaks_at_ns > 0
    return thing.material in MATERIALS and weighs and extends and holds


def is_inside(thing: Thing) -> bool:
    """Whether a thing collides as a few solids within its extent."""
    few = 1 <= len(thing.shapes) <= 8
    whole = all(min(shape.size) > 0 for shape in thing.shapes)
    return few and whole and all(np.abs(corners(shape)).max() <= 0.5 + 0.06 for shape in thing.shapes)


def test_every_thing_is_of_a_likely_size_and_weight() -> None:
    assert [thing for thing in EVERY if not is_likely(thing)] == []


def test_every_collision_body_is_few_solids_inside_the_extent() -> None:
    assert [thing for thing in EVERY if not is_inside(thing)] == []


def test_a_word_means_one_thing_and_a_thing_is_found_by_its_name() -> None:
    for group in (KINDS.values(), pictured().values()):
        counted = Counter(word for thing in group for word in thing.words)
        assert [word for word, count in counted.items() if count > 1] == []
    for thing in KINDS.values():
        assert thing.kind.replace("_", " ") in thing.words
        assert thing_of(thing.kind) is thing
    assert all(word == word.lower().strip() for thing in EVERY for word in thing.words)


def test_own_models_come_before_pictures_and_unknown_nouns_give_nothing() -> None:
    assert find("fire hydrant").kind == "fire_hydrant"
    assert find("mug") is find("cup")
    assert find("whale").picture is not None
    assert find("justice") is None
    with pytest.raises(KeyError):
        thing_of("justice")


def test_what_can_break_is_of_brittle_stuff() -> None:
    brittle = {"glass", "ceramic", "plastic", "rubber", "water", "snow", "ice", "food", "wood"}
    assert {thing.material for thing in EVERY if thing.breaks_at_ns is not None} <= brittle
    assert find("glass").breaks_at_ns < find("vase").breaks_at_ns
