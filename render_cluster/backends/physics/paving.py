"""Where paved ground has joints: drawn by the camera, and heard under wheels."""

import numpy as np

JOINT_SPACING_M: dict[str, float] = {"skate_park": 3.0, "plaza": 1.2}
"""The side of the square slabs of a setting; their joints cross at the origin."""


def slabs_crossed(places_m: np.ndarray, spacing_m: float) -> np.ndarray:
    """The slab that each place (n, 2) lies on, as whole numbers (n, 2): it changes where a joint is crossed."""
    return np.floor(places_m / spacing_m).astype(int)
