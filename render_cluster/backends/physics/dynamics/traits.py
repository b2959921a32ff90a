"""What the solver knows of a kind: its collision shapes and how it behaves."""

from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.things.thing import Shape, Trait

_SPHERES = ("sphere", "basketball", "ball")
_CYLINDERS = ("cylinder", "cone", "hoop_pole", "wheel")


def shapes_of(body: Body) -> tuple[Shape, ...]:
    """The solids that a body is made of."""
    if body.kind in _SPHERES or "ball" in body.kind:
        return (Shape("sphere"),)
    if body.kind in _CYLINDERS:
        return (Shape("cylinder"),)
    if body.kind == "hoop_rim":
        return (Shape("torus"),)
    return (Shape("box"),)


def traits_of(body: Body) -> tuple[Trait, ...]:
    """How a body's kind behaves."""
    return ("vehicle",) if body.kind in ("skateboard", "car", "bicycle", "motorcycle") else ()
