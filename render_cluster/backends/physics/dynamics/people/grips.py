"""How things that have a handle are carried: where before the chest, turned how, and by which hands."""

import math
from typing import NamedTuple

from render_cluster.backends.physics.dynamics.people.posture import Posture, mirrored
from render_cluster.backends.physics.scene import Quaternion, Vector


class Grip(NamedTuple):
    """Where a thing's middle is in the rest frame of the chest (x left, y back, z up; metres of a person of
    rest height) and its turn there; `wrists_m` has the left and the right wrist, None for one that is free."""

    place_m: Vector
    turn: Quaternion
    wrists_m: tuple[Vector | None, Vector | None]


def _about(axis: int, angle_rad: float) -> Quaternion:
    turn = [math.cos(angle_rad / 2.0), 0.0, 0.0, 0.0]
    turn[1 + axis] = math.sin(angle_rad / 2.0)
    return (turn[0], turn[1], turn[2], turn[3])


_UPRIGHT: Quaternion = (1.0, 0.0, 0.0, 0.0)
_ACROSS = Grip(
    (0.13, -0.21, 1.10), _about(1, math.radians(66.0)), ((0.40, -0.30, 1.26), (-0.10, -0.28, 1.00))
)
_GRIPS: dict[str, Grip] = {
    "umbrella": Grip((-0.17, -0.27, 1.56), _UPRIGHT, (None, (-0.19, -0.23, 1.15))),
    "guitar": _ACROSS,
    "violin": Grip((0.22, -0.20, 1.42), _about(1, math.radians(96.0)), ((0.42, -0.28, 1.40), (-0.06, -0.34, 1.36))),
    "open_book": Grip((0.0, -0.35, 1.19), _about(0, -1.0), ((0.15, -0.30, 1.09), (-0.15, -0.30, 1.09))),
    "flag": Grip((0.53, -0.26, 1.75), _UPRIGHT, ((-0.10, -0.30, 1.36), (-0.16, -0.26, 1.02))),
    # Its straw just over the ground ahead, its stick in both hands.
    "broom": Grip((-0.08, -0.47, 0.76), _about(0, -0.42), ((-0.02, -0.26, 1.14), (-0.14, -0.38, 0.90))),
    "hula_hoop": Grip((0.0, -0.06, 1.02), _UPRIGHT, (None, None)),
}  # fmt: skip


def grip_of(kind: str) -> Grip | None:
    """The grip of a kind of thing; None for what simply lies in the hand."""
    return _GRIPS.get(kind)


def carrying(grip: Grip, base: Posture) -> Posture:
    """`base` with the hands on the handle; a free arm goes on doing what it did."""
    wrists, elbows = base.wrists_m.copy(), base.elbows.copy()
    bent = mirrored(0.8, 0.8, -0.7)
    for side, wrist in enumerate(grip.wrists_m):
        if wrist is not None:
            wrists[side], elbows[side] = wrist, bent[side]
    return base._replace(wrists_m=wrists, elbows=elbows)
