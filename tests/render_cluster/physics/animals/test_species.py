"""The species as data: words, bones and sizes that hold together."""

from collections import Counter

import numpy as np
import pytest

from render_cluster.backends.physics.anatomy.builds import Bird, Quadruped
from render_cluster.backends.physics.anatomy.kind import YOUNG_SHARE
from render_cluster.backends.physics.anatomy.species import (
    SPECIES,
    bone_index,
    bones_at,
    bones_of,
    find,
    mass_kg,
    saddle_of,
    species_of,
)
from render_cluster.backends.physics.raster.drawable import BONES_ROOMS

EVERY = sorted(SPECIES)


def test_each_word_means_one_species():
    words = Counter(word for one in SPECIES.values() for word in (*one.words, *one.young, *one.kin))
    assert [word for word, count in words.items() if count > 1] == []
    assert all(word == word.lower().strip() and len(word) > 1 for word in words)


@pytest.mark.parametrize(
    ("noun", "name"), [("puppy", "dog"), ("Kitten ", "cat"), ("pony", "horse"), ("seagull", "seagull")]
)
def test_a_noun_finds_its_species(noun, name):
    assert find(noun).name == name


def test_what_is_no_animal_is_not_found():
    assert find("teapot") is None
    assert find("") is None


def test_a_relative_is_known_as_a_stand_in():
    assert find("raccoon").name == "fox"
    assert "raccoon" in find("raccoon").kin
    assert "fox" not in find("fox").kin


def test_young_ones_are_much_lighter():
    dog = find("puppy")
    assert "puppy" in dog.young
    assert mass_kg(dog, YOUNG_SHARE * dog.length_m) < 0.3 * dog.mass_kg


@pytest.mark.parametrize("name", EVERY)
def test_bones_hang_together(name):
    bones = bones_of(name)
    names = [bone.name for bone in bones]
    assert len(set(names)) == len(names) <= max(BONES_ROOMS)
    assert names[0] == "trunk"
    assert bones[0].parent is None
    assert "head" in names
    for index, bone in enumerate(bones[1:], 1):
        assert bone.parent in names[:index]
        assert np.linalg.norm(np.subtract(bone.tail, bone.head)) > 1e-4
    assert bone_index(name) == {bone.name: index for index, bone in enumerate(bones)}


@pytest.mark.parametrize("name", [name for name in EVERY if isinstance(SPECIES[name].build, Quadruped)])
def test_a_quadruped_stands_on_four_feet_and_looks_towards_minus_y(name):
    bones = {bone.name: bone for bone in bones_of(name)}
    toes = [bones[foot].tail for foot in ("hand_l", "hand_r", "foot_l", "foot_r")]
    assert all(abs(toe[2]) < 1e-9 for toe in toes)
    assert min(bone.tail[2] for bone in bones.values()) > -1e-9
    assert bones["head"].tail[1] < bones["trunk"].head[1] < bones["pelvis"].tail[1]
    assert bones["hand_l"].tail[0] == pytest.approx(-bones["hand_r"].tail[0])


@pytest.mark.parametrize("name", [name for name in EVERY if isinstance(SPECIES[name].build, Bird)])
def test_a_bird_keeps_its_tail_off_the_ground(name):
    assert min(min(bone.head[2], bone.tail[2]) for bone in bones_of(name)) > -1e-9


def test_bones_grow_with_the_animal():
    small, large = bones_at("cat", 0.5), bones_at("cat", 1.0)
    assert np.allclose(2.0 * np.array([bone.tail for bone in small]), [bone.tail for bone in large])


def test_a_horse_carries_a_rider_above_its_back_and_a_dog_none():
    saddle = saddle_of(species_of("horse"))
    trunk = bones_of("horse")[bone_index("horse")[saddle.bone]]
    assert saddle.point[2] > trunk.head[2]
    assert saddle_of(species_of("dog")) is None
