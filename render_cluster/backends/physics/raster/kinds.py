"""Which meshes draw which kind of body, in the body's own frame."""

from collections.abc import Callable

from render_cluster.backends.physics.raster import props, shapes
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.scene import Body

Maker = Callable[[Body], list[Part]]


def parts_of(body: Body) -> list[Part]:
    """The parts of a body; an unknown kind is drawn as a box of its size. Grounds belong to the set."""
    return KINDS.get(body.kind, _box)(body)


def _box(body: Body) -> list[Part]:
    x, y, z = body.size_m
    return [Part(shapes.box(x, y, z, 0.12 * min(body.size_m)).painted(body.colour, 0.6))]


def _sphere(body: Body) -> list[Part]:
    x, y, z = body.size_m
    return [Part(shapes.sphere().scaled(x / 2, y / 2, z / 2).painted(body.colour, 0.45))]


def _cylinder(body: Body) -> list[Part]:
    x, y, z = body.size_m
    return [Part(shapes.cylinder(1.0, 2.0, sides=28).scaled(x / 2, y / 2, z / 2).painted(body.colour, 0.5))]


def _basketball(body: Body) -> list[Part]:
    radius = body.size_m[0] / 2
    return [Part(shapes.sphere(36, 20).scaled(radius).painted(body.colour, 0.62), Material.BALL)]


def _nothing(_body: Body) -> list[Part]:
    return []


KINDS: dict[str, Maker] = {
    "backboard": props.backboard,
    "basketball": _basketball,
    "box": _box,
    "cone": props.traffic_cone,
    "cylinder": _cylinder,
    "ground": _nothing,
    "hoop_pole": props.hoop_pole,
    "hoop_rim": props.hoop_rim,
    "kerb": props.concrete,
    "paddle": props.paddle,
    "paddleboard": props.paddleboard,
    "rail": props.rail,
    "ramp": props.ramp,
    "skateboard": props.skateboard,
    "sphere": _sphere,
    "wheel": props.wheel,
}
