"""What an animal wants of its trunk at a moment, and the bounds within which it can have it."""

from typing import NamedTuple

import numpy as np


class Wish(NamedTuple):
    """Where the trunk should be and how it should move; forces strive for it, and may fail.

    `height_m` None leaves the height to `velocity_mps`. `grip` is the share of weight that feet or water can
    turn into pushes sideways; `support` the most upward push, in weights. `spring_rps` is how hard it is held.
    """

    velocity_mps: np.ndarray
    turn: np.ndarray
    height_m: float | None = None
    climb_mps: float = 0.0
    grip: float = 0.9
    support: float = 3.0
    spring_rps: float = 14.0
    airborne: bool = False
