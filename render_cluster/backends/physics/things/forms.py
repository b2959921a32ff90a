"""Collision bodies that many things share, as shares of a thing's extent: what tables, trees and cups have alike."""

from collections.abc import Iterable

from render_cluster.backends.physics.scene import Vector
from render_cluster.backends.physics.things.thing import Form, Shape

BOX: tuple[Shape, ...] = (Shape("box"),)
BALL: tuple[Shape, ...] = (Shape("sphere"),)
EGG: tuple[Shape, ...] = (Shape("ellipsoid"),)
DRUM: tuple[Shape, ...] = (Shape("cylinder"),)


def span(low: Vector, high: Vector, form: Form = "box") -> Shape:
    """The solid between two corners, each in 0..1 of the extent: x to the right, y to the back, z from below."""
    size = (high[0] - low[0], high[1] - low[1], high[2] - low[2])
    middle = ((high[0] + low[0] - 1) / 2, (high[1] + low[1] - 1) / 2, (high[2] + low[2] - 1) / 2)
    return Shape(form, size, middle)


def legs(to_z: float, thick: float = 0.08, inset: float = 0.0) -> tuple[Shape, ...]:
    """Four legs under the corners, from the floor to `to_z`."""
    edges = ((inset, inset + thick), (1 - inset - thick, 1 - inset))
    return tuple(span((x0, y0, 0), (x1, y1, to_z)) for x0, x1 in edges for y0, y1 in edges)


def table(top_z: float = 0.94, thick: float = 0.08, inset: float = 0.03) -> tuple[Shape, ...]:
    """A top on four legs."""
    return (span((0, 0, top_z), (1, 1, 1)), *legs(top_z, thick, inset))


def seat(seat_z: float, thick_z: float, back_y: float = 0.85) -> tuple[Shape, ...]:
    """A chair: legs, a seat up to `seat_z` and a back behind `back_y`."""
    low = seat_z - thick_z
    return (span((0, 0, low), (1, 1, seat_z)), span((0, back_y, seat_z), (1, 1, 1)), *legs(low, 0.1))


def sofa(seat_z: float, arm_x: float, back_y: float = 0.72) -> tuple[Shape, ...]:
    """A block with a back and two arms."""
    return (
        span((0, 0, 0), (1, 1, seat_z)),
        span((0, back_y, seat_z), (1, 1, 1)),
        span((0, 0, seat_z), (arm_x, back_y, 0.72)),
        span((1 - arm_x, 0, seat_z), (1, back_y, 0.72)),
    )


def tub(wall: float = 0.08, floor: float = 0.06, rim: float = 1.0) -> tuple[Shape, ...]:
    """An open box up to `rim`: things fall into it and stay."""
    return (
        span((0, 0, 0), (1, 1, floor)),
        span((0, 0, floor), (wall, 1, rim)),
        span((1 - wall, 0, floor), (1, 1, rim)),
        span((wall, 0, floor), (1 - wall, wall, rim)),
        span((wall, 1 - wall, floor), (1 - wall, 1, rim)),
    )


def tree(trunk_x: float, crown_z: float) -> tuple[Shape, ...]:
    """A trunk and a crown above `crown_z`."""
    low, high = 0.5 - trunk_x / 2, 0.5 + trunk_x / 2
    trunk = span((low, low, 0), (high, high, crown_z), "cylinder")
    return (trunk, span((0.08, 0.08, crown_z), (0.92, 0.92, 1), "ellipsoid"))


def post(thick: float, foot_z: float = 0.03, foot: float = 0.6) -> tuple[Shape, ...]:
    """An upright pole on a foot, in the middle of the extent."""
    low, high = 0.5 - thick / 2, 0.5 + thick / 2
    edge = (1 - foot) / 2
    return (
        span((edge, edge, 0), (1 - edge, 1 - edge, foot_z)),
        span((low, low, foot_z), (high, high, 1), "cylinder"),
    )


def headed(pole: float, head_z: float) -> tuple[Shape, ...]:
    """A pole under a head that fills the extent above `head_z`: signs, lamps, flowers."""
    low, high = 0.5 - pole / 2, 0.5 + pole / 2
    return (span((low, low, 0), (high, high, head_z), "cylinder"), span((0, 0, head_z), (1, 1, 1)))


def stacked(*steps: tuple[float, float, float, Form]) -> tuple[Shape, ...]:
    """Solids one upon the other, each (share of the width, from z, to z, form)."""
    return tuple(
        span((0.5 - w / 2, 0.5 - w / 2, z0), (0.5 + w / 2, 0.5 + w / 2, z1), form)
        for w, z0, z1, form in steps
    )


def car(
    floor_z: float, bonnet_z: float, cabin_y: tuple[float, float], wheels_y: Iterable[float]
) -> tuple[Shape, ...]:
    """A hull between floor and bonnet, a cabin above it, a pair of wheels about each of `wheels_y`."""
    hull = span((0, 0, floor_z), (1, 1, bonnet_z))
    cabin = span((0.08, cabin_y[0], bonnet_z), (0.92, cabin_y[1], 1))
    wheels = (
        span((x, y - 0.07, 0), (x + 0.14, y + 0.07, floor_z + 0.05)) for y in wheels_y for x in (0.0, 0.86)
    )
    return (hull, cabin, *wheels)
