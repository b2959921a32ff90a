"""What is known of a kind of thing: how large, how heavy, of what, and how it behaves."""

from typing import Literal

import msgspec

from render_cluster.backends.physics.scene import Vector

Form = Literal["box", "sphere", "cylinder", "capsule", "ellipsoid", "torus"]
Trait = Literal[
    "rolls", "floats", "breaks", "fixed", "vehicle", "held", "burns", "seat", "ridden", "flat", "flies"
]

OWN_COLOUR: Vector = (0.8, 0.8, 0.8)
"""The colour of a body that nobody asked a colour for: its mesh keeps its own colours."""


class Shape(msgspec.Struct, frozen=True):
    """A solid of a thing's collision body, in shares of the thing's extent about its middle.

    `size` is the full extent along x, y, z; cylinders and capsules stand along their own z, tori lie flat.
    """

    form: Form
    size: Vector = (1.0, 1.0, 1.0)
    position: Vector = (0.0, 0.0, 0.0)
    euler_rad: Vector = (0.0, 0.0, 0.0)


class Thing(msgspec.Struct, frozen=True):
    """A kind of thing: what people call it, its usual extent (x, y, z; front to -y) and what it is made of.

    A kind drawn from a picture has its `picture`; all others have a mesh of their own. `colour` None lets
    the mesh keep its own colours. `words` are the singular nouns that mean it, its own name among them.
    """

    kind: str
    words: tuple[str, ...]
    size_m: Vector
    mass_kg: float
    material: str
    shapes: tuple[Shape, ...] = (Shape("box"),)
    traits: tuple[Trait, ...] = ()
    colour: Vector | None = None
    picture: str | None = None
    breaks_at_ns: float | None = None
    sources: tuple[str, ...] = ()
