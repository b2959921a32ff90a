"""How the net below a hoop is drawn: thin cords between the knots that the plan holds."""

import numpy as np

from render_cluster.backends.physics.netting import CORD_RADIUS_M, cords
from render_cluster.backends.physics.raster.soft import Cords

_CORD_COLOUR = (0.94, 0.94, 0.91)


def net_of(knots_m: np.ndarray) -> Cords:
    """The cords between the knots (frames, knots, 3) of `netting.nets`."""
    return Cords(knots_m, cords(), CORD_RADIUS_M, _CORD_COLOUR)
