"""When each foot is on the ground: footfall patterns, strides and duty factors from speed and size.

Alexander and Jayes (1983): animals of different sizes move alike at equal Froude numbers v^2 / (g h), h being
the height of the hips. Strides are 2.4 h Fr^0.34 long; they change from walk to trot near 0.5 and to gallop
near 2.5.
"""

import math
from typing import NamedTuple

from render_cluster.backends.physics.anatomy.kind import Gait

LEGS: tuple[str, ...] = ("hind_l", "fore_l", "hind_r", "fore_r")
_TO_TROT, _TO_GALLOP = 0.5, 2.5
_DUTY_LEAST, _DUTY_MOST = 0.22, 0.78
_STRIDE_HZ_MAX = 7.0


class Footfall(NamedTuple):
    """When in a stride each of LEGS comes down, as a share of it, and how bouncing the gait is."""

    offsets: tuple[float, float, float, float]
    duty: float
    bob: float
    pitch_rad: float
    beats: int


FOOTFALLS: dict[Gait, Footfall] = {
    "walk": Footfall((0.0, 0.25, 0.5, 0.75), 0.65, 0.012, 0.012, 2),
    "amble": Footfall((0.0, 0.25, 0.5, 0.75), 0.52, 0.018, 0.015, 2),
    "pace": Footfall((0.0, 0.06, 0.5, 0.56), 0.58, 0.02, 0.015, 2),
    "trot": Footfall((0.0, 0.5, 0.5, 0.0), 0.46, 0.035, 0.015, 2),
    "gallop": Footfall((0.0, 0.42, 0.12, 0.54), 0.30, 0.07, 0.14, 1),
    "bound": Footfall((0.0, 0.44, 0.03, 0.48), 0.30, 0.10, 0.22, 1),
    "hop": Footfall((0.0, 0.52, 0.0, 0.58), 0.38, 0.16, 0.26, 1),
    "crawl": Footfall((0.0, 0.5, 0.5, 0.0), 0.66, 0.004, 0.0, 2),
}


class Stride(NamedTuple):
    """A gait at one speed: strides a second and the share of each that a foot is on the ground."""

    gait: Gait
    hz: float
    duty: float


def froude(speed_mps: float, hip_m: float, gravity_mps2: float) -> float:
    """The Froude number of a speed."""
    return speed_mps**2 / (gravity_mps2 * hip_m)


def speed_at(number: float, hip_m: float, gravity_mps2: float) -> float:
    """The speed of a Froude number."""
    return math.sqrt(number * gravity_mps2 * hip_m)


def stride_of(gaits: tuple[Gait, ...], speed_mps: float, hip_m: float, gravity_mps2: float) -> Stride:
    """The gait, of those that a species has, and its stride at a speed."""
    number = max(froude(speed_mps, hip_m, gravity_mps2), 1e-4)
    rank = (number > _TO_TROT) + (number > _TO_GALLOP)
    gait = (
        gaits[min(rank, len(gaits) - 1)] if len(gaits) > 2 else gaits[min(int(number > 1.0), len(gaits) - 1)]
    )
    length_m = 2.4 * hip_m * number**0.34
    hz = min(speed_mps / length_m, _STRIDE_HZ_MAX)
    duty = FOOTFALLS[gait].duty * (number / _usual(gait)) ** -0.10
    return Stride(gait, hz, min(max(duty, _DUTY_LEAST), _DUTY_MOST))


def _usual(gait: Gait) -> float:
    return {"walk": 0.2, "pace": 0.3, "amble": 1.0, "trot": 1.2, "crawl": 0.05}.get(gait, 4.0)
