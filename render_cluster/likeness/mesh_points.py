"""Names for the points of MediaPipe's face mesh, and what can be read off them."""

import numpy as np

FOREHEAD, CHIN, RIGHT_EDGE, LEFT_EDGE = 10, 152, 234, 454
LIP_UPPER_INNER, LIP_LOWER_INNER = (82, 13, 312), (87, 14, 317)
RIGID = np.array([10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 2, 33, 133, 263, 362, 98, 327, 50, 280, 205, 425, 234,
                  454, 127, 356, 67, 297, 109, 338, 117, 346, 118, 347, 101, 330])  # fmt: skip
"""Points that no speech moves: forehead, nose, corners of the eyes, cheekbones."""


def height_px(mesh: np.ndarray) -> float:
    """The length of the face from forehead to chin, in three dimensions."""
    return float(np.linalg.norm(mesh[FOREHEAD] - mesh[CHIN]))


def yaw_deg(mesh: np.ndarray) -> float:
    """How far the face is turned to its own left; negative to its right."""
    across = mesh[LEFT_EDGE] - mesh[RIGHT_EDGE]
    return float(np.degrees(np.arctan2(across[2], np.hypot(across[0], across[1]))))


def pitch_deg(mesh: np.ndarray) -> float:
    """How far the face looks up, but for a constant of the person's own; negative down."""
    down = mesh[CHIN] - mesh[FOREHEAD]
    return float(np.degrees(np.arctan2(-down[2], np.hypot(down[0], down[1]))))


def opening(mesh: np.ndarray) -> float:
    """How far the lips are parted, in shares of the face's height."""
    gap = mesh[list(LIP_LOWER_INNER), :2].mean(0) - mesh[list(LIP_UPPER_INNER), :2].mean(0)
    return float(np.linalg.norm(gap) / height_px(mesh))
