"""The animals there are: found by a noun, with the bones that solver and skin share."""

import zlib
from functools import cache

from render_cluster.backends.physics.anatomy import birds, mammals, sea_life, small_life
from render_cluster.backends.physics.anatomy.builds import Quadruped
from render_cluster.backends.physics.anatomy.kind import Coat, Pattern, Saddle, Species
from render_cluster.backends.physics.anatomy.skeletons import bones_of_build, scaled, unit_scale
from render_cluster.backends.physics.skeleton import Bone

SPECIES: dict[str, Species] = {
    one.name: one for one in (*mammals.SPECIES, *birds.SPECIES, *sea_life.SPECIES, *small_life.SPECIES)
}


def species_of(name: str) -> Species:
    """The species of this name; KeyError where there is none."""
    return SPECIES[name]


def find(noun: str) -> Species | None:
    """The species that a singular noun means, if any: "puppy" is a dog, "teapot" is none."""
    name = _by_word().get(noun.strip().lower())
    return None if name is None else SPECIES[name]


def nouns() -> tuple[str, ...]:
    """Every noun that `find` knows."""
    return tuple(_by_word())


def mass_kg(species: Species, length_m: float) -> float:
    """How heavy one of this length is, as bodies of one shape go: by the cube."""
    return species.mass_kg * (length_m / species.length_m) ** 3


def coat_of(species: Species, seed: int) -> Coat:
    """The colours that a seed draws from the coats of the species."""
    return species.coats[seed % len(species.coats)]


def pattern_of(species: Species, name: str) -> Pattern:
    """How the markings of the animal called `name` lie on it, always alike for one name."""
    return species.patterns[zlib.crc32(name.encode()) % len(species.patterns)]


@cache
def bones_of(name: str) -> tuple[Bone, ...]:
    """The rest pose of a species at unit length: faces -y, feet at z = 0, parents before children."""
    return bones_of_build(SPECIES[name].build)


def bones_at(name: str, length_m: float) -> tuple[Bone, ...]:
    """The rest pose of an animal of this length, metres."""
    return scaled(bones_of(name), length_m)


@cache
def bone_index(name: str) -> dict[str, int]:
    """The index of each bone of a species in its skin track."""
    return {bone.name: index for index, bone in enumerate(bones_of(name))}


def saddle_of(species: Species) -> Saddle | None:
    """Where a rider sits at unit length; None on what carries nobody."""
    if not species.rideable or not isinstance(species.build, Quadruped):
        return None
    factor = unit_scale(species.build)
    back = 0.5 * (species.build.withers + species.build.rump)
    return Saddle("trunk", (0.0, -0.08 * factor, back * factor))


@cache
def _by_word() -> dict[str, str]:
    return {word: one.name for one in SPECIES.values() for word in (*one.words, *one.young, *one.kin)}
