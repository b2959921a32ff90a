"""Things that are made of parts which move against each other: a cradle of balls, a pendulum on its frame."""

import math

from msgspec.structs import replace

from render_cluster.backends.physics.scene import Body, Vector

_BALLS_COUNT = 5
_STEEL: Vector = (0.80, 0.82, 0.85)
_BRASS: Vector = (0.82, 0.64, 0.26)
_RAISED_RAD, _SWUNG_RAD = math.radians(48.0), math.radians(38.0)
# Balls that touch from the start would be one long body to the solver.
_GAP_M = 0.0006
_STEEL_KGPM3 = 7800.0


def rigged(body: Body, goes: bool) -> tuple[Body, ...]:
    """The bodies that a thing is really made of, itself where it is but one; `goes` sets it swinging."""
    make = _RIGS.get(body.kind)
    return (body,) if make is None else make(body, goes)


def _cradle(body: Body, goes: bool) -> tuple[Body, ...]:
    """Five steel balls side by side on threads; the first is raised and let go."""
    x, y, z = body.position_m
    wide, _, high = body.size_m
    radius = 0.062 * wide
    top, low = z + 0.47 * high, z - 0.5 * high + 0.26 * high
    pitch = 2.0 * radius + _GAP_M
    balls = tuple(
        _hung(
            f"{body.name}_ball_{index}",
            (x + (index - (_BALLS_COUNT - 1) / 2.0) * pitch, y, top),
            top - low,
            -_RAISED_RAD if goes and index == 0 else 0.0,
            radius,
            _STEEL,
        )
        for index in range(_BALLS_COUNT)
    )
    return (replace(body, kind="cradle_frame", mass_kg=0.0), *balls)


def _pendulum(body: Body, goes: bool) -> tuple[Body, ...]:
    """A bob on a rod under the beam of its frame."""
    x, y, z = body.position_m
    _, _, high = body.size_m
    top = z + 0.48 * high
    angle = -_SWUNG_RAD if goes else 0.0
    bob = _hung(f"{body.name}_bob", (x, y, top), 0.72 * high, angle, 0.075 * high, _BRASS)
    return (replace(body, kind="pendulum_frame", mass_kg=0.0), bob)


def _hung(
    name: str, from_m: Vector, length_m: float, angle_rad: float, radius_m: float, colour: Vector
) -> Body:
    """A ball on a thread, turned about y by an angle from hanging straight."""
    x, y, z = from_m
    place = (x + length_m * math.sin(angle_rad), y, z - length_m * math.cos(angle_rad))
    mass = _STEEL_KGPM3 * 4.0 / 3.0 * math.pi * radius_m**3
    return Body(
        name,
        "sphere",
        "hard_steel",
        (2.0 * radius_m,) * 3,
        round(mass, 4),
        place,
        colour=colour,
        hangs_from_m=from_m,
    )


_RIGS = {"newtons_cradle": _cradle, "pendulum": _pendulum}
