"""Who and what a shot shows, each with a name and its extent, before anyone has a place."""

import zlib
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.anatomy.species import SPECIES, Species, bones_at, coat_of
from render_cluster.backends.physics.colours import COLOURS
from render_cluster.backends.physics.dynamics.materials import MATERIALS
from render_cluster.backends.physics.raster.people.outfits import person_of
from render_cluster.backends.physics.scene import Animal, Body, Person, Vector
from render_cluster.backends.physics.things.catalogue import thing_of
from render_cluster.backends.physics.things.thing import OWN_COLOUR, Thing
from render_cluster.storyboard import Shot, Subject

PERSON = "person"
# A solver in double precision loses hold of an ant of a tenth its size; no film would show it.
_LENGTH_M_MIN = 0.012
_CROWDED = 12
_SHOULDERS, _DEEP = 0.30, 0.22
Entity = Person | Animal | Body


class Part(NamedTuple):
    """One of the cast: the subject that it is of, what it is, and its extent (x, y, z) when it stands."""

    subject: Subject
    entity: Entity
    size_m: Vector
    thing: Thing | None = None

    @property
    def name(self) -> str:
        """Its name in the scene."""
        return self.entity.name

    @property
    def wide_m(self) -> float:
        """The wider of its two level extents."""
        return max(self.size_m[0], self.size_m[1])


def cast(shot: Shot, seed: int) -> tuple[Part, ...]:
    """Everyone and everything of a shot; the same subject looks the same in each shot of a clip.

    A shot shows at most a crowd: where counts add up to more, all shrink alike.
    """
    counts = {subject.id: _count(subject, shot) for subject in shot.subjects}
    whole = sum(counts.values())
    share = min(1.0, _CROWDED / whole) if whole else 1.0
    return tuple(
        _part(subject, name, _climate(shot), seed)
        for subject in shot.subjects
        for name in names_of(subject, max(1, round(counts[subject.id] * share)))
    )


def _count(subject: Subject, shot: Shot) -> int:
    """How many there are of a subject; what several hold, each of them holds one of."""
    if subject.place is None or subject.place.relation != "held_by":
        return subject.count
    holders = [other.count for other in shot.subjects if other.id == subject.place.target]
    return max(subject.count, *holders, 1)


def _climate(shot: Shot) -> str:
    """The setting that people dress for."""
    return "snow_slope" if shot.weather == "snow" else shot.setting


def names_of(subject: Subject, count: int) -> tuple[str, ...]:
    """The names of a subject's individuals: its id for one, "id:1", "id:2" ... for more."""
    if count == 1:
        return (subject.id,)
    return tuple(f"{subject.id}:{number}" for number in range(1, count + 1))


def _part(subject: Subject, name: str, setting: str, seed: int) -> Part:
    if subject.kind == PERSON:
        person = person_of(seed, name, subject.sex, subject.age, setting, _asked(subject))
        return Part(subject, person, (_SHOULDERS * person.height_m, _DEEP * person.height_m, person.height_m))
    if subject.kind in SPECIES:
        return _animal(subject, name, SPECIES[subject.kind], seed)
    thing = thing_of(subject.kind)
    x, y, z = (extent * subject.size for extent in thing.size_m)
    body = Body(
        name=name,
        kind=thing.kind,
        material=subject.material if subject.material in MATERIALS else thing.material,
        size_m=(x, y, z),
        mass_kg=0.0 if "fixed" in thing.traits else thing.mass_kg * subject.size**3,
        position_m=(0.0, 0.0, 0.0),
        colour=_colour(subject, thing),
        breaks_at_ns=thing.breaks_at_ns,
    )
    return Part(subject, body, body.size_m, thing)


def _asked(subject: Subject) -> tuple[tuple[str, Vector | None], ...]:
    """The clothes that were asked for, in the colours that were."""
    return tuple((garment.kind, COLOURS.get(garment.colour or "")) for garment in subject.wardrobe)


def _animal(subject: Subject, name: str, species: Species, seed: int) -> Part:
    rng = np.random.default_rng([seed & 0xFFFFFFFF, seed >> 32, zlib.crc32(name.encode())])
    length_m = max(_LENGTH_M_MIN, species.length_m * subject.size * float(rng.uniform(0.94, 1.06)))
    coat = coat_of(species, int(rng.integers(1 << 16)))
    colour = COLOURS.get(subject.colour or "")
    animal = Animal(
        name=name,
        species=species.name,
        length_m=round(length_m, 4),
        coat=colour or coat.coat,
        markings=coat.markings,
    )
    points = np.array(
        [point for bone in bones_at(species.name, length_m) for point in (bone.head, bone.tail)]
    )
    x, y, z = (float(extent) for extent in np.ptp(points, axis=0))
    return Part(subject, animal, (max(x, 0.25 * y), y, max(z, float(points[:, 2].max()))))


def _colour(subject: Subject, thing: Thing) -> Vector:
    return COLOURS.get(subject.colour or "") or thing.colour or OWN_COLOUR
