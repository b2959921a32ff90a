"""Puts likenesses on the people of a staged scene: whose face, skin and hair each of the cast has."""

from collections.abc import Mapping

import msgspec

from render_cluster.backends.physics.raster.people.features import features_of
from render_cluster.backends.physics.scene import Likeness, Person, Scene
from render_cluster.storyboard import Shot


def with_likenesses(scene: Scene, shot: Shot, likenesses: Mapping[str, Likeness]) -> Scene:
    """The scene with each person of the shot who has a handle made to look like its likeness.

    KeyError for a handle without one. A set piece has one person, who bears a name of its own.
    """
    cast = {subject.id: subject for subject in shot.subjects if subject.likeness is not None}
    if not cast:
        return scene
    names = {one.name: one.name for one in scene.people}
    people = [subject.id for subject in shot.subjects if subject.kind == "person"]
    if len(people) == len(names) == 1:
        names = {scene.people[0].name: people[0]}
    return msgspec.structs.replace(
        scene,
        people=tuple(
            _likened(one, likenesses[cast[names[one.name]].likeness or ""])
            if names[one.name] in cast
            else one
            for one in scene.people
        ),
    )


def _likened(person: Person, one: Likeness) -> Person:
    features = features_of(one)
    return msgspec.structs.replace(
        person,
        likeness=one,
        skin=features.skin,
        hair=features.hair,
        hair_style=features.hair_style,
        hairline_m=features.hairline_m,
    )
