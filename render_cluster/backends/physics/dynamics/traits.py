"""What the solver knows of a kind: its collision shapes, how it behaves, and where a throw at it would go in."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.rotation import quaternion_matrix
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.things.catalogue import KINDS, find
from render_cluster.backends.physics.things.thing import Shape, Thing, Trait

_PLAIN: dict[str, Shape] = {
    "sphere": Shape("sphere"),
    "cylinder": Shape("cylinder"),
    "wheel": Shape("cylinder"),
    "cone": Shape("cylinder"),
    "hoop_pole": Shape("cylinder"),
    "hoop_rim": Shape("torus"),
}
# Wheels are round: blocks in their place would catch on every edge.
_ROLLING: dict[str, tuple[Shape, ...]] = {
    "skateboard": (
        Shape("box", (1.0, 1.0, 0.28), (0.0, 0.0, 0.2)),
        *(
            Shape("cylinder", (0.34, 0.0894, 1.5), (0.0, y, -0.225), (0.0, math.pi / 2.0, 0.0))
            for y in (-0.28, 0.28)
        ),
    ),
}


class Mouth(NamedTuple):
    """A ring to throw through: its middle in the world's frame, the turn of its body, its inner radius."""

    middle_m: np.ndarray
    turn: np.ndarray
    radius_m: float


def shapes_of(body: Body) -> tuple[Shape, ...]:
    """The solids that a body is made of; a box for a kind that nobody described."""
    if body.kind in _ROLLING:
        return _ROLLING[body.kind]
    thing = _thing_of(body)
    if thing is not None:
        return thing.shapes
    return (_PLAIN.get(body.kind, Shape("box")),)


def traits_of(body: Body) -> tuple[Trait, ...]:
    """How a body's kind behaves."""
    thing = _thing_of(body)
    return () if thing is None else thing.traits


def has_wheels(body: Body) -> bool:
    """Whether it rolls along its own y and holds across."""
    traits = traits_of(body)
    driven = "vehicle" in traits and "floats" not in traits and "flies" not in traits
    return driven or {"ridden", "rolls"} <= set(traits)


def mouth_of(body: Body) -> Mouth | None:
    """The ring of a hoop or a basket; None for a body without one."""
    for shape in shapes_of(body):
        if shape.form == "torus":
            size = np.multiply(shape.size, body.size_m)
            turn = quaternion_matrix(body.rotation)
            middle = np.array(body.position_m) + turn @ np.multiply(shape.position, body.size_m)
            return Mouth(middle, turn, float((size[0] + size[1]) / 4.0 - size[2]))
    return None


def _thing_of(body: Body) -> Thing | None:
    return KINDS.get(body.kind) or find(body.kind)
